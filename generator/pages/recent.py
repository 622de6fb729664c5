"""What changed lately: each commit that changed a plan, told by meaning."""

import\u0020re
from\u0020collections.abc\u0020import\u0020Iterator
from\u0020dataclasses\u0020import\u0020dataclass
from\u0020datetime\u0020import\u0020datetime

from\u0020generator.changes\u0020import\u0020Change,\u0020Item,\u0020Level
from\u0020generator.history\u0020import\u0020Revision
from\u0020generator.model\u0020import\u0020Plan
from\u0020generator.pages.addresses\u0020import\u0020RECENT,\u0020plan_address
from\u0020generator.pages.page\u0020import\u0020Page,\u0020SiteData
from\u0020generator.pages.render\u0020import\u0020make_page
from\u0020generator.pages.views.chrome\u0020import\u0020HOME_CRUMB,\u0020Crumb,\u0020province_title
from\u0020generator.pages.views.told\u0020import\u0020Told,\u0020tell
from\u0020generator.vietnamese\u0020import\u0020shorten

MOST\u0020=\u002040
"""Sentences\u0020that\u0020are\u0020told\u0020of\u0020a\u0020plan\u0020in\u0020a\u0020commit;\u0020the\u0020other\u0020changes\u0020are\u0020counted."""

FEED\u0020=\u0020"tat-ca.atom"
_SHORT\u0020=\u00208
_LONGEST_SUBJECT\u0020=\u0020200
_REGISTRY\u0020=\u0020"Sổ\u0020dùng\u0020chung:\u0020tỉnh,\u0020cơ\u0020quan,\u0020văn\u0020bản,\u0020đơn\u0020vị,\u0020khái\u0020niệm"
_UNPRINTABLE\u0020=\u0020re.compile("[^\\t\\n\\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What\u0020neither\u0020XML\u0020nor\u0020HTML\u0020may\u0020hold;\u0020a\u0020commit's\u0020subject\u0020may\u0020hold\u0020anything."""


@dataclass(frozen=True, slots=True)
class PlanNews:
    """What a commit changed in one plan.

    Attributes:
        title: Its province and short title; the shared registries have none of their own.
        address: Address of its overview, if it is still there.
        told: The changes, the most important first.
        more: How many further ones are not told.
        words: How many further ones change words of the editors only.
    """

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
        subject: What its author says of it, in the author's words.
        plans: What it changed, plan by plan.
        unread: Plans that this version of the program cannot read in it.
    """

    anchor: str
    short: str
    address: str | None
    moment: datetime
    subject: str
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
        feeds=[(title, f"{RECENT}{feed_name(plan_id)}") for plan_id, title in _plans(data)],
    )


def feed_name(plan_id: str) -> str:
    """Name of a plan's feed below the page."""
    return f"{plan_id.replace('/', '.')}.atom"


def _plans(data: SiteData) -> list[tuple[str, str]]:
    return [
        (plan.id, f"{province_title(data.library, plan.province_id)}: {plan.meta.short_title}")
        for plan in data.library.plans
    ]


def news_of(data: SiteData, revision: Revision) -> News:
    """Put a commit into words.

    Args:
        data: Everything that pages are made from.
        revision: The commit and what it changed.

    Returns:
        What the page and the feeds say of it.
    """
    commit = revision.commit
    short = commit.id[:_SHORT]
    grouped: dict[str, list[Change]] = {}
    for change in revision.changes:
        grouped.setdefault(change.subject.plan_id, []).append(change)
    return News(
        anchor=f"ban.{short}",
        short=short,
        address=f"{data.repository}/commit/{commit.id}" if data.repository else None,
        moment=commit.moment,
        subject=commit.subject,
        plans=tuple(_plan_news(data, plan_id, found) for plan_id, found in grouped.items()),
        unread=revision.unread,
    )


def _plan_news(data: SiteData, plan_id: str, changes: list[Change]) -> PlanNews:
    plan = next((plan for plan in data.library.plans if plan.id == plan_id), None)
    substance = [change for change in changes if change.kind.level is not Level.TEXT]
    title = plan_id or "Sổ dùng chung: tỉnh, cơ quan, văn bản, đơn vị, khái niệm"
    if plan:
        title = dict(_plans(data))[plan_id]
    return PlanNews(
        title=title,
        address=plan_address(plan) if plan else None,
        told=tuple(map(_told, substance[:MOST])),
        more=max(0, len(substance) - MOST),
        words=len(changes) - len(substance),
    )


def _told(change: Change) -> Told:
    return Told(sentence(change), details(change), change.kind.level is Level.PROMISE)
