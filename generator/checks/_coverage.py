"""How much of a section the record holds."""

from generator.model import Plan, Section


def is_whole(plan: Plan, section: Section) -> bool:
    """Whether a section is not declared partial or not yet encoded."""
    coverage = plan.meta.coverage.get(section)
    return coverage is None or coverage.state not in {"partial", "not-encoded"}
