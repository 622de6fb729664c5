"""Calendar feeds: valid, whole, no finer than the documents, the same bytes each time."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar, Event

from generator.exports import BESIDE_PAGES, ExportInput
from generator.exports.calendar_feeds import render
from generator.model import Annex, Group, Indicators, Library, Organisation
from generator.model.agenda import agendas
from generator.pipeline import check
from generator.project import Project

ROOT = Path(__file__).parents[2]
BASE = ROOT / "generator" / "checks" / "examples" / "base"
DAY = date(2025, 10, 1)
SITE = "https://ke-hoach.example/"


@cache
def library(root: Path) -> Library:
    """Plans of a project."""
    return check(Project(root)).library


def source(root: Path = ROOT, site_url: str | None = SITE) -> ExportInput:
    """Input of the feeds."""
    return ExportInput(library(root), (), "c" * 40, DAY, site_url)


@cache
def files() -> dict[str, bytes]:
    """Every feed of this repository."""
    return dict(render(source()))


def events(content: bytes) -> list[Event]:
    """Events of a feed, read back by the library."""
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar.events


def uids(content: bytes) -> list[str]:
    """Identities of the events of a feed, in order."""
    return [str(event["UID"]) for event in events(content)]


def event(content: bytes, uid: str) -> Event:
    """One event of a feed."""
    (found,) = [event for event in events(content) if event["UID"] == uid]
    return found


def occurrences(one: Event) -> list[date]:
    """Days of an event, its rule expanded by an independent reader."""
    rule = one["RRULE"].to_ical().decode()  # type: ignore[union-attr]
    start = datetime.combine(one.start, datetime.min.time())
    return [found.date() for found in rrulestr(rule, dtstart=start)]


def test_every_dated_task_is_an_event_exactly_once() -> None:
    """In the feed of everything, of its province and of each agency that it names."""
    everything = Counter(uids(files()["lich/tat-ca.ics"]))
    assert max(everything.values()) == 1
    dated = 0
    for agenda in agendas(library(ROOT)):
        here = uids(files()[f"lich/tinh/{agenda.plan.province_id}.ics"])
        for task in agenda.tasks:
            uid = f"{agenda.plan.id.replace('/', '.')}.{task.row.anchor}@ke-hoach-mo"
            expected = 1 if task.due else 0
            dated += expected
            assert everything[uid] == here.count(uid) == expected
            for agency_id in (*task.reading.leads, *task.reading.coordinators):
                feed = files().get(f"lich/co-quan/{agency_id}.ics")
                assert (uids(feed).count(uid) if feed else 0) == expected
    assert dated > 100


def test_an_event_stands_on_the_last_day_of_what_is_printed_and_says_so() -> None:
    """A quarter, a year and a span: the day is the last one, the words are the document's."""
    cases = {
        "tay-ninh.1330-da-ubnd-2025.phu-luc-1-1.12": (date(2027, 3, 31), "Hạn", "quý I/2027"),
        "tien-giang.69-kh-ubnd-2025.phu-luc-2.1": (date(2025, 12, 31), "Hạn", "năm 2025"),
        "tay-ninh.1330-da-ubnd-2025.phu-luc-1-1.1": (
            date(2030, 12, 31),
            "Thời gian",
            "giai đoạn 2025–2030",
        ),
    }
    for key, (day, kind, words) in cases.items():
        found = event(files()["lich/tat-ca.ics"], f"{key}@ke-hoach-mo")
        assert found.start == day
        assert found["DTSTART"].params["VALUE"] == "DATE"
        assert f"{kind} ghi trong văn bản: {words}" in str(found["DESCRIPTION"]).split("\n")


def test_an_event_leads_to_its_row_where_the_site_is_known() -> None:
    """Without an address of the site there is none in the feed."""
    uid = "tay-ninh.1330-da-ubnd-2025.phu-luc-1-1.12@ke-hoach-mo"
    found = event(files()["lich/tinh/tay-ninh.ics"], uid)
    assert found["URL"] == f"{SITE}tay-ninh/1330-da-ubnd-2025/nhiem-vu/#phu-luc-1-1.12"
    bare = dict(render(source(site_url=None)))
    assert b"http" not in bare["lich/tinh/tay-ninh.ics"]


@pytest.mark.parametrize(
    ("feed", "key", "days"),
    [
        (
            "tien-giang",
            "tien-giang.69-kh-ubnd-2025.bao-cao.1.1",
            [date(year, 6, 1) for year in range(2025, 2031)],
        ),
        (
            "tien-giang",
            "tien-giang.69-kh-ubnd-2025.bao-cao.1.2",
            [date(year, 11, 15) for year in range(2025, 2031)],
        ),
        (
            "ca-mau",
            "ca-mau.120-kh-ubnd-2025.bao-cao.1.1",
            [
                date(year, month, 10)
                for year in range(2025, 2031)
                for month in (3, 6, 9, 12)
                if (year, month) != (2025, 3)
            ],
        ),
    ],
)
def test_reports_come_back_within_the_period_of_the_plan(
    feed: str, key: str, days: list[date]
) -> None:
    """From the first day after the plan's issue to its last year, and no further."""
    found = event(files()[f"lich/tinh/{feed}.ics"], f"{key}@ke-hoach-mo")
    assert occurrences(found) == days


