"""Atom feeds of changes: one of everything, one a plan. Every moment in them is a commit's."""

from collections.abc import Iterator
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from generator.history import Revision
from generator.pages import SiteData
from generator.pages.addresses import RECENT
from generator.pages.recent import FEED, News, PlanNews, feed_name, news_of

_TAG = "tag:ke-hoach-mo,2026:"
"""Begins every id: names that last whatever the site's address (RFC 4151)."""

_TITLE = "Kế hoạch mở: thay đổi"
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)


def feeds(data: SiteData) -> Iterator[tuple[str, bytes]]:
    """Make the feeds.

    Args:
        data: Everything that pages are made from, with what the last commits changed.

    Yields:
        Path below the site's root, and an Atom document (RFC 4287). None without a history.
    """
    if not data.revisions:
        return
    told = [(revision, news_of(data, revision)) for revision in data.revisions]
    yield f"{RECENT}{FEED}", _feed(data, "tat-ca", _TITLE, told)
    for plan in data.library.plans:
        own = [(revision, news) for revision, news in told if _of_plan(revision, plan.id)]
        title = f"{_TITLE} – {plan.meta.short_title}"
        yield f"{RECENT}{feed_name(plan.id)}", _feed(data, plan.id, title, own, plan.id)


def _of_plan(revision: Revision, plan_id: str) -> bool:
    return any(change.subject.plan_id == plan_id for change in revision.changes)


def _feed(
    data: SiteData, name: str, title: str, told: list[tuple[Revision, News]], plan_id: str = ""
) -> bytes:
    feed = FeedGenerator()
    feed.id(f"{_TAG}{name}")
    feed.title(title)
    feed.language("vi")
    feed.generator("Kế hoạch mở")
    feed.author({"name": "Kế hoạch mở"})
    feed.updated(told[0][1].moment if told else _NEVER)
    if data.site_url:
        feed.link(href=f"{data.site_url}{RECENT}", rel="alternate")
    for revision, news in reversed(told):
        entry = feed.add_entry()
        entry.id(f"{_TAG}{name}:{revision.commit.id}")
        entry.title(_headline(news, plan_id))
        entry.updated(news.moment)
        entry.content("\n".join(_lines(news, plan_id)), type="text")
        if data.site_url:
            entry.link(href=f"{data.site_url}{RECENT}#{news.anchor}")
    written: bytes = feed.atom_str(pretty=True)
    return written


def _shown(news: News, plan_id: str) -> tuple[PlanNews, ...]:
    address = f"{plan_id}/"
    return tuple(plan for plan in news.plans if not plan_id or plan.address == address)


def _headline(news: News, plan_id: str) -> str:
    """The most important change of all; what the author says where only words were touched."""
    told = [change for plan in _shown(news, plan_id) for change in plan.told]
    first = next((change for change in told if change.promise), told[0] if told else None)
    return first.text if first else news.subject


def _lines(news: News, plan_id: str) -> Iterator[str]:
    for plan in _shown(news, plan_id):
        yield plan.title
        yield from (f"- {change.text}" for change in plan.told)
        if plan.more:
            yield f"- và {plan.more} thay đổi nữa"
        if plan.words:
            yield f"- {plan.words} chỗ chỉ đổi lời của người biên tập"
