"""Mục tiêu trỏ tới một chỉ tiêu không có.

Mã chỉ tiêu trong objectives.yaml (ở indicators và ở states) phải là mã của một chỉ tiêu trong
indicators.yaml của cùng kế hoạch.

Vì sao: trang mục tiêu dẫn người đọc tới chỉ tiêu, và phép đối chiếu lời văn với bảng chỉ tiêu dựa
vào mã này.

Cách sửa: sửa mã cho đúng, hoặc thêm chỉ tiêu còn thiếu vào indicators.yaml.
"""

from collections.abc import Iterator

from generator.checks._near import suggestion
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("R106", "unknown-indicator", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every indicator id of an objective that the plan does not hold."""
    del registry
    known = {indicator.id for indicator in plan.indicators.indicators}
    for path, indicator in _references(plan):
        if indicator in known:
            continue
        yield Finding(
            RULE,
            path,
            f"Không có chỉ tiêu nào mang mã «{indicator}» trong indicators.yaml.",
            suggestion(indicator, known, "Dùng mã của một chỉ tiêu có trong indicators.yaml."),
        )


def _references(plan: Plan) -> Iterator[tuple[Path, str]]:
    for index, objective in enumerate(plan.objectives.objectives):
        path = ("objectives", "objectives", index)
        for at, indicator in enumerate(objective.indicators):
            yield (*path, "indicators", at), indicator
        for at, stated in enumerate(objective.states):
            yield (*path, "states", at, "indicator"), stated.indicator
