"""The made-up project is valid, canonical and the same for the same seed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.synthetic import write_project
from generator.authoring.formatting import format_part
from generator.model.annexes import walk_tasks
from generator.pipeline import check
from generator.project import Project, part_files
from generator.workers import VARIABLE

PLANS = 5


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small made-up project."""
    return write_project(tmp_path_factory.mktemp("synthetic") / "project", PLANS)


def _bytes(root: Path) -> Mapping[str, bytes]:
    return {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}


def test_no_error_stands_open(project: Path) -> None:
    """Plans of a hundred tasks and forty indicators pass every check, with accepted waivers."""
    checked = check(Project(project))
    assert not checked.blocks
    assert any(diagnostic.reason for diagnostic in checked.diagnostics)
    for plan in checked.library.plans:
        tasks = [task for annex in plan.annexes.values() for task in walk_tasks(annex.rows)]
        assert (len(tasks), len(plan.indicators.indicators)) == (100, 40)


def test_one_plan_replaces_another(project: Path) -> None:
    """A plan of a former province is replaced by one of its successor, told on both sides."""
    plans = check(Project(project)).library.plans
    replaced = {plan.id for plan in plans if plan.meta.replaced_by}
    assert len(replaced) == sum(bool(plan.meta.replaces) for plan in plans) == 1


def test_files_are_in_the_common_form(project: Path) -> None:
    """Every file of a plan is written as `kehoach fmt` writes it."""
    folder = Project(project).plan_folders()[0].path
    for part, file in part_files(folder):
        text = file.read_text(encoding="utf-8")
        assert format_part(part, text) == text


def test_same_seed_gives_same_bytes(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes depend on the seed alone, not on the number of processes."""
    monkeypatch.setenv(VARIABLE, "1")
    assert _bytes(write_project(tmp_path / "again", PLANS)) == _bytes(project)
    assert _bytes(write_project(tmp_path / "other", PLANS, seed=2)) != _bytes(project)


def test_a_smaller_project_is_the_beginning_of_a_larger_one(project: Path, tmp_path: Path) -> None:
    """A plan does not depend on how many others there are."""
    smaller = _bytes(write_project(tmp_path / "smaller", PLANS - 1))
    plans = {name for name in smaller if not name.startswith("plans/registry/")}
    assert {name: smaller[name] for name in plans}.items() <= _bytes(project).items()


def test_nothing_is_written_over(project: Path) -> None:
    """A folder with something in it is refused."""
    with pytest.raises(FileExistsError):
        write_project(project, 1)
