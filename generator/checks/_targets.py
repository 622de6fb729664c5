"""Figures of indicators with their places: targets, baselines, and what the prose repeats."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks._memo import remembered
from generator.checks._text import number_text, quoted
from generator.diagnostics import Path
from generator.model import Comparator, Indicator, Observation, Period, Plan, StatedTarget, Target

SIGNS: dict[Comparator, str] = {
    "=": "bằng",
    ">=": "ít nhất",
    ">": "trên",
    "<=": "nhiều nhất",
    "<": "dưới",
    "range": "trong khoảng",
    "rank-within": "thuộc nhóm",
    "qualitative": "định tính",
}


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A target, its indicator and its path."""

    path: Path
    indicator: Indicator
    target: Target


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A target, a baseline or a figure in the prose, with its indicator where that is known."""

    path: Path
    indicator: Indicator | None
    figure: Target | Observation | StatedTarget


@remembered
def targets_of(plan: Plan) -> Iterator[PlacedTarget]:
    """Every target in the order of the document."""
    for index, indicator in enumerate(plan.indicators.indicators):
        for at, target in enumerate(indicator.targets):
            path = ("indicators", "indicators", index, "targets", at)
            yield PlacedTarget(path, indicator, target)


@remembered
def figures_of(plan: Plan) -> Iterator[PlacedFigure]:
    """Every target, baseline and figure in the prose."""
    for index, indicator in enumerate(plan.indicators.indicators):
        path = ("indicators", "indicators", index)
        for at, baseline in enumerate(indicator.baselines):
            yield PlacedFigure((*path, "baselines", at), indicator, baseline)
        for at, target in enumerate(indicator.targets):
            yield PlacedFigure((*path, "targets", at), indicator, target)
    known = {indicator.id: indicator for indicator in plan.indicators.indicators}
    for index, objective in enumerate(plan.objectives.objectives):
        for at, stated in enumerate(objective.states):
            place = ("objectives", "objectives", index, "states", at)
            yield PlacedFigure(place, known.get(stated.indicator), stated)


def period_text(period: Period) -> str:
    """A period as a message names it."""
    one_year = period.start == period.end
    return f"năm {period.start}" if one_year else f"giai đoạn {period.start} - {period.end}"


def aspect(comparator: Comparator) -> str:
    """What a figure measures: a rank, a quality or a quantity; only like is compared with like."""
    return comparator if comparator in {"rank-within", "qualitative"} else "quantity"


def values_text(figure: Target | Observation | StatedTarget, unit: str) -> str:
    """The value of a figure, or both ends of its range, with the unit."""
    ends = [number_text(v) for v in (figure.value, figure.value_max) if v is not None]
    return f"{' - '.join(ends)} {unit}".strip() if ends else quoted(figure.text)
