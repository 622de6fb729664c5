"""A table of a page as a workbook of its own.

There are thousands of them. The library takes 4 to 10 ms to put one together, so it makes one
empty workbook with every style, and each table goes into a copy of its parts: 1 ms.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from generator.exports.archive import Body, member, with_body, workbook_bytes
from generator.exports.sheet_rows import sheet_rows
from generator.exports.workbook import NO_DATE, column_style, column_width
from generator.tables import TYPE_NAMES, ColumnType
from generator.tables.shown import ShownTable

_SHEETS = ("Bảng", "Nguồn")
_PATHS = tuple(f"xl/worksheets/sheet{number}.xml" for number in (1, 2))
_BEFORE_ROWS = b"<sheetData"
_ABOUT_WIDTHS = (22.0, 100.0)


@dataclass(frozen=True, slots=True)
class _Shell:
    """An empty workbook.

    Attributes:
        parts: Its files by name.
        styles: Number of each type's style.
        heading: Number of the style of headings.
    """

    parts: Mapping[str, bytes]
    styles: Mapping[ColumnType, int]
    heading: int


def shown_workbook(table: ShownTable, about: Sequence[tuple[str, str]], day: date | None) -> bytes:
    """Put a table into a workbook.

    Args:
        table: The table. Text is a cell of text, whatever it begins with.
        about: What the second sheet tells, label and words.
        day: Day of the data, which every date of the file itself is.

    Returns:
        The file's bytes, which depend on nothing but the arguments.
    """
    dated = max(day or NO_DATE, NO_DATE)
    shell = _shell(dated)
    text = shell.styles["string"]
    sheets = (
        _with_widths(_widths(table), with_body(shell.parts[_PATHS[0]], _rows(table, shell))),
        _with_widths(
            _ABOUT_WIDTHS,
            with_body(
                shell.parts[_PATHS[1]],
                Body(sheet_rows(about, (text, text), first=1), f"A1:B{len(about)}"),
            ),
        ),
    )
    return _packed({**shell.parts, **dict(zip(_PATHS, sheets, strict=True))}, dated)


def _rows(table: ShownTable, shell: _Shell) -> Body:
    labels = tuple(column.label for column in table.columns)
    heads = sheet_rows([labels], [shell.heading] * len(labels), first=1)
    styles = [shell.styles[column.type] for column in table.columns]
    extent = f"A1:{get_column_letter(len(labels))}{len(table.rows) + 1}"
    return Body(heads + sheet_rows(table.rows, styles, first=2), extent)


def _widths(table: ShownTable) -> list[float]:
    return [
        column_width(column.label, column.type, [row[at] for row in table.rows])
        for at, column in enumerate(table.columns)
    ]


def _with_widths(widths: Sequence[float], sheet: bytes) -> bytes:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(widths, start=1)
    )
    return sheet.replace(_BEFORE_ROWS, f"<cols>{columns}</cols>".encode() + _BEFORE_ROWS, 1)


@cache
def _shell(day: date) -> _Shell:
    book = Workbook()
    book.properties.creator = "Kế hoạch mở"
    first, second = book.worksheets[0], book.create_sheet()
    first.title, second.title = _SHEETS
    first.freeze_panes = "A2"
    styles = {kind: column_style(first, kind) for kind in TYPE_NAMES}
    heading = column_style(first, "string", Font(bold=True))
    whole = zipfile.ZipFile(io.BytesIO(workbook_bytes(book, [None, None], day)))
    return _Shell({name: whole.read(name) for name in whole.namelist()}, styles, heading)


def _packed(parts: Mapping[str, bytes], day: date) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(member(name, day), content)
    return packed.getvalue()
