"""Every rule against its own good and bad examples, through the whole run."""

from pathlib import Path

import pytest

from generator.located.refusals import LARGEST, MOST_VALUES
from generator.pipeline import check
from generator.project import Project
from tests.checks.examples import BASE, Example, all_examples, run

EVERY = list(all_examples())
BAD = [example for example in EVERY if example.is_bad]
GOOD = [example for example in EVERY if not example.is_bad]


@pytest.mark.parametrize("example", BAD, ids=str)
def test_bad_example_is_found_on_its_line(example: Example, tmp_path: Path) -> None:
    """A bad example gives the findings that its markers name, and no other error."""
    outcome = run(example, tmp_path / "p")
    own = {spot for spot in outcome.all_found if spot[0] == example.code}
    marked = example.markers()
    assert own, "the rule finds nothing"
    if marked:
        assert own == {spot for spot in marked if spot[0] == example.code}
    assert outcome.blocking - own == {spot for spot in marked if spot[0] != example.code}


@pytest.mark.parametrize("example", GOOD, ids=str)
def test_good_example_passes(example: Example, tmp_path: Path) -> None:
    """A good example has no open error, and nothing of the rule that it is about."""
    outcome = run(example, tmp_path / "p")
    assert outcome.blocking == set()
    assert example.code not in {code for code, _, _ in outcome.all_found}


def test_base_has_nothing_to_find(tmp_path: Path) -> None:
    """The project that all examples start from has neither errors nor notes."""
    project = Example(BASE).project(tmp_path / "p")
    checked = check(Project(project.root))
    assert [d.finding.message for d in checked.diagnostics] == []
    assert [plan.id for plan in checked.library.plans] == ["vi-du/01-kh-2025"]


def test_examples_are_overlays_of_the_base() -> None:
    """Every example lies where a project's files lie, so that it is read at all."""
    strays = [
        str(file)
        for example in EVERY
        for file in example.folder.rglob("*")
        if file.is_file() and file.relative_to(example.folder).parts[0] not in {"plans", "schema"}
    ]
    assert strays == []


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("Y301", "#" * LARGEST + "\n"),
        ("Y303", "objectives: [" + "1," * MOST_VALUES + "]\n"),
    ],
)
def test_file_beyond_the_limits_is_refused(code: str, content: str, tmp_path: Path) -> None:
    """A file too large to be an example is refused by its rule and by no other."""
    project = Example(BASE).project(tmp_path / "p")
    file = project.root / "plans" / "vi-du" / "01-kh-2025" / "objectives.yaml"
    file.write_text(content, encoding="utf-8")
    assert {d.finding.rule.code for d in check(project).diagnostics} == {code}
