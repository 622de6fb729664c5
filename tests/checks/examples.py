"""The example folders of the rules, and what their markers expect."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import flattened
from generator.pipeline import check
from generator.project import Project

EXAMPLES = Path(__file__).parents[2] / "generator" / "checks" / "examples"
BASE = EXAMPLES / "base"

_MARKER = re.compile(r"# <- ([A-Z][0-9]{3})\s*$")

Spot = tuple[str, str, int]
"""Code, file from the project's root, line."""


@dataclass(frozen=True, slots=True)
class Example:
    """One overlay over the base project."""

    folder: Path

    @property
    def code(self) -> str:
        """Code of the rule that it is about."""
        return self.folder.parent.name.split("-", 1)[0]

    @property
    def is_bad(self) -> bool:
        """Whether the rule must find something."""
        return self.folder.name.startswith("bad")

    def __str__(self) -> str:
        """Name of the rule and of the case."""
        return f"{self.folder.parent.name}/{self.folder.name}"

    def markers(self) -> set[Spot]:
        """Every line that carries a marker."""
        return {
            (match[1], file.relative_to(self.folder).as_posix(), number)
            for file in self.folder.rglob("*")
            if file.is_file()
            for number, line in enumerate(_lines(file), 1)
            if (match := _MARKER.search(line))
        }

    def project(self, root: Path) -> Project:
        """The base project with this overlay on it."""
        shutil.copytree(BASE, root, dirs_exist_ok=True)
        shutil.copytree(self.folder, root, dirs_exist_ok=True)
        (root / "schema").mkdir(exist_ok=True)
        return Project(root.resolve())


def _lines(file: Path) -> list[str]:
    # Only these three end a line in YAML; `splitlines` would count others, and a file that a
    # reading rule refuses may hold them.
    return re.split(r"\r\n|\r|\n", file.read_bytes().decode("utf-8", "replace"))


def all_examples() -> Iterator[Example]:
    """Every example of every rule."""
    for rule in sorted(EXAMPLES.iterdir()):
        if rule != BASE and rule.is_dir():
            yield from (Example(case) for case in sorted(rule.iterdir()))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the project's own run says of an example."""

    blocking: set[Spot]
    all_found: set[Spot]


def run(example: Example, root: Path) -> Outcome:
    """Check an example as the command does, each finding by itself."""
    diagnostics = list(flattened(check(example.project(root)).diagnostics))
    return Outcome(
        {(d.finding.rule.code, d.file, d.line) for d in diagnostics if d.blocks},
        {
            (d.finding.rule.code, d.file, d.line)
            for d in diagnostics
            if d.blocks or d.finding.rule.severity.value == "note"
        },
    )
