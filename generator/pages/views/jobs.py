"""Tasks of many plans as rows by deadline, no finer than the documents tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Registry
from generator.model.agenda import PlanAgenda
from generator.model.deadlines import PlacedTask, Undated
from generator.model.derived import TaskReading
from generator.pages.addresses import plan_address
from generator.pages.views.discrepancies import Discrepancies, Discrepancy
from generator.pages.views.money import Money, money_in
from generator.pages.views.plan_refs import Order, PlanRef
from generator.pages.views.schedules import ScheduleCell, schedule_cell
from generator.pages.views.totals import total_column
from generator.vietnamese import fold
from generator.vietnamese.stretches import Stretch

UNDATED: dict[Undated, str] = {
    "recurring": "Thường xuyên, định kỳ, không có hạn cuối",
    "open": "Có năm bắt đầu, không có năm kết thúc",
    "conditional": "Thời hạn phụ thuộc một điều kiện",
    "untold": "Văn bản không ghi thời gian, hoặc lời ghi không đọc được",
}
"""Titles of tasks without a deadline, in the order in which they follow those that have one."""

_NEVER = 9999

JobOrder = tuple[int, bool, str, Order, int]


@dataclass(frozen=True, slots=True)
class Job:
    """A task.

    Attributes:
        plan: Its plan.
        annex_id: Its annex.
        place: The annex's place in the document.
        code: Number as printed.
        title: Title as printed.
        address: Its row.
        when: Its deadline as told, and the printed words where they say more.
        money: All its money; None when the row prints none.
        discrepancies: What does not agree in it.
        year: Year of its deadline; None when it has none.
        undated: Why it has none.
        reading: Its agencies.
        order: Where it stands among others: by deadline, what is told finely before a whole
            year, then by plan and print order.
    """

    plan: PlanRef
    annex_id: str
    place: str
    code: str
    title: str
    address: str
    when: ScheduleCell
    money: Money | None
    discrepancies: tuple[Discrepancy, ...]
    year: int | None
    undated: Undated | None
    reading: TaskReading
    order: JobOrder


@dataclass(frozen=True, slots=True)
class JobGroup:
    """Jobs of one year, or without a deadline for one reason.

    Attributes:
        key: The year, or the reason: part of the anchor.
        title: The year or the reason in words.
        jobs: The jobs.
    """

    key: str
    title: str
    jobs: tuple[Job, ...]


def jobs_of(
    agenda: PlanAgenda, ref: PlanRef, marks: Discrepancies, registry: Registry
) -> tuple[Job, ...]:
    """Make the rows of one plan's tasks.

    Args:
        agenda: The plan by date.
        ref: Its names.
        marks: What does not agree in it.
        registry: Units of money.

    Returns:
        A row for each task, in print order.
    """
    return tuple(
        _job(agenda, number, task, ref, marks, registry) for number, task in enumerate(agenda.tasks)
    )


def by_deadline(jobs: Iterable[Job]) -> tuple[JobGroup, ...]:
    """Group rows by year, then those without a deadline by reason.

    Args:
        jobs: The rows.

    Returns:
        Groups that have any, years rising.
    """
    groups: dict[str, list[Job]] = {}
    for job in sorted(jobs, key=lambda job: job.order):
        groups.setdefault(str(job.year) if job.year else str(job.undated), []).append(job)
    titles: Mapping[str, str] = {str(key): words for key, words in UNDATED.items()}
    years = sorted(key for key in groups if key not in titles)
    return tuple(
        JobGroup(key, titles.get(key, f"Năm {key}"), tuple(groups[key]))
        for key in (*years, *(key for key in titles if key in groups))
    )


def when_cell(task: PlacedTask) -> ScheduleCell:
    """When a task is done.

    Args:
        task: The task.

    Returns:
        `hạn quý I/2027`, `trong giai đoạn 2025–2030`, with cycle and condition; and the printed
        words, unless the title holds them.
    """
    when = task.reading.schedule
    parts = []
    if task.due is not None:
        parts.append(f"{'trong' if task.runs else 'hạn'} {task.due.words}")
    elif when is not None and when.start is not None:
        parts.append(f"từ năm {when.start}")
    if when is not None:
        parts += [words for words in (when.recurrence, when.condition) if words]
    printed = schedule_cell(when, task.reading.schedule_text, task.task.title).printed
    same = task.due is not None and fold(printed) in _spellings(task.due)
    return ScheduleCell("; ".join(parts), "" if same else printed)


def _spellings(due: Stretch) -> tuple[str, str]:
    """Printed words that say no more than the deadline itself: "Năm 2025", "2025"."""
    words = fold(due.words)
    return words, words.removeprefix("nam ")


def _job(
    agenda: PlanAgenda,
    number: int,
    task: PlacedTask,
    ref: PlanRef,
    marks: Discrepancies,
    registry: Registry,
) -> Job:
    amount = task.task.amounts.get(total_column(task.annex) or "")
    due = task.due
    fine = due is None or due.finer_than_a_year
    last = due.last.isoformat() if due else ""
    year = due.last.year if due else None
    return Job(
        plan=ref,
        annex_id=task.annex_id,
        place=task.annex.place,
        code=task.task.task,
        title=task.task.title,
        address=plan_address(agenda.plan, f"nhiem-vu/#{task.row.anchor}"),
        when=when_cell(task),
        money=None if amount is None else money_in(amount, registry.units.get(task.annex.unit)),
        discrepancies=marks.at(task.row.path),
        year=year,
        undated=task.undated,
        reading=task.reading,
        order=(year or _NEVER, not fine, last, ref.order, number),
    )
