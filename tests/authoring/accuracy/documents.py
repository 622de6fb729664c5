"""Word and Excel files of printed tables, with the traits that such files have in offices.

Headings in two rows, where neighbours share their first words; names of groups merged across;
a title and a cell over two lines; cells of one agency merged downwards; empty cells at the end of
a row left out; the heading printed again after a page; some text in decomposed letters, with
no-break spaces and hyphens that do not break.
"""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.authoring.accuracy.printed import PrintedRow, PrintedTable

PAGE = 20
"""Rows after which Word prints the heading again."""

_LONG = 60
_ODD = {" - ": " \u2011 ", "Sở Tài": "Sở\u00a0Tài"}

Value = str | int | float

Cell = tuple[str, int, str]
"""Text, columns that it spans, and how it stands in a vertical merge: empty, restart, continue."""


def word_file(tables: Sequence[PrintedTable]) -> bytes:
    """A document with some tables.

    Args:
        tables: The tables, one after the other.

    Returns:
        The file's bytes.
    """
    document = Document()
    body = document.element.body
    at = len(body) - 1  # the last element holds the settings of the page
    for table in tables:
        for line in table.above:
            body.insert(at, parse_xml(f"<w:p {nsdecls('w')}>{_runs(line)}</w:p>"))
            at += 1
        body.insert(at, parse_xml(_table(table)))
        at += 1
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _table(table: PrintedTable) -> str:
    grid = "<w:gridCol/>" * len(table.headings)
    head = "".join(map(_row, _heading(table.headings)))
    rows = list(_cells(table))
    body = "".join(
        (head if number and number % PAGE == 0 else "") + _row(cells)
        for number, cells in enumerate(rows)
    )
    return f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"


def _heading(headings: Sequence[str]) -> Iterator[list[Cell]]:
    """One row, or two where neighbours begin with the same words."""
    shared = shared_words(headings)
    if not shared:
        yield [(heading, 1, "") for heading in headings]
        return
    start, stop, words = shared
    lower = [heading.removeprefix(words).strip() for heading in headings[start:stop]]
    yield [
        *((heading, 1, "restart") for heading in headings[:start]),
        (words, stop - start, ""),
        *((heading, 1, "restart") for heading in headings[stop:]),
    ]
    yield [
        *(("", 1, "continue") for _ in headings[:start]),
        *((part, 1, "") for part in lower),
        *(("", 1, "continue") for _ in headings[stop:]),
    ]


def shared_words(headings: Sequence[str]) -> tuple[int, int, str] | None:
    """The longest run of headings that begin with the same two words or more."""
    best: tuple[int, int, str] | None = None
    for start in range(2, len(headings) - 1):
        for stop in range(start + 2, len(headings) + 1):
            words = _common([heading.split() for heading in headings[start:stop]])
            if len(words) > 1 and (best is None or stop - start > best[1] - best[0]):
                best = start, stop, " ".join(words)
    return best


def _common(texts: Sequence[Sequence[str]]) -> list[str]:
    same = []
    for words in zip(*(text[:-1] for text in texts), strict=False):
        if len(set(words)) > 1:
            break
        same.append(words[0])
    return same


def _cells(table: PrintedTable) -> Iterator[list[Cell]]:
    """Cells of each row; the third column of tasks is merged downwards where it repeats."""
    merges = table.headings[2].startswith("Cơ quan")
    number = 0
    for (_, lead), run in groupby(table.rows, key=lambda row: (row.kind, row.cells[2])):
        for at, row in enumerate(run):
            down = merges and row.kind == "task" and lead
            first = not at or number % PAGE == 0  # nothing is merged across a printed heading
            yield _spanned(row, ("restart" if first else "continue") if down else "")
            number += 1


def _spanned(row: PrintedRow, down: str) -> list[Cell]:
    cells: list[Cell] = []
    skip = 0
    for at, text in enumerate(row.cells):
        if skip:
            skip -= 1
            continue
        span = row.spans.get(at, 1)
        skip = span - 1
        merge = down if at == 2 else ""
        cells.append(("" if merge == "continue" else text, span, merge))
    while len(cells) > 3 and cells[-1] == ("", 1, ""):
        cells.pop()
    return cells


