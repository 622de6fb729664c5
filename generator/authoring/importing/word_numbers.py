"""Automatic numbers of Word lists: what is printed before a paragraph but is not in its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from docx.oxml.ns import qn

DEEPEST: Final = 9
"""Levels of a list, counted from 0 to 8 (ECMA-376 part 1, 17.9.6)."""

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST: Final = 3999


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is numbered."""

    shape: str = "bullet"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted.

    Attributes:
        levels: Kind of list and level to its shape.
        abstract: List to the kind that it is of; lists of a kind count on.
        styles: Style of paragraphs to the list and level that it brings.
    """

    levels: Mapping[tuple[str, int], _Level] = field(default_factory=dict)
    abstract: Mapping[str, str] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    _counted: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> "Numbering":
        """Read the lists of a document; none when it has no numbering part."""
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return cls()
        shapes = {
            (item.get(qn("w:abstractNumId")), _whole(level.get(qn("w:ilvl")))): _level(level)
            for item in root.iter(qn("w:abstractNum"))
            for level in item.iter(qn("w:lvl"))
        }
        abstract = {
            num.get(qn("w:numId")): _value(num, "w:abstractNumId") for num in root.iter(qn("w:num"))
        }
        return cls(shapes, abstract, _styles(document))

    def label(self, paragraph: Any) -> str:
        """Count a paragraph and give its number.

        Args:
            paragraph: A `w:p` element, each given once and in order.

        Returns:
            The number as printed, `II.1.` or `a)`; empty for none and for a bullet.
        """
        list_id, at = self._list_of(paragraph)
        kind = self.abstract.get(list_id, "")
        shape = self.levels.get((kind, at))
        if shape is None or shape.shape in {"bullet", "none"} or not 0 <= at < DEEPEST:
            return ""
        counters = self._counted.setdefault(kind, [0] * DEEPEST)
        counters[at] = counters[at] + 1 if counters[at] else shape.start
        counters[at + 1 :] = [0] * (DEEPEST - at - 1)
        text = shape.text
        for level in range(at + 1):
            of = self.levels.get((kind, level), shape)
            text = text.replace(f"%{level + 1}", _written(counters[level] or of.start, of.shape))
        return text

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is not None:
            return _value(found, "w:numId"), _whole(_value(found, "w:ilvl"))
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return (
            self.styles.get(style.get(qn("w:val"), ""), ("", 0)) if style is not None else ("", 0)
        )


def _styles(document: Any) -> dict[str, tuple[str, int]]:
    found = {}
    for style in document.styles.element.iter(qn("w:style")):
        numbers = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbers is not None:
            level = _whole(_value(numbers, "w:ilvl"))
            found[style.get(qn("w:styleId"), "")] = (_value(numbers, "w:numId"), level)
    return found


def _level(element: Any) -> _Level:
    return _Level(
        _value(element, "w:numFmt") or "decimal",
        _value(element, "w:lvlText")[:40],
        _whole(_value(element, "w:start") or "1"),
    )


def _value(element: Any, tag: str) -> str:
    found = element.find(qn(tag))
    return str(found.get(qn("w:val")) or "") if found is not None else ""


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0


def _written(number: int, shape: str) -> str:
    match shape:
        case "upperRoman":
            return _roman(number)
        case "lowerRoman":
            return _roman(number).lower()
        case "upperLetter":
            return _letters(number)
        case "lowerLetter":
            return _letters(number).lower()
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written, number = written + sign, number - value
    return written


def _letters(number: int) -> str:
    """A to Z, then AA to ZZ: Word repeats the letter."""
    if number < 1:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(65 + letter) * min(times + 1, 8)