def test_targets_of_a_year_are_one_event() -> None:
    """The event lists them; an agency's feed holds those that the agency follows, on its own."""
    found = event(
        files()["lich/tat-ca.ics"], "tay-ninh.1330-da-ubnd-2025.muc-tieu.2026@ke-hoach-mo"
    )
    assert found.start == date(2026, 12, 31)
    told = str(found["DESCRIPTION"]).replace("\u00a0", " ")
    assert "38 điểm (năm 2026)" in told
    own = uids(files()["lich/co-quan/so-y-te.ics"])
    assert "tien-giang.69-kh-ubnd-2025.muc-tieu.2030.so-y-te@ke-hoach-mo" in own
    assert "tien-giang.69-kh-ubnd-2025.muc-tieu.2030@ke-hoach-mo" not in own


def test_a_replaced_plan_says_so_in_each_event() -> None:
    """Whoever subscribes to Long An's dates reads that another plan took its place."""
    for one in events(files()["lich/tinh/long-an.ics"]):
        assert str(one["SUMMARY"]).startswith("[Kế hoạch đã bị thay thế] ")
        assert "thay bằng Đề án 1330/ĐA-UBND, tỉnh Tây Ninh." in str(one["DESCRIPTION"])
    assert "thay thế" not in str(events(files()["lich/tinh/tay-ninh.ics"])[0]["SUMMARY"])


def test_feeds_keep_the_rules_of_the_format() -> None:
    """CRLF, lines of at most 75 octets, one stamp and one identity an event, required properties."""
    for path, content in files().items():
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in content.replace(b"\r\n", b"")
        assert max(map(len, content.split(b"\r\n"))) <= 75, path
        content.decode("utf-8")
        calendar = Calendar.from_ical(content)
        assert isinstance(calendar, Calendar)
        assert calendar.to_ical() == content
        assert calendar["VERSION"] == "2.0"
        assert calendar["PRODID"]
        assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
        assert calendar["SOURCE"] == f"{SITE}{path}"
        assert calendar.events
        for one in calendar.events:
            assert one["DTSTAMP"].to_ical() == b"20251001T000000Z"
            assert one.errors == []


def test_feeds_are_named_for_whom_they_are() -> None:
    """The name of a former province tells when it ended."""
    names = {path: str(Calendar.from_ical(c)["X-WR-CALNAME"]) for path, c in files().items()}
    assert names["lich/tinh/long-an.ics"] == "Kế hoạch mở: tỉnh Long An (đến 30/06/2025)"
    assert names["lich/tinh/tay-ninh.ics"] == "Kế hoạch mở: tỉnh Tây Ninh"
    assert names["lich/co-quan/so-y-te.ics"] == "Kế hoạch mở: Sở Y tế"
    assert len(set(names.values())) == len(names)


def test_nothing_dated_makes_no_feed() -> None:
    """The format knows no empty calendar, so there is no file at all."""
    empty = ExportInput(Library((), library(BASE).registry), ())
    assert [file for render in BESIDE_PAGES.values() for file in render(empty)] == []


ATTACK = 'x;VALUE=URI:y,z\\nEND:VEVENT\\n"BEGIN:VALARM'
"""Would end an event and begin an alarm, were it not escaped."""


def test_hostile_text_stays_text() -> None:
    """Titles, reports, indicators and names are read back as they were, and add no event."""
    known = library(BASE)
    (plan,) = known.plans
    hostile = replace(
        plan,
        annexes={key: _attacked_annex(annex) for key, annex in plan.annexes.items()},
        indicators=Indicators(
            indicators=tuple(
                i.model_copy(update={"name": ATTACK}) for i in plan.indicators.indicators
            )
        ),
        organisation=Organisation(
            duties=(),
            reporting=tuple(
                r.model_copy(update={"text": ATTACK}) for r in plan.organisation.reporting
            ),
        ),
    )
    provinces = {
        key: province.model_copy(update={"name": ATTACK})
        for key, province in known.registry.provinces.items()
    }
    registry = known.registry.model_copy(update={"provinces": provinces})
    found = dict(render(replace(source(BASE), library=Library((hostile,), registry))))
    before = dict(render(source(BASE)))
    assert list(found) == list(before)
    for path, content in found.items():
        assert uids(content) == uids(before[path])
        unfolded = content.replace(b"\r\n ", b"").split(b"\r\n")
        assert b"BEGIN:VALARM" not in unfolded
    told = [str(one["DESCRIPTION"]) for one in events(found["lich/tat-ca.ics"])]
    assert all(ATTACK in text for text in told)
    assert sum(text.split("\n")[0] == ATTACK for text in told) == 5
    assert {c for one in events(found["lich/tat-ca.ics"]) for c in one.categories} >= {
        f"tỉnh {ATTACK}"
    }


def _attacked_annex(annex: Annex) -> Annex:
    rows = [
        row.model_copy(
            update={"rows": tuple(task.model_copy(update={"title": ATTACK}) for task in row.rows)}
        )
        for row in annex.rows
        if isinstance(row, Group)
    ]
    return annex.model_copy(update={"rows": tuple(rows)})


def test_two_renders_are_equal() -> None:
    """The same plans give the same bytes."""
    assert dict(render(source())) == files()


def test_without_a_commit_the_stamp_is_fixed() -> None:
    """The clock is never asked."""
    data = ExportInput(library(BASE), ())
    (content,) = [c for path, c in render(data) if path == "lich/tat-ca.ics"]
    assert {one["DTSTAMP"].to_ical() for one in events(content)} == {b"19800101T000000Z"}
