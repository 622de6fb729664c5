"""The figures of a run, counted, and kept as a small file that tests and pages share."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.power.cells import PlanText
from benchmarks.power.figures import figure_cells
from benchmarks.power.money import amount_cells
from benchmarks.power.reasons import REASONS, reason_for
from benchmarks.power.run import Judged
from benchmarks.power.ties import ties_of_amounts, ties_of_figures

FILE = Path(__file__).with_name("figures.json")


@dataclass(slots=True)
class Count:
    """How many errors of one kind in one plan were made, and what was said of them.

    Attributes:
        plan_id: The plan.
        kind: What went wrong.
        thing: With what.
        made: Errors made.
        errors: Of these, told as an error, which stops the publication.
        notes: Of these, told by a note only.
        rules: Rule that tells, to how many errors it told first.
        reasons: Position in `REASONS` to how many of those without an error it explains.
    """

    plan_id: str
    kind: str
    thing: str
    made: int = 0
    errors: int = 0
    notes: int = 0
    rules: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)

    @property
    def missed(self) -> int:
        """Errors of which nothing was said."""
        return self.made - self.errors - self.notes


def count(texts: Mapping[str, PlanText], judged: Iterable[Judged]) -> list[Count]:
    """Count verdicts by plan, kind and thing.

    Args:
        texts: The plans by id.
        judged: Errors with their verdicts.

    Returns:
        The counts in order of plan, kind and thing.
    """
    counts: dict[tuple[str, str, str], Count] = {}
    for one in judged:
        error, verdict = one.error, one.verdict
        key = (error.plan_id, error.kind, error.thing)
        here = counts.setdefault(key, Count(*key))
        here.made += 1
        if verdict.errors:
            here.errors += 1
            _add(here.rules, verdict.errors[0])
        else:
            here.notes += bool(verdict.notes)
            reason = reason_for(texts[error.plan_id], error)
            _add(here.reasons, str(REASONS.index(reason)))
    return [counts[key] for key in sorted(counts)]


def _add(counts: dict[str, int], key: str) -> None:
    counts[key] = counts.get(key, 0) + 1


@dataclass(frozen=True, slots=True)
class Bound:
    """Figures of one sort, by how many additions or repetitions hold each.

    Attributes:
        thing: Which figures.
        held: How many times held, 0 to 3 (3 and more), to how many figures.
    """

    thing: str
    held: tuple[int, int, int, int]


def bounds(texts: Iterable[PlanText]) -> list[Bound]:
    """Count how often each figure is held: what is held by nothing cannot be found wrong."""
    found: dict[str, Counter[int]] = {}
    for text in texts:
        amounts, figures = ties_of_amounts(text.plan), ties_of_figures(text)
        for thing, path in amount_cells(text):
            found.setdefault(thing, Counter())[min(3, amounts[path])] += 1
        for figure in figure_cells(text):
            if figure.thing != "announced count":
                found.setdefault(figure.thing, Counter())[min(3, figures[figure.path])] += 1
    return [Bound(thing, (c[0], c[1], c[2], c[3])) for thing, c in found.items()]


def keep(counts: Iterable[Count], held: Iterable[Bound], file: Path = FILE) -> None:
    """Write the figures."""
    data = {"counts": [asdict(one) for one in counts], "bounds": [asdict(one) for one in held]}
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def kept(file: Path = FILE) -> tuple[list[Count], list[Bound]]:
    """Read the figures back."""
    data: Any = json.loads(file.read_text("utf-8"))
    held = [Bound(one["thing"], tuple(one["held"])) for one in data["bounds"]]
    return [Count(**one) for one in data["counts"]], held


def total(counts: Iterable[Count]) -> Count:
    """Counts added up."""
    whole = Count("", "", "")
    for one in counts:
        whole.made += one.made
        whole.errors += one.errors
        whole.notes += one.notes
        for mine, theirs in ((whole.rules, one.rules), (whole.reasons, one.reasons)):
            for key, number in theirs.items():
                mine[key] = mine.get(key, 0) + number
    return whole


def beyond_reach(one: Count) -> int:
    """Errors that nothing in the document could tell."""
    return sum(n for key, n in one.reasons.items() if not REASONS[int(key)].findable)
