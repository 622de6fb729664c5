"""Open data: tables and published plans as files. One module a format.

`FORMATS` lists the formats; each has `render(data)`, which yields paths and bytes and touches
no disk. The same input gives the same bytes, whatever the machine's clock, locale or zone.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.exports import (
    api,
    calendar_feeds,
    csv_files,
    datapackage,
    json_files,
    stratml,
    workbook,
)
from generator.exports.data import ExportInput, File
from generator.exports.writer import ExportError, write_files

FORMATS: dict[str, Callable[[ExportInput], Iterator[File]]] = {
    "csv": csv_files.render,
    "json": json_files.render,
    "xlsx": workbook.render,
    "datapackage": datapackage.render,
    "stratml": stratml.render,
    "api": api.render,
}
"""Format name to renderer."""

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


def write_beside_pages(data: ExportInput, site: Path) -> tuple[Path, ...]:
    """Write the files that stand beside pages.

    Args:
        data: Checked plans.
        site: Folder of the site.

    Returns:
        The files written.

    Raises:
        ExportError: The folder cannot be written to.
    """
    return write_files((file for render in BESIDE_PAGES.values() for file in render(data)), site)


__all__ = [
    "BESIDE_PAGES",
    "FORMATS",
    "ExportError",
    "ExportInput",
    "File",
    "render",
    "write_beside_pages",
    "write_exports",
]
