"""Tables of the pages as files: CSV, XLSX and JSON of exactly what a table shows.

Written below `data/tables/` of the site, beside the tables of open data in `data/v1/`. What
stands in them follows the pages and may change with them; programs should read `data/v1/`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.exports.csv_files import csv_text
from generator.exports.data import LICENCE_NAME, LICENCE_TITLE, LICENCE_URL, File
from generator.exports.published.values import Json, JsonObject, figure
from generator.exports.shown_workbook import shown_workbook
from generator.tables import Cell
from generator.tables.shown import ShownTable


@dataclass(frozen=True, slots=True)
class Edition:
    """Which data tables are made from.

    Attributes:
        commit: Hash of the commit that holds the plans, or None outside git.
        day: Day of that commit, or None.
    """

    commit: str | None = None
    day: date | None = None


def render_shown(tables: Iterable[ShownTable], edition: Edition) -> Iterator[File]:
    """Render tables of pages.

    Args:
        tables: The tables; no two have the same path.
        edition: Which data they are made from.

    Yields:
        `<path>.csv`, `<path>.xlsx` and `<path>.json` for each, below `data/tables/`.

    Raises:
        ValueError: A row is longer or shorter than its table has columns: a bug of a page.
    """
    for table in tables:
        for row in table.rows:
            if len(row) != len(table.columns):
                raise ValueError(f"{table.path}: {len(row)} cells, {len(table.columns)} columns")
        yield f"{table.path}.csv", csv_text((c.label for c in table.columns), table.rows)
        yield f"{table.path}.xlsx", shown_workbook(table, list(_about(table, edition)), edition.day)
        yield f"{table.path}.json", _json(table, edition)


def _about(table: ShownTable, edition: Edition) -> Iterator[tuple[str, str]]:
    """What a reader must know of a file that has left the site, as the workbook's second sheet."""
    yield "Bảng", table.title
    if table.source:
        yield "Văn bản", table.source
    yield "Trang", table.page
    if edition.commit:
        yield "Bản ghi dữ liệu", edition.commit
    if edition.day:
        yield "Ngày của dữ liệu", edition.day.isoformat()
    yield "Giấy phép", f"{LICENCE_TITLE}: {LICENCE_URL}"


def _json(table: ShownTable, edition: Edition) -> bytes:
    """One row a line, so that two editions can be compared line by line."""
    head: JsonObject = {
        "title": table.title,
        "source": table.source or None,
        "page": table.page,
        "generated_from": edition.commit,
        "data_date": edition.day.isoformat() if edition.day else None,
        "license": {"name": LICENCE_NAME, "title": LICENCE_TITLE, "url": LICENCE_URL},
        "columns": [{"label": column.label, "type": column.type} for column in table.columns],
    }
    rows = ",\n".join(_dumped([_value(cell) for cell in row]) for row in table.rows)
    return f'{_dumped(head)[:-1]}, "rows": [\n{rows}\n]}}\n'.encode()


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _value(cell: Cell) -> Json:
    if isinstance(cell, Decimal):
        return figure(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
