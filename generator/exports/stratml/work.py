"""Tasks: the standard has none, so they are objectives whose money is an input measure."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.exports.data import ExportInput
from generator.exports.stratml.measures import span_dates, unit_name
from generator.exports.stratml.people import COORDINATES, LEADS, performers
from generator.exports.stratml.xml import element, identifier, leaf, sentences
from generator.model import ActionGroup, ActionItem, Annex, Column, Group, Plan, Task, walk_tasks
from generator.model.derived import task_reading

_LOST_TITLE = "(bản nguồn mất tên của phần này)"


def action_goal(plan: Plan, group: ActionGroup) -> Element:
    """A part of the prose as a goal; every piece of work at any depth is an objective.

    Args:
        plan: The plan that holds it.
        group: The part.

    Returns:
        A `Goal`.
    """
    return element(
        "Goal",
        leaf("Name", group.title or _LOST_TITLE),
        leaf("Description", group.summary or group.place),
        leaf("Identifier", identifier(plan.id, "action", group.id)),
        leaf("SequenceIndicator", group.code),
        *_items(plan, group),
    )


def _items(plan: Plan, group: ActionGroup) -> Iterator[Element]:
    for position, item in enumerate(group.items):
        yield _item(plan, group, position, item)
    for child in group.groups:
        yield from _items(plan, child)


def _item(plan: Plan, group: ActionGroup, position: int, item: ActionItem) -> Element:
    return element(
        "Objective",
        leaf("Name", item.title),
        leaf("Description", item.summary),
        leaf("Identifier", identifier(plan.id, "item", group.id, str(position))),
        leaf("SequenceIndicator", item.code),
        leaf("OtherInformation", item.note),
    )


def annex_goals(data: ExportInput, plan: Plan) -> Iterator[Element]:
    """Each annex as a goal, its tasks as objectives.

    Args:
        data: The library.
        plan: The plan.

    Yields:
        A `Goal` for each annex, in print order.
    """
    for annex_id, annex in plan.annexes.items():
        yield element(
            "Goal",
            leaf("Name", annex.title),
            leaf("Description", annex.place),
            leaf("Identifier", identifier(plan.id, "annex", annex_id)),
            *(
                _task(data, plan, (annex_id, str(position)), groups, task)
                for position, (task, groups) in enumerate(walk_tasks(annex.rows))
            ),
        )


def _task(
    data: ExportInput, plan: Plan, place: tuple[str, str], groups: tuple[Group, ...], task: Task
) -> Element:
    annex = plan.annexes[place[0]]
    reading = task_reading(data.tables.reader, annex, groups, task)
    return element(
        "Objective",
        leaf("Name", task.title),
        leaf("Description", task.result),
        leaf("Identifier", identifier(plan.id, "task", *place)),
        leaf("SequenceIndicator", task.task),
        *performers(data, reading.leads, LEADS),
        *performers(data, reading.coordinators, COORDINATES),
        leaf("OtherInformation", _told(groups, task, reading.schedule_text)),
        _money(data, plan, place, annex, task),
    )


def _told(groups: tuple[Group, ...], task: Task, schedule: str | None) -> str | None:
    return sentences(
        " › ".join(f"{group.group}. {group.title}" for group in groups) + "." if groups else None,
        f"Thời gian: {schedule}." if schedule else None,
        task.remark,
        task.note,
    )


def _money(
    data: ExportInput, plan: Plan, place: tuple[str, str], annex: Annex, task: Task
) -> Element | None:
    printed = tuple(column for column in annex.columns if column.id in task.amounts)
    if not printed:
        return None
    return element(
        "PerformanceIndicator",
        leaf("MeasurementDimension", "Kinh phí"),
        leaf("UnitOfMeasurement", unit_name(data, annex.unit)),
        leaf("Identifier", identifier(plan.id, "money", *place)),
        element(
            "MeasurementInstance", *(_amount(column, task.amounts[column.id]) for column in printed)
        ),
        ValueChainStage="Input",
        PerformanceIndicatorType="Quantitative",
    )


def _amount(column: Column, amount: int) -> Element:
    return element(
        "TargetResult",
        *(span_dates(column.period) if column.period else ()),
        leaf("NumberOfUnits", amount),
        leaf("Description", column.label),
    )
