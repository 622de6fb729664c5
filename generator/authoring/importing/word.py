"""Reads .docx: paragraphs and tables in order, with merged cells and automatic numbers.

The library opens the file and gives its tree; the cells are walked here, because the library
copies a merged cell once for every column that it claims to span, and leaves out text that was
inserted with changes tracked.
"""

import io
import warnings
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from generator.authoring.importing.archive import damaged, open_archive
from generator.authoring.importing.errors import ImportRefusedError
from generator.authoring.importing.source import Cell, Grid, Item, Line, Row, Section, Source
from generator.authoring.importing.texts import clean
from generator.authoring.importing.word_numbers import Numbering
from generator.authoring.importing.word_text import TRACKED, paragraph_text, uses_old_font

MOST_CELLS = 100_000
"""Of all tables together, cells that a merged one covers included."""

WIDEST = 200
"""Columns of a table."""

_TRACKED = "Ô này có chỗ sửa đang theo dõi (Track Changes); lấy chữ sau khi sửa."
_NESTED = "Ô này chứa một bảng khác; chữ của bảng đó được nối vào ô."
_OLD_FONT = (
    "Tệp dùng phông chữ TCVN3 hoặc VNI (tên phông bắt đầu bằng .Vn hoặc VNI-): chữ có thể đọc ra "
    "sai. Hãy chuyển mã sang Unicode trong Word rồi nhập lại."
)


def read_word(name: str, content: bytes) -> Source:
    """Read a document.

    Args:
        name: Name of the file, for messages.
        content: Its bytes.

    Returns:
        One section with paragraphs and tables in order.

    Raises:
        ImportRefusedError: The file is damaged, unsafe or too large.
    """
    open_archive(name, content).close()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            document = Document(io.BytesIO(content))
            reader = _Reader(name, Numbering.of(document))
            body: Any = document.element.body
            items = tuple(reader.items(body))
    except ImportRefusedError:
        raise
    except Exception as error:  # a stranger's file finds every way in which a library can fail
        raise damaged(name) from error
    return Source((Section("", items),), (_OLD_FONT,) if uses_old_font(body) else ())


class _Reader:
    """Walks a document once; numbers of lists count on as it goes."""

    def __init__(self, name: str, numbering: Numbering) -> None:
        self._name = name
        self._numbering = numbering
        self._tables = 0
        self._paragraphs = 0
        self._cells = 0

    def items(self, parent: Any) -> Iterator[Item]:
        for element in parent:
            if element.tag == qn("w:p"):
                yield from self._lines(element)
            elif element.tag == qn("w:tbl"):
                self._tables += 1
                yield Grid(tuple(self._rows(element)))
            elif element.tag == qn("w:sdt"):
                for content in element.iterchildren(qn("w:sdtContent")):
                    yield from self.items(content)
            elif element.tag in {qn("w:ins"), qn("w:customXml")}:
                yield from self.items(element)

    def _lines(self, paragraph: Any) -> Iterator[Line]:
        self._paragraphs += 1
        for text in self._texts(paragraph):
            yield Line(text, f"đoạn {self._paragraphs}")

    def _texts(self, paragraph: Any) -> Iterator[str]:
        """Lines of a paragraph, the first one after its automatic number."""
        label = self._numbering.label(paragraph)
        written = paragraph_text(paragraph).split("\n")
        for at, line in enumerate(written):
            text = clean(f"{label} {line}" if at == 0 else line)
            if text:
                yield text

    def _rows(self, table: Any) -> Iterator[Row]:
        above: Row = ()
        for number, element in enumerate(_within(table, "w:tr"), start=1):
            above = tuple(self._row(element, f"bảng {self._tables}, dòng {number}", above))
            yield above

    def _row(self, element: Any, place: str, above: Row) -> Iterator[Cell]:
        column = 0
        for _ in range(_count(element, "w:trPr/w:gridBefore")):
            column += 1
            yield self._counted(Cell((), f"{place}, cột {column}"))
        for cell in _within(element, "w:tc"):
            column += 1
            first = self._cell(cell, f"{place}, cột {column}", above, column)
            yield self._counted(first)
            for _ in range(max(1, _count(cell, "w:tcPr/w:gridSpan")) - 1):
                column += 1
                merged = "above" if first.merged == "above" else "left"
                yield self._counted(
                    Cell(first.lines, f"{place}, cột {column}", merged=merged)  # type: ignore[arg-type]
                )

    def _cell(self, element: Any, place: str, above: Row, column: int) -> Cell:
        if _continues(element) and column <= len(above):
            return Cell(above[column - 1].lines, place, merged="above")
        doubts = [_TRACKED] if any(element.iter(*TRACKED)) else []
        doubts += [_NESTED] if next(element.iter(qn("w:tbl")), None) is not None else []
        lines = [line for p in element.iter(qn("w:p")) for line in self._texts(p)]
        return Cell(tuple(lines), place, doubts=tuple(doubts))

    def _counted(self, cell: Cell) -> Cell:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise ImportRefusedError(
                f"Các bảng trong «{self._name}» có hơn {MOST_CELLS} ô. Hãy chép riêng bảng cần nhập "
                "sang một tệp mới."
            )
        return cell


def _within(parent: Any, tag: str) -> Iterator[Any]:
    """Children of a kind, also those that a content control or a tracked change wraps."""
    for child in parent:
        if child.tag == qn(tag):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
            yield from _within(child, tag)


def _continues(cell: Any) -> bool:
    """Whether a cell goes on the one above it (`w:vMerge` without `restart`)."""
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return found is not None and found.get(qn("w:val")) != "restart"


def _count(element: Any, path: str) -> int:
    """A number of columns; more than a table may have is refused by the count of cells."""
    found = element.find("/".join(qn(step) for step in path.split("/")))
    value = found.get(qn("w:val")) if found is not None else None
    return min(int(value), MOST_CELLS + 1) if value and value.isascii() and value.isdigit() else 0
