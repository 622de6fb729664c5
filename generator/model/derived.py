"""What follows from the printed text: agencies, schedule and years of a task, anchors of rows.

Nothing here is stored in a plan. The override beside a task (`schedule_as`) wins over reading.
"""

from dataclasses import dataclass, replace

from generator.model.agencies import AgencyReader
from generator.model.annexes import Annex, Group, Schedule, Task
from generator.model.base import Period
from generator.vietnamese import ScheduleReading, read_schedule, schedule_in_title


@dataclass(frozen=True, slots=True)
class TaskAgencies:
    """Who a task's cells name.

    Attributes:
        leads: Agency ids that lead, in print order.
        coordinators: Agency ids that coordinate.
        unknown: Pieces of the two cells that the registry does not know.
        remark: Remarks in parentheses in the two cells.
    """

    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    unknown: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class TaskTime:
    """When a task is to be done.

    Attributes:
        text: The words that tell the time, as printed, or None.
        schedule: Those words as data, or the entry made by hand; None when there is neither.
    """

    text: str | None
    schedule: ScheduleReading | None


@dataclass(frozen=True, slots=True)
class TaskReading:
    """A task's cells as data.

    Attributes:
        leads: Agency ids that lead, in print order.
        coordinators: Agency ids that coordinate.
        unknown: Pieces of the two cells that the registry does not know.
        remark: Remarks in parentheses in the two cells.
        schedule_text: The words that tell the time, as printed, or None.
        schedule: Those words as data, or the entry made by hand; None when there is neither.
    """

    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    unknown: tuple[str, ...]
    remark: str
    schedule_text: str | None
    schedule: ScheduleReading | None


def task_reading(
    reader: AgencyReader, annex: Annex, groups: tuple[Group, ...], task: Task
) -> TaskReading:
    """Read a task's cells.

    Args:
        reader: Reader made from the registry.
        annex: The annex that holds the task.
        groups: Groups above the task, outermost first.
        task: The task.

    Returns:
        The cells as data. Where the annex groups by agency and the row names no lead, the
        nearest group's title does.
    """
    named, time = task_agencies(reader, annex, groups, task), task_time(annex, task)
    return TaskReading(
        leads=named.leads,
        coordinators=named.coordinators,
        unknown=named.unknown,
        remark=named.remark,
        schedule_text=time.text,
        schedule=time.schedule,
    )


def task_agencies(
    reader: AgencyReader, annex: Annex, groups: tuple[Group, ...], task: Task
) -> TaskAgencies:
    """Read only the cells of a task that name agencies; see `task_reading`."""
    lead, others = reader.read(lead_cell(annex, groups, task)), reader.read(task.coordinators)
    return TaskAgencies(
        leads=lead.leads,
        coordinators=tuple(dict.fromkeys(lead.coordinators + others.leads + others.coordinators)),
        unknown=lead.unknown + others.unknown,
        remark="; ".join(filter(None, (lead.remark, others.remark))),
    )


def task_time(annex: Annex, task: Task) -> TaskTime:
    """Read only a task's time; see `task_reading`."""
    text = schedule_text(annex, task)
    return TaskTime(text, _by_hand(task.schedule_as) if task.schedule_as else _read(annex, text))


def lead_cell(annex: Annex, groups: tuple[Group, ...], task: Task) -> str | None:
    """The words that name who leads a task: its own cell, else the title of an agency's group."""
    if task.lead is None and annex.group_by == "agency" and groups:
        return groups[-1].title
    return task.lead


def schedule_text(annex: Annex, task: Task) -> str | None:
    """The words that tell a task's time: its own entry, else a part of its title."""
    if task.schedule is None and annex.schedule_in == "title":
        return schedule_in_title(task.title)
    return task.schedule


def working_years(reading: ScheduleReading | None, period: Period) -> tuple[Period, ...]:
    """Years in which a task is worked on or due.

    Args:
        reading: The task's schedule; None when its words tell no time.
        period: Period of the plan.

    Returns:
        Years and spans of years. A task that begins and has no end goes on to the end of the
        plan's period; one that recurs and names no year is done in all of it; of one that names
        only a last year, no earlier year is made up. Empty when no year follows.
    """
    if reading is None:
        return ()
    start, end, due = reading.start, reading.end, reading.due
    found: list[Period] = []
    if start is not None:
        found.append(Period(start, max(start, period.end if end is None else end)))
    elif end is not None:
        found.append(Period(end, end))
    elif reading.recurrence and due is None:
        found.append(period)
    if due is not None and not any(span.start <= due.year <= span.end for span in found):
        found.append(Period(due.year, due.year))
    return tuple(sorted(found))


def anchor_of_task(annex_id: str, code: str) -> str:
    """Anchor that a task's row asks for, `phu-luc-1-1.21`; see `generator.model.anchors`."""
    return f"{annex_id}.{code.lower()}"


def anchor_of_group(annex_id: str, code: str) -> str:
    """Anchor that a group's row asks for, `phu-luc-1-2.nhom.ii.1`."""
    return f"{annex_id}.nhom.{code.lower()}"


def _read(annex: Annex, text: str | None) -> ScheduleReading | None:
    """Read the words; in a column of deadlines a year that stands alone is no start."""
    reading = read_schedule(text or "")
    if reading and annex.schedule_means == "deadline" and reading.start == reading.end:
        return replace(reading, start=None)
    return reading


def _by_hand(entry: Schedule) -> ScheduleReading:
    return ScheduleReading(
        start=entry.start,
        end=entry.end,
        due=entry.due,
        recurrence=entry.recurrence,
        condition=entry.condition,
    )
