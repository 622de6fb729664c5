"""Our whole validation against nothing but PyYAML's C loader on the same files."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from jsonschema import Draft202012Validator

from benchmarks.harness import PYTHON, Cost, command, forked, interleaved
from benchmarks.results import Part, Table, within
from benchmarks.texts import plans, seconds, times
from benchmarks.workspace import NO_CACHE, Workspace
from generator.pipeline import check
from generator.project import PLANS, SCHEMA, Project
from generator.schema import kind_of
from generator.workers import VARIABLE as JOBS

_OURS: Final = "check"
_ALONE: Final = "check, one process"
_LOAD: Final = "yaml.load with CSafeLoader"
_SCHEMA: Final = "yaml.load and jsonschema"
_TOOL: Final = "check-jsonschema"
_MOST_SCHEMA, _SIZE_OF_TOOL = 50, 10
_CAPTION: Final = "Medians; sizes beyond the largest of the other parts are measured once."
_ABOUT: Final = (
    "Reading, locating, validating and checking, start-up apart, with the cache off, beside PyYAML's C "
    "loader alone on the same files. Each run is a fork of a process that has imported everything and "
    "has checked other plans, so that nothing is kept from one run to the next. `jsonschema` validates "
    "against the files of `schema/`; `check-jsonschema` is a command, its start-up included. Both find "
    "far less than our checks do."
)


def run(space: Workspace) -> Part:
    """Measure at every size."""
    _warm_up(space)
    sizes = (*space.sizes, *space.largest)
    found = {size: _at(space, size) for size in sizes}
    rows = tuple(row for size in sizes for row in _rows(size, found[size]))
    goal_size = space.sizes[-1]
    ours, load = found[goal_size][_OURS], found[goal_size][_LOAD]
    of = f"of {plans(goal_size)} plans against loading them"
    return Part(
        name="check",
        title="Check",
        about=_ABOUT,
        goals=(
            within("check-wall", f"check {of}, by the clock", ours.wall / load.wall, 1, " ×"),
            within("check-cpu", f"check {of}, processor time", ours.cpu / load.cpu, 1, " ×"),
        ),
        tables=(
            Table(_CAPTION, ("plans", "what", "clock", "processor", "clock against loading"), rows),
        ),
    )


def _warm_up(space: Workspace) -> None:
    """Import and initialise what a first check does, on plans that are measured nowhere."""
    from benchmarks.synthetic import write_project

    root = space.folder / "warm-up"
    if not root.exists():
        write_project(root, 2, seed=99)
    check(Project(root))
    _load(root)


def _at(space: Workspace, size: int) -> dict[str, Cost]:
    project = space.project(size)
    root = project.root
    measures: dict[str, Callable[[], Cost]] = {
        _OURS: lambda: forked(lambda: check(project), NO_CACHE),
        _LOAD: lambda: forked(lambda: _load(root)),
    }
    if size == space.sizes[-1]:
        measures[_ALONE] = lambda: forked(lambda: check(project), {**NO_CACHE, JOBS: "1"})
    if size <= _MOST_SCHEMA:
        measures[_SCHEMA] = lambda: forked(lambda: _validate(root))
    if size == _SIZE_OF_TOOL:
        measures[_TOOL] = lambda: _check_jsonschema(root)
    repeats = 1 if size in space.largest else space.repeats
    return interleaved(measures, repeats, lambda what: space.say(f"{size} plans: {what}"))


def _rows(size: int, costs: Mapping[str, Cost]) -> Iterator[tuple[str, ...]]:
    for name, cost in costs.items():
        ratio = times(cost.wall / costs[_LOAD].wall)
        yield plans(size), name, seconds(cost.wall), seconds(cost.cpu), ratio


def _files(root: Path) -> Iterator[Path]:
    return (root / PLANS).rglob("*.yaml")


def _load(root: Path) -> None:
    for file in _files(root):
        yaml.load(file.read_bytes(), yaml.CSafeLoader)


class _WithoutDays(yaml.CSafeLoader):
    """Leaves days the text that JSON Schema wants."""


_WithoutDays.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith(":timestamp")]
    for first, known in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _validate(root: Path) -> None:
    validators: dict[str, Draft202012Validator] = {}
    for file in _files(root):
        kind = _kind(root, file)
        if kind not in validators:
            schema: dict[str, Any] = json.loads(_schema(root, kind).read_bytes())
            validators[kind] = Draft202012Validator(schema)
        data = yaml.load(file.read_bytes(), _WithoutDays)  # noqa: S506 - a safe loader
        for error in validators[kind].iter_errors(data):
            raise AssertionError(f"{file}: {error.message}")


def _kind(root: Path, file: Path) -> str:
    parts = file.relative_to(root / PLANS).with_suffix("").parts
    part = "/".join(parts if parts[0] == "registry" else parts[2:])
    return kind_of(part) or part


def _schema(root: Path, kind: str) -> Path:
    return root / SCHEMA / f"{kind}.schema.json"


def _check_jsonschema(root: Path) -> Cost:
    """One call a kind of file, as a hook would do."""
    by_kind: dict[str, list[Path]] = {}
    for file in _files(root):
        by_kind.setdefault(_kind(root, file), []).append(file)
    tool = Path(PYTHON).with_name("check-jsonschema")
    costs = [
        command((tool, "--schemafile", _schema(root, kind), *files), expected=(0, 1))
        for kind, files in by_kind.items()
    ]
    return Cost(sum(cost.wall for cost in costs), sum(cost.cpu for cost in costs))
