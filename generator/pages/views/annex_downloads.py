"""Annexes to download, as the pages of tasks and of money show them."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from generator.model import Plan
from generator.pages.addresses import plan_address
from generator.pages.page import SiteData
from generator.pages.views.annexes import AnnexView, Cell, ColumnHead, GroupRow, TaskRow
from generator.pages.views.citations import document_words
from generator.pages.views.discrepancies import Discrepancy
from generator.pages.views.downloads import LAST_COLUMN, row_address
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable
from generator.vietnamese import format_decimal

_UNIT = ShownColumn("Đơn vị tiền")
_CHECKED = ShownColumn("Đối chiếu")
_NOTE = ShownColumn("Ghi chú của người biên tập")


def tasks_download(data: SiteData, plan: Plan, annex: AnnexView) -> ShownTable:
    """An annex with its tasks, as the page of tasks shows it.

    Args:
        data: Everything that pages are made from.
        plan: The plan.
        annex: The annex.

    Returns:
        One row for the total, each group and each task, in print order. What the page shows by
        place, such as the group of a task, or within a cell, such as what is printed there,
        has a column of its own.
    """
    page = plan_address(plan, f"nhiem-vu/#{annex.id}")
    rows = _TaskRows(data, plan, annex)
    return _without_blanks(
        ShownTable(
            path=f"{plan.id}/nhiem-vu/{annex.id}",
            title=f"{annex.place}: {annex.title}",
            page=row_address(data, page),
            columns=(*_TASK_COLUMNS, *_money(annex.columns), _UNIT, _CHECKED, _NOTE, LAST_COLUMN),
            rows=tuple(rows.all()),
            source=document_words(data.library, plan),
        ),
        optional={*_TASK_COLUMNS[len(_ALWAYS) :], _UNIT, _CHECKED, _NOTE},
    )


def sums_download(data: SiteData, plan: Plan, annex: AnnexView) -> ShownTable:
    """The totals of an annex, as the page of money shows them.

    Args:
        data: Everything that pages are made from.
        plan: The plan.
        annex: The annex.

    Returns:
        One row for the total and for each group, in print order. What we added up where the
        document prints no total stands in columns of its own.
    """
    page = plan_address(plan, f"kinh-phi/#{annex.id}")
    computed = tuple(
        ShownColumn(f"{column.label} (tính được)", "integer") for column in _money(annex.columns)
    )
    return _without_blanks(
        ShownTable(
            path=f"{plan.id}/kinh-phi/{annex.id}",
            title=f"Các tổng của bảng và của nhóm. {annex.place}: {annex.title}",
            page=row_address(data, page),
            columns=(
                ShownColumn("Số"),
                ShownColumn("Nhóm"),
                *_money(annex.columns),
                *computed,
                _UNIT,
                _CHECKED,
                LAST_COLUMN,
            ),
            rows=tuple(_sum_rows(data, plan, annex)),
            source=document_words(data.library, plan),
        ),
        optional={*computed, _CHECKED},
    )


_ALWAYS = (ShownColumn("Dòng"), ShownColumn("Nhóm"), ShownColumn("Số"), ShownColumn("Nhiệm vụ"))
_TASK_COLUMNS = (
    *_ALWAYS,
    ShownColumn("Chủ trì"),
    ShownColumn("Chủ trì, chữ in"),
    ShownColumn("Phối hợp"),
    ShownColumn("Phối hợp, chữ in"),
    ShownColumn("Thời gian"),
    ShownColumn("Thời gian, chữ in"),
    ShownColumn("Từ năm", "year"),
    ShownColumn("Đến năm", "year"),
    ShownColumn("Hạn", "date"),
    ShownColumn("Kết quả"),
    ShownColumn("Ghi chú"),
)


class _TaskRows:
    """The rows of one annex."""

    def __init__(self, data: SiteData, plan: Plan, annex: AnnexView) -> None:
        self._data = data
        self._page = plan_address(plan, "nhiem-vu/")
        self._annex = annex
        self._unit = annex.unit if annex.columns else None

    def all(self) -> Iterator[TableRow]:
        """The total, then group by group."""
        annex = self._annex
        if annex.total:
            head = ("tổng", None, None, annex.total_label)
            yield (*head, *self._no_task(), *self._tail(annex.total, (), None, annex.id))
        for body in annex.bodies:
            if body.group:
                yield self._group(body.group, body.above)
            for task in body.tasks:
                yield self._task(task, body.above)

    def _group(self, group: GroupRow, above: Sequence[GroupRow]) -> TableRow:
        outer = above[-2].code if len(above) > 1 else None
        tail = self._tail(group.cells, group.discrepancies, group.note, group.anchor)
        return ("nhóm", outer, group.code, group.title, *self._no_task(), *tail)

    def _task(self, task: TaskRow, above: Sequence[GroupRow]) -> TableRow:
        when = task.reading.schedule
        return (
            "nhiệm vụ",
            above[-1].code if above else None,
            task.code,
            task.title,
            task.lead.names or None,
            task.lead.printed or None,
            task.coordinators.names or None,
            task.coordinators.printed or None,
            task.schedule.words or None,
            task.schedule.printed or None,
            when.start if when else None,
            when.end if when else None,
            when.due if when else None,
            task.result,
            task.remark,
            *self._tail(task.cells, task.discrepancies, task.note, task.anchor),
        )

    def _no_task(self) -> TableRow:
        return (None,) * (len(_TASK_COLUMNS) - len(_ALWAYS))

    def _tail(
        self, cells: Sequence[Cell], found: Sequence[Discrepancy], note: str | None, anchor: str
    ) -> TableRow:
        return (
            *(cell.amount for cell in cells),
            self._unit,
            _checked(cells, found),
            note,
            row_address(self._data, f"{self._page}#{anchor}"),
        )


def _sum_rows(data: SiteData, plan: Plan, annex: AnnexView) -> Iterator[TableRow]:
    page = plan_address(plan, "kinh-phi/")
    rows = [(None, annex.total_label, annex.total, annex.id)] if annex.total else []
    for code, title, cells, anchor in (
        *rows,
        *((group.code, group.title, group.cells, group.anchor) for group in annex.groups),
    ):
        yield (
            code,
            title,
            *(cell.amount for cell in cells),
            *(cell.below if cell.amount is None else None for cell in cells),
            annex.unit,
            _checked(cells, ()),
            row_address(data, f"{page}#{anchor}"),
        )


def _money(columns: Sequence[ColumnHead]) -> tuple[ShownColumn, ...]:
    return tuple(
        ShownColumn(f"{head.label} ({head.source})" if head.source else head.label, "integer")
        for head in columns
    )


def _checked(cells: Sequence[Cell], found: Sequence[Discrepancy]) -> str | None:
    """What does not agree in a row, as its marks say."""
    words = [": ".join(filter(None, (item.words, item.figures))) for item in found]
    words += [
        f"{cell.label}: {item.way} {format_decimal(item.computed)}"
        for cell in cells
        for item in cell.mark.mismatches
    ]
    return "; ".join(words) or None


def _without_blanks(table: ShownTable, optional: Set[ShownColumn]) -> ShownTable:
    """Leave out optional columns that no row fills, as the page does."""
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column not in optional or any(row[at] is not None for row in table.rows)
    ]
    return replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in table.rows),
    )
