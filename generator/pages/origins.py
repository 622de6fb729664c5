"""The place of each row of a plan: in the document, in the data, in a citation, on GitHub.

A page of its own, because it holds every row of every section; rows elsewhere link here.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.model import Plan
from generator.pages.addresses import ORIGINS, plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import Crumb, PlanChrome, plan_chrome, plan_page_title
from generator.pages.views.origins import origins_of
from generator.pages.views.plan_downloads import origins_download

_PARENT = "nguon/"
_TITLE = "Từng dòng"


def pages(data: SiteData) -> Iterator[Page]:
    """One page of rows for each plan."""
    for plan in data.library.plans:
        parts = origins_of(data, plan)
        tables = tuple(origins_download(data, plan, part) for part in parts)
        yield make_page(
            plan_address(plan, ORIGINS),
            "origins.html",
            f"{_TITLE} – {plan_page_title(data.library, plan, _PARENT)}",
            f"Mỗi dòng của {plan.meta.short_title} nằm ở đâu trong văn bản và trong dữ liệu.",
            chrome=_chrome(data, plan),
            origins=tuple(zip(parts, tables, strict=True)),
            downloads=tables,
        )


def _chrome(data: SiteData, plan: Plan) -> PlanChrome:
    """The frame of the page above, with one more step on the way."""
    chrome = plan_chrome(data.library, plan, _PARENT)
    above = replace(chrome.crumbs[-1], address=plan_address(plan, _PARENT))
    return replace(chrome, crumbs=(*chrome.crumbs[:-1], above, Crumb(_TITLE)))
