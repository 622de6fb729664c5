"""For programs: every finding with the keys of the contract, and the counts."""

import json
from dataclasses import asdict

from generator.diagnostics import Diagnostic, Number
from generator.reporters.view import View


def render(view: View) -> str:
    """Write every finding, whatever its status, as one JSON object.

    Args:
        view: What was found.

    Returns:
        JSON in UTF-8 with the keys `findings` and `summary`.
    """
    data = {
        "findings": [_finding(diagnostic) for diagnostic in view.diagnostics],
        "summary": asdict(view.summary),
    }
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    finding, figures = diagnostic.finding, diagnostic.finding.figures
    return {
        "code": finding.rule.code,
        "severity": str(finding.rule.severity),
        "status": str(diagnostic.status),
        "file": diagnostic.file,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "path": diagnostic.place,
        "message": finding.message,
        "hint": finding.hint,
        "stated": _number(figures.stated) if figures else None,
        "computed": _number(figures.computed) if figures else None,
        "difference": _number(figures.difference) if figures else None,
        "unit": figures.unit if figures else None,
    }


def _number(number: Number) -> int | float:
    """A whole figure stays exact; any other has few enough digits to come through a float."""
    return int(number) if number == int(number) else float(number)
