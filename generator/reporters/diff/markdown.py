"""The comment under a pull request: what changed, in which plan text is only ever text.

GitHub refuses a comment of more than 65,536 characters. Everything is told in the order of its
importance until its room is used, and a sentence says how much was left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.changes import Change, Level, details, sentence
from generator.changes.comparison import Unread
from generator.changes.findings import leading
from generator.diagnostics import Diagnostic
from generator.reporters.diff.suggestion import suggestion_block
from generator.reporters.diff.totals import TotalLine, total_lines
from generator.reporters.diff.view import LEVELS, DiffView
from generator.reporters.escape import markdown as escape
from generator.reporters.view import write_figures, write_number

MARKER = "<!-- kehoach:diff -->"
"""First line, by which the comment of an earlier run is found."""

MOST = 64_000
"""Characters of a whole report."""

_NEW, _OTHERS, _UNREAD, _TOTALS, _SUGGESTION, _FRAME = 10_000, 5_000, 5_000, 9_000, 9_000, 4_000
"""Room for new findings, for gone and changed ones, for what cannot be read, for totals, for what
may be mended, and for headings and counts; changes have all that is left."""
_PLAN = 900
"""Room for the headings of one plan."""
_MOST_TEXT, _MOST_NAME, _MOST_ESCAPED = 1_200, 200, 2_400

_TOTAL_HEAD = ("Tổng", "In trước", "In nay", "Cộng từ", "Được trước", "Được nay", "Đơn vị", "Nay")
_RIGHT = frozenset({"In trước", "In nay", "Được trước", "Được nay"})
_FOLDED = frozenset({Level.FORM, Level.TEXT})


def render(view: DiffView) -> str:
    """Write the comment.

    Args:
        view: What changed.

    Returns:
        GitHub Flavored Markdown that begins with the hidden marker.
    """
    changes = view.comparison.changes
    findings = _findings(view)
    unread = _some([_unread(view, one) for one in view.comparison.unread], _UNREAD, "mục")
    suggestion = suggestion_block(view.suggestion, _SUGGESTION)
    rows = [(plan_id, row) for plan_id in view.by_plan for row in _total_rows(view, plan_id)]
    shown_rows = rows[: _count_fitting((row for _, row in rows), _TOTALS)]
    room = MOST - _FRAME - _TOTALS - len(findings) - len(unread) - len(suggestion)
    items = _items(view, room)
    blocks = (
        MARKER,
        f"## {escape(view.changes_words)}",
        f"So {_name(view.base.words)} với {_name(view.head.words)}: {view.findings_words}.",
        unread,
        *_plans(view, items, shown_rows),
        _left_out(len(changes) - len(items), "thay đổi ít quan trọng hơn"),
        _left_out(len(rows) - len(shown_rows), "dòng tổng"),
        findings,
        suggestion,
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _items(view: DiffView, room: int) -> list[str]:
    """The most important changes, as many as there is room for."""
    items: list[str] = []
    seen: set[str] = set()
    for change in view.comparison.changes:
        item = _item(change)
        room -= len(item) + 1 + (0 if change.subject.plan_id in seen else _PLAN)
        if room < 0:
            break
        seen.add(change.subject.plan_id)
        items.append(item)
    return items


def _item(change: Change) -> str:
    lines = [f"- {_text(sentence(change))}"]
    lines += [f"  - {_text(line)}" for line in details(change)]
    return "\n".join(lines)


def _plans(view: DiffView, items: Sequence[str], rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    told = list(zip(view.comparison.changes, items, strict=False))
    for plan_id in view.by_plan:
        own = [one for one in told if one[0].subject.plan_id == plan_id]
        totals = [row for of_plan, row in rows if of_plan == plan_id]
        if own or totals:
            yield _plan_heading(view, plan_id)
        for level, several in groupby(own, key=lambda one: one[0].kind.level):
            yield _level(level, [item for _, item in several])
        if totals:
            yield "\n".join(("**Tổng trước và sau**", "", *_table_head(), *totals))


def _plan_heading(view: DiffView, plan_id: str) -> str:
    own_id = f" <code>{escape(plan_id[:_MOST_NAME])}</code>" if plan_id else ""
    return f"### {_name(view.name_of(plan_id))}{own_id}"


def _level(level: Level, items: Sequence[str]) -> str:
    listed = "\n".join(items)
    if level not in _FOLDED:
        return f"**{LEVELS[level]}**\n\n{listed}"
    summary = f"{LEVELS[level]} ({write_number(len(items))})"
    return f"<details><summary>{summary}</summary>\n\n{listed}\n\n</details>"


def _table_head() -> tuple[str, str]:
    return _row(_TOTAL_HEAD), _row(["---:" if name in _RIGHT else "---" for name in _TOTAL_HEAD])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _total_rows(view: DiffView, plan_id: str) -> Iterator[str]:
    for move in view.comparison.totals.get(plan_id, ()):
        yield from (_row(_cells(line)) for line in total_lines(move))


def _cells(line: TotalLine) -> tuple[str, ...]:
    cells = (line.label, *line.printed, line.parts, *line.computed, line.unit, line.verdict)
    return tuple(_name(cell) for cell in cells)


def _unread(view: DiffView, one: Unread) -> str:
    head = f"**Không so được {_name(view.name_of(one.plan_id))}**: không đọc được ở "
    listed = [_finding(view, each) for each in one.diagnostics[:3]]
    return "\n".join((f"{head}{_name(view.side_of(one))}.", "", *listed))


def _findings(view: DiffView) -> str:
    found = view.comparison.findings
    new = [(one, _finding(view, one)) for one in leading(found.new)]
    gone = [(one, _finding(view, one)) for one in leading(found.gone)]
    changed = [
        (now, f"{_finding(view, now)}<br>{_text(view.before_words(then, now))}")
        for then, now in found.changed
    ]
    sections = (
        _section("Kiểm tra thấy mới", new, _NEW),
        _section("Đã hết", gone, _OTHERS // 2, folded=True),
        _section("Đổi con số hoặc trạng thái", changed, _OTHERS // 2, folded=True),
    )
    return "\n\n".join(section for section in sections if section)


def _section(
    title: str, found: Sequence[tuple[Diagnostic, str]], room: int, *, folded: bool = False
) -> str:
    if not found:
        return ""
    errors_first = sorted(found, key=lambda one: not one[0].blocks)
    listed = _some([item for _, item in errors_first], room, "phát hiện", "\n")
    label = f"{title} ({write_number(len(found))})"
    if folded:
        return f"<details><summary>{label}</summary>\n\n{listed}\n\n</details>"
    return f"### {label}\n\n{listed}"


def _finding(view: DiffView, one: Diagnostic) -> str:
    finding = one.finding
    state = "" if one.blocks else " (không chặn)"
    figures = write_figures(finding.figures, view.comparison.units) if finding.figures else ""
    hint = f"Cách sửa: {finding.hint}" if one.blocks and finding.hint else ""
    more = "".join(f"<br>{_text(line)}" for line in (figures, hint) if line)
    place = escape(f"{one.file}:{one.line}"[-_MOST_NAME:])
    return f"- **{finding.rule.code}**{state} <code>{place}</code>: {_text(finding.message)}{more}"


def _some(blocks: Sequence[str], room: int, what: str, between: str = "\n\n") -> str:
    """The first blocks, as many as there is room for, and how many more there are."""
    count = _count_fitting(blocks, room)
    left = _left_out(len(blocks) - count, what)
    return "\n\n".join(filter(None, (between.join(blocks[:count]), left)))


def _count_fitting(blocks: Iterable[str], room: int) -> int:
    count = 0
    for block in blocks:
        room -= len(block) + 2
        if room < 0:
            break
        count += 1
    return count


def _left_out(count: int, what: str) -> str:
    if not count:
        return ""
    return f"Còn {write_number(count)} {what} không kê ở đây: chạy `kehoach diff` để xem đủ."


def _name(text: str) -> str:
    return _escaped(text, _MOST_NAME)


def _text(text: str) -> str:
    return _escaped(text, _MOST_TEXT)


def _escaped(text: str, most: int) -> str:
    """A text made harmless, cut so that it stays short even where every character is escaped."""
    for length in (most, most // 2, most // 4, most // 8):
        shown = escape(text if len(text) <= length else f"{text[:length]}…")
        if len(shown) <= _MOST_ESCAPED:
            break
    return shown
