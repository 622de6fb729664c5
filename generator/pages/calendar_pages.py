"""The calendar: what is due when, over all provinces and in each one, with feeds to subscribe to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.agenda import (
    FEED_OF_ALL,
    PlanAgenda,
    agency_feed,
    agendas,
    fed_agencies,
    fed_provinces,
    province_feed,
)
from generator.pages.addresses import CALENDAR, calendar_address, plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.across_downloads import entries_download
from generator.pages.views.agency_downloads import jobs_download
from generator.pages.views.calendar_downloads import counts_download
from generator.pages.views.calendar_rows import (
    KINDS,
    PARTS,
    Entry,
    Year,
    by_year,
    counts,
    entries_of,
    targets_of,
)
from generator.pages.views.chrome import HOME_CRUMB, Crumb
from generator.pages.views.discrepancies import Discrepancies
from generator.pages.views.jobs import Job, JobGroup, by_deadline, jobs_of
from generator.pages.views.plan_refs import PlanRef, plan_refs
from generator.pages.views.reports import ReportLine, report_lines
from generator.tables.shown import ShownTable
from generator.vietnamese import sort_key

MOST_LISTED = 300
"""With more entries than this, the page of all provinces gives numbers only."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar feed.

    Attributes:
        title: Whose dates it holds.
        path: Its path below the site's root.
        web: Its whole address; empty while nobody knows where the site is published.
        subscribe: The same for a calendar program.
        page: Address of the page that shows the same.
    """

    title: str
    path: str
    web: str
    subscribe: str
    page: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """A province's numbers in one year, by part of the year."""

    title: str
    address: str
    tasks: tuple[int, ...]
    targets: int


@dataclass(frozen=True, slots=True)
class YearView:
    """A year on the page of all provinces."""

    year: int
    rows: tuple[CountRow, ...]
    fine: Year | None
    table: ShownTable
    fine_table: ShownTable | None


