"""Published findings of the checks."""

from collections.abc import Iterable

from generator.diagnostics import Diagnostic
from generator.exports.published.values import Json, JsonObject, figure


def findings_of(diagnostics: Iterable[Diagnostic], plan_id: str) -> list[Json]:
    """Give the findings of one plan.

    Args:
        diagnostics: Findings of every plan and of the registry.
        plan_id: Id of the plan; empty for the registry.

    Returns:
        Its findings, in the order given.
    """
    return [_finding(item) for item in diagnostics if item.plan_id == plan_id]


def _finding(diagnostic: Diagnostic) -> JsonObject:
    finding = diagnostic.finding
    figures = finding.figures
    return {
        "code": finding.rule.code,
        "rule": finding.rule.name,
        "severity": finding.rule.severity.value,
        "status": diagnostic.status.value,
        "path": diagnostic.place,
        "message": finding.message,
        "hint": finding.hint or None,
        "stated": figure(figures.stated) if figures else None,
        "computed": figure(figures.computed) if figures else None,
        "difference": figure(figures.difference) if figures else None,
        "unit": (figures.unit or None) if figures else None,
        "reason": diagnostic.reason or None,
        "file": diagnostic.file,
        "line": diagnostic.line,
    }
