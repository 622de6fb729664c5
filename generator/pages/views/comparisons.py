"""A concept in words: what stands side by side, and why the rest does not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Better, Concept, Registry, Target
from generator.model.comparison import (
    Comparison,
    Group,
    Measure,
    Obstacle,
    Placed,
    own_baseline,
    ranked_provinces,
)
from generator.pages.addresses import plan_address
from generator.pages.charts.dots import Dot
from generator.pages.views.plan_refs import PlanRef
from generator.vietnamese import format_decimal
from generator.vietnamese.numbers import NO_BREAK_SPACE
from generator.words import period_title, short_target, unit_of


def measure_title(measure: Measure) -> str:
    """`Năm 2030`, `Giai đoạn 2026–2030`, `Mỗi năm trong giai đoạn 2025–2030`."""
    title = period_title(measure.period)
    if measure.per_year and measure.period.start != measure.period.end:
        title = f"mỗi năm trong {title}"
    title = title[0].upper() + title[1:]
    return f"{title} (hạng trong {measure.ranked} tỉnh, thành phố)" if measure.ranked else title


def indicator_address(placed: Placed) -> str:
    """Address of an indicator."""
    return plan_address(placed.plan, f"chi-tieu/#{placed.indicator.id}")


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the words of obstacles need."""

    concept: Concept
    registry: Registry


def reasons(
    concept: Concept, comparison: Comparison, registry: Registry
) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Why targets stand beside no other province's, by plan and indicator.

    Args:
        concept: The concept.
        comparison: What may be compared.
        registry: Units and provinces.

    Returns:
        Ids of plan and indicator to sentences.
    """
    found: dict[tuple[str, str], dict[Obstacle, list[Target]]] = {}
    placed: dict[tuple[str, str], Placed] = {}
    for item, obstacle in comparison.obstacles:
        key = (item.placed.plan.id, item.placed.indicator.id)
        placed[key] = item.placed
        found.setdefault(key, {}).setdefault(obstacle, []).append(item.target)
    reader = _Reader(concept, registry)
    return {
        key: tuple(_sentence(reader, placed[key], obstacle, ts) for obstacle, ts in told.items())
        for key, told in found.items()
    }


def _sentence(
    reader: _Reader, placed: Placed, obstacle: Obstacle, targets: Sequence[Target]
) -> str:
    at = f"Mục tiêu {_periods(targets)}"
    match obstacle:
        case "declared":
            return f"Không so sánh được vì: {placed.indicator.not_comparable}"
        case "unit":
            own, usual = (
                unit_of(reader.registry, unit).name
                for unit in (placed.indicator.unit, reader.concept.unit)
            )
            return f"Không so sánh được vì đo bằng «{own}», các tỉnh khác đo bằng «{usual}»."
        case "quality":
            return f"{at} không so sánh được vì không có con số."
        case "unknown-scale":
            return (
                f"{at} không so sánh được vì văn bản không ghi ngày, nên không rõ là hạng trong "
                "bao nhiêu tỉnh, thành phố."
            )
        case "scale":
            ranked = ranked_provinces(placed.plan, reader.registry)
            return (
                f"{at} không so sánh được vì là hạng trong {ranked} tỉnh, thành phố, khác số tỉnh "
                "của kế hoạch kia."
            )
        case "alone":
            return f"{at}: chưa tỉnh nào khác đặt mục tiêu cho đúng kỳ ấy và tính cùng cách."


def _periods(targets: Sequence[Target]) -> str:
    """`năm 2026, 2027; giai đoạn 2026–2030`."""
    years = [t.period for t in targets if t.period.start == t.period.end]
    spans = [period_title(t.period) for t in targets if t.period.start != t.period.end]
    listed = ", ".join(dict.fromkeys(str(period) for period in years))
    return "; ".join([*([f"năm {listed}"] if years else []), *dict.fromkeys(spans)])


def dots(group: Group, better: Better, refs: Mapping[str, PlanRef]) -> Iterator[Dot]:
    """Rows of the picture of a group.

    Args:
        group: Targets side by side.
        better: Which way is good.
        refs: Names of plans.

    Yields:
        A row for each target, in the order of the group.
    """
    for item in group.targets:
        target = item.target
        if target.value is None:
            continue
        before = own_baseline(item.placed, group.measure)
        start = before.value if before else None
        yield Dot(
            name=refs[item.placed.plan.id].province,
            low=target.value,
            high=target.value if target.value_max is None else target.value_max,
            label=short_target(target).removesuffix(f"{NO_BREAK_SPACE}mỗi năm"),
            open_to=_open_to(target, better),
            start=start,
            start_label=f"{format_decimal(start)} ({before.period.end})"
            if before and start is not None
            else "",
            faded=refs[item.placed.plan.id].replaced,
        )


def _open_to(target: Target, better: Better) -> int:
    """Which way a target is open: a place within the first ten is any of them."""
    if target.comparator == "rank-within":
        return -1 if better == "lower" else 0
    return {">=": 1, ">": 1, "<=": -1, "<": -1}.get(target.comparator, 0)
