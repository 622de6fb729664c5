"""What must be known of a sheet before its cells are read: how large it is, what is merged."""

from dataclasses import dataclass, field
from xml.parsers import expat

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

Place = tuple[int, int]
"""Row and column, both from 1."""

FURTHEST_ROW = 20_000
FURTHEST_COLUMN = 200
MOST_AREA = 300_000
"""Cells between the first one and the last that holds something, empty ones included."""

MOST_MERGED = 200_000
"""Cells covered by merged ranges of one sheet."""


@dataclass(slots=True)
class SheetFacts:
    """A sheet without its values.

    Attributes:
        cells: Cells that hold something.
        last: Last row and last column that do.
        formulas: Cells that hold a formula.
        hidden: Rows that are hidden.
        merged: Covered cell to the cell that covers it.
    """

    cells: int = 0
    last: Place = (0, 0)
    formulas: set[Place] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    merged: dict[Place, Place] = field(default_factory=dict)


class TooFarError(ValueError):
    """A sheet reaches further than any table of a plan; the text is a Vietnamese clause."""


def sheet_facts(xml: bytes) -> SheetFacts:
    """Look through a sheet.

    Args:
        xml: The sheet's part, without document type.

    Returns:
        Its facts.

    Raises:
        TooFarError: A value or merged range lies beyond the bounds.
        ValueError: A place is no place of a sheet.
    """
    scanner = _Scanner()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = scanner.open
    parser.EndElementHandler = scanner.close
    parser.Parse(xml, True)
    rows, columns = scanner.facts.last
    if rows * columns > MOST_AREA:
        raise TooFarError(f"có trang rộng {rows} dòng, {columns} cột")
    return scanner.facts


class _Scanner:
    """Counts rows and cells as the spreadsheet program does where they carry no address."""

    def __init__(self) -> None:
        self.facts = SheetFacts()
        self._row = 0
        self._column = 0
        self._holds = False

    def open(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "row":
                self._open_row(attributes)
            case "c":
                self._open_cell(attributes)
            case "f":
                self.facts.formulas.add((self._row, self._column))
                self._holds = True
            case "v" | "is":
                self._holds = True
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def close(self, name: str) -> None:
        if name.rpartition(" ")[2] == "c" and self._holds:
            self._count()

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if attributes.get("hidden") in {"1", "true"}:
            self.facts.hidden.add(self._row)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self._row, self._column = coordinate_to_tuple(attributes["r"])
        else:
            self._column += 1
        self._holds = False

    def _count(self) -> None:
        if self._row > FURTHEST_ROW or self._column > FURTHEST_COLUMN:
            raise TooFarError(
                f"có ô ở dòng {self._row}, cột {self._column}; bảng nhập được tới dòng "
                f"{FURTHEST_ROW}, cột {FURTHEST_COLUMN}"
            )
        rows, columns = self.facts.last
        self.facts.cells += 1
        self.facts.last = (max(rows, self._row), max(columns, self._column))

    def _merge(self, reference: str) -> None:
        left, top, right, bottom = range_boundaries(reference)
        if left is None or top is None or right is None or bottom is None:
            raise TooFarError(f"có vùng gộp «{reference}» gồm cả cột hoặc cả dòng")
        # A merged range may reach over empty rows far below; only its part near values counts.
        bottom, right = min(bottom, FURTHEST_ROW), min(right, FURTHEST_COLUMN)
        if len(self.facts.merged) + (bottom - top + 1) * (right - left + 1) > MOST_MERGED:
            raise TooFarError("có quá nhiều ô gộp")
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    self.facts.merged[row, column] = (top, left)
