"""Published annexes: the tree of groups and tasks, with agencies, time and đồng."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Path
from generator.exports.published.references import agencies, unit
from generator.exports.published.values import Json, JsonObject, day, span, words
from generator.model import Amounts, Annex, Group, Plan, Task
from generator.model.anchors import row_anchors
from generator.model.derived import TaskReading, task_reading
from generator.tables import TableInput
from generator.tables.common import address


@dataclass(frozen=True, slots=True)
class _Sheet:
    """An annex with what is needed to read its rows."""

    data: TableInput
    plan: Plan
    annex_id: str
    anchors: Mapping[Path, str]

    @property
    def annex(self) -> Annex:
        return self.plan.annexes[self.annex_id]


def published_annex(data: TableInput, plan: Plan, annex_id: str) -> JsonObject:
    """Make the published form of an annex.

    Args:
        data: The library.
        plan: The plan that holds it.
        annex_id: Id of the annex.

    Returns:
        The annex. `stated` holds printed totals, `amounts` those of a task; both map a column
        id to `amount` in the annex's unit and `amount_vnd` in đồng. A blank cell has no key.
    """
    annex = plan.annexes[annex_id]
    sheet = _Sheet(data, plan, annex_id, row_anchors(annex_id, annex))
    part = f"annexes/{annex_id}"
    return {
        "id": annex_id,
        "title": annex.title,
        "place": annex.place,
        "unit": unit(data.library.registry, annex.unit),
        "group_by": annex.group_by,
        "columns": _columns(annex),
        "total_label": annex.total_label,
        "stated": _money(sheet, annex.stated),
        "rows": _rows(sheet, annex.rows, (), (part,)),
        "note": annex.note,
    }


def _columns(annex: Annex) -> list[Json]:
    return [
        {
            "id": column.id,
            "label": column.label,
            "period": span(column.period),
            "funding_source": column.source,
            "adds": words(column.adds),
        }
        for column in annex.columns
    ]


def _rows(
    sheet: _Sheet, rows: tuple[Group | Task, ...], groups: tuple[Group, ...], above: Path
) -> list[Json]:
    return [_row(sheet, row, groups, (*above, "rows", at)) for at, row in enumerate(rows)]


def _row(sheet: _Sheet, row: Group | Task, groups: tuple[Group, ...], path: Path) -> JsonObject:
    link = address(sheet.plan, "nhiem-vu/", sheet.anchors[path])
    if isinstance(row, Task):
        return _task(sheet, row, task_reading(sheet.data.reader, sheet.annex, groups, row), link)
    return {
        "type": "group",
        "code": row.group,
        "title": row.title,
        "address": link,
        "stated": _money(sheet, row.stated),
        "rows": _rows(sheet, row.rows, (*groups, row), path),
        "note": row.note,
    }


def _task(sheet: _Sheet, task: Task, reading: TaskReading, link: str) -> JsonObject:
    registry = sheet.data.library.registry
    return {
        "type": "task",
        "code": task.task,
        "title": task.title,
        "address": link,
        "leads": agencies(registry, reading.leads),
        "coordinators": agencies(registry, reading.coordinators),
        "unknown_agencies": words(reading.unknown),
        "lead_text": task.lead,
        "coordinator_text": task.coordinators,
        "agency_remark": reading.remark or None,
        "schedule": _schedule(task, reading),
        "result": task.result,
        "amounts": _money(sheet, task.amounts),
        "remark": task.remark,
        "note": task.note,
    }


def _schedule(task: Task, reading: TaskReading) -> JsonObject:
    when = reading.schedule
    return {
        "text": reading.schedule_text,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "due": day(when.due) if when else None,
        "recurrence": when.recurrence if when else None,
        "condition": when.condition if when else None,
        "note": task.schedule_as.note if task.schedule_as else None,
    }


def _money(sheet: _Sheet, amounts: Amounts) -> JsonObject:
    printed: JsonObject = {}
    for column in sheet.annex.columns:
        amount = amounts.get(column.id)
        if amount is not None:
            cell: JsonObject = {
                "amount": amount,
                "amount_vnd": sheet.data.vnd(amount, sheet.annex.unit),
            }
            printed[column.id] = cell
    return printed
