"""Parquet: every table cut by province, for queries over many plans at once.

`parquet/<table>/province_id=<province>/data.parquet`, the layout that DuckDB, Spark and Arrow read
as one table whose column `province_id` is told by the folder; a row that belongs to no province
lies in the folder that Hive keeps for those. A table of the registry, which knows no plans, is
`parquet/<table>/data.parquet`.

Columns are those of the CSV, with types of their own: a list is a list, a day a day, a decimal a
`double`, which holds every figure that a plan file can hold. A column in which one whole number
needs more than 64 bits is text.
"""

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from generator.exports.data import ExportInput, File
from generator.tables import TABLES, ColumnSpec, Table, records, split

FOLDER = "parquet"
PROVINCE = "province_id"
_NO_PROVINCE = "__HIVE_DEFAULT_PARTITION__"
_PLAN = "plan_id"
_INT64 = range(-(2**63), 2**63)
_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "year": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "list": pa.list_(pa.string()),
}

Columns = dict[str, list[Any]]


def render(data: ExportInput) -> Iterator[File]:
    """Render every table.

    Args:
        data: Checked plans.

    Yields:
        Paths and bytes, table by table, provinces in order of id. No file without rows.
    """
    for table in TABLES:
        rows = [tuple(row) for row in records(data.frames[table.name])]
        whole = _columns(table, rows)
        schema = pa.schema([_field(column, whole[column.name]) for column in table.columns])
        for province, chosen in _by_province(table, rows).items():
            yield path_of(table, province), _bytes(table, schema, chosen)


def is_cut(table: Table) -> bool:
    """Whether a table is cut by province: it tells of plans."""
    return any(column.name == _PLAN for column in table.columns)


def path_of(table: Table, province: str | None) -> str:
    """Path of a file below the folder of the data.

    Args:
        table: The table.
        province: Id of the province; None for a table that is not cut.
    """
    folder = f"{PROVINCE}={province}/" if province else ""
    return f"{FOLDER}/{table.name}/{folder}data.parquet"


def _by_province(
    table: Table, rows: list[tuple[Any, ...]]
) -> dict[str | None, list[tuple[Any, ...]]]:
    if not is_cut(table):
        return {None: rows} if rows else {}
    at = [column.name for column in table.columns].index(_PLAN)
    found: dict[str | None, list[tuple[Any, ...]]] = {}
    for row in sorted(rows, key=lambda row: _province(row[at])):
        found.setdefault(_province(row[at]), []).append(row)
    return found


def _province(plan_id: str | None) -> str:
    return plan_id.partition("/")[0] if plan_id else _NO_PROVINCE


def _columns(table: Table, rows: list[tuple[Any, ...]]) -> Columns:
    cells = zip(*rows, strict=True) if rows else ((),) * len(table.columns)
    return {
        column.name: [_value(column, cell) for cell in of_column]
        for column, of_column in zip(table.columns, cells, strict=True)
    }


def _value(column: ColumnSpec, cell: Any) -> Any:
    if cell is None:
        return None
    if column.type == "list":
        return list(split(cell))
    return float(cell) if isinstance(cell, Decimal) else cell


def _field(column: ColumnSpec, cells: list[Any]) -> pa.Field:
    whole = column.type in ("integer", "year")
    too_great = whole and any(cell is not None and cell not in _INT64 for cell in cells)
    return pa.field(column.name, pa.string() if too_great else _TYPES[column.type])


def _bytes(table: Table, schema: pa.Schema, rows: list[tuple[Any, ...]]) -> bytes:
    columns = _columns(table, rows)
    cut = is_cut(table)
    arrays = {
        field.name: pa.array(_fitting(field, columns[field.name]), field.type)
        for field in schema
        if not (cut and field.name == PROVINCE)  # the folder tells it
    }
    written = io.BytesIO()
    pq.write_table(pa.table(arrays), written, compression="zstd")
    return written.getvalue()


def _fitting(field: pa.Field, cells: list[Any]) -> list[Any]:
    if field.type != pa.string():
        return cells
    return [cell if cell is None else str(cell) for cell in cells]
