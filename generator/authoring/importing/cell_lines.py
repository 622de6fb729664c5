"""Tables written one cell a line, which is what is left when a Word table is copied as text.

    TT              the heading, a line for each column
    Tên nhiệm vụ
    Cơ quan chủ trì
    I               a group: only its number and its name
    Nâng cao nhận thức
    1               a task: a line for each column
    Phổ biến, quán triệt
    Các sở, ngành

Where lines begin with a tab, a line without one goes on the cell above it, and an empty line ends
a row. Where a row lacks a cell or has one too many, what stands in the cells tells their columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from generator.authoring.importing.alignment import align
from generator.authoring.importing.codes import read_code
from generator.authoring.importing.roles import (
    Role,
    as_indicator_heading,
    names_indicators,
    read_heading,
)
from generator.authoring.importing.rowlengths import Token, row_starts
from generator.authoring.importing.source import Cell, Grid, Row
from generator.authoring.importing.texts import clean
from generator.authoring.importing.totals import is_total_label

MOST_COLUMNS = 30

_TAB = "\t"
_LONGEST_CODE_HEADING = 40
_END = re.compile(r"(phụ lục|nơi nhận|biểu số|mẫu số)\b", re.IGNORECASE)
_GUESSED = "Dòng này thiếu hoặc thừa ô; máy xếp ô vào cột theo nội dung của ô."


@dataclass(frozen=True, slots=True)
class Found:
    """A table found in a text.

    Attributes:
        grid: Its rows, the heading first.
        stop: Index of the line after it.
    """

    grid: Grid
    stop: int


def find_cell_lines(lines: Sequence[str], at: int) -> Found | None:
    """Find a table that begins at a line.

    Args:
        lines: Lines of the whole text.
        at: Index of a line.

    Returns:
        The table; None when none begins there.
    """
    if not _begins(lines[at]):
        return None
    tokens = _tabbed(lines, at) if lines[at].startswith(_TAB) else _untabbed(lines, at)
    head = _head(tokens)
    if not 3 <= len(head) <= MOST_COLUMNS:
        return None
    body = tokens[len(head) :]
    starts = row_starts(body, len(head))
    if len(starts) < 2:
        return None
    roles = _roles(head)
    rows = [_row(body[start:stop], roles) for start, stop in pairwise(starts)]
    return Found(Grid((tuple(map(_cell, head)), *rows)), body[starts[-1] - 1].last + 1)


def _next_heading(lines: Sequence[str], at: int) -> int:
    """Index of the next line that begins a heading; a table ends there at the latest."""
    later = range(at + 1, len(lines))
    return next((index for index in later if _begins(lines[index])), len(lines))


def _begins(line: str) -> bool:
    return len(line) < _LONGEST_CODE_HEADING and read_heading(clean(line)).role is Role.CODE


def _tabbed(lines: Sequence[str], at: int) -> list[Token]:
    """Cells that begin with a tab; a line without one belongs to the cell above it."""
    tokens: list[Token] = []
    for index in range(at, _next_heading(lines, at)):
        line = lines[index]
        text = clean(line)
        if line.startswith(_TAB):
            tokens.append(Token((text,) if text else (), index + 1, index))
        elif not text:
            tokens[-1] = replace(tokens[-1], ends=True)
        elif tokens[-1].ends:
            break
        else:
            tokens[-1] = replace(tokens[-1], lines=(*tokens[-1].lines, text), last=index)
    return tokens


def _untabbed(lines: Sequence[str], at: int) -> list[Token]:
    tokens: list[Token] = []
    for index in range(at, _next_heading(lines, at)):
        text = clean(lines[index])
        if not text:
            tokens[-1] = replace(tokens[-1], ends=True)
        elif _END.match(text):
            break
        else:
            tokens.append(Token((text,), index + 1, index))
    return tokens


def _head(tokens: Sequence[Token]) -> list[Token]:
    return list(takewhile(lambda token: token.text and read_code(token.text) is None, tokens))


def _roles(head: Sequence[Token]) -> list[Role]:
    headings = [read_heading(token.text) for token in head]
    if any(names_indicators(heading.label) for heading in headings):
        headings = [as_indicator_heading(heading) for heading in headings]
    return [heading.role for heading in headings]


def _row(tokens: Sequence[Token], roles: Sequence[Role]) -> Row:
    """Put the cells of a row into its columns; the first is its number, if it has one."""
    without_code = is_total_label(tokens[0].text)
    first = 0 if without_code else 1
    rest = tokens[first:]
    while len(rest) > 1 and not rest[-1].text:
        rest = rest[:-1]
    cells = [Cell(place=f"dòng {tokens[0].line}") for _ in roles]
    if not without_code:
        cells[0] = _cell(tokens[0])
    fits = len(tokens) == len(roles) - without_code or len(rest) <= 1
    columns = range(len(rest)) if fits else align([t.text for t in rest], roles[1:])
    for token, column in zip(rest, columns, strict=False):
        cells[column + 1] = _joined(cells[column + 1], token)
    if not fits:
        cells[0] = replace(cells[0], doubts=(_GUESSED,))
    return tuple(cells)


def _joined(cell: Cell, token: Token) -> Cell:
    place = cell.place if cell.lines else f"dòng {token.line}"
    return Cell((*cell.lines, *token.lines), place)


def _cell(token: Token) -> Cell:
    return Cell(token.lines, f"dòng {token.line}")
