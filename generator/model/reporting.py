"""Who owes a report on which days, as the section on organisation tells it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.agencies import AgencyReader
from generator.model.library import Plan
from generator.model.organisation import Report
from generator.vietnamese.yearly_days import YearlyDay, read_yearly_days

# Days of a report that is owed every few years would be wrong in each year between.
_SPARSE = re.compile(
    r"(?:[2-9]|[1-9][0-9]|hai|ba|bốn)(?:,[0-9]+)?\s+năm\b|nhiệm kỳ|giai đoạn|một lần", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A report that is owed.

    Attributes:
        number: Its position in the plan, from 1.
        report: The report as encoded.
        senders: Ids of the agencies that send it.
        receivers: Ids of the agencies that it is sent to.
        days: Days that come back each year; empty when the document names none, or not so that
            they can be read.
    """

    number: int
    report: Report
    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    days: tuple[YearlyDay, ...]

    @property
    def anchor(self) -> str:
        """Its anchor on the page of duties; the dot keeps it apart from every slug."""
        return f"bao-cao.{self.number}"

    @property
    def dated(self) -> bool:
        """Whether the document tells when it is owed."""
        return bool(self.days or self.report.due)


def report_duties(plan: Plan, reader: AgencyReader) -> Iterator[ReportDuty]:
    """Every report that a plan asks for.

    Args:
        plan: The plan.
        reader: Reader of agency cells.

    Yields:
        The reports in the order of the document.
    """
    for number, report in enumerate(plan.organisation.reporting, start=1):
        yield ReportDuty(
            number=number,
            report=report,
            senders=_named(reader, report.from_),
            receivers=_named(reader, report.to),
            days=() if _SPARSE.search(report.cycle) else _days(report.days),
        )


def reporting_span(plan: Plan) -> tuple[date, date]:
    """First and last day on which a report may be owed: from its issue to the end of its period."""
    start = date(plan.meta.period.start, 1, 1)
    return max(plan.meta.issued_on or start, start), date(plan.meta.period.end, 12, 31)


def _days(texts: tuple[str, ...]) -> tuple[YearlyDay, ...]:
    """All of the days, or none when one of them cannot be read."""
    found = [read_yearly_days(text) for text in texts]
    return tuple(day for days in found for day in days) if all(found) else ()


def _named(reader: AgencyReader, cell: str | None) -> tuple[str, ...]:
    reading = reader.read(cell)
    return tuple(dict.fromkeys((*reading.leads, *reading.coordinators)))
