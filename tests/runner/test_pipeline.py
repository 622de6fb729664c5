"""Many plans: which are checked, what is added when all are, and the gate."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator import pipeline
from generator.diagnostics import Finding, Rule, Severity, Status
from generator.errors import UsageError
from generator.model import Library
from generator.pipeline import Checked, NotCleanError, require_clean
from generator.project import Project
from generator.runner import examine

ACROSS = Rule("X901", "across", Severity.ERROR, "Sai")


@pytest.fixture
def second(project: Project, plan: Path) -> Path:
    """Another plan of the same province, a copy of the first."""
    other = plan.with_name("02-kh-2026")
    shutil.copytree(plan, other)
    return other


def _ids(checked: Checked) -> list[str]:
    return [plan.id for plan in checked.library.plans]


def _codes(checked: Checked) -> list[str]:
    return [d.finding.rule.code for d in checked.diagnostics if d.blocks]


def test_all_plans_are_checked_by_default(project: Project, second: Path) -> None:
    """Without paths every plan is in the library, in order of id, and nothing blocks."""
    checked = pipeline.check(project)
    assert _ids(checked) == ["vi-du/01-kh-2025", "vi-du/02-kh-2026"]
    assert set(checked.sources) == {"", "vi-du/01-kh-2025", "vi-du/02-kh-2026"}
    assert not checked.blocks


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("plans/vi-du/01-kh-2025", ["vi-du/01-kh-2025"]),
        ("plans/vi-du/01-kh-2025/", ["vi-du/01-kh-2025"]),
        ("plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml", ["vi-du/01-kh-2025"]),
        ("plans/vi-du/../vi-du/01-kh-2025", ["vi-du/01-kh-2025"]),
        ("plans/vi-du", ["vi-du/01-kh-2025", "vi-du/02-kh-2026"]),
        ("plans/registry/agencies.yaml", ["vi-du/01-kh-2025", "vi-du/02-kh-2026"]),
        ("plans", ["vi-du/01-kh-2025", "vi-du/02-kh-2026"]),
        (".", ["vi-du/01-kh-2025", "vi-du/02-kh-2026"]),
    ],
)
def test_paths_choose_plans(
    project: Project, second: Path, path: str, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path names its plan, its province or, for the registry, all; from anywhere or absolute."""
    monkeypatch.chdir(project.root)
    assert _ids(pipeline.check(project, [Path(path)])) == ids
    assert _ids(pipeline.check(project, [project.root / path])) == ids


