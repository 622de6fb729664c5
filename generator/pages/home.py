"""The home page: what this is, and every plan as a card."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.addresses import province_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import province_title
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


def pages(data: SiteData) -> Iterator[Page]:
    """The home page."""
    provinces = tuple(
        ProvinceCards(
            title=province_title(data.library, province_id),
            address=province_address(province_id),
            anchor=province_id,
            plans=tuple(plan_facts(data, plan) for plan in plans),
        )
        for province_id, plans in data.library.by_province()
    )
    yield make_page("", "home.html", "Kế hoạch mở", DESCRIPTION, provinces=provinces)
