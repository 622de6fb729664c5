"""Nhiệm vụ có tiền ở những năm nó không thực hiện.

Khi đọc được thời gian thực hiện của một nhiệm vụ thì mỗi cột có tiền (lớn hơn 0) phải có ít nhất
một năm chung với thời gian đó. Chỉ có hạn hoàn thành thì coi như được làm từ trước; chỉ có năm bắt
đầu thì coi như chưa có năm kết thúc. Cột không gắn với năm nào thì không bị kiểm tra.

Vì sao: tiền của một giai đoạn không thể chi cho việc đã xong hoặc chưa bắt đầu; thường số tiền bị
lệch cột hoặc thời gian in nhầm.

Cách sửa: đối chiếu ô thời gian và các cột tiền của nhiệm vụ với văn bản. Nếu văn bản in đúng như
vậy thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._schedules import Scheduled, scheduled_tasks
from generator.checks._targets import period_text
from generator.checks._text import (
    KEEP_AS_PRINTED,
    column_name,
    measured,
    quoted,
    row_name,
    unit_name,
)
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("P102", "money-outside-schedule", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report money in columns whose years the task's schedule does not touch.

    The computed figure is 0: no money belongs there.
    """
    for one in scheduled_tasks(plan):
        yield from _outside(one, unit_name(registry, one.row.annex.unit))


def _outside(one: Scheduled, unit: str) -> Iterator[Finding]:
    task = one.row.task
    for column in one.row.annex.columns:
        amount = task.amounts.get(column.id, 0)
        if amount == 0 or column.period is None or one.span.meets(column.period):
            continue
        yield Finding(
            RULE,
            (*one.row.path, "amounts", column.id),
            f"{row_name(task)}: {column_name(column)} ({period_text(column.period)}) có "
            f"{measured(amount, unit)}, nhưng thời gian thực hiện là {quoted(one.text)} "
            "nên lẽ ra là 0.",
            KEEP_AS_PRINTED,
            Figures(amount, 0, one.row.annex.unit),
            addends=(one.path,),
        )
