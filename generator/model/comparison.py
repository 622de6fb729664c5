"""Indicators of one concept in several plans, and which of their figures may stand side by side.

Two targets are compared only where concept, unit, period and way of counting are the same. Ranks
also need the same number of provinces: rank 10 among 63 is not rank 10 among 34.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.base import Period
from generator.model.indicators import Indicator, Observation, Target
from generator.model.library import Library, Plan
from generator.model.registry import Concept, Registry

Obstacle = Literal["declared", "unit", "quality", "unknown-scale", "scale", "alone"]
"""Why a target stands beside no other: the plan's editor says so, another unit, no figure, a rank
among an unknown number, a rank among another number, or nobody else has the same period."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An indicator with its plan."""

    plan: Plan
    indicator: Indicator


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A target with its indicator and plan."""

    placed: Placed
    target: Target


@dataclass(frozen=True, slots=True)
class Measure:
    """What two targets must have in common.

    Attributes:
        period: The year or span.
        per_year: Whether each year of it is meant.
        ranked: Number of provinces that are ranked; None when the figure is no rank.
    """

    period: Period
    per_year: bool
    ranked: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Targets of at least two provinces that may stand side by side, in the order given."""

    measure: Measure
    targets: tuple[PlacedTarget, ...]

    @property
    def provinces(self) -> int:
        """How many provinces have one."""
        return len({item.placed.plan.province_id for item in self.targets})


@dataclass(frozen=True, slots=True)
class Comparison:
    """A concept in all plans.

    Attributes:
        groups: What may be compared, by period.
        obstacles: Why each other target may not, in the order given.
    """

    groups: tuple[Group, ...]
    obstacles: tuple[tuple[PlacedTarget, Obstacle], ...]

    @property
    def principal(self) -> Group | None:
        """The group of most provinces; among equals the latest."""
        ordered = sorted(self.groups, key=lambda g: (g.provinces, g.measure.period.end))
        return ordered[-1] if ordered else None

    @property
    def compared(self) -> int:
        """How many provinces have a target that stands beside another province's."""
        return len({t.placed.plan.province_id for g in self.groups for t in g.targets})


def by_concept(library: Library) -> Mapping[str, tuple[Placed, ...]]:
    """Indicators by the concept that they name, plan by plan in print order."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for plan in library.plans:
        for indicator in plan.indicators.indicators:
            if indicator.concept is not None:
                found[indicator.concept].append(Placed(plan, indicator))
    return {concept: tuple(items) for concept, items in found.items()}


def compare(concept: Concept, indicators: Sequence[Placed], registry: Registry) -> Comparison:
    """Sort the targets of a concept by what they may be compared with.

    Args:
        concept: The concept.
        indicators: Its indicators, in the order in which they are to be shown.
        registry: Units, and the provinces by which ranks are counted.

    Returns:
        Groups and obstacles; each target is in exactly one of the two.
    """
    items = [PlacedTarget(one, target) for one in indicators for target in one.indicator.targets]
    barred = [(item, _obstacle(item, concept, registry)) for item in items]
    groups = _groups([item for item, obstacle in barred if obstacle is None], concept, registry)
    scales = Counter((g.measure.period, g.measure.per_year) for g in groups)
    lone: list[tuple[PlacedTarget, Obstacle]] = [
        (item, "scale" if scales[g.measure.period, g.measure.per_year] > 1 else "alone")
        for g in groups
        if g.provinces < 2
        for item in g.targets
    ]
    told = [(item, obstacle) for item, obstacle in barred if obstacle is not None]
    return Comparison(tuple(g for g in groups if g.provinces > 1), (*told, *lone))


def _groups(
    items: Sequence[PlacedTarget], concept: Concept, registry: Registry
) -> tuple[Group, ...]:
    """Targets that have everything in common, the earliest period first."""
    alike: dict[Measure, list[PlacedTarget]] = defaultdict(list)
    for item in items:
        plan, target = item.placed.plan, item.target
        ranked = ranked_provinces(plan, registry) if _is_rank(concept, registry) else None
        alike[Measure(target.period, target.per_year, ranked)].append(item)
    groups = (Group(measure, tuple(found)) for measure, found in alike.items())
    return tuple(sorted(groups, key=lambda g: (g.measure.period.end, g.measure.period.start)))


def ranked_provinces(plan: Plan, registry: Registry) -> int | None:
    """How many provinces there were when a plan was made, so that ranks can be told apart.

    Args:
        plan: The plan.
        registry: Provinces with their first and last days.

    Returns:
        Their number on the plan's day, or on the last day of a province that is no more; None
        when neither is known.
    """
    province = registry.provinces.get(plan.province_id)
    day = plan.meta.issued_on or (province.valid_to if province else None)
    return None if day is None else provinces_on(day, registry)


def provinces_on(day: date, registry: Registry) -> int:
    """How many provinces of the registry there were on a day."""
    return sum(
        (p.valid_from is None or p.valid_from <= day) and (p.valid_to is None or day <= p.valid_to)
        for p in registry.provinces.values()
    )


def own_baseline(placed: Placed, measure: Measure) -> Observation | None:
    """The latest baseline of a plan's own territory that is on the scale of its targets.

    Args:
        placed: The indicator.
        measure: What the targets have in common.

    Returns:
        The observation; None when all are about other areas (the provinces before a merger),
        have no figure, or are ranks among another number of provinces.
    """
    found = [
        item
        for item in placed.indicator.baselines
        if item.area is None
        and item.value is not None
        and (measure.ranked is None or item.rank_of == measure.ranked)
    ]
    return max(found, key=lambda item: item.period.end, default=None)


def _is_rank(concept: Concept, registry: Registry) -> bool:
    unit = registry.units.get(concept.unit)
    return unit is not None and unit.kind == "rank"


def _obstacle(item: PlacedTarget, concept: Concept, registry: Registry) -> Obstacle | None:
    """What keeps a target from standing beside any other."""
    indicator, target = item.placed.indicator, item.target
    if indicator.not_comparable is not None:
        return "declared"
    if indicator.unit != concept.unit:
        return "unit"
    if target.value is None or target.comparator == "qualitative":
        return "quality"
    if _is_rank(concept, registry) and ranked_provinces(item.placed.plan, registry) is None:
        return "unknown-scale"
    return None
