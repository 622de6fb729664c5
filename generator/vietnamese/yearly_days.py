"""Days that come back each year, as Vietnamese documents print them for reports.

"trước ngày 15/11", "trước ngày 10 tháng cuối quý", "ngày 25 hằng tháng". The reader is strict: a
text that it does not understand whole is not read, so that no day is made up.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.vietnamese.text import normalise_spaces

_LEAP_YEAR: Final = 2024
_EVERY: Final = r"(?:hằng|hàng|mỗi|từng)"
_LEAD: Final = r"(?:(?:chậm|muộn)\s+nhất\s+)?(?:(?:là|trước|đến|vào)\s+)*(?:ngày\s+)?"
_DAY: Final = r"(?P<day>[0-3]?[0-9])"
_QUARTER_MONTHS: Final = {
    "đầu": (1, 4, 7, 10),
    "giữa": (2, 5, 8, 11),
    "thứ hai": (2, 5, 8, 11),
    "cuối": (3, 6, 9, 12),
}
_FORM: Final = re.compile(
    rf"""{_LEAD}{_DAY}(?:
    (?:\s*/\s*|\s+tháng\s+)(?P<month>[01]?[0-9])(?:\s*,?\s+{_EVERY}\s+năm)?
    |\s+(?:của\s+)?tháng\s+(?P<of_quarter>đầu|giữa|thứ\s+hai|cuối)\s+(?:của\s+)?(?:{_EVERY}\s+)?quý
    |\s+(?:{_EVERY}|của\s+(?:hằng|mỗi|từng))\s+tháng
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SEPARATOR: Final = re.compile(r"\s*[;,]\s*|\s+và\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A day of some months, each year.

    Attributes:
        months: The months, rising.
        day: The day of the month.
    """

    months: tuple[int, ...]
    day: int

    def between(self, first: date, last: date) -> Iterator[date]:
        """Its dates from one day to another, both included; a month without the day is skipped."""
        for year in range(first.year, last.year + 1):
            for month in self.months:
                found = _date(year, month, self.day)
                if found is not None and first <= found <= last:
                    yield found


def read_yearly_days(text: str) -> tuple[YearlyDay, ...]:
    """Read days that come back each year.

    Args:
        text: Words such as "trước ngày 01/6 và 15/11" or "trước ngày 10 tháng cuối quý".

    Returns:
        The days in print order; nothing when not all of the text is understood. "Trước ngày
        15/11" is the 15th, as with the times of tasks.
    """
    line = normalise_spaces(unicodedata.normalize("NFC", text)).rstrip(".")
    found = [_read(piece) for piece in _SEPARATOR.split(line)]
    return tuple(day for day in found if day) if all(found) else ()


def _read(piece: str) -> YearlyDay | None:
    match = _FORM.fullmatch(piece)
    if match is None:
        return None
    months, day = _months(match), int(match["day"])
    real = any(_date(_LEAP_YEAR, month, day) for month in months)
    return YearlyDay(months, day) if real else None


def _months(match: re.Match[str]) -> tuple[int, ...]:
    if match["month"]:
        return (int(match["month"]),)
    if match["of_quarter"]:
        return _QUARTER_MONTHS[normalise_spaces(match["of_quarter"].lower())]
    return tuple(range(1, 13))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
