"""Không đọc được thời gian thực hiện của nhiệm vụ.

Ô thời gian của một nhiệm vụ phải đọc được thành năm, giai đoạn, quý, ngày, chu kỳ hoặc điều kiện
theo các cách viết thường dùng trong văn bản. Không đọc được thì phải ghi tay bằng schedule_as, kèm
note nói đọc từ đâu.

Vì sao: lịch việc, trang cơ quan và các phép kiểm tra thời gian đều dựa vào thời gian đã đọc.

Cách sửa: nếu nhập sai thì sửa ô thời gian theo văn bản; nếu văn bản viết như vậy thì thêm
schedule_as bên cạnh.
"""

from collections.abc import Iterator

from generator.checks._schedules import place_of_schedule, task_times
from generator.checks._text import quoted, row_name
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry
from generator.schema import impossible_day

RULE = Rule("P106", "schedule-unreadable", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report schedules that the reader cannot read and nobody has entered by hand."""
    del registry
    for row, time in task_times(plan):
        if time.text is None or time.schedule is not None:
            continue
        yield Finding(
            RULE,
            place_of_schedule(row),
            f"{row_name(row.task)}: không đọc được thời gian thực hiện {quoted(time.text)}.",
            _hint(time.text),
        )


def _hint(text: str) -> str:
    by_hand = (
        "Sửa theo văn bản, hoặc thêm schedule_as với start, end, due, recurrence hay condition, và "
        "note nói đọc từ đâu."
    )
    return f"{impossible_day(text)} {by_hand}".strip()
