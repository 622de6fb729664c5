"""Reports that are owed, as rows to read."""

from dataclasses import dataclass

from generator.model import Registry
from generator.model.agenda import PlanAgenda
from generator.model.reporting import ReportDuty
from generator.pages.addresses import plan_address
from generator.pages.views.agencies import AgencyCell, agency_cell
from generator.pages.views.plan_refs import PlanRef
from generator.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report.

    Attributes:
        plan: The plan that asks for it.
        duty: The report.
        address: Its row.
        place: Its place in the document.
        cycle: How often, as printed.
        days: Days as printed, and whole dates; empty where the document names none.
        sender: Who sends it.
        receiver: Who gets it.
        text: What it is about.
    """

    plan: PlanRef
    duty: ReportDuty
    address: str
    place: str
    cycle: str
    days: str
    sender: AgencyCell
    receiver: AgencyCell
    text: str


def report_lines(agenda: PlanAgenda, ref: PlanRef, registry: Registry) -> tuple[ReportLine, ...]:
    """Make the rows of one plan's reports, in the order of the document."""
    return tuple(_line(agenda, duty, ref, registry) for duty in agenda.reports)


def _line(agenda: PlanAgenda, duty: ReportDuty, ref: PlanRef, registry: Registry) -> ReportLine:
    report = duty.report
    return ReportLine(
        plan=ref,
        duty=duty,
        address=plan_address(agenda.plan, f"to-chuc/#{duty.anchor}"),
        place=report.place,
        cycle=report.cycle,
        days="; ".join((*report.days, *(format_date(day) for day in report.due))),
        sender=agency_cell(registry.agencies, duty.senders, report.from_),
        receiver=agency_cell(registry.agencies, duty.receivers, report.to),
        text=report.text,
    )
