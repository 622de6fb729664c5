"""Schedules of tasks as spans of years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.checks._memo import remembered
from generator.checks._rows import PlacedTask, all_tasks
from generator.diagnostics import Path
from generator.model import Period, Plan
from generator.model.derived import TaskTime, task_time
from generator.vietnamese import ScheduleReading


@dataclass(frozen=True, slots=True)
class Span:
    """Years from first to last; None is an open end."""

    first: int | None
    last: int | None

    def meets(self, period: Period) -> bool:
        """Whether the span shares a year with a period."""
        starts_in_time = self.first is None or self.first <= period.end
        ends_late_enough = self.last is None or self.last >= period.start
        return starts_in_time and ends_late_enough


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A task that tells its years.

    Attributes:
        row: The task and its place.
        path: Where its time stands: entry made by hand, cell, or title.
        text: Its time as a message quotes it.
        span: The years.
        due: The day, where the text names one.
    """

    row: PlacedTask
    path: Path
    text: str
    span: Span
    due: date | None


@remembered
def scheduled_tasks(plan: Plan) -> Iterator[Scheduled]:
    """Every task whose time names a year, in print order."""
    for row, time in task_times(plan):
        if time.schedule is not None and (span := _span(time.schedule)) is not None:
            text = time.text or span_text(span)
            yield Scheduled(row, place_of_schedule(row), text, span, time.schedule.due)


@remembered
def task_times(plan: Plan) -> Iterator[tuple[PlacedTask, TaskTime]]:
    """Every task with its time as read."""
    for row in all_tasks(plan):
        yield row, task_time(row.annex, row.task)


def place_of_schedule(row: PlacedTask) -> Path:
    """Path of what tells a task's time."""
    if row.task.schedule_as is not None:
        return (*row.path, "schedule_as")
    return (*row.path, "title" if row.task.schedule is None else "schedule")


def span_text(span: Span) -> str:
    """Years as a message names them."""
    if span.first is None:
        return f"đến năm {span.last}"
    if span.last is None:
        return f"từ năm {span.first}"
    return f"năm {span.first}" if span.first == span.last else f"{span.first} - {span.last}"


def last_year(plan: Plan) -> int:
    """The last year that a plan speaks of: the end of its period, or the year of its vision."""
    return max(plan.meta.period.end, plan.meta.vision_year or 0)


def _span(when: ScheduleReading) -> Span | None:
    ends = [year for year in (when.end, when.due.year if when.due else None) if year is not None]
    if when.start is None and not ends:
        return None
    return Span(when.start, max(ends) if ends else None)
