"""Amounts, how far two of them lie apart, and printed totals before and after."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.diagnostics import Number
from generator.model import Registry
from generator.words import measured

_DONG = ("vnd", "đồng")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, or the difference of two.

    Attributes:
        amount: The figure in its unit.
        unit_id: Id of the unit; empty where the record names none.
        unit: Name of the unit, `triệu đồng`.
        vnd: The same in đồng; None when the unit is not one of money.
    """

    amount: Number
    unit_id: str
    unit: str
    vnd: Number | None

    @property
    def words(self) -> str:
        """`4.450 triệu đồng`."""
        return measured(self.amount, self.unit)


def money_of(amount: Number | None, unit_id: str, registry: Registry) -> Money | None:
    """Take an amount of a plan with its unit; None stays None."""
    if amount is None:
        return None
    unit = registry.units.get(unit_id)
    factor = unit.factor_vnd if unit and unit.kind == "money" else None
    vnd = None if factor is None else amount * factor
    return Money(amount, unit_id, unit.name if unit else unit_id, vnd)


def difference(old: Money | None, new: Money | None) -> Money | None:
    """Tell how much more the new amount is.

    Args:
        old: The amount before.
        new: The amount after.

    Returns:
        New minus old, in their common unit, else in đồng; None when one is missing or the units
        cannot be compared.
    """
    if old is None or new is None:
        return None
    vnd = None if old.vnd is None or new.vnd is None else new.vnd - old.vnd
    same_size = old.amount * (new.vnd or 0) == new.amount * (old.vnd or 0)
    if old.unit_id == new.unit_id and same_size:
        return Money(new.amount - old.amount, new.unit_id, new.unit, vnd)
    return None if vnd is None else Money(vnd, *_DONG, vnd)


def size_of(money: Money | None) -> Decimal:
    """An amount in đồng without its sign; 0 when there is none or it is not money."""
    return Decimal(0) if money is None or money.vnd is None else abs(Decimal(money.vnd))


def percent_change(old: Number, new: Number) -> Decimal | None:
    """By how many per cent a figure grew, to one decimal; None when it was zero.

    Examples:
        80 to 70 gives -12.5.
    """
    if not old:
        return None
    change = Decimal(new - old) * 100 / abs(Decimal(old))
    return change.quantize(Decimal("0.1"), ROUND_HALF_UP)
