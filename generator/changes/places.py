"""Rows that came, went, moved, carry another number, or stand in another order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.changes.grid import Grid
from generator.changes.kinds import Item
from generator.changes.money import Money, money_of
from generator.changes.names import PLURALS, name_of
from generator.changes.pairing import in_order
from generator.changes.sides import Sides
from generator.changes.trees import ACTIONS, Placed
from generator.changes.values import (
    Added,
    Change,
    Dropped,
    Moved,
    Renumbered,
    Reordered,
    Subject,
)
from generator.model import ActionGroup, ActionItem, Annex, Group, Registry, Task
from generator.model.succession import amount_of
from generator.vietnamese import format_integer

PROSE = "nhiệm vụ, giải pháp trong lời văn"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a grid, to name what stands there.

    Attributes:
        plan_id: The plan.
        registry: The registry.
        annexes: Annexes by address.
        groups: Groups by address.
    """

    plan_id: str
    registry: Registry
    annexes: Mapping[str, Annex]
    groups: Mapping[str, Placed]

    def subject(self, one: Placed) -> Subject:
        """What a change of a row is about."""
        name = name_of(one.row, "", self.registry)
        return Subject(item_of(one), self.plan_id, one.path, name, self.where(one.table))

    def holder(self, path: str) -> Subject:
        """What a change of what holds rows is about."""
        if path in self.groups:
            return self.subject(self.groups[path])
        if path == ACTIONS:
            return Subject(Item.ACTION_GROUP, self.plan_id, path, PROSE)
        name = name_of(self.annexes[path], "", self.registry)
        return Subject(Item.ANNEX, self.plan_id, path, name, self.annexes[path].place)

    def where(self, table: str) -> str:
        """Place of a table in the document; empty for the prose, whose groups have their own."""
        return self.annexes[table].place if table in self.annexes else ""


def item_of(one: Placed) -> Item:
    """What kind of row something is."""
    match one.row:
        case Task():
            return Item.TASK
        case Group():
            return Item.GROUP
        case ActionGroup():
            return Item.ACTION_GROUP
        case _:
            return Item.ACTION_ITEM


def place_changes(sides: Sides, grid: Grid) -> Iterator[Change]:
    """Tell what became of the places of rows.

    Args:
        sides: The two states.
        grid: The rows.

    Yields:
        The changes. Rows of a table or group that came or went as a whole are told with it.
    """
    old, new = side_before(sides, grid), side_now(sides, grid)
    yield from _dropped(old, grid)
    yield from _added(new, grid)
    yield from _moved(old, new, grid)
    yield from _renumbered(new, grid)
    yield from _reordered(new, grid)


def side_before(sides: Sides, grid: Grid) -> Side:
    """What stood there before."""
    groups = (*grid.groups.dropped, *(one for one, _ in grid.groups.both))
    return Side(sides.plan_id, sides.old, grid.old, {one.path: one for one in groups})


def side_now(sides: Sides, grid: Grid) -> Side:
    """What stands there now."""
    groups = (*grid.groups.added, *(other for _, other in grid.groups.both))
    return Side(sides.plan_id, sides.new, grid.new, {one.path: one for one in groups})


def _dropped(old: Side, grid: Grid) -> Iterator[Change]:
    gone = {*grid.tables.dropped, *(one.path for one in grid.groups.dropped)}
    rows = (*grid.groups.dropped, *grid.leaves.dropped)
    for table in grid.tables.dropped:
        yield Dropped(old.holder(table), *_holding(old, table, grid.leaves.dropped))
    for one in rows:
        if one.parent not in gone:
            yield Dropped(old.subject(one), *_telling(old, one, grid.leaves.dropped))


def _added(new: Side, grid: Grid) -> Iterator[Change]:
    come = {*grid.tables.added, *(one.path for one in grid.groups.added)}
    for table in grid.tables.added:
        yield Added(new.holder(table), *_holding(new, table, grid.leaves.added))
    for one in (*grid.groups.added, *grid.leaves.added):
        if one.parent not in come:
            yield Added(new.subject(one), *_telling(new, one, grid.leaves.added))


def _telling(side: Side, one: Placed, leaves: Sequence[Placed]) -> tuple[str, Money | None]:
    """What a row says in a few words, and its money."""
    if isinstance(one.row, Task):
        annex = side.annexes[one.table]
        lead = f"chủ trì: {one.row.lead}" if one.row.lead else ""
        return lead, money_of(amount_of(annex, one.row), annex.unit, side.registry)
    if isinstance(one.row, ActionItem):
        return "", None
    return _holding(side, one.path, leaves)


def _holding(side: Side, path: str, leaves: Sequence[Placed]) -> tuple[str, Money | None]:
    """How many rows came or went with what held them, and their money."""
    rows = [one for one in leaves if path in one.above]
    kind = PLURALS[item_of(rows[0])] if rows else PLURALS[Item.TASK]
    codes = ", ".join(one.code for one in rows)
    detail = f"gồm {format_integer(len(rows))} {kind}" + (f": {codes}" if codes else "")
    annex = side.annexes.get(rows[0].table) if rows else None
    if annex is None:
        return detail, None
    amounts = [amount_of(annex, one.row) for one in rows if isinstance(one.row, Task)]
    known = [amount for amount in amounts if amount is not None]
    return detail, money_of(sum(known), annex.unit, side.registry) if known else None


def _moved(old: Side, new: Side, grid: Grid) -> Iterator[Change]:
    now = grid.now()
    for before, after in grid.tables.both:
        if before != after:
            yield Moved(new.holder(after), before, after)
    for one, other in (*grid.groups.both, *grid.leaves.both):
        if now.get(one.parent) != other.parent:
            yield Moved(
                new.subject(other),
                _holder_name(old, one),
                _holder_name(new, other),
                one.code,
                other.code,
            )


def _holder_name(side: Side, one: Placed) -> str:
    holder = side.holder(one.parent)
    return ", ".join(filter(None, (holder.name, holder.where)))


def _renumbered(new: Side, grid: Grid) -> Iterator[Change]:
    now = grid.now()
    codes: dict[tuple[str, Item], list[tuple[str, str]]] = defaultdict(list)
    for one, other in (*grid.groups.both, *grid.leaves.both):
        if one.code != other.code and now.get(one.parent) == other.parent:
            codes[other.table, item_of(other)].append((one.code, other.code))
    for (table, item), pairs in codes.items():
        yield Renumbered(new.holder(table), item, tuple(pairs))


def _reordered(new: Side, grid: Grid) -> Iterator[Change]:
    now = grid.now()
    siblings: dict[tuple[str, bool], list[tuple[Placed, Placed]]] = defaultdict(list)
    for one, other in (*grid.groups.both, *grid.leaves.both):
        if now.get(one.parent) == other.parent:
            # Groups and tasks stand in one list, groups and items of the prose in two.
            siblings[other.parent, isinstance(other.row, ActionItem)].append((one, other))
    for (parent, _), pairs in siblings.items():
        by_place = sorted(pairs, key=lambda pair: pair[1].position)
        if not in_order([one.position for one, _ in by_place]):
            items = {item_of(other) for _, other in pairs}
            what = PLURALS[items.pop()] if len(items) == 1 else "dòng"
            yield Reordered(new.holder(parent), what)
