"""Reads the rows below a heading: numbered rows, totals, and what goes on the row above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from generator.authoring.importing.codes import is_bullet, read_code
from generator.authoring.importing.columns import position
from generator.authoring.importing.roles import Heading, Role
from generator.authoring.importing.source import Cell, Row, place_of_row
from generator.authoring.importing.texts import MOST_CHARACTERS, shorten
from generator.authoring.importing.totals import is_total_label

_CODE_IN_TITLE: Final = re.compile(
    r"(?P<code>[0-9]{1,3}(?:\.[0-9]{1,3})*|[IVXLC]+(?:\.[0-9]{1,3})*|[A-ZĐ]|[a-zđ])\s*[.):]\s*"
    r"(?P<title>\S.*)",
    re.DOTALL,
)
_ASIDE: Final = re.compile(
    r"(\(?\s*(bằng chữ|ghi chú|lưu ý|nơi nhận|chú thích)\b|\*)", re.IGNORECASE
)
_IN_BRACKETS: Final = re.compile(r"\(.*\)[.;]?")

MOST_JOINED: Final = 20
"""Rows that go on one row; more are no part of it."""


class Kind(StrEnum):
    """What a row is."""

    NUMBERED = "numbered"
    HEADING = "heading"
    TOTAL = "total"


@dataclass(slots=True)
class Entry:
    """A row of the table, read.

    Attributes:
        kind: What it is; a heading is a row of a title without number.
        code: Its number; empty for a row of totals, made up where none is printed.
        title: Its name as printed.
        cells: Its cells by column.
        place: Where it stands.
        doubts: What a person should look at.
    """

    kind: Kind
    code: str
    title: str
    cells: Row
    place: str
    doubts: list[str] = field(default_factory=list)

    def doubt(self, sentence: str) -> None:
        """Add a doubt, each once."""
        if sentence not in self.doubts:
            self.doubts.append(sentence)

    def text(self, headings: Sequence[Heading], role: Role) -> str:
        """The cell of a role, one that covers it from above included; empty for none."""
        at = position(headings, role)
        return "" if at is None or self.cells[at].merged == "left" else self.cells[at].text


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a table.

    Attributes:
        entries: Rows in print order.
        doubts: About rows that are left out, each with its place.
    """

    entries: tuple[Entry, ...]
    doubts: tuple[tuple[str, str], ...]


def read_body(headings: Sequence[Heading], rows: Sequence[Row]) -> Body:
    """Read rows.

    Args:
        headings: Settled headings of the columns.
        rows: Rows, each as wide as the headings.

    Returns:
        What the rows are. A row that only goes on the one above is joined to it, with a doubt.
    """
    reader = _BodyReader(headings)
    for row in rows:
        reader.take(row)
    return Body(tuple(reader.entries), tuple(reader.left_out))


