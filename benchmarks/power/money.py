"""Errors in amounts: of rows, of printed totals, and of the prose."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.power.cells import PartText, PlanText
from benchmarks.power.digits import other_digits, swapped_digits, thousandth
from benchmarks.power.errors import Error, error, seeded
from generator.diagnostics import Path
from generator.model import Group, Task
from generator.project import ANNEXES


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one row of a table.

    Attributes:
        path: Where they stand.
        columns: Ids of the table's columns, in print order.
        cells: Column to amount.
    """

    path: Path
    columns: tuple[str, ...]
    cells: dict[str, int]


def rows_of_amounts(text: PlanText) -> Iterator[Amounts]:
    """Every row of every table that holds an amount: tasks, groups, the table's own total."""
    for annex_id, annex in text.plan.annexes.items():
        path: Path = (f"{ANNEXES}/{annex_id}",)
        columns = tuple(column.id for column in annex.columns)
        for place, cells in (((*path, "stated"), annex.stated), *_below(path, annex.rows)):
            if cells:
                yield Amounts(place, columns, dict(cells))


def _below(path: Path, rows: tuple[Group | Task, ...]) -> Iterator[tuple[Path, dict[str, int]]]:
    for at, row in enumerate(rows):
        place = (*path, "rows", at)
        if isinstance(row, Task):
            yield (*place, "amounts"), dict(row.amounts)
        else:
            yield (*place, "stated"), dict(row.stated)
            yield from _below(place, row.rows)


def amount_cells(text: PlanText) -> Iterator[tuple[str, Path]]:
    """Every amount, with what it is: of a task, a printed total, or of the prose."""
    for row in rows_of_amounts(text):
        thing = "amount of a task" if row.path[-1] == "amounts" else "printed total"
        for column in row.cells:
            yield thing, (*row.path, column)
    for key in ("statements", "sources"):
        for at, item in enumerate(getattr(text.plan.budget, key)):
            if item.amount is not None:
                yield "total in the prose", ("budget", key, at, "amount")


def in_amounts(text: PlanText) -> Iterator[Error]:
    """A digit changed, two swapped, a unit mistaken: every amount."""
    for thing, path in amount_cells(text):
        part, old = text[path], str(text[path].value(path))
        chance = seeded(text, path, "digit")
        for new in other_digits(old, chance):
            yield from error(text, "digit", thing, path, part.rewritten(path, old, new))
        for new in swapped_digits(old):
            yield from error(text, "digits-swapped", thing, path, part.rewritten(path, old, new))
        if old != "0":
            times, by = old + "000", thousandth(old)
            yield from error(text, "times-1000", thing, path, part.rewritten(path, old, times))
            kind = "by-1000-fraction" if "." in by else "by-1000"
            yield from error(text, kind, thing, path, part.rewritten(path, old, by))


def columns_slipped(text: PlanText) -> Iterator[Error]:
    """All amounts of a row one column further, to the right and to the left.

    What slips over the edge of the table is gone, as it is when a blank cell is overlooked.
    """
    for row in rows_of_amounts(text):
        thing = "amounts of a task" if row.path[-1] == "amounts" else "printed totals"
        for step in (1, -1):
            slipped = {
                row.columns[at + step]: row.cells[column]
                for at, column in enumerate(row.columns)
                if column in row.cells and 0 <= at + step < len(row.columns)
            }
            yield from _with_amounts(text, "column-slip", thing, row, slipped)


def _with_amounts(
    text: PlanText, kind: str, thing: str, row: Amounts, cells: dict[str, int]
) -> Iterator[Error]:
    part = text[row.path]
    if cells != row.cells and (old := _flow(part, row.path)):
        yield from error(text, kind, thing, row.path, part.rewritten(row.path, old, written(cells)))


def written(cells: dict[str, int]) -> str:
    """Amounts as the common form writes them."""
    return "{" + ", ".join(f"{column}: {amount}" for column, amount in cells.items()) + "}"


def _flow(part: PartText, path: Path) -> str:
    """The text of amounts in brackets; empty when they are written otherwise."""
    at = part.start(path)
    return part.text[at : part.text.index("}", at) + 1] if part.text[at] == "{" else ""


def figures_exchanged(text: PlanText) -> Iterator[Error]:
    """The amounts of two neighbouring tasks in each other's place, words unmoved."""
    rows = [row for row in rows_of_amounts(text) if row.path[-1] == "amounts"]
    for one, two in pairwise(rows):
        neighbours = one.path[:-2] == two.path[:-2] and one.cells != two.cells
        part = text[one.path]
        before, after = _flow(part, one.path), _flow(part, two.path)
        if neighbours and before and after:
            yield from error(
                text,
                "figures-exchanged",
                "amounts of two tasks",
                one.path,
                part.rewritten(one.path, before, after),
                part.rewritten(two.path, after, before),
                other=two.path,
            )


def units_mistaken(text: PlanText) -> Iterator[Error]:
    """The unit of a whole table, or of a total in the prose, taken for another one."""
    for annex_id, annex in text.plan.annexes.items():
        if annex.unit:
            yield from _other_unit(text, "unit of a table", (f"{ANNEXES}/{annex_id}", "unit"))
    for at, _ in enumerate(text.plan.budget.statements):
        yield from _other_unit(text, "unit in the prose", ("budget", "statements", at, "unit"))


_UNITS = {"vnd": "million-vnd", "million-vnd": "billion-vnd", "billion-vnd": "million-vnd"}


def _other_unit(text: PlanText, thing: str, path: Path) -> Iterator[Error]:
    old = text[path].value(path)
    new = _UNITS.get(old)
    yield from error(
        text, "unit", thing, path, text[path].rewritten(path, old, new) if new else None
    )
