"""What changed lately: each commit that changed a plan, told by meaning."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from generator.changes import Change, Item, Level
from generator.history import Revision
from generator.model import Plan
from generator.pages.addresses import RECENT, plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import HOME_CRUMB, Crumb, province_title
from generator.pages.views.told import Told, printable, tell
from generator.vietnamese import normalise_spaces, shorten
from generator.words import document_name

MOST = 40
"""Sentences that are told of a plan in a commit; the changes behind them are counted."""

FEED = "tat-ca.atom"
_SHORT = 8
_LONGEST_SUBJECT = 200
_REGISTRY = "Sổ dùng chung: tỉnh, cơ quan, văn bản, đơn vị, khái niệm"


@dataclass(frozen=True, slots=True)
class PlanNews:
    """What a commit changed in one plan.

    Attributes:
        plan_id: Its id; empty for the shared registries.
        place: Its province, for a heading.
        title: Its province and short title; the shared registries have none of their own.
        address: Address of its overview, if it is still there.
        told: The changes, the most important first.
        more: How many further ones are not told.
        words: How many further ones change words of the editors only.
    """

    plan_id: str
    place: str
    title: str
    address: str | None
    told: tuple[Told, ...]
    more: int
    words: int


@dataclass(frozen=True, slots=True)
class News:
    """A commit.

    Attributes:
        anchor: Its anchor on the page.
        short: Beginning of its id.
        address: Where the repository shows it, if that is known.
        moment: When it was made.
        subject: What its author says of it, in the author's words; may be empty.
        places: Provinces whose plans it changed.
        plans: What it changed, plan by plan.
        unread: Plans that this version of the program cannot read in it.
    """

    anchor: str
    short: str
    address: str | None
    moment: datetime
    subject: str
    places: tuple[str, ...]
    plans: tuple[PlanNews, ...]
    unread: tuple[str, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """The page of changes."""
    yield make_page(
        RECENT,
        "recent.html",
        "Thay đổi",
        "Kế hoạch nào vừa được thêm, mục tiêu, thời hạn, số tiền nào vừa đổi, và đổi từ đâu tới đâu.",
        crumbs=(HOME_CRUMB, Crumb("Thay đổi")),
        news=tuple(news_of(data, revision) for revision in data.revisions),
        feed=f"{RECENT}{FEED}",
        feeds=[
            (_title(data, plan), f"{RECENT}{feed_name(plan.id)}") for plan in data.library.plans
        ],
    )


def feed_name(plan_id: str) -> str:
    """Name of a plan's feed below the page."""
    return f"{plan_id.replace('/', '.')}.atom"


def news_address(data: SiteData, plan_id: str) -> str | None:
    """Address of what changed last in a plan; None when none of the told commits touched it."""
    for revision in data.revisions:
        if any(change.subject.plan_id == plan_id for change in revision.changes):
            return f"{RECENT}#{_anchor(revision)}"
    return None


def news_of(data: SiteData, revision: Revision) -> News:
    """Put a commit into words.

    Args:
        data: Everything that pages are made from.
        revision: The commit and what it changed.

    Returns:
        What the page and the feeds say of it.
    """
    commit = revision.commit
    grouped: dict[str, list[Change]] = {}
    for change in revision.changes:
        grouped.setdefault(change.subject.plan_id, []).append(change)
    plans = tuple(_plan_news(data, plan_id, found) for plan_id, found in grouped.items())
    return News(
        anchor=_anchor(revision),
        short=commit.id[:_SHORT],
        address=f"{data.repository}/commit/{commit.id}" if data.repository else None,
        moment=commit.moment,
        subject=shorten(normalise_spaces(printable(commit.subject)), _LONGEST_SUBJECT),
        places=tuple(dict.fromkeys(plan.place for plan in plans)),
        plans=plans,
        unread=tuple(_called(data, plan_id, ()) for plan_id in revision.unread),
    )


def _anchor(revision: Revision) -> str:
    return f"ban.{revision.commit.id[:_SHORT]}"


def _plan_news(data: SiteData, plan_id: str, changes: list[Change]) -> PlanNews:
    plan = _plan(data, plan_id)
    substance = [change for change in changes if change.kind.level is not Level.TEXT]
    names = {p.id: f"{document_name(p)} ({_province(data, p.id)})" for p in data.library.plans}
    told = tuple(tell(substance, names))
    return PlanNews(
        plan_id=plan_id,
        place=_province(data, plan_id) if plan_id else "sổ dùng chung",
        title=_called(data, plan_id, changes) if plan_id else _REGISTRY,
        address=plan_address(plan) if plan else None,
        told=told[:MOST],
        more=sum(one.count for one in told[MOST:]),
        words=len(changes) - len(substance),
    )


def _plan(data: SiteData, plan_id: str) -> Plan | None:
    return next((plan for plan in data.library.plans if plan.id == plan_id), None)


def _called(data: SiteData, plan_id: str, changes: list[Change] | tuple[()]) -> str:
    """What readers call a plan; one that is gone, what it was called when it went."""
    if plan := _plan(data, plan_id):
        return _title(data, plan)
    gone = (one.subject.name for one in changes if one.subject.item is Item.PLAN)
    return f"{_province(data, plan_id)}: {printable(next(gone, plan_id))}"


def _title(data: SiteData, plan: Plan) -> str:
    return f"{_province(data, plan.id)}: {plan.meta.short_title}"


def _province(data: SiteData, plan_id: str) -> str:
    return province_title(data.library, plan_id.partition("/")[0])
