"""Tables of tasks become annexes, and what is not certain is marked with its place."""

from typing import Any

import pytest

from generator.authoring.importing import Options, draft_text
from generator.authoring.importing.draft import REVIEW, Draft
from tests.authoring.importing.files import csv, draft_rows, messages, table_of

MONEY = ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Năm 2025", "Giai đoạn 2026-2030", "Tổng cộng")


def outline(rows: list[dict[str, Any]]) -> list[Any]:
    """Codes of rows; a group with what is in it."""
    return [row["task"] if "task" in row else (row["group"], outline(row["rows"])) for row in rows]


def tree_of(*codes: str) -> list[Any]:
    """Outline of a table with these numbers."""
    rows = [(code, f"Dòng {code}", "Sở Y tế" if code[-1:].isdigit() else "") for code in codes]
    return outline(draft_rows([MONEY[:3], *rows]).data["rows"])


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("I", "1", "2", "II", "3"), [("I", ["1", "2"]), ("II", ["3"])]),
        (("1", "1.1", "1.2", "2", "2.1"), [("1", ["1.1", "1.2"]), ("2", ["2.1"])]),
        (
            ("A", "I", "1", "II", "II.1", "2", "II.2", "3", "B", "4"),
            [("A", [("I", ["1"]), ("II", [("II.1", ["2"]), ("II.2", ["3"])])]), ("B", ["4"])],
        ),
        (("A", "1", "B", "2", "C", "3", "D", "4"), [("A", ["1"]), ("B", ["2"]), ("C", ["3"]), ("D", ["4"])]),
        (("I", "1", "1.1", "1.2", "2"), [("I", [("1", ["1.1", "1.2"]), "2"])]),
        (("1", "2", "3"), ["1", "2", "3"]),
        (("II", "1", "II.1", "2"), [("II", ["1", ("II.1", ["2"])])]),
        (("IV", "1", "V", "1"), [("IV", ["1"]), ("V", ["1"])]),
    ],
)  # fmt: skip
def test_numbers_tell_the_tree(codes: tuple[str, ...], expected: list[Any]) -> None:
    """Letters, Roman numerals, II.1 and 1.1 head what stands below them."""
    assert tree_of(*codes) == expected


def made_with_totals() -> Draft:
    """A table with groups, amounts and a total above."""
    return draft_rows(
        [
            ("PHỤ LỤC I", "", "", "", "", ""),
            ("Danh mục nhiệm vụ", "", "", "", "", ""),
            ("ĐVT: Triệu đồng", "", "", "", "", ""),
            MONEY,
            ("", "Tổng", "", "350", "1.550", "1.900"),
            ("I", "Nhóm một", "", "350", "1.550", "1.900"),
            ("1", "Việc một", "Sở Y tế", "250", "750", "1.000"),
            ("2", "Việc hai", "Sở Nội vụ", "100", "800", "900"),
        ]
    )


def test_amounts_totals_columns_and_names_are_read() -> None:
    """The whole of a small annex."""
    made = made_with_totals()
    assert made.part == "annexes/phu-luc-1"
    assert made.doubts == ()
    assert made.data["title"] == "Danh mục nhiệm vụ"
    assert (made.data["place"], made.data["unit"]) == ("Phụ lục I", "million-vnd")
    assert made.data["columns"][0] == {"id": "y2025", "label": "Năm 2025", "period": 2025}
    assert made.data["columns"][2]["adds"] == ["y2025", "y2026-2030"]
    assert made.data["stated"] == {"y2025": 350, "y2026-2030": 1550, "total": 1900}
    (group,) = made.data["rows"]
    assert group["stated"]["total"] == 1900
    assert group["rows"][1]["amounts"] == {"y2025": 100, "y2026-2030": 800, "total": 900}
    assert made.data["schedule_in"] == "title"


def test_the_text_of_a_draft_is_canonical_yaml() -> None:
    """Codes are quoted and lines of amounts stand in brackets, as `kehoach fmt` writes them."""
    text = draft_text(made_with_totals())
    assert '      - task: "1"\n' in text
    assert "        amounts: {y2025: 250, y2026-2030: 750, total: 1000}\n" in text


def test_a_sum_column_is_known_by_its_figures_too() -> None:
    """A column whose heading does not say "Tổng" adds the others when most rows agree."""
    head = (*MONEY[:5], "Kinh phí thực hiện (NSNN)")
    rows = [(str(n), f"Việc {n}", "Sở Y tế", str(n), str(10 * n), str(11 * n)) for n in range(1, 6)]
    columns = draft_rows([head, *rows]).data["columns"]
    assert columns[2]["id"] == "total"
    assert columns[2]["source"] == "Ngân sách nhà nước"
    assert columns[2]["adds"] == ["y2025", "y2026-2030"]


