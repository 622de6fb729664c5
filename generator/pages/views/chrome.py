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
from generator.vietnamese import format_date
from generator.words import document_name, province_name


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
        print_line: What a printed page is about: province, document and short title.
    """

    crumbs: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    plan_title: str
    plan_address: str
    quality_address: str
    print_line: str


HOME_CRUMB = Crumb("Trang chủ", HOME)


def provinces_with_pages(library: Library) -> tuple[str, ...]:
    """Provinces that have plans, and today's units that such provinces went into."""
    with_plans = {plan.province_id for plan in library.plans}
    today = (
        province_id
        for province_id, province in library.registry.provinces.items()
        if with_plans & set(province.predecessors)
    )
    return tuple(sorted({*with_plans, *today}))


def province_title(library: Library, province_id: str) -> str:
    """`Tỉnh Tây Ninh`; the id itself where the registry does not know it."""
    province = library.registry.provinces.get(province_id)
    if province is None:
        return province_id
    name = province_name(province)
    return name[0].upper() + name[1:]


def dated_province_title(library: Library, province_id: str) -> str:
    """The title, with the last day of a unit that is no more."""
    title = province_title(library, province_id)
    unit = library.registry.provinces.get(province_id)
    return f"{title} (đến {format_date(unit.valid_to)})" if unit and unit.valid_to else title


def distinct_province_title(library: Library, province_id: str) -> str:
    """The title, with the last day of a unit whose name went on to another one."""
    title = province_title(library, province_id)
    units = library.registry.provinces
    unit = units.get(province_id)
    namesakes = (o for i, o in units.items() if unit and i != province_id and o.name == unit.name)
    return dated_province_title(library, province_id) if any(namesakes) else title


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
        Crumb(
            distinct_province_title(library, plan.province_id),
            province_address(plan.province_id),
        ),
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
        print_line=" · ".join(
            (
                province_title(library, plan.province_id),
                document_name(plan),
                plan.meta.short_title,
            )
        ),
    )


def plan_page_title(library: Library, plan: Plan, section: str) -> str:
    """Title of a plan's page in a browser or a search result.

    Args:
        library: The library that holds the plan.
        plan: The plan.
        section: Address of the section below the plan, one of `PLAN_SECTIONS`.

    Returns:
        `Chỉ tiêu – Đột phá khoa học, công nghệ – Tỉnh Tây Ninh`; the overview without a section.
    """
    of_plan = f"{plan.meta.short_title} – {province_title(library, plan.province_id)}"
    return f"{dict(PLAN_SECTIONS)[section]} – {of_plan}" if section else of_plan
