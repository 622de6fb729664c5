"""`datapackage.json`: Frictionless accepts it, and its schemas have teeth."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest

from generator.exports import write_exports
from generator.tables import TABLES
from tests.exports.sample import sample_input

Row = dict[str, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample, exported."""
    write_exports(sample_input(), tmp_path)
    return tmp_path


def package(folder: Path) -> dict[str, Any]:
    """The description in a folder."""
    described: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return described


def faults(folder: Path) -> set[tuple[str, str]]:
    """Type of each error that Frictionless finds, with the table, hashes left aside."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    found = report.flatten(["type"])
    assert report.valid is not bool(found)
    return {
        (task.name, error.type)
        for task in report.tasks
        for error in task.errors
        if error.type not in {"hash-count", "byte-count"}
    }


def change(folder: Path, table: str, alter: Callable[[list[Row]], None]) -> None:
    """Change rows of a CSV file."""
    file = folder / f"{table}.csv"
    with file.open(encoding="utf-8", newline="") as source:
        reader = csv.DictReader(source)
        names, rows = list(reader.fieldnames or ()), list(reader)
    alter(rows)
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, names, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(rows)


def test_the_command_line_of_frictionless_accepts_the_package(folder: Path) -> None:
    """`frictionless validate datapackage.json` ends with success."""
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_table_is_a_resource_with_typed_and_told_fields(folder: Path) -> None:
    """Each CSV file has its title, and each field its type and meaning in Vietnamese."""
    resources = package(folder)["resources"]
    assert [resource["name"] for resource in resources] == [table.name for table in TABLES]
    for resource, table in zip(resources, TABLES, strict=True):
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.name for column in table.columns]
        assert all(field["type"] and field["description"] for field in fields)
        assert resource["schema"]["missingValues"] == [""]


def test_the_package_tells_licence_sources_and_origin(folder: Path) -> None:
    """Licence, documents, commit and day are told; the day is not the clock's."""
    described = package(folder)
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert described["sources"] == [
        {
            "title": "01/KH-UBND, Kế hoạch chuyển đổi số tỉnh Ví Dụ",
            "path": "https://vi-du.example/kh-01.pdf",
        },
        {"title": "Kế hoạch chuyển đổi số tỉnh Ví Dụ"},
    ]
    assert described["created"] == "2025-11-24T00:00:00Z"
    assert described["generated_from"] == "0123456789abcdef0123456789abcdef01234567"


def test_size_and_hash_are_those_of_the_files(folder: Path) -> None:
    """A file that was cut short or changed is found."""
    with (folder / "units.csv").open("ab") as file:
        file.write(b"usd,usd,money,25000\n")
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert {"hash-count", "byte-count"} <= {row[0] for row in report.flatten(["type"])}


@pytest.mark.parametrize(
    ("table", "column", "value", "fault"),
    [
        ("budget", "amount", "257.898", "type-error"),
        ("budget", "amount", "-1", "constraint-error"),
        ("budget", "role", "sum", "constraint-error"),
        ("budget", "column_id", "y2031", "foreign-key"),
        ("targets", "value", "42,05", "type-error"),
        ("targets", "per_year", "có", "type-error"),
        ("targets", "text", "", "constraint-error"),
        ("targets", "indicator_id", "khong-co", "foreign-key"),
        ("targets", "area_id", "khong-co", "foreign-key"),
        ("tasks", "end", "20300", "type-error"),
        ("tasks", "start", "1899", "constraint-error"),
        ("tasks", "end", "2203", "constraint-error"),
        ("tasks", "lead_ids", "Sở Y tế", "constraint-error"),
        ("tasks", "due", "30/6/2026", "type-error"),
        ("plans", "issued_on", "22/9/2025", "type-error"),
        ("plans", "province_id", "khong-co", "foreign-key"),
        ("objectives", "objective_id", "truc-tuyen", "primary-key"),
        ("findings", "status", "ignored", "constraint-error"),
        ("findings", "code", "b101", "constraint-error"),
        ("agencies", "id", "so-y-te", "unique-error"),
    ],
)
def test_a_spoilt_value_is_found(
    folder: Path, table: str, column: str, value: str, fault: str
) -> None:
    """Types, limits and keys of the schema refuse a value that was spoilt."""
    change(folder, table, lambda rows: rows[0].update({column: value}))
    assert (table, fault) in faults(folder)


def test_a_row_twice_is_found(folder: Path) -> None:
    """Amounts are known by annex, row and column, so none can be there twice."""
    change(folder, "budget", lambda rows: rows.append(rows[0]))
    assert ("budget", "primary-key") in faults(folder)


def test_an_intact_package_has_no_faults(folder: Path) -> None:
    """What the tests above find comes from what they spoil."""
    for table in TABLES:
        change(folder, table.name, lambda _rows: None)
    assert faults(folder) == set()
