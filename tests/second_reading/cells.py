"""Cells of two readings of one source, and what it takes to lay them side by side."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

Cells = dict[tuple[str, ...], str]
"""Key of a cell (row and column) to its text. An empty cell is left out."""

Rows = Iterable[tuple[tuple[str, ...], Mapping[str, object]]]
"""Key of a row to its cells by column."""


@dataclass(frozen=True)
class Comparison:
    """One table compared.

    Attributes:
        rows: Rows of the second reading.
        cells: Cells that either reading has.
        differences: Cells on which they do not agree: key, second reading, plan.
    """

    rows: int
    cells: int
    differences: tuple[tuple[tuple[str, ...], str, str], ...]


def compare(rows: int, reading: Rows, plan: Rows) -> Comparison:
    """Lay two readings side by side.

    Args:
        rows: Rows of the second reading's file.
        reading: The same by key.
        plan: Rows of the plan, under the same keys and columns.

    Returns:
        How much was compared, and every cell that differs or that only one of them has.
    """
    theirs, ours = _cells(reading), _cells(plan)
    keys = sorted(theirs.keys() | ours.keys())
    pairs = ((key, theirs.get(key, ""), ours.get(key, "")) for key in keys)
    return Comparison(rows, len(keys), tuple(pair for pair in pairs if pair[1] != pair[2]))


def compare_counts(
    reading: Iterable[tuple[str, ...]], plan: Iterable[tuple[str, ...]]
) -> Comparison:
    """Compare how often each figure occurs, where rows have no numbers to match them by."""
    theirs, ours = Counter(reading), Counter(plan)
    return compare(
        theirs.total(),
        ((key, {"count": count}) for key, count in theirs.items()),
        ((key, {"count": count}) for key, count in ours.items()),
    )


def rows_of(file: Path) -> list[dict[str, str]]:
    """Rows of a CSV file of the second reading; none when there is no such file."""
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def figures(values: Iterable[Decimal | int | str | None]) -> str:
    """Figures as one text, `43.35;36.69`, each written one way only."""
    return ";".join(
        f"{Decimal(value).normalize():f}" for value in values if value not in {None, ""}
    )


def _cells(rows: Rows) -> Cells:
    return {
        (*key, column): str(value)
        for key, row in rows
        for column, value in row.items()
        if value is not None and value != ""
    }


def picked(row: Mapping[str, str], columns: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Some columns of a row, those that it has."""
    return ((column, row[column]) for column in columns if column in row)
