"""Figures in Vietnamese writing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import KehoachError
from generator.vietnamese import (
    FigureError,
    format_date,
    format_decimal,
    format_integer,
    format_money,
    format_percent,
    format_signed_integer,
    format_vnd_exact,
    numbers_in,
    parse_decimal,
    parse_integer,
)

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**12)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1000, "1.000"), (1184374, "1.184.374"), (-4997, "\u22124.997")],
)
def test_integers_are_grouped_by_points(number: int, text: str) -> None:
    """Thousands are grouped by points, and the minus is the true one."""
    assert format_integer(number) == text


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (1184, "+1.184"), (-5, "\u22125")])
def test_differences_carry_their_sign(number: int, text: str) -> None:
    """A difference shows plus or a true minus, zero neither."""
    assert format_signed_integer(number) == text


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Decimal("42.05"), "42,05"),
        (Decimal("42.50"), "42,50"),
        (Decimal("45.0"), "45"),
        (45, "45"),
        (Decimal("1184.5"), "1.184,5"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("-0.05"), "\u22120,05"),
        (Decimal("0.0000001"), "0,0000001"),
        (Decimal("123456789012345678901234567890.5"), "123.456.789.012.345.678.901.234.567.890,5"),
    ],
)
def test_decimals_are_written_exactly(figure: Decimal | int, text: str) -> None:
    """Every digit given is kept; a whole figure has no decimals."""
    assert format_decimal(figure) == text


@pytest.mark.parametrize("figure", [Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_figure_is_not_written(figure: Decimal) -> None:
    """NaN and infinity are refused."""
    with pytest.raises(FigureError):
        format_decimal(figure)


def test_percent_has_a_no_break_space() -> None:
    """A percentage and its sign stay on one line."""
    assert format_percent(Decimal("42.05")) == "42,05\u00a0%"
    assert format_percent(100) == "100\u00a0%"


@pytest.mark.parametrize(
    ("vnd", "text"),
    [
        (0, "0_đồng"),
        (999, "999_đồng"),
        (1_234, "1.234_đồng"),
        (500_000, "500_nghìn đồng"),
        (999_999, "999.999_đồng"),
        (1_000_000, "1_triệu đồng"),
        (780_000_000, "780_triệu đồng"),
        (999_949_999, "999,9_triệu đồng"),
        (999_950_000, "1_tỷ đồng"),
        (1_500_000_000, "1,5_tỷ đồng"),
        (300_430_000_000, "300,4_tỷ đồng"),
        (5_860_734_000_000, "5.861_tỷ đồng"),
        (6_856_988_000_000, "6.857_tỷ đồng"),
        (9_999_499_999_999, "9.999_tỷ đồng"),
        (9_999_500_000_000, "10_nghìn tỷ đồng"),
        (12_345_600_000_000, "12,35_nghìn tỷ đồng"),
        (11_511_900_000_000_000, "11,51_triệu tỷ đồng"),
        (-1_500_000_000, "\u22121,5_tỷ đồng"),
        (-500_000, "\u2212500_nghìn đồng"),
    ],
)
def test_money_is_told_in_four_digits(vnd: int, text: str) -> None:
    """Amounts for people have the unit that fits, four digits at most, and a no-break space."""
    assert format_money(vnd) == text.replace("_", "\u00a0")


@given(st.integers(10**6, 10**18))
def test_money_for_people_is_close_to_the_amount(vnd: int) -> None:
    """What is told differs from the amount by no more than a two-thousandth."""
    names = {"triệu": 10**6, "tỷ": 10**9, "nghìn tỷ": 10**12, "triệu tỷ": 10**15}
    figure, unit = format_money(vnd).split("\u00a0")
    told = parse_decimal(figure) * names[unit.removesuffix(" đồng")]
    assert abs(told - vnd) * 2000 <= vnd


def test_exact_money_keeps_every_dong() -> None:
    """The exact form keeps all digits."""
    assert format_vnd_exact(6_856_988_000_000) == "6.856.988.000.000\u00a0đồng"


def test_dates_are_day_month_year() -> None:
    """A day is written with two digits for day and month."""
    assert format_date(date(2025, 9, 22)) == "22/09/2025"


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.184.374", 1184374), ("1184374", 1184374), ("01", 1), ("0", 0), ("-1.000", -1000)],
)
def test_integers_are_read(text: str, number: int) -> None:
    """Grouped and plain integers are read, leading zeros too."""
    assert parse_integer(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "1.18", "1.1844", "1184.374", "1.184.37", "0.123", "1,5", " 1", "1 000", "1e3", "--1",
     "\u0661", "1.184.374 đồng", "1_000"],
)  # fmt: skip
def test_wrongly_grouped_integers_are_refused(text: str) -> None:
    """Anything but digits in groups of three is refused, naming the text."""
    with pytest.raises(ValueError, match="số nguyên") as caught:
        parse_integer(text)
    assert f"«{text}»" in str(caught.value)
    assert isinstance(caught.value, KehoachError)


@pytest.mark.parametrize(
    ("text", "figure"),
    [("42,05", "42.05"), ("42,50", "42.50"), ("1.184,5", "1184.5"), ("45", "45"),
     ("\u22120,5", "-0.5"), ("1.184", "1184")],
)  # fmt: skip
def test_decimals_are_read(text: str, figure: str) -> None:
    """The comma is the decimal mark; the digits are kept as written."""
    assert str(parse_decimal(text)) == figure


@pytest.mark.parametrize("text", ["", "42.05", "42,", ",5", "1,2,3", "42,05 %", "1.18,5", "NaN"])
def test_wrongly_written_decimals_are_refused(text: str) -> None:
    """A point for the decimal mark, or anything around the figure, is refused."""
    with pytest.raises(FigureError, match="số thập phân"):
        parse_decimal(text)


@given(st.integers())
def test_integers_come_back_from_writing(number: int) -> None:
    """Any integer is read back from its writing."""
    assert parse_integer(format_integer(number)) == number


@given(DECIMALS)
def test_decimals_come_back_from_writing(figure: Decimal) -> None:
    """Any figure is read back with the same value."""
    assert parse_decimal(format_decimal(figure)) == figure


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("43,35 %", ["43.35"]),
        ("1.184.374", ["1184374"]),
        ("1.184.374,5.", ["1184374.5"]),
        ("17/63", ["17", "63"]),
        ("\u226545", ["45"]),
        ("2016- 2020", ["2016", "2020"]),
        ("01 khu", ["1"]),
        ("đạt 1.184. Năm 2025,", ["1184", "2025"]),
        ("42,05;43,5", ["42.05", "43.5"]),
        ("1,2,3", ["1", "2", "3"]),
        ("1.10", ["1", "10"]),
        ("30.6.2025", ["30", "6", "2025"]),
        ("22/09/2025", ["22", "9", "2025"]),
        ("1.184.37", ["1", "184", "37"]),
        ("57-NQ/TW", ["57"]),
        ("12/10.000 dân", ["12", "10000"]),
        ("không có", []),
    ],
)
def test_every_printed_figure_is_found(text: str, figures: list[str]) -> None:
    """All figures of a text are found in order, ranges and fractions as two."""
    assert [str(figure) for figure in numbers_in(text)] == figures


@given(st.text(alphabet="0123456789.,/- ", max_size=40))
def test_no_digit_is_lost(text: str) -> None:
    """Every digit of a text is in one of the figures found."""
    found = "".join(format(figure, "f").replace(".", "") for figure in numbers_in(text))
    digits = [c for c in text if c.isdigit()]
    assert found.replace("0", "") == "".join(digits).replace("0", "")
