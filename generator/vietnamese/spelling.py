"""Spelling of integers in Vietnamese words, in the reading that documents use for amounts."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.vietnamese.groups import NumeralError

LIMIT = 10**18
"""First number that has no reading here."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Which of the variants in official use to spell with.

    Attributes:
        billion: Name of the class of 10^9.
        thousand: Name of the class of 10^3.
        zero_tens: Word for tens that are zero: một trăm linh năm.
        one: Word for 1 after *mươi*.
        four: Word for 4 after *mươi*; after *mười* and *linh* it is always *bốn*.
        five: Word for 5 after *mươi*; after *mười* it is always *lăm*.
        seven: Word for 7 everywhere.
        commas: Whether a comma stands between the classes.
    """

    billion: Literal["tỷ", "tỉ"] = "tỷ"
    thousand: Literal["nghìn", "ngàn"] = "nghìn"
    zero_tens: Literal["linh", "lẻ"] = "linh"
    one: Literal["mốt", "một"] = "mốt"
    four: Literal["tư", "bốn"] = "tư"
    five: Literal["lăm", "nhăm", "năm"] = "lăm"
    seven: Literal["bảy", "bẩy"] = "bảy"
    commas: bool = False


OFFICIAL = Spelling()
"""The reading taught at school, which most documents use."""


def _spell_tens(n: int, digits: tuple[str, ...], spelling: Spelling) -> str:
    """Spell 10 to 99."""
    tens, unit = divmod(n, 10)
    if tens == 1:
        last = "lăm" if unit == 5 else digits[unit]
        return f"mười {last}" if unit else "mười"
    last = {1: spelling.one, 4: spelling.four, 5: spelling.five}.get(unit, digits[unit])
    return f"{digits[tens]} mươi {last}" if unit else f"{digits[tens]} mươi"


def _spell_after_hundreds(n: int, digits: tuple[str, ...], spelling: Spelling) -> str:
    """Spell 0 to 99 after the word for hundreds, with a space before it."""
    if n == 0:
        return ""
    tens = _spell_tens(n, digits, spelling) if n > 9 else f"{spelling.zero_tens} {digits[n]}"
    return f" {tens}"


@lru_cache(maxsize=16)
def _tables(spelling: Spelling) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Readings of 0 to 999: at the head of a number, and after another group."""
    digits = (*_DIGITS[:7], spelling.seven, *_DIGITS[8:])
    tails = [_spell_after_hundreds(n, digits, spelling) for n in range(100)]
    inner = tuple(f"{digit} trăm{tail}" for digit in digits for tail in tails)
    return digits + tuple(tail[1:] for tail in tails[10:]) + inner[100:], inner


def spell_number(n: int, spelling: Spelling = OFFICIAL) -> str:
    """Spell a number in words.

    Args:
        n: Integer from 0 to 10^18 - 1.
        spelling: The variants to use.

    Returns:
        Lower-case words in NFC. A class that is zero is left out; hundreds that are zero are
        told inside a number: "một nghìn không trăm linh năm".

    Raises:
        NumeralError: The number is negative or too large.
    """
    if not 0 <= n < LIMIT:
        raise NumeralError(f"Chỉ viết bằng chữ được số nguyên từ 0 đến 10^18 - 1, không phải {n}.")
    table, inner = _tables(spelling)
    if n < 1000:
        return table[n]
    chunks: list[str] = []
    for section, closing in ((n // 10**9, " " + spelling.billion), (n % 10**9, "")):
        for group, name in (
            (section // 10**6, " triệu"),
            (section // 1000 % 1000, " " + spelling.thousand),
            (section % 1000, closing),
        ):
            if group:
                chunks.append(table[group] + name)
                table = inner
        if closing and section and not section % 1000:
            chunks[-1] += closing
    return (", " if spelling.commas else " ").join(chunks)
