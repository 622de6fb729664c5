"""A change from an official's Word file to the comment that its reviewers read."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from docx import Document

ROOT = Path(__file__).parents[2]
BASE = ROOT / "generator" / "checks" / "examples" / "base"
PLAN = "plans/vi-du/01-kh-2025"
ANNEX = f"{PLAN}/annexes/phu-luc-3.yaml"

Run = Callable[..., subprocess.CompletedProcess[str]]

HEADINGS = (
    "TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện",
    "Năm 2025", "Năm 2026", "Tổng cộng",
)  # fmt: skip
ROWS = (
    ("I", "Hạ tầng số", "", "", "", "1.300", "2.000", "3.300"),
    ("1", "Lắp mạng cho nhà văn hóa", "Sở Taì chính", "", "2025 - 2026", "1.000", "1.500", "2.500"),
    ("2", "Mua máy tính cho trạm y tế", "Sở Y tế", "Sở Tài chính", "2025 - 2026", "300", "5oo", "800"),
    ("", "Tổng cộng", "", "", "", "1.300", "2.000", "3.300"),
)  # fmt: skip
"""A table as typed in an office: one agency misspelt, one figure with letters in it."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small project in a git repository, with our command and our script for reviewers."""
    root = tmp_path / "du-an"
    shutil.copytree(BASE, root)
    (root / "schema").mkdir(exist_ok=True)
    shutil.copytree(ROOT / ".ci", root / ".ci")
    command = root / "kehoach"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', "utf-8")
    command.chmod(0o755)
    return root


@pytest.fixture
def run(checkout: Path) -> Run:
    """Runs a command in the project's root."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "KEHOACH", "GIT_"))}
    names = {
        f"GIT_{who}_{what}": "a@b.example"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    environment = kept | names | {"PYTHONPATH": str(ROOT), "KEHOACH": str(checkout / "kehoach")}

    def runner(*words: str, expect: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            words, cwd=checkout, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == expect, f"{words}: {done.stdout}\n{done.stderr}"
        return done

    return runner


def word_file(file: Path) -> None:
    """Type the table into a Word file."""
    document = Document()
    for line in ("Phụ lục 3", "DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ", "ĐVT: Triệu đồng"):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(HEADINGS))
    for texts in (HEADINGS, *ROWS):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.save(str(file))


def mend(file: Path, *changes: tuple[str, str]) -> None:
    """Edit a file as a person does, each place once."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def commit(run: Run, message: str) -> None:
    """Commit everything."""
    run("git", "add", "-A")
    run("git", "commit", "-qm", message)


@pytest.fixture
def imported(checkout: Path, run: Run) -> Path:
    """The project on main with the annex imported, mended, formatted, checked and committed."""
    run("git", "init", "-q", "-b", "main")
    run("./kehoach", "fmt")
    commit(run, "bắt đầu")
    word_file(checkout / "phu-luc.docx")
    told = run("./kehoach", "import", "phu-luc.docx", "--plan", "vi-du/01-kh-2025").stdout
    assert "2 chỗ cần xem lại" in told
    assert "bảng 1, dòng 3: Chưa có trong sổ cơ quan: «Sở Taì chính»." in told
    assert "bảng 1, dòng 4: Cột «Năm 2026»: Không đọc được số tiền «5oo»." in told
    run("./kehoach", "check", expect=1)
    text = (checkout / ANNEX).read_text("utf-8")
    notes = [line for line in text.splitlines(keepends=True) if "Cần xem lại" in line]
    assert len(notes) == 2
    mend(
        checkout / ANNEX,
        ("Sở Taì chính\n", "Sở Tài chính\n"),
        ("{y2025: 300, total: 800}", "{y2025: 300, total: 800, y2026: 500}"),
        *((note, "") for note in notes),
    )
    run("./kehoach", "fmt")
    assert "{y2025: 300, y2026: 500, total: 800}" in (checkout / ANNEX).read_text("utf-8")
    run("./kehoach", "fmt", "--check")
    run("./kehoach", "check")
    commit(run, "thêm phụ lục 3")
    return checkout