def test_a_sum_column_that_does_not_add_up_is_told() -> None:
    """The name says "Tổng cộng", the figures say something else."""
    rows = [(str(n), f"Việc {n}", "Sở Y tế", "1", "2", "9") for n in range(1, 6)]
    assert "không cộng ra đúng" in messages(draft_rows([MONEY, *rows]))


def test_columns_by_source_are_told_apart() -> None:
    """Amounts by source of funds get ids and sources."""
    head = ("TT", "Nội dung", "Kinh phí (NSTW)", "Kinh phí (NSĐP)", "Nguồn khác")
    columns = draft_rows([head, ("1", "Việc", "5", "6", "7")]).data["columns"]
    assert [column["id"] for column in columns] == ["nstw", "nsdp", "khac"]
    assert columns[1]["source"] == "Ngân sách địa phương"


def test_a_heading_of_two_rows_is_joined() -> None:
    """The upper part of a heading stands before the lower one."""
    rows = [
        ("TT", "Nhiệm vụ", "Kinh phí", "", "Ghi chú"),
        ("", "", "2025", "2026", ""),
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        ("1", "Việc", "5", "6", "x"),
    ]
    table = table_of("a.csv", csv(rows))
    assert [heading.label for heading in table.headings][2:4] == [
        "Kinh phí 2025",
        "Kinh phí 2026",
    ]
    assert len(table.rows) == 1


def test_a_lifelike_table_of_projects_is_read() -> None:
    """Investors, sources of funds below a total, numbered columns, and a label of the sum."""
    made = draft_rows(
        [
            ("PHỤ LỤC 01. DANH MỤC DỰ ÁN", "", "", "", "", "", "", ""),
            ("Đơn vị tính: tỷ đồng", "", "", "", "", "", "", ""),
            (
                "TT",
                "Dự án",
                "Chủ đầu tư",
                "Tổng mức đầu tư",
                "",
                "",
                "Giai đoạn thực hiện",
                "Ghi chú",
            ),
            ("", "", "", "Tổng số", "NSTW", "NSĐP", "", ""),
            ("(1)", "(2)", "(3)", "(4)=(5)+(6)", "(5)", "(6)", "(7)", "(8)"),
            ("", "TỔNG SỐ", "", "450", "300", "150", "", ""),
            ("A", "Dự án chuyển tiếp", "", "250", "200", "50", "", ""),
            ("1", "Trung tâm dữ liệu", "Công an tỉnh", "100", "80", "20", "2024 - 2026", ""),
            ("2", "Hạ tầng mạng", "Công an tỉnh", "150", "120", "30", "2025 - 2027", "đã bố trí"),
            ("B", "Dự án mới", "", "200", "100", "100", "", ""),
            ("3", "Kho dữ liệu", "Sở Nội vụ", "200", "100", "100", "2026 - 2028", ""),
        ]
    )
    assert made.doubts == ()
    assert outline(made.data["rows"]) == [("A", ["1", "2"]), ("B", ["3"])]
    labels = [(column["id"], column["label"]) for column in made.data["columns"]]
    assert labels == [
        ("total", "Tổng mức đầu tư Tổng số"),
        ("nstw", "Tổng mức đầu tư NSTW"),
        ("nsdp", "Tổng mức đầu tư NSĐP"),
    ]
    assert made.data["columns"][0]["adds"] == ["nstw", "nsdp"]
    assert (made.data["title"], made.data["unit"]) == ("DANH MỤC DỰ ÁN", "billion-vnd")
    task = made.data["rows"][0]["rows"][1]
    assert (task["schedule"], task["remark"]) == ("2025 - 2027", "đã bố trí")


def test_a_table_without_numbers_is_counted_and_told() -> None:
    """Where no column holds numbers, the rows get them in order, with one doubt for all."""
    head = ("Nhiệm vụ", "Đơn vị chủ trì", "Thời gian", "Kết quả")
    rows = [("Việc một", "Sở Y tế", "2026", "Đề án"), ("Việc hai", "Sở Y tế", "2026", "Báo cáo")]
    made = draft_rows([head, *rows])
    assert outline(made.data["rows"]) == ["1", "2"]
    assert messages(made).count("không có cột số thứ tự") == 1


def test_a_repeated_heading_is_no_row() -> None:
    """A heading that is printed again on the next page is left out."""
    made = draft_rows([MONEY[:3], ("1", "Việc", "Sở Y tế"), MONEY[:3], ("2", "Việc", "Sở Y tế")])
    assert outline(made.data["rows"]) == ["1", "2"]


def test_a_column_that_nobody_knows_is_told_and_left_out() -> None:
    """No text of an unknown column gets into a wrong place."""
    made = draft_rows([(*MONEY[:3], "Ý kiến"), ("1", "Việc", "Sở Y tế", "Đồng ý")])
    assert "«Ý kiến» không rõ là gì" in messages(made)
    assert "Đồng ý" not in draft_text(made)


