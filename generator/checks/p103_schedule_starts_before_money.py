"""Nhiệm vụ bắt đầu trước năm đầu tiên có tiền.

Thời gian thực hiện của nhiệm vụ bắt đầu ở những năm mà bảng có cột kinh phí, nhưng cột ấy để trống
hoặc bằng 0; tiền chỉ có ở các cột về sau. Mỗi nhiệm vụ chỉ một ghi chú; nó không chặn việc công
bố. Nhiệm vụ mà cả thời gian và tiền không gặp nhau thì thuộc quy tắc P102.

Vì sao: việc khởi động mà chưa có tiền thì dễ chậm; người đọc cần biết năm đầu làm bằng nguồn nào.

Cách sửa: kiểm tra xem số tiền có bị lệch cột không. Nếu văn bản in như vậy thì không cần làm gì.
"""

from collections.abc import Iterator

from generator.checks._schedules import Scheduled, scheduled_tasks
from generator.checks._text import column_name, listed, quoted, row_name
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Column, Plan, Registry

RULE = Rule("P103", "schedule-starts-before-money", Severity.NOTE, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report tasks that begin in years whose columns are blank while later ones hold money."""
    del registry
    for one in scheduled_tasks(plan):
        funded = _funded(one)
        blank = _blank_before(one, funded[0]) if funded else []
        if not blank or not any(one.span.meets(c.period) for c in funded if c.period):
            continue
        yield Finding(
            RULE,
            one.path,
            f"{row_name(one.row.task)}: thời gian thực hiện {quoted(one.text)} bắt đầu từ năm "
            f"{one.span.first}, nhưng cột {listed([c.label for c in blank])} không có tiền; tiền chỉ "
            f"có từ {column_name(funded[0])}.",
            "Kiểm tra xem số tiền có bị lệch cột không; văn bản in như vậy thì để nguyên.",
        )


def _funded(one: Scheduled) -> list[Column]:
    """Columns of years that hold money, the earliest first."""
    columns = [
        (column.period.start, column)
        for column in one.row.annex.columns
        if column.period is not None and one.row.task.amounts.get(column.id, 0) > 0
    ]
    return [column for _, column in sorted(columns, key=lambda pair: pair[0])]


def _blank_before(one: Scheduled, first: Column) -> list[Column]:
    """Columns without money that end before the first money and that the schedule touches."""
    if one.span.first is None or first.period is None:
        return []
    return [
        column
        for column in one.row.annex.columns
        if column.period is not None
        and column.period.end < first.period.start
        and one.span.first <= column.period.end
    ]
