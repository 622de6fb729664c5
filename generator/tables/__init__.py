"""Plans as tables: declared columns, exact values, rows in the order of the documents.

`TABLES` lists every table. The first nine are the contract of open data, in its order; their
columns and those of the others may grow at the end only.
"""

from generator.tables import (
    actions,
    agencies,
    annexes,
    budget,
    citations,
    concepts,
    coverage,
    documents,
    findings,
    indicators,
    objectives,
    organisation,
    plans,
    provinces,
    statements,
    targets,
    task_successions,
    tasks,
    units,
)
from generator.tables.frames import frame, plain, records
from generator.tables.spec import (
    TYPE_NAMES,
    Cell,
    ColumnSpec,
    ColumnType,
    Constraints,
    ForeignKey,
    Table,
    TableInput,
    TableRow,
    split,
)

TABLES: tuple[Table, ...] = (
    plans.TABLE,
    objectives.TABLE,
    indicators.TABLE,
    targets.TABLE,
    tasks.TABLE,
    budget.TABLE,
    findings.TABLE,
    agencies.TABLE,
    provinces.TABLE,
    annexes.TABLE,
    annexes.COLUMN_TABLE,
    annexes.GROUP_TABLE,
    objectives.STATED_TABLE,
    statements.TABLE,
    statements.SOURCE_TABLE,
    actions.TABLE,
    organisation.TABLE,
    organisation.REPORT_TABLE,
    citations.TABLE,
    coverage.TABLE,
    coverage.NOTE_TABLE,
    documents.TABLE,
    units.TABLE,
    concepts.TABLE,
    task_successions.TABLE,
)

__all__ = [
    "TABLES",
    "TYPE_NAMES",
    "Cell",
    "ColumnSpec",
    "ColumnType",
    "Constraints",
    "ForeignKey",
    "Table",
    "TableInput",
    "TableRow",
    "frame",
    "plain",
    "records",
    "split",
]
