"""Slips of a hand that types a figure: another digit, two digits swapped, a unit mistaken."""

from collections.abc import Iterator
from random import Random


def other_digits(digits: str, chance: Random) -> Iterator[str]:
    """A figure with another digit at each of its places, one figure a place.

    Args:
        digits: A whole or decimal number, written with a point: `1184374`, `42.05`.
        chance: Which digit comes instead. No zero comes to the front of a longer number, nor to
            the end of decimals: both would be another way of writing, not another figure.

    Yields:
        Figures of the same length.
    """
    whole = digits.partition(".")[0]
    for at, digit in enumerate(digits):
        if digit.isdigit():
            first, last = at == 0 and len(whole) > 1, "." in digits and at == len(digits) - 1
            among = "123456789" if first or last else "0123456789"
            new = chance.choice([one for one in among if one != digit])
            yield digits[:at] + new + digits[at + 1 :]


def swapped_digits(digits: str) -> Iterator[str]:
    """A figure with each two neighbouring digits swapped, when that is another figure.

    Args:
        digits: A whole or decimal number, written with a point.

    Yields:
        Figures of the same length.
    """
    for at in range(len(digits) - 1):
        one, two = digits[at], digits[at + 1]
        swapped = digits[:at] + two + one + digits[at + 2 :]
        whole = swapped.partition(".")[0]
        leading = len(whole) > 1 and whole.startswith("0")
        trailing = "." in swapped and swapped.endswith("0")
        if one != two and "." not in {one, two} and not leading and not trailing:
            yield swapped


def thousandth(digits: str) -> str:
    """A whole number divided by a thousand, as YAML writes it."""
    padded = digits.zfill(4)
    return f"{padded[:-3]}.{padded[-3:]}".rstrip("0").rstrip(".")
