"""For a terminal: findings grouped by file, then one line with the counts."""

from collections.abc import Iterator
from itertools import groupby

import click

from generator.diagnostics import Diagnostic, Severity, Status
from generator.reporters.escape import visible
from generator.reporters.view import Summary, View, rule_address, write_figures, write_number


def render(view: View) -> str:
    """Write findings by file, then the counts.

    Args:
        view: What was found. Notes and accepted discrepancies are listed when it is verbose.

    Returns:
        The report; a single line when there is nothing to list.
    """
    blocks = [
        "\n".join(_file_block(view, file, list(found)))
        for file, found in groupby(view.shown, key=lambda d: d.file)
    ]
    return "\n".join([*blocks, _verdict(view)]) + "\n"


def _file_block(view: View, file: str, found: list[Diagnostic]) -> Iterator[str]:
    yield _paint(view, visible(file), bold=True)
    for diagnostic in found:
        yield from _lines(view, diagnostic)
        yield ""


def _lines(view: View, diagnostic: Diagnostic) -> Iterator[str]:
    finding = diagnostic.finding
    where = visible(f"{diagnostic.file}:{diagnostic.line}:{diagnostic.column}")
    yield f"  {where} {_label(view, diagnostic)}"
    yield f"    {visible(finding.message)}"
    if finding.figures:
        yield f"    {visible(write_figures(finding.figures, view.units))}"
    if set(diagnostic.addend_lines) - {diagnostic.line}:
        label = "cộng từ dòng" if finding.figures else "đọc cùng dòng"
        yield f"    {label}: {_line_numbers(diagnostic.addend_lines)}"
    if finding.hint:
        yield f"    Cách sửa: {visible(finding.hint)}"
    if diagnostic.status is Status.ACCEPTED:
        yield f"    Đã chấp nhận: {visible(diagnostic.reason)}"
    yield f"    chỗ: {visible(diagnostic.place)}"
    yield f"    xem: {rule_address(finding.rule.code)}"


def _label(view: View, diagnostic: Diagnostic) -> str:
    rule = diagnostic.finding.rule
    label = f"{rule.code} {rule.name}"
    if diagnostic.status is Status.ACCEPTED:
        return _paint(view, label, fg="green") + " (đã chấp nhận)"
    if rule.severity is Severity.NOTE:
        return _paint(view, label, fg="yellow") + " (ghi chú)"
    return _paint(view, label, fg="red")


def _line_numbers(lines: tuple[int, ...]) -> str:
    """`13, 14, 20-31`: runs of lines are written short."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in runs)


def _verdict(view: View) -> str:
    summary = view.summary
    rest = [f"{summary.accepted} sai lệch đã chấp nhận", f"{summary.notes} ghi chú"]
    if summary.errors:
        files = len({d.file for d in view.errors})
        verdict = _paint(view, "Chưa đạt", fg="red", bold=True)
        head = f"{verdict}: {write_number(summary.errors)} lỗi ở {files} tệp"
    else:
        head = f"{_paint(view, 'Đạt', fg='green', bold=True)}: {count_plans(summary)}"
    more = " (thêm -v để xem)" if summary.accepted + summary.notes and not view.verbose else ""
    return f"{head}; {', '.join(rest)}{more}"


def count_plans(summary: Summary) -> str:
    """`1 kế hoạch, 14 tệp, 92 nhiệm vụ, 27 chỉ tiêu`."""
    counts = (
        (summary.plans, "kế hoạch"),
        (summary.files, "tệp"),
        (summary.tasks, "nhiệm vụ"),
        (summary.indicators, "chỉ tiêu"),
    )
    return ", ".join(f"{write_number(number)} {name}" for number, name in counts)


def _paint(view: View, text: str, **style: str | bool) -> str:
    return click.style(text, **style) if view.color else text  # type: ignore[arg-type]
