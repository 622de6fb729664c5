"""Stretches of the calendar that a document names: a day, a month, a quarter, a year, a span.

`read_schedule` gives the day by which a task is done. A document that prints "Quý 2 năm 2026"
names no day, so whoever shows that day must say what was printed; this module keeps the two
together.
"""

import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from generator.vietnamese.moments import Moment, find_moments, find_part_of_year
from generator.vietnamese.numbers import format_date
from generator.vietnamese.text import normalise_spaces

Precision = Literal["day", "month", "quarter", "half-year", "year", "span"]

_ROMAN: Final = ("I", "II", "III", "IV")
_BY_MONTHS: Final[dict[int, Precision]] = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A stretch of the calendar.

    Attributes:
        first: Its first day.
        last: Its last day.
    """

    first: date
    last: date

    @property
    def precision(self) -> Precision:
        """How finely it is told; whatever is no whole month, quarter or half-year is a span."""
        if self.first == self.last:
            return "day"
        months = _months(self)
        whole = self.first.day == 1 and _ends_a_month(self.last)
        if not whole or (self.first.month - 1) % months:
            return "span"
        return _BY_MONTHS.get(months, "span")

    @property
    def finer_than_a_year(self) -> bool:
        """Whether more is told than whole years."""
        return (self.first.month, self.first.day, self.last.month) != (1, 1, 12)

    @property
    def words(self) -> str:
        """`ngày 31/03/2027`, `tháng 6/2026`, `quý II/2026`, `năm 2025`, `giai đoạn 2025–2030`."""
        year, month = self.last.year, self.last.month
        match self.precision:
            case "day":
                return f"ngày {format_date(self.last)}"
            case "month":
                return f"tháng {month}/{year}"
            case "quarter":
                return f"quý {_ROMAN[(month - 1) // 3]}/{year}"
            case "half-year":
                return f"6 tháng {'đầu' if month == 6 else 'cuối'} năm {year}"
            case "year":
                return f"năm {year}"
            case "span" if month < 12:
                return f"đến hết tháng {month}/{year}"
            case "span":
                return f"giai đoạn {self.first.year}–{year}"


def stretch_until(text: str, day: date) -> Stretch:
    """Find the stretch of which a day is the last.

    Args:
        text: The words that tell the time, as printed.
        day: The day that was read from them.

    Returns:
        The quarter, month or other stretch that the words name and that ends on the day; the day
        alone where they name none, as in "trước tháng 6/2026".
    """
    line = normalise_spaces(unicodedata.normalize("NFC", text))
    # "Năm 2025; quý IV" names two that end on one day; the day was read from the shorter one.
    first = max((m.first for m in _moments(line, day.year) if m.last == day), default=day)
    return Stretch(first, day)


def years(first: int, last: int) -> Stretch:
    """The stretch from one year to another, both whole."""
    return Stretch(date(first, 1, 1), date(last, 12, 31))


def _moments(line: str, year: int) -> Iterator[Moment]:
    """What the line names, with the year first; nothing from where it cannot be read."""
    try:
        yield from find_moments(line)
        yield from find_part_of_year(line, year)
    except ValueError:
        return


def _months(stretch: Stretch) -> int:
    first, last = stretch.first, stretch.last
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _ends_a_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
