"""What every reader gives: lines and tables of cells, each with its place in the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Merged = Literal["", "left", "above"]
"""Whether a cell is covered by the one on its left or above it, whose text it then shares."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as a reader sees it.

    Attributes:
        lines: Its paragraphs or lines, clean, none empty.
        place: Where it stands, in words: `dòng 350`, `ô D7`.
        number: The figure of a spreadsheet cell that holds one; None for text.
        merged: Which neighbour covers it.
        doubts: What a person should look at, as Vietnamese sentences.
    """

    lines: tuple[str, ...] = ()
    place: str = ""
    number: Decimal | None = None
    merged: Merged = ""
    doubts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole cell on one line."""
        return " ".join(self.lines)

    @property
    def own(self) -> str:
        """The text, unless it belongs to a neighbour that covers this cell."""
        return "" if self.merged else self.text


Row = tuple[Cell, ...]

_COLUMN = re.compile(r", cột [0-9]+$")
_CELL = re.compile(r"^ô [A-Z]+([0-9]+)$")


def place_of_row(row: Row) -> str:
    """Where a row stands, in words: `bảng 1, dòng 4`, `dòng 350`."""
    return _CELL.sub(r"dòng \1", _COLUMN.sub("", row[0].place))


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph beside the tables."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells as they stand in the source; rows may differ in length."""

    rows: tuple[Row, ...]


Item = Line | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a source whose lines speak of the tables below them: a sheet, or a whole text.

    Attributes:
        name: Name of the sheet; empty where the source is one whole.
        items: Lines and grids in the order of the source.
    """

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read.

    Attributes:
        sections: Its parts.
        doubts: What holds for the whole file.
    """

    sections: tuple[Section, ...]
    doubts: tuple[str, ...] = field(default=())

    def grids(self) -> Iterator[Grid]:
        """Every grid, in order."""
        for section in self.sections:
            yield from (item for item in section.items if isinstance(item, Grid))
