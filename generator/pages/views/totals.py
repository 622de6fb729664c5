"""How much money a plan names in all, and how much a row of its annexes gets."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks import sums
from generator.model import Annex, Group, Plan, Registry, Task
from generator.pages.views.money import Money, money_in


@dataclass(frozen=True, slots=True)
class PlanTotal:
    """The total of a plan.

    Attributes:
        money: The amount.
        statement_id: The statement that prints it; None when it was added up from annexes.
    """

    money: Money
    statement_id: str | None


def plan_total(plan: Plan, registry: Registry) -> PlanTotal | None:
    """The amount that stands for the whole plan.

    Args:
        plan: The plan.
        registry: The registry, for units.

    Returns:
        The greatest total of the prose that is not part of another; without any, the sum of
        the annexes; None when the plan names no money.
    """
    stated = [
        PlanTotal(money_in(s.amount, registry.units.get(s.unit)), s.id)
        for s in plan.budget.statements
        if s.part_of is None
    ]
    if stated:
        return max(stated, key=lambda total: total.money.vnd or 0)
    amounts = [money.vnd for money in _annex_totals(plan, registry) if money.vnd]
    return PlanTotal(Money(sum(amounts), "đồng", sum(amounts)), None) if amounts else None


def _annex_totals(plan: Plan, registry: Registry) -> Iterator[Money]:
    for annex in plan.annexes.values():
        amount = row_total(annex, None)
        if amount is not None:
            yield money_in(amount, registry.units.get(annex.unit))


def row_total(annex: Annex, row: Group | Task | None) -> int | None:
    """What a row gets in all columns together.

    Args:
        annex: The annex.
        row: A task or a group of it; None for the annex itself.

    Returns:
        The printed amounts, or where one is left blank what the rows and columns below it make;
        None when there is no money in it.
    """
    found = [column_total(annex, row, name) for name in whole_columns(annex)]
    there = [amount for amount in found if amount is not None]
    return sum(there) if there else None


def column_total(annex: Annex, row: Group | Task | None, name: str) -> int | None:
    """What a row, or the annex itself, gets in one column; see `row_total`."""
    columns = sums.columns_by_id(annex)
    if row is not None:
        made = sums.sum_of_row(columns, row, (), name)
    elif name in annex.stated:
        return annex.stated[name]
    else:
        made = sums.sum_of_rows(columns, annex.rows, (), name)
    return made.total if made else None


def whole_columns(annex: Annex) -> tuple[str, ...]:
    """Columns that make up the whole; none when columns by year and by source overlap."""
    if whole := total_column(annex):
        return (whole,)
    if len({column.period is None for column in annex.columns}) > 1:
        return ()
    return tuple(column.id for column in annex.columns)


def total_column(annex: Annex) -> str | None:
    """Id of the column that adds the others, or of the only column; None when there is none."""
    adding = [column for column in annex.columns if column.adds]
    if adding:
        return max(adding, key=lambda column: len(column.adds)).id
    return annex.columns[0].id if len(annex.columns) == 1 else None
