"""XLSX: one workbook, a first sheet that explains, then a sheet a table.

Text is stored as text, whatever it begins with: no cell is ever a formula or a link. Whole
numbers, decimals, years, days and truth values have their own types, with formats that a
spreadsheet shows as its reader's locale writes them.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports.archive import Body, workbook_bytes
from generator.exports.data import TITLE, ExportInput, File
from generator.exports.read_first import SHEET, WIDTHS, Line, lines
from generator.exports.sheet_rows import sheet_rows
from generator.tables import TABLES, Cell, ColumnType, Table, plain, records

FILE = "kehoach.xlsx"
NO_DATE = date(1980, 1, 1)
"""Day of the workbook when the data has none: the earliest that a zip archive can hold."""

_FORMATS: dict[ColumnType, str] = {
    "string": "@",
    "list": "@",
    "integer": "#,##0",
    "number": "General",
    "boolean": "General",
    "year": "0",
    "date": "yyyy-mm-dd",
}
_HEADER_FONT = Font(bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="1F4E79")
_TOP = Alignment(vertical="top")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_NARROWEST, _WIDEST = 8, 60


def render(data: ExportInput) -> Iterator[File]:
    """Render the workbook.

    Args:
        data: Checked plans.

    Yields:
        `kehoach.xlsx` with its bytes.
    """
    book = Workbook()
    book.properties.title = TITLE
    book.properties.creator = "Kế hoạch mở"
    _write_read_first(book, lines(data))
    rows = {table.name: list(records(data.frames[table.name])) for table in TABLES}
    bodies = [None, *(_write_table(book, table, rows[table.name]) for table in TABLES)]
    yield FILE, workbook_bytes(book, bodies, max(data.data_date or NO_DATE, NO_DATE))


def _write_read_first(book: Workbook, content: Iterator[Line]) -> None:
    """The only sheet that the library writes cell by cell; its text is our own."""
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _set_widths(sheet, WIDTHS)
    for number, line in enumerate(content, start=1):
        for at, words in enumerate(line.cells, start=1):
            cell = sheet.cell(number, at, words)
            cell.data_type = "s"
            cell.number_format = "@"
            cell.alignment = _WRAPPED if len(line.cells) > 1 else _TOP
            cell.font = Font(bold=line.heading)


def _write_table(book: Workbook, table: Table, rows: Sequence[tuple[Cell, ...]]) -> Body:
    """Make a table's sheet with its header, and give the rows that go below it."""
    sheet: Worksheet = book.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    extent = f"A1:{get_column_letter(len(table.columns))}{len(rows) + 1}"
    sheet.auto_filter.ref = extent
    _set_widths(
        sheet,
        [
            column_width(column.name, column.type, [row[at] for row in rows])
            for at, column in enumerate(table.columns)
        ],
    )
    for at, column in enumerate(table.columns, start=1):
        cell = sheet.cell(1, at, column.name)
        cell.font, cell.fill, cell.number_format = _HEADER_FONT, _HEADER_FILL, "@"
    styles = [column_style(sheet, column.type) for column in table.columns]
    return Body(sheet_rows(rows, styles, first=2), extent)


def column_style(sheet: Worksheet, kind: ColumnType, font: Font | None = None) -> int:
    """Number of a style in the workbook; asking for it adds it there.

    Args:
        sheet: Any sheet of the workbook.
        kind: Type of the values that are to be shown.
        font: Font, where it is not the usual one.

    Returns:
        The number.
    """
    cell = WriteOnlyCell(sheet)
    cell.number_format = _FORMATS[kind]
    cell.alignment = _TOP
    if font:
        cell.font = font
    return cell.style_id


def _set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    for at, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width


def column_width(label: str, kind: ColumnType, values: Sequence[Cell]) -> float:
    """Width in characters that shows most values, and the header with its filter button."""
    longest = max((len(plain(value)) for value in values), default=0)
    separators = longest // 3 if kind == "integer" else 0
    header = min(len(label) + 4, _WIDEST)
    return float(max(_NARROWEST, header, min(longest + separators + 2, _WIDEST)))
