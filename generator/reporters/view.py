"""What every format writes from: diagnostics, counts, and names of units."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypedDict

from generator.diagnostics import Diagnostic, Extent, Figures, Number, Severity, Status
from generator.model import Registry
from generator.vietnamese import format_decimal


class CheckResult(Protocol):
    """What was checked and found; the pipeline's `Checked` is one."""

    @property
    def registry(self) -> Registry:
        """The registry that the plans lean on."""

    @property
    def extent(self) -> Extent:
        """How much was looked at."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found, in order."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over a whole run.

    Attributes:
        plans: Plans that were looked at, readable or not.
        files: Files of those plans and of the registry.
        tasks: Tasks in the annexes of readable plans.
        indicators: Indicators of readable plans.
        errors: Open errors.
        notes: Open notes.
        accepted: Findings that a waiver accepts.
        by_code: Findings of each code, whatever their status, in order of code.
    """

    plans: int
    files: int
    tasks: int
    indicators: int
    errors: int
    notes: int
    accepted: int
    by_code: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a format may write.

    Attributes:
        diagnostics: What was found, in order.
        summary: The counts.
        units: Unit id to its Vietnamese name.
        verbose: Whether to tell of notes and accepted discrepancies too.
        color: Whether to use the colours of a terminal.
    """

    diagnostics: tuple[Diagnostic, ...]
    summary: Summary
    units: Mapping[str, str]
    verbose: bool = False
    color: bool = False

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Open errors."""
        return tuple(d for d in self.diagnostics if d.blocks)

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """Open notes."""
        return tuple(d for d in self.diagnostics if _is_open_note(d))

    @property
    def accepted(self) -> tuple[Diagnostic, ...]:
        """Findings that a waiver accepts."""
        return tuple(d for d in self.diagnostics if d.status is Status.ACCEPTED)

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """What a person is shown: errors, and the rest when asked for."""
        return self.diagnostics if self.verbose else self.errors


def _is_open_note(diagnostic: Diagnostic) -> bool:
    return diagnostic.status is Status.OPEN and diagnostic.finding.rule.severity is Severity.NOTE


def look_at(checked: CheckResult, *, verbose: bool = False, color: bool = False) -> View:
    """Gather what a report says.

    Args:
        checked: What was checked and found.
        verbose: Whether to tell of notes and accepted discrepancies too.
        color: Whether to use the colours of a terminal.

    Returns:
        The view.
    """
    units = {unit_id: unit.name for unit_id, unit in checked.registry.units.items()}
    return View(checked.diagnostics, _summarise(checked), units, verbose, color)


def _summarise(checked: CheckResult) -> Summary:
    extent = checked.extent
    return Summary(
        plans=extent.plans,
        files=extent.files,
        tasks=extent.tasks,
        indicators=extent.indicators,
        **counts(checked.diagnostics),
    )


class Counts(TypedDict):
    """The part of a summary that counts findings."""

    errors: int
    notes: int
    accepted: int
    by_code: Mapping[str, int]


def counts(found: Sequence[Diagnostic]) -> Counts:
    """Count findings by what they mean for the build and by rule."""
    codes = Counter(diagnostic.finding.rule.code for diagnostic in found)
    return {
        "errors": sum(d.blocks for d in found),
        "notes": sum(_is_open_note(d) for d in found),
        "accepted": sum(d.status is Status.ACCEPTED for d in found),
        "by_code": dict(sorted(codes.items())),
    }


def write_number(number: Number) -> str:
    """Write a figure as Vietnamese readers do: `1.184.374`, `42,05`."""
    return format_decimal(number)


def write_difference(number: Number) -> str:
    """Write a difference with its sign, the minus a true one: `+100`, `−100`."""
    return f"+{write_number(number)}" if number > 0 else write_number(number)


def write_figures(figures: Figures, units: Mapping[str, str]) -> str:
    """Write both figures and how far they lie apart, in the unit's Vietnamese name.

    Args:
        figures: The figures.
        units: Unit id to name; an unknown id stands for itself.

    Returns:
        `in: 5.000 · tính được: 4.900 · chênh: +100 triệu đồng`.
    """
    unit = units.get(figures.unit, figures.unit)
    parts = (
        f"in: {write_number(figures.stated)}",
        f"tính được: {write_number(figures.computed)}",
        f"chênh: {write_difference(figures.difference)} {unit}".rstrip(),
    )
    return " · ".join(parts)


def rule_address(code: str) -> str:
    """Path of a rule's page on the site: `/kiem-tra/B101/`."""
    return f"/kiem-tra/{code}/"
