"""What the totals of the prose are made of: totals of annexes, and funding sources.

Annexes, statements and sources may be in different units, so the sums are in đồng.
"""

from generator.checks._rows import part_of_annex
from generator.checks.money import factor_of
from generator.checks.sums import Sum, add_up, columns_by_id, sum_of_rows
from generator.model import AnnexTotal, Budget, BudgetStatement, Plan, Registry


def sum_of_annexes(plan: Plan, registry: Registry, statement: BudgetStatement) -> Sum | None:
    """Sum of the annex totals that a statement adds.

    Args:
        plan: The plan.
        registry: The registry, for units.
        statement: A statement of the plan.

    Returns:
        The sum in đồng, or None when the statement adds nothing or one total is not to be had.
    """
    totals = [_total(plan, registry, one) for one in statement.adds]
    return None if None in totals else add_up(totals)


def _total(plan: Plan, registry: Registry, one: AnnexTotal) -> Sum | None:
    annex = plan.annexes.get(one.annex)
    factor = factor_of(registry, annex.unit) if annex else None
    if annex is None or factor is None:
        return None
    path = (part_of_annex(one.annex),)
    if one.column in annex.stated:
        return Sum(annex.stated[one.column] * factor, ((*path, "stated", one.column),))
    rows = sum_of_rows(columns_by_id(annex), annex.rows, path, one.column)
    return Sum(rows.total * factor, rows.addends) if rows else None


def sum_of_sources(budget: Budget, whole: BudgetStatement, registry: Registry) -> Sum | None:
    """Sum of the funding sources that name an amount in a unit of money.

    Args:
        budget: The budget.
        whole: The statement that the sources make up; a source without a unit is in its unit.
        registry: The registry, for units.

    Returns:
        The sum in đồng, or None when no source names an amount.
    """
    sums: list[Sum] = []
    for index, source in enumerate(budget.sources):
        factor = factor_of(registry, source.unit or whole.unit)
        if source.amount is not None and factor is not None:
            sums.append(Sum(source.amount * factor, (("budget", "sources", index, "amount"),)))
    return add_up(sums)
