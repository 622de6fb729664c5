"""One plan, and the registry, from bytes to diagnostics."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.model import Registry
from generator.project import PlanFolder, Project
from generator.runner import CheckedPlan, check_plan, files, read_registry


def _check(project: Project) -> CheckedPlan:
    return check_plan(_folder(project), read_registry(project).registry)


def _folder(project: Project) -> PlanFolder:
    (folder,) = project.plan_folders()
    return folder


def _codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [d.finding.rule.code for d in found if d.blocks]


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_valid_plan_is_put_together_from_its_parts(project: Project) -> None:
    """A valid plan has no error, and holds what its files hold, annexes by file name."""
    result = _check(project)
    assert _codes(result.diagnostics) == []
    assert result.plan is not None
    assert result.plan.id == "vi-du/01-kh-2025"
    assert list(result.plan.annexes) == ["phu-luc-1"]
    assert result.plan.annexes["phu-luc-1"].stated["total"] == 2130
    assert result.plan.indicators.indicators[0].id == "dich-vu-cong"
    assert result.plan.organisation.duties
    assert result.plan.actions.groups
    assert result.plan.budget.statements
    assert result.plan.objectives.objectives


def test_sources_give_every_part_its_file(project: Project) -> None:
    """Each part is in the sources with its path from the root and its data."""
    sources = _check(project).sources
    assert sources["annexes/phu-luc-1"].file == "plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml"
    assert sources["plan"].file == "plans/vi-du/01-kh-2025/plan.yaml"
    assert all(source.located is not None for source in sources.values())


def test_finding_has_file_line_column_and_place(project: Project, annex: Path) -> None:
    """A wrong sum is reported at the very figure that was printed wrong."""
    _edit(annex, "total: 600}", "total: 601}")
    (row, *_) = [d for d in _check(project).diagnostics if d.finding.rule.code == "B101"]
    line = annex.read_text(encoding="utf-8").splitlines()[row.line - 1]
    assert row.file == "plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml"
    assert line[row.column - 1 :] == "601}"
    assert row.place == "annexes/phu-luc-1/rows/I/rows/1/amounts/total"
    assert row.plan_id == "vi-du/01-kh-2025"
    assert row.addend_lines == (row.line,)


def test_unknown_file_is_reported(project: Project, plan: Path) -> None:
    """A file that is no part of a plan is an error with the nearest part as a hint."""
    (plan / "indicator.yaml").write_text("a: 1\n", encoding="utf-8")
    result = _check(project)
    assert _codes(result.diagnostics) == ["S106"]
    (found,) = [d for d in result.diagnostics if d.blocks]
    assert found.file.endswith("/indicator.yaml")
    assert "indicators.yaml" in found.finding.hint


@pytest.mark.parametrize(
    "name",
    [
        "readme.md",
        "plan.yml",
        "annexes/Phụ lục.yaml",
        "annexes/a/b.yaml",
        "annexes.yaml",
        "<b>.yaml",
    ],
)
def test_every_kind_of_unknown_file_is_reported(project: Project, plan: Path, name: str) -> None:
    """Wrong suffix, wrong folder, wrong name: whatever would not be read is told."""
    (plan / name).parent.mkdir(exist_ok=True)
    (plan / name).write_text("a: 1\n", encoding="utf-8")
    assert _codes(_check(project).diagnostics) == ["S106"]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("phu-luc-3.yaml", "chuyển tệp vào annexes/: annexes/phu-luc-3.yaml"),
        ("Phụ lục 3.yaml", "annexes/phu-luc-3.yaml"),
        ("~$budget.yaml", "xóa tệp này đi"),
        ("budget.yaml~", "xóa tệp này đi"),
        ("budget.yaml.bak", "xóa tệp này đi"),
        ("annexes/phu-luc-1.yaml.orig", "xóa tệp này đi"),
        ("ghi-chu.txt", "annexes/<mã phụ lục>.yaml"),
    ],
)
def test_unknown_file_is_told_where_it_goes(
    project: Project, plan: Path, name: str, advice: str
) -> None:
    """An annex is sent into annexes/, leftovers of programs are to go, others get the list."""
    (plan / name).write_text("a: 1\n", encoding="utf-8")
    (found,) = [d for d in _check(project).diagnostics if d.blocks]
    assert found.finding.rule.code == "S106"
    assert advice in found.finding.hint
    assert "muốn viết" not in found.finding.hint


def test_missing_plan_file_is_reported(project: Project, plan: Path) -> None:
    """A folder without plan.yaml is an error at that file's place, and there is no plan."""
    (plan / "plan.yaml").unlink()
    result = _check(project)
    assert result.plan is None
    assert _codes(result.diagnostics) == ["S107"]
    assert result.diagnostics[0].file == "plans/vi-du/01-kh-2025/plan.yaml"


def test_folder_name_that_is_no_address_is_reported(project: Project, plan: Path) -> None:
    """A plan folder with capitals, spaces or marks is an error, since it is an address."""
    plan.rename(plan.with_name("Kế hoạch <1>"))
    result = _check(project)
    assert _codes(result.diagnostics) == ["S106"]
    assert "Kế hoạch <1>" in result.diagnostics[0].finding.message


