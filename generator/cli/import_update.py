"""`kehoach import --update`: take what was changed in an exported workbook into a plan's files."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator import revisions
from generator.authoring.files import replace_file
from generator.cli.console import tell, write
from generator.cli.options import writing_to
from generator.errors import UsageError
from generator.located import Located, read
from generator.located.refusals import LARGEST
from generator.project import PLANS, REGISTRY, SCHEMA, SUFFIX, PlanFolder, Project
from generator.reporters.escape import visible
from generator.runner import check_plan, read_registry
from generator.runner.files import read_file

if TYPE_CHECKING:
    from generator.authoring.importing.source import Source
    from generator.authoring.updating import Edit, State, Verdict


def update(
    project: Project, folder: PlanFolder, source: "Source", *, force: bool, dry_run: bool
) -> int:
    """Write what was changed in a workbook.

    Args:
        project: The project.
        folder: The plan.
        source: The workbook, made by `kehoach export`.
        force: Whether the workbook wins where both sides changed.
        dry_run: Whether to tell only.

    Returns:
        0 when everything could be written; 1, and nothing written, when something is refused.

    Raises:
        UsageError: The plan cannot be read.
    """
    from generator.authoring.updating import compare, read_exported

    exported = read_exported(source)
    now = _state(project, folder)
    if now is None:
        raise UsageError(f"Kế hoạch «{folder.plan_id}» còn lỗi; chạy kehoach check và sửa trước.")
    verdict = compare(exported, _base(project, folder, exported.commit) or now, now, force=force)
    if verdict.refusals:
        return _refuse(verdict)
    if not verdict.edits:
        write(f"Sổ không khác kế hoạch {folder.plan_id}; không có gì để ghi.\n")
        return 0
    _write(project, folder, verdict.edits, dry_run=dry_run)
    return 0


def _state(project: Project, folder: PlanFolder) -> "State | None":
    from generator.authoring.updating import State

    registry = read_registry(project)
    plan = check_plan(folder, registry.registry, in_depth=False).plan
    return State(plan, registry.registry) if plan and registry.sound else None


def _base(project: Project, folder: PlanFolder, commit: str | None) -> "State | None":
    """The plan as it was when the workbook was made; None when that cannot be known."""
    if commit is None:
        tell("Sổ không ghi xuất từ bản ghi nào; so với kế hoạch hiện tại.")
        return None
    with tempfile.TemporaryDirectory(prefix="kehoach-") as name:
        place = Path(name)
        (place / SCHEMA).mkdir()
        try:
            for below in (f"{PLANS}/{folder.plan_id}", f"{PLANS}/{REGISTRY}"):
                listed = revisions.entries(project.root, commit, below)
                (place / below).mkdir(parents=True)
                revisions.write_out(project.root, listed, place / below, LARGEST)
        except UsageError:
            tell(f"Kho không có bản ghi {commit[:12]} của sổ; so với kế hoạch hiện tại.")
            return None
        return _state(Project(place), PlanFolder(place, folder.province_id, folder.plan_slug))


def _refuse(verdict: "Verdict") -> int:
    lines = [f"{refusal.place}: {refusal.message}" for refusal in verdict.refusals]
    lines.append(
        f"Không ghi gì: {len(verdict.refusals)} chỗ không đưa vào kế hoạch được, "
        f"{len(verdict.edits)} chỗ khác thì được."
    )
    write("".join(f"{visible(line)}\n" for line in lines))
    return 1


def _write(
    project: Project, folder: PlanFolder, edits: "tuple[Edit, ...]", *, dry_run: bool
) -> None:
    """Work everything out before the first file is written."""
    from generator.authoring.updating import apply_edits

    parts = dict.fromkeys(str(edit.path[0]) for edit in edits)
    texts, lines = {}, []
    for part in parts:
        file = folder.path / f"{part}{SUFFIX}"
        content = read_file(file, project.root / PLANS)
        own = [edit for edit in edits if edit.path[0] == part]
        texts[file] = apply_edits(part, content.decode(), own)
        located = read(texts[file].encode()).located
        lines += [line for edit in own for line in _told(project.relative(file), edit, located)]
    if not dry_run:
        for file, text in texts.items():
            with writing_to(file):
                replace_file(file, text)
    done = "Sẽ sửa" if dry_run else "Đã sửa"
    lines.append(f"{done} {len(edits)} chỗ ở {len(texts)} tệp.")
    lines.append(f"Việc tiếp theo: kehoach check {PLANS}/{folder.plan_id}")
    write("".join(f"{visible(line)}\n" for line in lines))


def _told(name: str, edit: "Edit", located: Located | None) -> Iterator[str]:
    from generator.authoring.updating import told

    line = located.mark(edit.path[1:]).line if located else 1
    yield f"{name}:{line}: {edit.name}: {told(edit.old)} → {told(edit.new)} ({edit.place})"
    yield from (f"  Cần xem lại: {doubt}" for doubt in edit.doubts)
