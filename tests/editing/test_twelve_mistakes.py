"""Each typical mistake of an editor gives one finding, at its line, that says what to do."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.pipeline import check
from generator.project import Project
from tests.editing.mistakes import BUDGET, KINDS, MISTAKES, UNIT_OF_ANOTHER_SIZE, Mistake


@pytest.fixture(scope="module")
def root(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the plans of this repository."""
    root = tmp_path_factory.mktemp("ban-sao")
    shutil.copytree(project.root / "plans", root / "plans")
    (root / "schema").mkdir()
    return root


@pytest.fixture
def copy(root: Path) -> Iterator[Path]:
    """The copy, put right again afterwards."""
    before = {file: file.read_bytes() for file in root.glob("plans/tay-ninh/*/**/*.yaml")}
    yield root
    for file, content in before.items():
        file.write_bytes(content)


def open_errors(root: Path) -> list[Diagnostic]:
    """What stops the build."""
    return [d for d in check(Project(root)).diagnostics if d.blocks]


def test_there_are_twelve_kinds() -> None:
    """The twelve typical mistakes are all tried."""
    assert len(KINDS) == 12


def test_the_copy_is_clean(copy: Path) -> None:
    """Without a mistake there is nothing to find."""
    assert open_errors(copy) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: f"{m.kind}-{m.code}")
def test_a_mistake_gives_one_finding(copy: Path, mistake: Mistake) -> None:
    """One open finding, of the right rule, on the line to mend, with the value and the remedy."""
    changed = mistake.make(copy)
    (found,) = open_errors(copy)
    assert found.finding.rule.code == mistake.code
    assert (found.file, found.line) == (mistake.file, mistake.line(changed))
    told = f"{found.finding.message} {found.finding.hint}".replace("\N{NO-BREAK SPACE}", " ")
    assert [words for words in mistake.says if words not in told] == []


def test_money_of_another_size_is_led_back_to_its_unit(copy: Path) -> None:
    """A table in the wrong unit of money is found in the prose, and its own line is named."""
    UNIT_OF_ANOTHER_SIZE.make(copy)
    (found,) = open_errors(copy)
    assert (found.finding.rule.code, found.file) == (UNIT_OF_ANOTHER_SIZE.code, BUDGET)
    assert [words for words in UNIT_OF_ANOTHER_SIZE.says if words not in found.finding.hint] == []
