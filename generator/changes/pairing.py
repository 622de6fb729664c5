"""Pairs the items of two lists, one to one, from the surest sign to the weakest."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model import Record
from generator.model.likeness import Titled, match_titles

T = TypeVar("T")
Key = Callable[[T], Hashable]
"""What two items have in common that are one; None where an item has nothing of the kind."""

ALIKE = 0.5
"""Least share of equal values by which two records without a common key are taken for one."""

_MOST_COMPARED = 40_000
"""Most pairs of items that are compared by their words; longer lists are not guessed at."""


@dataclass(frozen=True, slots=True)
class Pairs(Generic[T]):
    """Two lists set against each other.

    Attributes:
        both: Items of the old list with what became of them, in the order of the new list.
        dropped: Items of the old list that are gone, in its order.
        added: Items of the new list that were not there, in its order.
        order: Positions that the items of `both` had in the old list.
    """

    both: tuple[tuple[T, T], ...]
    dropped: tuple[T, ...]
    added: tuple[T, ...]
    order: tuple[int, ...] = ()


class Pairing(Generic[T]):
    """Takes pairs out of two lists, step by step."""

    def __init__(self, old: Sequence[T], new: Sequence[T]) -> None:
        """Start with nothing paired.

        Args:
            old: The list before.
            new: The list now.
        """
        self._old, self._new = old, new
        self._found: dict[int, int] = {}

    def by(self, key: Key[T], *, unique: bool = False) -> "Pairing[T]":
        """Pair items of which a key is equal, in their order.

        Args:
            key: The key.
            unique: Leave alone what several items of one list have in common.

        Returns:
            Itself.
        """
        news: dict[Hashable, list[int]] = defaultdict(list)
        for j in self.new_left:
            news[key(self._new[j])].append(j)
        olds: dict[Hashable, list[int]] = defaultdict(list)
        for i in self.old_left:
            olds[key(self._old[i])].append(i)
        for value, rows in olds.items():
            columns = news.get(value, [])
            if value is not None and not (unique and (len(rows) > 1 or len(columns) > 1)):
                self._found.update(zip(rows, columns, strict=False))
        return self

    def by_titles(self, titled: Callable[[T], Titled]) -> "Pairing[T]":
        """Pair items whose titles are more alike than any others.

        Args:
            titled: The title of an item.

        Returns:
            Itself.
        """
        rows, columns = self.old_left, self.new_left
        if len(rows) * len(columns) <= _MOST_COMPARED:
            for match in match_titles(
                [titled(self._old[i]) for i in rows], [titled(self._new[j]) for j in columns]
            ):
                self._found[rows[match.old]] = columns[match.new]
        return self

    def by_score(self, score: Callable[[T, T], float]) -> "Pairing[T]":
        """Pair the items that are most alike, the most alike first.

        Args:
            score: How alike two items are; below `ALIKE` they are two.

        Returns:
            Itself.
        """
        rows, columns = self.old_left, self.new_left
        if len(rows) * len(columns) > _MOST_COMPARED:
            return self
        scored = (
            (-score(self._old[i], self._new[j]), abs(i - j), i, j) for i in rows for j in columns
        )
        taken: set[int] = set()
        for _, _, i, j in sorted(one for one in scored if -one[0] >= ALIKE):
            if i not in self._found and j not in taken:
                self._found[i] = j
                taken.add(j)
        return self

    @property
    def old_left(self) -> list[int]:
        """Positions in the old list that have no partner yet."""
        return [i for i in range(len(self._old)) if i not in self._found]

    @property
    def new_left(self) -> list[int]:
        """Positions in the new list that have no partner yet."""
        taken = set(self._found.values())
        return [j for j in range(len(self._new)) if j not in taken]

    def pairs(self) -> Pairs[T]:
        """What was paired, and what was not."""
        both = sorted(self._found.items(), key=lambda pair: pair[1])
        return Pairs(
            tuple((self._old[i], self._new[j]) for i, j in both),
            tuple(self._old[i] for i in self.old_left),
            tuple(self._new[j] for j in self.new_left),
            tuple(i for i, _ in both),
        )


def content(record: Record, *without: str) -> str:
    """Everything that a record says, but for some of its keys, as one text to compare."""
    keys = (key for key in type(record).model_fields if key not in without)
    return "\n".join(repr(getattr(record, key)) for key in keys)


def likeness(old: Record, new: Record, without: Collection[str] = ()) -> float:
    """How much two records say the same.

    Args:
        old: One record.
        new: Another one of its class.
        without: Keys that do not count.

    Returns:
        The share of equal values among those that one of the two has; 0 when there are none.
    """
    said = [
        name
        for name, info in type(old).model_fields.items()
        if name not in without
        and (getattr(old, name) != info.default or getattr(new, name) != info.default)
    ]
    equal = sum(getattr(old, name) == getattr(new, name) for name in said)
    return equal / len(said) if said else 0.0


def in_order(positions: Sequence[int]) -> bool:
    """Whether positions only grow."""
    return list(positions) == sorted(positions)
