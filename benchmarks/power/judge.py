"""Asks the program what it says of a plan with one error in it, by the way that every check goes."""

import atexit
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.power.cells import PlanText, edited, plan_texts
from benchmarks.power.errors import Error
from generator import located, schema
from generator.diagnostics import Diagnostic, Severity, Status, flattened
from generator.located import Located, Reading
from generator.model import Library
from generator.pipeline import check
from generator.project import PLANS, SCHEMA, PlanFolder, Project
from generator.runner import check_library, check_plan, read_registry

Key = tuple[str, str, str, str]
"""What makes a finding the same one before and after: plan, rule, place, message."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the program says of one error.

    Attributes:
        errors: Rules of the new open errors that are told, the one that explains most first.
        notes: Rules of the new notes.
    """

    errors: tuple[str, ...]
    notes: tuple[str, ...]


class Judge:
    """A copy of the plans in which one error after another is made and taken back.

    Attributes:
        texts: The plans by id.
    """

    def __init__(self, root: Path) -> None:
        checked = check(Project(root))
        assert not checked.blocks  # noqa: S101 - the figures are about plans that pass
        self.texts = {text.plan.id: text for text in plan_texts(Project(root), checked)}
        self._checked = checked
        self._registry = read_registry(Project(root)).registry
        self._known = _keys(checked.diagnostics)
        self._source = root
        self._home = tempfile.mkdtemp(prefix="kehoach-power-")
        atexit.register(shutil.rmtree, self._home, ignore_errors=True)
        self._copy: Path | None = None

    def verdict(self, error: Error) -> Verdict:
        """Make an error, check, and take it back.

        Args:
            error: The error.

        Returns:
            What is found that was not found before.
        """
        text = self.texts[error.plan_id]
        part = text[error.path]
        folder = self._folder(text)
        file = folder.path / f"{part.name}.yaml"
        file.write_text(edited(part.text, error.edits), "utf-8")
        try:
            found = self._found(folder)
        finally:
            file.write_text(part.text, "utf-8")
        return _verdict(found, self._known)

    def _folder(self, text: PlanText) -> PlanFolder:
        if self._copy is None:
            self._copy = Path(tempfile.mkdtemp(dir=self._home))  # one for each forked process
            shutil.copytree(self._source / PLANS, self._copy / PLANS)
            (self._copy / SCHEMA).mkdir()
        return PlanFolder(self._copy, text.plan.province_id, text.plan.slug)

    def _found(self, folder: PlanFolder) -> list[Diagnostic]:
        """As `pipeline.check` does it, with the other plans as they were checked before."""
        checked, one = self._checked, check_plan(folder, self._registry)
        found = list(one.diagnostics)
        if one.plan is not None:
            plans = tuple(one.plan if p.id == one.plan.id else p for p in checked.library.plans)
            sources = {**checked.sources, folder.plan_id: one.sources}
            found += check_library(Library(plans, self._registry), sources)
        return found


def _keys(found: Iterable[Diagnostic]) -> Counter[Key]:
    return Counter(_key(d) for d in flattened(found) if d.status is Status.OPEN)


def _key(diagnostic: Diagnostic) -> Key:
    finding = diagnostic.finding
    return diagnostic.plan_id, finding.rule.code, diagnostic.place, finding.message


def _verdict(found: list[Diagnostic], known: Counter[Key]) -> Verdict:
    left = Counter(known)
    new: list[Diagnostic] = []
    for diagnostic in found:
        fresh = [d for d in flattened([diagnostic]) if d.status is Status.OPEN and _is_new(d, left)]
        new += fresh[:1]  # the one that is told; the others go with it
    codes: dict[Severity, dict[str, None]] = {severity: {} for severity in Severity}
    for diagnostic in new:
        rule = diagnostic.finding.rule
        codes[rule.severity][rule.code] = None
    return Verdict(tuple(codes[Severity.ERROR]), tuple(codes[Severity.NOTE]))


def _is_new(diagnostic: Diagnostic, left: Counter[Key]) -> bool:
    key = _key(diagnostic)
    if left[key]:
        left[key] -= 1
        return False
    return True


class ReadOnce:
    """Keeps what was read from a file's bytes, so that unchanged files are not read again.

    Reading and validating depend on nothing but the bytes and the part's name, so this saves time
    and changes no verdict; a test compares the two.
    """

    def __init__(self, contents: Iterable[bytes]) -> None:
        self._known = frozenset(contents)
        self._read = located.read
        self._validate = schema.validate
        self._readings: dict[bytes, Reading] = {}
        self._records: dict[tuple[str, int], schema.Validated] = {}

    def __enter__(self) -> "ReadOnce":
        located.read = self._read_once
        schema.validate = self._validate_once
        return self

    def __exit__(self, *_: object) -> None:
        located.read = self._read
        schema.validate = self._validate

    def _read_once(self, content: bytes) -> Reading:
        if content not in self._known:
            return self._read(content)
        if content not in self._readings:
            self._readings[content] = self._read(content)
        return self._readings[content]

    def _validate_once(self, part: str, located: Located) -> schema.Validated:
        if not any(located is reading.located for reading in self._readings.values()):
            return self._validate(part, located)
        key = (part, id(located))
        if key not in self._records:
            self._records[key] = self._validate(part, located)
        return self._records[key]


def contents_of(texts: Iterable[PlanText]) -> Iterator[bytes]:
    """The bytes of every file of some plans."""
    for text in texts:
        yield from (part.text.encode() for part in text.parts.values())
