"""Numbers the rows of targets in a sheet as the plan numbers them; the table has no number."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from generator.tables import Cell

_GROUP: Final = ("indicator_id", "role")
_PERIOD: Final = ("period_start", "period_end")


def numbered(
    rows: Sequence[Mapping[str, Cell]], plan_rows: Sequence[Mapping[str, Cell]]
) -> list[int]:
    """Find which target of the plan each row of a sheet is.

    Args:
        rows: Rows of the sheet.
        plan_rows: Rows of the plan, each with its `order` within its indicator and role.

    Returns:
        For each row its number within its indicator and role: that of the plan's row that is the
        same in every column, else of the one with the same period, else of the next that is left.
    """
    left: dict[tuple[Cell, ...], list[Mapping[str, Cell]]] = defaultdict(list)
    for cells in plan_rows:
        left[tuple(cells[key] for key in _GROUP)].append(cells)
    orders = [0] * len(rows)
    for columns in ((), _PERIOD, _GROUP):
        for at, row in enumerate(rows):
            if not orders[at]:
                orders[at] = _take(left[tuple(row.get(key) for key in _GROUP)], row, columns)
    after = len(plan_rows)
    return [order or after + at + 1 for at, order in enumerate(orders)]


def _take(
    waiting: list[Mapping[str, Cell]], row: Mapping[str, Cell], columns: Sequence[str]
) -> int:
    """Take the first row that is the same in some columns, or in all; 0 when there is none."""
    for cells in waiting:
        if all(cells.get(key) == row.get(key) for key in columns or row):
            waiting.remove(cells)
            order = cells["order"]
            return order if isinstance(order, int) else 0
    return 0
