"""Finds the one figure, or the one unit, that puts totals wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from generator.checks.statement_sums import sum_of_annexes
from generator.diagnostics import Diagnostic, Finding, Path
from generator.model import Plan, Registry

SUMS = frozenset({"B101", "B102", "B103", "B104", "B105", "B106"})
_IN_WORDS = "B106"


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure that, were it another one, would put totals right.

    Attributes:
        path: Its place.
        correction: What has to be added to it, in its own unit.
        explains: The findings that would be gone, at least two.
    """

    path: Path
    correction: Fraction
    explains: tuple[Diagnostic, ...]


def wrong_cells(found: Sequence[Diagnostic], registry: Registry) -> Iterator[Cell]:
    """Find figures that explain several findings about sums.

    Args:
        found: Open findings.
        registry: The registry, for units of money.

    Yields:
        Cells, the one that explains most first; a finding is explained once.
    """
    left = [d for d in found if d.finding.rule.code in SUMS and d.finding.figures]
    while best := _best(left, registry):
        yield best
        left = [d for d in left if d not in best.explains]


def right_units(plan: Plan, registry: Registry, finding: Finding) -> Iterator[tuple[str, str]]:
    """Find annexes whose money, in another unit, would make a total of the prose right.

    Args:
        plan: The plan.
        registry: The registry, for units of money.
        finding: One of rule B104.

    Yields:
        Annex and unit, by id.
    """
    statement = plan.budget.statements[int(finding.path[2])]
    money = [key for key, unit in registry.units.items() if unit.factor_vnd]
    for annex_id in dict.fromkeys(total.annex for total in statement.adds):
        annex = plan.annexes[annex_id]
        for unit_id in money:
            other = annex.model_copy(update={"unit": unit_id})
            changed = replace(plan, annexes={**plan.annexes, annex_id: other})
            added = sum_of_annexes(changed, registry, statement)
            if added and added.total == statement.amount * _factor(statement.unit, registry):
                yield annex_id, unit_id


def _best(found: Sequence[Diagnostic], registry: Registry) -> Cell | None:
    claims: dict[tuple[Path, Fraction], list[Diagnostic]] = {}
    for diagnostic in found:
        for path, dong in _corrections(diagnostic, registry):
            claims.setdefault((path, dong), []).append(diagnostic)
    most = max(claims.items(), key=lambda claim: len(claim[1]), default=None)
    if most is None or len(most[1]) < 2:
        return None
    (path, dong), explains = most
    return Cell(path, dong / _factor_at(path, explains, registry), tuple(explains))


def _corrections(diagnostic: Diagnostic, registry: Registry) -> Iterator[tuple[Path, Fraction]]:
    """What each figure of a sum would have to change by, in đồng, to put that sum right."""
    finding = diagnostic.finding
    assert finding.figures  # noqa: S101 - the caller has chosen findings with figures
    off = _exact(finding.figures.difference) * _factor(finding.figures.unit, registry)
    if finding.rule.code == _IN_WORDS:
        yield (*finding.path[:-1], "amount"), -off
        return
    yield finding.path, -off
    yield from ((addend, off) for addend in finding.addends)


def _factor_at(path: Path, explains: Sequence[Diagnostic], registry: Registry) -> int:
    """Factor of the unit that a figure is in: that of a finding in the same part."""
    units = [
        d.finding.figures.unit
        for d in explains
        if d.finding.path[0] == path[0]
        if d.finding.figures
    ]
    return _factor(units[0], registry) if units else 1


def _factor(unit_id: str, registry: Registry) -> int:
    unit = registry.units.get(unit_id)
    return unit.factor_vnd if unit and unit.factor_vnd else 1


def _exact(number: int | Decimal) -> Fraction:
    return Fraction(number)
