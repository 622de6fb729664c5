"""Days, months, quarters, half-years and years as Vietnamese documents print them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_YEAR: Final = r"(?:19[4-9][0-9]|20[0-9]{2}|2100)(?![\w/]|\.[0-9]|,[0-9](?![0-9]{3}))"
_QUARTER: Final = r"(?:IV|I{1,3}|0?[1-4])(?!\w)"
_MONTH: Final = r"[01]?[0-9](?!\w)"
_LIST: Final = r"\s*(?:[-\u2010-\u2015,]|và|đến)\s*"
_QUARTERS: Final = (
    rf"quý\s*(?P<quarter>{_QUARTER})(?:{_LIST}(?:quý\s*)?(?P<quarter_to>{_QUARTER}))*"
)
_MONTHS: Final = rf"tháng\s*(?P<month>{_MONTH})(?:{_LIST}(?:tháng\s*)?(?P<month_to>{_MONTH}))*"

_MOMENT: Final = re.compile(
    rf"""(?<![\w/.])(?:
    (?:ngày\s+)?(?P<day>[0-3]?[0-9])
        (?:\s*[/.\-]\s*|\s+tháng\s+)(?P<day_month>[01]?[0-9])
        (?:\s*[/.\-]\s*|\s+năm\s+)(?P<day_year>{_YEAR})
    |{_QUARTERS}\s*(?:[/,\-]|của)?\s*(?:năm\s+)?(?P<quarter_year>{_YEAR})
    |(?:0?6|sáu)\s+tháng\s+(?P<half>đầu|cuối)\s+(?:của\s+)?(?:năm\s+)?(?P<half_year>{_YEAR})
    |{_MONTHS}\s*(?:[/,\-]|của)?\s*(?:năm\s+)?(?P<month_year>{_YEAR})
    |(?<!quý\s)(?<!số\s)(?P<short_month>{_MONTH})\s*/\s*(?P<short_year>{_YEAR})
    |(?:năm\s+)?(?P<year>{_YEAR})
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PART_OF_YEAR: Final = re.compile(rf"(?<!\w)(?:{_QUARTERS}|{_MONTHS})", re.IGNORECASE)
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar that a text names.

    Attributes:
        first: Its first day.
        last: Its last day.
        fine: Whether it is finer than a year: a day, a month, a quarter, a half-year.
        whole_day: Whether it is a single day.
        begin: Offset of its words in the text.
        stop: Offset after its words.
    """

    first: date
    last: date
    fine: bool
    whole_day: bool
    begin: int
    stop: int


def _months(match: re.Match[str]) -> tuple[int, int, int]:
    """First month, last month and year of a match that is no day."""
    found = match.groupdict()
    if found["year"]:
        return 1, 12, int(found["year"])
    if found["half"]:
        first = 1 if found["half"].lower() == "đầu" else 7
        return first, first + 5, int(found["half_year"])
    if found["short_month"]:
        return int(found["short_month"]), int(found["short_month"]), int(found["short_year"])
    first, last = _part_of_year(match)
    return first, last, int(found["quarter_year"] or found["month_year"])


def _part_of_year(match: re.Match[str]) -> tuple[int, int]:
    """First and last month of quarters or months."""
    if match["quarter"]:
        first, last = (
            _ROMAN.get(text.lower()) or int(text)
            for text in (match["quarter"], match["quarter_to"] or match["quarter"])
        )
        return 3 * first - 2, 3 * last
    return int(match["month"]), int(match["month_to"] or match["month"])


def _span(first_month: int, last_month: int, year: int) -> tuple[date, date]:
    first = date(year, first_month, 1)
    return first, date(year, last_month, 1).replace(day=monthrange(year, last_month)[1])


def _moment(match: re.Match[str]) -> Moment:
    if match["day"]:
        day = date(int(match["day_year"]), int(match["day_month"]), int(match["day"]))
        return Moment(day, day, True, True, match.start(), match.end())
    first, last = _span(*_months(match))
    return Moment(first, last, not match["year"], False, match.start(), match.end())


def find_moments(text: str) -> Iterator[Moment]:
    """Find the moments that a text names, in its order.

    Args:
        text: Text in NFC.

    Yields:
        Each day, month, quarter, half-year or year, the longest form that is printed.

    Raises:
        ValueError: A day or month is not in the calendar, or a list of months runs backwards.
    """
    for match in _MOMENT.finditer(text):
        moment = _moment(match)
        if moment.first > moment.last:
            raise ValueError(match[0])
        yield moment


def find_part_of_year(text: str, year: int | None) -> Iterator[Moment]:
    """Find quarters and months that are printed without their year.

    Args:
        text: Text in NFC, without the moments of `find_moments`.
        year: The year that they are in, if the rest of the text tells it.

    Yields:
        Each quarter or month in that year.

    Raises:
        ValueError: The year is not known, a month is not in the calendar, or a list of them runs
            backwards.
    """
    for match in _PART_OF_YEAR.finditer(text):
        if year is None:
            raise ValueError(match[0])
        first, last = _span(*_part_of_year(match), year)
        if first > last:
            raise ValueError(match[0])
        yield Moment(first, last, True, False, match.start(), match.end())
