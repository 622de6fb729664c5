"""Figures as Vietnamese readers write them: `1.184.374`, `42,05 %`, `6.857 tỷ đồng`.

A point groups thousands, a comma is the decimal mark, a no-break space stands between a figure
and its unit, and the minus is the true minus sign.
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from generator.errors import KehoachError

NO_BREAK_SPACE: Final = "\u00a0"
MINUS: Final = "\u2212"

_INTEGER: Final = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DECIMAL: Final = re.compile(rf"(?P<whole>{_INTEGER.pattern})(?:,(?P<fraction>[0-9]+))?")
_PRINTED: Final = re.compile(
    r"(?<![0-9][.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?(?![.,]?[0-9])"  # 1.184.374,5
    r"|(?<![0-9],)[0-9]+,[0-9]+(?!,?[0-9])"  # 42,05 but not the list 1,2,3
    r"|[0-9]+"
)
_FOUR_DIGITS: Final = Context(prec=4, rounding=ROUND_HALF_UP)
_MILLION: Final = 10**6
_MONEY_UNITS: Final = (
    (10**15, 10**16, "triệu tỷ đồng"),
    (10**12, 10**13, "nghìn tỷ đồng"),
    (10**9, 10**9, "tỷ đồng"),
    (_MILLION, _MILLION, "triệu đồng"),
)
"""Value of the unit, smallest amount told in it, its name."""


MOST_DIGITS = 1000
"""Of an integer; far more than any figure has, and fewer than Python turns into a number."""


class FigureError(KehoachError, ValueError):
    """Text that is no figure in Vietnamese writing."""


def _signed(negative: bool, digits: str) -> str:
    return f"{MINUS}{digits}" if negative else digits


def format_integer(n: int) -> str:
    """Write an integer.

    Args:
        n: Any integer.

    Returns:
        `1.184.374`; a negative one with a true minus sign.
    """
    return _signed(n < 0, f"{abs(n):,}".replace(",", "."))


def format_signed_integer(n: int) -> str:
    """Write a difference.

    Args:
        n: Any integer.

    Returns:
        `+1.184`, `0`, or `1.184` after a true minus sign.
    """
    return f"+{format_integer(n)}" if n > 0 else format_integer(n)


def format_decimal(x: Decimal | int) -> str:
    """Write a figure exactly, without rounding.

    Args:
        x: Any finite figure.

    Returns:
        `42,05`. The decimals are kept as given (`42,50`), but a whole figure has none: 45.0 gives
        `45`.

    Raises:
        FigureError: The figure is infinite or not a number.
    """
    figure = Decimal(x)
    if not figure.is_finite():
        raise FigureError(f"«{figure}» không phải là một con số viết ra được.")
    whole, _, fraction = f"{figure.copy_abs():f}".partition(".")
    grouped = format_integer(int(whole))
    return _signed(figure < 0, f"{grouped},{fraction}" if fraction.strip("0") else grouped)


def format_percent(x: Decimal | int) -> str:
    """Write a percentage.

    Args:
        x: The figure in per cent: 42.05 for 42.05 %.

    Returns:
        `42,05 %` with a no-break space.

    Raises:
        FigureError: The figure is infinite or not a number.
    """
    return f"{format_decimal(x)}{NO_BREAK_SPACE}%"


def format_money(vnd: int) -> str:
    """Write an amount for people to read, in at most four significant digits.

    Below one million the amount is exact: in thousands when it is whole thousands, else in đồng.
    From ten thousand tỷ on it is told in nghìn tỷ, from ten thousand nghìn tỷ on in triệu tỷ, so
    that four digits are enough. Half is rounded away from zero.

    Args:
        vnd: Amount in đồng.

    Returns:
        `6.857 tỷ đồng`, `300,4 tỷ đồng`, `500 nghìn đồng`, with a no-break space after the figure.
    """
    if abs(vnd) < _MILLION:
        if vnd and vnd % 1000 == 0:
            return f"{format_integer(vnd // 1000)}{NO_BREAK_SPACE}nghìn đồng"
        return format_vnd_exact(vnd)
    rounded = _FOUR_DIGITS.create_decimal(vnd)
    value, name = next((v, n) for v, least, n in _MONEY_UNITS if abs(rounded) >= least)
    return f"{format_decimal((rounded / value).normalize())}{NO_BREAK_SPACE}{name}"


def format_vnd_exact(vnd: int) -> str:
    """Write an amount to the last đồng.

    Args:
        vnd: Amount in đồng.

    Returns:
        `6.856.988.000.000 đồng` with a no-break space.
    """
    return f"{format_integer(vnd)}{NO_BREAK_SPACE}đồng"


def format_date(day: date) -> str:
    """Write a calendar day.

    Args:
        day: The day.

    Returns:
        `22/09/2025`.
    """
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _split_sign(text: str) -> tuple[bool, str]:
    negative = text[:1] in {"-", MINUS}
    return negative, text[1:] if negative else text


def parse_integer(text: str) -> int:
    """Read an integer in Vietnamese writing.

    Args:
        text: `1.184.374` or `1184374`, nothing around it; a minus sign may stand before it.

    Returns:
        The integer.

    Raises:
        FigureError: The text is anything else; the message says what is expected.
    """
    negative, digits = _split_sign(text)
    if not _INTEGER.fullmatch(digits) or len(digits) > MOST_DIGITS:
        raise FigureError(
            f"«{text[:60]}» không phải số nguyên: chỉ viết chữ số, dấu chấm ngăn từng nhóm ba chữ số "
            "(1.184.374)."
        )
    number = int(digits.replace(".", ""))
    return -number if negative else number


def parse_decimal(text: str) -> Decimal:
    """Read a figure in Vietnamese writing.

    Args:
        text: `42,05`, `1.184,5` or an integer as for `parse_integer`, nothing around it.

    Returns:
        The figure with its decimals as written.

    Raises:
        FigureError: The text is anything else; the message says what is expected.
    """
    negative, digits = _split_sign(text)
    match = _DECIMAL.fullmatch(digits)
    if not match:
        raise FigureError(
            f"«{text}» không phải số thập phân: dấu phẩy ngăn phần thập phân, dấu chấm ngăn từng "
            "nhóm ba chữ số (1.184,5)."
        )
    figure = Decimal(f"{match['whole'].replace('.', '')}.{match['fraction'] or ''}")
    return figure.copy_negate() if negative else figure


def numbers_in(text: str) -> tuple[Decimal, ...]:
    """Find every figure printed in a text.

    Signs are not read, because a hyphen before a figure is nearly always a range or a list. Points
    that group no thousands part figures (`1.10` gives 1 and 10, a date gives three figures);
    so do several commas in a row (`1,2,3`).

    Args:
        text: Vietnamese text.

    Returns:
        The figures in the order of the text, repeated ones too.
    """
    return tuple(parse_decimal(match[0]) for match in _PRINTED.finditer(text))
