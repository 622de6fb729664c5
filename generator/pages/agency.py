"""Agencies: who leads what, across all plans."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Path
from generator.model import Agency, Group, Library, Plan, Task, walk_tasks
from generator.model.agencies import AgencyReader
from generator.model.derived import TaskReading, anchor_of_task, task_reading
from generator.pages.addresses import AGENCIES, agency_address, plan_address, plan_anchor
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.agencies import AgencyLink, agency_link
from generator.pages.views.anchors import Anchors
from generator.pages.views.chrome import HOME_CRUMB, Crumb, dated_province_title
from generator.pages.views.discrepancies import Discrepancies, Discrepancy
from generator.pages.views.money import Money, money_in
from generator.pages.views.schedules import ScheduleCell, schedule_cell
from generator.pages.views.totals import total_column
from generator.pages.views.words import AGENCY_KINDS, document_name


@dataclass(frozen=True, slots=True)
class Job:
    """A task that an agency leads or coordinates."""

    place: str
    code: str
    title: str
    address: str
    schedule: ScheduleCell
    money: Money | None
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """What the section on organisation gives an agency to do."""

    place: str
    address: str
    summary: tuple[str, ...]
    requested: bool


@dataclass(frozen=True, slots=True)
class PlanJobs:
    """What an agency does in one plan."""

    title: str
    name: str
    province: str
    address: str
    anchor: str
    leads: tuple[Job, ...]
    coordinates: tuple[Job, ...]
    duties: tuple[DutyLine, ...]


@dataclass(slots=True)
class _Collected:
    """Jobs of one agency while plans are read, by plan."""

    leads: dict[str, list[Job]] = field(default_factory=lambda: defaultdict(list))
    coordinates: dict[str, list[Job]] = field(default_factory=lambda: defaultdict(list))
    duties: dict[str, list[DutyLine]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency in the index."""

    link: AgencyLink
    leads: int
    coordinates: int
    duties: int


@dataclass(frozen=True, slots=True)
class KindView:
    """Agencies of one kind."""

    kind: str
    title: str
    agencies: tuple[AgencyLine, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """The index of agencies, and one page for each agency of the registry."""
    collected = _collect(data)
    yield make_page(
        AGENCIES,
        "agencies.html",
        "Cơ quan",
        "Các cơ quan được giao việc trong kế hoạch của các tỉnh.",
        crumbs=(HOME_CRUMB, Crumb("Cơ quan")),
        kinds=_kinds(data.library, collected),
    )
    for agency_id, agency in data.library.registry.agencies.items():
        yield _page(data.library, agency_id, agency, collected.get(agency_id, _Collected()))


def _page(library: Library, agency_id: str, agency: Agency, jobs: _Collected) -> Page:
    agencies = library.registry.agencies
    return make_page(
        agency_address(agency_id),
        "agency.html",
        agency.name,
        f"Những nhiệm vụ mà {agency.name} chủ trì hoặc phối hợp trong kế hoạch của các tỉnh.",
        crumbs=(HOME_CRUMB, Crumb("Cơ quan", AGENCIES), Crumb(agency.name)),
        agency=agency,
        kind=AGENCY_KINDS[agency.kind],
        predecessors=tuple(agency_link(agencies, i) for i in agency.predecessors if i in agencies),
        successors=tuple(
            agency_link(agencies, i) for i, a in agencies.items() if agency_id in a.predecessors
        ),
        plans=tuple(_plans(library, jobs)),
    )


def _plans(library: Library, jobs: _Collected) -> Iterator[PlanJobs]:
    for plan in library.plans:
        leads, others = jobs.leads.get(plan.id, []), jobs.coordinates.get(plan.id, [])
        duties = jobs.duties.get(plan.id, [])
        if leads or others or duties:
            yield PlanJobs(
                title=plan.meta.short_title,
                name=document_name(plan),
                province=dated_province_title(library, plan.province_id),
                address=plan_address(plan),
                anchor=plan_anchor(plan),
                leads=tuple(leads),
                coordinates=tuple(others),
                duties=tuple(duties),
            )


def _collect(data: SiteData) -> Mapping[str, _Collected]:
    """Read every task and duty once and hand it to each agency that it names."""
    library = data.library
    reader = AgencyReader(library.registry.agencies)
    found: dict[str, _Collected] = defaultdict(_Collected)
    for plan in library.plans:
        marks = Discrepancies(plan, data.findings_of(plan.id), library.registry)
        for annex_id, annex in plan.annexes.items():
            paths = _task_paths(annex.rows, (f"annexes/{annex_id}",))
            for (task, groups), path in zip(walk_tasks(annex.rows), paths, strict=True):
                reading = task_reading(reader, annex, groups, task)
                job = _job(library, plan, annex_id, task, reading, marks.at(path))
                for agency_id in reading.leads:
                    found[agency_id].leads[plan.id].append(job)
                for agency_id in reading.coordinators:
                    found[agency_id].coordinates[plan.id].append(job)
        for agency_id, duty in _duties(plan, reader):
            found[agency_id].duties[plan.id].append(duty)
    return dict(found)


def _task_paths(rows: tuple[Group | Task, ...], above: Path) -> Iterator[Path]:
    """Paths of the tasks in the order of `walk_tasks`."""
    for index, row in enumerate(rows):
        path = (*above, "rows", index)
        if isinstance(row, Task):
            yield path
        else:
            yield from _task_paths(row.rows, path)


def _duties(plan: Plan, reader: AgencyReader) -> Iterator[tuple[str, DutyLine]]:
    """Each duty with each agency that it names, at the anchors of the page of duties."""
    anchors = Anchors()
    for duty in plan.organisation.duties:
        address = plan_address(plan, f"to-chuc/#{anchors.take(duty.id)}")
        line = DutyLine(duty.place, address, duty.summary, duty.requested)
        reading = reader.read(duty.agency)
        for agency_id in dict.fromkeys((*reading.leads, *reading.coordinators)):
            yield agency_id, line


def _job(
    library: Library,
    plan: Plan,
    annex_id: str,
    task: Task,
    reading: TaskReading,
    found: tuple[Discrepancy, ...],
) -> Job:
    annex = plan.annexes[annex_id]
    amount = task.amounts.get(total_column(annex) or "")
    unit = library.registry.units.get(annex.unit)
    return Job(
        place=annex.place,
        code=task.task,
        title=task.title,
        address=plan_address(plan, f"nhiem-vu/#{anchor_of_task(annex_id, task.task)}"),
        schedule=schedule_cell(reading.schedule, reading.schedule_text, task.title),
        money=None if amount is None else money_in(amount, unit),
        discrepancies=found,
    )


def _kinds(library: Library, collected: Mapping[str, _Collected]) -> tuple[KindView, ...]:
    lines = [
        (agency.kind, _line(library, agency_id, collected.get(agency_id, _Collected())))
        for agency_id, agency in library.registry.agencies.items()
    ]
    kinds = (
        KindView(kind, title, tuple(line for of, line in lines if of == kind))
        for kind, title in AGENCY_KINDS.items()
    )
    return tuple(kind for kind in kinds if kind.agencies)


def _line(library: Library, agency_id: str, jobs: _Collected) -> AgencyLine:
    return AgencyLine(
        link=agency_link(library.registry.agencies, agency_id),
        leads=sum(len(found) for found in jobs.leads.values()),
        coordinates=sum(len(found) for found in jobs.coordinates.values()),
        duties=sum(len(found) for found in jobs.duties.values()),
    )
