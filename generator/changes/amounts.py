"""Amounts that are no totals, before and now, and the totals that contain them."""

from collections.abc import Iterator, Mapping
from typing import cast

from generator.changes.money import money_of
from generator.changes.sides import At, Sides, subject
from generator.changes.totals import STATEMENTS, Cell, Kept
from generator.changes.values import AmountChanged, Change, TotalMove
from generator.model import Annex, Budget, FundingSource, Plan, Record, Task


def source_changes(sides: Sides, old: Record, new: Record, at: At) -> Iterator[Change]:
    """Compare the amount of a funding source; one without a unit is in that of the whole."""
    before, after = cast(FundingSource, old), cast(FundingSource, new)
    if before.amount != after.amount:
        then, now = cast(tuple[Budget, Budget], at.holders)
        yield AmountChanged(
            subject(sides, at.below("amount")),
            column="",
            old=money_of(before.amount, before.unit or _unit_of_whole(then), sides.old),
            new=money_of(after.amount, after.unit or _unit_of_whole(now), sides.new),
        )


def _unit_of_whole(budget: Budget) -> str:
    return next((one.unit for one in budget.statements if one.id == budget.sources_of), "")


def task_amounts(
    sides: Sides, at: At, old: Task, new: Task, annexes: tuple[Annex, Annex], kept: Kept
) -> Iterator[AmountChanged]:
    """Compare the amounts of a task that are no totals.

    Args:
        sides: The two states.
        at: Where the task stands.
        old: The task before.
        new: The task now.
        annexes: The annex that held it, and the one that holds it.
        kept: What its columns are called now.

    Yields:
        A change for each amount; not for a column that came or went as a whole.
    """
    before = {
        name: amount
        for column, amount in old.amounts.items()
        if (name := kept.now(column)) is not None
    }
    labels = {column.id: column.label for column in annexes[1].columns}
    for column_id in dict.fromkeys((*before, *new.amounts)):
        then, now = before.get(column_id), new.amounts.get(column_id)
        if then == now or column_id in kept.added or kept.is_total(column_id):
            continue
        yield AmountChanged(
            subject(sides, at.below(f"amounts/{column_id}")),
            column=labels.get(column_id, column_id),
            old=money_of(then, annexes[0].unit, sides.old),
            new=money_of(now, annexes[1].unit, sides.new),
        )


def totals_around(
    plan: Plan, above: tuple[str, ...], column_id: str, moves: Mapping[Cell, TotalMove]
) -> tuple[TotalMove, ...]:
    """Find the printed totals that contain a cell.

    Args:
        plan: The plan now.
        above: Addresses of the lines that may contain it, from the annex to its own row.
        column_id: Its column.
        moves: Every total that is there on both sides.

    Returns:
        The totals from the cell's own row to the prose.
    """
    annex_id = above[0].partition("/")[2]
    columns = _containing(plan.annexes[annex_id], column_id)
    inside = [(path, column) for path in reversed(above) for column in columns]
    prose = [
        (f"{STATEMENTS}/{one.id}", "")
        for one in plan.budget.statements
        if any(total.annex == annex_id and total.column in columns for total in one.adds)
    ]
    return tuple(moves[cell] for cell in (*inside, *prose) if cell in moves)


def _containing(annex: Annex, column_id: str) -> tuple[str, ...]:
    """A column and all that add it, directly or through others."""
    found = [column_id]
    for one in found:
        found += [c.id for c in annex.columns if one in c.adds and c.id not in found]
    return tuple(found)
