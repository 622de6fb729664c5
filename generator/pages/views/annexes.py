"""Annexes as tables to read: rows with their cells, agencies, schedules and marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.checks import sums
from generator.diagnostics import Diagnostic, Path
from generator.model import Amounts, Annex, Column, Group, Plan, Registry, Task
from generator.model.agencies import AgencyReader
from generator.model.anchors import row_anchors
from generator.model.deadlines import PlacedTask, placed_tasks
from generator.model.derived import TaskReading
from generator.pages.views.agencies import AgencyCell, agency_cell
from generator.pages.views.discrepancies import Discrepancies, Discrepancy
from generator.pages.views.schedules import ScheduleCell, schedule_cell
from generator.pages.views.sums import UNCHECKED, Mark, SumFindings
from generator.pages.views.totals import total_column
from generator.vietnamese import format_integer


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """Heading of a column of money.

    Attributes:
        id: Id of the column in its annex.
        label: As printed.
        source: Source of its money, where the label does not name it.
        whole: Whether it is the one column that stands for all the money of a row.
    """

    id: str
    label: str
    source: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One amount of a row.

    Attributes:
        label: Heading of its column, as printed.
        amount: The amount as printed; None for a blank cell.
        mark: Whether it adds up.
        below: What the rows below add up to, where the total itself is left blank.
    """

    label: str
    amount: int | None
    mark: Mark
    below: int | None = None

    @property
    def text(self) -> str:
        """The amount, empty for a blank cell."""
        return "" if self.amount is None else format_integer(self.amount)

    @property
    def computed(self) -> str:
        """What the rows below add up to, empty where a total is printed."""
        return "" if self.below is None else format_integer(self.below)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A row that heads other rows; `depth` is 0 at the top."""

    anchor: str
    code: str
    title: str
    depth: int
    cells: tuple[Cell, ...]
    note: str | None
    discrepancies: tuple[Discrepancy, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row that is work to be done."""

    anchor: str
    code: str
    title: str
    lead: AgencyCell
    coordinators: AgencyCell
    schedule: ScheduleCell
    result: str | None
    remark: str | None
    note: str | None
    cells: tuple[Cell, ...]
    reading: TaskReading
    due: date | None
    discrepancies: tuple[Discrepancy, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """Rows that stand together.

    Attributes:
        group: The heading row, where there is one.
        tasks: The tasks right below.
        above: The groups that hold the tasks, outermost first.
    """

    group: GroupRow | None
    tasks: tuple[TaskRow, ...]
    above: tuple[GroupRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexView:
    """An annex as a table.

    Attributes:
        id: Id of the annex, and anchor of its heading.
        title: Title as printed.
        place: Place in the document.
        unit: Name of the unit of its amounts.
        columns: Headings of the columns of money.
        total_label: Label of the total row.
        total: Cells of the total row; empty when no total is printed.
        bodies: The rows.
        note: Editor's note.
    """

    id: str
    title: str
    place: str
    unit: str
    columns: tuple[ColumnHead, ...]
    total_label: str
    total: tuple[Cell, ...]
    bodies: tuple[Body, ...]
    note: str | None

    @property
    def tasks(self) -> tuple[TaskRow, ...]:
        """Every task, in print order."""
        return tuple(task for body in self.bodies for task in body.tasks)

    @property
    def groups(self) -> tuple[GroupRow, ...]:
        """Every group, in print order."""
        return tuple(body.group for body in self.bodies if body.group)

    @property
    def has_lead(self) -> bool:
        """Whether any row names who leads."""
        return any(task.lead.shown for task in self.tasks)

    @property
    def has_coordinators(self) -> bool:
        """Whether any row names who coordinates."""
        return any(task.coordinators.shown for task in self.tasks)

    @property
    def has_schedule(self) -> bool:
        """Whether any row tells a time."""
        return any(task.schedule.shown for task in self.tasks)

    @property
    def has_result(self) -> bool:
        """Whether any row names a result."""
        return any(task.result for task in self.tasks)

    @property
    def has_remark(self) -> bool:
        """Whether any row has a remark."""
        return any(task.remark for task in self.tasks)

    @property
    def text_columns(self) -> int:
        """Number of columns before the money: code, title and those that are used."""
        optional = (self.has_lead, self.has_coordinators, self.has_schedule)
        return 2 + sum((*optional, self.has_result, self.has_remark))


@dataclass(frozen=True, slots=True)
class _Level:
    """Where a walk through the rows stands."""

    annex_id: str
    annex: Annex
    path: Path
    anchors: Mapping[Path, str]
    groups: tuple[GroupRow, ...] = ()

    def below(self, group: GroupRow, path: Path) -> "_Level":
        return replace(self, path=path, groups=(*self.groups, group))


class AnnexReader:
    """Makes tables of a plan's annexes."""

    def __init__(
        self,
        plan: Plan,
        registry: Registry,
        reader: AgencyReader,
        findings: Sequence[Diagnostic],
    ) -> None:
        """Keep what every row needs.

        Args:
            plan: The plan.
            registry: The registry.
            reader: Reader of agency cells.
            findings: The plan's findings.
        """
        self._plan = plan
        self._registry = registry
        self._placed = {task.row.path: task for task in placed_tasks(plan, reader)}
        self._findings = SumFindings(plan, findings)
        self._discrepancies = Discrepancies(plan, findings, registry)

    def read(self) -> tuple[AnnexView, ...]:
        """Every annex of the plan, in order of id."""
        return tuple(self._annex(i, annex) for i, annex in self._plan.annexes.items())

    def _annex(self, annex_id: str, annex: Annex) -> AnnexView:
        unit = self._registry.units.get(annex.unit)
        path: Path = (f"annexes/{annex_id}",)
        whole = total_column(annex)
        level = _Level(annex_id, annex, path, row_anchors(annex_id, annex))
        return AnnexView(
            id=annex_id,
            title=annex.title,
            place=annex.place,
            unit=unit.name if unit else annex.unit,
            columns=tuple(_head(column, whole) for column in annex.columns),
            total_label=annex.total_label or "Tổng cộng",
            total=self._totals(annex, annex.stated, annex.rows, path) if annex.stated else (),
            bodies=tuple(self._bodies(level, annex.rows, None)),
            note=annex.note,
        )

    def _bodies(
        self, level: _Level, rows: tuple[Group | Task, ...], head: GroupRow | None
    ) -> Iterator[Body]:
        """The rows of one level: runs of tasks, each group's rows after its own heading."""
        tasks: list[TaskRow] = []
        for index, row in enumerate(rows):
            path = (*level.path, "rows", index)
            if isinstance(row, Task):
                tasks.append(self._task(level, self._placed[path]))
                continue
            if tasks or head:
                yield Body(head, tuple(tasks), level.groups)
            head, tasks = None, []
            group = self._group(level, row, path)
            yield from self._bodies(level.below(group, path), row.rows, group)
        if tasks or head:
            yield Body(head, tuple(tasks), level.groups)

    def _group(self, level: _Level, group: Group, path: Path) -> GroupRow:
        return GroupRow(
            anchor=level.anchors[path],
            code=group.group,
            title=group.title,
            depth=len(level.groups),
            cells=self._totals(level.annex, group.stated, group.rows, path),
            note=group.note,
            discrepancies=self._discrepancies.at(path),
        )

    def _task(self, level: _Level, placed: PlacedTask) -> TaskRow:
        task, reading, path = placed.task, placed.reading, placed.row.path
        names = self._registry.agencies
        return TaskRow(
            anchor=placed.row.anchor,
            code=task.task,
            title=task.title,
            lead=agency_cell(names, reading.leads, task.lead),
            coordinators=agency_cell(names, reading.coordinators, task.coordinators),
            schedule=schedule_cell(reading.schedule, reading.schedule_text, task.title),
            result=task.result,
            remark=task.remark,
            note=_task_note(task),
            cells=self._amounts(level.annex, task.amounts, (*path, "amounts")),
            reading=reading,
            due=placed.due.last if placed.due else None,
            discrepancies=self._discrepancies.at(path),
        )

    def _totals(
        self, annex: Annex, stated: Amounts, rows: tuple[Group | Task, ...], path: Path
    ) -> tuple[Cell, ...]:
        columns = sums.columns_by_id(annex)
        below = (sums.sum_of_rows(columns, rows, path, column.id) for column in annex.columns)
        return tuple(
            self._cell(annex, stated, (*path, "stated"), column, made.total if made else None)
            for column, made in zip(annex.columns, below, strict=True)
        )

    def _amounts(self, annex: Annex, amounts: Amounts, path: Path) -> tuple[Cell, ...]:
        return tuple(self._cell(annex, amounts, path, column, None) for column in annex.columns)

    def _cell(
        self, annex: Annex, amounts: Amounts, path: Path, column: Column, below: int | None
    ) -> Cell:
        if column.id not in amounts:
            return Cell(column.label, None, UNCHECKED, below)
        parts = sums.sum_of_parts(sums.columns_by_id(annex), amounts, path, column.id)
        made = {"B102": below, "B101": parts.total if parts else None}
        mark = self._findings.judge((*path, column.id), amounts[column.id], made)
        return Cell(column.label, amounts[column.id], mark)


def _head(column: Column, whole: str | None) -> ColumnHead:
    source = column.source or ""
    shown = "" if source in column.label else source
    return ColumnHead(column.id, column.label, shown, column.id == whole)


def _task_note(task: Task) -> str | None:
    """The editor's notes on a task, also on a schedule that was entered by hand."""
    by_hand = task.schedule_as.note if task.schedule_as else None
    about_time = f"Thời gian ghi tay: {by_hand}" if by_hand else None
    return " ".join(filter(None, (task.note, about_time))) or None
