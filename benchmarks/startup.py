"""The command from its start to its end, on one plan."""

import subprocess
from pathlib import Path
from typing import Final

from benchmarks.harness import PYTHON, Cost, command, interleaved
from benchmarks.results import Goal, Part, Table
from benchmarks.synthetic.project import REPOSITORY
from benchmarks.texts import seconds, times
from benchmarks.workspace import GENERATOR, NO_CACHE, Workspace

_OURS: Final = "kehoach check, a project of one plan"
_REAL: Final = "kehoach check of one of the repository's plans"
_BARE: Final = "python -c 'import yaml, pydantic'"
_HEAVY: Final = ("pandas", "mkdocs")
_REPEATS: Final = 3
"""Times as many as elsewhere, because the command is short."""


def run(space: Workspace) -> Part:
    """Measure whole processes, the cache off."""
    project = space.project(1)
    plan = project.plan_folders()[0].path
    real = next((REPOSITORY / "plans").glob("tay-ninh/*"))

    def ours(root: Path, chosen: Path) -> Cost:
        return command((*GENERATOR, "check", "--root", root, chosen), REPOSITORY, NO_CACHE)

    costs = interleaved(
        {
            _BARE: lambda: command((PYTHON, "-c", "import yaml, pydantic")),
            _OURS: lambda: ours(project.root, plan),
            _REAL: lambda: ours(REPOSITORY, real),
        },
        space.repeats * _REPEATS,
        space.say,
    )
    bare = costs[_BARE].wall
    rows = tuple(
        (
            name,
            seconds(cost.wall),
            seconds(cost.cpu),
            times(cost.wall / bare),
        )
        for name, cost in costs.items()
    )
    heavy = _imported(project.root, plan)
    return Part(
        name="start-up",
        title="Start-up",
        about="A whole process, from its start to its end, with the cache off. Each check reads every "
        "plan of its project, because some rules set plans beside each other.",
        goals=(
            Goal(
                "start-up",
                "what `check` of one plan imports",
                "neither pandas nor MkDocs",
                ", ".join(heavy) or "neither",
                not heavy,
            ),
        ),
        tables=(
            Table(
                "Medians.",
                ("what", "clock", "processor", "against the bare import"),
                rows,
            ),
        ),
    )


def _imported(root: Path, plan: Path) -> list[str]:
    """Which of the heavy packages a check imports."""
    done = subprocess.run(  # noqa: S603 - our own command
        [PYTHON, "-X", "importtime", *GENERATOR[1:], "check", "--root", str(root), str(plan)],
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    names = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    return sorted(names.intersection(_HEAVY))
