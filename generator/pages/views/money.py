"""Amounts as readers see them: exact in the unit of the table, and humanly in tỷ đồng."""

from dataclasses import dataclass

from generator.model import Unit
from generator.vietnamese import format_money, format_vnd_exact
from generator.words import measured


@dataclass(frozen=True, slots=True)
class Money:
    """An amount.

    Attributes:
        amount: The amount in its unit, exact.
        unit: Name of the unit, `triệu đồng`.
        vnd: The same in đồng; None when the unit is not money.
    """

    amount: int
    unit: str
    vnd: int | None

    @property
    def exact(self) -> str:
        """`6.856.988.000.000 đồng`, in đồng where that is known."""
        if self.vnd is None:
            return self.printed
        return format_vnd_exact(self.vnd)

    @property
    def printed(self) -> str:
        """The amount in the unit of its table, `5.698.358 triệu đồng`."""
        return measured(self.amount, self.unit)

    @property
    def human(self) -> str:
        """`6.857 tỷ đồng`."""
        return self.exact if self.vnd is None else human_money(self.vnd)


def money_in(amount: int, unit: Unit | None) -> Money:
    """Take an amount with its unit.

    Args:
        amount: The amount.
        unit: Its unit; None when the registry does not know it.

    Returns:
        The amount for display.
    """
    factor = unit.factor_vnd if unit else None
    return Money(amount, unit.name if unit else "", None if factor is None else amount * factor)


def human_money(vnd: int) -> str:
    """Say an amount of đồng as people say it: `6.857 tỷ đồng`, `780 triệu đồng`."""
    return format_money(vnd)
