"""Calendar feeds: everything, each province, each agency. They stand beside the calendar's pages.

Each event is written once and shared by the feeds that hold it. The stamp of every event is the
commit's, so the same plans give the same bytes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from generator.exports.calendar_events import DOMAIN, EventMaker, dated_province
from generator.exports.data import ExportInput, File
from generator.model.agenda import (
    FEED_OF_ALL,
    PlanAgenda,
    agency_feed,
    agendas,
    province_feed,
)
from generator.model.milestones import Milestone

_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
_END = b"END:VCALENDAR\r\n"


@dataclass(slots=True)
class _Feeds:
    """Written events by the feed that holds them."""

    everything: list[bytes]
    provinces: dict[str, list[bytes]]
    agencies: dict[str, list[bytes]]


def render(data: ExportInput) -> Iterator[File]:
    """Render every feed that has an event: the format knows no empty calendar.

    Args:
        data: Checked plans.

    Yields:
        Path below the site's root, `lich/tinh/tay-ninh.ics`, and content.
    """
    registry = data.library.registry
    feeds = _Feeds([], defaultdict(list), defaultdict(list))
    for agenda in agendas(data.library):
        _add(feeds, agenda, EventMaker(agenda, registry, _stamp(data), data.site_url))
    if feeds.everything:
        yield _file(data, FEED_OF_ALL, "mọi tỉnh", feeds.everything)
    for province_id, events in sorted(feeds.provinces.items()):
        name = dated_province(registry, province_id)
        yield _file(data, province_feed(province_id), name, events)
    for agency_id, events in sorted(feeds.agencies.items()):
        name = registry.agencies[agency_id].name
        yield _file(data, agency_feed(agency_id), name, events)


def _add(feeds: _Feeds, agenda: PlanAgenda, maker: EventMaker) -> None:
    for task in agenda.tasks:
        if event := maker.task(task):
            _share(feeds, agenda, event, (*task.reading.leads, *task.reading.coordinators))
    for report in agenda.reports:
        for event in maker.report(report):
            _share(feeds, agenda, event, (*report.senders, *report.receivers))
    for year, items in agenda.milestones.items():
        _share(feeds, agenda, maker.targets(year, items), ())
        for agency_id, own in _by_owner(items).items():
            event = maker.targets(year, own, f".{agency_id}")
            feeds.agencies[agency_id].append(event.to_ical())


def _share(feeds: _Feeds, agenda: PlanAgenda, event: Event, agencies: Sequence[str]) -> None:
    written = event.to_ical()
    feeds.everything.append(written)
    feeds.provinces[agenda.plan.province_id].append(written)
    for agency_id in dict.fromkeys(agencies):
        feeds.agencies[agency_id].append(written)


def _by_owner(items: Sequence[Milestone]) -> dict[str, list[Milestone]]:
    found: dict[str, list[Milestone]] = defaultdict(list)
    for item in items:
        for agency_id in item.owners:
            found[agency_id].append(item)
    return found


def _file(data: ExportInput, path: str, whose: str, events: Sequence[bytes]) -> File:
    frame = _calendar(data, path, whose).to_ical()
    return path, frame.removesuffix(_END) + b"".join(events) + _END


def _calendar(data: ExportInput, path: str, whose: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{DOMAIN}//Ke hoach mo//VI")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("uid", f"{path.removesuffix('.ics').replace('/', '.')}@{DOMAIN}")
    calendar.calendar_name = f"Kế hoạch mở: {whose}"
    calendar.description = (
        f"Hạn của nhiệm vụ, ngày báo cáo và năm phải đạt chỉ tiêu trong các kế hoạch: {whose}."
    )
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("last-modified", _stamp(data))
    if data.site_url:
        calendar.add("source", f"{data.site_url}{path}", parameters={"VALUE": "URI"})
        calendar.url = f"{data.site_url}lich/"
    return calendar


def _stamp(data: ExportInput) -> datetime:
    """Midnight of the commit's day; the start of 1980 when there is no commit."""
    return datetime.combine(data.data_date, time(), UTC) if data.data_date else _EPOCH
