"""The indicators that tell most of a plan, for its overview."""

from dataclasses import dataclass

from generator.model import Indicator, Observation, Plan, Registry, Target, Unit
from generator.pages.addresses import plan_address
from generator.pages.views.paths import points_of
from generator.words import baseline_words, period_title, target_words, unit_of

MOST = 5


@dataclass(frozen=True, slots=True)
class MainTarget:
    """An indicator in a line.

    Attributes:
        name: Its name as printed.
        address: Where its whole path is.
        baselines: Where it stood last, one text for each area.
        target: Where it is to be in the end, `ít nhất 45 điểm`.
        period: By when, `năm 2030`.
    """

    name: str
    address: str
    baselines: tuple[str, ...]
    target: str
    period: str


def main_targets(plan: Plan, registry: Registry, most: int = MOST) -> tuple[MainTarget, ...]:
    """Choose indicators and tell them in a line each.

    Args:
        plan: The plan.
        registry: Units and provinces.
        most: How many at most.

    Returns:
        Those that tell most, in the order of the document: figures before words, measured ones
        before others, then those that other provinces have too, then those with more figures.
    """
    listed = [item for item in plan.indicators.indicators if item.targets]
    ranked = sorted(listed, key=lambda item: _weight(item, registry), reverse=True)[:most]
    return tuple(_line(plan, registry, item) for item in listed if item in ranked)


def _weight(indicator: Indicator, registry: Registry) -> tuple[bool, bool, bool, int]:
    points = points_of(indicator, unit_of(registry, indicator.unit))
    targets = sum(point.series == 0 for point in points)
    return bool(targets), len(points) > targets, indicator.concept is not None, min(targets, 2)


def _line(plan: Plan, registry: Registry, indicator: Indicator) -> MainTarget:
    unit = unit_of(registry, indicator.unit)
    last = _last(indicator.targets)
    latest = {item.area: item for item in sorted(indicator.baselines, key=lambda b: b.period.end)}
    return MainTarget(
        name=indicator.name,
        address=plan_address(plan, f"chi-tieu/#{indicator.id}"),
        baselines=tuple(_measured(item, unit, registry) for item in latest.values()),
        target=target_words(last, unit),
        period=period_title(last.period),
    )


def _last(targets: tuple[Target, ...]) -> Target:
    """The last target with a figure, else the last one."""
    with_figure = [item for item in targets if item.value is not None]
    return max(with_figure or targets, key=lambda item: (item.period.end, item.period.start))


def _measured(item: Observation, unit: Unit, registry: Registry) -> str:
    area = registry.provinces.get(item.area or "")
    where = f"{area.name}, " if area else ""
    return f"{baseline_words(item, unit)} ({where}{period_title(item.period)})"
