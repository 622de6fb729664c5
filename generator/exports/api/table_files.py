"""`tables/<table>.json`: the rows of a CSV file as objects, with real numbers and lists."""

from datetime import date
from decimal import Decimal

from generator.exports.data import ExportInput
from generator.exports.json_files import head
from generator.exports.published.values import Json, JsonObject, day, figure, words
from generator.tables import Cell, ColumnSpec, Table, records, split


def table_file(data: ExportInput, table: Table) -> JsonObject:
    """Make the JSON form of a table.

    Args:
        data: Checked plans.
        table: The table.

    Returns:
        Its name, and one object a row; every column is a key of every row, null where absent.
    """
    return {
        **head(data),
        "table": table.name,
        "rows": [
            {
                column.name: _value(column, cell)
                for column, cell in zip(table.columns, row, strict=True)
            }
            for row in records(data.frames[table.name])
        ],
    }


def _value(column: ColumnSpec, cell: Cell) -> Json:
    if column.type == "list":
        return words(split(cell)) if isinstance(cell, str) else []
    if isinstance(cell, Decimal):
        return figure(cell)
    return day(cell) if isinstance(cell, date) else cell
