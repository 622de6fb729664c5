"""A province's page: today's unit, the units before it, and its plans."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Library, Plan, Province
from generator.pages.addresses import province_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import (
    HOME_CRUMB,
    Crumb,
    distinct_province_title,
    province_title,
    provinces_with_pages,
)
from generator.pages.views.documents import DocumentView, document_view
from generator.pages.views.facts import PlanFacts, plan_facts


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit before or after this one; without an address when it has no page."""

    title: str
    address: str | None
    record: Province | None


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """A province.

    Attributes:
        title: `Tỉnh Tây Ninh`.
        record: Its entry in the registry; None when there is none.
        document: The document that made it.
        predecessors: Units that it was made from.
        successors: Units that it went into.
        plans: Its plans.
        earlier: Plans of its predecessors.
    """

    title: str
    record: Province | None
    document: DocumentView | None
    predecessors: tuple[Unit, ...]
    successors: tuple[Unit, ...]
    plans: tuple[PlanFacts, ...]
    earlier: tuple[PlanFacts, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """One page for each province that has plans, and for those that such provinces went into."""
    plans_of = dict(data.library.by_province())
    for province_id in provinces_with_pages(data.library):
        view = _view(data, province_id, plans_of.get(province_id, ()))
        yield make_page(
            province_address(province_id),
            "province.html",
            view.title,
            f"Các kế hoạch, đề án của {view.title[0].lower()}{view.title[1:]} dưới dạng dữ liệu mở.",
            view=view,
            crumbs=(HOME_CRUMB, Crumb(view.title)),
        )


def _view(data: SiteData, province_id: str, plans: tuple[Plan, ...]) -> ProvinceView:
    registry = data.library.registry
    record = registry.provinces.get(province_id)
    before = record.predecessors if record else ()
    after = tuple(i for i, other in registry.provinces.items() if province_id in other.predecessors)
    earlier = (plan for plan in data.library.plans if plan.province_id in before)
    document = registry.documents.get(record.document or "") if record else None
    return ProvinceView(
        title=distinct_province_title(data.library, province_id),
        record=record,
        document=document_view(document) if document else None,
        predecessors=tuple(_unit(data.library, i) for i in before),
        successors=tuple(_unit(data.library, i) for i in after),
        plans=tuple(plan_facts(data, plan) for plan in plans),
        earlier=tuple(plan_facts(data, plan) for plan in earlier),
    )


def _unit(library: Library, province_id: str) -> Unit:
    has_page = province_id in provinces_with_pages(library)
    address = province_address(province_id) if has_page else None
    return Unit(
        province_title(library, province_id), address, library.registry.provinces.get(province_id)
    )
