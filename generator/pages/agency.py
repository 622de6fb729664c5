"""Agencies: all that each one leads, takes part in, follows and reports, across all plans."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Agency, Library
from generator.model.agenda import agency_feed, agendas, fed_agencies
from generator.pages.addresses import AGENCIES, agency_address, agency_part_address
from generator.pages.charts.bars import share_bar
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.agencies import AgencyLink, agency_link
from generator.pages.views.agency_downloads import index_download, jobs_download
from generator.pages.views.agency_tables import (
    followed_download,
    plans_download,
    reports_download,
)
from generator.pages.views.chrome import HOME_CRUMB, Crumb
from generator.pages.views.jobs import Job, JobGroup, by_deadline
from generator.pages.views.money import Money, human_money
from generator.pages.views.plan_refs import PlanRef
from generator.pages.views.works import Work, works
from generator.tables.shown import ShownTable
from generator.vietnamese import sort_key
from generator.words import AGENCY_KINDS

MOST_JOBS = 400
"""An agency with more tasks than this has a page for each province, so that none is too long."""

LEAST_LOAD = 5
"""Fewer dated tasks than this need no picture."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """What a plan gives an agency, in numbers.

    Attributes:
        ref: The plan.
        leads: Tasks that it leads.
        coordinates: Tasks in which it takes part.
        indicators: Indicators that it follows.
        duties: Duties that it is given.
        money: What its own tasks cost by the printed rows, annex by annex.
    """

    ref: PlanRef
    leads: int
    coordinates: int
    indicators: int
    duties: int
    money: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """The tasks that an agency is to finish in one year."""

    year: str
    count: int
    bar: Markup


@dataclass(frozen=True, slots=True)
class PartLink:
    """The way to what an agency does in one province."""

    title: str
    address: str
    leads: int
    coordinates: int


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency in the index."""

    link: AgencyLink
    leads: int
    coordinates: int
    indicators: int
    duties: int
    plans: int


