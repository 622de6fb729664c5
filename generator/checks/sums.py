"""Sums over rows and columns of an annex, with the places of the addends.

A blank cell is not a zero: a sum of blank cells only is no sum at all (None), and then there
is nothing to compare a printed total with. Where a total is left blank, what it would hold
takes its place: a group's rows, or else the parts that the total column adds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.diagnostics import Path
from generator.model import Amounts, Annex, Column, Group, Task

Columns = Mapping[str, Column]


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the places of the printed amounts that make it up."""

    total: int
    addends: tuple[Path, ...]


def columns_by_id(annex: Annex) -> Columns:
    """Columns of an annex by id; the last one wins where an id is repeated."""
    return {column.id: column for column in annex.columns}


def add_up(sums: Iterable[Sum | None]) -> Sum | None:
    """Add sums; those that are not there count as nothing, and nothing adds up to None."""
    there = [one for one in sums if one is not None]
    if not there:
        return None
    return Sum(sum(s.total for s in there), tuple(path for s in there for path in s.addends))


def sum_of_parts(columns: Columns, amounts: Amounts, path: Path, column_id: str) -> Sum | None:
    """Sum of the columns that a total column adds, in one row.

    Args:
        columns: Columns of the annex.
        amounts: The row's amounts, or the totals printed for a group or an annex.
        path: Path of `amounts`.
        column_id: The total column.

    Returns:
        The sum of the parts that are printed, or None when none is.
    """
    return _parts(columns, amounts, path, column_id, frozenset())


def sum_of_row(columns: Columns, row: Group | Task, path: Path, column_id: str) -> Sum | None:
    """What a row brings into a column: its printed amount, or else what stands for it.

    Args:
        columns: Columns of the annex.
        row: A task, or a group that may or may not print a total.
        path: Path of the row.
        column_id: Any column.

    Returns:
        The row's share, or None when it prints nothing that bears on the column.
    """
    if isinstance(row, Task):
        return _printed_or_parts(columns, row.amounts, (*path, "amounts"), column_id, frozenset())
    if column_id in row.stated:
        return Sum(row.stated[column_id], ((*path, "stated", column_id),))
    below = sum_of_rows(columns, row.rows, path, column_id)
    return below or sum_of_parts(columns, row.stated, (*path, "stated"), column_id)


def sum_of_rows(
    columns: Columns, rows: tuple[Group | Task, ...], path: Path, column_id: str
) -> Sum | None:
    """Sum of the rows directly below a group or an annex, in one column.

    Args:
        columns: Columns of the annex.
        rows: The rows.
        path: Path of the group or of the annex that holds them.
        column_id: The column.

    Returns:
        The sum, or None when no row brings anything.
    """
    return add_up(
        sum_of_row(columns, row, (*path, "rows", index), column_id)
        for index, row in enumerate(rows)
    )


def sum_of_leaves(
    columns: Columns, rows: tuple[Group | Task, ...], path: Path, column_id: str
) -> Sum | None:
    """Sum of the tasks at any depth below, whatever totals the groups between them print."""
    return add_up(
        sum_of_row(columns, row, (*path, "rows", index), column_id)
        if isinstance(row, Task)
        else sum_of_leaves(columns, row.rows, (*path, "rows", index), column_id)
        for index, row in enumerate(rows)
    )


def prints_parts(columns: Columns, rows: tuple[Group | Task, ...]) -> bool:
    """Whether any row below prints an amount in a column that is no total of others."""
    return any(
        any(column in columns and not columns[column].adds for column in row.amounts)
        if isinstance(row, Task)
        else prints_parts(columns, row.rows)
        for row in rows
    )


def _printed_or_parts(
    columns: Columns, amounts: Amounts, path: Path, column_id: str, seen: frozenset[str]
) -> Sum | None:
    if column_id in amounts:
        return Sum(amounts[column_id], ((*path, column_id),))
    return _parts(columns, amounts, path, column_id, seen)


def _parts(
    columns: Columns, amounts: Amounts, path: Path, column_id: str, seen: frozenset[str]
) -> Sum | None:
    if column_id in seen or column_id not in columns:
        return None
    return add_up(
        _printed_or_parts(columns, amounts, path, part, seen | {column_id})
        for part in columns[column_id].adds
    )
