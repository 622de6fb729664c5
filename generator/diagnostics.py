"""What a check says: rules, findings, and findings that have found their line.

A check yields a `Finding`, which names a place in the data. The runner turns it into a
`Diagnostic`, which names a file, a line and a column, and carries the waiver's verdict.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

PathKey = str | int
Path = tuple[PathKey, ...]
"""Keys from the plan down to a value. The first one is the part: `plan`, `annexes/phu-luc-1`."""

Number = int | Decimal


class Severity(StrEnum):
    """An error stops the build; a note is shown to readers and stops nothing."""

    ERROR = "error"
    NOTE = "note"


class Status(StrEnum):
    """A finding is open until a waiver accepts it with the same figures."""

    OPEN = "open"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked.

    Attributes:
        code: Letter of the family and three digits, `B101`; never reused.
        name: The bad pattern in English kebab case, `row-sum-mismatch`.
        severity: What a finding of this rule does to the build.
        doc: The rule's page in the catalogue, in Vietnamese. The first line is its title;
            then paragraphs, one of which starts with "Vì sao:" and one with "Cách sửa:".
    """

    code: str
    name: str
    severity: Severity
    doc: str

    @property
    def title(self) -> str:
        """First line of the page, without a full stop."""
        return self.doc.strip().splitlines()[0].rstrip(".")


@dataclass(frozen=True, slots=True)
class Figures:
    """The two figures that disagree, exact, in one unit.

    Attributes:
        stated: What the document prints.
        computed: What follows from the rest of the document.
        unit: Id of the unit in the registry, `million-vnd`; empty for a plain count.
    """

    stated: Number
    computed: Number
    unit: str = ""

    @property
    def difference(self) -> Number:
        """Stated minus computed: positive when the document prints too much."""
        return self.stated - self.computed


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, in terms of the data.

    Attributes:
        rule: The rule that is broken.
        path: Where: keys from the part down to the value.
        message: One Vietnamese sentence that names the value and what was expected.
        hint: What to do about it, in Vietnamese.
        figures: The figures that disagree, where the rule is about figures.
        addends: Places of the values that were added up to `figures.computed`.
    """

    rule: Rule
    path: Path
    message: str
    hint: str = ""
    figures: Figures | None = None
    addends: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its place in a file.

    Attributes:
        finding: What was found.
        file: Path from the project's root, with forward slashes.
        line: Line from 1.
        column: Column from 1.
        place: Stable address of the value, by ids and codes instead of list positions:
            `annexes/phu-luc-1-1/rows/V/rows/21/amounts/y2025`. Waivers point with it.
        plan_id: `province/plan`, or empty for a finding in the registries.
        status: Whether a waiver accepts it.
        reason: The waiver's reason when accepted.
        addend_lines: Lines of the values that were added up.
        same_cause: Findings that are gone once this one is mended; its hint tells of them.
    """

    finding: Finding
    file: str
    line: int
    column: int
    place: str
    plan_id: str = ""
    status: Status = Status.OPEN
    reason: str = ""
    addend_lines: tuple[int, ...] = field(default=())
    same_cause: tuple["Diagnostic", ...] = field(default=())

    @property
    def blocks(self) -> bool:
        """Whether this stops the build."""
        return self.status is Status.OPEN and self.finding.rule.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Extent:
    """How much was looked at.

    Attributes:
        plans: Plans, readable or not.
        files: Files of those plans and of the registry.
        tasks: Tasks in the annexes of readable plans.
        indicators: Indicators of readable plans.
    """

    plans: int = 0
    files: int = 0
    tasks: int = 0
    indicators: int = 0


def flattened(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Every finding, those that have the same cause as another one too.

    Args:
        diagnostics: What was found, gathered by cause.

    Yields:
        Each finding by itself.
    """
    for diagnostic in diagnostics:
        yield replace(diagnostic, same_cause=())
        yield from flattened(diagnostic.same_cause)
