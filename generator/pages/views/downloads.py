"""Tables to download: what a page's table shows, as raw values.

To offer a table of a page: make a `ShownTable` (see `generator.tables.shown`), give it to
`make_page(..., downloads=(table,))`, and put `{{ m.downloads(table) }}` beside the table. The
site then writes its files; nothing else is needed. `last_column` and `row_address` make the
column that every such table ends with.
"""

from generator.pages.addresses import TABLES, relative
from generator.pages.page import SiteData
from generator.pages.views.citations import published
from generator.tables.shown import SHOWN_FORMATS, ShownColumn, ShownTable

LAST_COLUMN = ShownColumn("Địa chỉ")
"""The column that every table ends with: where the row stands."""


def row_address(data: SiteData, address: str) -> str:
    """Address of a row as a file tells it: a file is read far from the site."""
    return published(data, address)


def download_links(table: ShownTable, here: str) -> tuple[tuple[str, str, str], ...]:
    """Links to a table's files.

    Args:
        table: The table.
        here: Address of the page that holds the links.

    Returns:
        For each format: its name, the link, and the name under which the file is saved.
    """
    name = table.path.replace("/", "-")
    return tuple(
        (suffix.upper(), relative(here, f"{TABLES}{table.path}.{suffix}"), f"{name}.{suffix}")
        for suffix in SHOWN_FORMATS
    )
