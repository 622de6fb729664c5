"""For programs: every finding with the keys of the contract, and the counts."""

import json
from dataclasses import asdict, replace

from generator.diagnostics import Diagnostic, Number, flattened
from generator.reporters.view import View, counts


def render(view: View) -> str:
    """Write every finding, whatever its status, as one JSON object.

    Reports for people leave out what one mistake has put wrong besides; here each finding stands
    for itself, so that a program can accept or count it.

    Args:
        view: What was found.

    Returns:
        JSON in UTF-8 with the keys `findings` and `summary`.
    """
    found = sorted(flattened(view.diagnostics), key=lambda d: (d.file, d.line, d.column))
    data = {
        "findings": [finding_object(diagnostic) for diagnostic in found],
        "summary": asdict(replace(view.summary, **counts(found))),
    }
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def finding_object(diagnostic: Diagnostic) -> dict[str, object]:
    """One finding with the keys of the contract."""
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
        "stated": json_number(figures.stated) if figures else None,
        "computed": json_number(figures.computed) if figures else None,
        "difference": json_number(figures.difference) if figures else None,
        "unit": figures.unit if figures else None,
    }


def json_number(number: Number) -> int | float:
    """A whole figure stays exact; any other has few enough digits to come through a float."""
    return int(number) if number == int(number) else float(number)
