"""Tables as pages show them: what a reader downloads beside a table is exactly what it shows.

They differ from the tables of open data (`TABLES`): headings are the page's own Vietnamese
words, rows are those of one table of one page, and nothing about them is a contract.
"""

from dataclasses import dataclass

from generator.tables.spec import ColumnType, TableRow

SHOWN_FORMATS = ("csv", "xlsx", "json")
"""Suffixes of the files that are written for each table, in the order in which pages offer them."""


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column.

    Attributes:
        label: Heading as on the page; two columns may share one.
        type: Type of its values: figures are figures, days are days.
    """

    label: str
    type: ColumnType = "string"


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of a page, ready to be downloaded.

    Attributes:
        path: Its files below `data/tables/` without their suffixes, which no other table has:
            the page's address and an id, `tay-ninh/1330-da-ubnd-2025/nhiem-vu/phu-luc-1-1`.
        title: What it holds, as its caption says.
        page: Address of the page, with the table's anchor.
        source: The document that it is taken from, in words; empty when it is from many.
        columns: Its columns in order. The last one is the address of the row.
        rows: Its rows in order, each as long as `columns`.
    """

    path: str
    title: str
    page: str
    columns: tuple[ShownColumn, ...]
    rows: tuple[TableRow, ...]
    source: str = ""
