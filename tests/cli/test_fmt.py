"""`kehoach fmt`, run as a user runs it."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

UNTIDY = "place: Phụ lục I\ntitle: 'Bảng'   # trang 3\nrows: []\n"
TIDY = "title: Bảng  # trang 3\nplace: Phụ lục I\nrows: []\n"


@pytest.fixture
def untidy(kehoach: Run, plan: Path) -> Path:
    """An annex, the only file that is not in the common form."""
    kehoach("fmt")
    annex = plan / "annexes" / "phu-luc-9.yaml"
    annex.write_text(UNTIDY, encoding="utf-8")
    return annex


def test_files_are_rewritten_once(kehoach: Run, untidy: Path) -> None:
    """A file that differs is written and named; the second run has nothing to do."""
    first = kehoach("fmt")
    assert first.returncode == 0
    assert first.stdout == "Đã viết lại plans/vi-du/01-kh-2025/annexes/phu-luc-9.yaml\n"
    assert untidy.read_text("utf-8") == TIDY
    second = kehoach("fmt")
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout == "Đạt: 13 tệp đều theo mẫu chung.\n"


def test_check_writes_nothing_and_prints_a_patch(kehoach: Run, untidy: Path, project: Path) -> None:
    """`--check` prints exactly the difference that `git apply` turns into the common form."""
    untidy.write_text(UNTIDY.rstrip("\n"), encoding="utf-8")
    checked = kehoach("fmt", "--check")
    assert checked.returncode == 1
    assert untidy.read_text("utf-8") == UNTIDY.rstrip("\n")
    assert "1 tệp chưa theo mẫu chung" in checked.stderr
    patch = checked.stdout.encode()
    subprocess.run(["git", "apply", "--verbose"], cwd=project, input=patch, check=True)
    assert untidy.read_text("utf-8") == TIDY
    assert kehoach("fmt", "--check").returncode == 0


def test_a_file_with_a_reading_fault_is_left_alone(kehoach: Run, untidy: Path, plan: Path) -> None:
    """The fault is told with its line, the file keeps its bytes, and the others are formatted."""
    actions = plan / "actions.yaml"
    broken = actions.read_bytes() + b"\tgroups: []\n"
    actions.write_bytes(broken)
    done = kehoach("fmt")
    assert done.returncode == 1
    line = broken.count(b"\n")
    assert f"plans/vi-du/01-kh-2025/actions.yaml:{line}:1 Y103" in done.stderr
    assert "được để nguyên" in done.stderr
    assert actions.read_bytes() == broken
    assert untidy.read_text("utf-8") == TIDY


def test_only_what_is_named_is_formatted(kehoach: Run, untidy: Path, plan: Path) -> None:
    """A path chooses a file or a folder, counted from here or from the root."""
    other = plan / "budget.yaml"
    other.write_text("sources: []\nstatements: []\n", encoding="utf-8")
    assert kehoach("fmt", "phu-luc-9.yaml", cwd=untidy.parent).stdout.count("Đã viết lại") == 1
    assert other.read_text("utf-8").startswith("sources")
    assert kehoach("fmt", "plans/registry").stdout.count("Đạt: 5 tệp") == 1
    assert kehoach("fmt", "plans/vi-du").stdout.endswith("budget.yaml\n")


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("plans/khong-co", "Không có tệp hay thư mục nào tên «plans/khong-co»"),
        ("schema", "«schema» nằm ngoài thư mục «plans/»"),
        ("plans/vi-du/01-kh-2025/ghi-chu.txt", "không phải là tệp của kế hoạch nào"),
    ],
)
def test_wrong_paths_are_told(kehoach: Run, plan: Path, word: str, sentence: str) -> None:
    """A path that is not there, lies elsewhere or is no part ends with 2 and a sentence."""
    (plan / "ghi-chu.txt").write_text("chữ", encoding="utf-8")
    refused = kehoach("fmt", word)
    assert refused.returncode == 2
    assert sentence in refused.stderr


def test_permissions_and_links_are_kept(kehoach: Run, untidy: Path, project: Path) -> None:
    """A rewritten file keeps its mode; behind a link, the file that it leads to is written."""
    untidy.chmod(0o640)
    link = untidy.with_name("phu-luc-8.yaml")
    real = project / "plans" / "cat" / "that.txt"
    real.parent.mkdir()
    real.write_text(UNTIDY, encoding="utf-8")
    link.symlink_to(real)
    assert kehoach("fmt").returncode == 0
    assert stat.S_IMODE(untidy.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert real.read_text("utf-8") == TIDY
    assert [f.name for f in untidy.parent.iterdir() if f.name.startswith(".")] == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(kehoach: Run, untidy: Path) -> None:
    """Without permission the command ends with 2 and the file is as it was."""
    untidy.parent.chmod(0o555)
    refused = kehoach("fmt")
    untidy.parent.chmod(0o755)
    assert refused.returncode == 2
    assert untidy.read_text("utf-8") == UNTIDY
