"""Finds the tables of a source, and what is said above each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.authoring.importing.errors import ImportRefusedError
from generator.authoring.importing.headings import (
    has_number,
    heading_length,
    read_headings,
    starts_heading,
)
from generator.authoring.importing.place_words import names_annex
from generator.authoring.importing.roles import Heading
from generator.authoring.importing.source import (
    Cell,
    Item,
    Line,
    Row,
    Section,
    Source,
    place_of_row,
)

MOST_COLUMNS = 40
"""Of a table."""

MOST_LINES_BEFORE = 60
"""Lines above a table that are looked at for its name and unit."""


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as it stands in the source.

    Attributes:
        section: Name of its sheet; empty where the source is one whole.
        before: Lines between the table above, or the beginning, and this one.
        annex: The nearest line above that says "Phụ lục" or the like, before those lines too.
        headings: Its columns.
        rows: The rows below the heading, each as wide as `headings`.
        heading_place: Where its heading stands.
        doubts: What holds for the whole file.
    """

    section: str
    before: tuple[Line, ...]
    annex: Line | None
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    heading_place: str
    doubts: tuple[str, ...] = ()


def find_tables(source: Source) -> tuple[SourceTable, ...]:
    """Find every table whose heading can be read.

    Args:
        source: A file as read.

    Returns:
        The tables in order. Rows without a heading that directly follow a table go on it: a page
        break parts tables so. A heading that is printed again is left out.
    """
    found = (table for section in source.sections for table in _in_section(section))
    return tuple(replace(table, doubts=source.doubts) for table in found)


def _in_section(section: Section) -> Iterator[SourceTable]:
    before: list[Line] = []
    annex: Line | None = None
    table: SourceTable | None = None
    for piece in _pieces(section.items):
        if isinstance(piece, Line):
            before.append(piece)
            annex = piece if names_annex(piece.text) else annex
        elif table and _goes_on(table, piece, before):
            table = replace(table, rows=(*table.rows, *_body(piece, len(table.headings))))
        elif starts_heading(piece[0]):
            if table:
                yield table
            table = _table(section.name, before, annex, piece)
            before = []
        else:
            before += _as_lines(piece)
    if table:
        yield table


def _pieces(items: Sequence[Item]) -> Iterator[Line | Sequence[Row]]:
    """Lines, and rows cut wherever a heading begins; what stands above the first one is lines."""
    for item in items:
        if isinstance(item, Line):
            yield item
            continue
        rows = [row for row in item.rows if any(cell.text for cell in row)]
        starts = [at for at, row in enumerate(rows) if starts_heading(row)]
        if starts and starts[0]:
            yield from _as_lines(rows[: starts[0]])
        cuts = [*starts, len(rows)] if starts else [0, len(rows)]
        yield from (rows[a:b] for a, b in pairwise(cuts) if b > a)


def _as_lines(rows: Sequence[Row]) -> list[Line]:
    return [
        Line(text, cell.place)
        for row in rows
        for cell in row
        if not cell.merged
        for text in cell.lines
    ]


def _goes_on(table: SourceTable, rows: Sequence[Row], before: Sequence[Line]) -> bool:
    if before:
        return False
    if starts_heading(rows[0]):
        again = read_headings(rows[: heading_length(rows)], len(table.headings))
        return [h.label for h in again] == [h.label for h in table.headings]
    return len(rows[0]) == len(table.headings) and any(map(has_number, rows))


def _table(
    section: str, before: Sequence[Line], annex: Line | None, rows: Sequence[Row]
) -> SourceTable:
    length = heading_length(rows)
    width = max(len(row) for row in rows[:length])
    if width > MOST_COLUMNS:
        raise ImportRefusedError(
            f"Bảng ở {place_of_row(rows[0])} có {width} cột, quá mức {MOST_COLUMNS}. Hãy chép riêng các "
            "cột cần nhập sang một bảng mới."
        )
    headings = read_headings(rows[:length], width)
    return SourceTable(
        section,
        tuple(before[-MOST_LINES_BEFORE:]),
        annex,
        headings,
        tuple(_body(rows, width)),
        place_of_row(rows[0]),
    )


def _body(rows: Sequence[Row], width: int) -> Iterator[Row]:
    start = heading_length(rows) if starts_heading(rows[0]) else 0
    for row in rows[start:]:
        filler = tuple(Cell(place=row[0].place) for _ in range(width - len(row)))
        yield (*row[:width], *filler)
