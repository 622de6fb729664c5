"""Numbers that a document prints before its rows, and what is missing between them.

A code is a prefix and a last piece: `II.1` counts 1 below `II`, `18.2` counts 2 below `18`. The
last piece counts in digits, in Roman numerals or in letters. A letter put after a number (`12a`)
belongs to that number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

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
_FAR = 1000
"""Numbers further apart than this are not spelled one by one: a slip of the hand makes millions."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item with a printed code.

    Attributes:
        code: The code.
        path: Its place.
        level: Items of different levels are counted apart.
        place: Where it stands in the document, where one printed number may stand for several
            items.
        beside: Codes that are not missing before it: other kinds of items in the same list have
            them, or items without a number may stand for them.
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
        missing: The codes that are not there, in order; of a very long row only the ends.
        count: How many codes are missing.
        later: Whether they stand further down, so that only the order is wrong.
    """

    item: Numbered
    previous: str | None
    missing: tuple[str, ...]
    count: int
    later: bool


@dataclass(slots=True)
class _Count:
    style: str
    code: str | None = None
    number: int = 0
    places: dict[str, str] = field(default_factory=dict)
    repeated: int = 0
    awaited: set[str] = field(default_factory=set)

    def take(self, item: Numbered, number: int) -> None:
        """Count an item: the next one, the first of a list that begins anew, or a repeated one.

        A number that stands in two rows is rule D103's; the rows are told from each other by
        their place where one printed number may stand for several.
        """
        if item.code in self.awaited:
            self.awaited.remove(item.code)
            return
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
        prefix, last = split_code(item.code)
        count = counts.setdefault((item.level, prefix, last[:1].isdigit()), _Count(_style(last)))
        number = _number(last, count.style)
        if number is None:
            continue
        if number - count.number > _FAR:
            ends = (count.number + 1, number - 1)
            missing = tuple(f"{prefix}{_spelled(end, count.style)}" for end in ends)
            many = number - count.number - 1
        else:
            between = (prefix + code for code in _spelled_between(count, number, last))
            missing = tuple(code for code in between if code not in item.beside)
            many = len(missing)
        if missing and below.repeats(at):
            count.repeated += 1  # the number belongs further down
            continue
        if many > count.repeated:
            later = [code for code in missing if below.has(code, at)]
            count.awaited.update(later)
            yield _gap(item, count.code, missing, many, later)
        count.take(item, number)


class _Below:
    """What stands further down a list, looked up without going through it again."""

    def __init__(self, items: tuple[Numbered, ...]) -> None:
        self._items = items

    @cached_property
    def _last(self) -> dict[str, int]:
        return {item.code: at for at, item in enumerate(self._items)}

    @cached_property
    def _alike(self) -> dict[tuple[int, str], list[int]]:
        alike: dict[tuple[int, str], list[int]] = {}
        for at, item in enumerate(self._items):
            alike.setdefault((item.level, item.code.lower()), []).append(at)
        return alike

    def has(self, code: str, at: int) -> bool:
        """Whether a code stands at a position or below it."""
        return self._last.get(code, -1) >= at

    def repeats(self, at: int) -> bool:
        """Whether a row below has the number of the one at a position.

        Items that the document prints under one number at one place do not count.
        """
        item = self._items[at]
        later = reversed(self._alike[item.level, item.code.lower()])
        others = (self._items[other] for other in takewhile(lambda other: other > at, later))
        return any(not (item.place and item.place == other.place) for other in others)


def _gap(
    item: Numbered, previous: str | None, missing: tuple[str, ...], count: int, later: list[str]
) -> Gap:
    if len(later) == len(missing):
        return Gap(item, previous, missing, count, later=True)
    if len(missing) == count:
        missing = tuple(code for code in missing if code not in later)
        count = len(missing)
    return Gap(item, previous, missing, count, later=False)


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


def codes_text(codes: tuple[str, ...], count: int | None = None) -> str:
    """Missing codes as a message names them; the ends only where there are many."""
    count = len(codes) if count is None else count
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
    """Codes that should have come between the last one and this one."""
    for missing in range(count.number + 1, number):
        code = _spelled(missing, count.style)
        if not (count.style == "letters" and code in _OPTIONAL):
            yield code.lower() if like.islower() else code


def _spelled(number: int, style: str) -> str:
    if style == "digits":
        return str(number)
    if style == "letters":
        return _LETTERS[number - 1]
    return "C" * (number // 100) + _ROMAN_TENS[number // 10 % 10] + _ROMAN_ONES[number % 10]
