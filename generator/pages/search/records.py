"""Every record of the site, numbered by importance."""

from collections.abc import Iterable, Iterator

from generator.model.agencies import AgencyReader
from generator.pages.page import Page, SiteData
from generator.pages.search.duty_records import duty_records
from generator.pages.search.plan_records import plan_records
from generator.pages.search.record import KINDS, Record, context_of
from generator.pages.search.sections import Section
from generator.pages.search.site_records import (
    agency_records,
    guide_records,
    page_records,
    province_records,
    rule_records,
)
from generator.pages.search.task_records import task_records


def all_records(
    data: SiteData, pages: Iterable[Page], sections: Iterable[Section]
) -> tuple[Record, ...]:
    """Collect everything that can be found.

    Args:
        data: Plans and registry.
        pages: Every page of ours.
        sections: Sections of the hand-written pages.

    Returns:
        Records by importance of their kind, and within a kind in the order of the site. The
        position of a record is its number in the index.
    """
    found = list(_plans_and_registry(data))
    known = frozenset(record.address for record in found)
    found += page_records(pages, known)
    found += guide_records(sections)
    rank = {kind.id: position for position, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda record: rank[record.kind.id]))


def _plans_and_registry(data: SiteData) -> Iterator[Record]:
    library = data.library
    reader = AgencyReader(library.registry.agencies)
    yield from province_records(library)
    for plan in library.plans:
        context = context_of(library, plan, reader)
        yield from plan_records(context)
        yield from duty_records(context)
        yield from task_records(context)
    yield from agency_records(library)
    yield from rule_records()
