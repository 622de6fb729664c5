"""Numbers of the calendar of all provinces to download."""

from collections.abc import Sequence
from typing import Protocol

from generator.pages.addresses import CALENDAR
from generator.pages.page import SiteData
from generator.pages.views.across_downloads import table
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable


class CountRow(Protocol):
    """A province's numbers in one year."""

    @property
    def title(self) -> str:
        """The province."""

    @property
    def address(self) -> str:
        """The year in its calendar."""

    @property
    def tasks(self) -> Sequence[int]:
        """Tasks and days of reports, by part of the year."""

    @property
    def targets(self) -> int:
        """Indicators that have a target for the year."""


def counts_download(
    data: SiteData, year: int, parts: Sequence[str], lines: Sequence[CountRow]
) -> ShownTable:
    """How much is due in one year.

    Args:
        data: Everything that pages are made from.
        year: The year.
        parts: Names of the parts of a year, one for each number of `tasks`.
        lines: The provinces.

    Returns:
        One row for each province.
    """
    columns = (
        ShownColumn("Tỉnh"),
        *(ShownColumn(part, "integer") for part in parts),
        ShownColumn("Chỉ tiêu có mục tiêu", "integer"),
    )
    rows: list[TableRow] = [(row.title, *row.tasks, row.targets, row.address) for row in lines]
    title = f"Số việc có hạn theo tỉnh, năm {year}"
    return table(data, CALENDAR, f"nam-{year}", title, columns, rows)
