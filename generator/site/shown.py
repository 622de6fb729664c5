"""Writes the tables that pages offer for download."""

from collections.abc import Iterable
from pathlib import Path

from generator.exports.shown_tables import Edition, render_shown
from generator.exports.writer import write_files
from generator.pages import Page, SiteData
from generator.pages.addresses import TABLES


def write_shown(pages: Iterable[Page], data: SiteData, site: Path) -> None:
    """Write the tables of every page in each format.

    Args:
        pages: The pages.
        data: What they are made from.
        site: Folder of the built site.

    Raises:
        ExportError: The folder cannot be written to.
        ValueError: Two tables have the same path, or a row does not fit its table.
    """
    tables = [table for page in pages for table in page.downloads]
    edition = Edition(data.commit, data.commit_date)
    write_files(render_shown(tables, edition), site / TABLES)
