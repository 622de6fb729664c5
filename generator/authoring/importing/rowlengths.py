"""Finds where each row begins among cells that stand one a line.

A row begins with its number, but cells may hold numbers too, and rows may lack cells. So the
whole table is cut at once, in the cheapest way: full rows cost nothing, and neither do groups of
a number and a name; a missing cell, a cell too many and a gap in the numbering cost something.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from generator.authoring.importing.codes import Kind, kind_of, prefix_of, read_code, value_of
from generator.authoring.importing.totals import is_total_label

_LEFT_OVER: Final = 1.0
_MISSING: Final = 2.0
_SURPLUS: Final = 4.0
_NAME_ALONE: Final = 1.5
_NUMBER_ALONE: Final = 6.0
_BREAK_INSIDE: Final = 1.5
_GAP: Final = 3.0
_RESTART: Final = 4.0
_SLIGHT: Final = 0.1
_MOST_SURPLUS: Final = 6
_WIDEST_GAP: Final = 3
_TITLE_ONLY: Final = frozenset({Kind.LETTER, Kind.ROMAN})


@dataclass(frozen=True, slots=True)
class Token:
    """A cell on a line of its own.

    Attributes:
        lines: Its text, clean; none for an empty cell.
        line: Number of its first line, from 1.
        last: Index of its last line, from 0.
        ends: Whether an empty line follows.
    """

    lines: tuple[str, ...]
    line: int
    last: int
    ends: bool = False

    @property
    def text(self) -> str:
        """The cell on one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class _Start:
    """What a row begins with: its number, or nothing for a row of totals."""

    code: str = ""
    lacks_code: bool = False

    @property
    def is_title_only(self) -> bool:
        kind = kind_of(self.code)
        return kind in _TITLE_ONLY or (kind is Kind.DOTTED and not self.code[0].isdigit())


def row_starts(tokens: Sequence[Token], width: int) -> list[int]:
    """Cut cells into rows.

    Args:
        tokens: The cells below the heading.
        width: Columns of the table.

    Returns:
        Index of each row's first cell, and at the end the index after the last row; a single 0
        when there is no row. What follows the last row is no part of the table.
    """
    starts = [_start(tokens, at) for at in range(len(tokens))]
    count = len(tokens)
    go = [inf] * (count + 1)
    step = [0] * (count + 1)
    for at in reversed(range(count)):
        for length in range(1, min(width + _MOST_SURPLUS, count - at) + 1):
            cost = _row_cost(tokens, starts, at, length, width)
            after = at + length
            rest = min((count - after) * _LEFT_OVER, _link(starts, at, after) + go[after])
            if cost + rest < go[at]:
                go[at], step[at] = cost + rest, length
    return list(_walk(go, step, starts))


def _walk(go: list[float], step: list[int], starts: Sequence["_Start | None"]) -> Iterator[int]:
    at, count = 0, len(step) - 1
    yield at
    while at < count and go[at] < inf:
        after = at + step[at]
        yield after
        if (count - after) * _LEFT_OVER <= _link(starts, at, after) + go[after]:
            return
        at = after


def _start(tokens: Sequence[Token], at: int) -> _Start | None:
    text = tokens[at].text
    if (code := read_code(text)) is not None:
        return _Start(code)
    if is_total_label(text):
        return _Start(lacks_code=True)
    if not text and at + 1 < len(tokens) and is_total_label(tokens[at + 1].text):
        return _Start()
    return None


def _row_cost(
    tokens: Sequence[Token], starts: Sequence[_Start | None], at: int, length: int, width: int
) -> float:
    start = starts[at]
    if start is None:
        return inf
    full = width - start.lacks_code
    inside = sum(token.ends for token in tokens[at : at + length - 1])
    return _length_cost(start, length, full) + min(inside, 3) * _BREAK_INSIDE


def _length_cost(start: _Start, length: int, full: int) -> float:
    if length == full or (length == 2 and start.is_title_only):
        return 0
    if length == 1:
        return _NUMBER_ALONE
    if length == 2 and start.code:
        return _NAME_ALONE
    short = full - length
    return short * _MISSING if short > 0 else -short * _SURPLUS


def _link(starts: Sequence[_Start | None], at: int, after: int) -> float:
    """What it costs that the row at one place is followed by one at another."""
    if after >= len(starts):
        return 0
    before, following = starts[at], starts[after]
    if before is None or following is None:
        return inf
    if not before.code or not following.code:
        return _SLIGHT
    return _succession(before, following)


def _succession(before: _Start, following: _Start) -> float:
    code = following.code
    if prefix_of(code) == before.code:
        return 0 if value_of(code) == 1 else 1
    kind = kind_of(code)
    for ancestor in _with_ancestors(before.code):
        if kind_of(ancestor) is kind and prefix_of(ancestor) == prefix_of(code):
            gap = value_of(code) - value_of(ancestor)
            if gap == 1:
                return 0
            if 1 < gap <= _WIDEST_GAP:
                return _GAP
    if following.is_title_only:
        return _SLIGHT
    if before.is_title_only:
        return 0 if value_of(code) == 1 else _SLIGHT
    if kind is Kind.LOWER or kind_of(before.code) is Kind.LOWER:
        return 1
    return _RESTART if value_of(code) == 1 else inf


def _with_ancestors(code: str) -> Iterator[str]:
    while code:
        yield code
        code = prefix_of(code)
