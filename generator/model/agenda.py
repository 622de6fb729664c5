"""Everything of a plan that has a date: what pages and calendar feeds are made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.agencies import AgencyReader
from generator.model.deadlines import PlacedTask, placed_tasks
from generator.model.library import Library, Plan
from generator.model.milestones import Milestone, milestones
from generator.model.reporting import ReportDuty, report_duties
from generator.model.succession import successions

FEED_OF_ALL = "lich/tat-ca.ics"
"""Path of the feed of everything, below the site's root."""


@dataclass(frozen=True, slots=True)
class PlanAgenda:
    """A plan by date.

    Attributes:
        plan: The plan.
        tasks: Its tasks, dated or not, in print order.
        reports: The reports that it asks for.
        milestones: Its targets by year.
        replaced_by: Plans of the library that took its place.
    """

    plan: Plan
    tasks: tuple[PlacedTask, ...]
    reports: tuple[ReportDuty, ...]
    milestones: Mapping[int, tuple[Milestone, ...]]
    replaced_by: tuple[Plan, ...]

    @property
    def has_dates(self) -> bool:
        """Whether anything in it has a date."""
        dated = any(task.due for task in self.tasks) or any(r.dated for r in self.reports)
        return dated or bool(self.milestones)

    def dated_agencies(self) -> Iterator[str]:
        """Ids of the agencies that have something with a date to do, some more than once."""
        for task in self.tasks:
            if task.due:
                yield from (*task.reading.leads, *task.reading.coordinators)
        for report in self.reports:
            if report.dated:
                yield from (*report.senders, *report.receivers)
        for items in self.milestones.values():
            for item in items:
                yield from item.owners


def agendas(library: Library) -> tuple[PlanAgenda, ...]:
    """Read every plan by date.

    Args:
        library: Every plan and the registry.

    Returns:
        One agenda for each plan, in the order of the library.
    """
    reader = AgencyReader(library.registry.agencies)
    plans = {plan.id: plan for plan in library.plans}
    replaced: dict[str, tuple[Plan, ...]] = {}
    for pair in successions(library):
        replaced[pair.predecessor] = (
            *replaced.get(pair.predecessor, ()),
            plans[pair.successor],
        )
    return tuple(
        PlanAgenda(
            plan=plan,
            tasks=tuple(placed_tasks(plan, reader)),
            reports=tuple(report_duties(plan, reader)),
            milestones=milestones(plan, reader),
            replaced_by=replaced.get(plan.id, ()),
        )
        for plan in library.plans
    )


def province_feed(province_id: str) -> str:
    """Path of a province's feed below the site's root."""
    return f"lich/tinh/{province_id}.ics"


def agency_feed(agency_id: str) -> str:
    """Path of an agency's feed below the site's root."""
    return f"lich/co-quan/{agency_id}.ics"


def fed_provinces(read: Sequence[PlanAgenda]) -> tuple[str, ...]:
    """Provinces that have something with a date, in order of id: a feed may not be empty."""
    return tuple(sorted({agenda.plan.province_id for agenda in read if agenda.has_dates}))


def fed_agencies(read: Sequence[PlanAgenda]) -> tuple[str, ...]:
    """Agencies that have something with a date to do, in order of id."""
    return tuple(sorted({i for agenda in read for i in agenda.dated_agencies()}))
