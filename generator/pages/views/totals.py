"""The money of a plan: how much in all, and which parts take it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks import sums
from generator.model import Annex, Group, Plan, Registry, Task
from generator.model.derived import anchor_of_group
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


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the money.

    Attributes:
        title: Title as printed.
        code: Code as printed; the place for a whole annex.
        anchor: Its anchor on the budget page.
        money: The amount.
        computed: Whether we added it up, because the document prints none.
        across: Whether we added up columns, because the document has none that does.
    """

    title: str
    code: str
    anchor: str
    money: Money
    computed: bool = False
    across: bool = False


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
    amounts = [part.money.vnd for part in annex_parts(plan, registry) if part.money.vnd]
    return PlanTotal(Money(sum(amounts), "đồng", sum(amounts)), None) if amounts else None


def annex_parts(plan: Plan, registry: Registry) -> tuple[Part, ...]:
    """The total of each annex that has money, in print order."""
    found = (_annex_part(i, annex, registry) for i, annex in plan.annexes.items())
    return tuple(part for part in found if part)


def _annex_part(annex_id: str, annex: Annex, registry: Registry) -> Part | None:
    amount = _row_total(annex, None)
    if amount is None:
        return None
    money = money_in(amount, registry.units.get(annex.unit))
    return Part(annex.title, annex.place, annex_id, money, across=len(_whole(annex)) > 1)


def group_parts(annex_id: str, annex: Annex, registry: Registry) -> tuple[Part, ...]:
    """The money of an annex by its groups.

    Args:
        annex_id: Id of the annex.
        annex: The annex.
        registry: The registry, for units.

    Returns:
        The outermost groups that print a total, in print order: a group that prints none is
        replaced by the groups in it. Where no group prints one, the outermost groups with
        what their rows add up to.
    """
    unit = registry.units.get(annex.unit)
    printed = tuple(_printed_groups(annex, annex.rows))
    return tuple(
        Part(
            title=group.title,
            code=group.group,
            anchor=anchor_of_group(annex_id, group.group),
            money=money_in(amount, unit),
            computed=not printed,
            across=len(_whole(annex)) > 1,
        )
        for group, amount in printed or _added_groups(annex)
    )


def _printed_groups(annex: Annex, rows: tuple[Group | Task, ...]) -> Iterator[tuple[Group, int]]:
    for row in rows:
        if isinstance(row, Task):
            continue
        amount = _row_total(annex, row) if row.stated else None
        if amount is None:
            yield from _printed_groups(annex, row.rows)
        else:
            yield row, amount


def _added_groups(annex: Annex) -> Iterator[tuple[Group, int]]:
    for row in annex.rows:
        if isinstance(row, Group) and (amount := _row_total(annex, row)) is not None:
            yield row, amount


def _row_total(annex: Annex, group: Group | None) -> int | None:
    """What a group or the annex gets in all columns together."""
    columns = sums.columns_by_id(annex)
    amounts = annex.stated if group is None else group.stated
    rows = annex.rows if group is None else group.rows
    found = [
        amounts[name] if name in amounts else _made(columns, rows, name) for name in _whole(annex)
    ]
    there = [amount for amount in found if amount is not None]
    return sum(there) if there else None


def _whole(annex: Annex) -> tuple[str, ...]:
    """Columns that make up the whole; none when columns by year and by source overlap."""
    if whole := total_column(annex):
        return (whole,)
    if len({column.period is None for column in annex.columns}) > 1:
        return ()
    return tuple(column.id for column in annex.columns)


def _made(columns: sums.Columns, rows: tuple[Group | Task, ...], name: str) -> int | None:
    made = sums.sum_of_rows(columns, rows, (), name)
    return made.total if made else None


def total_column(annex: Annex) -> str | None:
    """Id of the column that adds the others, or of the only column; None when there is none."""
    adding = [column for column in annex.columns if column.adds]
    if adding:
        return max(adding, key=lambda column: len(column.adds)).id
    return annex.columns[0].id if len(annex.columns) == 1 else None
