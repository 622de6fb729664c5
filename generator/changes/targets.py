"""What became of a target: lowered, raised, later, earlier, or changed in a way that has no side.

A target promises a range of outcomes. Which end of it is the worse one follows from the direction
of its indicator; a place in a ranking is the better, the lower it is. The worse ends are compared
first, for they are what is promised at least; only when they are the same do the better ends
decide.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from generator.changes.names import name_of
from generator.changes.plain import field_changed
from generator.changes.sides import At, Sides, subject
from generator.changes.values import (
    BaselineChanged,
    Change,
    TargetChanged,
    TargetVerdict,
    aspect,
)
from generator.model import Indicator, Observation, Record, Target
from generator.words import unit_of

TARGET_KEYS = frozenset({"period", "comparator", "value", "value_max", "per_year", "text"})
BASELINE_KEYS = frozenset(
    {"period", "area", "comparator", "value", "value_max", "rank", "rank_of", "text"}
)
_INFINITE = Decimal("Infinity")


def target_changes(sides: Sides, old: Record, new: Record, at: At) -> Iterator[Change]:
    """Compare a target with what became of it."""
    before, after = cast(Target, old), cast(Target, new)
    if not _differ(before, after, TARGET_KEYS - {"text"}):
        if before.text != after.text:
            yield field_changed(sides, at, "text", before, after)
        return
    then, now = cast(tuple[Indicator, Indicator], at.holders)
    comparable = then.unit == now.unit and then.better == now.better
    yield TargetChanged(
        subject(sides, at),
        indicator=name_of(now, "", sides.new),
        old=before,
        new=after,
        old_unit=unit_of(sides.old, then.unit),
        new_unit=unit_of(sides.new, now.unit),
        better=now.better,
        verdict=verdict_on(before, after, now.better if comparable else "none"),
    )


def baseline_changes(sides: Sides, old: Record, new: Record, at: At) -> Iterator[Change]:
    """Compare what was measured before the plan with what is given for it now."""
    before, after = cast(Observation, old), cast(Observation, new)
    if not _differ(before, after, BASELINE_KEYS - {"text"}):
        if before.text != after.text:
            yield field_changed(sides, at, "text", before, after)
        return
    then, now = cast(tuple[Indicator, Indicator], at.holders)
    yield BaselineChanged(
        subject(sides, at),
        old=before,
        new=after,
        old_unit=unit_of(sides.old, then.unit),
        new_unit=unit_of(sides.new, now.unit),
    )


def verdict_on(old: Target, new: Target, better: str) -> TargetVerdict:
    """Judge the change of a target.

    Args:
        old: The target before.
        new: The target now, of the same indicator and in the same unit.
        better: `higher`, `lower`, or `none` where there is no better side.

    Returns:
        The verdict. A less demanding figure outweighs any change of the period; a later period
        outweighs a more demanding figure.
    """
    if (qualities := (aspect(old), aspect(new))) != ("qualitative", "qualitative"):
        if qualities[1] == "qualitative":
            return TargetVerdict.FIGURE_DROPPED
        if qualities[0] == "qualitative":
            return TargetVerdict.FIGURE_GIVEN
    figure = _of_figure(old, new, better)
    if figure is TargetVerdict.LOWERED or old.period == new.period:
        return figure or TargetVerdict.UNCLEAR
    if old.period.end != new.period.end:
        later = new.period.end > old.period.end
        return TargetVerdict.POSTPONED if later else TargetVerdict.ADVANCED
    return figure or TargetVerdict.UNCLEAR


def _of_figure(old: Target, new: Target, better: str) -> TargetVerdict | None:
    """The verdict on figures and comparators alone; None where they are the same."""
    same = ("comparator", "value", "value_max", "per_year")
    if not _differ(old, new, frozenset(same)):
        return None
    if aspect(old) != aspect(new):
        return TargetVerdict.UNCLEAR
    direction = "lower" if aspect(new) == "rank-within" else better
    if direction == "none" or aspect(new) == "qualitative":
        return TargetVerdict.UNCLEAR
    of_value = _compare(_promise(old, direction), _promise(new, direction))
    of_years = new.per_year - old.per_year
    if of_value * of_years < 0:
        return TargetVerdict.UNCLEAR
    side = of_value or of_years
    if side == 0:
        return TargetVerdict.COMPARATOR
    return TargetVerdict.RAISED if side > 0 else TargetVerdict.LOWERED


_Promise = tuple[tuple[Decimal, int], tuple[Decimal, int] | None]
"""The worse end and the better end, the greater the better; with 1 for an end that must be
passed. The better end is None where it is open."""


def _promise(target: Target, direction: str) -> _Promise:
    sign = 1 if direction == "higher" else -1
    value = cast(Decimal, target.value)
    ends = sorted(sign * end for end in (value, target.value_max) if end is not None)
    if target.comparator in {"=", "range"}:
        return (ends[0], 0), (ends[-1], 0)
    towards_better = (target.comparator in {">", ">="}) is (sign == 1)
    if target.comparator == "rank-within" or towards_better:
        return (ends[0], int(target.comparator in {">", "<"})), None
    return (-_INFINITE, 0), (ends[-1], -int(target.comparator in {">", "<"}))


def _compare(old: _Promise, new: _Promise) -> int:
    """1 when more is promised, -1 when less, 0 when the two cannot be told apart."""
    if old[0] != new[0]:
        return 1 if new[0] > old[0] else -1
    if old[1] is None or new[1] is None or old[1] == new[1]:
        return 0
    return 1 if new[1] > old[1] else -1


def _differ(old: Record, new: Record, keys: frozenset[str]) -> bool:
    return any(getattr(old, key) != getattr(new, key) for key in keys)
