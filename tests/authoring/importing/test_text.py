"""Plain text and CSV give the same tables as the files that they were made from."""

import pytest

from generator.authoring.importing import ImportRefusedError, find_tables, read_source
from generator.errors import UsageError
from tests.authoring.importing.files import draft, messages, texts_of

PIPES = """
ĐVT: Triệu đồng
| STT | Tên nhiệm vụ | Cơ quan chủ trì | Năm 2025 | Tổng cộng |
|
| Tổng |
| 350 | 900 |
| I | Nhóm việc |
|
|
|
| 1 | Việc thứ nhất | Sở Y tế | 350 | 500 |
| 2 | Việc thứ hai | Sở Nội vụ |
| 400 |
Hết bảng.
"""
"""An empty cell is a line break: a row is full when it is as long as the heading."""


def test_a_line_break_between_bars_is_an_empty_cell() -> None:
    """Cells that a program left out are found by the length of the heading."""
    assert texts_of("a.txt", PIPES.encode())[1:] == [
        ["", "Tổng", "", "350", "900"],
        ["I", "Nhóm việc", "", "", ""],
        ["1", "Việc thứ nhất", "Sở Y tế", "350", "500"],
        ["2", "Việc thứ hai", "Sở Nội vụ", "", "400"],
    ]


def test_a_table_of_bars_with_every_cell_is_read() -> None:
    """The usual way of writing, with a ruler below the heading."""
    text = "| TT | Nhiệm vụ | Chủ trì |\n|---|:-:|---|\n| 1 | Việc một | |\n| 2 | Việc hai | Sở Y tế |\n"
    assert texts_of("a.md", text.encode())[1:] == [
        ["1", "Việc một", ""],
        ["2", "Việc hai", "Sở Y tế"],
    ]


def test_a_row_that_lacks_cells_does_not_eat_the_next_one() -> None:
    """A line that begins with a number and a name begins a row, and the short one is marked."""
    text = "| TT | Tên nhiệm vụ | Chủ trì | Phối hợp |\n| 1 | Việc dài thứ nhất |\n| 2 | Việc dài thứ hai | Sở Y tế | Sở Nội vụ |\n"
    made = draft("a.txt", text.encode())
    assert [row["task"] for row in made.data["rows"]] == ["1", "2"]
    assert "dòng 2: Dòng này thiếu ô" in messages(made)


LINES = """PHỤ LỤC II
DANH MỤC NHIỆM VỤ
TT
Tên nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian hoàn thành
I
Nâng cao nhận thức
1
Phổ biến, quán triệt
Sở Y tế
Các sở, ngành
Năm 2025
2
Xây dựng chuyên mục
Sở Nội vụ
Năm 2026
3
Việc số 3
Sở Y tế
Sở Nội vụ
12
"""


def test_one_cell_a_line_is_cut_into_rows() -> None:
    """Numbers of rows tell where each begins; a cell that only looks like one does not."""
    rows = texts_of("a.txt", LINES.encode())
    assert [row[0] for row in rows] == ["TT", "I", "1", "2", "3"]
    assert rows[4] == ["3", "Việc số 3", "Sở Y tế", "Sở Nội vụ", "12"]


def test_a_missing_cell_is_placed_by_what_the_others_say() -> None:
    """Of agency and year, the year is the time; the row is marked with its line."""
    made = draft("a.txt", LINES.encode())
    task = made.data["rows"][0]["rows"][1]
    assert (task["lead"], task.get("coordinators"), task["schedule"]) == (
        "Sở Nội vụ",
        None,
        "Năm 2026",
    )
    assert "dòng 15" in task["note"]


TABBED = (
    "\tTT\n\tTên nhiệm vụ\n\n\tThời gian\n\tKinh phí (NSNN)\n\tGhi chú\n\n"
    "\tI\n\tNhóm một\n\n"
    "\t[bookmark: _Hlk1]1\n\t[bookmark: _Hlk2]Việc\u00a0một\n\t\n2026 - 2030\n\t5.000\n\t\n\n"
    "\t\n\tTổng cộng:\n\t\n\t5.000\n\t\n\n"
    "\t(Năm tỷ đồng)\n"
)


def test_cells_that_begin_with_a_tab_may_run_over_lines() -> None:
    """A line without a tab goes on the cell above it; marks of the converter are left out."""
    rows = texts_of("a.txt", TABBED.encode())
    assert rows[2] == ["1", "Việc một", "2026 - 2030", "5.000", ""]
    assert rows[3] == ["", "Tổng cộng:", "", "5.000", ""]


def test_text_is_brought_to_what_a_plan_may_hold() -> None:
    """Decomposed letters, look-alikes and characters that nobody sees do not reach the draft."""
    text = "| TT | Tên nhiệm vụ | Chủ trì |\n| 1 | Ðe\u0302\u0300 a\u0301n\u200b\u202e\x07 số\u2011hóa | Sở\u00a0Y tế |\n"
    row = draft("a.txt", text.encode()).data["rows"][0]
    assert (row["title"], row["lead"]) == ("Đề án số-hóa", "Sở Y tế")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_of_a_csv_file_is_found(separator: str) -> None:
    """Commas within a text do not part it, whichever sign parts the cells."""
    quoted = '"Sở Văn hóa, Thể thao và Du lịch"'
    lines = [
        ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì"),
        ("1", '"Việc; một"', quoted),
        ("2", "Việc", quoted),
    ]
    content = "\ufeff" + "\n".join(separator.join(line) for line in lines)
    rows = texts_of("a.csv", content.encode())
    assert rows[1] == ["1", "Việc; một", "Sở Văn hóa, Thể thao và Du lịch"]


def test_a_cell_of_a_csv_file_may_hold_lines() -> None:
    """A quoted cell over two lines is one cell, and its place is the line where the row ends."""
    table = draft("a.csv", 'TT;Tên nhiệm vụ;Chủ trì\n1;"Việc\nmột";Sở lạ\n'.encode())
    assert table.data["rows"][0]["title"] == "Việc một"
    assert "dòng 3" in messages(table)


def test_utf_16_is_read_and_other_codings_are_refused() -> None:
    """What Excel saves as Unicode text is read; letters are never guessed."""
    text = "TT\tTên nhiệm vụ\tChủ trì\n1\tViệc\tSở Y tế\n"
    assert texts_of("a.csv", text.encode("utf-16"))[1] == ["1", "Việc", "Sở Y tế"]
    with pytest.raises(ImportRefusedError, match="UTF-8"):
        read_source("a.csv", "Việc".encode("cp1258", "replace") + b"\xff")


@pytest.mark.parametrize("name", ["a.doc", "a.xls", "a.pdf", "a.odt", "a.png", "a"])
def test_other_kinds_of_files_say_what_to_do(name: str) -> None:
    """Each kind that people have is told what to save it as."""
    with pytest.raises(UsageError, match=r"\.(docx|xlsx)"):
        read_source(name, b"")


def test_prose_holds_no_table() -> None:
    """A text without a heading gives no table at all."""
    assert find_tables(read_source("a.txt", "Mục I\n1. Việc một\n2. Việc hai\n".encode())) == ()
