"""What changed in a plan."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.changes.amounts import totals_around
from generator.changes.contents import RowChanges, row_changes
from generator.changes.grid import Grid, grid_of_annexes, grid_of_prose, kept_lines
from generator.changes.kinds import Item
from generator.changes.names import plan_name
from generator.changes.pairing import Pairs
from generator.changes.partly import partly_changed_groups, partly_changed_series
from generator.changes.places import place_changes, side_now
from generator.changes.readings import reading_changes
from generator.changes.records import addresses_of, compare_records, pair_records
from generator.changes.sides import At, Event, Readdressed, Sides, at_record, subject
from generator.changes.structure import LISTS
from generator.changes.totals import STATEMENTS, Cell, total_moves, totals_of
from generator.changes.trees import tree_of_annexes
from generator.changes.values import (
    AmountChanged,
    Change,
    Moved,
    TargetChanged,
    TotalChanged,
    TotalMove,
)
from generator.changes.waivers import waiver_events
from generator.model import Indicator, Plan, Record

_PARTS = ("objectives", "indicators", "budget", "organisation")
"""Parts that are one record each, beside the card; annexes, prose and waivers are more."""


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What changed in a plan.

    Attributes:
        changes: The changes, as they come.
        moves: Printed totals of lines that are there on both sides, moved or not.
        addresses: Address before to address now of what has another one.
    """

    changes: tuple[Change, ...] = ()
    moves: tuple[TotalMove, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)


def compare_plans(sides: Sides, old: Plan, new: Plan) -> PlanChanges:
    """Tell what changed in a plan.

    Args:
        sides: The two states of the registry, and the plan's id now.
        old: The plan before.
        new: The plan now.

    Returns:
        The changes, the totals, and the new addresses.
    """
    trees = tree_of_annexes(old), tree_of_annexes(new)
    grid, prose = grid_of_annexes(old, new, trees), grid_of_prose(old, new)
    statements = pair_records(
        LISTS["Budget", "statements"], old.budget.statements, new.budget.statements
    )
    kept = kept_lines(grid, statements)
    before, after = totals_of(old, trees[0], sides.old), totals_of(new, trees[1], sides.new)
    moves = total_moves(before, after, kept)
    rows = tuple(row_changes(sides, grid, kept))
    events: list[Event] = [
        *_moved_plan(sides, old, new),
        *_parts(sides, old, new, moves),
        *_annexes(sides, grid),
        *place_changes(sides, grid),
        *(event for row in rows for event in _with_totals(new, row, moves)),
        *place_changes(sides, prose),
        *(event for row in row_changes(sides, prose, {}) for event in row.events),
        *(TotalChanged(move.subject, move) for move in moves.values() if move.printed_moved),
        *partly_changed_groups(rows, side_now(sides, grid).holder),
    ]
    indicators = _indicators(old, new)
    events += reading_changes(sides, grid, indicators.both, new)
    events += _series(sides, indicators, new, events)
    addresses = {event.old: event.new for event in events if isinstance(event, Readdressed)}
    events += waiver_events(sides, old.waivers, new.waivers, addresses)
    addresses |= {event.old: event.new for event in events if isinstance(event, Readdressed)}
    return PlanChanges(
        tuple(event for event in events if isinstance(event, Change)),
        tuple(moves.values()),
        addresses,
    )


def _moved_plan(sides: Sides, old: Plan, new: Plan) -> Iterator[Change]:
    if old.id != new.id:
        yield Moved(subject(sides, _at_part("", new)), old.id, new.id)


def _at_part(part: str, plan: Plan) -> At:
    return At(Item.PLAN, part, part, plan_name(plan))


def _parts(sides: Sides, old: Plan, new: Plan, moves: Mapping[Cell, TotalMove]) -> Iterator[Event]:
    yield from compare_records(sides, old.meta, new.meta, _at_part("plan", new))
    for part in _PARTS:
        before: Record = getattr(old, part)
        after: Record = getattr(new, part)
        for event in compare_records(sides, before, after, _at_part(part, new)):
            if isinstance(event, AmountChanged):
                whole = moves.get((f"{STATEMENTS}/{new.budget.sources_of}", ""))
                yield replace(event, carries=(whole,) if whole else ())
            else:
                yield event


def _annexes(sides: Sides, grid: Grid) -> Iterator[Event]:
    for one, other in grid.tables.both:
        pair = (one, grid.old[one]), (other, grid.new[other])
        at = at_record(sides, Item.ANNEX, *pair)
        yield from compare_records(sides, pair[0][1], pair[1][1], at)


def _with_totals(plan: Plan, row: RowChanges, moves: Mapping[Cell, TotalMove]) -> Iterator[Event]:
    """What changed in a row; an amount with the printed totals that contain it."""
    lines = (*row.new.above, row.new.path)
    for event in row.events:
        if isinstance(event, AmountChanged):
            column_id = event.subject.path.rpartition("/")[2]
            yield replace(event, carries=totals_around(plan, lines, column_id, moves))
        else:
            yield event


def _indicators(old: Plan, new: Plan) -> Pairs[Indicator]:
    return pair_records(
        LISTS["Indicators", "indicators"], old.indicators.indicators, new.indicators.indicators
    )


def _series(
    sides: Sides, indicators: Pairs[Indicator], new: Plan, events: Iterable[Event]
) -> Iterator[Change]:
    addresses = addresses_of("indicators/indicators", new.indicators.indicators)
    series = {}
    for before, after in indicators.both:
        path = addresses[id(after)]
        at = at_record(sides, Item.INDICATOR, (path, before), (path, after))
        series[path] = subject(sides, at), before, after
    targets = (event for event in events if isinstance(event, TargetChanged))
    return partly_changed_series(targets, series)
