"""Reads what a cell of a target or a baseline says: comparator, figures, period."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from generator.authoring.importing.texts import shorten
from generator.model import Comparator, Period
from generator.model.base import FIRST_YEAR, LAST_YEAR
from generator.vietnamese import fold, numbers_in, parse_decimal

_DASH: Final = r"[-\u2010-\u2015\u2212]"
_FIGURE: Final = r"[0-9][0-9.]*(?:,[0-9]+)?"
_YEAR: Final = r"(?:19[4-9][0-9]|20[0-9]{2}|2100)"
_BLANK: Final = re.compile(r"[\W_]*|[xX]")
_SPAN: Final = re.compile(
    rf"(?<![0-9])({_YEAR})\s*(?:{_DASH}|đến|tới)\s*(?:năm\s+)?({_YEAR})(?![0-9])"
)
_ONE_YEAR: Final = re.compile(
    rf"(?<![0-9.,/])(?:năm\s+)?({_YEAR})(?![0-9]|[.,/][0-9])", re.IGNORECASE
)
_RANK_WITHIN: Final = re.compile(
    r"(?:\bnhóm|\btop|\btốp|trong số)\s+(?P<a>[0-9]{1,3})\b"
    r"|\b(?:thuộc|trong)\s+(?P<b>[0-9]{1,3})\s+(?:tỉnh|địa phương|đơn vị)",
    re.IGNORECASE,
)
_RANK: Final = re.compile(
    r"\bhạng\s+(?:thứ\s+)?(?P<rank>[0-9]{1,3})(?:\s*/\s*(?P<of>[0-9]{1,3}))?", re.I
)
_RANGE: Final = re.compile(
    rf"(?P<low>{_FIGURE})\s*%?\s*(?:{_DASH}|đến)\s*(?P<high>{_FIGURE})", re.IGNORECASE
)
_SINCE: Final = re.compile(rf"so với\s+(?:cùng kỳ\s+)?(?:năm\s+)?{_YEAR}(?![0-9])", re.IGNORECASE)
"""The year that a change is reckoned from is not the year of the target."""
_CHANGE: Final = re.compile(r"\b(?:tăng|giảm|gấp|so với)\b", re.IGNORECASE)
_EACH_YEAR: Final = re.compile(r"\b(?:mỗi|hằng|hàng|từng)\s+năm\b|/\s*năm\b", re.IGNORECASE)
_SIGNS: Final[tuple[tuple[Comparator, re.Pattern[str]], ...]] = (
    (">=", re.compile(r"≥|>=|\btoi thieu\b|\bit nhat\b|\bkhong (duoi|thap hon|it hon)\b|tro len")),
    ("<=", re.compile(r"≤|<=|\btoi da\b|\bkhong (qua|vuot)\b|\bnhieu nhat\b|tro xuong")),
    (">", re.compile(r">|\btren\b(?! dia ban| tong| [a-z]+ [a-z]+ dan)|\bhon\b")),
    ("<", re.compile(r"<|\bduoi\b")),
)


@dataclass(frozen=True, slots=True)
class TargetReading:
    """What a cell says.

    Attributes:
        comparator: How the figure is meant; qualitative where there is none.
        value: The figure, or the lower one of a range.
        value_max: The upper one of a range.
        period: Year or span that the cell itself names.
        rank: Rank beside a figure: "42,05 điểm, hạng 12".
        rank_of: Number of those that are ranked.
        doubt: What a person should look at; empty when nothing is strange.
    """

    comparator: Comparator
    value: Decimal | None = None
    value_max: Decimal | None = None
    period: Period | None = None
    rank: int | None = None
    rank_of: int | None = None
    doubt: str = ""


def read_target(text: str) -> TargetReading | None:
    """Read a cell.

    Args:
        text: Its text on one line.

    Returns:
        The reading; None for a blank cell and for a lone dash.
    """
    if _BLANK.fullmatch(text):
        return None
    dated = _SINCE.sub(" ", text)
    period = _period(dated)
    rest = _ONE_YEAR.sub(" ", _SPAN.sub(" ", dated))
    if within := _RANK_WITHIN.search(rest):
        return TargetReading("rank-within", Decimal(within["a"] or within["b"]), period=period)
    ranked = _RANK.search(rest)
    figures_in = _RANK.sub(" ", rest) if ranked else rest
    figures = numbers_in(figures_in)
    rank, rank_of = _rank(ranked)
    if not figures:
        if rank is not None:
            doubt = _several(text) if len(_RANK.findall(rest)) > 1 else ""
            return TargetReading("=", Decimal(rank), None, period, None, rank_of, doubt)
        return TargetReading("qualitative", period=period)
    reading = _with_figures(figures_in, figures, period, (rank, rank_of))
    several = len(figures) > 1 and reading.comparator != "range"
    return replace(reading, doubt=_several(text) if several else _more_than_a_figure(text))


def _with_figures(
    text: str,
    figures: tuple[Decimal, ...],
    period: Period | None,
    ranked: tuple[int | None, int | None],
) -> TargetReading:
    rank, rank_of = ranked
    span = _RANGE.search(text)
    if span and len(figures) == 2:
        low, high = parse_decimal(span["low"].rstrip(".")), parse_decimal(span["high"].rstrip("."))
        if low < high:
            return TargetReading("range", low, high, period, rank, rank_of)
    return TargetReading(_comparator(text), figures[0], None, period, rank, rank_of)


def _several(text: str) -> str:
    return f"Ô «{shorten(text, 80)}» có nhiều con số; chỉ lấy số đầu."


def _more_than_a_figure(text: str) -> str:
    """What is lost when only the figure of a cell is taken; empty when nothing is."""
    cell = shorten(text, 80)
    if _CHANGE.search(text):
        return f"Ô «{cell}» có lẽ nói mức tăng, giảm, không phải mức phải đạt; xem lại con số."
    if _EACH_YEAR.search(text):
        return f"Ô «{cell}» nói mức của mỗi năm; xem lại khóa per_year."
    return ""


def _comparator(text: str) -> Comparator:
    plain = fold(text)
    return next((sign for sign, words in _SIGNS if words.search(plain)), "=")


def _rank(match: re.Match[str] | None) -> tuple[int | None, int | None]:
    if match is None:
        return None, None
    return int(match["rank"]) or None, int(match["of"]) or None if match["of"] else None


def _period(text: str) -> Period | None:
    if span := _SPAN.search(text):
        start, end = int(span[1]), int(span[2])
        return Period(start, end) if FIRST_YEAR <= start <= end <= LAST_YEAR else None
    years = {int(year) for year in _ONE_YEAR.findall(text)}
    return Period(year, year) if len(years) == 1 and (year := years.pop()) else None


def first_year(text: str) -> Period | None:
    """The first year that a text names; None for none."""
    year = _ONE_YEAR.search(text)
    return Period(int(year[1]), int(year[1])) if year else None
