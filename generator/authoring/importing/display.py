"""Shows the value of a spreadsheet cell as a Vietnamese reader sees it on the sheet."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from generator.vietnamese import format_decimal
from generator.vietnamese.numbers import MINUS

_PLACES: Final = re.compile(r"[0#]\.([0#]+)")
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DAY: Final = (
    "Ô này là ngày tháng trong Excel; xem lại, vì Excel hay tự đổi số thứ tự hoặc thời hạn thành "
    "ngày."
)
_THREE_PLACES: Final = (
    "Ô này hiện ba số lẻ, nên số 5 hiện thành 5,000 hoặc 5.000; xem lại có phải năm nghìn không."
)
_NOISE: Final = Decimal("1e-9")
"""Difference that comes from binary fractions and not from a hidden digit."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as text.

    Attributes:
        text: What is seen; empty for nothing.
        number: The figure, exact, where the value is one.
        doubt: Why a person should look at it; empty when nothing is strange.
    """

    text: str
    number: Decimal | None = None
    doubt: str = ""


def shown(value: object, number_format: str) -> Shown:
    """Show a value.

    Args:
        value: As openpyxl gives it.
        number_format: The cell's number format, `#,##0` or `General`.

    Returns:
        Its text in Vietnamese writing; a figure without needless digits.
    """
    match value:
        case None:
            return Shown("")
        case bool():
            return Shown("TRUE" if value else "FALSE", doubt="Ô này là giá trị đúng/sai của Excel.")
        case int() | float():
            return _figure(value, number_format)
        case datetime() | date():
            return Shown(_day(value, number_format), doubt=_DAY)
        case time() | timedelta():
            return Shown(str(value), doubt=_DAY)
        case _:
            return Shown(str(value))


def _figure(value: float, number_format: str) -> Shown:
    try:
        exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if not exact.is_finite() or abs(exact) >= Decimal(10) ** 30:
            return Shown("", doubt="Ô này là một số mà Excel không ghi được.")
    except InvalidOperation:  # pragma: no cover - repr of a float is always a figure
        return Shown("")
    plain = _QUOTED.sub("", number_format.split(";")[0])
    if "%" in plain:
        return Shown(f"{_rounded(exact * 100, plain)}%", (exact * 100).normalize())
    grouped = "," in plain
    text = _rounded(exact, plain)
    doubt = _THREE_PLACES if plain == "0.000" and exact else ""
    return Shown(text if grouped else text.replace(".", ""), exact, doubt)


def _rounded(figure: Decimal, plain: str) -> str:
    """The figure with the decimals that the format shows, or all of them where some would be lost."""
    places = _PLACES.search(plain)
    if places or re.search("[0#]", plain):
        step = Decimal(1).scaleb(-len(places[1]) if places else 0)
        seen = figure.quantize(step, ROUND_HALF_UP)
        if abs(seen - figure) < _NOISE:
            return format_decimal(seen).replace(MINUS, "-")
    return format_decimal(_trimmed(figure)).replace(MINUS, "-")


def _trimmed(figure: Decimal) -> Decimal:
    return Decimal(f"{figure.normalize():f}") if figure else Decimal(0)


def _day(value: date, number_format: str) -> str:
    plain = _QUOTED.sub("", number_format).lower()
    if "d" in plain or "m" not in plain:
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    return f"{value.month:02}/{value.year:04}"