def test_empty_file_is_reported(project: Project, plan: Path) -> None:
    """An empty file is an error of reading, at its first line, and nothing else is said."""
    (plan / "budget.yaml").write_bytes(b"")
    (found,) = [d for d in _check(project).diagnostics if d.blocks]
    assert found.finding.rule.code.startswith("Y")
    assert (found.file, found.line) == ("plans/vi-du/01-kh-2025/budget.yaml", 1)


def _make_folder(file: Path) -> None:
    file.mkdir()


def _make_link_out(file: Path) -> None:
    file.symlink_to("/etc/hostname")


def _make_dangling(file: Path) -> None:
    file.symlink_to("khong-co.yaml")


def _make_pipe(file: Path) -> None:
    os.mkfifo(file)


@pytest.mark.parametrize("make", [_make_folder, _make_link_out, _make_dangling, _make_pipe])
def test_unreadable_file_is_a_finding(
    project: Project, plan: Path, make: Callable[[Path], None]
) -> None:
    """A folder, a link out, a broken link or a pipe in a file's place is told at that file."""
    (plan / "budget.yaml").unlink()
    make(plan / "budget.yaml")
    result = _check(project)
    assert _codes(result.diagnostics) == ["S106"]
    assert result.diagnostics[0].file == "plans/vi-du/01-kh-2025/budget.yaml"
    assert "Không đọc được" in result.diagnostics[0].finding.message


def test_file_without_permission_is_a_finding(
    project: Project, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that the system will not open is told with the reason, at that file."""

    def refuse(file: str) -> bytes:
        if Path(file).name == "budget.yaml":
            raise PermissionError(13, "Permission denied")
        return Path(file).read_bytes()

    monkeypatch.setattr(files, "read_bytes", refuse)
    (found,) = [d for d in _check(project).diagnostics if d.blocks]
    assert found.file.endswith("/budget.yaml")
    assert "không có quyền truy cập" in found.finding.message


def test_folder_without_permission_is_one_finding(
    project: Project, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan's folder that cannot be listed is told once, not as a plan without plan.yaml too."""

    def refuse(folder: Path) -> object:
        raise PermissionError(13, "Permission denied")

    folder, registry = _folder(project), read_registry(project).registry
    monkeypatch.setattr(os, "scandir", refuse)
    result = check_plan(folder, registry)
    assert [(d.finding.rule.code, d.file) for d in result.diagnostics] == [
        ("S106", "plans/vi-du/01-kh-2025")
    ]


def test_broken_part_is_told_alone(project: Project, plan: Path, annex: Path) -> None:
    """While a part does not validate, no check runs on the plan: no cascade of findings."""
    _edit(plan / "indicators.yaml", "better: higher", "better: cao")
    _edit(annex, "total: 600}", "total: 601}")
    result = _check(project)
    assert {code[0] for code in _codes(result.diagnostics)} == {"S"}
    assert result.plan is None


def test_broken_line_is_told_once(project: Project, annex: Path) -> None:
    """A number that YAML changed is not told again as a value of the wrong type."""
    _edit(annex, 'task: "1"', "task: 1.10")
    found = [d for d in _check(project).diagnostics if d.blocks]
    assert len({(d.file, d.line) for d in found}) == len(found)


def test_registry_is_read_with_its_files(project: Project) -> None:
    """The registry holds what its files hold, and each of its parts has a source."""
    result = read_registry(project)
    assert result.sound
    assert "vi-du" in result.registry.provinces
    assert result.sources["registry/agencies"].file == "plans/registry/agencies.yaml"


def test_broken_registry_is_told_and_empty(project: Project) -> None:
    """A registry that does not validate is reported at its line and is not sound."""
    file = project.registry_folder / "units.yaml"
    _edit(file, "kind: percent", "kind: phần-trăm")
    result = read_registry(project)
    assert not result.sound
    assert result.registry.units == {}
    (found,) = result.diagnostics
    assert found.file == "plans/registry/units.yaml"
    assert found.place.startswith("registry/units/units/percent")


def test_unknown_file_in_the_registry_is_reported(project: Project) -> None:
    """A file of the registry that nobody reads is an error with the nearest name."""
    (project.registry_folder / "agency.yaml").write_text("a: 1\n", encoding="utf-8")
    (found,) = read_registry(project).diagnostics
    assert found.finding.rule.code == "S106"
    assert "agencies.yaml" in found.finding.hint


def test_missing_registry_is_empty(project: Project, tmp_path: Path) -> None:
    """A project without a registry has an empty one; what plans miss in it is told there."""
    empty = tmp_path / "moi"
    (empty / "plans").mkdir(parents=True)
    result = read_registry(Project(empty))
    assert result.registry == Registry()
    assert result.diagnostics == ()


def test_checks_do_not_run_against_an_unsound_registry(project: Project, annex: Path) -> None:
    """Read without depth, a plan is validated and put together, but not checked."""
    _edit(annex, "total: 600}", "total: 601}")
    result = check_plan(_folder(project), Registry(), in_depth=False)
    assert result.plan is not None
    assert result.diagnostics == ()
