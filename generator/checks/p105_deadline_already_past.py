"""Hạn hoàn thành đã qua khi kế hoạch được ban hành.

Hạn hoàn thành của một nhiệm vụ, hay ngày cuối của năm cuối thực hiện, và ngày báo cáo có ghi rõ
năm không được sớm hơn ngày ban hành kế hoạch. Kế hoạch không có ngày ban hành thì không kiểm tra.
Hạn nằm trước cả giai đoạn của kế hoạch thì thuộc quy tắc P104.

Vì sao: giao việc với hạn đã qua thì không ai làm đúng hạn được; thường là chép lại từ văn bản cũ
mà quên đổi ngày.

Cách sửa: đối chiếu hạn và ngày ban hành với văn bản. Nếu văn bản in đúng như vậy thì giữ nguyên và
khai trong waivers.yaml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.checks._schedules import Scheduled, scheduled_tasks
from generator.checks._text import KEEP_AS_PRINTED, quoted, row_name
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import Plan, Registry
from generator.vietnamese import format_date, format_integer

RULE = Rule("P105", "deadline-already-past", Severity.ERROR, doc=__doc__)


@dataclass(frozen=True, slots=True)
class _Deadline:
    path: Path
    name: str
    day: date


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report deadlines before the day on which the plan was issued."""
    del registry
    issued = plan.meta.issued_on
    for one in _deadlines(plan):
        if issued is None or one.day >= issued or one.day.year < plan.meta.period.start:
            continue
        yield Finding(
            RULE,
            one.path,
            f"{one.name} là {format_date(one.day)}, trước ngày ban hành kế hoạch "
            f"{format_date(issued)} là {format_integer((issued - one.day).days)} ngày.",
            KEEP_AS_PRINTED,
        )


def _deadlines(plan: Plan) -> Iterator[_Deadline]:
    for task in scheduled_tasks(plan):
        if (day := _last_day(task)) is not None:
            name = f"{row_name(task.row.task)}: hạn theo {quoted(task.text)}"
            yield _Deadline(task.path, name, day)
    for index, report in enumerate(plan.organisation.reporting):
        for at, day in enumerate(report.due):
            path = ("organisation", "reporting", index, "due", at)
            yield _Deadline(path, f"Báo cáo {quoted(report.cycle)}: ngày báo cáo", day)


def _last_day(task: Scheduled) -> date | None:
    """The day on which the task must be done: the one named, or the end of the last year."""
    if task.due is not None and task.due.year == task.span.last:
        return task.due
    return date(task.span.last, 12, 31) if task.span.last is not None else None
