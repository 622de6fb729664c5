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
