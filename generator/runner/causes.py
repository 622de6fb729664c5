"""Tells once what comes of one mistake: a wrong figure, a lost row, an id used twice.

A changed figure puts every total wrong that adds it, and each is a finding. Someone who made one
mistake is helped by one finding that names the place to mend; the others go with it, in its hint.
Accepted findings are left alone: a waiver answers to one rule at one place.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, Number, Path
from generator.model import Plan, Registry
from generator.project import ANNEXES
from generator.runner.places import Sources
from generator.runner.wrong_cells import Cell, right_units, wrong_cells
from generator.schema.mistakes import value_at
from generator.vietnamese import format_decimal

ROW_SUMS = frozenset({"B102", "B103"})
_BY_ID = frozenset({"R106", "R107", "T103"})
"""Rules that look something up by an id of the plan."""

_MOST_LISTED = 6


@dataclass(frozen=True, slots=True)
class Cause:
    """Findings that one mistake explains.

    Attributes:
        lead: The one that is told.
        rest: The others.
        words: What the hint of the lead says in front; Vietnamese sentences.
    """

    lead: Diagnostic
    rest: tuple[Diagnostic, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the findings are about."""

    plan: Plan
    registry: Registry
    sources: Sources


def by_cause(found: Iterable[Diagnostic], context: Context) -> tuple[Diagnostic, ...]:
    """Gather open errors that one mistake explains.

    Args:
        found: What was found in a plan, after the verdict of its waivers.
        context: The plan, the registry and where its data stands.

    Returns:
        The findings, those that another one explains inside `same_cause` of that one.
    """
    left = list(found)
    for explain in _EXPLANATIONS:
        for cause in explain([d for d in left if d.blocks], context):
            gathered = (cause.lead, *cause.rest)
            if all(d in left for d in gathered):  # else an earlier cause has taken it in
                left = [d for d in left if d not in gathered]
                left.append(_told(cause))
    return tuple(left)


def _told(cause: Cause) -> Diagnostic:
    finding = cause.lead.finding
    return replace(
        cause.lead,
        finding=replace(finding, hint=f"{cause.words} {finding.hint}".strip()),
        same_cause=(*cause.lead.same_cause, *cause.rest),
    )


def _stale_waivers(found: Sequence[Diagnostic], context: Context) -> Iterator[Cause]:
    """A finding whose figures a waiver has otherwise: the waiver's fault names both pairs."""
    waivers = context.plan.waivers.waivers
    for stale in (d for d in found if d.finding.rule.code == "W102"):
        waiver = waivers[_position(stale.finding.path)]
        named = [d for d in found if (d.finding.rule.code, d.place) == (waiver.code, waiver.path)]
        if named:
            words = f"Con số ở {_where(named[0], stale)} đã khác với con số được chấp nhận."
            yield Cause(stale, tuple(named), words)


def _position(path: Path) -> int:
    return next(key for key in path if isinstance(key, int))


def _wrong_cells(found: Sequence[Diagnostic], context: Context) -> Iterator[Cause]:
    """Totals that would all be right with one other figure."""
    for cell in wrong_cells(found, context.registry):
        at = [d for d in cell.explains if d.finding.path == cell.path]
        beside = [d for d in cell.explains if d.finding.path[:-1] == cell.path[:-1]]
        lead = (at or beside or list(cell.explains))[0]
        rest = tuple(d for d in cell.explains if d is not lead)
        if words := _cell_words(cell, lead, rest, context):
            yield Cause(lead, rest, words)


def _cell_words(
    cell: Cell, lead: Diagnostic, rest: tuple[Diagnostic, ...], context: Context
) -> str:
    value, where = _figure_at(cell.path, context), _line_of(cell.path, lead, context)
    right = value + cell.correction if value is not None else -1
    if value is None or right < 0 or right != int(right):
        return ""
    totals = [d for d in (lead, *rest) if d.finding.path != cell.path]
    return (
        f"Chỉ một ô làm lệch {len(rest) + 1} phép cộng: «{cell.path[-1]}» ở {where} đang ghi "
        f"{format_decimal(value)}; nếu là {format_decimal(int(right))} thì tất cả đều khớp. Nếu ô "
        f"ấy đúng như văn bản thì các tổng phải sửa theo: {_totals(totals, lead)}."
    )


def _figure_at(path: Path, context: Context) -> int | None:
    source = context.sources.get(str(path[0]))
    value = value_at(source.located.data, path[1:]) if source and source.located else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _line_of(path: Path, lead: Diagnostic, context: Context) -> str:
    source = context.sources[str(path[0])]
    line = source.located.mark(path[1:]).line if source.located else 1
    return f"dòng {line}" if source.file == lead.file else f"{source.file} dòng {line}"


