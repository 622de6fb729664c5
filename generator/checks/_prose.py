"""Figures that the prose repeats, set beside the targets that they repeat."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks._memo import remembered
from generator.checks._targets import PlacedTarget, aspect, targets_of
from generator.diagnostics import Path
from generator.model import Indicator, Plan, StatedTarget


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure in the prose.

    Attributes:
        path: Its place.
        stated: The figure.
        indicator: The indicator that it is for.
        of_period: The indicator's targets of that period, else those that end in the same year.
    """

    path: Path
    stated: StatedTarget
    indicator: Indicator
    of_period: tuple[PlacedTarget, ...]

    @property
    def comparable(self) -> tuple[PlacedTarget, ...]:
        """Targets that measure the same aspect: rank with rank, quantity with quantity."""
        mine = aspect(self.stated.comparator)
        return tuple(t for t in self.of_period if aspect(t.target.comparator) == mine)

    @property
    def agreeing(self) -> tuple[PlacedTarget, ...]:
        """Comparable targets with the same values."""
        mine = (self.stated.value, self.stated.value_max)
        return tuple(t for t in self.comparable if (t.target.value, t.target.value_max) == mine)


@remembered
def stated_figures(plan: Plan) -> Iterator[StatedFigure]:
    """Every figure in the prose that can be compared: of a known indicator, not a quality."""
    known = {indicator.id: indicator for indicator in plan.indicators.indicators}
    targets = tuple(targets_of(plan))
    for index, objective in enumerate(plan.objectives.objectives):
        for at, stated in enumerate(objective.states):
            indicator = known.get(stated.indicator)
            if indicator is not None and stated.comparator != "qualitative":
                path = ("objectives", "objectives", index, "states", at)
                mine = [t for t in targets if t.indicator is indicator]
                yield StatedFigure(path, stated, indicator, _of_period(mine, stated))


def _of_period(targets: list[PlacedTarget], stated: StatedTarget) -> tuple[PlacedTarget, ...]:
    exact = tuple(t for t in targets if t.target.period == stated.period)
    return exact or tuple(t for t in targets if t.target.period.end == stated.period.end)
