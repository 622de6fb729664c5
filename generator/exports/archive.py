"""Puts a workbook together, so that its bytes depend on its content alone."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

_DIMENSION = re.compile(rb'(?<=<dimension ref=")[^"]*')
_END_OF_ROWS = b"</sheetData>"


@dataclass(frozen=True, slots=True)
class Body:
    """Rows that follow those that the library wrote into a sheet.

    Attributes:
        rows: `row` elements.
        extent: Range of all of the sheet's cells, `A1:V128`. Readers that stream believe it.
    """

    rows: bytes
    extent: str


def workbook_bytes(book: Workbook, bodies: Sequence[Body | None], day: date) -> bytes:
    """Save a workbook with one day as every date in it.

    The library's own `save` takes the dates of the last change and of the archive's members
    from the clock.

    Args:
        book: The workbook.
        bodies: For each of its sheets, what is to be added, or None.
        day: The day, 1980 or later: a zip archive knows no earlier one.

    Returns:
        The file's bytes.
    """
    moment = datetime(day.year, day.month, day.day)
    book.properties.created = book.properties.modified = moment
    added = {
        f"xl/worksheets/sheet{number}.xml": body for number, body in enumerate(bodies, start=1)
    }
    loose, packed = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(loose, "w", zipfile.ZIP_STORED) as archive:
        _InMemory(book, archive).save()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if body := added.get(name):
                content = with_body(content, body)
            target.writestr(member(name, day), content)
    return packed.getvalue()


class _InMemory(ExcelWriter):
    """Writes sheets without files in the system's folder for them, which may be full or fill up."""

    def __init__(self, book: Workbook, archive: zipfile.ZipFile) -> None:
        super().__init__(book, archive)
        self._parts = archive

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet as the library does, but into memory."""
        ws._drawing = SpreadsheetDrawing()
        writer: Any = WorksheetWriter(ws, io.BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._parts.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


def with_body(sheet: bytes, body: Body) -> bytes:
    """Put rows into a sheet below those that it has."""
    extended = _DIMENSION.sub(body.extent.encode(), sheet, count=1)
    return extended.replace(_END_OF_ROWS, body.rows + _END_OF_ROWS, 1)


def member(name: str, day: date) -> zipfile.ZipInfo:
    """Head of an archive's file, the same on every machine; packed when it is written."""
    info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3  # Unix on every system, or the bytes would tell where they were made
    return info
