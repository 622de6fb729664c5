"""Indicators of all plans by the concept that makes them comparable."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks._plans import path_in
from generator.diagnostics import Path
from generator.model import Better, Concept, Indicator, Library, Plan

DIRECTIONS: dict[Better, str] = {
    "higher": "càng cao càng tốt",
    "lower": "càng thấp càng tốt",
    "none": "không có chiều",
}


@dataclass(frozen=True, slots=True)
class PlacedIndicator:
    """An indicator of a known concept, its plan and its path among all plans."""

    plan: Plan
    path: Path
    indicator: Indicator
    concept: Concept


def indicators_with_concept(library: Library) -> Iterator[PlacedIndicator]:
    """Every indicator whose concept the registry knows, plan by plan in print order."""
    for plan in library.plans:
        yield from indicators_of(plan, library)


def indicators_of(plan: Plan, library: Library) -> Iterator[PlacedIndicator]:
    """The indicators of one plan whose concept the registry knows, in print order."""
    for index, indicator in enumerate(plan.indicators.indicators):
        concept = library.registry.concepts.get(indicator.concept or "")
        if concept is not None:
            path = path_in(plan, "indicators", "indicators", index)
            yield PlacedIndicator(plan, path, indicator, concept)


def another_plan(one: PlacedIndicator, others: list[PlacedIndicator]) -> Plan | None:
    """The first other plan among indicators of the same concept."""
    same = (o.plan for o in others if o.indicator.concept == one.indicator.concept)
    return next((plan for plan in same if plan.id != one.plan.id), None)
