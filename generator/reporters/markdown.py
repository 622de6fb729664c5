"""For a job summary or a comment: tables of findings, in which plan text is only ever text."""

from collections.abc import Iterable, Iterator, Sequence

from generator.diagnostics import Diagnostic
from generator.reporters.escape import markdown as escape
from generator.reporters.text import count_plans
from generator.reporters.view import View, write_difference, write_number

TABLE_BYTES = 300_000
"""Size of one table; GitHub refuses a summary of more than a mebibyte, and there are three."""
MAX_TEXT = 400

_HEAD = ("Mã", "Dòng", "Nội dung", "In", "Tính được", "Chênh", "Đơn vị")
_RIGHT = frozenset({"In", "Tính được", "Chênh"})


def render(view: View) -> str:
    """Write a heading, the counts, and a table each of errors, accepted ones and notes.

    Args:
        view: What was found.

    Returns:
        GitHub Flavored Markdown; accepted ones and notes are folded.
    """
    sections = (
        _section(view, "Lỗi", view.errors, folded=False),
        _section(view, "Sai lệch đã chấp nhận", view.accepted, folded=True),
        _section(view, "Ghi chú", view.notes, folded=True),
    )
    return "\n".join([*_heading(view), *(line for section in sections for line in section)])


def _heading(view: View) -> Iterator[str]:
    errors = view.summary.errors
    yield f"## Kiểm tra kế hoạch: {f'chưa đạt, {write_number(errors)} lỗi' if errors else 'đạt'}"
    yield ""
    yield (
        f"{count_plans(view.summary)}; {view.summary.accepted} sai lệch đã chấp nhận, "
        f"{view.summary.notes} ghi chú."
    )
    yield ""


def _section(view: View, title: str, found: Sequence[Diagnostic], *, folded: bool) -> Iterator[str]:
    if not found:
        return
    label = f"{title} ({write_number(len(found))})"
    yield from (f"<details><summary>{label}</summary>", "") if folded else (f"### {label}", "")
    yield _row(_HEAD)
    yield _row(["---:" if name in _RIGHT else "---" for name in _HEAD])
    rows = list(_fitting(_row(_cells(view, diagnostic)) for diagnostic in found))
    yield from (*rows, "")
    if left := len(found) - len(rows):
        yield from (f"Còn {write_number(left)} mục nữa: chạy `kehoach check -v` để xem.", "")
    if folded:
        yield from ("</details>", "")


def _fitting(rows: Iterable[str]) -> Iterator[str]:
    room = TABLE_BYTES
    for row in rows:
        room -= len(row.encode(errors="replace"))
        if room < 0:
            return
        yield row


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(view: View, diagnostic: Diagnostic) -> tuple[str, ...]:
    finding, figures = diagnostic.finding, diagnostic.finding.figures
    numbers = (
        (
            write_number(figures.stated),
            write_number(figures.computed),
            write_difference(figures.difference),
            view.units.get(figures.unit, figures.unit),
        )
        if figures
        else ("", "", "", "")
    )
    return (
        f"{finding.rule.code} {escape(finding.rule.name)}",
        f"<code>{escape(_clipped(f'{diagnostic.file}:{diagnostic.line}'))}</code>",
        "<br>".join(_sentences(diagnostic)),
        *(escape(_clipped(text)) for text in numbers),
    )


def _sentences(diagnostic: Diagnostic) -> Iterator[str]:
    finding = diagnostic.finding
    yield escape(_clipped(finding.message))
    if finding.hint:
        yield f"Cách sửa: {escape(_clipped(finding.hint))}"
    if diagnostic.reason:
        yield f"Đã chấp nhận: {escape(_clipped(diagnostic.reason))}"
    yield f"Chỗ: <code>{escape(_clipped(diagnostic.place))}</code>"


def _clipped(text: str) -> str:
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}…"
