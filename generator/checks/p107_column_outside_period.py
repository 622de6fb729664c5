"""Cột kinh phí của những năm ngoài kế hoạch.

Năm hoặc giai đoạn của một cột tiền phải có ít nhất một năm chung với giai đoạn của kế hoạch.

Vì sao: tiền của những năm mà kế hoạch không nói tới thường do nhập nhầm năm của cột, và sẽ đứng
sai chỗ trong mọi biểu đồ.

Cách sửa: kiểm tra period của cột theo tiêu đề in trong bảng, và period trong plan.yaml.
"""

from collections.abc import Iterator

from generator.checks._rows import part_of_annex
from generator.checks._targets import period_text
from generator.checks._text import quoted
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("P107", "column-outside-period", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report columns that share no year with the plan's period."""
    del registry
    for annex_id, annex in plan.annexes.items():
        for index, column in enumerate(annex.columns):
            if column.period is None or column.period.overlaps(plan.meta.period):
                continue
            yield Finding(
                RULE,
                (part_of_annex(annex_id), "columns", index, "period"),
                f"Cột {quoted(column.label)} là của {period_text(column.period)}, không có năm "
                f"nào chung với {period_text(plan.meta.period)} của kế hoạch.",
                "Kiểm tra period của cột theo tiêu đề in trong bảng.",
            )
