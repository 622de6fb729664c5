"""The stages in order, for many plans, and the gate: nothing is written while an error stands."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.cache import fingerprint, of_program
from generator.diagnostics import Diagnostic
from generator.errors import KehoachError, UsageError
from generator.model import Library
from generator.project import PLANS, REGISTRY, PlanFolder, Project
from generator.runner import (
    CheckedPlan,
    CheckedRegistry,
    Sources,
    check_files,
    check_library,
    in_order,
    read_plan,
    read_registry,
    stray_files,
    why,
)

Progress = Callable[[str], None]
"""Told what is being done, in a few Vietnamese words."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked and what was found.

    Attributes:
        library: The plans that can be read, in order of id, and the registry.
        diagnostics: In order of file, line and column.
        sources: Plan id, or an empty text for the registry, to part name to source. A plan that
            cannot be read is in here too.
        fingerprints: Plan id to the name of all that its data and its findings follow from: its
            files, the registry and the program.
    """

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Sources]
    fingerprints: Mapping[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Whether an error stands open, so that nothing may be published."""
        return any(diagnostic.blocks for diagnostic in self.diagnostics)


class NotCleanError(KehoachError):
    """Errors stand open in plans that were to be published.

    Attributes:
        checked: What was found.
    """

    def __init__(self, checked: Checked) -> None:
        """Keep what was found, for the report."""
        count = sum(diagnostic.blocks for diagnostic in checked.diagnostics)
        super().__init__(f"Còn {count} lỗi chưa sửa nên không ghi gì ra.")
        self.checked = checked


def check(
    project: Project, paths: Iterable[Path] = (), progress: Progress | None = None
) -> Checked:
    """Check plans and the registry they lean on.

    Every plan is read, for some checks set a plan beside the others; those run only when none
    of the plans is too broken to be read. What is given back is about the chosen plans.

    Args:
        project: The project.
        paths: Plan folders, files in them, or folders of provinces, to choose plans; nothing,
            or a file of the registry, means every plan.
        progress: Told about each plan.

    Returns:
        Plans, diagnostics and sources.

    Raises:
        UsageError: A path is not there or belongs to no plan; `plans/` cannot be listed.
    """
    folders = _all_folders(project)
    chosen = _choose(project, folders, tuple(paths))
    registry = read_registry(project)
    prints: dict[str, str] = {}
    results = _check_plans(folders, registry, progress or (lambda _: None), prints)
    plans = tuple(result.plan for result in results.values() if result.plan)
    library = Library(plans, registry.registry)
    sources = {"": registry.sources} | {key: result.sources for key, result in results.items()}
    found = [*registry.diagnostics, *(d for r in results.values() for d in r.diagnostics)]
    if registry.sound and len(plans) == len(folders):
        found += check_library(library, sources)
    if len(chosen) == len(folders):
        found += stray_files(project.root)
    return _only(Checked(library, in_order(found), sources, prints), chosen)


def _only(checked: Checked, chosen: tuple[PlanFolder, ...]) -> Checked:
    """What was found in some plans and in the registry that they lean on."""
    ids = {"", *(folder.plan_id for folder in chosen)}
    return Checked(
        Library(
            tuple(plan for plan in checked.library.plans if plan.id in ids),
            checked.library.registry,
        ),
        tuple(diagnostic for diagnostic in checked.diagnostics if diagnostic.plan_id in ids),
        {key: sources for key, sources in checked.sources.items() if key in ids},
        {key: name for key, name in checked.fingerprints.items() if key in ids},
    )


def _check_plans(
    folders: tuple[PlanFolder, ...],
    registry: CheckedRegistry,
    progress: Progress,
    prints: dict[str, str],
) -> dict[str, CheckedPlan]:
    results = {}
    shared = (of_program().encode(), registry.fingerprint.encode())
    for number, folder in enumerate(folders, 1):
        progress(f"Kiểm tra {folder.plan_id} ({number}/{len(folders)})")
        files = read_plan(folder)
        prints[folder.plan_id] = fingerprint((*shared, files.fingerprint.encode()))
        results[folder.plan_id] = check_files(
            folder, files, registry.registry, in_depth=registry.sound
        )
    return results


def require_clean(checked: Checked) -> None:
    """Let through only plans without open errors.

    Args:
        checked: What was found.

    Raises:
        NotCleanError: An error stands open.
    """
    if checked.blocks:
        raise NotCleanError(checked)


def _all_folders(project: Project) -> tuple[PlanFolder, ...]:
    try:
        return project.plan_folders()
    except OSError as error:
        raise UsageError(f"Không mở được thư mục «{error.filename}»: {why(error)}.") from error


def _choose(
    project: Project, folders: tuple[PlanFolder, ...], paths: tuple[Path, ...]
) -> tuple[PlanFolder, ...]:
    if not paths:
        return folders
    wanted = {folder for path in paths for folder in _named_by(project, folders, path)}
    return tuple(folder for folder in folders if folder in wanted)


def _named_by(
    project: Project, folders: tuple[PlanFolder, ...], path: Path
) -> tuple[PlanFolder, ...]:
    words = _words_below_root(project, path)
    if words in ((), (PLANS,)) or words[:2] == (PLANS, REGISTRY):
        return folders
    named = tuple(
        folder
        for folder in folders
        if words[0] == PLANS
        and (folder.province_id, folder.plan_slug)[: len(words) - 1] == words[1:3]
    )
    if not named:
        raise UsageError(
            f"«{path}» không thuộc kế hoạch nào. Hãy chỉ tới thư mục của một kế hoạch, một tệp "
            f"trong đó, thư mục của một tỉnh, hoặc «{PLANS}/{REGISTRY}/»."
        )
    return named


def _words_below_root(project: Project, path: Path) -> tuple[str, ...]:
    """Parts of a path from the root; a relative path counts from here, then from the root."""
    for base in (Path.cwd(), project.root):
        candidate = Path(os.path.abspath(base / path))  # noqa: PTH100 - resolve() would follow a link
        if os.path.lexists(candidate):
            return _relative_words(project, candidate, path)
    raise UsageError(f"Không có tệp hay thư mục nào tên «{path}».")


def _relative_words(project: Project, candidate: Path, path: Path) -> tuple[str, ...]:
    for form in (candidate, candidate.parent.resolve() / candidate.name, candidate.resolve()):
        if form.is_relative_to(project.root):
            return form.relative_to(project.root).parts
    raise UsageError(f"«{path}» nằm ngoài dự án «{project.root}».")
