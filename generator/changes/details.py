"""What came or went, in a few words, with its money."""

from generator.changes.kinds import Item
from generator.changes.money import Money, money_of
from generator.changes.names import LONGEST_NAME, name_of
from generator.changes.sides import At, Sides, place_of
from generator.changes.values import Added, Dropped, Subject
from generator.model import (
    Annex,
    Budget,
    BudgetStatement,
    Column,
    FundingSource,
    Indicator,
    Objective,
    Observation,
    Record,
    Registry,
    Target,
    Waiver,
    walk_tasks,
)
from generator.vietnamese import format_decimal, format_integer
from generator.words import baseline_words, target_words, unit_of


def added(sides: Sides, item: Item, path: str, record: Record, at: At, holder: Record) -> Added:
    """Tell that a record of a list was not there before.

    Args:
        sides: The two states.
        item: What kind of thing it is.
        path: Its address.
        record: The record.
        at: Where its list stands.
        holder: What holds the list.

    Returns:
        The change.
    """
    detail, money = _describe(record, holder, sides.new)
    return Added(_subject(sides, item, path, record, at, sides.new), detail, money)


def dropped(sides: Sides, item: Item, path: str, record: Record, at: At, holder: Record) -> Dropped:
    """Tell that a record of a list is gone; the arguments are those of `added`."""
    detail, money = _describe(record, holder, sides.old)
    return Dropped(_subject(sides, item, path, record, at, sides.old), detail, money)


def _subject(
    sides: Sides, item: Item, path: str, record: Record, at: At, registry: Registry
) -> Subject:
    name = name_of(record, at.name, registry)
    return Subject(item, sides.plan_id, path, name, place_of(record) or at.where)


def _describe(record: Record, holder: Record, registry: Registry) -> tuple[str, Money | None]:
    match record:
        case Target() if isinstance(holder, Indicator):
            return target_words(record, unit_of(registry, holder.unit)), None
        case Observation() if isinstance(holder, Indicator):
            return baseline_words(record, unit_of(registry, holder.unit)), None
        case Indicator():
            unit = unit_of(registry, record.unit)
            return "; ".join(
                f"{one.period}: {target_words(one, unit)}" for one in record.targets
            ), None
        case Objective():
            return record.text if len(record.text) > LONGEST_NAME else "", None
        case BudgetStatement():
            return "", money_of(record.amount, record.unit, registry)
        case FundingSource() if isinstance(holder, Budget):
            return "", money_of(record.amount, record.unit or "", registry)
        case Column() if isinstance(holder, Annex):
            return _column(record, holder, registry)
        case Waiver():
            return _waiver(record), None
        case _:
            return "", None


def _column(one: Column, annex: Annex, registry: Registry) -> tuple[str, Money | None]:
    """How many tasks print an amount in a column, and what these come to."""
    cells = [t.amounts[one.id] for t, _ in walk_tasks(annex.rows) if one.id in t.amounts]
    return f"{format_integer(len(cells))} ô có số", money_of(sum(cells), annex.unit, registry)


def _waiver(one: Waiver) -> str:
    figures = [
        f"{what} {format_decimal(figure)}"
        for what, figure in (("in", one.stated), ("tính được", one.computed))
        if figure is not None
    ]
    return "; ".join((*figures, f"lý do: {one.reason}"))
