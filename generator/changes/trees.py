"""Rows of annexes, and items of the prose, laid out flat with their places.

A row may move to another group or table and carry another number, so all rows of a plan are set
against all rows of the other, whatever holds them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.changes.pairing import Pairing, Pairs, content, likeness
from generator.model import ActionGroup, ActionItem, Group, Plan, Task
from generator.model.addresses import item_words
from generator.model.likeness import Titled
from generator.model.titles import title_words, words_of

Row = Group | Task | ActionGroup | ActionItem
ACTIONS = "actions"


@dataclass(frozen=True)
class Placed:
    """A row with its place.

    Attributes:
        above: Addresses of what holds it, outermost first: the table, `annexes/phu-luc-1` or
            `actions`, then the groups.
        groups: The groups that hold it, outermost first.
        path: Its own address.
        position: Its position in the list that holds it, from 0.
        row: The row.
    """

    above: tuple[str, ...]
    groups: tuple[Group | ActionGroup, ...]
    path: str
    position: int
    row: Row

    @property
    def code(self) -> str:
        """Its number as printed; empty where it has none."""
        return code_of(self.row)

    @property
    def table(self) -> str:
        """Address of the table that holds it."""
        return self.above[0]

    @property
    def parent(self) -> str:
        """Address of what holds it."""
        return self.above[-1]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words of its title, without marks, case, punctuation and time."""
        if isinstance(self.row, Task):
            return title_words(self.row)
        return tuple(words_of(self.row.title or "").split())

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Words of the titles above it, outermost first."""
        return tuple(words_of(group.title or "") for group in self.groups)

    @cached_property
    def said(self) -> str:
        """All that it says, its number and what it holds left out."""
        return content(self.row, "task", "group", "code", "rows", "groups", "items")

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Numbers of the groups above it and its own."""
        return (*(code_of(group) for group in self.groups), self.code)


@dataclass(frozen=True, slots=True)
class Tree:
    """All rows of a plan of one kind, those that hold others apart from those that do not."""

    groups: tuple[Placed, ...]
    leaves: tuple[Placed, ...]


def code_of(row: Row) -> str:
    """Number of a row as printed; empty where it has none."""
    match row:
        case Task():
            return row.task
        case Group():
            return row.group
        case _:
            return row.code or ""


def tree_of_annexes(plan: Plan) -> Tree:
    """Groups and tasks of every annex, in print order."""
    return _tree(
        row
        for annex_id, annex in plan.annexes.items()
        for row in _rows((annex_address(annex_id),), (), annex.rows)
    )


def tree_of_actions(plan: Plan) -> Tree:
    """Groups and items of the prose, in print order."""
    return _tree(_actions((ACTIONS,), (), plan.actions.groups))


def annex_address(annex_id: str) -> str:
    """Address of an annex, `annexes/phu-luc-1`."""
    return f"annexes/{annex_id}"


def _tree(rows: Iterator[Placed]) -> Tree:
    placed = tuple(rows)
    return Tree(
        tuple(one for one in placed if isinstance(one.row, Group | ActionGroup)),
        tuple(one for one in placed if isinstance(one.row, Task | ActionItem)),
    )


def _rows(
    above: tuple[str, ...], groups: tuple[Group, ...], rows: Sequence[Group | Task]
) -> Iterator[Placed]:
    words = item_words([code_of(row) for row in rows])
    for position, (row, word) in enumerate(zip(rows, words, strict=True)):
        path = f"{above[-1]}/rows/{word}"
        yield Placed(above, groups, path, position, row)
        if isinstance(row, Group):
            yield from _rows((*above, path), (*groups, row), row.rows)


