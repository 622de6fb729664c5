"""A deadline is told no finer than the document prints it."""

from datetime import date

import pytest

from generator.vietnamese import read_schedule
from generator.vietnamese.stretches import Stretch, stretch_until, years


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("hoàn thành Quý 1 năm 2027", "quý I/2027", "quarter"),
        ("2025 – 2026; hoàn thành Quý 2 năm 2026", "quý II/2026", "quarter"),
        ("Năm 2025; trong quý IV", "quý IV/2025", "quarter"),
        ("tháng 6/2026", "tháng 6/2026", "month"),
        ("tháng 4 - 5/2026", "đến hết tháng 5/2026", "span"),
        ("6 tháng đầu năm 2026", "6 tháng đầu năm 2026", "half-year"),
        ("6 tháng cuối năm 2026", "6 tháng cuối năm 2026", "half-year"),
        ("trước ngày 30/6/2026", "ngày 30/06/2026", "day"),
        ("trước tháng 6/2026", "ngày 31/05/2026", "day"),
    ],
)
def test_a_deadline_keeps_the_stretch_that_is_printed(
    text: str, words: str, precision: str
) -> None:
    """A quarter stays a quarter, though it is due on its last day."""
    reading = read_schedule(text)
    assert reading is not None
    assert reading.due is not None
    found = stretch_until(text, reading.due)
    assert (found.words, found.precision, found.last) == (words, precision, reading.due)
    assert found.finer_than_a_year


@pytest.mark.parametrize(
    ("stretch", "words"),
    [(years(2026, 2026), "năm 2026"), (years(2025, 2030), "giai đoạn 2025–2030")],
)
def test_whole_years_are_no_finer_than_a_year(stretch: Stretch, words: str) -> None:
    """Years end on 31 December and are told as years."""
    assert stretch.words == words
    assert not stretch.finer_than_a_year
    assert (stretch.last.month, stretch.last.day) == (12, 31)


def test_the_last_quarter_is_not_the_year() -> None:
    """Both end on the same day; what was printed tells them apart."""
    assert stretch_until("Quý IV/2026", date(2026, 12, 31)).words == "quý IV/2026"


def test_words_that_do_not_hold_the_day_give_the_day_alone() -> None:
    """A day entered by hand stands by itself, also where the words cannot be read."""
    day = date(2026, 3, 15)
    assert stretch_until("ngày 31/02/2026", day) == Stretch(day, day)
    assert stretch_until("", day).words == "ngày 15/03/2026"