class _BodyReader:
    def __init__(self, headings: Sequence[Heading]) -> None:
        self._headings = headings
        self._code_at = position(headings, Role.CODE)
        title_at = position(headings, Role.TITLE)
        self._title_at = title_at if title_at is not None else 0
        self._made = 0
        self.entries: list[Entry] = []
        self.left_out: list[tuple[str, str]] = []

    def take(self, row: Row) -> None:
        """Take the next row."""
        if not any(cell.own for cell in row):
            return
        code_text = self._code_text(row)
        title = "" if row[self._title_at].merged else row[self._title_at].text
        label = title or code_text
        if is_total_label(label) and (not title or not read_code(code_text)):
            self._add(Kind.TOTAL, "", label, row)
        elif (code := read_code(code_text)) is not None:
            self._add(Kind.NUMBERED, self._whole_code(code, row), title, row)
        elif match := self._numbered_title(code_text, title):
            self._add(Kind.NUMBERED, match["code"], match["title"], row)
        else:
            self._take_unnumbered(code_text, title, row)

    def _code_text(self, row: Row) -> str:
        """The number as printed, where a spreadsheet holds 1.5 as a figure too."""
        cell = row[self._code_at] if self._code_at is not None else Cell()
        if cell.merged or cell.number is None:
            return cell.own
        return f"{cell.number.normalize():f}"

    def _numbered_title(self, code_text: str, title: str) -> re.Match[str] | None:
        """A number at the head of a title: in a merged row, or where no column holds numbers."""
        if code_text and not title:
            return _CODE_IN_TITLE.fullmatch(code_text)
        return _CODE_IN_TITLE.fullmatch(title) if not code_text and self._code_at is None else None

    def _whole_code(self, code: str, row: Row) -> str:
        """The number as printed: a spreadsheet turns 1.10 into the figure 1.1."""
        stem, _, last = code.partition(".")
        before = next((e.code for e in reversed(self.entries) if "." in e.code), "")
        is_figure = row[self._code_at or 0].number is not None
        if is_figure and last and before == f"{stem}.{int(last) * 10 - 1}":
            return f"{stem}.{last}0"
        return code

    def _take_unnumbered(self, code_text: str, title: str, row: Row) -> None:
        others = [
            cell.own
            for at, cell in enumerate(row)
            if cell.own and at not in {self._code_at, self._title_at}
        ]
        text = title or code_text
        if _ASIDE.match(text) or (_IN_BRACKETS.fullmatch(text) and not others):
            self.left_out.append(
                (place_of_row(row), f"Dòng «{shorten(text)}» không thuộc bảng nên bị bỏ.")
            )
        elif self.entries and self._goes_on(row, title, others):
            self._join(row)
        elif self._code_at is None:
            self._number(title, row)
        elif text and not others and not is_bullet(code_text):
            self._add_made_up(Kind.HEADING, "n", text, row)
        else:
            named = title or (code_text if not is_bullet(code_text) else "")
            self._add_made_up(Kind.NUMBERED, "k", named, row)

    def _number(self, title: str, row: Row) -> None:
        """Count the rows of a table that has no column of numbers."""
        self._made += 1
        self._add(Kind.NUMBERED, str(self._made), title, row)
        if self._made == 1:
            self.left_out.append(
                (place_of_row(row), "Bảng không có cột số thứ tự; số của các dòng do máy đặt.")
            )

    def _add_made_up(self, kind: Kind, letter: str, title: str, row: Row) -> None:
        self._made += 1
        self._add(kind, f"{letter}{self._made}", title, row)
        self.entries[-1].doubt(
            f"Dòng này không in số thứ tự; mã {self.entries[-1].code} do máy đặt."
        )

    def _goes_on(self, row: Row, title: str, others: list[str]) -> bool:
        """Whether a row is a part of the one above: its name is covered, or begins in mid-sentence."""
        at = self._title_at
        if row[at].merged == "above" and self.entries[-1].title == row[at].text:
            return True
        code_cell = row[self._code_at].own if self._code_at is not None else ""
        if code_cell:
            return False
        if not title:
            return bool(others)
        return not others and (
            title[0].islower() or self.entries[-1].title.endswith((",", ";", "-"))
        )

    def _join(self, row: Row) -> None:
        last = self.entries[-1]
        if len(last.doubts) > MOST_JOINED:
            self.left_out.append((place_of_row(row), "Dòng này không rõ thuộc dòng nào nên bị bỏ."))
            return
        cells = list(last.cells)
        for at, cell in enumerate(row):
            if cell.own and at != self._code_at:
                cells[at] = replace(cells[at], lines=(*cells[at].lines, *cell.lines), merged="")
        last.cells = tuple(cells)
        own = row[self._title_at].own
        last.title = f"{last.title} {own}"[:MOST_CHARACTERS].strip() if own else last.title
        last.doubt(f"Nối thêm nội dung của dòng tiếp theo trong nguồn ({place_of_row(row)}).")

    def _add(self, kind: Kind, code: str, title: str, row: Row) -> None:
        entry = Entry(kind, code, title, row, place_of_row(row))
        for cell in row:
            for doubt in cell.doubts:
                entry.doubt(doubt.replace("Ô này", f"Ô này ({cell.place})", 1))
        self.entries.append(entry)
