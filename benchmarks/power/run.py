"""Makes every error and asks for every verdict, over the processor's cores."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.power import figures, money, rows, words
from benchmarks.power.cells import PlanText
from benchmarks.power.errors import Error, Maker
from benchmarks.power.judge import Judge, ReadOnce, Verdict, contents_of
from generator.workers import share_out

MAKERS: tuple[Maker, ...] = (
    money.in_amounts,
    money.columns_slipped,
    money.figures_exchanged,
    money.units_mistaken,
    figures.in_figures,
    figures.targets_lowered,
    rows.in_rows,
    words.agencies_misspelt,
    words.times_moved,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """An error and what was said of it."""

    error: Error
    verdict: Verdict


def errors_of(text: PlanText) -> Iterator[Error]:
    """Every error of a plan."""
    for make in MAKERS:
        yield from make(text)


def judge_all(judge: Judge, plan_ids: Iterable[str]) -> tuple[Judged, ...]:
    """Make every error of some plans and judge each.

    Args:
        judge: Knows the project; its plans pass every check.
        plan_ids: The plans.

    Returns:
        The errors with their verdicts, in order of plan and kind.
    """
    errors = [one for plan_id in plan_ids for one in errors_of(judge.texts[plan_id])]
    with ReadOnce(contents_of(judge.texts.values())):
        _at_work[:] = [(judge, errors)]
        verdicts = tuple(share_out(_verdict_of, range(len(errors))))
    return tuple(Judged(e, v) for e, v in zip(errors, verdicts, strict=True))


_at_work: list[tuple[Judge, Sequence[Error]]] = []
"""What the forked processes find in their memory."""


def _verdict_of(number: int) -> Verdict:
    judge, errors = _at_work[0]
    return judge.verdict(errors[number])
