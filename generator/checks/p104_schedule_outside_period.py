"""Thời gian của nhiệm vụ nằm ngoài giai đoạn của kế hoạch.

Thời gian thực hiện hoặc hạn hoàn thành của một nhiệm vụ không được kết thúc sau năm cuối của kế
hoạch (hoặc năm tầm nhìn), và không được kết thúc trước năm đầu của kế hoạch. Việc chuyển tiếp, bắt
đầu trước kế hoạch nhưng kết thúc trong kế hoạch, thì được.

Vì sao: hạn nằm ngoài kế hoạch thường do in hoặc nhập nhầm năm.

Cách sửa: đối chiếu ô thời gian với văn bản, và kiểm tra period, vision_year trong plan.yaml. Nếu
văn bản in đúng như vậy thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._schedules import Span, last_year, scheduled_tasks
from generator.checks._text import KEEP_AS_PRINTED, quoted, row_name
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("P104", "schedule-outside-period", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report tasks that end before the plan begins, or that begin or end after it ends."""
    del registry
    first, last = plan.meta.period.start, last_year(plan)
    for one in scheduled_tasks(plan):
        if (where := _outside(one.span, first, last)) is None:
            continue
        yield Finding(
            RULE,
            one.path,
            f"{row_name(one.row.task)}: thời gian thực hiện {quoted(one.text)} {where}; kế hoạch "
            f"chỉ nói tới các năm từ {first} đến {last}.",
            KEEP_AS_PRINTED,
        )


def _outside(span: Span, first: int, last: int) -> str | None:
    if span.last is not None and span.last > last:
        return f"kết thúc năm {span.last}, sau kế hoạch {span.last - last} năm"
    if span.first is not None and span.first > last:
        return f"bắt đầu năm {span.first}, sau kế hoạch {span.first - last} năm"
    if span.last is not None and span.last < first:
        return f"kết thúc năm {span.last}, trước kế hoạch {first - span.last} năm"
    return None
