"""JSON values, and how dates, periods and exact figures become such."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator.model import Period

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
JsonObject = dict[str, Json]


def figure(number: Decimal | int | None) -> int | float | None:
    """An exact figure as a JSON number.

    Args:
        number: The figure. Figures of plans have at most 15 significant digits, which a
            floating-point number of JSON carries and gives back unchanged.

    Returns:
        An integer for a whole figure, otherwise the number with the same digits.
    """
    if number is None or isinstance(number, int):
        return number
    return int(number) if number == number.to_integral_value() else float(number)


def day(value: date | None) -> str | None:
    """A day as `2025-09-22`."""
    return value.isoformat() if value else None


def span(period: Period | None) -> JsonObject | None:
    """A period as its first and its last year."""
    return {"start": period.start, "end": period.end} if period else None


def words(items: Iterable[str]) -> list[Json]:
    """A list of texts or ids."""
    return list(items)
