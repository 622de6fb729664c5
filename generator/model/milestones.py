"""The targets of a plan by the year in which they are to be reached."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.agencies import AgencyReader
from generator.model.indicators import Indicator, Target
from generator.model.library import Plan


@dataclass(frozen=True, slots=True)
class Milestone:
    """A target in a year in which it counts.

    Attributes:
        indicator: The indicator.
        target: The target.
        owners: Ids of the agencies that follow the indicator.
    """

    indicator: Indicator
    target: Target
    owners: tuple[str, ...]


def owners_of(indicator: Indicator, reader: AgencyReader) -> tuple[str, ...]:
    """Ids of the agencies that follow an indicator."""
    reading = reader.read(indicator.owner)
    return tuple(dict.fromkeys((*reading.leads, *reading.coordinators)))


def milestones(plan: Plan, reader: AgencyReader) -> Mapping[int, tuple[Milestone, ...]]:
    """Sort the targets of a plan by year.

    Args:
        plan: The plan.
        reader: Reader of agency cells.

    Returns:
        Year to targets, years rising. A target of a span counts in its last year; one that is to
        be reached each year counts in all of them.
    """
    found: dict[int, list[Milestone]] = defaultdict(list)
    for indicator in plan.indicators.indicators:
        owners = owners_of(indicator, reader)
        for target in indicator.targets:
            for year in _years(target):
                found[year].append(Milestone(indicator, target, owners))
    return {year: tuple(found[year]) for year in sorted(found)}


def _years(target: Target) -> Iterator[int]:
    first = target.period.start if target.per_year else target.period.end
    yield from range(first, target.period.end + 1)
