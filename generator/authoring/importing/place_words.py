"""Words above a table that say which annex it is, what it is called and in what it counts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.authoring.importing.codes import Kind, kind_of, roman_value
from generator.model import Unit
from generator.vietnamese import fold, slugify

_ANNEX: Final = re.compile(
    r"(?P<word>phụ\s+lục|phụ\s+biểu|biểu(?:\s+mẫu)?|bảng|mẫu)(?:\s+số)?\s*"
    r"(?P<number>(?:[IVXLC]+|[0-9]+(?:[.\-/][0-9]+)*[a-z]?|[A-Z])(?!\w))?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PART: Final = re.compile(r"(?P<number>[IVXLC]+|[A-Z]|[0-9]{1,2})\s*[.)]\s+(?P<title>\S.*)")
_ASIDE: Final = re.compile(
    r"^(\(.*|[\W_]*|(đvt|đơn vị( tính)?)\b.*|cộng hòa xã hội.*|độc lập\b.*|(số|tm|kt)[.:].*)$",
    re.IGNORECASE | re.DOTALL,
)
_UNIT: Final = re.compile(
    r"\b(?:đvt|đơn\s+vị(?:\s+tính)?)\s*[:.]?\s*(?P<unit>[^()|;]{1,40})", re.IGNORECASE
)
_IN_BRACKETS: Final = re.compile(r"\((?:đvt\s*:?\s*|đơn vị( tính)?\s*:?\s*)?([^()]{3,25})\)", re.I)
_MONEY: Final = re.compile(r"(?:(?:nghin|ngan|1\.?000|trieu|ti|ty|nghin ty) )?(?:dong|vnd)$")
_MOST_TITLE: Final = 600
_MOST_LINES: Final = 8


@dataclass(frozen=True, slots=True)
class TableName:
    """What a table is called.

    Attributes:
        place: `Phụ lục I, mục II`; empty when nothing says.
        title: As printed; empty when nothing says.
        id: Id of an annex made from the place or else from the title; empty without both.
    """

    place: str
    title: str
    id: str


def names_annex(text: str) -> bool:
    """Whether a line begins a new annex: `PHỤ LỤC I`, `Phụ lục 2: Danh mục …`."""
    match = _ANNEX.fullmatch(text)
    if match is None or len(text) > 300:
        return False
    if not match["number"]:
        return fold(match["word"]) == "phu luc" and not match["rest"].strip()
    rest = match["rest"].strip()
    return not rest or rest[0] in ":.-–(" or rest.isupper()


def name_of_table(before: Sequence[str], annex: str | None) -> TableName:
    """Work out what a table is called.

    Args:
        before: Lines above it, back to the table before, nearest last.
        annex: The line that names the annex it is in; perhaps one of `before`.

    Returns:
        Place and title as far as the lines tell.
    """
    lines = list(before)
    if annex is not None and annex in lines:
        lines = lines[len(lines) - lines[::-1].index(annex) :]
    place = _annex_place(annex) if annex else ""
    near = [line for line in lines[-4:] if not _ASIDE.match(line)]
    part = _PART.fullmatch(near[-1]) if near else None
    if part and place:
        return _named(f"{place}, mục {part['number']}", part["title"])
    inherited = annex is not None and annex not in before
    if place and not inherited:
        return _named(place, " ".join(_title_lines(annex, lines))[:_MOST_TITLE].strip())
    title = (part["title"] if part else near[-1]) if near else ""
    return _named(place, title if len(title) <= 300 else "")


def _named(place: str, title: str) -> TableName:
    words = [_arabic(word) for word in re.findall(r"\w+", place) if fold(word) != "muc"]
    own = slugify(" ".join(words)) or slugify(title)[:40].strip("-")
    return TableName(place, title, own)


def _arabic(word: str) -> str:
    return str(roman_value(word)) if kind_of(word) is Kind.ROMAN else word


def _annex_place(annex: str) -> str:
    match = _ANNEX.fullmatch(annex)
    if match is None:
        return ""
    word = " ".join(match["word"].split()).capitalize()
    return f"{word} {match['number'].upper()}" if match["number"] else word


def _title_lines(annex: str | None, lines: Sequence[str]) -> Iterator[str]:
    """The lines of a title: what stands after the annex's number, and below it up to an aside."""
    match = _ANNEX.fullmatch(annex or "")
    if match and (rest := match["rest"].strip(" :.-–")) and not rest.startswith("("):
        yield rest
    for line in lines[:_MOST_LINES]:
        if _ASIDE.match(line):
            return
        yield line


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """What the lines say about the unit of money.

    Attributes:
        id: Id in the registry; None when the registry has no such unit, or nothing is said.
        text: The words; empty when nothing is said.
    """

    id: str | None
    text: str


def money_unit(texts: Sequence[str], units: Mapping[str, Unit]) -> MoneyUnit:
    """Find the unit of money.

    Args:
        texts: Lines above a table and labels of its columns, nearest last.
        units: The registry's units.

    Returns:
        The unit that the nearest of them names.
    """
    for text in reversed(texts):
        for words in _unit_words(text):
            plain = (
                fold(words).strip(" .:").replace("ti dong", "ty dong").replace("ngan ", "nghin ")
            )
            if not _MONEY.match(plain):
                continue
            known = (
                key for key, unit in units.items() if unit.factor_vnd and fold(unit.name) == plain
            )
            return MoneyUnit(next(known, None), words.strip())
    return MoneyUnit(None, "")


def _unit_words(text: str) -> Iterator[str]:
    yield from (match["unit"] for match in _UNIT.finditer(text))
    yield from (match[2] for match in _IN_BRACKETS.finditer(text))
