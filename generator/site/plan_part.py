"""A plan's part of the site: its pages, their tables, its card and its data, as files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from generator.cache import Cache, fingerprint, of_program
from generator.exports import ExportInput, render_plans
from generator.exports.shown_tables import Edition, render_shown
from generator.exports.writer import write_files
from generator.model import Library, Registry
from generator.pages import Page, SiteData, plan_pages
from generator.pages.addresses import FILES, TABLES
from generator.pages.search import Indexed, indexed, records_of_plan
from generator.site.cards import card_path, plan_card
from generator.site.csp import add_policy
from generator.site.feeds import feed_of
from generator.site.framing import Frame
from generator.site.gate import faults
from generator.site.provenance import Provenance
from generator.site.social import Shared, add_social
from generator.site.structured_data import add_dataset, datasets


@dataclass(frozen=True, slots=True)
class PlanPart:
    """What a plan adds to a site.

    Attributes:
        files: Path below the site's root to content.
        found: What of it can be found.
        faults: Signs that a page is not finished, page first.
    """

    files: Mapping[str, bytes]
    found: Indexed
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the parts of all plans have in common.

    Attributes:
        frame: What their pages are framed with.
        origin: The commit that the plans come from.
        has_feeds: Whether there are feeds of changes.
    """

    frame: Frame
    origin: Provenance
    has_feeds: bool

    def fingerprint(self) -> bytes:
        """Name all of it: an empty page shows whatever a frame can show."""
        empty = self.frame.around(Page("a/b/", "", "", Markup()), "")
        return repr((empty, self.origin, self.has_feeds)).encode()


def key_of(share: SiteData, setting: bytes, content: str) -> str:
    """Name everything that a plan's part depends on.

    Args:
        share: The plan's share of what pages are made from.
        setting: Fingerprint of what all parts have in common.
        content: Fingerprint of the plan's files, of the registry and of what checks them.

    Returns:
        A key for the cache.
    """
    rest = replace(share, library=Library((), Registry()), sources={})
    return fingerprint((of_program().encode(), content.encode(), setting, repr(rest).encode()))


def kept_or_made(share: SiteData, setting: Setting, cache: Cache, key: str) -> PlanPart:
    """Take a plan's part from the cache, or make it and keep it there.

    Args:
        share: The plan's share of what pages are made from.
        setting: What the parts of all plans have in common.
        cache: Where parts are kept.
        key: Name of everything that the part depends on.

    Returns:
        The part.
    """
    kept = cache.get(key)
    if isinstance(kept, PlanPart):
        return kept
    part = plan_part(share, setting)
    if not part.faults:
        cache.put(key, part)
    return part


def plan_part(share: SiteData, setting: Setting) -> PlanPart:
    """Make a plan's part.

    Args:
        share: The plan's share of what pages are made from.
        setting: What the parts of all plans have in common.

    Returns:
        The part.
    """
    pages = tuple(plan_pages(share))
    html = dict(_framed(share, setting, pages))
    return PlanPart(
        files={
            **{path: text.encode() for path, text in html.items()},
            **dict(_beside(share, pages)),
        },
        found=indexed(records_of_plan(share, pages)),
        faults=tuple(f"{path}: {fault}" for path, text in html.items() for fault in faults(text)),
    )


def write_part(part: PlanPart, site: Path) -> None:
    """Lay a plan's part into a site.

    Args:
        part: The part.
        site: Folder of the site.

    Raises:
        ExportError: The folder cannot be written to.
    """
    write_files(part.files.items(), site)


def _framed(
    share: SiteData, setting: Setting, pages: tuple[Page, ...]
) -> Iterator[tuple[str, str]]:
    described = datasets(share.library, setting.origin)
    card = card_path(share.library.plans[0].id)
    for page in pages:
        html = setting.frame.around(page, feed_of(share, page.address, has_feeds=setting.has_feeds))
        told = Shared(page.address, page.title, page.description, card)
        html = add_dataset(add_social(html, told, share.site_url), described.get(page.address))
        yield f"{page.address}index.html", add_policy(html)


def _beside(share: SiteData, pages: tuple[Page, ...]) -> Iterator[tuple[str, bytes]]:
    yield plan_card(share)
    tables = [table for page in pages for table in page.downloads]
    for path, content in render_shown(tables, Edition(share.commit, share.commit_date)):
        yield f"{TABLES}{path}", content
    data = ExportInput(
        library=share.library,
        diagnostics=share.diagnostics,
        generated_from=share.commit,
        data_date=share.commit_date,
        site_url=share.site_url,
    )
    for path, content in render_plans(data):
        yield f"{FILES}{path}", content
