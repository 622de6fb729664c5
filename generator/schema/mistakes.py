"""Turns pydantic's errors into mistakes at places in the data, one for each thing done wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from generator.diagnostics import Path
from generator.schema.outline import ROW_TAGS, allowed_keys, expected_at
from generator.vietnamese import nearest

UNKNOWN, MISSING = "extra_forbidden", "missing"
TWO_KINDS_OF_ROW = "two_kinds_of_row"
BAD_KEY = "bad_key"

_KEY_MARK = "[key]"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that the model does not accept.

    Attributes:
        kind: Pydantic's error type, or one of the names above.
        path: Where, as the data has it: without the names of the union's branches.
        value: What stands there.
        limits: What the error says about the bound that was crossed.
        message: The text of an error that the models raise themselves, in Vietnamese.
        node: What the JSON Schema expects there.
        suggestion: The key that was probably meant, for an unknown one.
    """

    kind: str
    path: Path
    value: object
    limits: Mapping[str, Any] = field(default_factory=dict)
    message: str = ""
    node: Mapping[str, Any] = field(default_factory=dict)
    suggestion: str = ""


def mistakes_in(kind: str, data: object, errors: Iterable[ErrorDetails]) -> tuple[Mistake, ...]:
    """Understand pydantic's errors.

    Args:
        kind: Kind of file.
        data: All of its data.
        errors: What pydantic says about it.

    Returns:
        The mistakes in pydantic's order, without those that only repeat another.
    """
    found = [_mistake(kind, data, error) for error in errors]
    return tuple(_without_echoes(data, found))


def value_at(data: object, path: Path) -> Any:
    """Value at a path that exists; None at one that does not."""
    for key in path:
        try:
            data = data[key]  # type: ignore[index]
        except (LookupError, TypeError):
            return None
    return data


def _mistake(kind: str, data: object, error: ErrorDetails) -> Mistake:
    of_key = error["loc"][-1:] == (_KEY_MARK,)
    path = _data_path(error["loc"])
    about = path[:-1] if of_key or error["type"] == UNKNOWN else path
    node = expected_at(kind, data, about)
    return Mistake(
        BAD_KEY if of_key else error["type"],
        path,
        value_at(data, path) if of_key else error["input"],
        error.get("ctx", {}),
        error["msg"],
        node,
        _suggestion(path[-1], node, value_at(data, path[:-1])) if path else "",
    )


def _data_path(loc: tuple[str | int, ...]) -> Path:
    """Take out the branch of the row union, which pydantic names after each row's index."""
    return tuple(
        key
        for at, key in enumerate(loc)
        if key != _KEY_MARK and not (key in ROW_TAGS and _follows_row(loc, at))
    )


def _follows_row(loc: tuple[str | int, ...], at: int) -> bool:
    return at >= 2 and loc[at - 2] == "rows" and isinstance(loc[at - 1], int)


def _suggestion(key: str | int, node: Mapping[str, Any], present: object) -> str:
    allowed = allowed_keys(node)
    absent = [name for name in allowed if not isinstance(present, dict) or name not in present]
    near = nearest(str(key), absent) or nearest(str(key), allowed)
    # Two letters swapped in a two-letter key leave only half of it alike.
    return near or next(iter(get_close_matches(str(key), absent, n=1, cutoff=0.5)), "")


def _without_echoes(data: object, found: list[Mistake]) -> Iterator[Mistake]:
    meant = {(*m.path[:-1], m.suggestion) for m in found if m.kind == UNKNOWN}
    strange = {m.path for m in found if m.kind == BAD_KEY and _holds_nothing(m)}
    undecided: set[Path] = set()
    for mistake in found:
        parent = mistake.path[:-1]
        if mistake.kind in {UNKNOWN, MISSING} and _has_two_kinds(value_at(data, parent)):
            if parent not in undecided:
                undecided.add(parent)
                yield Mistake(TWO_KINDS_OF_ROW, (*parent, "task"), None)
        elif mistake.kind == BAD_KEY or not _repeats(mistake, meant, strange):
            yield mistake


def _holds_nothing(mistake: Mistake) -> bool:
    """Whether what stands under a bad key tells nothing: it should not be there at all."""
    return mistake.value is None or bool(allowed_keys(mistake.node))


def _repeats(mistake: Mistake, meant: set[Path], strange: set[Path]) -> bool:
    if mistake.kind == MISSING and mistake.path in meant:
        return True
    return any(mistake.path[:end] in strange for end in range(len(mistake.path) + 1))


def _has_two_kinds(row: object) -> bool:
    return isinstance(row, dict) and row.keys() >= ROW_TAGS
