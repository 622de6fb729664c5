"""Which columns of the exported tables may be changed, and where their values stand in a plan."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.diagnostics import Path
from generator.model import Group, Plan, Task
from generator.model.anchors import annex_rows
from generator.project import ANNEXES
from generator.tables import TABLES, Table

AMOUNT: Final = ""
"""Stands for a value that is the whole of its place and not a key in it."""

Paths = Callable[[Plan], Iterator[Path]]


@dataclass(frozen=True, slots=True)
class SheetRule:
    """What may be changed in a sheet.

    Attributes:
        table: The table that the sheet holds.
        keys: Columns that name a row.
        editable: Columns that may be changed, and the key that each is in the plan.
        paths: Gives the path of each row of the table, in its order.
    """

    table: Table
    keys: tuple[str, ...]
    editable: Mapping[str, str]
    paths: Paths


def _annex_paths(plan: Plan) -> Iterator[Path]:
    return ((f"{ANNEXES}/{annex_id}",) for annex_id in plan.annexes)


def _column_paths(plan: Plan) -> Iterator[Path]:
    for annex_id, annex in plan.annexes.items():
        for at in range(len(annex.columns)):
            yield (f"{ANNEXES}/{annex_id}", "columns", at)


def _row_paths(kind: type[Group] | type[Task]) -> Paths:
    def paths(plan: Plan) -> Iterator[Path]:
        for annex_id, annex in plan.annexes.items():
            for row in annex_rows(annex_id, annex):
                if isinstance(row.item, kind):
                    yield row.path

    return paths


def _amount_paths(plan: Plan) -> Iterator[Path]:
    for annex_id, annex in plan.annexes.items():
        columns = [column.id for column in annex.columns]
        part: Path = (f"{ANNEXES}/{annex_id}",)
        yield from ((*part, "stated", c) for c in columns if c in annex.stated)
        for row in annex_rows(annex_id, annex):
            yield from (
                (*row.path, amounts_key(row.item), column)
                for column in columns
                if column in amounts_of(row.item)
            )


def amounts_key(item: Group | Task) -> str:
    """The key under which a row holds its amounts."""
    return "amounts" if isinstance(item, Task) else "stated"


def amounts_of(item: Group | Task) -> Mapping[str, int]:
    """The amounts that a row prints."""
    return item.amounts if isinstance(item, Task) else item.stated


def _indicator_paths(plan: Plan) -> Iterator[Path]:
    return (("indicators", "indicators", at) for at in range(len(plan.indicators.indicators)))


def _target_paths(plan: Plan) -> Iterator[Path]:
    for at, indicator in enumerate(plan.indicators.indicators):
        for key, items in (("baselines", indicator.baselines), ("targets", indicator.targets)):
            yield from (("indicators", "indicators", at, key, i) for i in range(len(items)))


def _objective_paths(plan: Plan) -> Iterator[Path]:
    return (("objectives", "objectives", at) for at in range(len(plan.objectives.objectives)))


def _same(*names: str, **others: str) -> Mapping[str, str]:
    return MappingProxyType({name: name for name in names} | others)


_TABLES: Final = {table.name: table for table in TABLES}

RULES: Final = tuple(
    SheetRule(_TABLES[name], keys, editable, paths)
    for name, keys, editable, paths in (
        ("budget", ("annex_id", "row", "column_id"), _same(amount=AMOUNT), _amount_paths),
        (
            "tasks",
            ("annex_id", "row"),
            _same(
                "title",
                "remark",
                "result",
                "note",
                lead_text="lead",
                coordinator_text="coordinators",
                schedule_text="schedule",
            ),
            _row_paths(Task),
        ),
        ("groups", ("annex_id", "row"), _same("title", "note"), _row_paths(Group)),
        (
            "annexes",
            ("annex_id",),
            _same("title", "place", "unit", "group_by", "total_label", "note", "schedule_means"),
            _annex_paths,
        ),
        (
            "annex_columns",
            ("annex_id", "column_id"),
            _same("label", funding_source="source"),
            _column_paths,
        ),
        (
            "indicators",
            ("indicator_id",),
            _same(
                "code",
                "name",
                "unit",
                "theme",
                "better",
                "place",
                "not_comparable",
                "note",
                concept_id="concept",
                owner_text="owner",
            ),
            _indicator_paths,
        ),
        (
            "targets",
            ("indicator_id", "role", "order"),
            _same(
                "comparator",
                "value",
                "value_max",
                "per_year",
                "text",
                "rank",
                "rank_of",
                "note",
                area_id="area",
            ),
            _target_paths,
        ),
        (
            "objectives",
            ("objective_id",),
            _same("kind", "place", "text", "code", "note"),
            _objective_paths,
        ),
    )
)
"""The sheets that are looked at. `order` is no column: targets are numbered within their role."""
