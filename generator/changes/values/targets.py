"""Figures of indicators: targets and baselines."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.changes.kinds import Kind
from generator.changes.money import percent_change
from generator.changes.values.base import Change
from generator.model import Observation, Target, Unit


class TargetVerdict(StrEnum):
    """What became of a target, by its indicator's direction and its comparator."""

    LOWERED = "lowered"
    RAISED = "raised"
    FIGURE_DROPPED = "figure-dropped"
    FIGURE_GIVEN = "figure-given"
    POSTPONED = "postponed"
    ADVANCED = "advanced"
    COMPARATOR = "comparator"
    UNCLEAR = "unclear"


_TARGET_KINDS = {
    TargetVerdict.LOWERED: Kind.TARGET_LOWERED,
    TargetVerdict.RAISED: Kind.TARGET_RAISED,
    TargetVerdict.FIGURE_DROPPED: Kind.TARGET_DROPPED,
    TargetVerdict.FIGURE_GIVEN: Kind.TARGET_CHANGED,
    TargetVerdict.POSTPONED: Kind.TARGET_POSTPONED,
    TargetVerdict.ADVANCED: Kind.TARGET_ADVANCED,
    TargetVerdict.COMPARATOR: Kind.COMPARATOR_CHANGED,
    TargetVerdict.UNCLEAR: Kind.TARGET_CHANGED,
}


@dataclass(frozen=True, slots=True)
class TargetChanged(Change):
    """A target of an indicator is another one.

    Attributes:
        indicator: What readers call the indicator.
        old: The target before.
        new: The target now.
        old_unit: Unit of the indicator before.
        new_unit: Unit of the indicator now.
        better: Which way is good, as the indicator says now.
        verdict: What that means.
    """

    indicator: str
    old: Target
    new: Target
    old_unit: Unit
    new_unit: Unit
    better: str
    verdict: TargetVerdict

    @property
    def kind(self) -> Kind:
        """By the verdict."""
        return _TARGET_KINDS[self.verdict]

    @property
    def size(self) -> Decimal:
        """Change of the figure in per cent."""
        return abs(self.percent or Decimal(0))

    @property
    def difference(self) -> Decimal | None:
        """New figure minus old, of the upper end of a range whose lower one stayed.

        None when the two do not measure the same, or are the same.
        """
        ends = self._ends
        return None if ends is None else ends[1] - ends[0]

    @property
    def percent(self) -> Decimal | None:
        """The same in per cent of the old figure."""
        return None if self._ends is None else percent_change(*self._ends)

    @property
    def _ends(self) -> tuple[Decimal, Decimal] | None:
        """The two figures that differ and can be compared."""
        old, new = self.old, self.new
        if self.old_unit != self.new_unit or aspect(old) != aspect(new):
            return None
        pairs = (old.value, new.value), (old.value_max, new.value_max)
        return next(((a, b) for a, b in pairs if a is not None and b is not None and a != b), None)


def aspect(target: Target | Observation) -> str:
    """What a figure measures: a rank, a quality or a quantity; only like is compared with like."""
    if target.value is None or target.comparator == "qualitative":
        return "qualitative"
    return target.comparator if target.comparator == "rank-within" else "quantity"


@dataclass(frozen=True, slots=True)
class BaselineChanged(Change):
    """What was measured before the plan is given otherwise."""

    old: Observation
    new: Observation
    old_unit: Unit
    new_unit: Unit

    @property
    def kind(self) -> Kind:
        """Always the same."""
        return Kind.BASELINE_CHANGED
