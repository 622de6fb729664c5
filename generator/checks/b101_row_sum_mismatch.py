"""Tổng của một dòng khác các cột cộng lại.

Trong mỗi dòng của phụ lục (nhiệm vụ, nhóm hoặc dòng tổng của cả bảng), con số ở cột tổng phải
bằng các cột mà nó cộng. Ô trống coi như không có gì. Dòng chỉ in tổng mà không in cột thành
phần nào, hoặc để trống ô tổng, thì không có gì để so nên được bỏ qua.

Vì sao: người đọc tính phần của từng năm theo các cột, còn ngân sách được giao theo cột tổng; hai
con số khác nhau thì không biết tin con số nào.

Cách sửa: đối chiếu từng ô của dòng với văn bản, nhất là ô trống và số bị lệch cột. Nếu văn bản
in đúng như vậy thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._rows import PlacedTask, part_of_annex, rows_of_annex
from generator.checks._text import (
    KEEP_AS_PRINTED,
    column_name,
    listed,
    measured,
    off_by,
    row_name,
    unit_name,
)
from generator.checks.sums import Columns, columns_by_id, sum_of_parts
from generator.diagnostics import Figures, Finding, Path, Rule, Severity
from generator.model import Amounts, Annex, Group, Plan, Registry, Task

RULE = Rule("B101", "row-sum-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare every total column with the columns that it adds, row by row."""
    for annex_id, annex in plan.annexes.items():
        unit = unit_name(registry, annex.unit)
        columns = columns_by_id(annex)
        totals = {column.id for column in columns.values() if column.adds}
        for row, amounts, path in _lines(annex_id, annex) if totals else ():
            for column_id in (one for one in amounts if one in totals):
                yield from _compare(row, columns, amounts, path, column_id, annex.unit, unit)


def _lines(annex_id: str, annex: Annex) -> Iterator[tuple[Group | Task | None, Amounts, Path]]:
    """Each row that prints amounts; None is the row of the table's totals."""
    yield None, annex.stated, (part_of_annex(annex_id), "stated")
    for row in rows_of_annex(annex_id, annex):
        if isinstance(row, PlacedTask):
            yield row.task, row.task.amounts, (*row.path, "amounts")
        else:
            yield row.group, row.group.stated, (*row.path, "stated")


def _compare(
    row: Group | Task | None,
    columns: Columns,
    amounts: Amounts,
    path: Path,
    column_id: str,
    unit_id: str,
    unit: str,
) -> Iterator[Finding]:
    parts = sum_of_parts(columns, amounts, path, column_id)
    if parts is None or parts.total == amounts[column_id]:
        return
    column, name = columns[column_id], row_name(row) if row else "Dòng tổng của bảng"
    figures = Figures(amounts[column_id], parts.total, unit_id)
    labels = listed([columns[part].label for part in column.adds if part in columns])
    yield Finding(
        RULE,
        (*path, column_id),
        f"{name}: {column_name(column)} in {measured(figures.stated, unit)}, cộng các cột "
        f"{labels} được {measured(figures.computed, unit)}, {off_by(figures, unit)}.",
        KEEP_AS_PRINTED,
        figures,
        parts.addends,
    )