@dataclass(frozen=True, slots=True)
class _PlanDates:
    """A plan with its rows."""

    agenda: PlanAgenda
    ref: PlanRef
    jobs: tuple[Job, ...]
    reports: tuple[ReportLine, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Untold:
    """How many tasks of a plan tell no time."""

    plan: PlanRef
    count: int
    address: str


def pages(data: SiteData) -> Iterator[Page]:
    """The calendar of all provinces, and one for each province that has plans."""
    refs = plan_refs(data.library)
    ordered = sorted(agendas(data.library), key=lambda agenda: refs[agenda.plan.id].order)
    read = [_dates(data, agenda, refs[agenda.plan.id]) for agenda in ordered]
    agenda_list = [item.agenda for item in read]
    provinces: dict[str, list[_PlanDates]] = {}
    for item in read:
        provinces.setdefault(item.ref.province_id, []).append(item)
    yield _index(data, read, agenda_list)
    fed = frozenset(fed_provinces(agenda_list))
    for province_id, items in provinces.items():
        feed = _feed(data, items[0].ref.province, province_feed(province_id), "")
        yield _province(data, items, feed if province_id in fed else None)


def _dates(data: SiteData, agenda: PlanAgenda, ref: PlanRef) -> _PlanDates:
    registry = data.library.registry
    marks = Discrepancies(agenda.plan, data.findings_of(agenda.plan.id), registry)
    jobs = jobs_of(agenda, ref, marks, registry)
    reports = report_lines(agenda, ref, registry)
    dated = entries_of(agenda, jobs, reports, registry)
    return _PlanDates(agenda, ref, jobs, reports, (*dated, *targets_of(agenda, ref)))


def _index(data: SiteData, read: Sequence[_PlanDates], agenda_list: Sequence[PlanAgenda]) -> Page:
    entries = [entry for item in read for entry in item.entries]
    refs = {item.ref.province_id: item.ref for item in read}
    years = tuple(_years(data, entries, refs))
    fine = (view.fine_table for view in years if view.fine_table)
    return make_page(
        CALENDAR,
        "calendar.html",
        "Lịch",
        "Hạn của nhiệm vụ, ngày báo cáo, năm phải đạt chỉ tiêu của các tỉnh; có tệp lịch để thêm vào điện thoại.",
        crumbs=(HOME_CRUMB, Crumb("Lịch")),
        feed=_feed(data, "Tất cả", FEED_OF_ALL, CALENDAR) if entries else None,
        provinces=tuple(
            _feed(data, refs[i].province, province_feed(i), calendar_address(i))
            for i in refs
            if i in set(fed_provinces(agenda_list))
        ),
        without=tuple(
            (refs[i].province, calendar_address(i))
            for i in refs
            if i not in set(fed_provinces(agenda_list))
        ),
        agencies=tuple(_agency_feeds(data, agenda_list)),
        downloads=(*(view.table for view in years), *fine),
        years=years,
        parts=tuple(PARTS.values()),
        most=MOST_LISTED,
    )


def _agency_feeds(data: SiteData, agenda_list: Sequence[PlanAgenda]) -> Iterator[Feed]:
    agencies = data.library.registry.agencies
    known = [i for i in fed_agencies(agenda_list) if i in agencies]
    for agency_id in sorted(known, key=lambda i: sort_key(agencies[i].name)):
        yield _feed(data, agencies[agency_id].name, agency_feed(agency_id), f"co-quan/{agency_id}/")


def _feed(data: SiteData, title: str, path: str, page: str) -> Feed:
    web = f"{data.site_url}{path}" if data.site_url else ""
    _, _, rest = web.partition("://")
    return Feed(title, path, web, f"webcal://{rest}" if rest else "", page)


def _years(
    data: SiteData, entries: Sequence[Entry], refs: dict[str, PlanRef]
) -> Iterator[YearView]:
    """Numbers of each year; and what is told finer than by the year, unless that is too much."""
    numbers = counts(entries)
    fine = [entry for entry in entries if entry.kind != "chi-tieu" and entry.part in (1, 2, 3, 4)]
    listed = {year.year: year for year in by_year(fine)} if len(fine) <= MOST_LISTED else {}
    for year in sorted({year for year, _ in numbers}):
        rows = tuple(
            CountRow(
                title=ref.province,
                address=f"{calendar_address(province_id)}#nam-{year}",
                tasks=tuple(found.get(str(part), 0) for part in PARTS),
                targets=found.get("chi-tieu", 0),
            )
            for province_id, ref in refs.items()
            if (found := numbers.get((year, province_id)))
        )
        yield YearView(
            year,
            rows,
            listed.get(year),
            counts_download(data, year, tuple(PARTS.values()), rows),
            _fine_table(data, listed.get(year)),
        )


def _fine_table(data: SiteData, year: Year | None) -> ShownTable | None:
    if year is None:
        return None
    title = f"Hạn ghi tới ngày, tháng, quý trong năm {year.year}"
    entries = [entry for part in year.parts for entry in part.entries]
    return entries_download(data, CALENDAR, f"han-{year.year}", title, entries)


def _province(data: SiteData, items: Sequence[_PlanDates], feed: Feed | None) -> Page:
    ref = items[0].ref
    entries = [entry for item in items for entry in item.entries]
    jobs = [job for item in items for job in item.jobs]
    names = data.library.registry.agencies
    concerned = {i for entry in entries for i in entry.agencies if i in names}
    address, title = calendar_address(ref.province_id), f"Lịch: {ref.province}"
    table = entries_download(data, address, "viec", title, sorted(entries, key=lambda e: e.order))
    undated = tuple(_undated(jobs))
    words = f"{title}, nhiệm vụ không có hạn"
    without = jobs_download(data, address, "khong-han", words, undated)
    return make_page(
        address,
        "calendar_province.html",
        title,
        f"Hạn của nhiệm vụ, ngày báo cáo và năm phải đạt chỉ tiêu trong kế hoạch của {ref.province}.",
        downloads=(*((table,) if entries else ()), *((without,) if undated else ())),
        table=table,
        without=without,
        crumbs=(HOME_CRUMB, Crumb("Lịch", CALENDAR), Crumb(ref.province)),
        province=ref.province,
        feed=feed,
        plans=[item.ref for item in items],
        years=by_year(entries),
        kinds=tuple(
            (kind, words)
            for kind, words in KINDS.items()
            if any(entry.kind == kind for entry in entries)
        ),
        agencies=tuple(
            (names[i].name, i) for i in sorted(concerned, key=lambda i: sort_key(names[i].name))
        ),
        undated=undated,
        untold=tuple(_untold(items)),
        reports=tuple(line for item in items for line in item.reports if not line.duty.dated),
    )


def _undated(jobs: Sequence[Job]) -> Iterator[JobGroup]:
    """Tasks without a deadline, but not those of which no time at all is told."""
    told = [job for job in jobs if job.undated is not None and job.undated != "untold"]
    yield from by_deadline(told)


def _untold(items: Sequence[_PlanDates]) -> Iterator[_Untold]:
    for item in items:
        count = sum(job.undated == "untold" for job in item.jobs)
        if count:
            yield _Untold(item.ref, count, plan_address(item.agenda.plan, "nhiem-vu/"))
