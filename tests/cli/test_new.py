"""`kehoach new`, run as a user runs it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

ADDRESS = "vi-du/45-kh-ubnd-2026"


def test_a_bare_plan_says_what_to_fill_in(kehoach: Run, project: Path) -> None:
    """Every finding of a bare skeleton is a blank required key, with what belongs there."""
    made = kehoach("new", "plan", ADDRESS, "--annex", "phu-luc-1")
    assert made.returncode == 0
    folder = project / "plans" / ADDRESS
    names = {file.relative_to(folder).as_posix() for file in folder.rglob("*.yaml")}
    assert names == {
        "plan.yaml",
        "objectives.yaml",
        "indicators.yaml",
        "actions.yaml",
        "budget.yaml",
        "organisation.yaml",
        "annexes/phu-luc-1.yaml",
    }
    assert all(f"Đã tạo plans/{ADDRESS}/{name}" in made.stdout for name in names)
    checked = kehoach("check", f"plans/{ADDRESS}", "--format", "json")
    findings = json.loads(checked.stdout)["findings"]
    assert {f["code"] for f in findings} == {"S105"}
    blank = {f["path"] for f in findings}
    assert {"plan/title", "plan/issuer", "plan/source/description"} <= blank
    assert "annexes/phu-luc-1/title" in blank
    assert "plan/kind" not in blank
    told = next(f for f in findings if f["path"] == "plan/short_title")
    assert "Tên ngắn" in told["hint"]
    assert kehoach("fmt", "--check", f"plans/{ADDRESS}").returncode == 0


CARD = (
    ("--number", "45/KH-UBND"),
    ("--title", "Kế hoạch: chuyển đổi số # 1"),
    ("--short-title", "Chuyển đổi số"),
    ("--issuer", "ubnd-tinh"),
    ("--issued-on", "2026-03-02"),
    ("--period", "2026"),
    ("--summary", "Tóm tắt."),
    ("--source", "Bản Word."),
)


def test_a_filled_plan_passes_the_check(kehoach: Run, project: Path) -> None:
    """With its card given and a row typed in, the new plan has no error."""
    words = [word for pair in CARD for word in pair]
    made = kehoach("new", "plan", ADDRESS, *words, "--annex", "phu-luc-1")
    assert made.returncode == 0
    annex = project / "plans" / ADDRESS / "annexes" / "phu-luc-1.yaml"
    annex.write_text(
        "title: Bảng\nplace: Phụ lục I\nunit: million-vnd\ncolumns:\n  - {id: total, label: Tổng}\n"
        'rows:\n  - task: "1"\n    title: Mở lớp\n    lead: Sở Tài chính\n    amounts: {total: 5}\n',
        encoding="utf-8",
    )
    card = annex.parents[1] / "plan.yaml"
    text = card.read_text("utf-8")
    filled = text.replace("tasks:\n    state: not-encoded", "tasks:\n    state: complete")
    assert filled != text
    card.write_text(filled, encoding="utf-8")
    checked = kehoach("check", f"plans/{ADDRESS}")
    assert checked.returncode == 0, checked.stdout
    assert '\ntitle: "Kế hoạch: chuyển đổi số # 1"\n' in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["vi-du/01-kh-2025"], "Đã có «plans/vi-du/01-kh-2025»: không ghi đè"),
        (["45-kh-ubnd-2026"], "không làm địa chỉ kế hoạch được"),
        (["vi-du/Kế hoạch"], "không làm địa chỉ kế hoạch được"),
        (["../45-kh"], "không làm địa chỉ kế hoạch được"),
        (["vi-du2/45-kh"], "Có phải muốn viết «vi-du»?"),
        ([ADDRESS, "--issuer", "ubnd-tin"], "Có phải muốn viết «ubnd-tinh»?"),
        ([ADDRESS, "--issued-on", "31/02/2026"], "Tháng 2 năm 2026 chỉ có 28 ngày"),
        ([ADDRESS, "--kind", "quyet-dinh"], "«kind» không nhận chữ «quyet-dinh»"),
        ([ADDRESS, "--title", "a\u200bb"], "ký tự điều khiển hoặc vô hình"),
        ([ADDRESS, "--annex", "Phụ lục"], "không làm mã phụ lục được"),
    ],
)
def test_wrong_words_make_nothing(
    kehoach: Run, project: Path, words: list[str], sentence: str
) -> None:
    """What cannot be is refused in a sentence, and no file or folder comes of it."""
    before = sorted(project.rglob("*"))
    refused = kehoach("new", "plan", *words)
    assert refused.returncode == 2
    assert sentence in refused.stderr
    assert sorted(project.rglob("*")) == before


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a check and its tests need."""
    root = tmp_path_factory.mktemp("kho")
    unwanted = shutil.ignore_patterns("__pycache__", "assets", "vendor*")
    shutil.copytree(ROOT / "generator", root / "generator", ignore=unwanted)
    shutil.copytree(ROOT / "tests" / "checks", root / "tests" / "checks", ignore=unwanted)
    for name in ("plans", "schema"):
        (root / name).mkdir()
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


PYTEST = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-vv")

RULES = (
    ("B190-total-not-round", "plan"),
    ("R190-concept-not-defined", "registry"),
    ("X190-summary-not-written", "library"),
)


@pytest.mark.parametrize(("rule", "sees"), RULES)
def test_a_new_check_passes_the_tests_of_every_check(
    kehoach: Run, repository: Path, rule: str, sees: str
) -> None:
    """Module, examples and line in the registry are there, and the test suite runs on them."""
    made = kehoach("new", "check", rule, "--sees", sees, "--root", str(repository))
    assert made.returncode == 0, made.stderr
    code = rule.split("-")[0]
    done = subprocess.run(
        [*PYTEST, "-k", code, "tests/checks/test_examples.py", "tests/checks/test_catalogue.py"],
        cwd=repository,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    for case in (f"found_on_its_line[{rule}/bad] PASSED", f"example_passes[{rule}/good] PASSED"):
        assert case in done.stdout
    assert f"module_is_named_after_its_rule_and_has_a_check[{code}] PASSED" in done.stdout
    tidy = [sys.executable, "-m", "ruff", "check", "generator/checks/__init__.py"]
    module = rule.lower().replace("-", "_")
    tidy.append(f"generator/checks/{module}.py")
    subprocess.run(tidy, cwd=repository, check=True)
    subprocess.run([*tidy[:3], "format", "--check", *tidy[4:]], cwd=repository, check=True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["B101-total-too-round"], "Mã hoặc tên đã dùng cho «B101-row-sum-mismatch»"),
        (["B199-row-sum-mismatch"], "Mã hoặc tên đã dùng"),
        (["Y199-two-words"], "không làm mã và tên quy tắc được"),
        (["B199"], "không làm mã và tên quy tắc được"),
        (["B199-two-words", "--sees", "all"], "--sees nhận một trong: plan, registry, library"),
    ],
)
def test_a_check_that_cannot_be_is_refused(
    kehoach: Run, repository: Path, words: list[str], sentence: str
) -> None:
    """A code or name that is used or has no module family is refused, and nothing is written."""
    before = sorted(repository.rglob("*"))
    refused = kehoach("new", "check", *words, "--root", str(repository))
    assert refused.returncode == 2
    assert sentence in refused.stderr
    assert sorted(repository.rglob("*")) == before


def test_checks_are_made_in_a_source_tree_only(kehoach: Run) -> None:
    """A folder with plans alone is told that it is no source tree."""
    refused = kehoach("new", "check", "B199-two-words")
    assert refused.returncode == 2
    assert "không phải kho mã nguồn" in refused.stderr
