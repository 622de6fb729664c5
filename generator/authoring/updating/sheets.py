"""Reads the sheets of an exported workbook into rows of the tables that they hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from generator.authoring.importing.source import Cell as SourceCell
from generator.authoring.importing.source import Grid, Row, Section, Source
from generator.authoring.updating.rules import RULES, SheetRule
from generator.tables import TABLES, Cell, ColumnType
from generator.vietnamese import FigureError, parse_decimal

_COMMIT: Final = re.compile(r"[0-9a-f]{40}")
_COMMIT_LABEL: Final = "Bản ghi trong git"
_OWN_NAMES: Final = frozenset(table.name for table in TABLES)
_TRUTH: Final = {"true": True, "false": False, "đúng": True, "sai": False}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet.

    Attributes:
        cells: Column to the value, of the column's type where it can be read as one.
        sources: Column to the cell it was read from.
    """

    cells: Mapping[str, Cell]
    sources: Mapping[str, SourceCell]


@dataclass(frozen=True, slots=True)
class Exported:
    """An exported workbook.

    Attributes:
        commit: The commit that it was made from; None when it does not say.
        rows: Name of a table to the rows of its sheet; a table without a sheet is left out.
        unknown: Name of a sheet to columns that the export does not make, where as many are gone.
        copies: Names of sheets that hold rows of a table under another name than its own.
    """

    commit: str | None
    rows: Mapping[str, tuple[SheetRow, ...]]
    unknown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    copies: tuple[str, ...] = ()


def is_exported(source: Source) -> bool:
    """Whether a workbook was made by `kehoach export`, by the columns of its sheets."""
    sheets = {section.name: section for section in source.sections}
    return any(
        rule.table.name in sheets and _holds(sheets[rule.table.name], rule) for rule in RULES
    )


def read_exported(source: Source) -> Exported:
    """Read the sheets that may be changed.

    Args:
        source: A workbook for which `is_exported` holds.

    Returns:
        Their rows.
    """
    sheets = {section.name: section for section in source.sections}
    return Exported(
        next((c for section in source.sections for c in _commits(section)), None),
        {
            rule.table.name: tuple(_rows(rule, sheets[rule.table.name]))
            for rule in RULES
            if rule.table.name in sheets
        },
        {
            rule.table.name: renamed
            for rule in RULES
            if rule.table.name in sheets and (renamed := _renamed(rule, sheets[rule.table.name]))
        },
        tuple(
            section.name
            for section in source.sections
            if section.name not in _OWN_NAMES and any(_holds(section, rule) for rule in RULES)
        ),
    )


def _holds(section: Section, rule: SheetRule) -> bool:
    return set(_columns(section)) >= {"plan_id", *_real_keys(rule)}


def _real_keys(rule: SheetRule) -> tuple[str, ...]:
    names = {column.name for column in rule.table.columns}
    return tuple(key for key in rule.keys if key in names)


def _grid(section: Section) -> Sequence[Row]:
    return next((item.rows for item in section.items if isinstance(item, Grid)), ())


def _columns(section: Section) -> list[str]:
    rows = _grid(section)
    return [cell.text for cell in rows[0]] if rows else []


def _renamed(rule: SheetRule, section: Section) -> tuple[str, ...]:
    """Strange names of columns, under which changes would go unread; none while all are there."""
    there, known = _columns(section), {column.name for column in rule.table.columns}
    gone = (known & rule.editable.keys()) - set(there)
    return tuple(name for name in there if name and name not in known) if gone else ()


def _commits(section: Section) -> Iterator[str]:
    for row in _grid(section):
        if len(row) > 1 and row[0].text == _COMMIT_LABEL and _COMMIT.fullmatch(row[1].text):
            yield row[1].text


def _rows(rule: SheetRule, section: Section) -> Iterator[SheetRow]:
    types = {column.name: column.type for column in rule.table.columns}
    names = _columns(section)
    for row in _grid(section)[1:]:
        sources = {name: cell for name, cell in zip(names, row, strict=False) if name in types}
        if any(cell.text for cell in sources.values()):
            cells = {name: value_of(cell, types[name]) for name, cell in sources.items()}
            yield SheetRow(cells, sources)


def value_of(cell: SourceCell, kind: ColumnType) -> Cell:
    """Read a cell as a value of a type.

    Args:
        cell: The cell.
        kind: Type of its column.

    Returns:
        The value; None for a blank cell; the text where it cannot be read as that type.
    """
    text = cell.text
    if not text:
        return None
    match kind:
        case "integer" | "year":
            figure = _figure(cell)
            whole = figure is not None and figure == figure.to_integral_value()
            return int(figure) if figure is not None and whole else text
        case "number":
            figure = _figure(cell)
            return text if figure is None else figure
        case "boolean":
            return _TRUTH.get(text.lower(), text)
        case "date":
            return _day(text)
        case _:
            return text


def _figure(cell: SourceCell) -> Decimal | None:
    if cell.number is not None:
        return cell.number
    for text in (cell.text, cell.text.replace(".", ",")):
        try:
            return parse_decimal(text)
        except FigureError:
            continue
    try:
        return Decimal(cell.text)
    except InvalidOperation:
        return None


def _day(text: str) -> date | str:
    match = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4})", text)
    iso = f"{match[3]}-{match[2]}-{match[1]}" if match else text
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return text
