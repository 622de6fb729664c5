"""Tables of tasks as matrices: what their rows are filtered and sorted by.

Everything that the script needs is written here, from derived readings, as attributes of rows;
it never reads a cell. Without the script the attributes do nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.model import Agency, Period
from generator.model.derived import working_years
from generator.pages.views.annexes import AnnexView, TaskRow
from generator.vietnamese import sort_key
from generator.vietnamese.text import SortKey

K = TypeVar("K", SortKey, date)

FEWEST = 8
"""Tasks from which on a page offers to filter them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in a list.

    Attributes:
        value: Its word in the page's address.
        words: What readers see.
        count: Number of tasks that it leaves.
    """

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class GroupChoices:
    """An annex and its groups; the first choice is the whole annex."""

    place: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Attributes of a task's row.

    Attributes:
        leads: Ids of the agencies that lead, with spaces between them.
        coordinators: Ids of those that coordinate.
        years: Years and spans in which it is worked on or due, `2025-2028 2031`.
        keys: A whole number for each column that can be sorted, `12;3;;250`, empty where the
            row has nothing there: the rank of its title, its lead and its deadline, then its
            amounts.
    """

    leads: str
    coordinators: str
    years: str
    keys: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """What the tasks of a page are filtered by.

    Attributes:
        agencies: Agencies that lead or coordinate, in alphabetical order.
        groups: Annexes with their groups, in print order.
        years: Years in which tasks are worked on or due.
        undated: Number of tasks from which no year follows.
        paid: Number of tasks with an amount above zero.
        tasks: Number of tasks.
        facts: Anchor of a row to its attributes.
    """

    agencies: tuple[Choice, ...]
    groups: tuple[GroupChoices, ...]
    years: tuple[Choice, ...]
    undated: int
    paid: int
    tasks: int
    facts: Mapping[str, RowFacts]

    @property
    def offered(self) -> bool:
        """Whether there are enough tasks to filter."""
        return self.tasks >= FEWEST


def matrix_of(
    annexes: Sequence[AnnexView], agencies: Mapping[str, Agency], period: Period
) -> Matrix:
    """Collect what the tasks of a page are filtered and sorted by.

    Args:
        annexes: The page's annexes.
        agencies: The registry's agencies.
        period: Period of the plan.

    Returns:
        Choices and facts.
    """
    tasks = [task for annex in annexes for task in annex.tasks]
    years = {task.anchor: working_years(task.reading.schedule, period) for task in tasks}
    return Matrix(
        agencies=tuple(_agencies(tasks, agencies)),
        groups=tuple(_groups(annex) for annex in annexes),
        years=tuple(_years(tuple(years.values()))),
        undated=sum(not spans for spans in years.values()),
        paid=sum(any(cell.amount for cell in task.cells) for task in tasks),
        tasks=len(tasks),
        facts={
            anchor: facts for annex in annexes for anchor, facts in _facts(annex, agencies, years)
        },
    )


def _agencies(tasks: Sequence[TaskRow], agencies: Mapping[str, Agency]) -> Iterator[Choice]:
    counts: dict[str, int] = {}
    for task in tasks:
        for agency_id in {*task.reading.leads, *task.reading.coordinators}:
            counts[agency_id] = counts.get(agency_id, 0) + 1
    for agency_id in sorted(counts, key=lambda i: sort_key(agencies[i].name)):
        yield Choice(agency_id, agencies[agency_id].name, counts[agency_id])


def _groups(annex: AnnexView) -> GroupChoices:
    counts: dict[str, int] = {}
    for body in annex.bodies:
        for group in body.above:
            counts[group.anchor] = counts.get(group.anchor, 0) + len(body.tasks)
    groups = tuple(
        Choice(group.anchor, f"{group.code}. {group.title}", counts[group.anchor])
        for group in annex.groups
        if counts.get(group.anchor)
    )
    whole = Choice(annex.id, f"Cả bảng: {annex.title}", len(annex.tasks))
    return GroupChoices(annex.place, (whole, *groups))


def _years(found: Sequence[tuple[Period, ...]]) -> Iterator[Choice]:
    """Every year from the first to the last in which anything is done."""
    spans = [span for spans in found for span in spans]
    if not spans:
        return
    for year in range(min(s.start for s in spans), max(s.end for s in spans) + 1):
        count = sum(any(s.start <= year <= s.end for s in spans) for spans in found)
        yield Choice(str(year), str(year), count)


def _facts(
    annex: AnnexView, agencies: Mapping[str, Agency], years: Mapping[str, tuple[Period, ...]]
) -> Iterator[tuple[str, RowFacts]]:
    tasks = annex.tasks
    titles = _ranks([sort_key(task.title) for task in tasks])
    leads = _ranks([_lead_key(task, agencies) for task in tasks])
    dues = _ranks([task.due for task in tasks])
    for task, *ranks in zip(tasks, titles, leads, dues, strict=True):
        keys = (*ranks, *(cell.amount for cell in task.cells))
        yield (
            task.anchor,
            RowFacts(
                leads=" ".join(task.reading.leads),
                coordinators=" ".join(task.reading.coordinators),
                years=" ".join(str(span) for span in years[task.anchor]),
                keys=";".join("" if key is None else str(key) for key in keys),
            ),
        )


def _lead_key(task: TaskRow, agencies: Mapping[str, Agency]) -> SortKey | None:
    """Order by what the cell shows: the agencies' names, else the words that no name covers."""
    names = "; ".join(agencies[i].name for i in task.reading.leads) or task.lead.printed
    return sort_key(names) if names else None


def _ranks(keys: Sequence[K | None]) -> list[int | None]:
    """Place of each key among the others; the same for equal keys, None for a missing one."""
    there = {key for key in keys if key is not None}
    places = {key: at for at, key in enumerate(sorted(there))}
    return [None if key is None else places[key] for key in keys]
