"""Figures, comparators and schedules in words."""

from datetime import date
from decimal import Decimal

import pytest

from generator.model import Comparator, Observation, Period, Target, Unit
from generator.pages.views.money import Money, money_in
from generator.pages.views.schedules import schedule_cell
from generator.vietnamese import ScheduleReading, read_schedule
from generator.words import (
    baseline_words,
    period_title,
    schedule_words,
    short_target,
    target_words,
)

POINT = Unit(name="điểm", kind="score")
PERCENT = Unit(name="%", kind="percent")
RANK = Unit(name="hạng", kind="rank")
YEAR = Period(2030, 2030)


def plain(text: str) -> str:
    """Text with ordinary spaces."""
    return text.replace("\u00a0", " ")


def target(comparator: Comparator, value: str | None, value_max: str | None = None) -> Target:
    """A target for 2030."""
    return Target.model_construct(
        period=YEAR,
        comparator=comparator,
        value=None if value is None else Decimal(value),
        value_max=None if value_max is None else Decimal(value_max),
        per_year=False,
        text="như in",
        note=None,
    )


@pytest.mark.parametrize(
    ("comparator", "value", "value_max", "unit", "words", "short"),
    [
        ("=", "45", None, POINT, "45 điểm", "45"),
        (">=", "45", None, POINT, "ít nhất 45 điểm", "≥ 45"),
        (">", "60", None, PERCENT, "trên 60 %", "> 60"),
        ("<=", "3.5", None, PERCENT, "không quá 3,5 %", "≤ 3,5"),
        ("<", "1000", None, POINT, "dưới 1.000 điểm", "< 1.000"),
        ("range", "60", "70", PERCENT, "từ 60 đến 70 %", "60–70"),
        ("rank-within", "10", None, RANK, "trong nhóm 10 tỉnh, thành phố", "nhóm 10"),
        ("=", "12", None, RANK, "hạng 12", "12"),
        ("qualitative", None, None, POINT, "như in", "định tính"),
    ],
)
def test_a_comparator_is_said_in_words(
    comparator: Comparator,
    value: str | None,
    value_max: str | None,
    unit: Unit,
    words: str,
    short: str,
) -> None:
    """Long for a sentence, short for a cell; without a figure the printed text stands."""
    made = target(comparator, value, value_max)
    assert plain(target_words(made, unit)) == words
    assert plain(short_target(made)) == short


def test_a_target_for_each_year_says_so() -> None:
    """`per_year` is not lost, in a sentence or in a cell."""
    yearly = target(">=", "3").model_copy(update={"per_year": True})
    assert plain(target_words(yearly, PERCENT)) == "ít nhất 3 % mỗi năm"
    assert plain(short_target(yearly)) == "≥ 3 mỗi năm"


@pytest.mark.parametrize(
    ("unit", "value", "rank", "rank_of", "words"),
    [
        (POINT, "42.05", 12, None, "42,05 điểm, hạng 12"),
        (RANK, "17", None, 63, "hạng 17/63"),
        (RANK, None, 17, 63, "hạng 17/63"),
        (POINT, None, None, None, "như in"),
    ],
)
def test_a_baseline_says_value_and_rank(
    unit: Unit, value: str | None, rank: int | None, rank_of: int | None, words: str
) -> None:
    """A cell that prints a value and a rank keeps both."""
    observation = Observation.model_construct(
        period=YEAR,
        comparator="=",
        value=None if value is None else Decimal(value),
        value_max=None,
        rank=rank,
        rank_of=rank_of,
        text="như in",
        area=None,
        note=None,
    )
    assert plain(baseline_words(observation, unit)) == words


def test_periods_are_years_or_spans() -> None:
    """A year is a year, a span has an en dash."""
    assert period_title(YEAR) == "năm 2030"
    assert period_title(Period(2026, 2030)) == "giai đoạn 2026–2030"


def test_money_is_exact_and_human() -> None:
    """An amount in triệu đồng is told in its unit, in đồng, and as people say it."""
    money = money_in(5698358, Unit(name="triệu đồng", kind="money", factor_vnd=10**6))
    assert plain(money.printed) == "5.698.358 triệu đồng"
    assert plain(money.exact) == "5.698.358.000.000 đồng"
    assert plain(money.human) == "5.698 tỷ đồng"


@pytest.mark.parametrize("amount", [0, 780, 15_000, 5_698_358, 12_345_600, 9_999_999_999])
@pytest.mark.parametrize("factor", [1, 10**3, 10**6, 10**9])
def test_a_figure_is_never_torn_from_its_unit(amount: int, factor: int) -> None:
    """At every size a no-break space follows the figure, and a comma is the decimal mark."""
    money = money_in(amount, Unit(name="đơn vị", kind="money", factor_vnd=factor))
    for words in (money.printed, money.exact, money.human):
        figure, unit = words.split("\u00a0", 1)
        assert set(figure) <= set("0123456789.,")
        assert figure.count(",") <= 1
        assert unit[0].isalpha()


def test_an_amount_without_a_unit_of_money_stays_as_it_is() -> None:
    """Nothing is converted that cannot be."""
    assert plain(Money(3, "suất", None).human) == "3 suất"


def test_a_schedule_is_read_into_years_day_cycle_and_condition() -> None:
    """Every fact of a reading is said, in this order."""
    reading = ScheduleReading(
        start=2025, end=2028, due=date(2028, 3, 31), recurrence="mỗi năm", condition="nếu có vốn"
    )
    assert schedule_words(reading) == "2025–2028; hạn 31/03/2028; mỗi năm; nếu có vốn"


@pytest.mark.parametrize(
    ("text", "title", "words", "printed"),
    [
        ("2025 - 2030", "Việc", "2025–2030", ""),
        ("Năm 2025", "Việc", "2025", ""),
        ("2025 - 2030", "Việc (2025 - 2030)", "2025–2030", ""),
        ("Quý II năm 2026", "Việc", None, "Quý II năm 2026"),
    ],
)
def test_printed_words_are_shown_unless_they_only_repeat(
    text: str, title: str, words: str | None, printed: str
) -> None:
    """What was read stands first; printed words stand below it when they say it otherwise."""
    cell = schedule_cell(read_schedule(text), text, title)
    assert words is None or cell.words == words
    assert cell.words
    assert cell.printed == printed


def test_words_that_could_not_be_read_are_shown_as_printed() -> None:
    """Nothing is lost when a schedule cannot be read, even if the title holds the same words."""
    cell = schedule_cell(None, "bao giờ xong thì thôi", "Việc, bao giờ xong thì thôi")
    assert cell.printed == "bao giờ xong thì thôi"
    assert cell.shown
    assert not schedule_cell(None, None, "Việc").shown


def test_a_yearly_range_says_so_and_a_yearly_wish_does_not_say_it_twice() -> None:
    """Every figure of a yearly target is told to be yearly; printed words stand alone."""
    span = target("range", "30", "40").model_copy(update={"per_year": True})
    wish = target("qualitative", None).model_copy(update={"per_year": True})
    assert plain(short_target(span)) == "30–40 mỗi năm"
    assert plain(target_words(span, POINT)) == "từ 30 đến 40 điểm mỗi năm"
    assert target_words(wish, POINT) == "như in"
