"""Amounts of different units brought to đồng and back, exactly."""

from decimal import Decimal

from generator.diagnostics import Number
from generator.model import Registry


def factor_of(registry: Registry, unit_id: str) -> int | None:
    """How many đồng one of a unit is; None for what is not money or not known."""
    unit = registry.units.get(unit_id)
    return unit.factor_vnd if unit and unit.kind == "money" else None


def in_unit(dong: int, factor: int) -> Number:
    """An amount of đồng in a unit: an integer where it comes out even."""
    whole, rest = divmod(dong, factor)
    return whole if rest == 0 else Decimal(dong) / factor
