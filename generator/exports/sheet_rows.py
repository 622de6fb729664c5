"""Rows of a sheet as SpreadsheetML (ECMA-376 part 1, 18.3.1).

The workbook itself is the library's. Its rows are written here, for two reasons. The library
guesses a cell's type from its text (`=1+1` becomes a formula, `#N/A` an error) and writes 16
digits of a number's double (70.1 becomes 70.09999999999999). And it takes 25 µs a cell: 45 s
for the 1.8 million cells of 200 plans, against 5 s here.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from generator.exports.cells import cell_text, needs_text
from generator.tables import Cell, plain

_DAY_NOUGHT = date(1899, 12, 30)
"""Days are counted from here, for days after February 1900; see `needs_text` for earlier ones."""


def sheet_rows(rows: Iterable[tuple[Cell, ...]], styles: Sequence[int], first: int) -> bytes:
    """Write rows.

    Args:
        rows: Values, row by row; an absent one makes no cell.
        styles: Number of each column's style in the workbook.
        first: Number of the first row.

    Returns:
        The `row` elements in UTF-8.
    """
    columns = [(get_column_letter(at), style) for at, style in enumerate(styles, start=1)]
    return "".join(
        _row(number, row, columns) for number, row in enumerate(rows, start=first)
    ).encode()


def _row(number: int, row: tuple[Cell, ...], columns: Sequence[tuple[str, int]]) -> str:
    cells = "".join(
        f'<c r="{letter}{number}" s="{style}"{_content(value)}</c>'
        for value, (letter, style) in zip(row, columns, strict=True)
        if value is not None
    )
    return f'<row r="{number}">{cells}</row>'


def _content(value: Cell) -> str:
    """A cell's type, and its value between the tags."""
    if isinstance(value, str) or needs_text(value):
        text = escape(cell_text(plain(value)))
        return f' t="inlineStr"><is><t xml:space="preserve">{text}</t></is>'
    if isinstance(value, bool):
        return f' t="b"><v>{int(value)}</v>'
    if isinstance(value, date):
        return f"><v>{(value - _DAY_NOUGHT).days}</v>"
    return f"><v>{plain(value)}</v>"
