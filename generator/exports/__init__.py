"""Open data: tables and published plans as files. One module a format.

`FORMATS` lists the formats; each has a renderer, which yields paths and bytes and touches no disk. The same input gives the same bytes, whatever the machine's clock, locale or zone.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.exports import (
    api,
    calendar_feeds,
    csv_files,
    datapackage,
    json_files,
    parquet,
    stratml,
    workbook,
)
from generator.exports.data import ExportInput, File, one_plan
from generator.exports.writer import ExportError, write_files

PLAN_FORMATS: dict[str, Callable[[ExportInput], Iterator[File]]] = {
    "json": json_files.plan_files,
    "stratml": stratml.render,
}
"""Format name to renderer, of formats with a file for each plan that tells of this plan alone."""

LIBRARY_FORMATS: dict[str, Callable[[ExportInput], Iterator[File]]] = {
    "csv": csv_files.render,
    "all.json": json_files.everything,
    "xlsx": workbook.render,
    "datapackage": datapackage.render,
    "api": api.render,
    "parquet": parquet.render,
}
"""Format name to renderer, of formats whose files tell of every plan."""

FORMATS = {**LIBRARY_FORMATS, **PLAN_FORMATS}

BESIDE_PAGES: dict[str, Callable[[ExportInput], Iterator[File]]] = {
    "calendar": calendar_feeds.render,
}
"""Files that belong to pages and stand beside them: name to renderer, paths from the site's root."""


def render(data: ExportInput) -> Iterator[File]:
    """Render every format.

    Args:
        data: Checked plans.

    Yields:
        Path below the folder of the data, and content.
    """
    for renderer in FORMATS.values():
        yield from renderer(data)


def render_plans(data: ExportInput) -> Iterator[File]:
    """Render the formats that have a file for each plan.

    Args:
        data: Checked plans, or a single one.

    Yields:
        Path below the folder of the data, and content.
    """
    for renderer in PLAN_FORMATS.values():
        yield from renderer(data)


def write_exports(data: ExportInput, folder: Path) -> tuple[Path, ...]:
    """Write every format into a folder.

    Args:
        data: Checked plans.
        folder: Folder to write into, `site/data/v1`.

    Returns:
        The files written.

    Raises:
        ExportError: The folder cannot be written to.
    """
    return write_files(render(data), folder)


__all__ = [
    "BESIDE_PAGES",
    "FORMATS",
    "LIBRARY_FORMATS",
    "PLAN_FORMATS",
    "ExportError",
    "ExportInput",
    "File",
    "one_plan",
    "render",
    "render_plans",
    "write_exports",
]