@dataclass(frozen=True, slots=True)
class KindView:
    """Agencies of one kind."""

    kind: str
    title: str
    agencies: tuple[AgencyLine, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """The index of agencies, and one page for each agency of the registry."""
    read = agendas(data.library)
    found = works(data, read)
    fed = frozenset(fed_agencies(read))
    kinds = _kinds(data.library, found)
    tables = tuple(index_download(data, kind.kind, kind.title, kind.agencies) for kind in kinds)
    yield make_page(
        AGENCIES,
        "agencies.html",
        "Cơ quan",
        "Các cơ quan được giao việc trong kế hoạch của các tỉnh.",
        crumbs=(HOME_CRUMB, Crumb("Cơ quan")),
        downloads=tables,
        kinds=tuple(zip(kinds, tables, strict=True)),
    )
    for agency_id, agency in data.library.registry.agencies.items():
        work = found.get(agency_id, Work())
        feed = agency_feed(agency_id) if agency_id in fed else None
        yield from _pages(data, agency_id, agency, work, feed)


def _pages(
    data: SiteData, agency_id: str, agency: Agency, work: Work, feed: str | None
) -> Iterator[Page]:
    """One page, and one for each province where there is too much for one."""
    provinces = {ref.province_id: ref for ref in work.plans}
    if len(work.leads) + len(work.coordinates) <= MOST_JOBS or len(provinces) < 2:
        yield _page(data, agency_id, agency, work, feed)
        return
    parts = {ref: work.within(province_id) for province_id, ref in provinces.items()}
    links = tuple(
        PartLink(
            ref.province,
            agency_part_address(agency_id, ref.province_id),
            len(part.leads),
            len(part.coordinates),
        )
        for ref, part in parts.items()
    )
    yield _page(data, agency_id, agency, work, feed, parts=links)
    for ref, part in parts.items():
        yield _page(data, agency_id, agency, part, feed, province=ref)


def _page(
    data: SiteData,
    agency_id: str,
    agency: Agency,
    work: Work,
    feed: str | None,
    *,
    parts: tuple[PartLink, ...] = (),
    province: PlanRef | None = None,
) -> Page:
    agencies = data.library.registry.agencies
    whole = agency_address(agency_id)
    here = agency_part_address(agency_id, province.province_id) if province else whole
    way = [HOME_CRUMB, Crumb("Cơ quan", AGENCIES)]
    if province:
        way += [Crumb(agency.name, whole), Crumb(province.province)]
    else:
        way.append(Crumb(agency.name))
    leads, others = by_deadline(work.leads), by_deadline(work.coordinates)
    tables = {
        role: jobs_download(data, here, role, f"{agency.name}: {words}", groups)
        for role, words, groups in (("chu-tri", "chủ trì", leads), ("phoi-hop", "phối hợp", others))
        if groups and not parts
    }
    lines = tuple(_plan_lines(work))
    if lines:
        tables["ke-hoach"] = plans_download(data, here, agency.name, lines)
    if not parts:
        tables |= _smaller_tables(data, here, agency, work)
    return make_page(
        here,
        "agency.html",
        f"{agency.name} – {province.province}" if province else agency.name,
        f"Những việc mà {agency.name} chủ trì, phối hợp, theo dõi trong kế hoạch của các tỉnh.",
        downloads=tuple(tables.values()),
        crumbs=tuple(way),
        tables=tables,
        agency=agency,
        kind=AGENCY_KINDS[agency.kind],
        predecessors=tuple(agency_link(agencies, i) for i in agency.predecessors if i in agencies),
        successors=tuple(
            agency_link(agencies, i) for i, a in agencies.items() if agency_id in a.predecessors
        ),
        feed=feed,
        work=work,
        parts=parts,
        plans=lines,
        loads=_loads(leads),
        leads=leads,
        coordinates=others,
    )


def _smaller_tables(
    data: SiteData, here: str, agency: Agency, work: Work
) -> Mapping[str, ShownTable]:
    """Tables of what an agency follows and reports, by their names; empty ones are left out."""
    title = f"{agency.name}: chỉ tiêu theo dõi"
    found = (
        ("chi-tieu", work.indicators, followed_download(data, here, title, work.indicators)),
        ("bao-cao", work.sends, reports_download(data, here, agency.name, work.sends, sent=True)),
        (
            "nhan-bao-cao",
            work.receives,
            reports_download(data, here, agency.name, work.receives, sent=False),
        ),
    )
    return {name: table for name, items, table in found if items}


def _plan_lines(work: Work) -> Iterator[PlanLine]:
    leads: dict[str, list[Job]] = {}
    for job in work.leads:
        leads.setdefault(job.plan.id, []).append(job)
    coordinates = Counter(job.plan.id for job in work.coordinates)
    indicators = Counter(item.plan.id for item in work.indicators)
    duties = Counter(item.plan.id for item in work.duties)
    for ref in work.plans:
        own = leads.get(ref.id, [])
        yield PlanLine(
            ref=ref,
            leads=len(own),
            coordinates=coordinates[ref.id],
            indicators=indicators[ref.id],
            duties=duties[ref.id],
            money=tuple(_money(own)),
        )


def _money(leads: Sequence[Job]) -> Iterator[str]:
    """What the tasks of each annex cost together; annexes may overlap, so they are kept apart."""
    printed: dict[str, list[Money]] = {}
    for job in leads:
        if job.money is not None and job.money.vnd is not None:
            printed.setdefault(job.place, []).append(job.money)
    for place, amounts in printed.items():
        yield f"{human_money(sum(money.vnd or 0 for money in amounts))} ({place})"


def _loads(groups: Sequence[JobGroup]) -> tuple[Load, ...]:
    """Tasks by the year in which they are to be finished, where that tells anything."""
    dated = [group for group in groups if group.key.isdigit()]
    if len(dated) < 2 or sum(len(group.jobs) for group in dated) < LEAST_LOAD:
        return ()
    most = max(len(group.jobs) for group in dated)
    return tuple(Load(g.key, len(g.jobs), share_bar(len(g.jobs), most)) for g in dated)


def _kinds(library: Library, found: Mapping[str, Work]) -> tuple[KindView, ...]:
    lines = [
        (agency.kind, _line(library, agency_id, found.get(agency_id, Work())))
        for agency_id, agency in library.registry.agencies.items()
    ]
    lines.sort(key=lambda pair: sort_key(pair[1].link.name))
    kinds = (
        KindView(kind, title, tuple(line for of, line in lines if of == kind))
        for kind, title in AGENCY_KINDS.items()
    )
    return tuple(kind for kind in kinds if kind.agencies)


def _line(library: Library, agency_id: str, work: Work) -> AgencyLine:
    return AgencyLine(
        link=agency_link(library.registry.agencies, agency_id),
        leads=len(work.leads),
        coordinates=len(work.coordinates),
        indicators=len(work.indicators),
        duties=len(work.duties),
        plans=len(work.plans),
    )
