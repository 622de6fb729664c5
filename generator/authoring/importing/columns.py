"""Settles what each column of a table holds, by its heading and by what stands below it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.authoring.importing.figures import read_amount
from generator.authoring.importing.roles import NAMES, Heading, Role, as_indicator_heading
from generator.authoring.importing.source import Row
from generator.authoring.importing.texts import shorten
from generator.model import Period
from generator.vietnamese import fold, slugify

_SEVERAL: Final = frozenset({Role.MONEY, Role.TARGET, Role.BASELINE, Role.UNKNOWN})
_TOTAL: Final = re.compile(r"\btong\b|^cong\b")
_SOURCES: Final = (
    ("nstw", re.compile(r"\bnstw\b|(ngan sach|von) (trung uong|tw)"), "Ngân sách trung ương"),
    ("nsdp", re.compile(r"\bnsdp\b|(ngan sach|von) (dia phuong|dp)"), "Ngân sách địa phương"),
    ("nst", re.compile(r"\bnst\b|(ngan sach|von) (cap )?tinh"), "Ngân sách tỉnh"),
    ("nsh", re.compile(r"\bnsh\b|(ngan sach|von) (cap )?huyen"), "Ngân sách huyện"),
    ("nsx", re.compile(r"\bnsx\b|(ngan sach|von) (cap )?xa\b"), "Ngân sách xã"),
    ("nsnn", re.compile(r"\bnsnn\b|ngan sach nha nuoc"), "Ngân sách nhà nước"),
    ("xhh", re.compile(r"xa hoi hoa"), "Xã hội hóa"),
    ("oda", re.compile(r"\boda\b|von vay"), "Vốn vay"),
    ("khac", re.compile(r"(nguon|von) (von )?khac"), "Nguồn khác"),
)
_LONGEST_ID: Final = 40
_ENOUGH_ROWS: Final = 3
_MOSTLY: Final = 0.8
_ROWS_COMPARED: Final = 300


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    """A column of money.

    Attributes:
        at: Its position in the table, from 0.
        id: Its id in the plan.
        label: Its heading as printed.
        period: Year or span that the heading names.
        source: Source of funds that the heading names.
        adds: Ids of the columns that it adds up.
    """

    at: int
    id: str
    label: str
    period: Period | None
    source: str | None
    adds: tuple[str, ...] = ()


def settle(
    headings: Sequence[Heading], rows: Sequence[Row], *, indicators: bool
) -> tuple[tuple[Heading, ...], tuple[str, ...]]:
    """Give each column one role, and each role but that of figures to one column.

    Args:
        headings: As read from their words.
        rows: The rows below.
        indicators: Whether the rows are indicators.

    Returns:
        The headings with their roles, and doubts about columns.
    """
    read = [as_indicator_heading(h) if indicators else h for h in headings]
    if not indicators:
        read = [_as_unit_or_unknown(h) for h in read]
        read = [_checked_money(h, at, rows) for at, h in enumerate(read)]
    read = _only_once(_with_title(read, rows))
    doubts = [
        f"{_named(h, at)} không rõ là gì nên không được ghi vào bản nháp."
        for at, h in enumerate(read)
        if h.role is Role.UNKNOWN and any(row[at].own for row in rows)
    ]
    return tuple(read), tuple(doubts)


def _named(heading: Heading, at: int) -> str:
    return f"Cột «{shorten(heading.label)}»" if heading.label else f"Cột thứ {at + 1}"


def _as_unit_or_unknown(heading: Heading) -> Heading:
    """A table of tasks has no unit for each row."""
    return replace(heading, role=Role.UNKNOWN) if heading.role is Role.UNIT else heading


def _checked_money(heading: Heading, at: int, rows: Sequence[Row]) -> Heading:
    """Money is where figures are: words below "Nguồn kinh phí" are none."""
    cells = [row[at] for row in rows if row[at].own]
    amounts = sum(read_amount(cell).amount is not None for cell in cells)
    if heading.role is Role.MONEY and cells and amounts * 2 < len(cells):
        return replace(heading, role=Role.UNKNOWN)
    if heading.role is Role.UNKNOWN and amounts >= _ENOUGH_ROWS and amounts == len(cells):
        return replace(heading, role=Role.MONEY)
    return heading


def _with_title(headings: Sequence[Heading], rows: Sequence[Row]) -> list[Heading]:
    """Where no heading says what is done, the column with the longest texts does."""
    if any(h.role is Role.TITLE for h in headings):
        return list(headings)
    lengths = {
        at: sum(len(row[at].own) for row in rows)
        for at, h in enumerate(headings)
        if h.role in {Role.UNKNOWN, Role.RESULT} or (h.role is Role.TARGET and h.period is None)
    }
    best = max(lengths, key=lambda at: (lengths[at], -at), default=None)
    return [replace(h, role=Role.TITLE) if at == best else h for at, h in enumerate(headings)]


def _only_once(headings: Sequence[Heading]) -> list[Heading]:
    seen: set[Role] = set()
    kept = []
    for heading in headings:
        again = heading.role in seen and heading.role not in _SEVERAL
        kept.append(replace(heading, role=Role.UNKNOWN) if again else heading)
        seen.add(heading.role)
    return kept


def position(headings: Sequence[Heading], role: Role) -> int | None:
    """Position of the column with a role; None when there is none."""
    return next((at for at, heading in enumerate(headings) if heading.role is role), None)


def described(headings: Sequence[Heading]) -> str:
    """The columns as told to the user: `TT = số thứ tự; …`."""
    return "; ".join(f"«{shorten(h.label, 40)}» = {NAMES[h.role]}" for h in headings if h.label)


def money_columns(
    headings: Sequence[Heading], rows: Sequence[Row]
) -> tuple[tuple[MoneyColumn, ...], tuple[str, ...]]:
    """Describe the columns of money.

    Args:
        headings: Settled headings.
        rows: The rows below, whose figures tell which columns add up others.

    Returns:
        The columns in print order, and doubts.
    """
    places = [at for at, heading in enumerate(headings) if heading.role is Role.MONEY]
    figures = {
        at: [read_amount(row[at]).amount if not row[at].merged else None for row in rows]
        for at in places
    }
    sums = {at: parts for at in places if (parts := _parts_of(at, places, figures, headings))}
    ids = _ids(places, headings, sums)
    doubts = [
        f"Cột «{shorten(headings[at].label)}» là cột tổng theo tên, nhưng nhiều dòng không cộng ra "
        "đúng số in."
        for at, parts in sums.items()
        if not _adds_up(at, parts, figures)
    ]
    return tuple(
        MoneyColumn(
            at,
            ids[at],
            headings[at].label,
            headings[at].period if at not in sums else None,
            _source(headings[at].label)[1],
            tuple(ids[part] for part in sums.get(at, ())),
        )
        for at in places
    ), tuple(doubts)


Figures = Mapping[int, Sequence[int | None]]


def _parts_of(
    at: int, places: Sequence[int], figures: Figures, headings: Sequence[Heading]
) -> tuple[int, ...]:
    """The columns that one adds up: those for which most rows agree, else what its name says."""
    for parts in _candidates(at, places):
        if _adds_up(at, parts, figures):
            return parts
    named = _TOTAL.search(fold(headings[at].label)) and headings[at].period is None
    others = tuple(p for p in places if p != at and not _TOTAL.search(fold(headings[p].label)))
    return others if named and len(others) > 1 else ()


def _candidates(at: int, places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All others, then runs of columns before and after, longest first."""
    order = places.index(at)
    before, after = tuple(places[:order]), tuple(places[order + 1 :])
    yield before + after
    for length in range(max(len(before), len(after)), 1, -1):
        yield before[-length:] if length <= len(before) else ()
        yield after[:length] if length <= len(after) else ()


