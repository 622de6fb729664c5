"""The frame of a page: the way to it, and the sections of its plan."""

from dataclasses import dataclass

from generator.model import Library, Plan
from generator.pages.addresses import (
    HOME,
    PLAN_SECTIONS,
    plan_address,
    province_address,
    quality_address,
)
from generator.pages.views.words import province_name


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way to a page; the last one, the page itself, has no address."""

    title: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """A section of a plan."""

    title: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class PlanChrome:
    """The frame of a plan's pages.

    Attributes:
        crumbs: The way from the home page.
        tabs: The plan's sections.
        plan_title: Short title of the plan.
        plan_address: Address of its overview.
        quality_address: Address of its findings.
    """

    crumbs: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    plan_title: str
    plan_address: str
    quality_address: str


HOME_CRUMB = Crumb("Trang chủ", HOME)


def province_title(library: Library, province_id: str) -> str:
    """`Tỉnh Tây Ninh`; the id itself where the registry does not know it."""
    province = library.registry.provinces.get(province_id)
    if province is None:
        return province_id
    name = province_name(province)
    return name[0].upper() + name[1:]


def plan_chrome(library: Library, plan: Plan, section: str) -> PlanChrome:
    """Make the frame of one section of a plan.

    Args:
        library: The library that holds the plan.
        plan: The plan.
        section: Address of the section below the plan, one of `PLAN_SECTIONS`.

    Returns:
        Breadcrumb and tabs.
    """
    way = [
        HOME_CRUMB,
        Crumb(province_title(library, plan.province_id), province_address(plan.province_id)),
    ]
    if section:
        way.append(Crumb(plan.meta.short_title, plan_address(plan)))
        way.append(Crumb(dict(PLAN_SECTIONS)[section]))
    else:
        way.append(Crumb(plan.meta.short_title))
    tabs = tuple(
        Tab(title, plan_address(plan, address), address == section)
        for address, title in PLAN_SECTIONS
    )
    return PlanChrome(
        crumbs=tuple(way),
        tabs=tabs,
        plan_title=plan.meta.short_title,
        plan_address=plan_address(plan),
        quality_address=quality_address(plan),
    )
