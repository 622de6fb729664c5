"""When the tasks of a plan are due, no finer than the document tells.

A task is dated when its words name a day, a month, a quarter or a last year. One that is done
over and over, that waits for a condition or that only begins somewhere is not: no day is made up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.agencies import AgencyReader
from generator.model.anchors import AnnexRow, annex_rows
from generator.model.annexes import Annex, Task
from generator.model.derived import TaskReading, task_reading
from generator.model.library import Plan
from generator.vietnamese import ScheduleReading
from generator.vietnamese.stretches import Stretch, stretch_until, years

Undated = Literal["recurring", "conditional", "open", "untold"]
"""Why a task has no deadline: it recurs, waits, has no end, or its time is not told or not read."""


@dataclass(frozen=True, slots=True)
class PlacedTask:
    """A task with its place and what its cells say.

    Attributes:
        annex_id: Annex that holds it.
        annex: That annex.
        row: Its row: path, groups and anchor.
        task: The task.
        reading: Its agencies and its time.
        due: The stretch by whose last day it is done; None when it is not dated.
        runs: Whether the stretch is the whole time of the work, rather than a deadline.
    """

    annex_id: str
    annex: Annex
    row: AnnexRow
    task: Task
    reading: TaskReading
    due: Stretch | None
    runs: bool

    @property
    def undated(self) -> Undated | None:
        """Why it has no deadline; None when it has one."""
        if self.due is not None:
            return None
        when = self.reading.schedule
        if when is None:
            return "untold"
        if when.condition:
            return "conditional"
        return "recurring" if when.recurrence else "open"


def placed_tasks(plan: Plan, reader: AgencyReader) -> Iterator[PlacedTask]:
    """Every task of a plan's annexes with its deadline.

    Args:
        plan: The plan.
        reader: Reader of agency cells.

    Yields:
        The tasks in print order.
    """
    for annex_id, annex in plan.annexes.items():
        for row in annex_rows(annex_id, annex):
            if isinstance(row.item, Task):
                reading = task_reading(reader, annex, row.groups, row.item)
                due, runs = _due(reading)
                yield PlacedTask(annex_id, annex, row, row.item, reading, due, runs)


def _due(reading: TaskReading) -> tuple[Stretch | None, bool]:
    """The stretch that ends with the deadline, and whether it is the whole time of the work."""
    when = reading.schedule
    if when is None:
        return None, False
    if when.due is not None:
        return stretch_until(reading.schedule_text or "", when.due), False
    if when.end is None:
        return None, False
    return years(_first_year(when, when.end), when.end), when.start is not None


def _first_year(when: ScheduleReading, end: int) -> int:
    return end if when.start is None else min(when.start, end)
