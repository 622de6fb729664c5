"""An indicator's figures as points of its picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model import Comparator, Indicator, Observation, Target, Unit
from generator.pages.charts.path import Point, path_chart
from generator.pages.views.words import SIGNS
from generator.vietnamese import format_decimal

_SHAPES = ("disc", "ring", "square", "diamond")


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a mark of the picture stands for.

    Attributes:
        shape: `disc`, `ring`, `square` or `diamond`.
        words: Its meaning.
    """

    shape: str
    words: str


def picture_of(indicator: Indicator, unit: Unit, description: str) -> Markup | None:
    """Draw an indicator's path.

    Args:
        indicator: The indicator.
        unit: Its unit.
        description: Its figures in words.

    Returns:
        An SVG; None when there are fewer than two figures.
    """
    rank = unit.kind == "rank"
    areas = _areas(indicator, rank)
    points = [
        *(p for item in indicator.baselines if (p := _baseline(item, areas, rank))),
        *(p for item in indicator.targets if (p := _target(item))),
    ]
    return path_chart(
        points,
        name=f"hinh.{indicator.id}",
        title=f"{indicator.name}: từ hiện trạng đến mục tiêu",
        description=description,
        rank=rank,
    )


def legend_of(
    indicator: Indicator, unit: Unit, names: Mapping[str, str]
) -> tuple[LegendEntry, ...]:
    """Explain the marks of an indicator's picture.

    Args:
        indicator: The indicator.
        unit: Its unit.
        names: Names of provinces by id.

    Returns:
        The target first, then the baseline of each area.
    """
    entries = [LegendEntry("disc", "mục tiêu")]
    for area, series in _areas(indicator, unit.kind == "rank").items():
        words = f"hiện trạng {names.get(area, area)}" if area else "hiện trạng"
        entries.append(LegendEntry(_SHAPES[min(series, 3)], words))
    return tuple(entries)


def _areas(indicator: Indicator, rank: bool) -> dict[str, int]:
    """Areas that have a baseline with a figure, numbered from 1."""
    shown = (item.area or "" for item in indicator.baselines if _figure(item, rank) is not None)
    return {area: number for number, area in enumerate(dict.fromkeys(shown), start=1)}


def _figure(item: Observation, rank: bool) -> Decimal | None:
    if item.value is None and rank and item.rank is not None:
        return Decimal(item.rank)
    return item.value


def _baseline(item: Observation, areas: Mapping[str, int], rank: bool) -> Point | None:
    value = _figure(item, rank)
    if value is None:
        return None
    high = item.value_max if item.value_max is not None else value
    label = _label(item.comparator, value, high)
    return Point(item.period.start, item.period.end, value, high, label, areas[item.area or ""])


def _target(item: Target) -> Point | None:
    if item.value is None:
        return None
    high = item.value_max if item.value_max is not None else item.value
    label = _label(item.comparator, item.value, high)
    return Point(item.period.start, item.period.end, item.value, high, label)


def _label(comparator: Comparator, low: Decimal, high: Decimal) -> str:
    if low != high:
        return f"{format_decimal(low)}–{format_decimal(high)}"
    return f"{SIGNS.get(comparator, '')} {format_decimal(low)}".strip()
