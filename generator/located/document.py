"""What reading gives: data, where every value stands, and what is wrong with the text."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.diagnostics import Path, PathKey, Rule

ENTRY = 3
"""Integers a value takes in a table of places: key, start, end."""


class Mark(NamedTuple):
    """A place in a file, counted from 1; columns count characters, not bytes."""

    line: int
    column: int


class Spot(NamedTuple):
    """Where one value stands.

    Attributes:
        key: Start of the key that names it; None for a list item and for the whole document.
        value: Start of the value.
        raw: The source text of a plain (unquoted) scalar; None for everything else.
    """

    key: Mark | None
    value: Mark
    raw: str | None


class Lines:
    """Turns a position in a text into a line and a column."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def mark(self, index: int) -> Mark:
        """Line and column of the character at `index`."""
        line = bisect_right(self._starts, index)
        return Mark(line, index - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Text of a line without its end; empty when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        return self.text[self._starts[number - 1] :].split("\n", 1)[0].rstrip("\r")


class Spots(Mapping[Path, Spot]):
    """The spots of a document by path, worked out when asked for.

    Most files have no finding and nobody asks, so reading keeps twelve bytes a value: where
    its key starts (plus one; 0 for none), where it starts, and where a plain one ends (plus
    one; 0 when not plain), in document order.
    """

    def __init__(self, lines: Lines, data: object, places: "array[int]") -> None:
        self._lines = lines
        self._data = data
        self._places = places
        self._sizes: dict[int, int] = {}
        self._indexes: dict[int, dict[PathKey, int]] = {}

    def __reduce__(self) -> tuple[type["Spots"], tuple[Lines, object, "array[int]"]]:
        # What has been worked out is kept by identities, which end with the process.
        return Spots, (Lines(self._lines.text), self._data, self._places)

    def __getitem__(self, path: Path) -> Spot:
        index = self._index(path)
        if index is None:
            raise KeyError(path)
        key_at, start, end = self._places[index * ENTRY : (index + 1) * ENTRY]
        return Spot(
            self._lines.mark(key_at - 1) if key_at else None,
            self._lines.mark(start),
            self._lines.text[start : end - 1] if end else None,
        )

    def __contains__(self, path: object) -> bool:
        return isinstance(path, tuple) and self._index(path) is not None

    def mark(self, path: Path, key: bool) -> Mark:
        """Where the key or the value at a path begins, or what lies nearest above the path."""
        while (index := self._index(path)) is None:
            path, key = path[:-1], False
        key_at, start = self._places[index * ENTRY : index * ENTRY + 2]
        return self._lines.mark(key_at - 1 if key and key_at else start)

    def _index(self, path: Path) -> int | None:
        """Position of a value in document order; None when there is none."""
        node: Any = self._data
        index = 0
        for key in path:
            below = self._indexes.get(id(node)) or self._number(node, index)
            if key not in below:
                return None
            node, index = node[key], below[key]
        return index

    def _number(self, node: object, index: int) -> dict[PathKey, int]:
        """Give each value directly below the one at `index` its position."""
        positions: dict[PathKey, int] = {}
        index += 1
        for key, value in _items(node):
            positions[key] = index
            index += self._size(value)
        return self._indexes.setdefault(id(node), positions)

    def _size(self, node: object) -> int:
        """How many values a value is with those below it."""
        if not isinstance(node, dict | list):
            return 1
        size = self._sizes.get(id(node))
        if size is None:
            values = node.values() if isinstance(node, dict) else node
            size = self._sizes[id(node)] = 1 + sum(map(self._size, values))
        return size

    def __iter__(self) -> Iterator[Path]:
        return _paths(self._data, ())

    def __len__(self) -> int:
        return len(self._places) // ENTRY


def _items(node: object) -> Iterable[tuple[PathKey, object]]:
    if isinstance(node, dict):
        return node.items()
    return enumerate(node) if isinstance(node, list) else ()


def _paths(data: object, path: Path) -> Iterator[Path]:
    yield path
    for key, value in _items(data):
        yield from _paths(value, (*path, key))


@dataclass(frozen=True, slots=True)
class Located:
    """Data with its places.

    Attributes:
        data: What YAML 1.2's core schema makes of the text: dict with string keys, list, str,
            int, float, bool, None.
        spots: Where each value stands, by its path below the document (without the part).
        respelled: Paths of plain numbers that are not written the shortest way: `1.10`,
            `1.000`, `01`, `0x1F`. What to say about them depends on what belongs there.
        nulls: Paths of values that are left empty: nothing, `~` or `null`.
    """

    data: object
    spots: Spots
    respelled: tuple[Path, ...] = ()
    nulls: tuple[Path, ...] = ()

    def mark(self, path: Path, key: bool = False) -> Mark:
        """Find where a path stands.

        Args:
            path: Keys below the document, without the part's name.
            key: Whether the key is meant rather than its value.

        Returns:
            The place of the value, or of the nearest thing above it that exists.
        """
        return self.spots.mark(path, key)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a file from being read as it stands.

    Attributes:
        rule: A rule of family Y.
        line: Line from 1.
        column: Column from 1.
        message: One Vietnamese sentence.
        hint: What to do, in Vietnamese.
    """

    rule: Rule
    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file.

    Attributes:
        located: The data; None when a problem leaves open what the data are.
        problems: Everything wrong with the text, in order of place.
    """

    located: Located | None
    problems: tuple[Problem, ...]
