"""Plans as finished HTML pages.

`SITE_PAGES` and `PLAN_PAGES` list the modules that make pages; each has `pages(data)`. To add a
page: one module, one template, one line here.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import ModuleType

from generator.pages import (
    agency,
    budget,
    calendar_pages,
    comparison,
    comparison_concept,
    comparison_plans,
    home,
    indicators,
    objectives,
    open_data,
    organisation,
    origins,
    overview,
    province,
    quality,
    recent,
    rule,
    search,
    source,
    succession,
    tasks,
)
from generator.pages.addresses import relative
from generator.pages.foot import with_foot
from generator.pages.page import Heading, Page, SiteData
from generator.pages.shares import shares
from generator.pages.whole import whole_plans
from generator.workers import share_out

PLAN_PAGES: tuple[ModuleType, ...] = (
    overview,
    objectives,
    indicators,
    tasks,
    budget,
    organisation,
    source,
    origins,
)
"""Pages of one plan, made from its share alone."""

SITE_PAGES: tuple[ModuleType, ...] = (
    home,
    province,
    quality,
    rule,
    agency,
    comparison,
    comparison_concept,
    comparison_plans,
    succession,
    calendar_pages,
    open_data,
    recent,
    search,
)
"""Pages about everything."""

PAGES = (*SITE_PAGES, *PLAN_PAGES)

STYLES: tuple[str, ...] = (
    "fonts",
    "colours",
    "type",
    "frame",
    "way",
    "cards",
    "verdicts",
    "tables",
    "charts",
    "lists",
    "across",
    "filter",
    "search",
    "conditions",
    "print",
)
"""Parts of the stylesheet in `assets/styles/`, in the order in which they are joined."""

SCRIPTS: tuple[str, ...] = ("filter", "origins", "contents", "print", "choices", "search")
"""Parts of the script in `assets/scripts/`; each stands alone, so their order means nothing."""

_APART = "try {{\n{part}}} catch (error) {{ reportError(error); }}"
"""A part that fails on a page must not stop the parts behind it; the browser is told of it."""

__all__ = [
    "PAGES",
    "PLAN_PAGES",
    "SCRIPTS",
    "SITE_PAGES",
    "STYLES",
    "Heading",
    "Page",
    "SiteData",
    "assets",
    "plan_pages",
    "relative",
    "render_pages",
    "shares",
    "site_pages",
    "whole_plans",
]


def render_pages(data: SiteData) -> Iterator[Page]:
    """Make every page, but those that join a plan's pages.

    Args:
        data: Plans, registry and findings.

    Yields:
        Finished pages: those about everything, then those of each plan.
    """
    yield from site_pages(data)
    for share in shares(data):
        for module in PLAN_PAGES:
            yield from _pages_of(module, share)


def site_pages(data: SiteData) -> Iterator[Page]:
    """Make the pages about everything.

    Args:
        data: Plans, registry and findings.

    Yields:
        Finished pages.
    """
    made = share_out(
        lambda number: tuple(_pages_of(SITE_PAGES[number], data)), range(len(SITE_PAGES))
    )
    for pages in made:
        yield from pages


def plan_pages(share: SiteData) -> Iterator[Page]:
    """Make the pages of one plan.

    Args:
        share: The plan's share of what pages are made from.

    Yields:
        Finished pages, the one that joins them all at the end.
    """
    pages = {page.address: page for module in PLAN_PAGES for page in _pages_of(module, share)}
    yield from pages.values()
    yield from whole_plans(share, pages)


def _pages_of(module: ModuleType, data: SiteData) -> Iterator[Page]:
    """Make the pages of one module, each with its foot."""
    plans = {plan.id: plan for plan in data.library.plans}
    for page in module.pages(data):
        yield with_foot(page, data, plans)


def assets() -> Mapping[str, str]:
    """The stylesheet and script that the pages need, each joined from its parts.

    Returns:
        File name to content, the stylesheet first.
    """
    scripts = (_APART.format(part=part) for part in _parts("scripts", SCRIPTS, ".js"))
    return {
        "kehoach.css": "\n".join(_parts("styles", STYLES, ".css")),
        "kehoach.js": "\n".join(scripts),
    }


def _parts(folder: str, parts: tuple[str, ...], suffix: str) -> Iterator[str]:
    place = files("generator.pages") / "assets" / folder
    for part in parts:
        yield (place / f"{part}{suffix}").read_text(encoding="utf-8")