def _row(cells: Sequence[Cell]) -> str:
    return f"<w:tr>{''.join(_cell(at, cell) for at, cell in enumerate(cells))}</w:tr>"


def _cell(at: int, cell: Cell) -> str:
    text, span, merge = cell
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    paragraphs = "".join(
        f"<w:p>{_runs(line)}</w:p>" for line in (_lines(text) if at == 1 else [text])
    )
    return f"<w:tc><w:tcPr>{across}{down}</w:tcPr>{paragraphs}</w:tc>"


def _lines(text: str) -> list[str]:
    """A long text over two paragraphs."""
    if len(text) < _LONG:
        return [text]
    cut = text.find(" ", len(text) // 2)
    return [text[:cut], text[cut + 1 :]] if cut > 0 else [text]


def _runs(text: str) -> str:
    """A text in two runs with a line break, in the letters that some keyboards leave."""
    return f'<w:r><w:t xml:space="preserve">{_escaped(odd(text))}</w:t></w:r>' if text else ""


def odd(text: str) -> str:
    """The same text as it is often typed."""
    for usual, unusual in _ODD.items():
        text = text.replace(usual, unusual)
    return unicodedata.normalize("NFD", text) if text.startswith("Xây dựng") else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def excel_file(tables: Sequence[PrintedTable]) -> bytes:
    """A workbook with a sheet for each table.

    Whole numbers are figures, some amounts are text with points, and numbers of rows such as 1.10
    are figures too, as a spreadsheet makes them when they are typed.

    Args:
        tables: The tables.

    Returns:
        The file's bytes.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, table in enumerate(tables, start=1):
        sheet = book.create_sheet(f"Bảng {number}")
        for row, line in enumerate(table.above, start=1):
            _merged(sheet, row, 1, len(table.headings), odd(line))
        rows = [*_heading(table.headings), *_cells(table)]
        heading = len(rows) - len(table.rows)
        for row, cells in enumerate(rows):
            money = table.money if row >= heading else frozenset()
            _fill(sheet, row + len(table.above) + 2, cells, money)
        _merge_down(sheet, rows, len(table.above) + 2)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _merged(sheet: Worksheet, row: int, column: int, span: int, value: Value) -> None:
    cell = sheet.cell(row, column, value)
    if isinstance(value, int):
        cell.number_format = "#,##0" if column > 1 else "General"
    if span > 1:
        sheet.merge_cells(
            start_row=row, end_row=row, start_column=column, end_column=column + span - 1
        )


def _fill(sheet: Worksheet, row: int, cells: Sequence[Cell], money: frozenset[int]) -> None:
    column = 1
    for text, span, _ in cells:
        if text:
            _merged(sheet, row, column, span, _value(text, column - 1, money, row))
        column += span


def _value(text: str, at: int, money: frozenset[int], row: int) -> Value:
    if at in money and row % 3:
        return int(text.replace(".", ""))
    if at == 0 and text[0].isdigit() and text.count(".") < 2:
        return float(text) if "." in text else int(text)
    return "\n".join(map(odd, _lines(text))) if at == 1 else odd(text)


def _merge_down(sheet: Worksheet, rows: Sequence[Sequence[Cell]], first: int) -> None:
    """Merge what the rows say is one cell."""
    starts: dict[int, int] = {}
    for number, cells in enumerate([*rows, []], start=first):
        column = 1
        going = set()
        for _, span, merge in cells:
            if merge == "continue":
                going.add(column)
            column += span
        for at in [at for at in starts if at not in going]:
            if number - 1 > starts[at]:
                sheet.merge_cells(
                    start_row=starts[at], end_row=number - 1, start_column=at, end_column=at
                )
            del starts[at]
        column = 1
        for _, span, merge in cells:
            if merge == "restart":
                starts[column] = number
            column += span
