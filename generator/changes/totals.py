"""Printed totals before and after: in rows, groups, annexes and the prose.

The checks decide what does not add up; the sums are made here with the checks' own arithmetic, on
both sides, so that a report can show all four figures.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from generator.changes.kinds import Item
from generator.changes.money import Money, money_of
from generator.changes.names import name_of, quoted
from generator.changes.trees import Tree, annex_address
from generator.changes.values import Subject, TotalMove, Way
from generator.checks.money import in_unit
from generator.checks.statement_sums import sum_of_annexes, sum_of_sources
from generator.checks.sums import (
    Columns,
    Sum,
    columns_by_id,
    prints_parts,
    sum_of_parts,
    sum_of_rows,
)
from generator.model import Amounts, Annex, BudgetStatement, Group, Plan, Registry, Task

T = TypeVar("T")
STATEMENTS = "budget/statements"

Cell = tuple[str, str]
"""Address of what prints a total, and the column; the column is empty for one of the prose."""

ACROSS, DOWN, ANNEXES, SOURCES = (
    "các cột của dòng",
    "các dòng bên dưới",
    "tổng các phụ lục",
    "các nguồn kinh phí",
)
"""What is added up."""


@dataclass(frozen=True, slots=True)
class Total:
    """A total of one plan.

    Attributes:
        subject: What it is the total of.
        label: The same in a few words.
        printed: The figure.
        sums: What was added up to what it came to; a way in which there was nothing to add is not
            in it.
    """

    subject: Subject
    label: str
    printed: Money
    sums: Mapping[str, Money]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an annex that may print totals: of a task, a group or the annex itself."""

    item: Item
    path: str
    record: Task | Group | Annex
    key: str
    amounts: Amounts
    rows: tuple[Group | Task, ...] | None

    @property
    def label(self) -> str:
        """What the line is called in a list."""
        match self.record:
            case Task():
                return f"dòng {self.record.task}"
            case Group():
                return f"nhóm {self.record.group}"
            case _:
                return "cả bảng"


def totals_of(plan: Plan, tree: Tree, registry: Registry) -> dict[Cell, Total]:
    """Every printed total of a plan.

    Args:
        plan: The plan.
        tree: Rows of its annexes.
        registry: The registry, for units.

    Returns:
        The totals: of annexes, then of their groups, of tasks, and of the prose.
    """
    found = dict(_of_annexes(plan, tree, registry))
    for statement in plan.budget.statements:
        path = f"{STATEMENTS}/{statement.id}"
        found[path, ""] = _of_statement(plan, statement, f"{path}/amount", registry)
    return found


def _of_annexes(plan: Plan, tree: Tree, registry: Registry) -> Iterator[tuple[Cell, Total]]:
    annexes = {annex_address(annex_id): annex for annex_id, annex in plan.annexes.items()}
    columns = {address: columns_by_id(annex) for address, annex in annexes.items()}
    for table, line in _lines(annexes, tree):
        annex = annexes[table]
        for column_id, amount in line.amounts.items():
            column = columns[table].get(column_id)
            if line.rows is None and not (column and column.adds):
                continue
            name = name_of(line.record, "", registry)
            label = f"cột {quoted(column.label if column else column_id)}"
            yield (
                (line.path, column_id),
                Total(
                    Subject(
                        line.item,
                        plan.id,
                        f"{line.path}/{line.key}/{column_id}",
                        f"{name}, {label}",
                        annex.place,
                    ),
                    f"{line.label}, {label}",
                    _known(money_of(amount, annex.unit, registry)),
                    {
                        way: _known(money_of(added.total, annex.unit, registry))
                        for way, added in _sums(columns[table], line, column_id)
                    },
                ),
            )


