"""Plans as finished HTML pages.

`PAGES` lists the modules that make pages; each has `pages(data)`. To add a page: one module,
one template, one line here.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import ModuleType

from generator.pages import (
    agency,
    budget,
    home,
    indicators,
    objectives,
    open_data,
    organisation,
    overview,
    province,
    quality,
    rule,
    source,
    tasks,
)
from generator.pages.addresses import relative
from generator.pages.page import Heading, Page, SiteData

PAGES: tuple[ModuleType, ...] = (
    home,
    province,
    overview,
    objectives,
    indicators,
    tasks,
    budget,
    organisation,
    source,
    quality,
    rule,
    agency,
    open_data,
)

ASSETS = ("kehoach.css", "kehoach.js")

__all__ = ["ASSETS", "PAGES", "Heading", "Page", "SiteData", "assets", "relative", "render_pages"]


def render_pages(data: SiteData) -> Iterator[Page]:
    """Make every page.

    Args:
        data: Plans, registry and findings.

    Yields:
        Finished pages, in the order of `PAGES`.
    """
    for module in PAGES:
        yield from module.pages(data)


def assets() -> Mapping[str, str]:
    """The stylesheet and script that the pages need.

    Returns:
        File name to content, the stylesheet first.
    """
    folder = files("generator.pages") / "assets"
    return {name: (folder / name).read_text(encoding="utf-8") for name in ASSETS}
