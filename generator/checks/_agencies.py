"""Where a plan names agencies, with the words as printed."""

from collections.abc import Iterator

from generator.checks._memo import remembered
from generator.checks._rows import all_groups, all_tasks
from generator.diagnostics import Path
from generator.model import Plan, Registry, Task
from generator.model.agencies import AgencyReader


def reader_of(registry: Registry) -> AgencyReader:
    """A reader of cells that knows the agencies of a registry."""
    return _readers(registry)[0]


@remembered
def _readers(registry: Registry) -> Iterator[AgencyReader]:
    yield AgencyReader(registry.agencies)


def agency_cells(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Every cell that names agencies: tasks, groups that stand for one, owners, duties."""
    for row in all_tasks(plan):
        if row.task.lead is not None:
            yield (*row.path, "lead"), row.task.lead
        if row.task.coordinators is not None:
            yield (*row.path, "coordinators"), row.task.coordinators
    yield from _group_titles(plan)
    for index, indicator in enumerate(plan.indicators.indicators):
        if indicator.owner is not None:
            yield ("indicators", "indicators", index, "owner"), indicator.owner
    for index, duty in enumerate(plan.organisation.duties):
        yield ("organisation", "duties", index, "agency"), duty.agency


def _group_titles(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Titles that stand in for the lead of a task directly below them."""
    for row in all_groups(plan):
        leaderless = any(isinstance(r, Task) and r.lead is None for r in row.group.rows)
        if row.annex.group_by == "agency" and leaderless:
            yield (*row.path, "title"), row.group.title
