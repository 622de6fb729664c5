"""A printed total against the rows below it: what groups and annexes have in common."""

from collections.abc import Iterator

from generator.checks._text import KEEP_AS_PRINTED, column_name, measured, off_by
from generator.checks.sums import Columns, Sum, prints_parts, sum_of_leaves, sum_of_rows
from generator.diagnostics import Figures, Finding, Path, Rule
from generator.model import Amounts, Group, Task


def compare_totals(
    rule: Rule,
    name: str,
    stated: Amounts,
    rows: tuple[Group | Task, ...],
    path: Path,
    columns: Columns,
    unit_id: str,
    unit: str,
) -> Iterator[Finding]:
    """Compare the printed totals of a group or of an annex with its rows, column by column.

    Args:
        rule: The rule that the findings break.
        name: Whose totals they are, as a message names it.
        stated: The printed totals.
        rows: The rows directly below.
        path: Path of the group or of the annex.
        columns: Columns of the annex.
        unit_id: Id of the annex's unit.
        unit: Name of that unit.

    Yields:
        A finding for each column whose total is not the sum of the rows. Where the tasks at
        the bottom add up to something else than the rows directly below, both sums are told.
        A column that no row prints adds up to 0 where the rows print other parts, and cannot
        be compared where they print none.
    """
    for column_id, total in stated.items():
        direct = sum_of_rows(columns, rows, path, column_id)
        if direct is None and prints_parts(columns, rows):
            direct = Sum(0, ())
        if direct is None or direct.total == total or column_id not in columns:
            continue
        figures = Figures(total, direct.total, unit_id)
        leaves = sum_of_leaves(columns, rows, path, column_id)
        yield Finding(
            rule,
            (*path, "stated", column_id),
            f"{name}: {column_name(columns[column_id])} in {measured(total, unit)}, cộng các "
            f"dòng ngay bên dưới được {measured(direct.total, unit)}, {off_by(figures, unit)}"
            f"{_leaves_text(figures, leaves.total if leaves else None, unit)}.",
            KEEP_AS_PRINTED,
            figures,
            direct.addends,
        )


def _leaves_text(figures: Figures, leaves: int | None, unit: str) -> str:
    if leaves is None or leaves == figures.computed:
        return ""
    if leaves == figures.stated:
        return "; cộng thẳng từ các nhiệm vụ thì lại đúng bằng số in"
    return f"; cộng thẳng từ các nhiệm vụ được {measured(leaves, unit)}"
