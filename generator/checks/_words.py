"""Amounts that a document gives in digits and in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.money import factor_of
from generator.diagnostics import Path
from generator.model import Plan, Registry


@dataclass(frozen=True, slots=True)
class Spoken:
    """An amount with its words.

    Attributes:
        path: Path of the statement or source.
        title: What the amount is.
        amount: The digits, in the unit; None where the document gives words only.
        words: The words.
        unit: Id of the unit.
        factor: How many đồng one unit is; None for what is not money.
    """

    path: Path
    title: str
    amount: int | None
    words: str
    unit: str
    factor: int | None


def spoken_amounts(plan: Plan, registry: Registry) -> Iterator[Spoken]:
    """Every statement and every funding source that has words."""
    budget = plan.budget
    units = {statement.id: statement.unit for statement in budget.statements}
    for index, one in enumerate(budget.statements):
        if one.words is not None:
            path = ("budget", "statements", index)
            factor = factor_of(registry, one.unit)
            yield Spoken(path, one.title, one.amount, one.words, one.unit, factor)
    for index, source in enumerate(budget.sources):
        if source.words is not None:
            path = ("budget", "sources", index)
            unit = source.unit or units.get(budget.sources_of or "", "")
            factor = factor_of(registry, unit)
            yield Spoken(path, source.title, source.amount, source.words, unit, factor)
