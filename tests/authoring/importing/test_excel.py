"""Excel sheets are read as they are seen, and nothing in them is evaluated."""

from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook

from generator.authoring.importing.display import shown
from tests.authoring.importing.files import draft, excel, grid_of, messages, part_of, repacked

HEAD = ("TT", "Tên nhiệm vụ", "Kinh phí năm 2025 (triệu đồng)")
SHEET = "xl/worksheets/sheet1.xml"


def test_a_formula_gives_its_kept_result_and_a_doubt() -> None:
    """The result that the file keeps is taken, never worked out, and the row is marked."""
    content = excel([HEAD, (1, "Việc", 7)])
    xml = part_of(content, SHEET).replace(
        b'<c r="C2" t="n"><v>7</v></c>', b'<c r="C2"><f>1+1</f><v>500</v></c>'
    )
    assert b"<f>" in xml
    made = draft("a.xlsx", repacked(content, {SHEET: xml}))
    assert made.data["rows"][0]["amounts"] == {"y2025": 500}
    assert "(dòng 2 của nguồn): Ô này (ô C2) là công thức" in made.data["rows"][0]["note"]


def test_a_formula_without_result_is_empty_and_told() -> None:
    """A formula whose result the file does not keep gives no amount."""
    made = draft("a.xlsx", excel([HEAD, (1, "Việc một", 5), (2, "Việc", "=SUM(C2:C3)")]))
    assert "amounts" not in made.data["rows"][1]
    assert "không lưu kết quả" in messages(made)


def test_an_error_is_empty_and_told() -> None:
    """An error of the spreadsheet is no text of the document."""
    (_, row) = grid_of("a.xlsx", excel([HEAD, (1, "Việc", "#REF!")]))
    assert (row[2].text, len(row[2].doubts)) == ("", 1)


def test_a_hidden_row_is_read_and_told() -> None:
    """What is hidden is no less in the file."""

    def hide(book: Workbook) -> None:
        book.worksheets[0].row_dimensions[2].hidden = True

    made = draft("a.xlsx", excel([HEAD, (1, "Việc", 5)], hide))
    assert "bị ẩn" in messages(made)


def test_merged_cells_are_known_as_such() -> None:
    """Cells of a merged range share the text of its first one."""

    def merge(book: Workbook) -> None:
        book.worksheets[0].merge_cells("B2:C2")
        book.worksheets[0].merge_cells("B3:B4")

    rows = [HEAD, ("I", "Nhóm", None), (1, "Việc", 5), (None, None, 6)]
    grid = grid_of("a.xlsx", excel(rows, merge))
    assert [c.merged for c in grid[1]] == ["", "", "left"]
    assert [(c.text, c.merged) for c in grid[3]] == [("", ""), ("Việc", "above"), ("6", "")]


def test_places_name_the_cell() -> None:
    """A doubt names the cell as the spreadsheet does."""
    assert grid_of("a.xlsx", excel([HEAD, (1, "Việc", 5)]))[1][2].place == "ô C2"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1184374, "#,##0", "1.184.374"),
        (1184374, "General", "1184374"),
        (42.05, "General", "42,05"),
        (0.1 + 0.2, "0.0", "0,3"),
        (42.5, "0.00", "42,50"),
        (0.55, "0%", "55%"),
        (0.4205, "0.00%", "42,05%"),
        (1234.5, "0", "1234,5"),
        (date(2026, 6, 30), "dd/mm/yyyy", "30/06/2026"),
        (date(2026, 6, 1), "mm/yyyy", "06/2026"),
        (None, "General", ""),
    ],
)
def test_values_are_shown_as_on_the_sheet(value: object, number_format: str, text: str) -> None:
    """A figure is told with the decimals that are seen, and none is rounded away."""
    assert shown(value, number_format).text == text


def test_a_date_and_three_places_are_doubted() -> None:
    """What a spreadsheet likes to make of other things is told."""
    assert shown(date(2026, 1, 10), "dd/mm/yyyy").doubt
    assert shown(5, "0.000").doubt
    assert shown(5, "0.000").number == Decimal(5)


def test_a_number_of_a_row_that_lost_its_nought_is_mended() -> None:
    """After 1.9 the figure 1.1 is the number 1.10."""
    rows = [HEAD, ("1", "Nhóm", 9), *((float(f"1.{n}"), f"Việc {n}", 1) for n in range(1, 10))]
    made = draft("a.xlsx", excel([*rows, (1.1, "Việc mười", 1)]))
    assert [row["task"] for row in made.data["rows"][0]["rows"]][-2:] == ["1.9", "1.10"]
