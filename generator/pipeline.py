"""The stages in order, for many plans, and the gate: nothing is written while an error stands."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.cache import users_cache
from generator.diagnostics import Diagnostic, Extent
from generator.errors import KehoachError, UsageError
from generator.model import Library, Registry
from generator.project import PLANS, REGISTRY, PlanFolder, Project, Shard
from generator.runner import (
    CheckedPlan,
    Desk,
    Outcome,
    Sources,
    check_across,
    in_order,
    read_registry,
    stray_files,
    why,
)
from generator.workers import share_out

_LEAST_TO_SHARE = 4
"""Fewer plans than this are checked sooner than other processes begin."""

Progress = Callable[[str], None]
"""Told what is being done, in a few Vietnamese words."""


@dataclass(frozen=True)
class Checked:
    """What was checked and what was found.

    Attributes:
        diagnostics: In order of file, line and column.
        registry: The registry that the plans lean on.
        extent: How much was looked at.
        fingerprints: Plan id to the name of all that its data and its findings follow from: its
            files, the registry and what checks them.
        read: Gives each plan that was checked, and the registry's sources under an empty text.
        shard: The share of the provinces that was checked; None for all.
        outcomes: What came of each plan, for the next check.
    """

    diagnostics: tuple[Diagnostic, ...]
    registry: Registry
    extent: Extent
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    read: Callable[[], Mapping[str, CheckedPlan]] = dict
    shard: Shard | None = None
    outcomes: Mapping[PlanFolder, Outcome] = field(default_factory=dict)

    @cached_property
    def _plans(self) -> Mapping[str, CheckedPlan]:
        return self.read()

    def with_plans(self) -> "Checked":
        """The same, its plans read now: the files may be gone when they are asked for."""
        _ = self._plans
        return self

    @cached_property
    def library(self) -> Library:
        """The plans that can be read, in order of id, and the registry; fetched when asked for."""
        plans = (checked.plan for checked in self._plans.values())
        return Library(tuple(plan for plan in plans if plan), self.registry)

    @cached_property
    def sources(self) -> Mapping[str, Sources]:
        """Plan id, or an empty text for the registry, to part name to source.

        A plan that cannot be read is in here too.
        """
        return {plan_id: checked.sources for plan_id, checked in self._plans.items()}

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
    project: Project,
    paths: Iterable[Path] = (),
    progress: Progress | None = None,
    *,
    shard: Shard | None = None,
    wants_plans: bool = False,
    known: Mapping[PlanFolder, Outcome] | None = None,
) -> Checked:
    """Check plans and the registry they lean on.

    Every plan is read, for some checks set a plan beside the others; those run only when none
    of the plans is too broken to be read. What is given back is about the chosen plans.

    Of several shards the first one runs the checks across plans and looks for stray files, and
    tells what they find in all provinces; the others do without, and read only their own plans.
    All shards together find what one check of everything does.

    Args:
        project: The project.
        paths: Plan folders, files in them, or folders of provinces, to choose plans; nothing,
            or a file of the registry, means every plan.
        progress: Told about each plan.
        shard: Which of the provinces to check; not together with `paths`.
        wants_plans: Whether the plans themselves will be asked for, so that they are brought
            along; otherwise asking for them may mean reading them again.
        known: What came of plans whose files, as the caller knows, have not changed since, nor
            has the registry; they are not read.

    Returns:
        Diagnostics, and the plans and their sources for who asks.

    Raises:
        UsageError: A path is not there or belongs to no plan; `plans/` cannot be listed.
    """
    folders = _all_folders(project)
    chosen = _choose(project, folders, tuple(paths))
    if shard:
        provinces = shard.provinces(folder.province_id for folder in folders)
        chosen = tuple(folder for folder in folders if folder.province_id in provinces)
    sees_all = shard is None or shard.number == 1
    cache = users_cache()
    desk = Desk(read_registry(project, cache), cache, wants_plans)
    read = folders if sees_all else chosen
    tell = progress or (lambda _: None)
    outcomes = dict(_outcomes(desk, read, frozenset(chosen), tell, known or {}))
    own = {folder.plan_id: outcomes[folder] for folder in chosen}
    ids = {"", *own}
    found = [*desk.registry.diagnostics, *(d for one in own.values() for d in one.diagnostics)]
    if sees_all and desk.registry.sound:
        across = check_across(desk, outcomes)
        found += [d for d in across if shard or d.plan_id in ids]
    if sees_all and (shard or len(chosen) == len(folders)):
        found += stray_files(project.root)
    checked = Checked(
        in_order(found),
        desk.registry.registry,
        _extent(desk, own.values()),
        {plan_id: outcome.fingerprint for plan_id, outcome in own.items()},
        lambda: _read(desk, {folder: outcomes[folder] for folder in chosen}),
        shard,
        outcomes,
    )
    return checked.with_plans() if wants_plans else checked


def _outcomes(
    desk: Desk,
    folders: tuple[PlanFolder, ...],
    chosen: frozenset[PlanFolder],
    progress: Progress,
    known: Mapping[PlanFolder, Outcome],
) -> Iterator[tuple[PlanFolder, Outcome]]:
    """The outcome of each plan, in order: kept ones first looked up, the others shared out."""
    kept = {folder: known.get(folder) or desk.look_up(folder) for folder in folders}
    waiting = [(folder, folder in chosen) for folder in folders if kept[folder] is None]
    worked_out = share_out(
        lambda task: desk.work_out(task[0], in_depth=task[1]), waiting, least=_LEAST_TO_SHARE
    )
    for number, folder in enumerate(folders, 1):
        progress(f"Kiểm tra {folder.plan_id} ({number}/{len(folders)})")
        yield folder, kept[folder] or next(worked_out)


def _extent(desk: Desk, outcomes: Collection[Outcome]) -> Extent:
    return Extent(
        plans=len(outcomes),
        files=len(desk.registry.sources) + sum(one.files for one in outcomes),
        tasks=sum(one.tasks for one in outcomes),
        indicators=sum(one.indicators for one in outcomes),
    )


def _read(desk: Desk, outcomes: Mapping[PlanFolder, Outcome]) -> dict[str, CheckedPlan]:
    registry = CheckedPlan(None, (), desk.registry.sources)
    return {"": registry} | {
        folder.plan_id: desk.whole(folder, outcome) for folder, outcome in outcomes.items()
    }


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
