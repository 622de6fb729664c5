"""Reads .csv: one grid; the lines above the table's heading stay its first rows."""

import csv
import io
from collections import Counter
from itertools import islice

from generator.authoring.importing.errors import ImportRefusedError
from generator.authoring.importing.source import Cell, Grid, Section, Source
from generator.authoring.importing.texts import clean_lines

MOST_CELLS = 100_000
MOST_FIELD = 200_000
"""Characters of one cell before it is cleaned."""

_SEPARATORS = ",;\t|"
_SAMPLE = 64 * 1024
_ROWS = 200


def read_delimited(name: str, text: str) -> Source:
    """Read a CSV file.

    Args:
        name: Name of the file, for messages.
        text: Its text. Cells are parted by commas, semicolons, tabs or bars.

    Returns:
        One section with one grid.

    Raises:
        ImportRefusedError: A quote is never closed, or there are too many cells.
    """
    csv.field_size_limit(MOST_FIELD)
    rows, count = [], 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        for values in reader:
            count += len(values)
            if count > MOST_CELLS:
                raise ImportRefusedError(f"«{name}» có hơn {MOST_CELLS} ô.")
            place = f"dòng {reader.line_num}"
            rows.append(
                tuple(
                    Cell(clean_lines(value), f"{place}, cột {column}")
                    for column, value in enumerate(values, start=1)
                )
            )
    except csv.Error as error:
        raise ImportRefusedError(
            f"Không tách được ô ở dòng {reader.line_num} của «{name}»: có dấu nháy kép không đóng, "
            "hoặc ô quá dài. Hãy mở bằng Excel và lưu lại thành .xlsx."
        ) from error
    return Source((Section("", (Grid(tuple(rows)),) if rows else ()),))


def _separator(text: str) -> str:
    """The sign that parts most rows into the same number of cells."""
    return max(_SEPARATORS, key=lambda sign: (_steadiness(text[:_SAMPLE], sign), sign == ","))


def _steadiness(sample: str, sign: str) -> int:
    """How many rows are as wide as most are; a row that is not parted counts for nothing."""
    widths: Counter[int] = Counter()
    try:
        for row in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=sign), _ROWS):
            widths[len(row)] += len(row) > 1
    except csv.Error:
        return 0
    return max((count * min(width - 1, 3) for width, count in widths.items()), default=0)
