"""Makes every text of a plan hostile, so that a missing escape shows."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from generator.model import Record

ATTACK = "<script>alert(1)</script>{{7*7}}\"'&<b onclick=x>"
"""Closes attributes, opens elements, and would be 49 in a template."""

_TEXT_PATTERN = r"^\\S(.*\\S)?$"
_RULE_LIKE = {"path", "code"}

T = TypeVar("T")


class Poisoner:
    """Rewrites records; each text gets a mark of its own, so that it can be found again.

    Attributes:
        marks: Mark to the place of its text.
    """

    def __init__(self, *, fill: bool = False) -> None:
        """Start without marks.

        Args:
            fill: Whether texts that may be left out, and are, are made up.
        """
        self.marks: dict[str, str] = {}
        self._fill = fill

    def poison(self, value: T, where: str = "") -> T:
        """The same value with every free text made hostile.

        Args:
            value: A record, a dataclass, or a collection of them.
            where: Where it stands, for messages.

        Returns:
            A value of the same shape; ids, codes, figures and dates are as they were.
        """
        return cast("T", self._poison(value, where))

    def _poison(self, value: Any, where: str) -> Any:
        if isinstance(value, Record):
            return self._record(value, where)
        if is_dataclass(value) and not isinstance(value, type):
            changed = {
                f.name: self._poison(getattr(value, f.name), f"{where}.{f.name}")
                for f in fields(value)
                if not isinstance(getattr(value, f.name), str)
            }
            return replace(value, **changed)
        if isinstance(value, tuple):
            return tuple(self._poison(item, where) for item in value)
        if isinstance(value, Mapping):
            return {key: self._poison(item, f"{where}[{key}]") for key, item in value.items()}
        return value

    def _record(self, record: Record, where: str) -> Record:
        texts = _text_fields(type(record))
        changes = {
            name: self._text(getattr(record, name), f"{where}.{name}")
            if name in texts
            else self._poison(getattr(record, name), f"{where}.{name}")
            for name in type(record).model_fields
        }
        return record.model_copy(update=changes)

    def _text(self, value: Any, where: str) -> Any:
        if isinstance(value, tuple):
            items = ("chữ",) if self._fill and not value else value
            return tuple(self._text(item, where) for item in items)
        if not isinstance(value, str) and not self._fill:
            return value
        mark = f"K{len(self.marks):04}K"
        self.marks[mark] = where
        if where.endswith(".url"):
            return f"https://example.org/{mark}{ATTACK.replace(' ', '')}"
        return f"{value or 'chữ'} {mark}{ATTACK}"


def _text_fields(kind: type[Record]) -> set[str]:
    """Names of the fields that may hold any text."""
    return {
        name
        for name, info in kind.model_fields.items()
        if name not in _RULE_LIKE and _TEXT_PATTERN in f"{info.annotation!r}{info.metadata!r}"
    }


def marks_in(text: str, marks: Mapping[str, str]) -> Iterator[str]:
    """Marks that occur in a text."""
    return (mark for mark in marks if mark in text)
