"""Numbers that a document prints before its rows, and what is missing between them.

A code is a prefix and a last piece: `II.1` counts 1 below `II`, `18.2` counts 2 below `18`. The
last piece counts in digits, in Roman numerals or in letters. A letter put after a number (`12a`)
belongs to that number.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Path

_LAST_PIECE = re.compile(r"(?P<prefix>(?:.*[.)(/-])?)(?P<last>[0-9A-Za-zĐđ]+)[.)]*")
_DIGITS = re.compile(r"([0-9]+)[a-zđ]?")
_ROMAN = re.compile(r"(?=.)(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")

_LETTERS = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ"
_OPTIONAL = frozenset("ĐFJWZ")
"""Letters that one of the two alphabets in use leaves out."""

_MOST_NAMED = 5
_MOST_KEPT = 200
"""Missing codes of one gap that are written out: a row may say that it is number 10^19."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item with a printed code.

    Attributes:
        code: The code.
        path: Its place.
        level: Items of different levels are counted apart.
        place: Where it stands in the document, where one printed number may stand for several
            items.
        beside: Codes of other kinds of items in the same list; they are not missing.
    """

    code: str
    path: Path
    level: int = 0
    place: str = ""
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """Codes that are missing before an item.

    Attributes:
        item: The item after the gap.
        previous: The code before the gap; None at the start of a list.
        missing: The codes that are not there, in order; of very many the first ones and the last.
        later: Whether they stand further down, so that only the order is wrong.
        count: How many are not there.
    """

    item: Numbered
    previous: str | None
    missing: tuple[str, ...]
    later: bool
    count: int


@dataclass(slots=True)
class _Count:
    style: str
    code: str | None = None
    number: int = 0
    places: dict[str, str] = field(default_factory=dict)
    repeated: int = 0

    def take(self, item: Numbered, number: int) -> None:
        """Count an item: the next one, the first of a list that begins anew, or a repeated one.

        A number that stands in two rows is rule D103's; the rows are told from each other by
        their place where one printed number may stand for several.
        """
        if number <= 1 < self.number:
            self.places.clear()
        code = item.code.lower()
        is_repeated = code in self.places and not (item.place and item.place == self.places[code])
        self.places.setdefault(code, item.place)
        self.repeated = self.repeated + 1 if is_repeated else 0
        if number >= self.number or number <= 1:
            self.code, self.number = item.code, number


def find_gaps(items: Iterable[Numbered]) -> Iterator[Gap]:
    """Find what is missing in printed numbering.

    Counting may go on from one list to the next or start again at 1. Any other step back is no
    gap: the number was missing further up. Nor is a number missing where a row has the number of
    another one: that was typed in its place, and rule D103 tells it.

    Args:
        items: Items in print order.

    Yields:
        One gap for each item that comes too late.
    """
    numbered = tuple(items)
    below = _Below(numbered)
    counts: dict[tuple[int, str, bool], _Count] = {}
    for at, item in enumerate(numbered):
        below.leave(item)
        prefix, last = split_code(item.code)
        count = counts.setdefault((item.level, prefix, last[:1].isdigit()), _Count(_style(last)))
        number = _number(last, count.style)
        if number is None:
            continue
        between = tuple(prefix + code for code in _spelled_between(count, number, last))
        missing = tuple(code for code in between if code not in item.beside)
        if missing and below.repeats(item):
            count.repeated += 1  # the number belongs further down
            continue
        left_out = max(0, number - count.number - 1 - _MOST_KEPT)
        if len(missing) + left_out > count.repeated:
            yield _gap(item, count.code, missing, left_out, below.last, at)
        count.take(item, number)


class _Below:
    """What stands further down, without a look at every row again.

    Attributes:
        last: Where each code stands for the last time.
    """

    def __init__(self, numbered: tuple[Numbered, ...]) -> None:
        self.last = {item.code: at for at, item in enumerate(numbered)}
        self._left = Counter(map(_number_of, numbered))
        self._left_there = Counter((_number_of(item), item.place) for item in numbered)

    def leave(self, item: Numbered) -> None:
        """Go past an item."""
        self._left[_number_of(item)] -= 1
        self._left_there[_number_of(item), item.place] -= 1

    def repeats(self, item: Numbered) -> bool:
        """Whether a later row has the same number, other than one printed under it as well."""
        among = self._left[_number_of(item)]
        there = self._left_there[_number_of(item), item.place] if item.place else 0
        return among > there


def _number_of(item: Numbered) -> tuple[int, str]:
    return item.level, item.code.lower()


def _gap(
    item: Numbered,
    previous: str | None,
    missing: tuple[str, ...],
    left_out: int,
    last: dict[str, int],
    at: int,
) -> Gap:
    absent = tuple(code for code in missing if last.get(code, -1) < at)
    told = absent or missing
    return Gap(item, previous, told, not absent, len(told) + left_out)


def split_code(code: str) -> tuple[str, str]:
    """Take a code apart: what it counts below, with the separator, and its last piece."""
    match = _LAST_PIECE.fullmatch(code)
    return (match["prefix"], match["last"]) if match else ("", code)


def begins(code: str) -> bool:
    """Whether a code is the first one of a list."""
    _, last = split_code(code)
    return _number(last, _style(last)) in {0, 1}


def goes_on(code: str, following: str) -> bool:
    """Whether a code comes right after another one in the same list."""
    (prefix, last), (next_prefix, next_last) = split_code(code), split_code(following)
    number, next_number = _number(last, _style(last)), _number(next_last, _style(next_last))
    if number is None or next_number is None:
        return False
    return (prefix, number + 1) == (next_prefix, next_number)


def next_code(code: str) -> str:
    """The code that comes after another one; empty where it does not count."""
    prefix, last = split_code(code)
    style = _style(last)
    number = _number(last, style)
    if number is None or (style == "letters" and number == len(_LETTERS)):
        return ""
    following = _spelled(number + 1, style)
    return prefix + (following.lower() if last.islower() else following)


def codes_text(codes: tuple[str, ...], count: int) -> str:
    """Missing codes as a message names them; the ends only where there are many."""
    if count > _MOST_NAMED:
        return f"«{codes[0]}» đến «{codes[-1]}» ({count} số)"
    return ", ".join(f"«{code}»" for code in codes)


def _style(last: str) -> str:
    """How a list counts, told by its first code: `I` begins Roman numerals, `A` letters."""
    if last[:1].isdigit():
        return "digits"
    if _ROMAN.fullmatch(last.upper()) and (len(last) > 1 or last.upper() in "IVX"):
        return "roman"
    return "letters"


def _number(last: str, style: str) -> int | None:
    if style == "digits":
        match = _DIGITS.fullmatch(last)
        return int(match[1]) if match else None
    if style == "letters":
        place = _LETTERS.find(last.upper()) if len(last) == 1 else -1
        return place + 1 if place >= 0 else None
    return _roman_value(last.upper()) if _ROMAN.fullmatch(last.upper()) else None


def _roman_value(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if any(later > value for later in values[at + 1 :]) else value
        for at, value in enumerate(values)
    )


def _spelled_between(count: _Count, number: int, like: str) -> Iterator[str]:
    """Codes that should have come between the last one and this one; not all of very many."""
    between = range(count.number + 1, number)
    for missing in (*between[: _MOST_KEPT - 1], *between[_MOST_KEPT - 1 :][-1:]):
        code = _spelled(missing, count.style)
        if not (count.style == "letters" and code in _OPTIONAL):
            yield code.lower() if like.islower() else code


def _spelled(number: int, style: str) -> str:
    if style == "digits":
        return str(number)
    if style == "letters":
        return _LETTERS[number - 1]
    return "C" * (number // 100) + _ROMAN_TENS[number // 10 % 10] + _ROMAN_ONES[number % 10]
