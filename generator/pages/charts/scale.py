"""Linear scales with round ticks."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values to positions in a picture.

    Attributes:
        low: Value at `start`.
        high: Value at `end`.
        start: Position of `low`.
        end: Position of `high`; smaller than `start` on an axis that grows upwards.
    """

    low: Decimal
    high: Decimal
    start: Decimal
    end: Decimal

    def __call__(self, value: Decimal | int) -> Decimal:
        """Position of a value, to a tenth."""
        share = (Decimal(value) - self.low) / (self.high - self.low)
        return tenth(self.start + share * (self.end - self.start))


def tenth(value: Decimal) -> Decimal:
    """A coordinate rounded to a tenth, without an exponent or needless zeros."""
    rounded = value.quantize(Decimal("0.1"))
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


def round_step(span: Decimal, most: int = 5) -> Decimal:
    """The smallest of 1, 2 or 5 times a power of ten that cuts a span into few parts.

    Args:
        span: Positive length of the axis.
        most: Greatest number of parts.

    Returns:
        The step.
    """
    power = Decimal(10) ** (span / most).adjusted()
    return next(power * step for step in _STEPS if power * step * most >= span)


def round_ticks(low: Decimal, high: Decimal, most: int = 5) -> tuple[Decimal, ...]:
    """Round values that cover a range.

    Args:
        low: Least value shown.
        high: Greatest value shown.
        most: Greatest number of steps between them, give or take one.

    Returns:
        Rising ticks; the first is at most `low`, the last at least `high`, at least two.
    """
    span = high - low if high > low else max(abs(high), Decimal(1))
    step = round_step(span, most)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    if first == last:
        last += 1
    return tuple(plain((first + i) * step) for i in range(int(last - first) + 1))


def plain(value: Decimal) -> Decimal:
    """The same value without an exponent, so that it prints as people write it."""
    value = value.normalize()
    return value if value.as_tuple().exponent <= 0 else value.quantize(Decimal(1))  # type: ignore[operator]
