"""`kehoach import` as a user calls it."""

import subprocess
from pathlib import Path

import pytest

from tests.authoring.importing.files import csv, excel, paragraph, word, word_table
from tests.authoring.updating.books import changed
from tests.cli.conftest import Run

PLAN = "vi-du/01-kh-2025"
HEAD = ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời gian thực hiện", "Kinh phí năm 2025")
ROWS = (
    ("I", "Chính quyền số", "", "", "150"),
    ("1", "Nâng cấp cổng dịch vụ công", "Sở Khoa học và Công nghệ", "2025", "100"),
    ("2", "Số hóa hồ sơ", "Sở Tài chính", "2025", "50"),
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A Word file with one annex, in which one agency is unknown."""
    rows = [*ROWS, ("3", "Khảo sát", "Sở Vũ trụ", "2025", "30")]
    file = tmp_path / "phu-luc.docx"
    file.write_bytes(
        word(
            paragraph("PHỤ LỤC II"),
            paragraph("DANH MỤC NHIỆM VỤ NĂM 2025"),
            paragraph("(Kèm theo Kế hoạch số 01/KH-UBND)"),
            paragraph("ĐVT: Triệu đồng"),
            word_table(HEAD, *rows),
        )
    )
    return file


def test_a_word_file_becomes_an_annex_that_passes_the_checks(
    kehoach: Run, plan: Path, document: Path
) -> None:
    """Import, mend what is marked, format, check: the first days of an annex."""
    done = kehoach("import", str(document), "--plan", PLAN)
    assert (done.returncode, done.stderr) == (0, "")
    draft = plan / "annexes" / "phu-luc-2.yaml"
    assert f"plans/{PLAN}/annexes/phu-luc-2.yaml: 4 dòng" in done.stdout
    assert "1 chỗ cần xem lại" in done.stdout
    assert "bảng 1, dòng 5: Chưa có trong sổ cơ quan: «Sở Vũ trụ»." in done.stdout
    assert kehoach("fmt", "--check", str(draft)).returncode == 0
    assert "R101" in kehoach("check").stdout
    lines = draft.read_text(encoding="utf-8").replace("Sở Vũ trụ", "Sở Y tế").splitlines()
    kept = [line for line in lines if "Cần xem lại" not in line]
    assert len(lines) - len(kept) == 1
    draft.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert kehoach("fmt", "--check", str(draft)).returncode == 0
    checked = kehoach("check")
    assert "B102" in checked.stdout  # 150 is printed, 180 is what the rows add up to
    draft.write_text("\n".join(kept).replace("y2025: 150", "y2025: 180") + "\n", encoding="utf-8")
    assert kehoach("check").returncode == 0


def test_a_file_that_is_there_is_never_overwritten_unasked(
    kehoach: Run, plan: Path, document: Path
) -> None:
    """The file is named, nothing changes, and `--force` is what it takes."""
    words = ("import", str(document), "--plan", PLAN, "--annex", "phu-luc-1")
    file = plan / "annexes" / "phu-luc-1.yaml"
    before = file.read_bytes()
    refused = kehoach(*words)
    assert refused.returncode == 2
    assert str(file) in refused.stderr
    assert file.read_bytes() == before
    assert kehoach(*words, "--force").returncode == 0
    assert file.read_bytes() != before
    assert [path.name for path in file.parent.iterdir()] == ["phu-luc-1.yaml"]


def test_the_first_annex_of_a_plan_makes_its_folder(
    kehoach: Run, plan: Path, document: Path
) -> None:
    """A plan without annexes gets the folder too."""
    (plan / "annexes" / "phu-luc-1.yaml").unlink()
    (plan / "annexes").rmdir()
    assert kehoach("import", str(document), "--plan", PLAN).returncode == 0
    assert (plan / "annexes" / "phu-luc-2.yaml").is_file()


def test_several_tables_are_listed_and_one_is_chosen(
    kehoach: Run, plan: Path, tmp_path: Path
) -> None:
    """Without a choice the tables are listed; a number or a sheet chooses one."""
    file = tmp_path / "hai.docx"
    table = word_table(HEAD, *ROWS)
    file.write_bytes(word(paragraph("PHỤ LỤC II"), table, paragraph("PHỤ LỤC III"), table))
    listed = kehoach("import", str(file), "--plan", PLAN)
    assert listed.returncode == 2
    assert "--table 1  bảng 1, dòng 1: 3 dòng" in listed.stderr
    assert "--table 2  bảng 2, dòng 1: 3 dòng" in listed.stderr
    assert kehoach("import", str(file), "--plan", PLAN, "--table", "3").returncode == 2
    assert kehoach("import", str(file), "--plan", PLAN, "--table", "2").returncode == 0
    assert (plan / "annexes" / "phu-luc-3.yaml").is_file()


def test_a_sheet_is_chosen_by_name(kehoach: Run, tmp_path: Path) -> None:
    """A sheet that is not there is answered with those that are."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(excel([HEAD, *ROWS]))
    words = ("import", str(file), "--plan", PLAN, "--annex", "phu-luc-5", "--unit", "million-vnd")
    wrong = kehoach(*words, "--sheet", "Khác")
    assert wrong.returncode == 2
    assert "«Bảng»" in wrong.stderr
    assert kehoach(*words, "--sheet", "Bảng").returncode == 0


def test_indicators_go_to_their_file(kehoach: Run, plan: Path, tmp_path: Path) -> None:
    """A table of indicators is known as one; its file is there, so it goes elsewhere."""
    file = tmp_path / "a.csv"
    file.write_bytes(csv([("TT", "Chỉ tiêu", "Đơn vị", "2030"), ("1", "Tỷ lệ A", "%", "≥ 5")]))
    refused = kehoach("import", str(file), "--plan", PLAN)
    assert refused.returncode == 2
    assert "indicators.yaml" in refused.stderr
    out = tmp_path / "nhap.yaml"
    assert kehoach("import", str(file), "--plan", PLAN, "--out", str(out)).returncode == 0
    assert out.read_text(encoding="utf-8").startswith("indicators:\n  - id: ty-le-a\n")


def test_a_trial_writes_nothing(kehoach: Run, plan: Path, document: Path) -> None:
    """`--dry-run` prints the draft."""
    done = kehoach("import", str(document), "--plan", PLAN, "--dry-run")
    assert done.returncode == 0
    assert done.stdout.startswith("title: DANH MỤC NHIỆM VỤ NĂM 2025\n")
    assert not (plan / "annexes" / "phu-luc-2.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("khong-co.docx", "--plan", PLAN), "Không có tệp nào tên"),
        (("a.csv", "--plan", "vi-du/01-kh-2026"), "«vi-du/01-kh-2025»"),
        (("a.csv", "--plan", PLAN, "--unit", "percent"), "đơn vị tiền"),
        (("a.csv", "--plan", PLAN, "--kind", "bang"), "annex hoặc indicators"),
        (("a.csv", "--plan", PLAN, "--annex", "Phụ lục 1"), "chữ thường không dấu"),
        (("a.csv", "--plan", PLAN, "--annex", "../../x"), "chữ thường không dấu"),
        (("a.csv", "--plan", PLAN, "--update"), "không phải sổ do kehoach export"),
        (("a.csv",), "--plan"),
        (("a.doc", "--plan", PLAN), ".docx"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_a_sentence(
    kehoach: Run, project: Path, words: tuple[str, ...], said: str
) -> None:
    """Exit code 2, a Vietnamese sentence, and nothing written."""
    (project / "a.csv").write_bytes(csv([HEAD, *ROWS]))
    (project / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    before = sorted(project.rglob("*.yaml"))
    done = kehoach("import", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(project.rglob("*.yaml")) == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", b"PK\x03\x04 hong"),
        ("a.xlsx", b"khong phai Excel"),
        ("a.csv", b"\xff\xff\xff"),
        ("a.txt", b"khong co bang nao"),
    ],
)
def test_a_bad_file_is_one_finding(kehoach: Run, project: Path, name: str, content: bytes) -> None:
    """Exit code 1 and one sentence that names the file."""
    (project / name).write_bytes(content)
    done = kehoach("import", name, "--plan", PLAN)
    assert done.returncode == 1
    assert name in done.stderr
    assert done.stderr.count("\n") == 1


def git(project: Path, *words: str) -> str:
    """Run git in the project."""
    who = ("-c", "user.name=Người thử", "-c", "user.email=thu@example.org")
    done = subprocess.run(
        ["git", "-C", str(project), *who, *words], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_a_cell_goes_out_to_a_workbook_and_comes_back(
    kehoach: Run, project: Path, tmp_path: Path
) -> None:
    """Export, edit one cell, import: git sees that one line, and the sums are told."""
    kehoach("fmt")
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "Kế hoạch")
    assert kehoach("export", "--out", str(tmp_path / "data")).returncode == 0
    book = tmp_path / "data" / "kehoach.xlsx"
    plain = kehoach("import", str(book), "--plan", PLAN)
    assert plain.returncode == 2
    assert "--update" in plain.stderr
    row: dict[str, object] = {"annex_id": "phu-luc-1", "code": "2", "column_id": "y2025"}
    book.write_bytes(changed(book.read_bytes(), "budget", row, "amount", 55))
    words = ("import", str(book), "--plan", PLAN, "--update")
    trial = kehoach(*words, "--dry-run")
    assert git(project, "diff") == ""
    done = kehoach(*words)
    assert (done.returncode, done.stderr) == (0, "")
    told = "phu-luc-1.yaml:28: phu-luc-1 số 2, y2025 (Số hóa hồ sơ), cột «amount»: 50 → 55"
    assert told in done.stdout
    assert told in trial.stdout
    lines = [
        line
        for line in git(project, "diff", "-U0").splitlines()
        if line[:1] in "+-" and line[:3] not in {"+++", "---"}
    ]
    assert lines == [
        "-        amounts: {y2025: 50, y2026-2030: 250, total: 300}",
        "+        amounts: {y2025: 55, y2026-2030: 250, total: 300}",
    ]
    assert "B101" in kehoach("check").stdout


def test_a_workbook_of_an_older_commit_does_not_undo_later_changes(
    kehoach: Run, project: Path, plan: Path, tmp_path: Path
) -> None:
    """The plan of the workbook's commit is what it is compared with."""
    kehoach("fmt")
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "Kế hoạch")
    kehoach("export", "--out", str(tmp_path / "data"))
    book = tmp_path / "data" / "kehoach.xlsx"
    row: dict[str, object] = {"annex_id": "phu-luc-1", "code": "2"}
    book.write_bytes(changed(book.read_bytes(), "tasks", row, "lead_text", "Sở Y tế"))
    annex = plan / "annexes" / "phu-luc-1.yaml"
    later = annex.read_text(encoding="utf-8").replace(
        "title: Số hóa hồ sơ", "title: Số hóa mọi hồ sơ"
    )
    annex.write_text(later, encoding="utf-8")
    git(project, "commit", "-q", "-a", "-m", "Sửa tên")
    done = kehoach("import", str(book), "--plan", PLAN, "--update")
    assert (done.returncode, "Đã sửa 1 chỗ" in done.stdout) == (0, True)
    assert "title: Số hóa mọi hồ sơ\n        lead: Sở Y tế" in annex.read_text(encoding="utf-8")


def test_one_refused_cell_keeps_the_others_from_being_written(
    kehoach: Run, project: Path, tmp_path: Path
) -> None:
    """All or nothing: exit code 1, every refusal with its cell, no file touched."""
    kehoach("export", "--out", str(tmp_path / "data"))
    book = tmp_path / "data" / "kehoach.xlsx"
    row: dict[str, object] = {"annex_id": "phu-luc-1", "code": "2", "column_id": "y2025"}
    content = changed(book.read_bytes(), "budget", row, "amount", 55)
    book.write_bytes(changed(content, "budget", row, "amount_vnd", 55))
    before = {file: file.read_bytes() for file in project.rglob("*.yaml")}
    done = kehoach("import", str(book), "--plan", PLAN, "--update")
    assert done.returncode == 1
    assert "trang budget, ô I" in done.stdout
    assert {file: file.read_bytes() for file in project.rglob("*.yaml")} == before
