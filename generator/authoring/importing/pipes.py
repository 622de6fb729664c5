"""Tables whose cells stand between bars.

Two ways of writing are read. In the first, a line is a row: `| 1 | Tên |  | 250 |`. In the second,
which programs leave that turn a Word file into text, an empty cell is a line break, so a row runs
over several lines:

    | 3 | Tổ chức cuộc thi | Sở Y tế |
    | 5.000 | 5.000 |

Here six cells are meant, the fourth empty. A row is full when it has as many cells as the heading.
"""

import re
from collections.abc import Iterator

from generator.authoring.importing.codes import read_code
from generator.authoring.importing.roles import Role, read_heading
from generator.authoring.importing.source import Cell, Grid, Item, Line, Row
from generator.authoring.importing.texts import clean, clean_lines

BAR = "|"

_RULER = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_TOO_SHORT = "Dòng này thiếu ô; các ô đã có được xếp từ trái sang."
_TOO_LONG = "Dòng này thừa ô so với tiêu đề bảng; phần thừa bị bỏ."


_Loose = list[tuple[str, int]]
"""Cells of a row that is being put together, each with the number of its line."""


def read_bars(lines: list[str], start: int, stop: int) -> Iterator[Item]:
    """Read lines that begin with a bar.

    Args:
        lines: Lines of the whole text.
        start: Index of the first such line.
        stop: Index after the last one.

    Yields:
        A grid for each table; lines for what is no table.
    """
    at = start
    while at < stop:
        head = _cells(lines[at])
        if not _is_heading(head):
            yield from (Line(text, f"dòng {at + 1}") for text in map(clean, head) if text)
            at += 1
            continue
        end = next((i for i in range(at + 1, stop) if _is_heading(_cells(lines[i]))), stop)
        yield Grid(tuple(_rows(lines, at, end, len(head))))
        at = end


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix(BAR)
    if not inner.strip():
        return []
    return inner.removesuffix(BAR).split(BAR)


def _is_heading(cells: list[str]) -> bool:
    return len(cells) > 2 and read_heading(clean(cells[0])).role is Role.CODE


def _rows(lines: list[str], start: int, stop: int, width: int) -> Iterator[Row]:
    loose: _Loose = []
    is_open = False
    for at in range(start, stop):
        if at == start + 1 and _RULER.fullmatch(lines[at].strip()):
            continue
        cells = _cells(lines[at])
        if is_open and _starts_row(cells):
            yield _row(loose, width)
            loose, is_open = [], False
        if is_open:
            loose.append(("", at + 1))  # the line break stands for an empty cell
        loose += [(cell, at + 1) for cell in cells]
        is_open = len(loose) < width
        if not is_open:
            yield _row(loose, width)
            loose = []
    if any(text.strip() for text, _ in loose):
        yield _row(loose, width)


def _starts_row(cells: list[str]) -> bool:
    """Whether a line within an unfinished row must be the next row: a number, then a name."""
    return len(cells) > 1 and read_code(clean(cells[0])) is not None and _is_name(clean(cells[1]))


def _is_name(text: str) -> bool:
    return sum(character.isalpha() for character in text) > 7


def _row(loose: _Loose, width: int) -> Row:
    doubt = _TOO_SHORT if len(loose) < width else _TOO_LONG if len(loose) > width else ""
    return tuple(
        Cell(clean_lines(text), f"dòng {line}", doubts=(doubt,) if doubt and not at else ())
        for at, (text, line) in enumerate(loose)
    )
