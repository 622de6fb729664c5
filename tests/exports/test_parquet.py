"""Parquet: the same rows as the CSV, cut by province, and the queries of the guide run."""

import csv
import io
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from generator.exports import ExportInput, csv_files, parquet
from generator.exports.writer import write_files
from generator.model import Library
from generator.pipeline import check
from generator.project import Project
from generator.tables import TABLES, Table, split

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "dev" / "parquet.md"
QUERIES = re.findall(r"```sql\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def data(project: Project) -> ExportInput:
    """The plans of this repository."""
    checked = check(project)
    return ExportInput(checked.library, checked.diagnostics)


@pytest.fixture(scope="module")
def folder(data: ExportInput, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported files, as the site serves them."""
    folder = tmp_path_factory.mktemp("parquet")
    write_files(parquet.render(data), folder)
    return folder


def rows_of(folder: Path, table: Table) -> list[tuple[Any, ...]]:
    """A table as DuckDB reads it, its columns in the declared order."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    files = folder / "parquet" / table.name / "**" / "*.parquet"
    return asked(f"SELECT {names} FROM read_parquet('{files}', hive_partitioning = true)")  # noqa: S608 - our own names


def asked(query: str) -> list[tuple[Any, ...]]:
    """What DuckDB answers."""
    answer = duckdb.sql(query)
    assert answer is not None
    return answer.fetchall()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_holds_the_rows_of_its_csv(
    table: Table, data: ExportInput, folder: Path
) -> None:
    """Cell by cell, in whatever order the provinces come."""
    content = dict(csv_files.render(data))[f"{table.name}.csv"]
    expected = list(csv.reader(io.StringIO(content.decode())))[1:]
    found = [
        [_written(column.type, cell) for column, cell in zip(table.columns, row, strict=True)]
        for row in rows_of(folder, table)
    ]
    kept = [
        [
            _written(column.type, _read(column.type, cell))
            for column, cell in zip(table.columns, row, strict=True)
        ]
        for row in expected
    ]
    assert sorted(found) == sorted(kept)
    assert found


def _read(kind: str, cell: str) -> Any:
    if not cell:
        return None
    return list(split(cell)) if kind == "list" else Decimal(cell) if kind == "number" else cell


def _written(kind: str, cell: Any) -> str:
    if cell is None:
        return ""
    if kind == "number":
        return str(float(cell))
    return str(cell).lower() if kind == "boolean" else str(cell)


def test_rows_lie_in_the_folder_of_their_province(data: ExportInput, folder: Path) -> None:
    """One folder a province that has plans, and none of a province without."""
    provinces = {f"province_id={plan.province_id}" for plan in data.library.plans}
    assert {path.name for path in (folder / "parquet" / "tasks").iterdir()} <= provinces
    assert {path.name for path in (folder / "parquet" / "plans").iterdir()} == provinces


def test_a_figure_of_twenty_digits_makes_its_column_text(data: ExportInput) -> None:
    """Nothing is lost and nothing fails where 64 bits are too few."""
    (plan, *_) = (p for p in data.library.plans if p.annexes)
    annex_id, annex = next(iter(plan.annexes.items()))
    huge = annex.model_copy(update={"stated": dict.fromkeys(annex.stated, 10**20)})
    grown = replace(plan, annexes={annex_id: huge})
    files = dict(parquet.render(ExportInput(Library((grown,), data.library.registry), ())))
    content = files[f"parquet/budget/province_id={plan.province_id}/data.parquet"]
    amounts = pq.read_table(io.BytesIO(content))["amount"]
    assert pa.types.is_string(amounts.type)
    assert str(10**20) in amounts.to_pylist()


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_the_queries_of_the_guide_run_as_they_stand(
    query: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the folder of the data, each gives rows."""
    monkeypatch.chdir(folder)
    assert asked(query)


def test_the_same_plans_give_the_same_bytes(data: ExportInput) -> None:
    """Nothing of the clock or of the machine is in the files."""
    assert dict(parquet.render(data)) == dict(parquet.render(data))
