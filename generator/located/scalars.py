"""What a plain scalar means: the core schema of YAML 1.2.2, section 10.3.2.

Unlike YAML 1.1, `no`, `12:30`, `2025-09-22` and `1_000` are text here.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import isinf

LONGEST_NUMBER = 40
"""Characters of the longest plain number that is read; the largest amount has 18 digits."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
WORDS: dict[str, bool | None] = {**dict.fromkeys(NULLS), **BOOLEANS}
"""Plain scalars that are neither text nor a number."""

NUMBER_STARTS = frozenset("0123456789+-.")
"""A plain scalar that starts otherwise is no number."""

OLD_BOOLEANS = frozenset(
    word for base in ("yes", "no", "on", "off") for word in (base, base.title(), base.upper())
)
"""Text in YAML 1.2 that YAML 1.1 readers, still common, take for a boolean."""

_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_FIGURE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
NUMBER_PATTERNS = (_INTEGER.pattern, _FLOAT.pattern, _NO_FIGURE.pattern)
"""What a plain number looks like: each pattern matches the whole of it."""

_ANY_DIGIT_BUT_ZERO = re.compile(r"[1-9]")
_BASES = {"0o": 8, "0x": 16}


@dataclass(frozen=True, slots=True)
class Unheld:
    """A plain number that no exact figure can stand for.

    Attributes:
        reason: Why, in Vietnamese, to follow the quoted number in a sentence.
    """

    reason: str


Scalar = None | bool | int | float | str


def resolve(text: str) -> Scalar | Unheld:
    """Say what a plain scalar is.

    Args:
        text: The scalar's text.

    Returns:
        Null, a boolean, a number or the text itself; `Unheld` for infinities, for what is
        not a number, and for numbers too long or too fine to be kept exactly.
    """
    if text[:1] not in NUMBER_STARTS:
        return WORDS.get(text, text)
    return _number(text)


def _number(text: str) -> Scalar | Unheld:
    if text.isascii() and text.isdigit():  # what nearly all are
        return _too_long(text) or int(text)
    if _INTEGER.fullmatch(text):
        return _too_long(text) or int(text, _BASES.get(text[:2], 10))
    if _FLOAT.fullmatch(text):
        return _too_long(text) or _float(text)
    if _NO_FIGURE.fullmatch(text):
        return Unheld("không phải là một con số xác định")
    return text


def _too_long(text: str) -> Unheld | None:
    if len(text) <= LONGEST_NUMBER:
        return None
    return Unheld(f"dài {len(text)} ký tự, quá {LONGEST_NUMBER} ký tự cho phép của một con số")


def _float(text: str) -> float | Unheld:
    value = float(text)
    if isinf(value):
        return Unheld("quá lớn để giữ chính xác")
    mantissa = re.split("[eE]", text)[0]
    if value == 0:
        vanished = _ANY_DIGIT_BUT_ZERO.search(mantissa)
        return Unheld("quá nhỏ để giữ chính xác") if vanished else value
    if Decimal(text) != Decimal(repr(value)):
        return Unheld("có nhiều chữ số hơn mức giữ được chính xác")
    return value


def spelled_as(value: int | float, text: str) -> bool:
    """Whether a number is written the shortest way: `5` and not `05`, `1.1` and not `1.10`."""
    return isinstance(value, bool) or repr(value) == text
