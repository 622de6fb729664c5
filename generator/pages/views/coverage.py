"""How much of each section of a document is in the data."""

from dataclasses import dataclass

from generator.model import Plan, Section
from generator.words import COVERAGE_STATES, SECTIONS


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The state of one section.

    Attributes:
        section: Its name.
        state: Its state as in the model, for its look.
        words: Its state in words.
        note: What is missing, and why.
    """

    section: str
    state: str
    words: str
    note: str | None


def coverage_views(plan: Plan) -> tuple[CoverageView, ...]:
    """The states of all sections that the plan declares, in the order of a document."""
    return tuple(
        CoverageView(title, entry.state, COVERAGE_STATES[entry.state], entry.note)
        for section, title in SECTIONS.items()
        if (entry := plan.meta.coverage.get(section))
    )


def coverage_of(plan: Plan, section: Section) -> CoverageView | None:
    """The state of one section; None when the plan does not declare it."""
    name = SECTIONS[section]
    return next((view for view in coverage_views(plan) if view.section == name), None)
