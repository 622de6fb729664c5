"""Turns the path of a finding into a stable address and into a file, line and column."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Finding, Path
from generator.located import Located, Mark

_IDENTIFYING_KEYS = ("id", "group", "task", "code", "document", "indicator", "period")
_UNKNOWN_KEY = "S101"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the data of one part was read.

    Attributes:
        file: Path from the project's root, with forward slashes.
        located: The data with its lines; None when the file could not be read as YAML.
    """

    file: str
    located: Located | None


Sources = Mapping[str, Source]
"""Part name to source: `plan`, `annexes/phu-luc-1-1`, `registry/agencies`."""


def place(data: object, path: Path) -> str:
    """Write a path so that it stays the same when rows are inserted above it.

    A position in a list is replaced by the item's own id, code or period; where siblings share
    one, the second is marked `~2`. Items without any keep their position, from 1.

    Args:
        data: Data of the part.
        path: Part name, then keys and positions in the data.

    Returns:
        The address: `annexes/phu-luc-1-1/rows/V/rows/21/amounts/y2025`.
    """
    words = [str(path[0])]
    node = data
    for key in path[1:]:
        words.append(_item_word(node, key) if isinstance(key, int) else key)
        node = _child(node, key)
    return "/".join(words)


def _item_word(items: object, position: int) -> str:
    name = _name(_child(items, position))
    if not name or not isinstance(items, list | tuple):
        return str(position + 1)
    namesakes = sum(_name(item) == name for item in items[:position])
    return f"{name}~{namesakes + 1}" if namesakes else name


def _name(item: object) -> str:
    if not isinstance(item, Mapping):
        return ""
    values = (item.get(key) for key in _IDENTIFYING_KEYS)
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
        place=place(located.data if located else None, finding.path),
        plan_id=plan_id,
        addend_lines=_addend_lines(located, finding) if located else (),
    )


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
