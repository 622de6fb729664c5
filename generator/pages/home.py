"""The home page: what this is, and every plan as a card."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Library
from generator.pages.addresses import province_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import (
    Crumb,
    dated_province_title,
    province_title,
    provinces_with_pages,
)
from generator.pages.views.facts import PlanFacts, plan_facts

DESCRIPTION = (
    "Kế hoạch, đề án của các tỉnh dưới dạng dữ liệu mở: mục tiêu, chỉ tiêu, nhiệm vụ, kinh phí, "
    "mọi phép cộng đều được kiểm lại."
)


@dataclass(frozen=True, slots=True)
class ProvinceCards:
    """A province with its plans."""

    title: str
    address: str
    anchor: str
    plans: tuple[PlanFacts, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is: plans, provinces, indicators, and tasks of tables and of the prose."""

    plans: int
    provinces: int
    indicators: int
    tasks: int


def pages(data: SiteData) -> Iterator[Page]:
    """The home page."""
    provinces = tuple(
        ProvinceCards(
            title=dated_province_title(data.library, province_id),
            address=province_address(province_id),
            anchor=province_id,
            plans=tuple(plan_facts(data, plan) for plan in plans),
        )
        for province_id, plans in data.library.by_province()
    )
    yield make_page(
        "",
        "home.html",
        "Kế hoạch mở",
        DESCRIPTION,
        provinces=provinces,
        count=_count(provinces),
        only_earlier=_only_earlier(data.library),
    )


def _count(provinces: tuple[ProvinceCards, ...]) -> Count:
    plans = [plan for province in provinces for plan in province.plans]
    return Count(
        plans=len(plans),
        provinces=len(provinces),
        indicators=sum(plan.indicators for plan in plans),
        tasks=sum(plan.tasks or plan.items for plan in plans),
    )


def _only_earlier(library: Library) -> tuple[Crumb, ...]:
    """Today's units that have no plan yet, but whose predecessors have."""
    with_plans = {plan.province_id for plan in library.plans}
    return tuple(
        Crumb(province_title(library, province_id), province_address(province_id))
        for province_id in provinces_with_pages(library)
        if province_id not in with_plans
    )
