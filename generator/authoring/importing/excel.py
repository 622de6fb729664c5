"""Reads .xlsx: every sheet as a grid, with merged cells, and figures as a reader sees them.

Nothing is evaluated. A cell with a formula gives the result that the spreadsheet program kept,
and a doubt.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.authoring.importing.archive import damaged, open_archive
from generator.authoring.importing.display import shown
from generator.authoring.importing.errors import ImportRefusedError
from generator.authoring.importing.sheet_facts import Place, SheetFacts, TooFarError, sheet_facts
from generator.authoring.importing.source import Cell, Grid, Merged, Row, Section, Source
from generator.authoring.importing.texts import clean_lines

MOST_CELLS = 100_000
"""Of all sheets together."""

MOST_SHEETS = 60

_FORMULA = "Ô này là công thức; lấy kết quả lưu sẵn trong tệp, không tính lại."
NO_RESULT = "Ô này là công thức mà tệp không lưu kết quả. Mở bằng Excel, lưu lại rồi nhập."
CELL_ERROR = "Ô này báo lỗi trong Excel nên bị bỏ trống."
_HIDDEN = "Dòng này bị ẩn trong Excel."


def read_excel(name: str, content: bytes) -> Source:
    """Read a workbook.

    Args:
        name: Name of the file, for messages.
        content: Its bytes.

    Returns:
        A section for each sheet that holds anything.

    Raises:
        ImportRefusedError: The file is damaged, unsafe or too large.
    """
    archive = open_archive(name, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they are about parts that no table needs
            return _read(name, archive, content)
    except ImportRefusedError:
        raise
    except TooFarError as error:
        raise ImportRefusedError(
            f"«{name}» {error}. Hãy chép riêng bảng cần nhập sang một tệp mới."
        ) from error
    except Exception as error:  # a stranger's file finds every way in which a library can fail
        raise damaged(name) from error


def _read(name: str, archive: zipfile.ZipFile, content: bytes) -> Source:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    sections, cells = [], 0
    if len(book.worksheets) > MOST_SHEETS:
        raise TooFarError(f"có {len(book.worksheets)} trang tính, quá mức {MOST_SHEETS}")
    for sheet in book.worksheets:
        facts = _facts(name, archive, sheet)
        cells += facts.cells
        if cells > MOST_CELLS:
            raise ImportRefusedError(
                f"«{name}» có hơn {MOST_CELLS} ô có nội dung. Hãy chép riêng bảng cần nhập sang một "
                "tệp mới; sổ do kehoach export làm ra thì xuất lại riêng một kế hoạch, với --plan."
            )
        if facts.cells:
            sections.append(Section(sheet.title, (Grid(tuple(_rows(sheet, facts))),)))
    return Source(tuple(sections))


def _facts(name: str, archive: zipfile.ZipFile, sheet: Any) -> SheetFacts:
    try:
        return sheet_facts(archive.read(sheet._worksheet_path))
    except expat.ExpatError as error:
        raise damaged(name) from error


def _rows(sheet: Any, facts: SheetFacts) -> Iterator[Row]:
    """Every row down to the last value, each as wide as the widest."""
    last_row, last_column = facts.last
    found: dict[Place, Cell] = {}
    rows = sheet.iter_rows(min_row=1, max_row=last_row, min_col=1, max_col=last_column)
    for number, values in enumerate(rows, start=1):
        for column in range(1, last_column + 1):
            value = values[column - 1] if column <= len(values) else None
            found[number, column] = _cell(value, (number, column), facts, found)
        yield tuple(found[number, column] for column in range(1, last_column + 1))


def _cell(value: Any, at: Place, facts: SheetFacts, found: dict[Place, Cell]) -> Cell:
    place = f"ô {get_column_letter(at[1])}{at[0]}"
    origin = facts.merged.get(at)
    if origin is not None and origin in found:
        merged: Merged = "left" if origin[0] == at[0] else "above"
        return Cell(found[origin].lines, place, found[origin].number, merged)
    doubts = [_HIDDEN] if at[0] in facts.hidden else []
    if value is None or value.value is None:
        if at in facts.formulas:
            doubts.append(NO_RESULT)
        return Cell((), place, doubts=tuple(doubts) if at in facts.formulas else ())
    if value.data_type == "e":
        return Cell((), place, doubts=(*doubts, CELL_ERROR))
    seen = shown(value.value, value.number_format or "General")
    doubts += [_FORMULA] if at in facts.formulas else []
    doubts += [seen.doubt] if seen.doubt else []
    return Cell(clean_lines(seen.text), place, seen.number, doubts=tuple(doubts))
