"""Pairs the titles of two lists, one to one: the same titles first, then those that are alike.

A word counts the more, the fewer titles hold it, so that titles made to one pattern ("xây dựng cơ
sở dữ liệu ngành …") are told apart by what is their own.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

MatchedBy = Literal["same-title", "close-title"]

CLOSE = 0.55
"""Least likeness of two titles that are taken for one."""

MARGIN = 0.05
"""How much more alike two titles must be than either is to any third one."""


_FINENESS = 2**32


@dataclass(frozen=True, slots=True)
class Titled:
    """A title to be paired.

    Attributes:
        words: Its words, in one spelling.
        kind: Kind of the table that it stands in; titles of one kind are preferred.
        heading: Heading above it, where the same title may stand under several.
    """

    words: tuple[str, ...]
    kind: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Two titles taken for one.

    Attributes:
        old: Position in the first list.
        new: Position in the second list.
        likeness: From `CLOSE` to 1.
        by: Whether they are the same or only alike.
    """

    old: int
    new: int
    likeness: float
    by: MatchedBy


_SAME: tuple[Callable[[Titled], Hashable], ...] = (
    lambda one: (one.kind, one.heading, one.words),
    lambda one: (one.kind, one.words),
    lambda one: one.words,
)


def match_titles(old: Sequence[Titled], new: Sequence[Titled]) -> tuple[Match, ...]:
    """Pair two lists of titles.

    Same titles are paired first: under the same heading, then in the same kind of table, then
    anywhere. Of the rest, two are paired that are more alike than `CLOSE` and by `MARGIN` more
    alike than either is to any other title, paired or not. So a title that has several equals, or
    is one of a pattern whose other titles stand nearby, is left alone rather than guessed.

    Args:
        old: Titles of the first list.
        new: Titles of the second list.

    Returns:
        The pairs in the order of the first list; each title is in one at most.
    """
    pairs: dict[int, Match] = {}
    for key in _SAME:
        _add(pairs, _same(old, new, pairs, key))
    likeness = _likeness(old, new)
    for within_kind in (True, False):
        _add(pairs, _close(old, new, pairs, likeness, within_kind=within_kind))
    return tuple(pairs[index] for index in sorted(pairs))


def _add(pairs: dict[int, Match], found: Iterator[Match]) -> None:
    pairs.update({match.old: match for match in list(found)})


def _left(pairs: dict[int, Match], old: int, new: int) -> tuple[list[int], list[int]]:
    taken = {match.new for match in pairs.values()}
    return [i for i in range(old) if i not in pairs], [j for j in range(new) if j not in taken]


def _same(
    old: Sequence[Titled],
    new: Sequence[Titled],
    pairs: dict[int, Match],
    key: Callable[[Titled], Hashable],
) -> Iterator[Match]:
    rows, columns = _left(pairs, len(old), len(new))
    times = Counter(key(old[i]) for i in rows)
    places = {key(new[j]): j for j in columns}
    times_new = Counter(key(new[j]) for j in columns)
    for i in rows:
        own = key(old[i])
        if times[own] == times_new[own] == 1 and old[i].words:
            yield Match(i, places[own], 1.0, "same-title")


def _close(
    old: Sequence[Titled],
    new: Sequence[Titled],
    pairs: dict[int, Match],
    likeness: Sequence[Sequence[float]],
    *,
    within_kind: bool,
) -> Iterator[Match]:
    rows, columns = _left(pairs, len(old), len(new))

    def rivals(i: int, j: int) -> Iterator[float]:
        """How alike either title is to any third one."""
        yield from (likeness[i][k] for k in range(len(new)) if k != j and fits(i, k))
        yield from (likeness[k][j] for k in range(len(old)) if k != i and fits(k, j))

    def fits(i: int, j: int) -> bool:
        return not within_kind or old[i].kind == new[j].kind

    for i in rows:
        for j in columns:
            alike = likeness[i][j]
            if alike < CLOSE or not fits(i, j):
                continue
            if alike - max(rivals(i, j), default=0.0) >= MARGIN:
                yield Match(i, j, alike, "close-title")


def _likeness(old: Sequence[Titled], new: Sequence[Titled]) -> list[list[float]]:
    """Dice's coefficient of the words of every two titles, each word weighed by its rarity."""
    rows = [frozenset(one.words) for one in old]
    columns = [frozenset(one.words) for one in new]
    times = Counter(word for words in rows + columns for word in words)
    weights = {word: _rarity(len(rows + columns) / count) for word, count in times.items()}

    def weigh(words: frozenset[str]) -> int:
        return sum(map(weights.__getitem__, words))

    of_columns = [(words, weigh(words)) for words in columns]
    return [
        [
            2 * weigh(words & others) / (own + its) if own + its else 0.0
            for others, its in of_columns
        ]
        for words, own in ((words, weigh(words)) for words in rows)
    ]


def _rarity(titles_to_holders: float) -> int:
    """A whole number, so that a sum is the same in whatever order a set hands out its words."""
    return round(_FINENESS * log(1 + titles_to_holders))
