"""Where a plan names units."""

from collections.abc import Iterator

from generator.checks._rows import part_of_annex
from generator.diagnostics import Path
from generator.model import Plan


def money_units(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Units of annexes, statements and funding sources, with their places.

    An annex without columns of money needs no unit; one with columns that names none comes out
    with an empty one.
    """
    for annex_id, annex in plan.annexes.items():
        if annex.unit or annex.columns:
            yield (part_of_annex(annex_id), "unit"), annex.unit
    for index, statement in enumerate(plan.budget.statements):
        yield ("budget", "statements", index, "unit"), statement.unit
    for index, source in enumerate(plan.budget.sources):
        if source.unit is not None:
            yield ("budget", "sources", index, "unit"), source.unit
