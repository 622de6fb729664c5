"""What a table is: its columns with type and meaning, its keys, and how its rows are made."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, get_args

from generator.diagnostics import Diagnostic
from generator.model import Library
from generator.model.agencies import AgencyReader
from generator.model.base import FIRST_YEAR, LAST_YEAR, Record

ColumnType = Literal["string", "integer", "number", "boolean", "date", "year", "list"]
"""`number` is an exact decimal; `list` is text, its items joined by `join`."""

TYPE_NAMES: dict[ColumnType, str] = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số thập phân",
    "boolean": "đúng/sai",
    "date": "ngày",
    "year": "năm",
    "list": "danh sách",
}
"""What a reader of the data dictionary calls a type."""

Cell = str | int | Decimal | bool | date | None
TableRow = tuple[Cell, ...]

SLUG = "[a-z0-9]+(-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True)
class Constraints:
    """What every value of a column keeps to; an absent value is bound by `required` alone.

    Attributes:
        required: No row lacks it.
        unique: No two rows share it.
        enum: The only values there are.
        pattern: Regular expression that the whole text matches.
        minimum: Least value.
        maximum: Greatest value.
    """

    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str = ""
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column of a table.

    Attributes:
        name: Name in every file; never changes within a major version of the data.
        type: Type of its values.
        description: Meaning and unit, in Vietnamese: an entry of the data dictionary.
        constraints: What its values keep to.
    """

    name: str
    type: ColumnType
    description: str
    constraints: Constraints = Constraints()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values, where there are any, name a row of another table.

    Attributes:
        fields: Columns of this table.
        table: Name of the other table.
        references: Columns of the other table, in the same order.
    """

    fields: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True)
class TableInput:
    """What tables are made from.

    Attributes:
        library: Plans and the registry.
        diagnostics: What the checks found in them.
    """

    library: Library
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def reader(self) -> AgencyReader:
        """Reader of agency cells, made once for all tables."""
        return AgencyReader(self.library.registry.agencies)

    def vnd(self, amount: int | None, unit_id: str | None) -> int | None:
        """An amount in đồng.

        Args:
            amount: Amount in the unit, or None.
            unit_id: Id of the unit.

        Returns:
            The amount in đồng, exact; None without an amount or for a unit that is no money.
        """
        unit = self.library.registry.units.get(unit_id or "")
        if amount is None or unit is None or unit.factor_vnd is None:
            return None
        return amount * unit.factor_vnd


@dataclass(frozen=True, slots=True)
class Table:
    """A table of open data.

    Attributes:
        name: Name of its file and sheet.
        title: What it holds, in a few Vietnamese words.
        description: What a row is, in Vietnamese.
        columns: Its columns, in order. Columns may be added at the end only.
        build: Gives its rows, each as long as `columns`.
        primary_key: Columns that together name a row.
        foreign_keys: Links to other tables.
    """

    name: str
    title: str
    description: str
    columns: tuple[ColumnSpec, ...]
    build: Callable[[TableInput], Iterator[TableRow]]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()


def join(items: tuple[str, ...]) -> str | None:
    r"""Join a list into one cell.

    Args:
        items: The items; ids hold neither `;` nor `\`, aliases and printed words may.

    Returns:
        The items with `;` between them, or None when there are none. Within an item `;` is
        written `\;` and `\` is written `\\`, so that nothing is lost.
    """
    return ";".join(i.replace("\\", "\\\\").replace(";", "\\;") for i in items) or None


def split(cell: str | None) -> tuple[str, ...]:
    r"""Give back the items that `join` put into one cell.

    Args:
        cell: A cell of a column of lists.

    Returns:
        Its items; none when the cell is absent.
    """
    if cell is None:
        return ()
    items = re.findall(r"(?:[^;\\]|\\.)+", cell)
    return tuple(re.sub(r"\\(.)", r"\1", item) for item in items)


def text(name: str, description: str, *, required: bool = False) -> ColumnSpec:
    """A column of text, as printed or as written by an editor."""
    return ColumnSpec(name, "string", description, Constraints(required=required))


def slug(name: str, description: str, *, required: bool = False) -> ColumnSpec:
    """A column of ids."""
    return ColumnSpec(
        name, "string", description, Constraints(required=required, pattern=f"^{SLUG}$")
    )


def slugs(name: str, description: str) -> ColumnSpec:
    """A column of lists of ids."""
    return ColumnSpec(name, "list", description, Constraints(pattern=f"^{SLUG}(;{SLUG})*$"))


def choice(
    name: str, description: str, values: tuple[str, ...], *, required: bool = True
) -> ColumnSpec:
    """A column that holds one of a few words."""
    return ColumnSpec(name, "string", description, Constraints(required=required, enum=values))


def year(name: str, description: str, *, required: bool = False) -> ColumnSpec:
    """A column of years."""
    return ColumnSpec(
        name,
        "year",
        description,
        Constraints(required=required, minimum=FIRST_YEAR, maximum=LAST_YEAR),
    )


def count(name: str, description: str, *, required: bool = False, minimum: int = 0) -> ColumnSpec:
    """A column of whole numbers that have a least value: amounts, ranks, positions."""
    return ColumnSpec(name, "integer", description, Constraints(required=required, minimum=minimum))


def key(name: str, description: str) -> ColumnSpec:
    """A column of ids that alone names the row."""
    return ColumnSpec(
        name, "string", description, Constraints(required=True, unique=True, pattern=f"^{SLUG}$")
    )


def words_of(record: type[Record], field: str) -> tuple[str, ...]:
    """The words that a field of the model allows, so that no list is kept twice.

    Args:
        record: Model class.
        field: Name of a field annotated with `Literal`.

    Returns:
        Its words, in the order of the model.
    """
    return get_args(record.model_fields[field].annotation)