def _adds_up(at: int, parts: Sequence[int], figures: Figures) -> bool:
    if len(parts) < 2:
        return False
    compared = agreeing = 0
    for number, total in enumerate(figures[at][:_ROWS_COMPARED]):
        addends = [f for part in parts if (f := figures[part][number]) is not None]
        if total is not None and sum(map(bool, addends)) > 1:
            compared += 1
            agreeing += sum(addends) == total
    return compared >= _ENOUGH_ROWS and agreeing >= _MOSTLY * compared


def _ids(
    places: Sequence[int], headings: Sequence[Heading], sums: Mapping[int, tuple[int, ...]]
) -> dict[int, str]:
    ids: dict[int, str] = {}
    for at in places:
        wanted = _id(headings[at], is_sum=at in sums)
        taken = set(ids.values())
        free = (f"{wanted}-{n}" for n in range(2, len(places) + 2))
        ids[at] = wanted if wanted not in taken else next(i for i in free if i not in taken)
    return ids


def _id(heading: Heading, *, is_sum: bool) -> str:
    source = _source(heading.label)[0]
    if is_sum and heading.period is None:
        return "total"
    parts = [f"y{heading.period}" if heading.period else "", source]
    named = "-".join(filter(None, parts))
    if named:
        return f"{named}-total" if is_sum else named
    if _TOTAL.search(fold(heading.label)):
        return "total"
    return slugify(heading.label)[:_LONGEST_ID].strip("-") or "kinh-phi"


def _source(label: str) -> tuple[str, str | None]:
    """Short id and name of the source of funds in a heading."""
    plain = fold(label)
    found = ((key, name) for key, words, name in _SOURCES if words.search(plain))
    return next(found, ("", None))
