"""What an error is: one slip of a hand in one file of one plan."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from benchmarks.power.cells import Edit, PlanText
from generator.diagnostics import Path


@dataclass(frozen=True, slots=True)
class Error:
    """One slip.

    Attributes:
        plan_id: The plan.
        kind: What went wrong: `digit`.
        thing: With what: `amount`.
        path: The cell or row.
        edits: What it does to the file.
        other: Another cell or row that has part in it.
    """

    plan_id: str
    kind: str
    thing: str
    path: Path
    edits: tuple[Edit, ...]
    other: Path = field(default=())


Maker = Callable[[PlanText], Iterator[Error]]
"""Makes every error of some kinds in a plan."""


def seeded(text: PlanText, path: Path, kind: str) -> Random:
    """Chance that is the same for the same cell of the same plan, whatever else there is."""
    return Random(f"{text.plan.id}|{'/'.join(map(str, path))}|{kind}")  # noqa: S311 - no secret


def error(
    text: PlanText, kind: str, thing: str, path: Path, *edits: Edit | None, other: Path = ()
) -> Iterator[Error]:
    """One error, or none where an edit cannot be made."""
    made = tuple(edit for edit in edits if edit is not None)
    if made and len(made) == len(edits):
        yield Error(text.plan.id, kind, thing, path, made, other)
