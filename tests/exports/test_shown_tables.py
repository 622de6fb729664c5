"""Tables of pages as files: the same values in each format, text that stays text, the same bytes."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from generator.exports.shown_tables import Edition, render_shown
from generator.tables import TableRow, plain
from generator.tables.shown import ShownColumn, ShownTable
from tests.exports.sample import HOSTILE
from tests.exports.test_csv import inert

COLUMNS = (
    ShownColumn("Số"),
    ShownColumn("Tên =1+1"),
    ShownColumn("Tổng cộng", "integer"),
    ShownColumn("Mức", "number"),
    ShownColumn("Hạn", "date"),
    ShownColumn("Từ năm", "year"),
    ShownColumn("Địa chỉ"),
)
ROWS: tuple[TableRow, ...] = (
    ("1.10", "Việc", 1184374, Decimal("42.05"), date(2026, 3, 31), 2026, "a/#b"),
    (None, None, None, None, None, None, None),
    *(("001", text, 0, Decimal("0.1"), None, None, "a/#c") for text in HOSTILE),
)
TABLE = ShownTable("tinh/kh/nhiem-vu/pl", "Bảng", "tinh/kh/nhiem-vu/", COLUMNS, ROWS, "Kế hoạch 1")
EDITION = Edition("0123456789abcdef", date(2025, 10, 1))


def files(table: ShownTable = TABLE) -> dict[str, bytes]:
    """Files of a table by suffix."""
    return {path.rpartition(".")[2]: content for path, content in render_shown([table], EDITION)}


def sheet_values(content: bytes) -> list[tuple[Any, ...]]:
    """Values of the first sheet as a spreadsheet reads them."""
    rows = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return [tuple(unescape(v) if isinstance(v, str) else v for v in row) for row in rows]


def test_each_table_has_three_files_beside_each_other() -> None:
    """They are named by the table's path."""
    paths = [path for path, _ in render_shown([TABLE], EDITION)]
    assert paths == [f"tinh/kh/nhiem-vu/pl.{suffix}" for suffix in ("csv", "xlsx", "json")]


def test_csv_holds_every_value_exactly() -> None:
    """Headings first, figures and days as programs read them, hostile text marked where it acts."""
    head, *rows = csv.reader(io.StringIO(files()["csv"].decode(), newline=""))
    assert head == [column.label for column in COLUMNS]
    assert rows == [[inert(plain(cell)) for cell in row] for row in ROWS]


def test_json_holds_numbers_as_numbers_and_says_where_they_are_from() -> None:
    """Rows keep the order of the columns; absent is null; days are ISO."""
    told = json.loads(files()["json"])
    assert [tuple(row) for row in told["rows"][:2]] == [
        ("1.10", "Việc", 1184374, 42.05, "2026-03-31", 2026, "a/#b"),
        (None,) * 7,
    ]
    assert [row[1] for row in told["rows"][2:]] == list(HOSTILE)
    assert told["columns"][2] == {"label": "Tổng cộng", "type": "integer"}
    assert (told["generated_from"], told["data_date"]) == ("0123456789abcdef", "2025-10-01")
    assert told["license"]["name"] == "CC-BY-4.0"
    assert told["source"] == "Kế hoạch 1"


def test_a_workbook_holds_types_and_never_a_formula() -> None:
    """Figures are numbers, days are days, and text is text whatever it begins with."""
    book = load_workbook(io.BytesIO(files()["xlsx"]))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == [column.label for column in COLUMNS]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    values = sheet_values(files()["xlsx"])
    first = values[1]
    assert first[:4] == ("1.10", "Việc", 1184374, 42.05)
    assert first[4].date() == date(2026, 3, 31)
    assert [row[1] for row in values[3:]] == [text.replace("\r", "\r") for text in HOSTILE]
    assert sheet.freeze_panes == "A2"


def test_a_workbook_says_where_it_is_from() -> None:
    """A file that has left the site still names its document, page, edition and licence."""
    about = load_workbook(io.BytesIO(files()["xlsx"])).worksheets[1]
    told = {row[0]: row[1] for row in about.iter_rows(values_only=True)}
    assert told["Văn bản"] == "Kế hoạch 1"
    assert told["Bản ghi dữ liệu"] == "0123456789abcdef"
    assert told["Ngày của dữ liệu"] == "2025-10-01"
    assert "CC BY 4.0" in str(told["Giấy phép"])


def test_amounts_beyond_what_a_spreadsheet_keeps_are_text_there() -> None:
    """An exact figure of seventeen digits loses none."""
    great = ShownTable("a", "A", "a/", (ShownColumn("Số", "integer"),), ((10**17 - 1,),))
    assert sheet_values(files(great)["xlsx"])[1] == ("99999999999999999",)
    assert json.loads(files(great)["json"])["rows"] == [[10**17 - 1]]


def test_the_same_table_gives_the_same_bytes() -> None:
    """Nothing comes from the clock; another day changes the workbook."""
    assert files() == files()
    other = dict(render_shown([TABLE], Edition("0123456789abcdef", date(2025, 10, 2))))
    assert other["tinh/kh/nhiem-vu/pl.xlsx"] != files()["xlsx"]


def test_a_table_without_rows_is_a_header() -> None:
    """Every reader opens it."""
    empty = ShownTable("a", "A", "a/", COLUMNS, ())
    assert len(sheet_values(files(empty)["xlsx"])) == 1
    assert json.loads(files(empty)["json"])["rows"] == []
    assert files(empty)["csv"].count(b"\n") == 1


def test_a_row_that_does_not_fit_is_a_bug_that_is_told() -> None:
    """No file is written with shifted columns."""
    broken = ShownTable("a", "A", "a/", COLUMNS, (("1",),))
    with pytest.raises(ValueError, match="1 cells, 7 columns"):
        files(broken)
