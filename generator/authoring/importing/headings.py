"""Finds the heading of a table: one row or several, with merged cells, and what each column is."""

import re
from collections.abc import Sequence
from typing import Final

from generator.authoring.importing.codes import read_code
from generator.authoring.importing.roles import LONGEST_HEADING, Heading, Role, read_heading
from generator.authoring.importing.source import Cell, Row

MOST_HEADING_ROWS: Final = 4

_NUMBERED: Final = re.compile(r"\(?([0-9]{1,2}|[A-Z])\)?\s*(=.*)?")
_AMOUNT: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+|[0-9]+,[0-9]+")


def starts_heading(row: Row) -> bool:
    """Whether a row begins the heading of a table.

    Args:
        row: A row of a grid.

    Returns:
        True when a cell says "TT" or "STT" and another one names a column, or three do.
    """
    own = [cell.own for cell in row if cell.own]
    if len(own) < 2 or any(len(text) > LONGEST_HEADING for text in own):
        return False
    roles = [read_heading(text).role for text in own]
    known = [role for role in roles if role is not Role.UNKNOWN]
    if roles[0] is Role.CODE:
        return len(known) > 1 and not any(_AMOUNT.fullmatch(text) for text in own)
    named = {Role.TITLE, Role.LEAD, Role.SCHEDULE, Role.UNIT, Role.COORDINATORS}
    return len(set(known)) > 2 and len(known) == len(own) and len(named & set(known)) > 1


def heading_length(rows: Sequence[Row]) -> int:
    """Count the rows of a heading.

    Args:
        rows: Rows of a grid from the first row of the heading on.

    Returns:
        How many of them are heading, a row that only numbers the columns included.
    """
    length = 1
    while length < min(len(rows), MOST_HEADING_ROWS) and _goes_on(rows, length):
        length += 1
    if length < len(rows) and _numbers_columns(rows[length]):
        length += 1
    return length


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """Whether a row still names columns: where numbers and names stand it has nothing of its own."""
    row = rows[at]
    own = [cell.own for cell in row if cell.own]
    if not own or len(row) < 3 or row[0].own or row[1].own:
        return False
    return all(len(text) <= LONGEST_HEADING and _names_part(text) for text in own)


def _names_part(text: str) -> bool:
    heading = read_heading(text)
    return not _AMOUNT.fullmatch(text) and (
        heading.role is not Role.UNKNOWN or not any(sign.isdigit() for sign in text)
    )


def _numbers_columns(row: Row) -> bool:
    """Whether a row is "(1) (2) (3)" or "A B 1 2 3"."""
    own = [cell.own for cell in row if cell.own]
    matches = [_NUMBERED.fullmatch(text) for text in own]
    if len(own) < 3 or not all(matches):
        return False
    digits = [int(m[1]) for m in matches if m and m[1].isdigit()]
    letters = [m[1] for m in matches if m and not m[1].isdigit()]
    return digits == list(range(digits[0], digits[0] + len(digits))) if digits else len(letters) > 2


def read_headings(rows: Sequence[Row], width: int) -> tuple[Heading, ...]:
    """Read the columns of a table.

    Args:
        rows: The rows of its heading.
        width: Number of columns.

    Returns:
        A heading for each column; parts that stand one above the other are joined by spaces.
    """
    if len(rows) > 1 and _numbers_columns(rows[-1]):
        rows = rows[:-1]
    return tuple(read_heading(_label(rows, column)) for column in range(width))


def _label(rows: Sequence[Row], column: int) -> str:
    parts: list[str] = []
    for at, row in enumerate(rows):
        text = _part(row, rows[at + 1 :], column)
        if text and text not in parts:
            parts.append(text)
    return " ".join(parts)


def _part(row: Row, below: Sequence[Row], column: int) -> str:
    """A column's part of one row of a heading.

    Where a file does not say what is merged, a blank cell with a part of a heading below it belongs
    to the nearest heading on its left that has one below it too.
    """
    cell = _at(row, column)
    if cell.merged == "above":
        return ""
    if cell.text or not _any_own(below, column):
        return cell.text
    left = next((c for c in range(column - 1, -1, -1) if _at(row, c).text), None)
    return _at(row, left).own if left is not None and _any_own(below, left) else ""


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else Cell()


def _any_own(rows: Sequence[Row], column: int) -> bool:
    return any(_at(row, column).own for row in rows)


def has_number(row: Row) -> bool:
    """Whether the first cell of a row that holds anything is a number of a row."""
    first = next((cell.own for cell in row if cell.own), "")
    return read_code(first) is not None
