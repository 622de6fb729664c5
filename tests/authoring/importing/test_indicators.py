"""Tables of indicators become `indicators.yaml`, and what is guessed is marked."""

from decimal import Decimal
from typing import Any

from generator.authoring.importing import draft_text
from generator.authoring.importing.draft import Draft
from tests.authoring.importing.files import cell, draft, draft_rows, messages, word, word_table

HEAD = ("TT", "Chỉ tiêu", "Đơn vị", "Hiện trạng", "2025", "2030", "Cơ quan theo dõi")


def indicators(made: Draft) -> list[dict[str, Any]]:
    """The indicators of a draft."""
    return list(made.data["indicators"])


def test_a_row_becomes_an_indicator() -> None:
    """Name, unit, owner, baseline and targets with comparators."""
    made = draft_rows(
        [HEAD, ("1", "Tỷ lệ A", "%", "Năm 2024 đạt 42,05%", "50", "≥ 55,5", "Sở Y tế")]
    )
    (one,) = indicators(made)
    assert made.part == "indicators"
    assert (one["id"], one["code"], one["name"]) == ("ty-le-a", "1", "Tỷ lệ A")
    assert (one["unit"], one["owner"], one["better"]) == ("percent", "Sở Y tế", "higher")
    assert one["baselines"] == [
        {"period": 2024, "value": Decimal("42.05"), "text": "Năm 2024 đạt 42,05%"}
    ]
    assert one["targets"] == [
        {"period": 2025, "comparator": "=", "value": Decimal(50), "text": "50"},
        {"period": 2030, "comparator": ">=", "value": Decimal("55.5"), "text": "≥ 55,5"},
    ]


def test_the_text_of_a_draft_is_canonical_yaml() -> None:
    """Decimals are written with a point, lines of targets in brackets."""
    text = draft_text(draft_rows([HEAD, ("1", "Tỷ lệ A", "%", "", "", "55,5", "")]))
    assert '      - {period: 2030, comparator: "=", value: 55.5, text: "55,5"}\n' in text


def test_a_target_merged_over_years_is_of_the_whole_span() -> None:
    """A cell over the columns of 2026 and 2027 is a target of 2026-2027."""
    head = ("TT", "Chỉ tiêu", "2025", "2026", "2027")
    merged = cell("55%", '<w:gridSpan w:val="2"/>')
    made = draft(
        "a.docx", word(word_table(head, (cell("1"), cell("Tỷ lệ A"), cell("50%"), merged)))
    )
    assert [target["period"] for target in indicators(made)[0]["targets"]] == [2025, "2026-2027"]


def test_groups_are_themes_and_tell_the_year() -> None:
    """A row "Đến năm 2045" heads the indicators below it and is their year."""
    head = ("TT", "Chỉ tiêu", "Đơn vị", "Kết quả")
    rows = [
        ("I", "Đến năm 2030", "", ""),
        ("1", "A", "%", "5"),
        ("II", "Đến năm 2045", "", ""),
        ("2", "B", "%", "7"),
    ]
    one, two = indicators(draft_rows([("Phụ lục I", "", "", ""), head, *rows]))
    assert (one["theme"], one["targets"][0]["period"]) == ("Đến năm 2030", 2030)
    assert (two["place"], two["targets"][0]["period"]) == ("Phụ lục I, mục II, dòng 2", 2045)


def test_units_are_found_by_name_and_guesses_are_marked() -> None:
    """A unit that the registry does not have stops the check instead of being made up."""
    head = ("TT", "Chỉ tiêu", "ĐVT", "2030")
    rows = [
        ("1", "A", "Người/vạn dân", "12"),
        ("2", "B", "% tổng chi", "3"),
        ("3", "C", "cây số vuông", "4"),
    ]
    made = draft_rows([head, *rows])
    assert [one["unit"] for one in indicators(made)] == ["person-per-10000", "percent", "chua-ro"]
    assert "«% tổng chi»" in messages(made)
    assert "«cây số vuông» chưa có trong sổ đơn vị" in messages(made)


def test_a_year_that_nobody_printed_is_marked() -> None:
    """Neither column nor group names a year: the end of the plan's period, with a doubt."""
    made = draft_rows([("TT", "Chỉ tiêu", "Đơn vị", "Mục tiêu"), ("1", "A", "%", "5")])
    assert indicators(made)[0]["targets"][0]["period"] == 2030
    assert "không ghi năm" in messages(made)


def test_baselines_of_former_provinces_are_taken_apart() -> None:
    """A merged province prints a baseline for each part of it."""
    text = "Năm 2024: Long An đạt 6,36%, Tây Ninh đạt 6,05%"
    made = draft_rows([HEAD, ("1", "A", "%", text, "", "9", "")])
    areas = [(one["area"], one["value"], one["period"]) for one in indicators(made)[0]["baselines"]]
    assert areas == [("long-an", Decimal("6.36"), 2024), ("tay-ninh-cu", Decimal("6.05"), 2024)]


def test_the_way_that_is_better_is_read_from_signs_ranks_and_courses() -> None:
    """At least, within a rank, rising, falling; else it is left open and marked."""
    head = ("TT", "Chỉ tiêu", "Đơn vị", "2025", "2030")
    rows = [
        ("1", "A", "%", "", "≥ 5"), ("2", "B", "Thứ bậc", "", "Nhóm 10 tỉnh"), ("3", "C", "%", "5", "9"),
        ("4", "D", "%", "9", "5"), ("5", "E", "%", "", "≤ 5"), ("6", "F", "%", "", "5"),
    ]  # fmt: skip
    made = draft_rows([head, *rows])
    ways = [one["better"] for one in indicators(made)]
    assert ways == ["higher", "lower", "higher", "lower", "lower", "none"]
    assert messages(made).count("Chưa rõ chiều tốt") == 1


def test_equal_names_get_different_ids() -> None:
    """Ids are addresses, so no two are the same."""
    head = ("TT", "Chỉ tiêu", "Đơn vị", "2030")
    made = draft_rows([head, ("1", "Tỷ lệ A", "%", "5"), ("2", "Tỷ lệ A", "%", "6")])
    assert [one["id"] for one in indicators(made)] == ["ty-le-a", "ty-le-a-2"]
