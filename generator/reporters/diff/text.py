"""For a terminal: changes by plan, the most important first; then totals, findings, the counts."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from generator.changes import Change, Level, details, sentence
from generator.changes.comparison import Unread
from generator.changes.findings import leading
from generator.changes.values import TotalMove
from generator.diagnostics import Diagnostic
from generator.reporters.diff.totals import TotalLine, total_lines
from generator.reporters.diff.view import LEVELS, DiffView
from generator.reporters.escape import visible
from generator.reporters.view import write_figures


def render(view: DiffView) -> str:
    """Write what changed.

    Args:
        view: What changed.

    Returns:
        The report; it ends with a line of counts.
    """
    lines = [f"So {visible(view.base.words)} với {visible(view.head.words)}", ""]
    for one in view.comparison.unread:
        lines += [*_unread(view, one), ""]
    for plan_id, changes in view.by_plan.items():
        lines += [*_plan(view, plan_id, changes), ""]
    lines += _findings(view)
    lines.append(f"{_paint(view, view.changes_words, bold=True)}; {view.findings_words}")
    return "\n".join(lines) + "\n"


def _unread(view: DiffView, one: Unread) -> Iterator[str]:
    name = visible(view.name_of(one.plan_id))
    yield _paint(
        view, f"Không so được {name}: không đọc được ở {visible(view.side_of(one))}", fg="red"
    )
    for diagnostic in one.diagnostics:
        yield from _finding(view, diagnostic)


def _plan(view: DiffView, plan_id: str, changes: Sequence[Change]) -> Iterator[str]:
    id_words = f" ({plan_id})" if plan_id else ""
    yield _paint(view, visible(f"{view.name_of(plan_id)}{id_words}"), bold=True)
    for level, several in groupby(changes, key=lambda change: change.kind.level):
        yield f"  {_paint(view, LEVELS[level], fg='red' if level is Level.PROMISE else 'cyan')}"
        for change in several:
            yield f"    - {visible(sentence(change))}"
            yield from (f"      {visible(line)}" for line in details(change))
    totals = view.comparison.totals.get(plan_id, ())
    if totals:
        yield f"  {_paint(view, 'Tổng trước và sau', fg='cyan')}"
        yield from (f"    {visible(line)}" for line in _totals(totals))


def _totals(totals: Sequence[TotalMove]) -> Iterator[str]:
    for move in totals:
        yield from (_total(line) for line in total_lines(move))


def _total(line: TotalLine) -> str:
    sums = (
        f"; cộng {line.parts} {_pair('được', line.computed, 'không cộng được')}"
        if line.parts
        else ""
    )
    verdict = f": {line.verdict}" if line.verdict else ""
    return f"{line.label}: {_pair('in', line.printed, 'để trống')}{sums} {line.unit}{verdict}"


def _pair(verb: str, figures: tuple[str, str], nothing: str) -> str:
    before, after = (figure or nothing for figure in figures)
    return f"{verb} {before} → {after}" if before != after else f"vẫn {verb} {before}"


def _findings(view: DiffView) -> Iterator[str]:
    found = view.comparison.findings
    yield from _section(view, "Phát hiện mới", [(None, one) for one in leading(found.new)])
    yield from _section(view, "Phát hiện đã hết", [(None, one) for one in leading(found.gone)])
    yield from _section(view, "Phát hiện đổi con số hoặc trạng thái", found.changed)


def _section(
    view: DiffView, title: str, found: Sequence[tuple[Diagnostic | None, Diagnostic]]
) -> Iterator[str]:
    if found:
        yield _paint(view, f"{title} ({len(found)})", bold=True)
        for before, now in found:
            yield from _finding(view, now)
            if before:
                yield f"    {visible(view.before_words(before, now))}"
        yield ""


def _finding(view: DiffView, one: Diagnostic) -> Iterator[str]:
    finding = one.finding
    state = "" if one.blocks else " (không chặn)"
    label = f"{finding.rule.code} {finding.rule.name}"
    yield f"  {visible(f'{one.file}:{one.line}')} {_paint(view, label, fg='red' if one.blocks else 'yellow')}{state}"
    yield f"    {visible(finding.message)}"
    if finding.figures:
        yield f"    {visible(write_figures(finding.figures, view.comparison.units))}"
    if one.blocks and finding.hint:
        yield f"    Cách sửa: {visible(finding.hint)}"


def _paint(view: DiffView, text: str, **style: str | bool) -> str:
    return click.style(text, **style) if view.color else text  # type: ignore[arg-type]
