"""Agencies: who leads what, across all plans."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.model import Agency, Library, Plan, Task, walk_tasks
from generator.model.agencies import AgencyReader
from generator.model.derived import TaskReading, anchor_of_task, task_reading
from generator.pages.addresses import AGENCIES, agency_address, plan_address, plan_anchor
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.agencies import AgencyLink, agency_link
from generator.pages.views.chrome import HOME_CRUMB, Crumb, province_title
from generator.pages.views.facts import document_name
from generator.pages.views.money import Money, money_in
from generator.pages.views.schedules import ScheduleCell, schedule_cell
from generator.pages.views.totals import total_column
from generator.pages.views.words import AGENCY_KINDS


@dataclass(frozen=True, slots=True)
class Job:
    """A task that an agency leads or coordinates."""

    code: str
    title: str
    address: str
    schedule: ScheduleCell
    money: Money | None


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


@dataclass(slots=True)
class _Collected:
    """Jobs of one agency while plans are read, by plan."""

    leads: dict[str, list[Job]] = field(default_factory=lambda: defaultdict(list))
    coordinates: dict[str, list[Job]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency in the index."""

    link: AgencyLink
    leads: int
    coordinates: int


@dataclass(frozen=True, slots=True)
class KindView:
    """Agencies of one kind."""

    kind: str
    title: str
    agencies: tuple[AgencyLine, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """The index of agencies, and one page for each agency of the registry."""
    collected = _collect(data.library)
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
        if leads or others:
            yield PlanJobs(
                title=plan.meta.short_title,
                name=document_name(plan),
                province=province_title(library, plan.province_id),
                address=plan_address(plan),
                anchor=plan_anchor(plan),
                leads=tuple(leads),
                coordinates=tuple(others),
            )


def _collect(library: Library) -> Mapping[str, _Collected]:
    """Read every task once and hand it to each agency that it names."""
    reader = AgencyReader(library.registry.agencies)
    found: dict[str, _Collected] = defaultdict(_Collected)
    for plan in library.plans:
        for annex_id, annex in plan.annexes.items():
            for task, groups in walk_tasks(annex.rows):
                reading = task_reading(reader, annex, groups, task)
                job = _job(library, plan, annex_id, task, reading)
                for agency_id in reading.leads:
                    found[agency_id].leads[plan.id].append(job)
                for agency_id in reading.coordinators:
                    found[agency_id].coordinates[plan.id].append(job)
    return dict(found)


def _job(library: Library, plan: Plan, annex_id: str, task: Task, reading: TaskReading) -> Job:
    annex = plan.annexes[annex_id]
    amount = task.amounts.get(total_column(annex) or "")
    unit = library.registry.units.get(annex.unit)
    return Job(
        code=task.task,
        title=task.title,
        address=plan_address(plan, f"nhiem-vu/#{anchor_of_task(annex_id, task.task)}"),
        schedule=schedule_cell(reading.schedule, reading.schedule_text, task.title),
        money=None if amount is None else money_in(amount, unit),
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
    )
