"""Kỳ của mục tiêu nằm ngoài giai đoạn của kế hoạch.

Kỳ của một mục tiêu phải kết thúc trong giai đoạn của kế hoạch, hoặc muộn nhất vào năm tầm nhìn.
Giai đoạn như 2021-2025 được bắt đầu trước kế hoạch, miễn là kết thúc trong kế hoạch. Hiện trạng
không bị kiểm tra, vì nó luôn có trước.

Vì sao: mục tiêu của một năm mà kế hoạch không nói tới thường do nhập nhầm năm.

Cách sửa: kiểm tra năm của mục tiêu, và period, vision_year trong plan.yaml.
"""

from collections.abc import Iterator

from generator.checks._schedules import last_year
from generator.checks._targets import period_text, targets_of
from generator.checks._text import quoted
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("P101", "target-outside-period", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report targets that end before the plan begins or after it ends."""
    del registry
    first, last = plan.meta.period.start, last_year(plan)
    for one in targets_of(plan):
        if first <= one.target.period.end <= last:
            continue
        yield Finding(
            RULE,
            (*one.path, "period"),
            f"{quoted(one.indicator.name)}: mục tiêu {period_text(one.target.period)} nằm ngoài "
            f"các năm của kế hoạch, từ {first} đến {last}.",
            "Kiểm tra năm của mục tiêu, và period, vision_year trong plan.yaml.",
        )