def _actions(
    above: tuple[str, ...], groups: tuple[ActionGroup, ...], rows: Sequence[ActionGroup]
) -> Iterator[Placed]:
    words = item_words([row.id for row in rows])
    for position, (row, word) in enumerate(zip(rows, words, strict=True)):
        path = f"{above[-1]}/groups/{word}"
        yield Placed(above, groups, path, position, row)
        yield from _actions((*above, path), (*groups, row), row.groups)
        codes = item_words([item.code for item in row.items])
        for place, (item, code) in enumerate(zip(row.items, codes, strict=True)):
            item_path = f"{path}/items/{code}"
            yield Placed((*above, path), (*groups, row), item_path, place, item)


def pair_trees(
    old: Tree, new: Tree, tables: Mapping[str, str]
) -> tuple[Pairs[Placed], Pairs[Placed]]:
    """Set the rows of two plans against each other.

    Args:
        old: Rows before.
        new: Rows now.
        tables: Address of each table before to its address now, where it is still there.

    Returns:
        The pairs of groups, and those of tasks or items.
    """
    leaves = _pair_leaves(old.leaves, new.leaves, tables)
    return _pair_groups(old.groups, new.groups, tables, leaves), leaves


def _pair_leaves(
    old: Sequence[Placed], new: Sequence[Placed], tables: Mapping[str, str]
) -> Pairs[Placed]:
    """The same row in the same place first; then by what it says, by its title, by its number."""

    def table(one: Placed) -> str:
        return tables.get(one.table, one.table)

    pairing = Pairing(old, new)
    pairing.by(lambda one: (table(one), one.codes, one.said))
    pairing.by(lambda one: (table(one), one.codes, one.words))
    pairing.by(lambda one: (table(one), one.headings, one.said))
    pairing.by(lambda one: (table(one), one.code, one.words))
    pairing.by(lambda one: (table(one), one.said))
    pairing.by(lambda one: one.said)
    pairing.by(lambda one: (table(one), one.headings, one.words) if one.words else None)
    pairing.by(lambda one: (table(one), one.words) if one.words else None, unique=True)
    pairing.by_titles(
        lambda one: Titled(one.words, table(one), one.headings[-1] if one.headings else "")
    )

    def alike(one: Placed, other: Placed) -> float:
        if (table(one), one.codes) != (other.table, other.codes):
            return 0.0
        return likeness(one.row, other.row, without=("task", "code"))

    return pairing.by_score(alike).pairs()


def _pair_groups(
    old: Sequence[Placed],
    new: Sequence[Placed],
    tables: Mapping[str, str],
    leaves: Pairs[Placed],
) -> Pairs[Placed]:
    """By id, place and title; then the group that took over most of the rows."""

    def table(one: Placed) -> str:
        return tables.get(one.table, one.table)

    shared = _Shared(leaves)
    pairing = Pairing(old, new)
    pairing.by(lambda one: one.row.id if isinstance(one.row, ActionGroup) else None)
    pairing.by(lambda one: (table(one), one.codes, one.words))
    pairing.by(lambda one: (table(one), one.headings, one.words) if one.words else None)
    pairing.by(lambda one: (table(one), one.words) if one.words else None, unique=True)
    pairing.by_score(shared)

    def alike(one: Placed, other: Placed) -> float:
        if (table(one), one.codes) != (other.table, other.codes):
            return 0.0
        return likeness(one.row, other.row, without=("group", "id", "code"))

    return pairing.by_score(alike).pairs()


class _Shared:
    """How large a part of the rows of two groups are the same rows."""

    def __init__(self, leaves: Pairs[Placed]) -> None:
        self._both = Counter(
            (one, other)
            for old, new in leaves.both
            for one, other in zip(old.above[1:], new.above[1:], strict=False)
        )
        olds = (*(old for old, _ in leaves.both), *leaves.dropped)
        news = (*(new for _, new in leaves.both), *leaves.added)
        self._old = Counter(group for row in olds for group in row.above[1:])
        self._new = Counter(group for row in news for group in row.above[1:])

    def __call__(self, old: Placed, new: Placed) -> float:
        whole = self._old[old.path] + self._new[new.path]
        return 2 * self._both[old.path, new.path] / whole if whole else 0.0
