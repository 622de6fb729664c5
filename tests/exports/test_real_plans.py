"""The plans of this repository, and the small valid project, as open data."""

import csv
import io
from functools import cache
from pathlib import Path

import frictionless
import pytest
from openpyxl import load_workbook

from generator.exports import ExportInput, render, write_exports
from generator.model import Group, Task
from generator.model.anchors import annex_rows
from generator.pipeline import check
from generator.project import Project
from generator.tables import TABLES, plain

ROOT = Path(__file__).parents[2]
PROJECTS = {"plans": ROOT, "example": ROOT / "generator" / "checks" / "examples" / "base"}
TAY_NINH = "tay-ninh/1330-da-ubnd-2025"


@cache
def exported(name: str) -> ExportInput:
    """A project as input for the exports."""
    checked = check(Project(PROJECTS[name]))
    return ExportInput(checked.library, checked.diagnostics)


@cache
def files(name: str) -> dict[str, bytes]:
    """A project's exported files by path."""
    return dict(render(exported(name)))


def rows(name: str, table: str) -> list[dict[str, str]]:
    """Rows of a CSV file."""
    text = files(name)[f"{table}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", PROJECTS)
def test_frictionless_accepts_the_data(name: str, tmp_path: Path) -> None:
    """Types, limits and keys that the package declares hold for the plans."""
    write_exports(exported(name), tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.to_summary()


@pytest.mark.parametrize("name", PROJECTS)
def test_every_row_and_amount_of_every_annex_is_there(name: str) -> None:
    """Tasks, groups and amounts in the files are those of the plans, none lost or added."""
    tasks, groups, amounts = [], [], []
    for plan in exported(name).library.plans:
        for annex_id, annex in plan.annexes.items():
            printed = [("", amount) for amount in annex.stated.values()]
            for row in annex_rows(annex_id, annex):
                key = (plan.id, annex_id, row.code, row.item.title)
                tasks += [key] if isinstance(row.item, Task) else []
                groups += [key] if isinstance(row.item, Group) else []
                own = row.item.amounts if isinstance(row.item, Task) else row.item.stated
                printed += [(row.code, amount) for amount in own.values()]
            amounts += [(plan.id, annex_id, code, str(amount)) for code, amount in printed]
    columns = ("plan_id", "annex_id", "code", "title")
    assert tasks
    assert [tuple(row[c] for c in columns) for row in rows(name, "tasks")] == tasks
    assert [tuple(row[c] for c in columns) for row in rows(name, "groups")] == groups
    found = [
        (row["plan_id"], row["annex_id"], row["code"], row["amount"])
        for row in rows(name, "budget")
    ]
    assert sorted(found) == sorted(amounts)


@pytest.mark.parametrize("name", PROJECTS)
def test_the_workbook_holds_what_the_csv_files_hold(name: str) -> None:
    """A spreadsheet reader and a reader of CSV see the same rows."""
    book = load_workbook(io.BytesIO(files(name)["kehoach.xlsx"]), read_only=True)
    for table in TABLES:
        sheet = [
            [
                plain(value.date() if column.type == "date" and value else value)  # type: ignore[union-attr,arg-type]
                for value, column in zip(row, table.columns, strict=True)
            ]
            for row in book[table.name].iter_rows(min_row=2, values_only=True)
        ]
        assert sheet == [list(row.values()) for row in rows(name, table.name)]


def test_what_tay_ninh_prints_is_in_the_files() -> None:
    """Number, day and a printed total of the Tây Ninh document are found as published."""
    (plan,) = [row for row in rows("plans", "plans") if row["plan_id"] == TAY_NINH]
    assert (plan["number"], plan["issued_on"]) == ("1330/ĐA-UBND", "2025-09-22")
    totals = {
        (row["annex_id"], row["column_id"]): (row["amount"], row["amount_vnd"])
        for row in rows("plans", "budget")
        if row["plan_id"] == TAY_NINH and row["role"] == "total"
    }
    assert totals["phu-luc-1-2", "total"] == ("5698358", "5698358000000")


def test_lead_agencies_of_tay_ninh_are_resolved() -> None:
    """Every task of the Tây Ninh document that prints a lead has a lead that is known."""
    tasks = [row for row in rows("plans", "tasks") if row["plan_id"] == TAY_NINH]
    assert len(tasks) > 100
    assert not [row["code"] for row in tasks if row["lead_text"] and not row["lead_ids"]]
