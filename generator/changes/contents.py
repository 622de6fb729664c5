"""What rows of annexes and items of the prose say, before and now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from generator.changes.agencies import agencies_named, cell_changes, names_of, same_agencies
from generator.changes.amounts import task_amounts
from generator.changes.deadlines import deadline_change, end_of
from generator.changes.grid import Grid
from generator.changes.places import item_of
from generator.changes.plain import field_changed
from generator.changes.records import compare_records
from generator.changes.sides import At, Event, Sides, at_record, subject
from generator.changes.totals import Kept
from generator.changes.trees import Placed
from generator.changes.values import AgenciesChanged, Change, Renamed, Role
from generator.model import Annex, Group, Task
from generator.model.derived import lead_cell, task_reading

_OF_PLACE = frozenset({"task", "group", "code", "rows", "groups", "items", "stated"})
"""Values that are told with the places of rows and with their totals."""
_OF_TASK = frozenset({"title", "lead", "coordinators", "schedule", "schedule_as", "amounts"})


@dataclass(frozen=True, slots=True)
class RowChanges:
    """A row that is there on both sides, with what changed in it.

    Attributes:
        old: The row before.
        new: The row now.
        events: The changes, and its own new address.
        end: Last day of the time of a task, now; None when it is open, and for other rows.
        leads: Names of those who lead a task, now.
    """

    old: Placed
    new: Placed
    events: tuple[Event, ...]
    end: date | None = None
    leads: frozenset[str] = frozenset()


def row_changes(sides: Sides, grid: Grid, kept: Mapping[str, Kept]) -> Iterator[RowChanges]:
    """Tell what changed in each row that is there on both sides.

    Args:
        sides: The two states.
        grid: The rows.
        kept: What became of the columns of each row; empty for the prose.

    Yields:
        Every such row, also one that says what it said.
    """
    for one, other in (*grid.groups.both, *grid.leaves.both):
        annex = grid.new.get(other.table)
        at = at_record(sides, item_of(other), (one.path, one.row), (other.path, other.row))
        if annex is not None:
            at = replace(at, where=annex.place)
        if isinstance(other.row, Task) and annex is not None:
            events = _task(sides, grid, at, one, other, kept[one.path])
            read = task_reading(sides.new_reader, annex, groups_above(other), other.row)
            leads = frozenset(name.name for name in names_of(read.leads, (), sides.new))
            yield RowChanges(one, other, tuple(events), end_of(read.schedule), leads)
        else:
            yield RowChanges(
                one, other, tuple(compare_records(sides, one.row, other.row, at, _OF_PLACE))
            )


def _task(
    sides: Sides, grid: Grid, at: At, one: Placed, other: Placed, kept: Kept
) -> Iterator[Event]:
    old, new = cast(Task, one.row), cast(Task, other.row)
    annexes = grid.old[one.table], grid.new[other.table]
    yield from compare_records(sides, old, new, at, _OF_PLACE | _OF_TASK)
    time = list(_time(sides, at, annexes, one, other))
    yield from time
    if old.title != new.title and not (time and one.words == other.words):
        yield Renamed(subject(sides, at.below("title")), old.title, new.title)
    yield from _lead(sides, at, annexes, one, other)
    yield from cell_changes(sides, at, Role.COORDINATORS, "coordinators", old, new)
    yield from task_amounts(sides, at, old, new, annexes, kept)


def _time(
    sides: Sides, at: At, annexes: tuple[Annex, Annex], one: Placed, other: Placed
) -> Iterator[Change]:
    """Compare the time, where its cell, the entry by hand or the title is another one."""
    old, new = cast(Task, one.row), cast(Task, other.row)
    if (old.title, old.schedule, old.schedule_as) == (new.title, new.schedule, new.schedule_as):
        return
    readings = (
        task_reading(sides.old_reader, annexes[0], groups_above(one), old),
        task_reading(sides.new_reader, annexes[1], groups_above(other), new),
    )
    if change := deadline_change(sides, at.below("schedule"), *readings):
        yield change
        return
    for key in ("schedule", "schedule_as"):
        if getattr(old, key) != getattr(new, key):
            yield field_changed(sides, at, key, old, new)


def _lead(
    sides: Sides, at: At, annexes: tuple[Annex, Annex], one: Placed, other: Placed
) -> Iterator[Change]:
    """Compare who leads; a task without a cell of its own is led by the agency of its group."""
    old, new = cast(Task, one.row), cast(Task, other.row)
    before = lead_cell(annexes[0], groups_above(one), old)
    after = lead_cell(annexes[1], groups_above(other), new)
    if before == after:
        return
    then = agencies_named(sides.old_reader.read(before), sides.old)
    now = agencies_named(sides.new_reader.read(after), sides.new)
    if not same_agencies(then, now):
        yield AgenciesChanged(subject(sides, at.below("lead")), Role.LEAD, then, now, before, after)
    elif old.lead != new.lead:
        yield field_changed(sides, at, "lead", old, new)


def groups_above(one: Placed) -> tuple[Group, ...]:
    """Groups of its annex that hold a task."""
    return tuple(group for group in one.groups if isinstance(group, Group))
