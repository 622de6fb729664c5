"""Names of all that a plan's findings follow from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.project import Project
from generator.runner import outcome

PLAN = "vi-du/01-kh-2025"


def _print(project: Project) -> str:
    return pipeline.check(project).fingerprints[PLAN]


def test_same_content_has_the_same_name(project: Project) -> None:
    """Nothing but content counts: not the time at which a file was written."""
    before = _print(project)
    for file in project.root.rglob("*.yaml"):
        file.write_bytes(file.read_bytes())
    assert _print(project) == before


def _edit(project: Project, plan: Path) -> None:
    file = plan / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# chú thích\n", encoding="utf-8")


def _rename_unknown(project: Project, plan: Path) -> None:
    (plan / "nhap.txt").write_text("một", encoding="utf-8")


def _edit_registry(project: Project, plan: Path) -> None:
    file = project.registry_folder / "units.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# chú thích\n", encoding="utf-8")


def _make_unreadable(project: Project, plan: Path) -> None:
    (plan / "waivers.yaml").unlink(missing_ok=True)
    (plan / "waivers.yaml").symlink_to("/etc/hostname")


def _remove(project: Project, plan: Path) -> None:
    (plan / "objectives.yaml").unlink()


@pytest.mark.parametrize(
    "change", [_edit, _rename_unknown, _edit_registry, _make_unreadable, _remove]
)
def test_any_change_gives_another_name(
    project: Project, plan: Path, change: Callable[[Project, Path], None]
) -> None:
    """A byte of the plan or of the registry, a file more, less or out of reach: another name."""
    before = _print(project)
    change(project, plan)
    assert _print(project) != before


def test_another_program_gives_another_name(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another program found is not taken for what this one finds."""
    before = _print(project)
    monkeypatch.setattr(outcome, "of_checker", lambda: "0" * 40)
    assert _print(project) != before


def test_names_are_those_of_the_chosen_plans(project: Project) -> None:
    """Only plans that were asked for have one."""
    assert set(pipeline.check(project).fingerprints) == {PLAN}
