"""Who does what, and who reports when."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Duty, Library, Plan
from generator.model.agencies import AgencyReader
from generator.model.anchors import duty_anchors
from generator.pages.addresses import plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.agencies import AgencyLink, agency_link
from generator.pages.views.chrome import plan_chrome, plan_page_title
from generator.pages.views.coverage import coverage_of
from generator.pages.views.plan_downloads import reports_download


@dataclass(frozen=True, slots=True)
class DutyView:
    """What one body, or several named together, are given to do."""

    anchor: str
    record: Duty
    agencies: tuple[AgencyLink, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """One page of duties for each plan."""
    reader = AgencyReader(data.library.registry.agencies)
    for plan in data.library.plans:
        table = reports_download(data, plan)
        yield make_page(
            plan_address(plan, "to-chuc/"),
            "organisation.html",
            plan_page_title(data.library, plan, "to-chuc/"),
            f"Trách nhiệm của từng cơ quan và chế độ báo cáo của {plan.meta.short_title}.",
            chrome=plan_chrome(data.library, plan, "to-chuc/"),
            coverage=coverage_of(plan, "organisation"),
            duties=_duties(data.library, plan, reader),
            reports=plan.organisation.reporting,
            downloads=(table,) if table.rows else (),
            table=table,
        )


def _duties(library: Library, plan: Plan, reader: AgencyReader) -> tuple[DutyView, ...]:
    return tuple(
        DutyView(anchor, duty, _agencies(library, duty, reader))
        for duty, anchor in zip(plan.organisation.duties, duty_anchors(plan), strict=True)
    )


def _agencies(library: Library, duty: Duty, reader: AgencyReader) -> tuple[AgencyLink, ...]:
    reading = reader.read(duty.agency)
    named = (*reading.leads, *reading.coordinators)
    return tuple(agency_link(library.registry.agencies, agency_id) for agency_id in named)
