"""Cells that did not change, and yet name others now, because the registry changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.changes.agencies import agencies_named, same_agencies
from generator.changes.contents import groups_above
from generator.changes.grid import Grid
from generator.changes.kinds import Item
from generator.changes.names import plan_name
from generator.changes.sides import Sides
from generator.changes.values import AgencyName, ReadingChanged, Role, Subject
from generator.model import Indicator, Plan, Task
from generator.model.derived import lead_cell

Names = tuple[AgencyName, ...]


def reading_changes(
    sides: Sides, grid: Grid, indicators: Sequence[tuple[Indicator, Indicator]], plan: Plan
) -> Iterator[ReadingChanged]:
    """Compare what unchanged cells of agencies are read as.

    Args:
        sides: The two states.
        grid: Rows of the annexes.
        indicators: The indicators that are there on both sides.
        plan: The plan now.

    Yields:
        A change for each role and each exchange of agencies, with the rows that it touches.
    """
    if sides.old_reader is sides.new_reader:
        return
    found: dict[tuple[Role, Names, Names], list[str]] = defaultdict(list)
    for role, code, cell in (*_cells(grid), *_owners(indicators)):
        then = agencies_named(sides.old_reader.read(cell), sides.old)
        now = agencies_named(sides.new_reader.read(cell), sides.new)
        if not same_agencies(then, now):
            gained = tuple(one for one in now if one not in then)
            lost = tuple(one for one in then if one not in now)
            found[role, gained, lost].append(code)
    subject = Subject(Item.PLAN, sides.plan_id, "", plan_name(plan))
    for (role, gained, lost), codes in found.items():
        yield ReadingChanged(subject, role, tuple(codes), gained, lost)


def _cells(grid: Grid) -> Iterator[tuple[Role, str, str]]:
    """Cells of tasks that say what they said."""
    for one, other in grid.leaves.both:
        old, new = one.row, other.row
        if not isinstance(old, Task) or not isinstance(new, Task):
            continue
        before = lead_cell(grid.old[one.table], groups_above(one), old)
        after = lead_cell(grid.new[other.table], groups_above(other), new)
        if after and before == after:
            yield Role.LEAD, new.task, after
        if new.coordinators and old.coordinators == new.coordinators:
            yield Role.COORDINATORS, new.task, new.coordinators


def _owners(
    indicators: Sequence[tuple[Indicator, Indicator]],
) -> Iterator[tuple[Role, str, str]]:
    for old, new in indicators:
        if new.owner and old.owner == new.owner:
            yield Role.OWNER, new.code, new.owner