def _lines(annexes: Mapping[str, Annex], tree: Tree) -> Iterator[tuple[str, _Line]]:
    for table, annex in annexes.items():
        yield table, _Line(Item.ANNEX, table, annex, "stated", annex.stated, annex.rows)
    for one in (*tree.groups, *tree.leaves):
        if isinstance(one.row, Group):
            row = one.row
            yield one.table, _Line(Item.GROUP, one.path, row, "stated", row.stated, row.rows)
        elif isinstance(one.row, Task):
            yield one.table, _Line(Item.TASK, one.path, one.row, "amounts", one.row.amounts, None)


def _sums(columns: Columns, line: _Line, column_id: str) -> Iterator[tuple[str, Sum]]:
    """What the checks compare the figure with: the columns of its line, and the rows below it."""
    if across := sum_of_parts(columns, line.amounts, (), column_id):
        yield ACROSS, across
    if line.rows is None:
        return
    down = sum_of_rows(columns, line.rows, (), column_id)
    if down is None and prints_parts(columns, line.rows):
        down = Sum(0, ())
    if down is not None:
        yield DOWN, down


def _of_statement(plan: Plan, one: BudgetStatement, path: str, registry: Registry) -> Total:
    found = {ANNEXES: sum_of_annexes(plan, registry, one)}
    if plan.budget.sources_of == one.id:
        found[SOURCES] = sum_of_sources(plan.budget, one, registry)
    unit = registry.units.get(one.unit)
    factor = unit.factor_vnd if unit and unit.kind == "money" else None
    return Total(
        Subject(Item.STATEMENT, plan.id, path, name_of(one, "", registry), one.place),
        name_of(one, "", registry),
        _known(money_of(one.amount, one.unit, registry)),
        {
            way: _known(money_of(in_unit(added.total, factor), one.unit, registry))
            for way, added in found.items()
            if added is not None and factor is not None
        },
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """A line that is there on both sides.

    Attributes:
        path: Its address now.
        columns: Columns before to columns now, where the line has columns.
        dropped: Columns that are gone.
        added: Columns that were not there.
        totals: For a task: columns that add others on both sides, as they are called now. None
            for a line of which every figure is a total.
    """

    path: str
    columns: Mapping[str, str] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    totals: frozenset[str] | None = None

    def now(self, column_id: str) -> str | None:
        """What a column is called now; None when it is gone."""
        return None if column_id in self.dropped else self.columns.get(column_id, column_id)

    def is_total(self, column_id: str) -> bool:
        """Whether the line prints a total in a column that was there before."""
        return column_id not in self.added and (self.totals is None or column_id in self.totals)


def total_moves(
    old: Mapping[Cell, Total], new: Mapping[Cell, Total], kept: Mapping[str, Kept]
) -> dict[Cell, TotalMove]:
    """Set the totals of two plans against each other.

    Args:
        old: Totals before.
        new: Totals now.
        kept: Address before of every line that is there on both sides, with what became of it.

    Returns:
        The totals of these lines by the cell where they stand now, moved or not.
    """
    lines = {line.path: line for line in kept.values()}
    befores = {
        (line.path, column): total
        for (path, column_id), total in old.items()
        if (line := kept.get(path)) and (column := line.now(column_id)) is not None
    }
    return {
        cell: _move(befores.get(cell), new.get(cell))
        for cell in dict.fromkeys((*new, *befores))
        if (line := lines.get(cell[0])) and line.is_total(cell[1])
    }


def _move(old: Total | None, new: Total | None) -> TotalMove:
    there = new or _known(old)
    return TotalMove(
        subject=there.subject,
        label=there.label,
        old=old.printed if old else None,
        new=new.printed if new else None,
        ways=tuple(
            Way(name, old.sums.get(name) if old else None, new.sums.get(name) if new else None)
            for name in (ACROSS, DOWN, ANNEXES, SOURCES)
            if (old and name in old.sums) or (new and name in new.sums)
        ),
    )


def _known(value: T | None) -> T:
    """What cannot be missing."""
    assert value is not None  # noqa: S101
    return value
