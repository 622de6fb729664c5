"""Nhiệm vụ chưa bảo đảm «năm rõ».

Mỗi nhiệm vụ trong phụ lục cần rõ người, rõ việc, rõ trách nhiệm, rõ thời gian, rõ kết quả. Dữ liệu
cho biết ba điều: có ô cơ quan chủ trì (rõ người, rõ trách nhiệm), có thời gian thực hiện (rõ thời
gian) và có ô sản phẩm, kết quả (rõ kết quả). Với mỗi phụ lục và mỗi điều còn thiếu có một ghi chú
kèm số nhiệm vụ thiếu; ghi chú không chặn việc công bố.

Vì sao: việc không rõ ai làm, bao giờ xong, ra kết quả gì thì không đôn đốc và không đánh giá được.

Cách sửa: nếu văn bản có mà bản mã hóa thiếu thì bổ sung; nếu văn bản không có thì để nguyên, ghi
chú cho người đọc biết điều đó.
"""

from collections.abc import Callable, Iterator

from generator.checks._rows import PlacedTask, part_of_annex, rows_of_annex
from generator.checks._schedules import task_times
from generator.checks._text import number_text, quoted
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("D104", "unclear-task", Severity.NOTE, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Count, annex by annex, the tasks without lead, time or result."""
    del registry
    timed = {
        row.path
        for row, time in task_times(plan)
        if time.schedule is not None or time.text is not None
    }
    aspects: tuple[tuple[str, Callable[[PlacedTask], bool]], ...] = (
        ("cơ quan chủ trì (rõ người, rõ trách nhiệm)", _has_lead),
        ("thời gian thực hiện (rõ thời gian)", lambda row: row.path in timed),
        ("sản phẩm, kết quả (rõ kết quả)", lambda row: row.task.result is not None),
    )
    for annex_id, annex in plan.annexes.items():
        tasks = [r for r in rows_of_annex(annex_id, annex) if isinstance(r, PlacedTask)]
        for name, is_clear in aspects:
            yield from _unclear(annex_id, annex.title, name, tasks, is_clear)


def _has_lead(row: PlacedTask) -> bool:
    by_group = row.annex.group_by == "agency" and bool(row.groups)
    return row.task.lead is not None or by_group


def _unclear(
    annex_id: str,
    title: str,
    name: str,
    tasks: list[PlacedTask],
    is_clear: Callable[[PlacedTask], bool],
) -> Iterator[Finding]:
    unclear = [row for row in tasks if not is_clear(row)]
    if not unclear:
        return
    total = number_text(len(tasks))
    every = len(unclear) == len(tasks)
    count = f"cả {total}" if every else f"{number_text(len(unclear))} trên {total}"
    yield Finding(
        RULE,
        (part_of_annex(annex_id), "rows"),
        f"{quoted(title)}: {count} nhiệm vụ không ghi {name}.",
        "Bổ sung nếu văn bản có; văn bản không có thì để nguyên.",
        addends=tuple(row.path for row in unclear),
    )