def test_the_comment_says_exactly_what_a_branch_changed(imported: Path, run: Run) -> None:
    """One amount and one target change; report and comment tell both, with figures, and no more."""
    run("git", "switch", "-qc", "sua-so")
    mend(
        imported / ANNEX,
        ("{y2025: 300, y2026: 500, total: 800}", "{y2025: 300, y2026: 700, total: 800}"),
    )
    indicators = imported / PLAN / "indicators.yaml"
    mend(
        indicators,
        ('{period: 2030, comparator: ">=", value: 90, text: ≥ 90%}',
         '{period: 2030, comparator: ">=", value: 80, text: ≥ 80%}'),
    )  # fmt: skip
    commit(run, "sửa một số tiền và một mục tiêu")
    told = run("./kehoach", "diff", "main", expect=1).stdout
    review = run(".ci/review", "main", expect=1)
    comment = (imported / "review" / "comment.md").read_text("utf-8")
    for report in (told, comment):
        flat = " ".join(unescape(report).replace("\u00a0", " ").replace("**", "").split())
        assert "trước là ít nhất 90 %; nay là ít nhất 80 %" in flat
        assert "từ 500 triệu đồng thành 700 triệu đồng (+200 triệu đồng, +40 %)" in flat
        assert "vẫn 800 triệu đồng" in flat
        assert "vẫn 2.000 triệu đồng" in flat
        assert "B101" in flat
        assert "T103" in flat
        assert "Sở Tài chính" not in flat
    assert "::error file=plans/vi-du/01-kh-2025/annexes/phu-luc-3.yaml" in review.stdout
    assert (imported / "review" / "fmt.diff").read_text("utf-8") == ""


def test_a_hostile_branch_is_told_and_calls_nobody(imported: Path, run: Run) -> None:
    """Mark-up and mentions in a title stay text in the comment, and nothing is executed."""
    run("git", "switch", "-qc", "la")
    evil = "<img src=x onerror=alert(1)> @moi-nguoi [bấm](javascript:alert(1)) $(touch hong) `id`"
    mend(imported / ANNEX, ("title: Mua máy tính cho trạm y tế", f"title: {evil}"))
    commit(run, "đổi tên")
    run(".ci/review", "main")
    comment = (imported / "review" / "comment.md").read_text("utf-8")
    assert "<img" not in comment
    assert " @moi-nguoi" not in comment
    assert "](javascript" not in comment
    assert not (imported / "hong").exists()


def test_a_good_branch_passes_without_a_word_of_warning(imported: Path, run: Run) -> None:
    """A corrected remark is told as such, and the script ends well."""
    run("git", "switch", "-qc", "tot")
    mend(
        imported / ANNEX,
        ("title: Mua máy tính cho trạm y tế", "title: Mua máy tính cho trạm y tế xã"),
    )
    commit(run, "đúng tên")
    run(".ci/review", "main")
    comment = (imported / "review" / "comment.md").read_text("utf-8")
    assert "Mua máy tính cho trạm y tế xã" in comment


def test_a_file_out_of_form_gets_the_suggested_fix(imported: Path, run: Run) -> None:
    """The comment carries the diff that `fmt` would make, and the script says so by its end."""
    run("git", "switch", "-qc", "lech")
    mend(
        imported / ANNEX,
        ("{y2025: 300, y2026: 500, total: 800}", "{total: 800, y2025: 300, y2026: 500}"),
    )
    commit(run, "đảo cột")
    run(".ci/review", "main", expect=1)
    comment = (imported / "review" / "comment.md").read_text("utf-8")
    assert "+        amounts: {y2025: 300, y2026: 500, total: 800}" in comment


@pytest.mark.parametrize("part", ["check", "fmt", "diff"])
def test_a_fault_of_ours_is_not_reported_as_a_finding(checkout: Path, run: Run, part: str) -> None:
    """A command that breaks stops the report, with its own exit code."""
    (checkout / "kehoach").write_text(f'#!/bin/sh\n[ "$1" != {part} ] || exit 3\n', "utf-8")
    run(".ci/review", "main", expect=3)
