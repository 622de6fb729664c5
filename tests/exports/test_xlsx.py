"""XLSX: types that survive, text that is never a formula, a sheet that explains."""

import io
import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook

from generator.exports import FORMATS
from generator.exports.cells import CUT, MOST_CHARACTERS, cell_text, needs_text
from generator.exports.sheet_rows import sheet_rows
from generator.tables import TABLES, Cell, ColumnSpec, Table, plain, records
from tests.exports.sample import HOSTILE, sample_input

NUMBER_FORMATS = {
    "string": "@",
    "list": "@",
    "integer": "#,##0",
    "number": "General",
    "boolean": "General",
    "year": "0",
    "date": "yyyy-mm-dd",
}


@cache
def content() -> bytes:
    """The sample's workbook."""
    ((path, data),) = FORMATS["xlsx"](sample_input())
    assert path == "kehoach.xlsx"
    return data


@cache
def book() -> Workbook:
    """The sample's workbook as a spreadsheet program reads it."""
    return load_workbook(io.BytesIO(content()))


def as_written(value: Any, column: ColumnSpec) -> Cell:
    """A cell's value as the type of its column."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return unescape(value)
    if column.type == "number" and value is not None:
        return Decimal(str(value))
    return value  # type: ignore[no-any-return]


def test_there_is_a_sheet_to_read_first_then_one_a_table() -> None:
    """Sheets are named as the CSV files are, after a first one that explains them."""
    assert book().sheetnames == ["Đọc trước", *(table.name for table in TABLES)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_sheet_holds_the_frame_cell_for_cell(table: Table) -> None:
    """Reading a sheet gives exactly the values of its table, of the right types."""
    rows = list(book()[table.name].iter_rows(values_only=True))
    assert list(rows[0]) == [column.name for column in table.columns]
    expected = [
        tuple(plain(cell) if needs_text(cell) else cell for cell in row)
        for row in records(sample_input().frames[table.name])
    ]
    got = [
        tuple(as_written(*pair) for pair in zip(row, table.columns, strict=True))
        for row in rows[1:]
    ]
    assert got == expected
    assert [list(map(type, row)) for row in got] == [list(map(type, row)) for row in expected]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_cells_have_the_format_of_their_type(table: Table) -> None:
    """Numbers, years and days show as such; ids, codes and text are marked as text."""
    for row in book()[table.name].iter_rows(min_row=2):
        for cell, column in zip(row, table.columns, strict=True):
            if cell.value is not None:
                assert cell.number_format == NUMBER_FORMATS[column.type]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_header_stays_in_view_and_filters(table: Table) -> None:
    """The first row is frozen, bold and has filters over all of the data."""
    sheet = book()[table.name]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert all(cell.font.bold for cell in sheet[1])
    letters = [get_column_letter(at) for at in range(1, len(table.columns) + 1)]
    assert all(8 <= sheet.column_dimensions[letter].width <= 60 for letter in letters)


def test_hostile_text_is_text() -> None:
    """What looks like a formula, a number, an error or a day is a text cell, exactly."""
    sheet = book()["tasks"]
    cells = [row[4] for row in sheet.iter_rows(min_row=2) if row[0].value == "vi-du/02-xau-2025"]
    assert tuple(unescape(str(cell.value)) for cell in cells) == HOSTILE
    assert {cell.data_type for cell in cells} == {"s"}


def test_spaces_at_the_ends_of_text_are_kept() -> None:
    """A program that follows the XML rules to the letter keeps them too."""
    with zipfile.ZipFile(io.BytesIO(content())) as archive:
        sheet = archive.read(f"xl/worksheets/sheet{book().sheetnames.index('tasks') + 1}.xml")
    assert '<t xml:space="preserve"> khoảng trắng hai đầu </t>' in sheet.decode()


def test_there_is_no_formula_link_or_macro_anywhere() -> None:
    """The parts of the file hold no formula, no link to elsewhere and no code."""
    with zipfile.ZipFile(io.BytesIO(content())) as archive:
        names = archive.namelist()
        sheets = [archive.read(name).decode() for name in names if "worksheets" in name]
    assert len(sheets) == len(TABLES) + 1
    assert not any(re.search(r"<f[ >/]|<hyperlink", sheet) for sheet in sheets)
    assert not [name for name in names if re.search("vba|external|_rels/sheet", name)]


def test_the_first_sheet_tells_licence_origin_and_meaning() -> None:
    """A reader finds the licence, the day and commit of the data, and every column's meaning."""
    rows = [
        tuple(str(cell) for cell in row if cell is not None)
        for row in book()["Đọc trước"].iter_rows(values_only=True)
    ]
    assert any("CC BY 4.0" in text for row in rows for text in row)
    assert ("Ngày của dữ liệu", "2025-11-24") in rows
    assert ("Bản ghi trong git", "0123456789abcdef0123456789abcdef01234567") in rows
    for table in TABLES:
        assert table.description in [row[-1] for row in rows if row[:1] == (table.name,)]
        for column in table.columns:
            assert any(
                row[:2] == (table.name, column.name) and row[3] == column.description
                for row in rows
                if len(row) == 4
            )


def test_every_date_of_the_file_is_the_day_of_the_data() -> None:
    """Neither the properties nor the archive tell when the file was made."""
    assert book().properties.created == book().properties.modified == datetime(2025, 11, 24)
    with zipfile.ZipFile(io.BytesIO(content())) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2025, 11, 24, 0, 0, 0)}


@pytest.mark.parametrize(
    ("value", "unsafe"),
    [
        (999_999_999_999_999, False),
        (1_234_567_890_123_456, True),
        (10**23, True),
        (Decimal("0.1234567890123456"), True),
        (date(1900, 2, 28), True),
        (date(1900, 3, 1), False),
        (True, False),
        (None, False),
    ],
)
def test_values_that_a_spreadsheet_would_change_are_text(value: Cell, unsafe: bool) -> None:
    """More digits than a spreadsheet keeps, and days that it counts wrongly, are text."""
    assert needs_text(value) is unsafe


def test_text_that_does_not_fit_says_that_it_was_cut() -> None:
    """A cell holds so many characters; the last ones then tell where the whole text is."""
    assert cell_text("a" * MOST_CHARACTERS) == "a" * MOST_CHARACTERS
    cut = cell_text("a" * (MOST_CHARACTERS + 1))
    assert len(cut) == MOST_CHARACTERS
    assert cut.endswith(CUT)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_one_text_cell_and_comes_back_exactly(text: str) -> None:
    """Whatever a cell holds, the row is sound XML with one text cell that says the same."""
    row = ET.fromstring(sheet_rows([(text, 5)], [1, 2], first=7).decode())  # noqa: S314
    first, second = row
    assert first.attrib == {"r": "A7", "s": "1", "t": "inlineStr"}
    assert unescape("".join(first.itertext())) == text
    assert (second.attrib, "".join(second.itertext())) == ({"r": "B7", "s": "2"}, "5")
