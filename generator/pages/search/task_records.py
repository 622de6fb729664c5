"""Records of a plan's work: the rows of its annexes, and the tasks and solutions of its prose."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Path, PathKey
from generator.model import ActionGroup, Amounts, Annex, Column, Group
from generator.model.anchors import AnnexRow, action_anchors, annex_rows
from generator.model.derived import task_reading
from generator.pages.search.record import GROUP, TASK, Part, PlanContext, Record, part
from generator.pages.views.totals import total_column
from generator.vietnamese import format_integer
from generator.words import period_words, schedule_words

_PAGE = "nhiem-vu/"


def task_records(context: PlanContext) -> Iterator[Record]:
    """Annexes with their rows in print order, then the groups of the prose with their items."""
    for annex_id, annex in context.plan.annexes.items():
        unit = context.registry.units.get(annex.unit)
        name = unit.name if unit else annex.unit
        money = tuple(_money(annex, annex.stated, name))
        yield context.record(GROUP, annex.title, f"{_PAGE}#{annex_id}", money, annex.place)
        for row in annex_rows(annex_id, annex):
            yield _row(context, annex, row, name)
    walk = _Walk(context, action_anchors(context.plan))
    for index, group in enumerate(context.plan.actions.groups):
        yield from _actions(walk, group, ("actions", "groups", index))


def _row(context: PlanContext, annex: Annex, row: AnnexRow, unit: str) -> Record:
    address, item = f"{_PAGE}#{row.anchor}", row.item
    if isinstance(item, Group):
        money = tuple(_money(annex, item.stated, unit))
        place = f"{annex.place}, nhóm {item.group}"
        return context.record(GROUP, item.title, address, money, place)
    reading = task_reading(context.reader, annex, row.groups, item)
    return context.record(
        TASK,
        item.title,
        address,
        (
            part("Chủ trì", item.lead or _named(context, reading.leads)),
            part("Phối hợp", item.coordinators),
            part("Thời gian", schedule_words(reading.schedule) or item.schedule),
            part("Kết quả", item.result),
            part("Ghi chú", item.remark),
            *_money(annex, item.amounts, unit),
        ),
        f"{annex.place}, số {item.task}",
        agencies=(*reading.leads, *reading.coordinators),
    )


def _named(context: PlanContext, ids: Sequence[str]) -> str:
    """Names of agencies that a row has from the group that it stands in."""
    return "; ".join(context.registry.agencies[agency_id].name for agency_id in ids)


def _money(annex: Annex, amounts: Amounts, unit: str) -> Iterator[Part]:
    """The amounts of a row, its total first."""
    total = total_column(annex)
    if total and total in amounts:
        yield Part("Kinh phí", format_integer(amounts[total]), unit)
    for column in annex.columns:
        if column.id != total and column.id in amounts:
            yield Part(_head(column), format_integer(amounts[column.id]), unit)


def _head(column: Column) -> str:
    return period_words(column.period) if column.period else column.source or column.label


@dataclass(frozen=True, slots=True)
class _Walk:
    """What a walk through the prose hands on."""

    context: PlanContext
    anchors: Mapping[Path, str]

    def address(self, *path: PathKey) -> str:
        return f"{_PAGE}#{self.anchors[path]}"


def _actions(walk: _Walk, group: ActionGroup, path: Path) -> Iterator[Record]:
    if title := group.title or group.summary:
        summary = part("Tóm tắt", group.summary if group.title else None)
        yield walk.context.record(GROUP, title, walk.address(*path), (summary,), group.place)
    for index, item in enumerate(group.items):
        address = walk.address(*path, "items", index)
        place = f"{group.place}, {item.code}"
        yield walk.context.record(
            TASK, item.title, address, (part("Tóm tắt", item.summary),), place
        )
    for index, child in enumerate(group.groups):
        yield from _actions(walk, child, (*path, "groups", index))
