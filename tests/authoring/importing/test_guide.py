"""The guide to imports, done step by step."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.project import Project
from tests.authoring.importing.files import paragraph, word, word_table
from tests.authoring.updating.books import changed

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs" / "huong-dan" / "nhap-tu-word.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", GUIDE, re.DOTALL)
SOURCE, ANSWER, UPDATED = (text for kind, text in BLOCKS if kind == "text")
COMMANDS = [
    line.removeprefix(".venv/bin/kehoach ").split()
    for kind, text in BLOCKS
    if kind == "sh"
    for line in text.splitlines()
]


def run(project: Project, *words: str) -> str:
    """What a command prints when it ends well."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=project.root,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def document_of(text: str) -> bytes:
    """The Word file that a block of the guide stands for."""
    lines = text.splitlines()
    above = [paragraph(line) for line in lines if not line.startswith("|")]
    rows = [[c.strip() for c in line.split("|")[1:-1]] for line in lines if line.startswith("|")]
    return word(*above, word_table(*rows))


@pytest.mark.parametrize("name", ["phu-luc.docx", "phu-luc.txt"])
def test_the_example_gives_what_the_guide_shows(example: Project, name: str) -> None:
    """The table as a Word file, and as the text that stands in the guide."""
    content = document_of(SOURCE) if name.endswith("docx") else SOURCE.encode()
    (example.root / name).write_bytes(content)
    answer = run(example, "import", name, *COMMANDS[0][2:])
    places = re.sub(r"bảng 1, dòng (\d+)", lambda m: f"dòng {int(m[1]) + 4}", ANSWER)
    assert answer == (ANSWER if name.endswith("docx") else places)
    draft = example.root / "plans" / "vi-du" / "01-kh-2025" / "annexes" / "phu-luc-2.yaml"
    shown = next(text for kind, text in BLOCKS if kind == "yaml")
    if name.endswith("docx"):
        assert shown in draft.read_text(encoding="utf-8")
    assert "R101" in run(example, "check")


def test_the_commands_of_the_guide_are_the_command_line(example: Project) -> None:
    """Every command runs; a cell changed in the workbook is told as the guide tells it."""
    (example.root / "phu-luc.docx").write_bytes(document_of(SOURCE))
    chi_tieu = "| TT | Chỉ tiêu | Đơn vị | 2030 |\n| 1 | Tỷ lệ A | % | ≥ 5 |\n"
    (example.root / "chi-tieu.docx").write_bytes(document_of(chi_tieu))
    data = str(example.root / "data")
    commands = [[word_.replace("../du-lieu", data) for word_ in words] for words in COMMANDS]
    names = [words[0] for words in commands]
    assert names == ["import", "fmt", "check", "import", "export", "import"]
    for words in commands[:-2]:
        assert run(example, *words)
    (example.root / "plans" / "vi-du" / "01-kh-2025" / "annexes" / "phu-luc-2.yaml").unlink()
    run(example, *commands[-2])
    book = Path(data) / "kehoach.xlsx"
    row: dict[str, object] = {"annex_id": "phu-luc-1", "code": "2", "column_id": "y2025"}
    book.write_bytes(changed(book.read_bytes(), "budget", row, "amount", 55))
    assert run(example, *commands[-1]) == UPDATED
