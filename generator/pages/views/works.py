"""Everything that agencies have to do, collected in one pass over all plans."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model import Plan
from generator.model.agencies import AgencyReader
from generator.model.agenda import PlanAgenda
from generator.model.anchors import duty_anchors
from generator.model.milestones import owners_of
from generator.pages.addresses import plan_address
from generator.pages.page import SiteData
from generator.pages.views.discrepancies import Discrepancies
from generator.pages.views.jobs import Job, jobs_of
from generator.pages.views.plan_refs import PlanRef, plan_refs
from generator.pages.views.reports import ReportLine, report_lines
from generator.words import period_words, target_words, unit_of


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator that an agency follows."""

    plan: PlanRef
    name: str
    address: str
    targets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """What the section on organisation gives an agency to do."""

    plan: PlanRef
    place: str
    address: str
    summary: tuple[str, ...]
    requested: bool


@dataclass(slots=True)
class Work:
    """What one agency has to do.

    Attributes:
        leads: Tasks that it leads.
        coordinates: Tasks in which it takes part.
        indicators: Indicators that it follows.
        sends: Reports that it owes.
        receives: Reports that it is sent.
        duties: Duties that it is given.
    """

    leads: list[Job] = field(default_factory=list)
    coordinates: list[Job] = field(default_factory=list)
    indicators: list[IndicatorLine] = field(default_factory=list)
    sends: list[ReportLine] = field(default_factory=list)
    receives: list[ReportLine] = field(default_factory=list)
    duties: list[DutyLine] = field(default_factory=list)

    @property
    def plans(self) -> tuple[PlanRef, ...]:
        """The plans that name it, in the order in which readers look for them."""
        refs = [
            *(item.plan for item in (*self.leads, *self.coordinates)),
            *(item.plan for item in self.indicators),
            *(item.plan for item in (*self.sends, *self.receives)),
            *(item.plan for item in self.duties),
        ]
        return tuple(sorted({ref.id: ref for ref in refs}.values(), key=lambda ref: ref.order))

    def within(self, province_id: str) -> "Work":
        """The part that plans of one province give it."""

        def own(plan: PlanRef) -> bool:
            return plan.province_id == province_id

        return Work(
            leads=[item for item in self.leads if own(item.plan)],
            coordinates=[item for item in self.coordinates if own(item.plan)],
            indicators=[item for item in self.indicators if own(item.plan)],
            sends=[item for item in self.sends if own(item.plan)],
            receives=[item for item in self.receives if own(item.plan)],
            duties=[item for item in self.duties if own(item.plan)],
        )


def works(data: SiteData, read: Iterable[PlanAgenda]) -> Mapping[str, Work]:
    """Hand each piece of work to the agencies that it names.

    Args:
        data: Everything that pages are made from.
        read: Every plan by date.

    Returns:
        Agency id to its work; agencies without any are not in it.
    """
    registry = data.library.registry
    reader = AgencyReader(registry.agencies)
    refs = plan_refs(data.library)
    found: dict[str, Work] = defaultdict(Work)
    for agenda in read:
        plan, ref = agenda.plan, refs[agenda.plan.id]
        marks = Discrepancies(plan, data.findings_of(plan.id), registry)
        for job in jobs_of(agenda, ref, marks, registry):
            for agency_id in job.reading.leads:
                found[agency_id].leads.append(job)
            for agency_id in job.reading.coordinators:
                found[agency_id].coordinates.append(job)
        _add_reports(found, agenda, ref, data)
        for agency_id, line in _indicators(data, plan, ref, reader):
            found[agency_id].indicators.append(line)
        for agency_id, duty in _duties(plan, ref, reader):
            found[agency_id].duties.append(duty)
    return dict(found)


def _add_reports(found: dict[str, Work], agenda: PlanAgenda, ref: PlanRef, data: SiteData) -> None:
    for line in report_lines(agenda, ref, data.library.registry):
        for agency_id in line.duty.senders:
            found[agency_id].sends.append(line)
        for agency_id in line.duty.receivers:
            found[agency_id].receives.append(line)


def _indicators(
    data: SiteData, plan: Plan, ref: PlanRef, reader: AgencyReader
) -> Iterator[tuple[str, IndicatorLine]]:
    for record in plan.indicators.indicators:
        unit = unit_of(data.library.registry, record.unit)
        line = IndicatorLine(
            plan=ref,
            name=record.name,
            address=plan_address(plan, f"chi-tieu/#{record.id}"),
            targets=tuple((period_words(t.period), target_words(t, unit)) for t in record.targets),
        )
        for agency_id in owners_of(record, reader):
            yield agency_id, line


def _duties(plan: Plan, ref: PlanRef, reader: AgencyReader) -> Iterator[tuple[str, DutyLine]]:
    """Each duty with each agency that it names, at the anchors of the page of duties."""
    for duty, anchor in zip(plan.organisation.duties, duty_anchors(plan), strict=True):
        address = plan_address(plan, f"to-chuc/#{anchor}")
        line = DutyLine(ref, duty.place, address, duty.summary, duty.requested)
        reading = reader.read(duty.agency)
        for agency_id in dict.fromkeys((*reading.leads, *reading.coordinators)):
            yield agency_id, line
