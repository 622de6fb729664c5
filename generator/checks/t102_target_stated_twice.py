"""Cùng một mục tiêu được nêu hai lần với con số khác nhau.

Trong một chỉ tiêu, mỗi kỳ chỉ có một mục tiêu; nêu lại cùng kỳ thì giá trị và kiểu so sánh phải
giống nhau. Hai chỉ tiêu của một kế hoạch cùng đo một khái niệm với cùng đơn vị thì mục tiêu cùng
kỳ cũng phải bằng nhau, trừ khi một bên khai not_comparable. Giá trị và thứ hạng là hai mặt khác
nhau, không so với nhau.

Vì sao: hai con số cho cùng một mục tiêu thì không biết tỉnh cam kết con số nào.

Cách sửa: đối chiếu cả hai chỗ với văn bản. Nếu văn bản tự mâu thuẫn thì giữ nguyên và khai trong
waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._targets import (
    SIGNS,
    PlacedTarget,
    aspect,
    period_text,
    targets_of,
    values_text,
)
from generator.checks._text import KEEP_AS_PRINTED, off_by, quoted, unit_name
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import Plan, Registry, Target

RULE = Rule("T102", "target-stated-twice", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare every target with the first one of the same measure and period."""
    seen: dict[tuple[object, ...], PlacedTarget] = {}
    for one in targets_of(plan):
        firsts = [seen.setdefault(key, one) for key in _keys(one)]
        other = next((first for first in firsts if _differ(first, one)), None)
        if other is not None:
            yield _finding(other, one, registry)


def _keys(one: PlacedTarget) -> Iterator[tuple[object, ...]]:
    """What makes two targets the same one: the indicator, or what it measures, and when."""
    when = (str(one.target.period), aspect(one.target.comparator))
    yield ("indicator", *one.path[:3], *when)
    if one.indicator.concept is not None and one.indicator.not_comparable is None:
        yield ("concept", one.indicator.concept, one.indicator.unit, *when)


def _differ(first: PlacedTarget, second: PlacedTarget) -> bool:
    one, other = first.target, second.target
    values = (one.value, one.value_max) != (other.value, other.value_max)
    # Two indicators of one concept may come from two tables; there only the value must agree.
    same_indicator = first.path[:3] == second.path[:3]
    return values or (same_indicator and one.comparator != other.comparator)


def _finding(first: PlacedTarget, second: PlacedTarget, registry: Registry) -> Finding:
    unit = unit_name(registry, second.indicator.unit)
    before, after = first.target, second.target
    figures = _figures(second, first)
    gap = f", {off_by(figures, unit, 'chỗ này cao hơn', 'chỗ này thấp hơn')}" if figures else ""
    return Finding(
        RULE,
        second.path,
        f"{quoted(second.indicator.name)}: mục tiêu {period_text(after.period)} ghi "
        f"{_told(after, unit)}, nhưng {_where(first, second)} ghi {_told(before, unit)}{gap}.",
        KEEP_AS_PRINTED,
        figures,
        (first.path,),
    )


def _figures(second: PlacedTarget, first: PlacedTarget) -> Figures | None:
    """The first pair of values that differs; None where only the comparator does."""
    one, other = second.target, first.target
    for after, before in ((one.value, other.value), (one.value_max, other.value_max)):
        if after is not None and before is not None and after != before:
            return Figures(after, before, second.indicator.unit)
    return None


def _told(target: Target, unit: str) -> str:
    return f"{SIGNS[target.comparator]} {values_text(target, unit)}"


def _where(first: PlacedTarget, second: PlacedTarget) -> str:
    if first.path[:3] == second.path[:3]:
        return "ở trên"
    return f"chỉ tiêu {first.indicator.code} ({quoted(first.indicator.name)})"
