"""What became of a plan in the plan that took its place: which tasks stay, go and come, with money.

Nothing in the documents links the tasks of two plans, so they are paired by their titles; each
pair says how, and how alike the titles are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.anchors import annex_rows
from generator.model.annexes import Annex, Column, Group, Task
from generator.model.base import Period
from generator.model.library import Library, Plan
from generator.model.likeness import Match, MatchedBy, Titled, match_titles
from generator.model.registry import Registry
from generator.model.replacements import replacements
from generator.model.titles import province_names, title_words, words_of
from generator.vietnamese import fold

TaskStatus = Literal["kept", "changed-money", "dropped", "added"]


@dataclass(frozen=True, slots=True)
class Succession:
    """A plan and the one that took its place, by id."""

    predecessor: str
    successor: str


@dataclass(frozen=True, slots=True)
class ComparedTask:
    """A task in one of the two plans.

    Attributes:
        annex_id: Annex that holds it.
        code: Number as printed.
        title: Title as printed.
        amount_vnd: All its money in đồng; None when the row prints none.
        anchor: Anchor of its row on the page of tasks.
    """

    annex_id: str
    code: str
    title: str
    amount_vnd: int | None
    anchor: str


@dataclass(frozen=True, slots=True)
class ComparedColumn:
    """A column of money that both annexes have: the same years and the same source.

    Attributes:
        old_column: Id of the column in the old annex.
        new_column: Id of the column in the new annex.
        old_vnd: Amount in đồng; None when the cell is blank.
        new_vnd: Amount in đồng; None when the cell is blank.
    """

    old_column: str
    new_column: str
    old_vnd: int | None
    new_vnd: int | None


@dataclass(frozen=True, slots=True)
class TaskSuccession:
    """What became of a task.

    Attributes:
        status: `kept` with the same money, `changed-money`, `dropped` or `added`.
        old: The task in the old plan; None when it is new.
        new: The task in the new plan; None when it is gone.
        matched_by: Whether the titles are the same or only close; None without a pair.
        similarity: How alike the titles are, to three decimals; None without a pair.
        columns: Money column by column, where the two annexes have columns in common.
    """

    status: TaskStatus
    old: ComparedTask | None
    new: ComparedTask | None
    matched_by: MatchedBy | None = None
    similarity: Decimal | None = None
    columns: tuple[ComparedColumn, ...] = ()

    @property
    def difference_vnd(self) -> int | None:
        """New money minus old; None unless both plans print money for the task."""
        old = self.old.amount_vnd if self.old else None
        new = self.new.amount_vnd if self.new else None
        return None if old is None or new is None else new - old


@dataclass(frozen=True, slots=True)
class _Row:
    """A task with the annex and the groups that hold it."""

    annex_id: str
    annex: Annex
    groups: tuple[Group, ...]
    task: Task
    anchor: str


def successions(library: Library) -> tuple[Succession, ...]:
    """Find the plans that replace one another.

    Args:
        library: Every plan and the registry.

    Returns:
        Each pair once, in the order of the successors: one of the two cites the other as
        replaced or replacing, in one province or across a merger.
    """
    found = {Succession(one.replaced.id, one.replacing.id) for one in replacements(library)}
    return tuple(sorted(found, key=lambda one: (one.successor, one.predecessor)))


def compare_tasks(old: Plan, new: Plan, registry: Registry) -> tuple[TaskSuccession, ...]:
    """Tell what became of each task of a plan.

    Titles are compared without marks, case, punctuation, time and the names of the provinces.

    Args:
        old: The plan that gave way.
        new: The plan that took its place.
        registry: Names of provinces, and units of money.

    Returns:
        The tasks of the old plan in print order, each with its successor where there is one, then
        those that only the new plan has.
    """
    rows, new_rows = tuple(_rows(old)), tuple(_rows(new))
    names = province_names(registry, old, new)
    matches = match_titles([_titled(r, names) for r in rows], [_titled(r, names) for r in new_rows])
    by_old = {match.old: match for match in matches}
    taken = {match.new for match in matches}
    return (
        *(_follow(row, by_old.get(i), new_rows, registry) for i, row in enumerate(rows)),
        *(
            TaskSuccession("added", None, _compared(row, registry))
            for j, row in enumerate(new_rows)
            if j not in taken
        ),
    )


def amount_of(annex: Annex, task: Task) -> int | None:
    """All the money of a task.

    Args:
        annex: The annex that holds it.
        task: The task.

    Returns:
        The sum of the columns that no other column adds, in the annex's unit. A total that the
        row leaves blank is the sum of the columns that it adds. None when nothing is printed.
    """
    added = {part for column in annex.columns for part in column.adds}
    printed: list[int] = []
    for column in annex.columns:
        if column.id in task.amounts and column.id not in added:
            printed.append(task.amounts[column.id])
        elif column.id not in added:
            printed += [task.amounts[part] for part in column.adds if part in task.amounts]
    return sum(printed) if printed else None


def _rows(plan: Plan) -> Iterator[_Row]:
    for annex_id, annex in plan.annexes.items():
        for row in annex_rows(annex_id, annex):
            if isinstance(row.item, Task):
                yield _Row(annex_id, annex, row.groups, row.item, row.anchor)


def _titled(row: _Row, names: tuple[str, ...]) -> Titled:
    heading = words_of(row.groups[-1].title) if row.groups else ""
    return Titled(title_words(row.task, names), row.annex.group_by, heading)


def _follow(
    row: _Row, match: Match | None, new_rows: tuple[_Row, ...], registry: Registry
) -> TaskSuccession:
    old = _compared(row, registry)
    if match is None:
        return TaskSuccession("dropped", old, None)
    successor = new_rows[match.new]
    new = _compared(successor, registry)
    # A blank cell and a printed 0 are both no money.
    same = (old.amount_vnd or 0) == (new.amount_vnd or 0)
    return TaskSuccession(
        status="kept" if same else "changed-money",
        old=old,
        new=new,
        matched_by=match.by,
        similarity=Decimal(f"{match.likeness:.3f}").normalize(),
        columns=tuple(_columns(row, successor, registry)),
    )


def _compared(row: _Row, registry: Registry) -> ComparedTask:
    amount = _vnd(registry, row.annex, amount_of(row.annex, row.task))
    return ComparedTask(row.annex_id, row.task.task, row.task.title, amount, row.anchor)


def _vnd(registry: Registry, annex: Annex, amount: int | None) -> int | None:
    unit = registry.units.get(annex.unit)
    if amount is None or unit is None or unit.factor_vnd is None:
        return None
    return amount * unit.factor_vnd


def _columns(old: _Row, new: _Row, registry: Registry) -> Iterator[ComparedColumn]:
    """Columns of the same years and source; one that names neither is like no other."""
    theirs = {_meaning(column): column for column in new.annex.columns}
    for column in old.annex.columns:
        other = theirs.get(_meaning(column))
        if other is not None and _meaning(column) != (None, ""):
            yield ComparedColumn(
                column.id,
                other.id,
                _vnd(registry, old.annex, old.task.amounts.get(column.id)),
                _vnd(registry, new.annex, new.task.amounts.get(other.id)),
            )


def _meaning(column: Column) -> tuple[Period | None, str]:
    return column.period, fold(column.source or "")