def test_words_below_a_heading_of_money_are_no_money() -> None:
    """A column "Nguồn kinh phí" holds words, so it is no column of amounts."""
    made = draft_rows([(*MONEY[:3], "Nguồn kinh phí"), ("1", "Việc", "Sở Y tế", "Ngân sách tỉnh")])
    assert "columns" not in made.data
    assert "Nguồn kinh phí" in messages(made)


def test_an_amount_that_cannot_be_read_is_left_out_and_marked() -> None:
    """The row says what was printed and where."""
    rows = [MONEY[:4], ("1", "Việc", "Sở Y tế", "100"), ("2", "Việc", "Sở Y tế", "theo thực tế")]
    task = draft_rows(rows).data["rows"][1]
    assert "amounts" not in task
    assert task["note"].startswith(f"{REVIEW} (dòng 3 của nguồn): Cột «Năm 2025»")
    assert "«theo thực tế»" in task["note"]


def test_rows_without_number_get_one_that_is_marked() -> None:
    """Nothing is left out: a task and a heading without number have made-up ones."""
    made = draft_rows(
        [MONEY[:3], ("", "Nhóm không số", ""), ("-", "Việc gạch đầu dòng", "Sở Y tế")]
    )
    assert outline(made.data["rows"]) == [("n1", ["k2"])]
    assert messages(made).count("không in số thứ tự") == 2


def test_a_row_that_goes_on_is_joined_to_the_one_above() -> None:
    """A page break within a row leaves the rest of its name on a row of its own."""
    made = draft_rows([MONEY[:3], ("1", "Xây dựng kế hoạch", "Sở Y tế"), ("", "và triển khai", "")])
    (task,) = made.data["rows"]
    assert task["title"] == "Xây dựng kế hoạch và triển khai"
    assert "dòng tiếp theo" in task["note"]


def test_lines_below_the_table_are_left_out_and_told() -> None:
    """The total in words is no task."""
    made = draft_rows([MONEY[:3], ("1", "Việc", "Sở Y tế"), ("", "(Bằng chữ: năm triệu đồng)", "")])
    assert len(made.data["rows"]) == 1
    assert "không thuộc bảng" in messages(made)


def test_a_partial_total_goes_to_its_group() -> None:
    """A total below a group is the group's, where the group's own row prints none."""
    rows = [
        MONEY[:4],
        ("I", "Nhóm một", "", ""),
        ("1", "Việc", "Sở Y tế", "5"),
        ("", "Cộng mục I", "", "5"),
        ("", "Tổng cộng", "", "5"),
    ]
    made = draft_rows(rows)
    assert made.data["rows"][0]["stated"] == {"y2025": 5}
    assert made.data["total_label"] == "Tổng cộng"


def test_two_totals_that_differ_are_told() -> None:
    """Of two totals of the whole table the first is kept."""
    rows = [MONEY[:4], ("", "Tổng", "", "5"), ("1", "Việc", "Sở Y tế", "5"), ("", "Tổng", "", "6")]
    made = draft_rows(rows)
    assert made.data["stated"] == {"y2025": 5}
    assert "hơn một dòng tổng" in messages(made)


def test_groups_that_are_agencies_are_known() -> None:
    """Where no column names who leads, groups named after agencies do."""
    rows = [MONEY[:2] + MONEY[3:4], ("1", "Sở Y tế", "5"), ("1.1", "Việc", "5")]
    assert draft_rows(rows).data["group_by"] == "agency"


def test_a_column_of_deadlines_is_told_from_one_of_spans() -> None:
    """A time by which work is done means a deadline, a time of doing it a span."""
    for label, means in (("Thời gian hoàn thành", "deadline"), ("Thời gian thực hiện", None)):
        made = draft_rows([(*MONEY[:3], label), ("1", "Việc", "Sở Y tế", "2026")])
        assert made.data.get("schedule_means") == means


def test_strange_agencies_and_times_are_told_but_kept() -> None:
    """What is stored is what is printed; what cannot be read is marked."""
    head = (*MONEY[:3], "Thời gian thực hiện")
    task = draft_rows([head, ("1", "Việc", "Sở Vũ trụ", "bao giờ xong thì thôi")]).data["rows"][0]
    assert (task["lead"], task["schedule"]) == ("Sở Vũ trụ", "bao giờ xong thì thôi")
    assert "«Sở Vũ trụ»" in task["note"]
    assert "«bao giờ xong thì thôi»" in task["note"]


def test_what_the_user_says_wins() -> None:
    """Id and unit given on the command line are used."""
    rows = [MONEY[:4], ("1", "Việc", "Sở Y tế", "5")]
    made = draft_rows(rows, Options("phu-luc-9", "billion-vnd"))
    assert (made.part, made.data["unit"]) == ("annexes/phu-luc-9", "billion-vnd")


def test_money_without_unit_is_told() -> None:
    """No unit is made up."""
    made = draft_rows([MONEY[:4], ("1", "Việc", "Sở Y tế", "5")])
    assert "unit" not in made.data
    assert "đơn vị tiền" in messages(made)
