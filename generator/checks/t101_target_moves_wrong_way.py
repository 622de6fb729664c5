"""Mục tiêu về sau lại kém hơn mục tiêu trước.

Trong một chỉ tiêu, các mục tiêu bằng số được xếp theo năm cuối của kỳ. Chỉ tiêu càng cao càng tốt
thì mục tiêu sau không được thấp hơn mục tiêu trước; càng thấp càng tốt, và thứ hạng, thì không
được cao hơn. Với khoảng giá trị thì so đầu kém hơn của khoảng. Hai kỳ chồng lên nhau (một năm
nằm trong một giai đoạn) không so với nhau, vì một bên có thể là bình quân cả giai đoạn.

Vì sao: lộ trình đi lùi thường do in nhầm, nhập lệch cột, hoặc ghi nhầm chiều tốt của chỉ tiêu.

Cách sửa: đối chiếu từng ô của dòng với văn bản và kiểm tra khóa better. Nếu văn bản in đúng như
vậy thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.checks._targets import PlacedTarget, aspect, period_text, targets_of
from generator.checks._text import KEEP_AS_PRINTED, gap_text, measured, quoted, unit_name
from generator.diagnostics import Figures, Finding, Path, Rule, Severity
from generator.model import Indicator, Plan, Registry, Target

RULE = Rule("T101", "target-moves-wrong-way", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare each target with the one before it."""
    for placed in _series(plan):
        for earlier, later in pairwise(placed):
            unit = unit_name(registry, later.indicator.unit)
            yield from _compare(earlier, later, unit)


def _series(plan: Plan) -> Iterator[list[PlacedTarget]]:
    """Targets of one indicator that can be compared, from early to late."""
    series: dict[tuple[Path, str], list[PlacedTarget]] = {}
    for one in targets_of(plan):
        if one.target.value is not None and _direction(one.indicator, one.target) != "none":
            series.setdefault((one.path[:3], aspect(one.target.comparator)), []).append(one)
    for placed in series.values():
        yield sorted(placed, key=lambda p: (p.target.period.end, p.target.period.start))


def _direction(indicator: Indicator, target: Target) -> str:
    return "lower" if target.comparator == "rank-within" else indicator.better


def _worst(target: Target, direction: str) -> Decimal:
    """The end of a range that is worse, or the one value."""
    values = [value for value in (target.value, target.value_max) if value is not None]
    return min(values) if direction == "higher" else max(values)


def _compare(earlier: PlacedTarget, later: PlacedTarget, unit: str) -> Iterator[Finding]:
    if earlier.target.period.overlaps(later.target.period):
        return
    direction = _direction(later.indicator, later.target)
    before, after = _worst(earlier.target, direction), _worst(later.target, direction)
    if after >= before if direction == "higher" else after <= before:
        return
    wanted = "càng cao" if direction == "higher" else "càng thấp"
    figures = Figures(after, before, later.indicator.unit)
    yield Finding(
        RULE,
        (*later.path, "value"),
        f"{quoted(later.indicator.name)}: mục tiêu {period_text(later.target.period)} là "
        f"{measured(after, unit)}, kém {gap_text(figures, unit)} so với mục tiêu "
        f"{period_text(earlier.target.period)} là {measured(before, unit)}, trong khi chỉ tiêu "
        f"này {wanted} càng tốt.",
        KEEP_AS_PRINTED,
        figures,
        ((*earlier.path, "value"),),
    )
