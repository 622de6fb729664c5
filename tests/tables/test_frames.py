"""Frames: declared types, exact values, and bugs of a table that do not pass."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.tables import TABLES, Cell, Table, frame, plain, records
from tests.exports.sample import sample_input

DTYPES = {
    "string": "string",
    "list": "string",
    "integer": "Int64",
    "year": "Int64",
    "number": "object",
    "boolean": "boolean",
    "date": "object",
}


def _table(name: str) -> Table:
    return next(table for table in TABLES if table.name == name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_frame_has_the_declared_columns_and_types(table: Table) -> None:
    """Each column of a frame has the type that its declaration calls for."""
    built = frame(table, sample_input().tables)
    assert list(built.columns) == [column.name for column in table.columns]
    types = {name: str(dtype) for name, dtype in built.dtypes.items()}
    if table.name == "budget":
        assert types.pop("amount_vnd") == "object"
    assert types == {
        column.name: DTYPES[column.type] for column in table.columns if column.name in types
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_frame_gives_back_the_rows_of_its_table(table: Table) -> None:
    """Nothing changes on the way through pandas: no float, no NaN, no timestamp."""
    data = sample_input().tables
    expected = list(table.build(data))
    assert list(records(frame(table, data))) == expected
    assert [list(map(type, row)) for row in records(frame(table, data))] == [
        list(map(type, row)) for row in expected
    ]


def test_whole_numbers_too_great_for_a_frame_stay_exact() -> None:
    """An amount beyond 64 bits is neither rounded nor refused."""
    built = frame(_table("budget"), sample_input().tables)
    assert built["amount_vnd"].tolist()[-1] == 10**23


def test_an_empty_table_keeps_its_columns() -> None:
    """Without plans a table has a header and no rows."""
    table = replace(_table("tasks"), build=lambda _data: iter(()))
    built = frame(table, sample_input().tables)
    assert (len(built), len(built.columns)) == (0, len(table.columns))


@pytest.mark.parametrize("value", ["2030", 2030.0, True])
def test_a_value_of_another_type_is_refused(value: Cell) -> None:
    """A table that yields text, a float or a truth value as a year is wrong."""
    units = _table("units")
    wrong = replace(units, build=lambda _data: iter([("vnd", "đồng", "money", value)]))
    with pytest.raises(TypeError, match=r"units\.factor_vnd"):
        frame(wrong, sample_input().tables)


def test_a_row_of_another_length_is_refused() -> None:
    """A table whose rows do not fit its columns is wrong."""
    wrong = replace(_table("units"), build=lambda _data: iter([("vnd", "đồng")]))
    with pytest.raises(ValueError, match="2 cells, 4 columns"):
        frame(wrong, sample_input().tables)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (10**23, "1" + "0" * 23),
        (Decimal("42.05"), "42.05"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.00000001"), "0.00000001"),
        ("001", "001"),
    ],
)
def test_plain_text_of_a_value(value: Cell, text: str) -> None:
    """Values become text without powers of ten, float artefacts or guesses."""
    assert plain(value) == text
