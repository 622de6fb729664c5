"""Days that come back each year are read whole or not at all."""

from datetime import date

import pytest

from generator.vietnamese.yearly_days import YearlyDay, read_yearly_days

EVERY_MONTH = tuple(range(1, 13))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("trước ngày 01/6", [((6,), 1)]),
        ("15/11", [((11,), 15)]),
        ("15 tháng 12", [((12,), 15)]),
        ("trước ngày 15/12 hằng năm", [((12,), 15)]),
        ("chậm nhất là ngày 20 tháng 11 hàng năm", [((11,), 20)]),
        ("trước ngày 10 tháng cuối quý", [((3, 6, 9, 12), 10)]),
        ("ngày 15 của tháng cuối mỗi quý", [((3, 6, 9, 12), 15)]),
        ("ngày 05 tháng đầu quý", [((1, 4, 7, 10), 5)]),
        ("ngày 25 hằng tháng", [(EVERY_MONTH, 25)]),
        ("trước ngày 01/6 và 15/11.", [((6,), 1), ((11,), 15)]),
        ("ngày 29/2", [((2,), 29)]),
    ],
)
def test_forms_of_official_use_are_read(text: str, days: list[tuple[tuple[int, ...], int]]) -> None:
    """Days, months and quarters, before or on the day, once or several times."""
    assert [(day.months, day.day) for day in read_yearly_days(text)] == days


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cuối năm",
        "30/2",
        "ngày 31/4",
        "15/13",
        "00/5",
        "trước ngày 15",
        "ngày 15/6/2026",
        "15/6 hoặc khi có yêu cầu",
        "trước ngày 01/6 và cuối năm",
    ],
)
def test_what_is_not_understood_whole_gives_no_day(text: str) -> None:
    """No day is made up: not from a day that no calendar has, nor from half of a text."""
    assert read_yearly_days(text) == ()


def test_dates_lie_within_both_ends() -> None:
    """The first and the last day belong to the span; what lies outside does not."""
    day = YearlyDay((6, 11), 15)
    found = list(day.between(date(2025, 6, 15), date(2026, 6, 15)))
    assert found == [date(2025, 6, 15), date(2025, 11, 15), date(2026, 6, 15)]
    assert list(day.between(date(2025, 6, 16), date(2025, 11, 14))) == []


def test_a_month_without_the_day_is_skipped() -> None:
    """The 31st comes seven times a year, the 29th of February in leap years."""
    year = (date(2025, 1, 1), date(2025, 12, 31))
    assert len(list(YearlyDay(EVERY_MONTH, 31).between(*year))) == 7
    assert list(YearlyDay((2,), 29).between(*year)) == []
