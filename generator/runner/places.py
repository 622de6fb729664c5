"""Turns the path of a finding into a stable address and into a file, line and column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Finding, Path
from generator.located import Located, Mark
from generator.model.addresses import IDENTIFYING_KEYS, item_words

_UNKNOWN_KEY = "S101"


class Names(dict[int, tuple[str, ...]]):
    """What the items of each list are called, by the list's identity; kept for one set of data.

    A copy, in another process or not, has lists of other identities: it begins empty.
    """

    def __reduce__(self) -> tuple[type["Names"], tuple[()]]:
        """Leave what is kept behind."""
        return Names, ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where the data of one part was read.

    Attributes:
        file: Path from the project's root, with forward slashes.
        located: The data with its lines; None when the file could not be read as YAML.
        names: What the items of its lists are called, once somebody has asked.
    """

    file: str
    located: Located | None
    names: Names = field(default_factory=Names, compare=False, repr=False)

    def line(self, path: Path) -> int | None:
        """Line on which a value begins.

        Args:
            path: The part, then keys and positions in its data.

        Returns:
            The line, from 1, of the value or of the nearest thing above it that exists; None
            when the file could not be read as YAML.
        """
        return self.located.mark(path[1:]).line if self.located else None

    def places(self, paths: Iterable[Path]) -> Iterator[str]:
        """Write paths so that they stay the same when rows are inserted above; see `place`."""
        data = self.located.data if self.located else None
        return (place(data, path, self.names) for path in paths)


Sources = Mapping[str, Source]
"""Part name to source: `plan`, `annexes/phu-luc-1-1`, `registry/agencies`."""


def place(data: object, path: Path, names: Names | None = None) -> str:
    """Write a path so that it stays the same when rows are inserted above it.

    A position in a list is replaced by the item's own id, code or period; where siblings share
    one, the second is marked `~2`. Items without any keep their position, from 1.

    Args:
        data: Data of the part.
        path: Part name, then keys and positions in the data.
        names: Kept from one path to the next of the same data, where there are many.

    Returns:
        The address: `annexes/phu-luc-1-1/rows/V/rows/21/amounts/y2025`.
    """
    words = [str(path[0])]
    known = Names() if names is None else names
    node = data
    for key in path[1:]:
        words.append(_item_word(node, key, known) if isinstance(key, int) else key)
        node = _child(node, key)
    return "/".join(words)


def path_at(data: object, part: str, address: str) -> Path | None:
    """Find the value at a stable address: the way back from `place`.

    Args:
        data: Data of the part.
        part: Its name.
        address: As `place` writes it.

    Returns:
        The path; None when nothing lies there.
    """
    path: Path = (part,)
    names = Names()
    node, rest = data, address.removeprefix(f"{part}/") if address != part else ""
    while rest:
        keys = (
            range(len(node))
            if isinstance(node, list)
            else list(node)
            if isinstance(node, dict)
            else ()
        )
        steps = (
            (key, _item_word(node, key, names) if isinstance(key, int) else str(key))
            for key in keys
        )
        fitting = [
            (key, word) for key, word in steps if rest == word or rest.startswith(f"{word}/")
        ]
        if not fitting:
            return None
        key, word = max(fitting, key=lambda step: len(step[1]))
        path, node, rest = (*path, key), _child(node, key), rest[len(word) + 1 :]
    return path


def _item_word(items: object, position: int, known: Names) -> str:
    if not isinstance(items, list | tuple) or not 0 <= position < len(items):
        return str(position + 1)
    words = known.get(id(items))
    if words is None:
        words = known[id(items)] = item_words([_name(item) for item in items])
    return words[position]


def _name(item: object) -> str:
    if not isinstance(item, Mapping):
        return ""
    values = (item.get(key) for key in IDENTIFYING_KEYS)
    return next((str(v) for v in values if _can_name(v)), "")


def _can_name(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _child(node: object, key: object) -> object:
    if isinstance(node, Mapping):
        return node.get(key)
    if isinstance(node, list | tuple) and isinstance(key, int) and 0 <= key < len(node):
        return node[key]
    return None


def diagnose(finding: Finding, sources: Sources, home: Source, plan_id: str = "") -> Diagnostic:
    """Give a finding its file, line, column and stable address.

    Args:
        finding: What was found.
        sources: Sources of the parts that were read.
        home: Stands in for a part that has no file.
        plan_id: Plan that the finding is about; empty for the registry.

    Returns:
        The open diagnostic.
    """
    part = str(finding.path[0])
    source = sources.get(part)
    located = source.located if source else None
    mark = _mark(located, finding) if located else Mark(1, 1)
    return Diagnostic(
        finding=finding,
        file=(source or home).file,
        line=mark.line,
        column=mark.column,
        place=_place_in(source, finding.path),
        plan_id=plan_id,
        addend_lines=_addend_lines(located, finding) if located else (),
    )


def _place_in(source: Source | None, path: Path) -> str:
    """The address, with the names of long lists kept from one finding to the next."""
    if source is None or source.located is None:
        return place(None, path)
    return place(source.located.data, path, source.names)


def _mark(located: Located, finding: Finding) -> Mark:
    """A key's own mark where the value is missing, starts lower down or is not the point."""
    path = finding.path[1:]
    while path not in located.spots:
        path = path[:-1]
    value = located.data
    for key in path:
        value = _child(value, key)
    at_key = finding.rule.code == _UNKNOWN_KEY or isinstance(value, Mapping | list | tuple)
    return located.mark(path, key=at_key)


def _addend_lines(located: Located, finding: Finding) -> tuple[int, ...]:
    """Lines in the finding's own file; a line of another file would mislead."""
    part = finding.path[0]
    lines = (located.mark(path[1:]).line for path in finding.addends if path[0] == part)
    return tuple(dict.fromkeys(lines))


def in_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort diagnostics as a reader goes through the files."""
    return tuple(
        sorted(
            diagnostics,
            key=lambda d: (
                d.file,
                d.line,
                d.column,
                d.finding.rule.code,
                d.place,
                d.finding.message,
            ),
        )
    )
