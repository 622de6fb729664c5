"""Plan files as text in which single cells and rows can be changed, as a hand would change them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator import located
from generator.diagnostics import Path
from generator.model import Plan
from generator.pipeline import Checked
from generator.project import Project


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of a file's text and what stands there instead; positions count characters."""

    start: int
    stop: int
    text: str


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """Apply edits that do not overlap."""
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.stop :]
    return text


class PartText:
    """One file of a plan.

    Attributes:
        name: Its part: `annexes/phu-luc-1`.
        text: What it holds.
    """

    def __init__(self, name: str, text: str) -> None:
        reading = located.read(text.encode())
        assert reading.located is not None, name  # noqa: S101 - the plans have been checked
        self.name = name
        self.text = text
        self._located = reading.located

    @property
    def data(self) -> Any:
        """The file's data."""
        return self._located.data

    def value(self, path: Path) -> Any:
        """The value at a path; None where there is none."""
        node: Any = self.data
        for key in path[1:]:
            there = isinstance(key, int) and isinstance(node, list) and key < len(node)
            node = node[key] if there or (isinstance(node, dict) and key in node) else None
        return node

    def start(self, path: Path) -> int:
        """Where a value begins; the sign of quotation is part of it."""
        mark = self._located.mark(path[1:])
        return self._line_starts[mark.line - 1] + mark.column - 1

    def rewritten(self, path: Path, old: str, new: str) -> Edit | None:
        """Put other words into a value whose words are written without escapes.

        Args:
            path: The value.
            old: All of its words.
            new: The words instead.

        Returns:
            The edit; None where the file writes the value otherwise.
        """
        at = self.start(path)
        at += self.text[at : at + 1] in {'"', "'"} and not old.startswith(self.text[at])
        return Edit(at, at + len(old), new) if self.text.startswith(old, at) else None

    def items(self, path: Path) -> tuple[Edit, ...]:
        """The whole lines of each item of a list in block style, with their text.

        Args:
            path: The list.

        Returns:
            One piece an item, each beginning where the one before ends; none for a list in
            brackets.
        """
        starts = [self._item_start((*path, at)) for at in range(len(self.value(path) or ()))]
        if not starts or None in starts:
            return ()
        found = [start for start in starts if start is not None]
        stops = [*found[1:], self._end_of_list(found[-1])]
        return tuple(
            Edit(start, stop, self.text[start:stop])
            for start, stop in zip(found, stops, strict=True)
        )

    def _item_start(self, path: Path) -> int | None:
        """Beginning of the line of an item, when its line begins with a dash."""
        mark = self._located.mark(path[1:])
        start = self._line_starts[mark.line - 1]
        line = self.text[start : start + mark.column - 1]
        return start if line.strip() == "-" else None

    def _end_of_list(self, last: int) -> int:
        """Where the lines of the last item end: before the next line that is no deeper."""
        indent = _indent(self.text[last:])
        at = self.text.index("\n", last) + 1
        while at < len(self.text) and _indent(self.text[at:]) > indent:
            at = self.text.index("\n", at) + 1
        return at

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        for line in self.text.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        return starts


def _indent(text: str) -> int:
    line = text[: text.find("\n")]
    return len(line) - len(line.lstrip(" "))


@dataclass(frozen=True, slots=True, eq=False)
class PlanText:
    """A plan and the text of its files.

    Attributes:
        plan: The plan.
        parts: Part name to text.
    """

    plan: Plan
    parts: Mapping[str, PartText]

    def __getitem__(self, path: Path) -> PartText:
        """The file in which a value stands."""
        return self.parts[str(path[0])]

    def lists(self, key: str) -> Iterator[Path]:
        """Every list under a key, in order of file and place."""
        for name, part in sorted(self.parts.items()):
            yield from _lists(part.data, (name,), key)


def _lists(node: Any, path: Path, key: str) -> Iterator[Path]:
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key and isinstance(value, list):
                yield (*path, name)
            yield from _lists(value, (*path, name), key)
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from _lists(value, (*path, at), key)


def plan_texts(project: Project, checked: Checked) -> tuple[PlanText, ...]:
    """Read the files of every plan that was checked."""
    return tuple(
        PlanText(
            plan,
            {
                name: PartText(name, (project.root / source.file).read_text("utf-8"))
                for name, source in checked.sources[plan.id].items()
            },
        )
        for plan in checked.library.plans
    )
