"""Reads the amount in a cell of money, and says when it is not certain."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.authoring.importing.source import Cell
from generator.vietnamese import FigureError, parse_decimal

MOST: Final = 10**17
"""The models hold no larger amount."""

_BLANK: Final = re.compile(r"[\W_]*|[xX]")
_BETWEEN_DIGITS: Final = re.compile(r"(?<=[0-9])\s+(?=[0-9]{3}(?![0-9]))")
_ENGLISH: Final = re.compile(r"[0-9]{1,3}(,[0-9]{3})+")
_WITH_UNIT: Final = re.compile(
    r"(?P<figure>[0-9][0-9.,]*)\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|đ|vnđ|vnd)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AmountReading:
    """What a cell of money says.

    Attributes:
        amount: The amount in the unit of the table; None for a blank cell and for what cannot be
            read.
        doubt: What a person should look at; empty when nothing is strange.
    """

    amount: int | None = None
    doubt: str = ""


def read_amount(cell: Cell) -> AmountReading:
    """Read a cell of money.

    Args:
        cell: The cell. A lone dash or cross says that there is no amount.

    Returns:
        The amount. Points group thousands, as documents print them; everything else is a doubt.
    """
    if cell.number is not None:
        return _whole(cell.number, cell.text)
    text = _BETWEEN_DIGITS.sub("", cell.text)
    if _BLANK.fullmatch(text):
        return AmountReading()
    if _ENGLISH.fullmatch(text):
        figure = int(text.replace(",", ""))
        return _bounded(figure, f"Số «{text}» dùng dấu phẩy ngăn hàng nghìn; đọc là {figure}.")
    try:
        return _whole(parse_decimal(text), text)
    except FigureError:
        return _with_unit(text)


def _with_unit(text: str) -> AmountReading:
    match = _WITH_UNIT.fullmatch(text)
    if match and "," not in match["figure"]:
        try:
            figure = parse_decimal(match["figure"])
        except FigureError:
            return AmountReading(None, f"Không đọc được số tiền «{text}».")
        return AmountReading(
            _whole(figure, text).amount,
            f"Ô in «{text}», có cả đơn vị; xem có đúng đơn vị của bảng.",
        )
    return AmountReading(None, f"Không đọc được số tiền «{text}».")


def _whole(figure: Decimal, text: str) -> AmountReading:
    if figure != figure.to_integral_value():
        return AmountReading(
            None, f"Số «{text}» có phần lẻ; số tiền phải là số nguyên theo đơn vị của bảng."
        )
    return _bounded(int(figure), "")


def _bounded(figure: int, doubt: str) -> AmountReading:
    if not 0 <= figure <= MOST:
        return AmountReading(None, f"Số tiền {figure} âm hoặc quá lớn.")
    return AmountReading(figure, doubt)
