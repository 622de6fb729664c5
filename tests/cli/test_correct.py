"""`kehoach correct`, run as a user and as the workflow runs it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.located import read
from generator.project import Project, part_files
from generator.runner import path_at, place
from tests.cli.conftest import Run

ANNEX = "plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml"
AMOUNT = "annexes/phu-luc-1/rows/I/rows/1/amounts/y2025"


@pytest.fixture
def annex(kehoach: Run, project: Path) -> Path:
    """The example's annex in the common form."""
    kehoach("fmt")
    return project / ANNEX


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """Lines that differ."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(old.strip(), new.strip()) for old, new in pairs if old != new]


def test_one_amount_is_corrected_and_nothing_else(kehoach: Run, annex: Path) -> None:
    """The figure is read as printed, one line changes, and old and new value are told."""
    before = annex.read_text("utf-8")
    done = kehoach("correct", ANNEX, AMOUNT, "1.184")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Đã sửa {ANNEX}:")
    assert done.stdout.rstrip().endswith(f"{AMOUNT}: 100 → 1.184")
    ((old, new),) = changed_lines(before, annex.read_text("utf-8"))
    assert old.replace("y2025: 100", "y2025: 1184") == new


def test_the_finding_that_follows_is_the_checks_business(kehoach: Run, annex: Path) -> None:
    """A corrected figure that breaks a sum is written; `check` then says so."""
    assert kehoach("check").returncode == 0
    kehoach("correct", ANNEX, AMOUNT, "101")
    assert "B101" in kehoach("check").stdout


@pytest.mark.parametrize(
    ("where", "printed", "told"),
    [
        (AMOUNT, "một trăm", "không đọc được là số"),
        ("annexes/phu-luc-1/rows/I/rows/1/amounts", "5", "gồm nhiều giá trị"),
        ("annexes/phu-luc-1/rows/I/rows/99/title", "x", "không có chỗ nào"),
        ("../../../../etc/passwd", "x", "không có chỗ nào"),
    ],
)
def test_what_cannot_be_corrected_is_refused(
    kehoach: Run, annex: Path, where: str, printed: str, told: str
) -> None:
    """The caller is told why, and the file keeps its bytes."""
    before = annex.read_bytes()
    refused = kehoach("correct", ANNEX, where, printed)
    assert refused.returncode == 2
    assert told in refused.stderr
    assert annex.read_bytes() == before


ROW = AMOUNT.removesuffix("/amounts/y2025")


@pytest.mark.parametrize(
    ("shown", "printed", "key", "value"),
    [
        ("100", "1.184", "y2025", 1184),
        ("Sở Khoa học và Công nghệ", "Sở Tài chính", "lead", "Sở Tài chính"),
    ],
)
def test_a_value_of_a_row_is_found_by_what_is_shown(
    kehoach: Run, annex: Path, shown: str, printed: str, key: str, value: object
) -> None:
    """A figure or a text that stands once in the row is corrected, and its place told."""
    done = kehoach("correct", ANNEX, ROW, printed, "--shown", shown)
    assert (done.returncode, done.stderr) == (0, "")
    task = yaml.safe_load(annex.read_text("utf-8"))["rows"][0]["rows"][0]
    assert (task | task["amounts"])[key] == value
    assert f"/{key}: {shown} → {printed}" in done.stdout


@pytest.mark.parametrize(
    ("where", "shown", "printed", "told"),
    [
        (ROW, "999", "5", "không có chỗ nào ghi «999»"),
        ("annexes/phu-luc-1/rows/I", "100", "5", "không có chỗ nào ghi «100»"),
        (ROW.replace("/1", "/2"), "50", "5", "2 chỗ ghi «50»"),
        (AMOUNT, "", "100", "đã ghi đúng như vậy"),
        ("plan/issued_on", "", "31/02/2026", "không phải một ngày có thật"),
    ],
)
def test_what_is_not_clear_or_not_new_changes_nothing(
    kehoach: Run, annex: Path, where: str, shown: str, printed: str, told: str
) -> None:
    """Nothing is guessed between two values, and no file is written for nothing."""
    text = annex.read_text("utf-8").replace(
        "y2026-2030: 250, total: 300", "y2026-2030: 50, total: 100"
    )
    annex.write_text(text, "utf-8")
    file = annex if where.startswith("annexes") else annex.parents[1] / "plan.yaml"
    before = file.read_bytes()
    name = file.relative_to(annex.parents[4]).as_posix()
    done = kehoach("correct", name, where, printed, f"--shown={shown}")
    assert done.returncode == 2
    assert told in done.stderr
    assert file.read_bytes() == before


def test_a_day_is_read_as_documents_print_it(kehoach: Run, annex: Path) -> None:
    """`5/3/2026` becomes the day that YAML writes."""
    card = annex.parents[1] / "plan.yaml"
    kehoach("correct", "plans/vi-du/01-kh-2025/plan.yaml", "plan/issued_on", "5/3/2026")
    assert "\nissued_on: 2026-03-05\n" in card.read_text("utf-8")


def test_a_file_outside_the_plans_is_refused(kehoach: Run, project: Path) -> None:
    """Nothing but plan files can be corrected."""
    (project / "README.md").write_text("a: 1\n", "utf-8")
    refused = kehoach("correct", "README.md", "a", "2")
    assert refused.returncode == 2
    assert "nằm ngoài" in refused.stderr


def test_hostile_text_stays_one_quoted_value(kehoach: Run, annex: Path) -> None:
    """Text that looks like YAML becomes the value, not keys."""
    title = "annexes/phu-luc-1/rows/I/rows/1/title"
    evil = 'x", lead: "Sở giả # {% raw %} <script>'
    assert kehoach("correct", ANNEX, title, evil).returncode == 0
    data: Any = yaml.safe_load(annex.read_text("utf-8"))
    assert data["rows"][0]["rows"][0]["title"] == evil


def test_every_place_of_the_real_plans_leads_back_to_its_path(project: Path) -> None:
    """`path_at` undoes `place` for every value of every plan of this repository."""
    root = Path(__file__).parents[2]
    seen = 0
    for folder in Project(root).plan_folders():
        for part, file in part_files(folder.path):
            located = read(file.read_bytes()).located
            assert located is not None
            for path in list(located.spots)[::7]:
                full = (part, *path)
                assert path_at(located.data, part, place(located.data, full)) == full
                seen += 1
    assert seen > 1000
