"""CSV: one file a table, the exact record.

UTF-8 without BOM, comma, LF, a header, ISO dates, `.` as the decimal mark, lists joined with
`;`, empty where absent. A value that holds a comma, a quote or a line break stands in quotes,
and a quote within it is doubled (RFC 4180).

Text that begins with `=`, `+`, `-` or `@` is written as it is: cells of the documents do begin so,
a lone `-` for "none" and `+ ` for a list item among them. None of them can make a spreadsheet do
anything, because the check of plans refuses a text that calls a function, a program or another
file. A cell that is put together from texts, or taken out of one (a remark in brackets), could call
what no text of a plan does; only such a cell then gets an apostrophe before it. The file for
spreadsheets is `kehoach.xlsx`, in which text is text whatever it begins with.
"""

import csv
import io
from collections.abc import Iterable, Iterator

import pandas as pd

from generator.exports.data import ExportInput, File
from generator.located import is_formula
from generator.tables import TABLES, TableRow, plain, records


def render(data: ExportInput) -> Iterator[File]:
    """Render every table.

    Args:
        data: Checked plans.

    Yields:
        `<table>.csv` with its bytes, in the order of `TABLES`.
    """
    for table in TABLES:
        yield f"{table.name}.csv", csv_bytes(data.frames[table.name])


def csv_bytes(built: pd.DataFrame) -> bytes:
    """Write a frame as CSV.

    Args:
        built: A frame of `generator.tables`.

    Returns:
        The file's bytes.
    """
    return csv_text(built.columns, records(built))


def csv_text(header: Iterable[str], rows: Iterable[TableRow]) -> bytes:
    """Write rows as CSV.

    Args:
        header: Names of the columns.
        rows: The rows.

    Returns:
        The file's bytes.
    """
    lines: list[str] = []
    writer = csv.writer(_Lines(lines), lineterminator="\r\n")
    writer.writerow(_inert(label) for label in header)
    writer.writerows([_inert(plain(cell)) for cell in row] for row in rows)
    return "".join(lines).encode()


def _inert(text: str) -> str:
    return f"'{text}" if is_formula(text) else text


class _Lines(io.TextIOBase):
    """Takes one record a write and ends it with LF.

    The writer itself is told CRLF, because it puts quotes around a lone CR or LF only when
    that character is a part of its line end.
    """

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def write(self, record: str, /) -> int:
        self._lines.append(record.removesuffix("\r\n") + "\n")
        return len(record)
