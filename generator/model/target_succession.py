"""What became of the targets of a plan in the plan that took its place, concept by concept."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.base import Better, Period
from generator.model.comparison import Placed, PlacedTarget, ranked_provinces
from generator.model.indicators import Target
from generator.model.library import Plan
from generator.model.registry import Registry

TargetVerdict = Literal["worse", "better", "same", "unclear", "dropped", "added"]


@dataclass(frozen=True, slots=True)
class TargetSuccession:
    """The targets of a concept for one period in an old plan and in the new one.

    Attributes:
        concept_id: The concept.
        period: The year or span.
        per_year: Whether each year of it is meant.
        old: Targets of the old plan; several where it contradicts itself.
        new: Targets of the new plan.
        verdict: What became of the figure: by the direction of the concept, `worse` or `better`;
            `unclear` without a figure or direction, or where an editor says that the two cannot
            be compared; `dropped` or `added` when only one plan has it.
        rescaled: Whether the figures are ranks among different numbers of provinces.
    """

    concept_id: str
    period: Period
    per_year: bool
    old: tuple[PlacedTarget, ...]
    new: tuple[PlacedTarget, ...]
    verdict: TargetVerdict
    rescaled: bool


_Key = tuple[str, Period, bool]


def worse_end(target: Target, better: Better) -> Decimal | None:
    """The least that a target promises.

    Args:
        target: The target.
        better: Which way is good.

    Returns:
        The end of a range that is worse, or the one value; None for a quality.
    """
    values = [value for value in (target.value, target.value_max) if value is not None]
    if not values or target.comparator == "qualitative":
        return None
    return min(values) if better == "higher" else max(values)


def is_worse(value: Decimal, other: Decimal, better: Better) -> bool:
    """Whether a value promises less than another one."""
    return value < other if better == "higher" else value > other


def compare_targets(old: Plan, new: Plan, registry: Registry) -> tuple[TargetSuccession, ...]:
    """Set the targets of two plans side by side.

    Args:
        old: The plan that gave way.
        new: The plan that took its place.
        registry: Concepts, units and provinces.

    Returns:
        One entry for each concept that both plans have and each period that either has for it,
        in the order of the new plan's concepts, periods rising.
    """
    before, after = _by_key(old, registry), _by_key(new, registry)
    shared = {key[0] for key in before} & {key[0] for key in after}
    places = {key[0]: place for place, key in reversed(list(enumerate(after)))}
    rescaled = ranked_provinces(old, registry) != ranked_provinces(new, registry)
    keys = sorted(
        (key for key in {**before, **after} if key[0] in shared),
        key=lambda key: (places[key[0]], key[1].end, key[1].start, key[2]),
    )
    return tuple(
        _pair(key, before.get(key, ()), after.get(key, ()), registry, rescaled) for key in keys
    )


def _by_key(plan: Plan, registry: Registry) -> Mapping[_Key, tuple[PlacedTarget, ...]]:
    found: dict[_Key, list[PlacedTarget]] = defaultdict(list)
    for placed, target in _targets(plan):
        concept = placed.indicator.concept
        if concept is not None and concept in registry.concepts:
            found[concept, target.period, target.per_year].append(PlacedTarget(placed, target))
    return {key: tuple(items) for key, items in found.items()}


def _targets(plan: Plan) -> Iterator[tuple[Placed, Target]]:
    for indicator in plan.indicators.indicators:
        for target in indicator.targets:
            yield Placed(plan, indicator), target


def _pair(
    key: _Key,
    old: tuple[PlacedTarget, ...],
    new: tuple[PlacedTarget, ...],
    registry: Registry,
    rescaled: bool,
) -> TargetSuccession:
    concept = registry.concepts[key[0]]
    unit = registry.units.get(concept.unit)
    return TargetSuccession(
        concept_id=key[0],
        period=key[1],
        per_year=key[2],
        old=old,
        new=new,
        verdict=_verdict(old, new, concept.better),
        rescaled=rescaled and unit is not None and unit.kind == "rank",
    )


def _verdict(
    old: Sequence[PlacedTarget], new: Sequence[PlacedTarget], better: Better
) -> TargetVerdict:
    if not old or not new:
        return "dropped" if old else "added"
    before, after = _least(old, better), _least(new, better)
    units = {item.placed.indicator.unit for item in (*old, *new)}
    declared = any(item.placed.indicator.not_comparable for item in (*old, *new))
    if before is None or after is None or better == "none" or declared or len(units) > 1:
        return "unclear"
    if before == after:
        return "same"
    return "worse" if is_worse(after, before, better) else "better"


def _least(items: Sequence[PlacedTarget], better: Better) -> Decimal | None:
    """The least of what is promised; None without a figure."""
    ends = [end for item in items if (end := worse_end(item.target, better)) is not None]
    if not ends:
        return None
    return min(ends) if better == "higher" else max(ends)