def test_path_counts_from_the_root_when_it_is_not_here(
    project: Project, second: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Called from elsewhere with --root, a path may be given from the root."""
    monkeypatch.chdir(tmp_path)
    assert _ids(pipeline.check(project, [Path("plans/vi-du/02-kh-2026")])) == ["vi-du/02-kh-2026"]


@pytest.mark.parametrize("path", ["plans/khong-co", "schema", "plans/vi-du/la.yaml", "/"])
def test_path_that_names_no_plan_is_wrong_use(project: Project, plan: Path, path: str) -> None:
    """A path that is not there, or is no part of a plan, is refused by its name."""
    (plan.parent / "la.yaml").touch()
    with pytest.raises(UsageError, match=path):
        pipeline.check(project, [Path(path)])


def test_link_that_leads_out_is_a_finding_even_when_named(project: Project, plan: Path) -> None:
    """A path to a file that is a link out of the project checks its plan and tells of it."""
    (plan / "waivers.yaml").symlink_to("/etc/hostname")
    assert _codes(pipeline.check(project, [plan / "waivers.yaml"])) == ["S106"]


def test_plan_that_cannot_be_read_is_still_counted(
    project: Project, second: Path, plan: Path
) -> None:
    """A broken plan is not in the library, but its sources and findings are there."""
    (plan / "plan.yaml").write_text("title: [\n", encoding="utf-8")
    checked = pipeline.check(project)
    assert _ids(checked) == ["vi-du/02-kh-2026"]
    assert "plan" in checked.sources["vi-du/01-kh-2025"]
    assert checked.blocks


def test_broken_registry_does_not_cascade(project: Project) -> None:
    """When the registry does not validate, plans are not called wrong because of it."""
    (project.registry_folder / "agencies.yaml").write_text("agencies: 5\n", encoding="utf-8")
    checked = pipeline.check(project)
    assert {d.file for d in checked.diagnostics} == {"plans/registry/agencies.yaml"}
    assert checked.blocks


@pytest.mark.parametrize("name", ["plans/vi-du/plan.yaml", "plans/la.yml"])
def test_stray_file_is_told_when_all_plans_are_checked(project: Project, name: str) -> None:
    """A YAML file outside the folder of a plan is an error, since nobody reads it."""
    (project.root / name).write_text("a: 1\n", encoding="utf-8")
    checked = pipeline.check(project)
    assert [(d.finding.rule.code, d.file) for d in checked.diagnostics if d.blocks] == [
        ("S106", name)
    ]


def test_progress_is_told_of_every_plan(project: Project, second: Path) -> None:
    """Each plan is announced before it is checked, with how many there are."""
    steps: list[str] = []
    pipeline.check(project, progress=steps.append)
    assert steps == ["Kiểm tra vi-du/01-kh-2025 (1/2)", "Kiểm tra vi-du/02-kh-2026 (2/2)"]


def _across(library: Library) -> Iterator[Finding]:
    for plan in library.plans:
        yield Finding(ACROSS, (f"{plan.id}/indicators", "indicators", 0, "name"), "Sai.")


@pytest.fixture
def across(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check over all plans that finds one thing in each."""
    check = SimpleNamespace(RULE=ACROSS, check_library=_across)
    monkeypatch.setattr(examine, "CHECKS", (check,))


@pytest.mark.usefixtures("across")
def test_checks_over_all_plans_find_their_lines(project: Project, second: Path) -> None:
    """A finding of such a check is put in the plan and the line that its path names."""
    checked = pipeline.check(project)
    assert [(d.plan_id, d.file, d.place) for d in checked.diagnostics] == [
        (
            f"vi-du/{slug}",
            f"plans/vi-du/{slug}/indicators.yaml",
            "indicators/indicators/dich-vu-cong/name",
        )
        for slug in ("01-kh-2025", "02-kh-2026")
    ]
    assert all(d.line == 4 for d in checked.diagnostics)


@pytest.mark.usefixtures("across")
def test_checks_over_all_plans_run_for_a_chosen_one(
    project: Project, second: Path, plan: Path
) -> None:
    """A chosen plan is set beside the others too, but only what is found in it is told."""
    checked = pipeline.check(project, [plan])
    assert [(d.plan_id, d.finding.rule.code) for d in checked.diagnostics] == [
        ("vi-du/01-kh-2025", "X901")
    ]
    assert set(checked.sources) == {"", "vi-du/01-kh-2025"}


def test_faults_of_other_plans_are_not_told(project: Project, second: Path, plan: Path) -> None:
    """What is wrong in a plan that was not chosen does not block the chosen one."""
    (second / "budget.yaml").write_bytes(b"")
    assert not pipeline.check(project, [plan]).blocks


@pytest.mark.usefixtures("across")
def test_checks_over_all_plans_wait_for_all(project: Project, second: Path, plan: Path) -> None:
    """With a plan that cannot be read, checks over all plans are not run."""
    (plan / "budget.yaml").write_bytes(b"")
    assert "X901" not in _codes(pipeline.check(project))


@pytest.mark.usefixtures("across")
def test_waivers_answer_checks_over_all_plans(project: Project, second: Path, plan: Path) -> None:
    """A waiver accepts such a finding, also when only its plan is checked."""
    (plan / "waivers.yaml").write_text(
        "waivers:\n  - {code: X901, path: indicators/indicators/dich-vu-cong/name, "
        "reason: a, source: b}\n",
        encoding="utf-8",
    )
    checked = pipeline.check(project)
    assert [d.status for d in checked.diagnostics] == [Status.ACCEPTED, Status.OPEN]
    alone = pipeline.check(project, [plan])
    assert [d.status for d in alone.diagnostics] == [Status.ACCEPTED]
    (second / "budget.yaml").write_bytes(b"")
    assert pipeline.check(project, [plan]).diagnostics == ()


def test_gate_lets_clean_plans_through_and_holds_others(project: Project, plan: Path) -> None:
    """The gate is silent for clean plans and raises with the count of errors otherwise."""
    require_clean(pipeline.check(project))
    (plan / "budget.yaml").write_bytes(b"")
    checked = pipeline.check(project)
    with pytest.raises(NotCleanError, match="Còn 1 lỗi") as caught:
        require_clean(checked)
    assert caught.value.checked is checked


def _in_registry(library: Library) -> Iterator[Finding]:
    if library.registry.units:
        yield Finding(ACROSS, ("registry/units", "units", "rank", "name"), "Sai.")


def test_checks_over_all_plans_may_point_into_the_registry(
    project: Project, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such a finding is put in the registry's file; a waiver of a plan cannot accept it."""
    check = SimpleNamespace(RULE=ACROSS, check_library=_in_registry)
    monkeypatch.setattr(examine, "CHECKS", (check,))
    (plan / "waivers.yaml").write_text(
        "waivers:\n  - {code: X901, path: registry/units/units/rank/name, reason: a, source: b}\n",
        encoding="utf-8",
    )
    found = pipeline.check(project).diagnostics
    assert [(d.finding.rule.code, d.file, d.plan_id) for d in found] == [
        ("X901", "plans/registry/units.yaml", ""),
        ("W101", "plans/vi-du/01-kh-2025/waivers.yaml", "vi-du/01-kh-2025"),
    ]
    assert all(d.blocks for d in found)


def test_a_known_outcome_is_taken_as_it_is(project: Project, plan: Path, second: Path) -> None:
    """What a caller knows of a plan is told without reading it; other plans are read."""
    known = pipeline.check(project).outcomes
    assert [folder.path for folder in known] == [plan, second]
    for folder in (plan, second):
        (folder / "plan.yaml").write_text("x: [", encoding="utf-8")
    first = {folder: one for folder, one in known.items() if folder.path == plan}
    checked = pipeline.check(project, known=first)
    assert {d.plan_id for d in checked.diagnostics if d.blocks} == {"vi-du/02-kh-2026"}
    assert checked.outcomes != known
    assert not pipeline.check(project, known=known).blocks
