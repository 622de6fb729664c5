"""Numbers printed before rows: which kinds there are, and which may follow which."""

import re
from enum import IntEnum
from typing import Final


class Kind(IntEnum):
    """Kinds of numbers; what a number is within follows from the table, not from this order."""

    LETTER = 1
    ROMAN = 2
    NUMBER = 3
    DOTTED = 4
    LOWER = 5


_SHAPES: Final = (
    (Kind.DOTTED, re.compile(r"(?:[0-9]{1,3}|[IVXLC]{1,7}|[A-ZĐ])(?:[.\-/][0-9]{1,3}[a-zđ]?)+")),
    (Kind.NUMBER, re.compile(r"[0-9]{1,3}")),
    (Kind.ROMAN, re.compile(r"[IVXLC]{1,7}")),
    (Kind.LETTER, re.compile(r"[A-ZĐ]")),
    (Kind.LOWER, re.compile(r"[a-zđ]|[0-9]{1,3}[a-zđ]")),
)
_AROUND: Final = re.compile(r"^[(\[]?\s*|\s*[.)\]:]*$")
_BULLET: Final = re.compile(r"[-+*•●▪–—\uf0b7]+")
_ROMAN: Final = re.compile(r"(?=.)(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LONGEST: Final = 20
"""Characters of a number that a plan may hold."""


def read_code(text: str) -> str | None:
    """Read a cell of numbers.

    Args:
        text: The cell: `II.1`, `1.10`, `a)`, `(2)`, `3.`.

    Returns:
        The number without brackets and the point that ends it; None when it is none.
    """
    bare = _AROUND.sub("", text.strip())
    return bare if kind_of(bare) is not None else None


def is_bullet(text: str) -> bool:
    """Whether a cell holds only a dash or dot in the place of a number."""
    return bool(_BULLET.fullmatch(text.strip()))


def kind_of(code: str) -> Kind | None:
    """Kind of a number; a letter that is also a Roman numeral counts as one."""
    if len(code) > LONGEST:
        return None
    for kind, shape in _SHAPES:
        if shape.fullmatch(code) and (kind is not Kind.ROMAN or _ROMAN.fullmatch(code)):
            return kind
    return None


def as_letter(code: str) -> bool:
    """Whether a number can be read as a capital letter."""
    return len(code) == 1 and code.isupper()


def value_of(code: str) -> int:
    """Place of a number in its row: 4 for `4`, `IV`, `D`, `d` and `1.4`."""
    last = re.split(r"[.\-/]", code)[-1]
    digits = re.match(r"[0-9]+", last)
    if digits:
        return int(digits[0])
    return roman_value(last) if kind_of(last) is Kind.ROMAN else letter_value(last)


def roman_value(code: str) -> int:
    """Value of a Roman numeral."""
    values = [_VALUES[sign] for sign in code]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def letter_value(code: str) -> int:
    """Place of a letter in the order that documents count with: a b c d đ e."""
    order = "abcdđefghijklmnopqrstuvwxyz"
    return order.find(code.lower()) + 1


def prefix_of(code: str) -> str:
    """What stands before the last point: `II` for `II.1`, empty where there is none."""
    match = re.fullmatch(r"(.+)[.\-/][^.\-/]+", code)
    return match[1] if match else ""
