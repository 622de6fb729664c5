"""Atom feeds of changes: valid, the same each time, and dated by commits alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from lxml import etree

from generator.changes import Item, Subject
from generator.changes.kinds import Kind
from generator.changes.values import Added, FieldChanged
from generator.history import Revision
from generator.pages import SiteData
from generator.pipeline import check
from generator.project import Project
from generator.revisions import Commit
from generator.site.feeds import feed_of, feeds

ATOM = "{http://www.w3.org/2005/Atom}"
ALL = "thay-doi/tat-ca.atom"
URL = "https://vi.du/trang/"
HOSTILE = "<script>&]]>\x00\x1b\ufffe\ud800 {{7*7}}"
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def revision(number: int, *plan_ids: str, subject: str = "Sửa", words: bool = False) -> Revision:
    """A made-up commit that touched plans; the higher its number, the newer."""
    changes = tuple(
        FieldChanged(
            Subject(Item.TASK, plan_id, "x", f"nhiệm vụ {number} của {plan_id}"),
            "note",
            "ghi chú",
            Kind.TEXT_CHANGED if words else Kind.CONTENT_CHANGED,
            "cũ",
            "mới",
        )
        for plan_id in plan_ids
    )
    return Revision(Commit(f"{number:040x}", BEGIN + timedelta(days=number), subject), changes)


@pytest.fixture(scope="module")
def data(project: Project) -> SiteData:
    """Every plan, and three commits: of two plans, of one, and of words alone."""
    library = check(project).library
    one, other = library.plans[0].id, library.plans[1].id
    told = (
        revision(3, other, subject=HOSTILE, words=True),
        revision(2, one),
        revision(1, one, other),
    )
    return SiteData(library, site_url=URL, revisions=told)


def parsed(data: SiteData) -> dict[str, Any]:
    """Each feed by its path."""
    return {path: etree.fromstring(content) for path, content in feeds(data)}


def texts(element: Any, *path: str) -> list[str]:
    """Texts of elements."""
    return [e.text for e in element.findall("/".join(f"{ATOM}{name}" for name in path))]


def test_there_is_a_feed_of_everything_and_one_a_plan(data: SiteData) -> None:
    """Each has its own id, and each page that has a feed names an existing one."""
    found = parsed(data)
    assert len(found) == len(data.library.plans) + 1
    assert len({texts(feed, "id")[0] for feed in found.values()}) == len(found)
    for plan in data.library.plans:
        assert feed_of(data, f"{plan.id}/", has_feeds=True) in found
    assert feed_of(data, "thay-doi/", has_feeds=True) == ALL
    assert feed_of(data, "", has_feeds=True) == ""


def test_feeds_have_what_atom_demands(data: SiteData) -> None:
    """Feed and entries carry id, title and updated once; the feed an author, entries content."""
    for feed in parsed(data).values():
        assert feed.tag == f"{ATOM}feed"
        assert len(feed.findall(f"{ATOM}author")) == 1
        entries = feed.findall(f"{ATOM}entry")
        for element in (feed, *entries):
            for name in ("id", "title", "updated"):
                (text,) = texts(element, name)
                assert text.strip()
        assert all(texts(entry, "content")[0] for entry in entries)
        ids = texts(feed, "entry", "id")
        assert len(set(ids)) == len(ids)


def test_entries_stand_newest_first_and_are_dated_by_commits(data: SiteData) -> None:
    """No moment is that of the build."""
    moments = {one.commit.moment for one in data.revisions}
    for feed in parsed(data).values():
        entries = [datetime.fromisoformat(text) for text in texts(feed, "entry", "updated")]
        assert entries == sorted(entries, reverse=True)
        (updated,) = map(datetime.fromisoformat, texts(feed, "updated"))
        assert {updated, *entries} <= moments
        assert not entries or updated == entries[0]
    assert len(texts(parsed(data)[ALL], "entry", "id")) == 3


def test_a_plans_feed_holds_only_its_plan(data: SiteData) -> None:
    """What happened to another plan in the same commit is not in it."""
    one, other, *rest = (plan.id for plan in data.library.plans)
    found = parsed(data)
    told = {
        plan_id: " ".join(
            texts(found[feed_of(data, f"{plan_id}/", has_feeds=True)], "entry", "content")
        )
        for plan_id in (one, other, *rest)
    }
    assert f"hiệm vụ 1 của {one}" in told[one]
    assert f"hiệm vụ 2 của {one}" in told[one]
    assert other not in told[one]
    assert f"hiệm vụ 1 của {other}" in told[other]
    assert one not in told[other]
    assert not any(told[plan_id] for plan_id in rest)


def test_links_need_an_address(data: SiteData) -> None:
    """With the site's address entries lead to the page, and a feed to itself; else none is there."""
    feed = parsed(data)[ALL]
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"alternate": f"{URL}thay-doi/", "self": f"{URL}{ALL}"}
    (entry, *_) = feed.findall(f"{ATOM}entry/{ATOM}link")
    assert entry.get("href") == f"{URL}thay-doi/#ban.00000000"
    bare = parsed(replace(data, site_url=None))
    assert [path for path, feed in bare.items() if feed.findall(f".//{ATOM}link")] == []


def test_feeds_are_the_same_bytes_twice(data: SiteData) -> None:
    """Nothing of the clock or of chance is in them."""
    assert dict(feeds(data)) == dict(feeds(data))


def test_hostile_subjects_break_no_feed(data: SiteData) -> None:
    """Signs that XML forbids are left out, the others stay text; an empty subject has a stand-in."""
    title = texts(parsed(data)[ALL], "entry", "title")[0]
    assert title.startswith("<script>&]]>")
    assert "{{7*7}}" in title
    plan_id = data.library.plans[0].id
    empty = replace(data, revisions=(revision(1, plan_id, subject="", words=True),))
    assert texts(parsed(empty)[ALL], "entry", "title") == ["Ngày 02/01/2026"]


def test_an_unread_plan_is_named(data: SiteData) -> None:
    """A commit at which a plan could not be read says so, and its entry is not empty."""
    plan = data.library.plans[0]
    unread = replace(revision(1), unread=(plan.id,))
    (content,) = texts(parsed(replace(data, revisions=(unread,)))[ALL], "entry", "content")
    assert plan.meta.short_title in content


def test_the_headline_is_what_matters_most(data: SiteData) -> None:
    """A promise comes before what stands in front of it."""
    plan_id = data.library.plans[0].id
    added = Added(Subject(Item.TASK, plan_id, "x", "nhiệm vụ 9"))
    waiver = Added(Subject(Item.WAIVER, plan_id, "y", "sai lệch giữ nguyên B101"))
    both = replace(revision(1), changes=(added, waiver))
    (title,) = texts(parsed(replace(data, revisions=(both,)))[ALL], "entry", "title")
    assert title.startswith("Thêm sai lệch")


def test_without_history_there_is_no_feed(data: SiteData) -> None:
    """And no page names one."""
    bare = replace(data, revisions=())
    assert list(feeds(bare)) == []
    assert feed_of(bare, "thay-doi/", has_feeds=False) == ""
