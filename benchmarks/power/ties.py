"""What ties a figure to the rest of its document, told from the record alone and not by a check.

An amount is tied by every addition that it takes part in, a figure of an indicator by every other
place that must print the same. What is tied by nothing can be anything: no reader of the document
alone could tell.
"""

from collections import Counter
from collections.abc import Iterator

from benchmarks.power.cells import PlanText
from generator.diagnostics import Path
from generator.model import Amounts, Annex, Group, Indicator, Plan, Task
from generator.project import ANNEXES

Ties = Counter[Path]
"""Place of a figure to how many additions or repetitions tie it."""


def ties_of_amounts(plan: Plan) -> Ties:
    """Count, for every amount, the additions that it takes part in."""
    ties: Ties = Counter()
    for annex_id, annex in plan.annexes.items():
        for addition in _additions(annex, (f"{ANNEXES}/{annex_id}",)):
            ties.update(addition)
    for at, statement in enumerate(plan.budget.statements):
        here: Path = ("budget", "statements", at, "amount")
        ties[here] += statement.words is not None
        totals = [(f"{ANNEXES}/{a.annex}", "stated", a.column) for a in statement.adds]
        if totals:
            ties.update([here, *totals])
    return ties


def _additions(annex: Annex, path: Path) -> Iterator[set[Path]]:
    """Every addition that an annex prints: of columns in a row, and of rows in a total."""
    yield from _of_columns(annex, annex.stated, (*path, "stated"))
    yield from _of_rows(annex, annex.stated, annex.rows, path)
    yield from _below(annex, annex.rows, path)


def _below(annex: Annex, rows: tuple[Group | Task, ...], path: Path) -> Iterator[set[Path]]:
    for at, row in enumerate(rows):
        place = (*path, "rows", at)
        if isinstance(row, Task):
            yield from _of_columns(annex, row.amounts, (*place, "amounts"))
        else:
            yield from _of_columns(annex, row.stated, (*place, "stated"))
            yield from _of_rows(annex, row.stated, row.rows, place)
            yield from _below(annex, row.rows, place)


def _of_columns(annex: Annex, amounts: Amounts, path: Path) -> Iterator[set[Path]]:
    for column in annex.columns:
        parts = {(*path, part) for part in column.adds if part in amounts}
        if column.id in amounts and parts:
            yield {(*path, column.id), *parts}


def _of_rows(
    annex: Annex, stated: Amounts, rows: tuple[Group | Task, ...], path: Path
) -> Iterator[set[Path]]:
    for column in annex.columns:
        if column.id in stated:
            yield {(*path, "stated", column.id), *_addends(rows, path, column.id)}


def _addends(rows: tuple[Group | Task, ...], path: Path, column: str) -> Iterator[Path]:
    for at, row in enumerate(rows):
        place = (*path, "rows", at)
        if isinstance(row, Task):
            if column in row.amounts:
                yield (*place, "amounts", column)
        elif column in row.stated:
            yield (*place, "stated", column)
        else:
            yield from _addends(row.rows, place, column)


def ties_of_figures(text: PlanText) -> Ties:
    """Count, for every target and every figure in the prose, the other places that repeat it."""
    ties: Ties = Counter()
    for path in text.lists("states"):
        for at, state in enumerate(text[path].value(path)):
            for target in _targets_of(text.plan, state["indicator"], str(state["period"])):
                here: Path = (*path, at, "value")
                ties.update([here, (*target, "value")])
    return ties


def _targets_of(plan: Plan, indicator_id: str, period: str) -> Iterator[Path]:
    for at, indicator in enumerate(plan.indicators.indicators):
        if indicator.id == indicator_id:
            for index, target in enumerate(indicator.targets):
                if str(target.period) == period:
                    yield ("indicators", "indicators", at, "targets", index)


def has_order(indicator: Indicator) -> bool:
    """Whether a target of an indicator is held from one side at least, by others or by 100 %."""
    figures = [target for target in indicator.targets if target.value is not None]
    ordered = indicator.better != "none" or any(
        target.comparator == "rank-within" for target in figures
    )
    return (ordered and len(figures) > 1) or indicator.unit == "percent"
