"""Turns a table's rows into a pandas frame with declared column types, and back into cells."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from generator.tables.spec import Cell, ColumnSpec, ColumnType, Table, TableInput

_PYTHON: dict[ColumnType, type] = {
    "string": str,
    "list": str,
    "integer": int,
    "year": int,
    "number": Decimal,
    "boolean": bool,
    "date": date,
}
_DTYPES = {
    "string": "string",
    "list": "string",
    "integer": "Int64",
    "year": "Int64",
    "number": "object",
    "boolean": "boolean",
    "date": "object",
}
_INT64 = 2**63


def frame(table: Table, data: TableInput) -> pd.DataFrame:
    """Build a table.

    Args:
        table: The table.
        data: Plans, registry and findings.

    Returns:
        A frame with exactly the declared columns. Text is `string`, whole numbers and years
        are `Int64` (Python integers where one is too great for that), decimals are `Decimal`,
        days are `datetime.date`, absent is `NA` or None.

    Raises:
        TypeError: A row holds a value that is not of its column's type: a bug of the table.
        ValueError: A row is longer or shorter than the table has columns.
    """
    rows = list(table.build(data))
    for row in rows:
        if len(row) != len(table.columns):
            raise ValueError(f"{table.name}: {len(row)} cells, {len(table.columns)} columns")
    return pd.DataFrame(
        {
            column.name: _series(table, column, [row[at] for row in rows])
            for at, column in enumerate(table.columns)
        }
    )


def records(built: pd.DataFrame) -> Iterator[tuple[Cell, ...]]:
    """Rows of a frame as plain Python values.

    Args:
        built: A frame made by `frame`.

    Yields:
        Each row; absent is None, integers are `int`, decimals `Decimal`, days `date`.
    """
    columns = [
        [None if value is pd.NA else value for value in built[name].astype(object).tolist()]
        for name in built.columns
    ]
    yield from zip(*columns, strict=True)


def plain(value: Cell) -> str:
    """A value as text that programs read: `true`, `2025-09-22`, `42.05`; absent is empty.

    Args:
        value: The value.

    Returns:
        Its text; a decimal with the digits that it was written with, never in powers of ten.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value)


def _series(table: Table, column: ColumnSpec, values: Sequence[Cell]) -> "pd.Series[Any]":
    expected = _PYTHON[column.type]
    for value in values:
        if value is not None and type(value) is not expected:
            raise TypeError(f"{table.name}.{column.name}: {value!r} is not {column.type}")
    dtype = _DTYPES[column.type]
    if dtype == "Int64" and any(isinstance(v, int) and abs(v) >= _INT64 for v in values):
        dtype = "object"
    return pd.Series(list(values), dtype=dtype, name=column.name)
