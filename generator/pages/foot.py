"""The foot of every page: which data it is made from, how to cite it, where to report a mistake."""

from collections.abc import Mapping
from dataclasses import replace

from generator.model import Plan
from generator.pages.addresses import ORIGINS, plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import render
from generator.pages.views.bibtex import bibtex
from generator.pages.views.citations import cite_document, cite_page, edition
from generator.pages.views.origins import report_address


def with_foot(page: Page, data: SiteData, plans: Mapping[str, Plan]) -> Page:
    """Put the foot below a page.

    Args:
        page: The page.
        data: Everything that pages are made from.
        plans: Every plan by id.

    Returns:
        The page with its foot. The pages of a plan lead to the place of each of its rows.
    """
    plan = plans.get("/".join(page.address.split("/")[:2]))
    sources = plan_address(plan, ORIGINS) if plan else None
    foot = render(
        "foot.html",
        page.address,
        {
            "edition": edition(data),
            "citation": _citation(page, data, plan),
            "bibtex": bibtex(data, plan, page.title, page.address),
            "origins": None if sources == page.address else sources,
            "report": report_address(data, f"trang «{page.title}»", page.address),
        },
    )
    return replace(page, body=page.body + foot)


def _citation(page: Page, data: SiteData, plan: Plan | None) -> str:
    if plan:
        return cite_document(data, plan, page.address)
    return cite_page(data, page.title, page.address)
