"""What is due when, as rows: deadlines of tasks, days of reports, targets of years."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model import Registry
from generator.model.agenda import PlanAgenda
from generator.model.reporting import ReportDuty, reporting_span
from generator.pages.addresses import plan_address
from generator.pages.views.agencies import AgencyCell, agency_cell
from generator.pages.views.jobs import Job
from generator.pages.views.plan_refs import Order, PlanRef
from generator.pages.views.reports import ReportLine
from generator.pages.views.schedules import ScheduleCell
from generator.vietnamese import format_date

Kind = Literal["nhiem-vu", "bao-cao", "chi-tieu"]

KINDS: dict[Kind, str] = {
    "nhiem-vu": "Nhiệm vụ",
    "bao-cao": "Báo cáo",
    "chi-tieu": "Chỉ tiêu",
}

WHOLE_YEAR = 5
"""The part of a year for what is told by the year alone; 1 to 4 are the quarters."""

PARTS = {
    1: "Quý I",
    2: "Quý II",
    3: "Quý III",
    4: "Quý IV",
    WHOLE_YEAR: "Văn bản chỉ ghi năm",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is due.

    Attributes:
        kind: What it is.
        plan: The plan that says so.
        year: Year in which it is due.
        part: Quarter in which it is due, or `WHOLE_YEAR`.
        last: Last day of the stretch that the document names.
        when: The stretch in words, and the printed words where they say more.
        title: What is due.
        address: Where it is told.
        place: Its place in the document.
        who: Who does it.
        agencies: Ids of the agencies that it concerns.
        count: How many targets stand behind it; 1 for anything else.
    """

    kind: Kind
    plan: PlanRef
    year: int
    part: int
    last: date
    when: ScheduleCell
    title: str
    address: str
    place: str
    who: AgencyCell
    agencies: tuple[str, ...]
    count: int = 1

    @property
    def kind_words(self) -> str:
        """The kind as readers see it."""
        return KINDS[self.kind]

    @property
    def order(self) -> tuple[int, int, date, str, Order]:
        """Where it stands among others."""
        return self.year, self.part, self.last, self.kind, self.plan.order


@dataclass(frozen=True, slots=True)
class Part:
    """Entries of one quarter, or of a year as a whole."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its parts that have entries."""

    year: int
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """Number of entries."""
        return sum(len(part.entries) for part in self.parts)


def entries_of(
    agenda: PlanAgenda, jobs: Iterable[Job], reports: Iterable[ReportLine], registry: Registry
) -> Iterator[Entry]:
    """Everything in a plan that has a date.

    Args:
        agenda: The plan by date.
        jobs: Its tasks as rows, in print order.
        reports: Its reports as rows.
        registry: Names of agencies.

    Yields:
        Deadlines, days of reports, then targets year by year.
    """
    for task, job in zip(agenda.tasks, jobs, strict=True):
        if task.due is not None:
            last = task.due.last
            part = _quarter(last) if task.due.finer_than_a_year else WHOLE_YEAR
            yield Entry(
                kind="nhiem-vu",
                plan=job.plan,
                year=last.year,
                part=part,
                last=last,
                when=job.when,
                title=job.title,
                address=job.address,
                place=f"{job.place}, số {job.code}",
                who=agency_cell(registry.agencies, job.reading.leads, task.task.lead),
                agencies=tuple(dict.fromkeys((*job.reading.leads, *job.reading.coordinators))),
            )
    for line in reports:
        yield from _report(agenda, line)


def targets_of(agenda: PlanAgenda, ref: PlanRef) -> Iterator[Entry]:
    """One entry for each year in which a plan has targets."""
    address = plan_address(agenda.plan, "chi-tieu/")
    for year, items in agenda.milestones.items():
        count = len({item.indicator.id for item in items})
        yield Entry(
            kind="chi-tieu",
            plan=ref,
            year=year,
            part=WHOLE_YEAR,
            last=date(year, 12, 31),
            when=ScheduleCell(f"năm {year}"),
            title=f"{count} chỉ tiêu có mục tiêu cho năm {year}",
            address=address,
            place="Chỉ tiêu",
            who=AgencyCell(),
            agencies=tuple(dict.fromkeys(i for item in items for i in item.owners)),
            count=count,
        )


def report_dates(agenda: PlanAgenda, duty: ReportDuty) -> tuple[date, ...]:
    """Days on which a report is owed within the plan's period, rising."""
    first, last = reporting_span(agenda.plan)
    yearly = (day for rule in duty.days for day in rule.between(first, last))
    return tuple(sorted({*yearly, *duty.report.due}))


def by_year(entries: Iterable[Entry]) -> tuple[Year, ...]:
    """Sort entries into years and their parts."""
    found: dict[int, dict[int, list[Entry]]] = {}
    for entry in sorted(entries, key=lambda entry: entry.order):
        found.setdefault(entry.year, {}).setdefault(entry.part, []).append(entry)
    return tuple(
        Year(
            year,
            tuple(
                Part(f"{PARTS[part]}{'' if part == WHOLE_YEAR else f'/{year}'}", tuple(items))
                for part, items in parts.items()
            ),
        )
        for year, parts in found.items()
    )


def counts(entries: Iterable[Entry]) -> Mapping[tuple[int, str], Mapping[str, int]]:
    """Count entries by year and province.

    Args:
        entries: The entries.

    Returns:
        Year and province id to part of the year, or `chi-tieu`, to a number.
    """
    found: dict[tuple[int, str], dict[str, int]] = {}
    for entry in entries:
        row = found.setdefault((entry.year, entry.plan.province_id), {})
        column = "chi-tieu" if entry.kind == "chi-tieu" else str(entry.part)
        row[column] = row.get(column, 0) + entry.count
    return found


def _report(agenda: PlanAgenda, line: ReportLine) -> Iterator[Entry]:
    duty = line.duty
    for day in report_dates(agenda, duty):
        yield Entry(
            kind="bao-cao",
            plan=line.plan,
            year=day.year,
            part=_quarter(day),
            last=day,
            when=ScheduleCell(f"ngày {format_date(day)}", line.days),
            title=line.text,
            address=line.address,
            place=line.place,
            who=line.sender,
            agencies=tuple(dict.fromkeys((*duty.senders, *duty.receivers))),
        )


def _quarter(day: date) -> int:
    return (day.month + 2) // 3
