"""What a spreadsheet cell can hold without loss, and how text is fitted into one."""

import re
from datetime import date
from decimal import Decimal

from generator.tables import Cell

MOST_DIGITS = 15
"""A spreadsheet keeps this many significant digits of a number and drops the others."""

MOST_CHARACTERS = 32767
"""A cell holds no more (ECMA-376 leaves it open; Excel's specifications and limits)."""

FIRST_DAY = date(1900, 3, 1)
"""Before this day spreadsheets disagree about dates: Excel believes in 29 February 1900."""

_TOO_GREAT = 1_000_000_000_000_000

CUT = " … (còn nữa, xem tệp CSV)"

_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x(?=[0-9A-Fa-f]{4}_)")


def needs_text(value: Cell) -> bool:
    """Whether a spreadsheet would change a value, so that it must be stored as text.

    Args:
        value: The value.

    Returns:
        True for a number with more digits than a spreadsheet keeps, and for a day before
        `FIRST_DAY`.
    """
    if isinstance(value, int):
        return abs(value) >= _TOO_GREAT
    if isinstance(value, Decimal):
        return len(value.as_tuple().digits) > MOST_DIGITS or abs(value) >= _TOO_GREAT
    return isinstance(value, date) and value < FIRST_DAY


def cell_text(text: str) -> str:
    """Fit text into a cell.

    Args:
        text: Any text.

    Returns:
        The text with characters that XML cannot hold written `_x000D_`, as Office Open XML
        prescribes (ECMA-376 part 1, 22.9.2.19), and with a visible mark where it was too long.
    """
    safe = _UNFIT.sub(_escaped, text)
    if len(safe) <= MOST_CHARACTERS:
        return safe
    return safe[: MOST_CHARACTERS - len(CUT)] + CUT


def _escaped(match: re.Match[str]) -> str:
    """A character by its number; of text that only looks like such a number, the underscore."""
    return f"_x{ord(match[0][0]):04X}_" + match[0][1:]
