"""Rows of annexes with their places."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks._memo import remembered
from generator.diagnostics import Path
from generator.model import Annex, Group, Plan, Task


@dataclass(frozen=True, slots=True)
class PlacedTask:
    """A task, its annex, the groups above it and its path."""

    annex_id: str
    annex: Annex
    path: Path
    groups: tuple[Group, ...]
    task: Task


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """A group, its annex, the groups above it and its path."""

    annex_id: str
    annex: Annex
    path: Path
    groups: tuple[Group, ...]
    group: Group


PlacedRow = PlacedTask | PlacedGroup


def part_of_annex(annex_id: str) -> str:
    """Part name of an annex, `annexes/phu-luc-1`."""
    return f"annexes/{annex_id}"


@remembered
def rows_of_annex(annex_id: str, annex: Annex) -> Iterator[PlacedRow]:
    """Every row of an annex in print order, a group before its rows."""
    yield from _walk(annex_id, annex, (part_of_annex(annex_id),), annex.rows, ())


@remembered
def all_tasks(plan: Plan) -> Iterator[PlacedTask]:
    """Every task of every annex, in print order."""
    for annex_id, annex in plan.annexes.items():
        for row in rows_of_annex(annex_id, annex):
            if isinstance(row, PlacedTask):
                yield row


@remembered
def all_groups(plan: Plan) -> Iterator[PlacedGroup]:
    """Every group of every annex, in print order."""
    for annex_id, annex in plan.annexes.items():
        for row in rows_of_annex(annex_id, annex):
            if isinstance(row, PlacedGroup):
                yield row


def _walk(
    annex_id: str,
    annex: Annex,
    above: Path,
    rows: tuple[Group | Task, ...],
    groups: tuple[Group, ...],
) -> Iterator[PlacedRow]:
    for index, row in enumerate(rows):
        path: Path = (*above, "rows", index)
        if isinstance(row, Task):
            yield PlacedTask(annex_id, annex, path, groups, row)
        else:
            yield PlacedGroup(annex_id, annex, path, groups, row)
            yield from _walk(annex_id, annex, path, row.rows, (*groups, row))
