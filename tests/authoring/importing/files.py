"""Small files as officials have them, made cell by cell."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from generator.authoring.importing import (
    Draft,
    Options,
    PlanFacts,
    SourceTable,
    draft_of,
    find_tables,
    kind_of_table,
    read_source,
)
from generator.authoring.importing.source import Cell, Grid
from generator.model import Period, Registry
from generator.project import Project
from generator.runner import read_registry

ROOT = Path(__file__).parents[3]
REGISTRY: Registry = read_registry(Project(ROOT)).registry
PLAN = PlanFacts("tay-ninh", Period(2025, 2030))

Rows = Sequence[Sequence[object]]


def word(*pieces: str) -> bytes:
    """A document whose body is some elements of WordprocessingML."""
    document = Document()
    body = document.element.body
    for at, piece in enumerate(pieces):
        body.insert(at, parse_xml(re.sub(r"<w:(\w+)", rf"<w:\1 {nsdecls('w')}", piece, count=1)))
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(content: str, properties: str = "") -> str:
    """A cell of a text, or of paragraphs."""
    inner = content if content.startswith("<w:p") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def word_table(*rows: Sequence[str]) -> str:
    """A table of texts, or of cells."""
    lines = "".join(
        "<w:tr>" + "".join(c if c.startswith("<w:tc") else cell(c) for c in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{lines}</w:tbl>"


def excel(rows: Rows, change: Callable[[Workbook], None] | None = None) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Bảng"
    for row in rows:
        sheet.append(list(row))
    if change:
        change(book)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def repacked(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """An archive with some parts replaced or added."""
    old = zipfile.ZipFile(io.BytesIO(content))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return packed.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """One part of an archive."""
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def csv(rows: Rows) -> bytes:
    """A CSV file with semicolons."""
    return "\n".join(";".join(map(str, row)) for row in rows).encode()


def grid_of(name: str, content: bytes) -> tuple[tuple[Cell, ...], ...]:
    """Rows of the only grid of a file."""
    (grid,) = read_source(name, content).grids()
    assert isinstance(grid, Grid)
    return grid.rows


def texts_of(name: str, content: bytes) -> list[list[str]]:
    """Texts of the only grid of a file."""
    return [[one.text for one in row] for row in grid_of(name, content)]


def table_of(name: str, content: bytes) -> SourceTable:
    """The only table of a file."""
    (table,) = find_tables(read_source(name, content))
    return table


def draft(name: str, content: bytes, options: Options | None = None) -> Draft:
    """The draft of the only table of a file."""
    table = table_of(name, content)
    return draft_of(table, kind_of_table(table), REGISTRY, options or Options(), PLAN)


def draft_rows(rows: Rows, options: Options | None = None) -> Draft:
    """The draft of a table given as rows."""
    return draft("bang.csv", csv(rows), options)


def messages(made: Draft) -> str:
    """All doubts of a draft as one text."""
    return "\n".join(f"{doubt.place}: {doubt.message}" for doubt in made.doubts)
