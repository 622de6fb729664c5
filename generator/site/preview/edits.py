"""What was edited, and the part of an edited plan."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.cache import users_cache
from generator.model import Library
from generator.pages import SiteData
from generator.pipeline import Checked
from generator.project import PLANS, REGISTRY, PlanFolder, Project
from generator.runner import Desk, check_files, check_plan, read_plan, read_registry
from generator.site.framing import Frame
from generator.site.plan_part import PlanPart, Setting, kept_or_made, key_of, plan_part
from generator.site.provenance import NOWHERE

Look = Mapping[Path, tuple[int, int]]
"""Each file to when it was written, in nanoseconds, and its size in bytes."""


def look(places: Iterable[Path]) -> Look:
    """See how files stand, without reading them.

    Args:
        places: Files, and folders with all that is below them.

    Returns:
        How they stand.
    """
    return {Path(entry): stand for place in places for entry, stand in _files(place)}


def _files(place: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    names = (os.path.join(folder, name) for folder, _, files in os.walk(place) for name in files)  # noqa: PTH118 - thousands of them, again and again
    for name in (str(place), *names) if not place.is_dir() else names:
        try:
            stat = os.stat(name)  # noqa: PTH116 - as above
        except OSError:  # it is gone again
            continue
        yield name, (stat.st_mtime_ns, stat.st_size)


def differing(before: Look, after: Look) -> set[Path]:
    """Files that are new, gone or written since."""
    return {file for file, _ in before.items() ^ after.items()}


def plan_of(project: Project, file: Path) -> str | None:
    """Plan to which a file belongs; None for one that says something of several, or of none."""
    if not file.is_relative_to(project.root / PLANS):
        return None
    match file.relative_to(project.root / PLANS).parts:
        case (province, plan, _, *_) if province != REGISTRY:
            return f"{province}/{plan}"
    return None


def part_of_edited(
    project: Project, plan_id: str, checked: Checked, rest: SiteData, setting: Setting
) -> PlanPart | None:
    """Make the part of a plan from its files, with everything beside it as it was.

    Args:
        project: The project.
        plan_id: The plan.
        checked: What the checks found, without errors.
        rest: The plan's share of what pages are made from, without the plan itself.
        setting: What the parts of all plans have in common.

    Returns:
        The part; None when the files are no longer those that were checked.
    """
    cache = users_cache()
    desk = Desk(read_registry(project, cache), cache, wants_plans=True)
    folder = PlanFolder(project.root, *plan_id.split("/"))
    files = read_plan(folder)
    content = checked.fingerprints[plan_id]
    if desk.fingerprint(files) != content:
        return None
    read = check_files(folder, files, checked.registry, in_depth=False)
    if read.plan is None:
        return None
    share = replace(
        rest,
        library=Library((read.plan,), checked.registry),
        diagnostics=tuple(d for d in checked.diagnostics if d.plan_id == plan_id),
        sources={plan_id: read.sources},
    )
    key = key_of(share, setting.fingerprint(), content)
    return kept_or_made(share, setting, cache, key)


def rehearse(project: Project, frame: Frame) -> None:
    """Do for one plan what every edit needs, so that the first one need not wait for it.

    What is loaded then, modules and templates, takes longer than to use it.

    Args:
        project: The project.
        frame: The frame of every page.
    """
    registry = read_registry(project).registry
    for folder in project.plan_folders()[:1]:
        read = check_plan(folder, registry)
        if read.plan and not any(diagnostic.blocks for diagnostic in read.diagnostics):
            library = Library((read.plan,), registry)
            share = SiteData(library, read.diagnostics, {folder.plan_id: read.sources})
            plan_part(share, Setting(frame, NOWHERE, has_feeds=False))
