"""Every record of the site, numbered by importance."""

from collections.abc import Iterable

from generator.model.agencies import AgencyReader
from generator.pages.page import Page, SiteData
from generator.pages.search.duty_records import duty_records
from generator.pages.search.plan_records import plan_records
from generator.pages.search.record import Record, context_of
from generator.pages.search.sections import Section
from generator.pages.search.site_records import (
    agency_records,
    guide_records,
    page_records,
    province_records,
    rule_records,
)
from generator.pages.search.task_records import task_records


def records_of_plan(share: SiteData, pages: Iterable[Page]) -> tuple[Record, ...]:
    """Collect what can be found of a plan.

    Args:
        share: The plan's share of what pages are made from.
        pages: The plan's pages.

    Returns:
        Its records, in the order of the site.
    """
    (plan,) = share.library.plans
    context = context_of(share.library, plan, AgencyReader(share.library.registry.agencies))
    rows = (*plan_records(context), *duty_records(context), *task_records(context))
    return (*rows, *page_records(pages, rows))


def records_of_site(
    data: SiteData, pages: Iterable[Page], sections: Iterable[Section]
) -> tuple[Record, ...]:
    """Collect what can be found beside plans.

    Args:
        data: Plans and registry.
        pages: Pages about everything.
        sections: Sections of the hand-written pages.

    Returns:
        Records, in the order of the site.
    """
    library = data.library
    known = (*province_records(library), *agency_records(library), *rule_records())
    return (*known, *page_records(pages, known), *guide_records(sections))
