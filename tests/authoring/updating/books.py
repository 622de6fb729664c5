"""Exported workbooks of one plan, and one cell changed in them."""

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from generator import located
from generator.authoring.importing import read_source
from generator.authoring.updating import Exported, State, read_exported
from generator.exports.data import ExportInput
from generator.exports.workbook import render
from generator.model import Library
from generator.project import SUFFIX, Project
from generator.runner import check_plan, read_registry


def state_of(project: Project, plan_id: str) -> State:
    """A plan of a project with its registry."""
    registry = read_registry(project).registry
    folder = next(one for one in project.plan_folders() if one.plan_id == plan_id)
    plan = check_plan(folder, registry, in_depth=False).plan
    assert plan is not None
    return State(plan, registry)


def book_of(state: State, commit: str | None = None) -> bytes:
    """The workbook that `kehoach export` makes of one plan."""
    library = Library((state.plan,), state.registry)
    ((_, content),) = render(ExportInput(library, (), commit))
    return content


def changed(
    content: bytes, sheet: str, row: Mapping[str, object], column: str, value: object
) -> bytes:
    """The workbook with one cell changed, as a spreadsheet program saves it.

    Args:
        content: The workbook.
        sheet: Name of a sheet.
        row: Columns and values that name one row.
        column: Column of the cell.
        value: What to put there.

    Returns:
        The new workbook.
    """
    book = load_workbook(io.BytesIO(content))
    cells = cells_of(book[sheet], row)
    cells[column].value = value
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def cells_of(sheet: Any, row: Mapping[str, object]) -> dict[str, Any]:
    """Cells of the first row that has some values."""
    names = [cell.value for cell in sheet[1]]
    for cells in sheet.iter_rows(min_row=2):
        by_name = dict(zip(names, cells, strict=True))
        if all(by_name[name].value == value for name, value in row.items()):
            return by_name
    raise AssertionError(f"no row {row}")


def exported(content: bytes) -> Exported:
    """A workbook as the import reads it."""
    return read_exported(read_source("kehoach.xlsx", content))


def values_of(project: Project, plan_id: str) -> dict[tuple[Any, ...], object]:
    """Every single value of a plan's files by part and path."""
    folder = project.root / "plans" / plan_id
    return {
        (file.relative_to(folder).as_posix().removesuffix(SUFFIX), *path): value
        for file in sorted(folder.rglob(f"*{SUFFIX}"))
        for path, value in _leaves(_data(file), ())
    }


def _data(file: Path) -> object:
    reading = located.read(file.read_bytes()).located
    assert reading is not None
    return reading.data


def _leaves(data: object, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], object]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _leaves(value, (*path, at))
    else:
        yield path, data
