"""For GitHub Actions: an annotation at the line of each finding in a pull request."""

from generator.diagnostics import Diagnostic, Severity, Status
from generator.reporters.escape import visible, workflow_data, workflow_property
from generator.reporters.text import count_plans
from generator.reporters.view import View, rule_address, write_figures

_COMMANDS = {Severity.ERROR: "error", Severity.NOTE: "notice"}


def render(view: View) -> str:
    """Write workflow commands, then the counts.

    GitHub shows ten annotations of a kind in a step, so notes and accepted discrepancies are
    left out unless the view is verbose.

    Args:
        view: What was found.

    Returns:
        A line for each annotation and one with the counts.
    """
    lines = [_annotation(view, diagnostic) for diagnostic in view.shown]
    summary = view.summary
    counts = (
        f"{summary.errors} lỗi, {summary.accepted} sai lệch đã chấp nhận, {summary.notes} ghi chú "
        f"trong {count_plans(summary)}"
    )
    return "\n".join([*lines, counts]) + "\n"


def _annotation(view: View, diagnostic: Diagnostic) -> str:
    rule = diagnostic.finding.rule
    accepted = diagnostic.status is Status.ACCEPTED
    properties = {
        "file": visible(diagnostic.file),
        "line": str(diagnostic.line),
        "col": str(diagnostic.column),
        "title": f"{rule.code} {rule.name}",
    }
    joined = ",".join(f"{key}={workflow_property(value)}" for key, value in properties.items())
    command = "notice" if accepted else _COMMANDS[rule.severity]
    return f"::{command} {joined}::{workflow_data(_message(view, diagnostic))}"


def _message(view: View, diagnostic: Diagnostic) -> str:
    finding = diagnostic.finding
    lines = (
        finding.message,
        write_figures(finding.figures, view.units) if finding.figures else "",
        f"Cách sửa: {finding.hint}" if finding.hint else "",
        f"Đã chấp nhận: {diagnostic.reason}" if diagnostic.reason else "",
        f"chỗ: {diagnostic.place}",
        f"xem: {rule_address(finding.rule.code)}",
    )
    return "\n".join(visible(line) for line in lines if line)
