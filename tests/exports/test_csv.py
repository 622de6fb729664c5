"""CSV: the facts of the format, and text that comes back exactly."""

import csv
import io
from functools import cache

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports import FORMATS
from generator.exports.csv_files import csv_bytes
from generator.located import is_formula
from generator.tables import TABLES, Table, plain, records
from tests.exports.sample import HOSTILE, sample_input


@cache
def files() -> dict[str, bytes]:
    """The sample's CSV files by path."""
    return dict(FORMATS["csv"](sample_input()))


def read(name: str) -> list[dict[str, str]]:
    """Rows of a file as any reader of CSV gets them."""
    return list(csv.DictReader(io.StringIO(files()[f"{name}.csv"].decode(), newline="")))


def test_there_is_one_file_a_table() -> None:
    """Every table has its CSV file, in the order of the registry."""
    assert list(files()) == [f"{table.name}.csv" for table in TABLES]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_header_names_the_columns(table: Table) -> None:
    """The first line is the names of the columns with commas between them."""
    first = files()[f"{table.name}.csv"].split(b"\n")[0]
    assert first.decode() == ",".join(column.name for column in table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_lines_end_with_lf_and_there_is_no_bom(table: Table) -> None:
    """A file is UTF-8 without a mark at its start and with LF at every end of a line."""
    content = files()[f"{table.name}.csv"]
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\n")
    assert b"\r\n" not in content
    content.decode("utf-8")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_file_holds_the_frame_cell_for_cell(table: Table) -> None:
    """Reading a file gives exactly the values of its table; only what no plan may hold is marked."""
    built = sample_input().frames[table.name]
    got = list(csv.reader(io.StringIO(files()[f"{table.name}.csv"].decode(), newline="")))
    assert got[1:] == [[inert(plain(cell)) for cell in row] for row in records(built)]


def inert(text: str) -> str:
    """A text with the mark that keeps a spreadsheet from carrying it out."""
    return f"'{text}" if is_formula(text) else text


def test_values_are_written_as_the_contract_says() -> None:
    """Days are ISO, decimals have a point, lists a semicolon, absent is empty, truth a word."""
    plan = read("plans")[0]
    assert (plan["issued_on"], plan["period_start"]) == ("2025-09-22", "2025")
    target = read("targets")[0]
    assert (target["value"], target["value_max"], target["per_year"]) == ("42.05", "", "false")
    task = read("tasks")[0]
    assert task["coordinator_ids"] == "so-tai-chinh;cac-so"
    assert read("budget")[3]["amount"] == "0"


def test_hostile_text_comes_back_exactly() -> None:
    """Line breaks of both kinds, quotes, commas and markup are only text, and so are sums."""
    tasks = [row for row in read("tasks") if row["plan_id"] == "vi-du/02-xau-2025"]
    expected = tuple(map(inert, HOSTILE))
    assert tuple(row["title"] for row in tasks) == expected
    assert tuple(row["remark"] for row in tasks) == expected
    assert {text for text in HOSTILE if text[0] in "=+-@"} - set(expected) == {
        HOSTILE[0],
        "+cmd|' /C calc'!A0",
        "@SUM(A1:A9)",
    }


def test_every_row_has_every_column() -> None:
    """No row is broken by a comma or line break in its text."""
    for table in TABLES:
        text = files()[f"{table.name}.csv"].decode()
        widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""))}
        assert widths == {len(table.columns)}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_any_text_comes_back_exactly(texts: list[str]) -> None:
    """Whatever a cell holds, a reader of CSV gets it back, a formula behind an apostrophe."""
    built = pd.DataFrame({"a": pd.Series(texts, dtype="string"), "b": 1})
    content = csv_bytes(built).decode()
    assert list(csv.reader(io.StringIO(content, newline="")))[1:] == [
        [f"'{text}" if is_formula(text) else text, "1"] for text in texts
    ]
