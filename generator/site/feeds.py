"""Atom feeds of changes: one of everything, one a plan. Every moment in them is a commit's."""

from collections.abc import Iterator
from typing import Literal

from feedgen.feed import FeedGenerator

from generator.history import Revision
from generator.pages import SiteData
from generator.pages.addresses import RECENT
from generator.pages.recent import FEED, News, PlanNews, feed_name, news_of
from generator.vietnamese import format_date, format_integer

_TAG = "tag:ke-hoach-mo,2026:"
"""Begins every id: names that last whatever the site's address (RFC 4151)."""

_SITE = "Kế hoạch mở"
_TITLE = f"{_SITE}: thay đổi"

Told = list[tuple[Revision, News]]


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
    yield f"{RECENT}{FEED}", _feed(data, FEED, _TITLE, told)
    for plan in data.library.plans:
        own = [(revision, news) for revision, news in told if _shown(news, plan.id)]
        title = f"{_TITLE} – {plan.meta.short_title}"
        yield f"{RECENT}{feed_name(plan.id)}", _feed(data, feed_name(plan.id), title, own, plan.id)


def feed_of(data: SiteData, address: str, *, has_feeds: bool) -> str:
    """Path of the feed that belongs to a page.

    Args:
        data: Everything that pages are made from, or a plan's share of it.
        address: Address of the page.
        has_feeds: Whether there is a history to tell, and so a feed.

    Returns:
        The feed of everything for the page of changes, a plan's for its overview; empty for
        other pages, and without a history.
    """
    own = {f"{plan.id}/": feed_name(plan.id) for plan in data.library.plans} | {RECENT: FEED}
    return f"{RECENT}{own[address]}" if has_feeds and address in own else ""


def _feed(data: SiteData, file: str, title: str, told: Told, plan_id: str = "") -> bytes:
    name = file.removesuffix(".atom")
    feed = FeedGenerator()
    feed.id(f"{_TAG}{name}")
    feed.title(title)
    feed.language("vi")
    feed.generator(_SITE)
    feed.author({"name": _SITE})
    # A plan that no commit touched has not changed since the oldest one.
    feed.updated((told[0][0] if told else data.revisions[-1]).commit.moment)
    _link(feed, data, RECENT, "alternate")
    _link(feed, data, f"{RECENT}{file}", "self")
    for revision, news in reversed(told):
        entry = feed.add_entry()
        entry.id(f"{_TAG}{name}:{revision.commit.id}")
        entry.title(_headline(news, plan_id))
        entry.updated(news.moment)
        entry.content("\n".join(_lines(news, plan_id)), type="text")
        if data.site_url:
            entry.link(href=f"{data.site_url}{RECENT}#{news.anchor}", rel="alternate")
    written: bytes = feed.atom_str(pretty=True)
    return written


def _link(
    feed: FeedGenerator, data: SiteData, address: str, rel: Literal["alternate", "self"]
) -> None:
    if data.site_url:
        media_type = "text/html" if rel == "alternate" else "application/atom+xml"
        feed.link(href=f"{data.site_url}{address}", rel=rel, type=media_type)


def _shown(news: News, plan_id: str) -> tuple[PlanNews, ...]:
    return tuple(plan for plan in news.plans if plan_id in ("", plan.plan_id))


def _headline(news: News, plan_id: str) -> str:
    """The most important change of all; what the author says where only words were touched."""
    told = [change for plan in _shown(news, plan_id) for change in plan.told]
    first = next((change for change in told if change.promise), told[0] if told else None)
    return first.text if first else news.subject or f"Ngày {format_date(news.moment.date())}"


def _lines(news: News, plan_id: str) -> Iterator[str]:
    for plan in _shown(news, plan_id):
        yield plan.title
        yield from ("- " + " ".join((change.text, *change.details)) for change in plan.told)
        if plan.more:
            yield f"- và {format_integer(plan.more)} thay đổi nữa"
        if plan.words:
            yield f"- {format_integer(plan.words)} chỗ chỉ đổi lời của người biên tập"
    if not plan_id:
        yield from (f"Không so được {plan}: bản này chưa đọc được" for plan in news.unread)
