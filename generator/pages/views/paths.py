"""An indicator's figures as points of its picture, and what the picture's marks mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model import Comparator, Indicator, Observation, Target, Unit
from generator.pages.charts.lines import lines_between
from generator.pages.charts.marks import AREAS, Point
from generator.pages.charts.path import path_chart
from generator.vietnamese import format_decimal
from generator.words import SIGNS

_SHAPES = ("disc", "ring", "square", "diamond")

_TOWARD: Mapping[Comparator, int] = {">=": 1, ">": 1, "<=": -1, "<": -1, "rank-within": -1}
"""Where else than at the figure a target is met: at greater or at smaller figures."""

_OPEN: Mapping[Comparator, str] = {
    ">=": "ít nhất",
    ">": "trên",
    "<=": "không quá",
    "<": "dưới",
    "rank-within": "trong nhóm",
}


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a mark of the picture stands for.

    Attributes:
        shape: `disc`, `up`, `down`, `range`, `ring`, `square`, `diamond` or `dashes`.
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
        An SVG; None when there is no path to draw.
    """
    rank = unit.kind == "rank"
    return path_chart(
        points_of(indicator, unit),
        name=f"hinh.{indicator.id}",
        title=f"{indicator.name}: từ hiện trạng đến mục tiêu",
        description=description,
        rank=rank,
    )


def points_of(indicator: Indicator, unit: Unit) -> tuple[Point, ...]:
    """Every figure of an indicator; what is told in words only is no point.

    Args:
        indicator: The indicator.
        unit: Its unit.

    Returns:
        Baselines, then targets, each in the order of the plan.
    """
    rank = unit.kind == "rank"
    areas = _areas(indicator, rank)
    return (
        *(p for item in indicator.baselines if (p := _baseline(item, areas, rank))),
        *(p for item in indicator.targets if (p := _target(item))),
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
        The targets first, then the baseline of each area, then the dashes where there are any.
    """
    entries = [*_target_entries(indicator, unit)]
    for area, series in _areas(indicator, unit.kind == "rank").items():
        words = f"hiện trạng {names.get(area, area)}" if area else "hiện trạng"
        entries.append(LegendEntry(_SHAPES[min(series, AREAS)], words))
    if any(not line.stated for line in lines_between(points_of(indicator, unit))):
        entries.append(LegendEntry("dashes", "chỉ nối hai mốc, văn bản không nêu số ở giữa"))
    return tuple(entries)


def _target_entries(indicator: Indicator, unit: Unit) -> Iterator[LegendEntry]:
    shown = [item for item in indicator.targets if _target(item)]
    if any(item.comparator == "=" for item in shown):
        yield LegendEntry("disc", "mục tiêu")
    open_ended = dict.fromkeys(item.comparator for item in shown if item.comparator in _TOWARD)
    for up in (True, False):
        group = [c for c in open_ended if ((_TOWARD[c] > 0) != (unit.kind == "rank")) == up]
        if group:
            yield LegendEntry("up" if up else "down", f"mục tiêu: {_either(group)}")
    if any(item.comparator == "range" for item in shown):
        yield LegendEntry("range", "mục tiêu: trong khoảng")


def _either(comparators: Sequence[Comparator]) -> str:
    return " hoặc ".join(_OPEN[comparator] for comparator in comparators)


def _areas(indicator: Indicator, rank: bool) -> dict[str, int]:
    """Areas that have a baseline with a figure, numbered from 1."""
    shown = (item.area or "" for item in indicator.baselines if _figure(item, rank) is not None)
    return {area: number for number, area in enumerate(dict.fromkeys(shown), start=1)}


def _figure(item: Observation, rank: bool) -> Decimal | None:
    if item.comparator == "qualitative":
        return None
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
    if item.value is None or item.comparator == "qualitative":
        return None
    high = item.value_max if item.value_max is not None else item.value
    label = _label(item.comparator, item.value, high)
    return Point(
        item.period.start,
        item.period.end,
        item.value,
        high,
        f"{label}/năm" if item.per_year else label,
        toward=_TOWARD.get(item.comparator, 0),
        each_year=item.per_year,
    )


def _label(comparator: Comparator, low: Decimal, high: Decimal) -> str:
    if low != high:
        return f"{format_decimal(low)}–{format_decimal(high)}"
    return f"{SIGNS.get(comparator, '')} {format_decimal(low)}".strip()
