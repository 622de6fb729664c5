"""Check, build and preview after one figure of one plan was edited."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from filecmp import cmp
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.edits import raise_amount, read_part
from benchmarks.harness import Cost, command, middle
from benchmarks.preview import Preview
from benchmarks.results import Goal, Part, Table, within
from benchmarks.synthetic.project import REPOSITORY
from benchmarks.texts import plans, seconds, times
from benchmarks.workspace import GENERATOR, NO_CACHE, Workspace, environment_of
from generator.project import Project

EDITED: Final = "edited"
_STEP: Final = 10
_PART_OF_WHOLE: Final = 0.1
_MOST_WAIT: Final = 1
_ABOUT: Final = (
    "One amount of one plan is changed, with every sum that holds it, the total in words included; each time "
    "anew, so that nothing of this edit is in the cache. `check` and `build` are run as commands with a cache "
    "that knows the plans as they were before, and must say and write the same bytes as without one; the "
    "whole build is the one of the part before. `serve` is waited for from saving the files until the page "
    "of the budget shows the new total."
)


def run(space: Workspace) -> Part:
    """Measure at the largest size."""
    size = space.sizes[-1]
    project = space.copy(size, EDITED)
    cache = space.folder / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    goals: list[Goal] = []
    rows: list[tuple[str, ...]] = []
    for name, measure in (("check", _check), ("build", _build)):
        space.say(f"{name} after one edit")
        edited, whole, same = measure(space, project, cache)
        ratio = edited.wall / whole.wall
        what = f"{name} of {plans(size)} plans after one edit, against the whole"
        goals += (
            within(f"edit-{name}", what, ratio, _PART_OF_WHOLE, " ×"),
            Goal(
                f"edit-{name}-same",
                f"{name} after one edit gives",
                "the same bytes",
                _same(same),
                same,
            ),
        )
        rows.append((name, seconds(edited.wall), seconds(whole.wall), times(ratio)))
    space.say("serve after one edit")
    waited = _serve(project, space.repeats, environment_of(cache))
    what = f"`serve` of {plans(size)} plans shows an edit after"
    goals.append(within("edit-serve", what, waited, _MOST_WAIT, " s"))
    rows.append(("serve", seconds(waited), "", ""))
    head = ("what", "after one edit", "whole, no cache", "ratio")
    caption = f"Medians, {plans(size)} plans."
    return Part(
        "edit", "After one edit", _ABOUT, tuple(goals), (Table(caption, head, tuple(rows)),)
    )


def _same(same: bool) -> str:
    return "the same" if same else "other bytes"


def _change(project: Project, by: int) -> None:
    raise_amount(project.plan_folders()[0].path, by)


def _check(space: Workspace, project: Project, cache: Path) -> tuple[Cost, Cost, bool]:
    words = (*GENERATOR, "check", "--format", "json", "--root", project.root)
    kept = environment_of(cache)
    command(words, REPOSITORY, kept)
    after, whole = [], []
    for _ in range(space.repeats):
        _change(project, _STEP)
        after.append(command(words, REPOSITORY, kept))
        whole.append(command(words, REPOSITORY, NO_CACHE))
    _change(project, _STEP)
    return middle(after), middle(whole), _said(words, kept) == _said(words, NO_CACHE)


def _said(words: Sequence[str | Path], environment: Mapping[str, str]) -> bytes:
    done = subprocess.run(  # noqa: S603 - our own command
        [str(word) for word in words],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    return done.stdout


def _build(space: Workspace, project: Project, cache: Path) -> tuple[Cost, Cost, bool]:
    """The last edit gives the plans as they were made up, of which there is a whole site."""
    size = len(project.plan_folders())
    out = space.folder / "edited-site"
    words = (*GENERATOR, "build", "--root", project.root, "--out", out)
    space.copy(size, EDITED)
    edits = [_STEP] * space.repeats
    _change(project, sum(edits))
    command(words, REPOSITORY, environment_of(cache))
    after = []
    for by in edits:
        _change(project, -by)
        after.append(command(words, REPOSITORY, environment_of(cache)))
    whole = space.cost_of_site(size)
    return middle(after), whole, same_files(out, space.site(size))


def same_files(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    names = [
        {str(f.relative_to(root)) for f in root.rglob("*") if f.is_file()} for root in (one, other)
    ]
    return names[0] == names[1] and all(cmp(one / n, other / n, shallow=False) for n in names[0])


def _serve(project: Project, repeats: int, kept: Mapping[str, str]) -> float:
    plan = project.plan_folders()[0]
    page = f"{plan.plan_id}/kinh-phi/"
    with Preview(project, kept) as preview:
        preview.wait_for(page, str(read_part(plan.path, "budget")["statements"][0]["words"]))
        waited = [
            preview.wait_for(page, raise_amount(plan.path, _STEP * number))
            for number in range(1, repeats + 1)
        ]
    return median(waited)