def _total_columns(found: Sequence[Diagnostic], context: Context) -> Iterator[Cause]:
    """A total column that is off by what its parts are off by, in the totals of one group."""
    sums = [d for d in found if d.finding.rule.code in ROW_SUMS]
    for total in sums:
        adds = _adds(context.plan, total.finding.path)
        parts = [
            d
            for d in sums
            if d.finding.path[:-1] == total.finding.path[:-1] and d.finding.path[-1] in adds
        ]
        if parts and sum(map(_difference, parts)) == _difference(total):
            words = f"Cùng dòng này, cột cộng cũng lệch đúng như vậy: {_totals([total], parts[0])}."
            if len(parts) > 1:
                words = f"Cùng dòng này còn lệch: {_totals([*parts[1:], total], parts[0])}."
            yield Cause(parts[0], (*parts[1:], total), words)


def _adds(plan: Plan, path: Path) -> frozenset[object]:
    annex = plan.annexes.get(str(path[0]).rpartition("/")[2])
    columns = annex.columns if annex else ()
    return frozenset(part for c in columns if c.id == path[-1] for part in c.adds)


def _difference(diagnostic: Diagnostic) -> Number:
    return diagnostic.finding.figures.difference if diagnostic.finding.figures else 0


def _lost_rows(found: Sequence[Diagnostic], _context: Context) -> Iterator[Cause]:
    """A number that is missing in a group whose total is more than its rows."""
    for gap in (d for d in found if d.finding.rule.code == "D102"):
        group = gap.finding.path[:-3]
        sums = [
            d
            for d in found
            if d.finding.rule.code in ROW_SUMS
            and d.finding.path[:-2] == group
            and d.finding.figures
            and d.finding.figures.difference > 0
        ]
        if sums:
            words = (
                f"Tổng in cũng nhiều hơn các dòng cộng lại ({_totals(sums, gap)}): có lẽ dòng "
                "mang số còn thiếu đã bị xóa."
            )
            yield Cause(gap, tuple(sums), words)


def _repeated_ids(found: Sequence[Diagnostic], _context: Context) -> Iterator[Cause]:
    """What is looked up by an id that two items have is found by chance."""
    repeated = [d for d in found if d.finding.rule.code == "R110"]
    rest = tuple(d for d in found if d.finding.rule.code in _BY_ID)
    if repeated and rest:
        lines = ", ".join(dict.fromkeys(_where(d, repeated[0]) for d in rest[:_MOST_LISTED]))
        yield Cause(repeated[0], rest, f"Những chỗ tìm theo mã vì thế cũng sai: {lines}.")


def _missing_columns(found: Sequence[Diagnostic], context: Context) -> Iterator[Cause]:
    """A column that is not declared, used in many rows and in the totals of the prose."""
    uses: dict[tuple[str, object], list[Diagnostic]] = {}
    for diagnostic in found:
        if diagnostic.finding.rule.code == "R107":
            uses.setdefault(_column(diagnostic.finding.path, context), []).append(diagnostic)
    for first, *rest in uses.values():
        if rest:
            words = f"Mã này còn dùng ở {len(rest)} chỗ nữa; có lẽ columns thiếu một dòng."
            yield Cause(first, tuple(rest), words)


def _column(path: Path, context: Context) -> tuple[str, object]:
    """Which column of which annex a value at a path names."""
    if path[0] == "budget" and path[-1] == "column":
        total = context.plan.budget.statements[_position(path)].adds[int(path[-2])]
        return f"{ANNEXES}/{total.annex}", total.column
    return str(path[0]), path[-1] if isinstance(path[-1], str) else path


def _wrong_units(found: Sequence[Diagnostic], context: Context) -> Iterator[Cause]:
    """A total of the prose that would be right with another unit of money in one annex."""
    for diagnostic in (d for d in found if d.finding.rule.code == "B104"):
        for annex_id, unit_id in right_units(context.plan, context.registry, diagnostic.finding):
            path = (f"{ANNEXES}/{annex_id}", "unit")
            unit = context.registry.units[unit_id]
            words = (
                f"Nếu đơn vị (unit) của phụ lục ở {_line_of(path, diagnostic, context)} là "
                f"{unit_id} ({unit.name}) thì hai con số khớp: xem lại đơn vị in ở đầu bảng."
            )
            yield Cause(diagnostic, (), words)


def _where(diagnostic: Diagnostic, lead: Diagnostic) -> str:
    line = f"dòng {diagnostic.line}"
    return line if diagnostic.file == lead.file else f"{diagnostic.file} {line}"


def _totals(totals: Sequence[Diagnostic], lead: Diagnostic) -> str:
    """`dòng 49, «total» in 2.681.160, cộng lại được 2.682.160`, one after the other."""
    listed = [
        f"{_where(d, lead)}, «{d.finding.path[-1]}» in {format_decimal(d.finding.figures.stated)}, "
        f"tính được {format_decimal(d.finding.figures.computed)}"
        for d in totals
        if d.finding.figures
    ]
    return "; ".join(listed)


_EXPLANATIONS: tuple[Callable[[Sequence[Diagnostic], Context], Iterator[Cause]], ...] = (
    _repeated_ids,
    _missing_columns,
    _stale_waivers,
    _wrong_units,
    _wrong_cells,
    _total_columns,
    _lost_rows,
)
"""In this order: a later one may take in what an earlier one has gathered."""
