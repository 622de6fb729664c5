"""Where some of several that belong together changed alike, the others are named."""

from collections.abc import Callable
from typing import Any

from generator.changes import Kind, compare
from generator.model import Library
from generator.pipeline import Checked
from tests.changes.conftest import kinds, said

Remade = Callable[..., Checked]
ANNEX, INDICATORS = "annexes/phu-luc-1.yaml", "indicators.yaml"


def five_tasks(data: Any) -> None:
    """Make the first group hold five tasks with one lead, one time and one amount each."""
    data["rows"][0]["rows"] = [
        {
            "task": str(number),
            "title": f"Việc thứ {word}",
            "lead": "Sở Y tế",
            "schedule": "2025 - 2028",
            "amounts": {"y2025": 100 * number},
        }
        for number, word in enumerate(("nhất", "hai", "ba", "tư", "năm"), 1)
    ]


def of_first(count: int, **keys: Any) -> Callable[[Any], None]:
    """Change keys of the first tasks."""

    def make(data: Any) -> None:
        for task in data["rows"][0]["rows"][:count]:
            task |= keys

    return make


def test_three_of_five_deadlines_moved_alike(remade: Remade, base: Library) -> None:
    """Three tasks put off by the same time are told with the two that were not."""
    before = remade(ANNEX, five_tasks).library
    changes = compare(before, remade(ANNEX, of_first(3, schedule="2025 - 2029")).library)
    assert said(changes, Kind.PARTLY_CHANGED) == [
        "Nhóm I «Chính quyền số» (Phụ lục I): chỉ 3 trong 5 nhiệm vụ đổi hạn, muộn hơn 1 năm: "
        "1, 2, 3; giữ nguyên: 4, 5."
    ]
    assert kinds(changes) == ["deadline-postponed"] * 3 + ["partly-changed"]


def test_a_whole_group_moved_alike_is_no_part(remade: Remade, base: Library) -> None:
    """When all tasks of a group are put off, nothing was left behind."""
    before = remade(ANNEX, five_tasks).library
    changes = compare(before, remade(ANNEX, of_first(5, schedule="2025 - 2029")).library)
    assert kinds(changes) == ["deadline-postponed"] * 5


def test_one_task_alone_is_no_part(remade: Remade, base: Library) -> None:
    """A single task that is put off says nothing about the others."""
    before = remade(ANNEX, five_tasks).library
    changes = compare(before, remade(ANNEX, of_first(1, schedule="2025 - 2029")).library)
    assert kinds(changes) == ["deadline-postponed"]


def test_deadlines_moved_by_other_times_are_told_apart(remade: Remade, base: Library) -> None:
    """A part is of those that moved by the same time; one that moved otherwise is in none."""
    before = remade(ANNEX, five_tasks).library
    remade(ANNEX, of_first(3, schedule="2025 - 2029"))
    changes = compare(before, remade(ANNEX, of_first(1, schedule="2025 - 2030")).library)
    assert said(changes, Kind.PARTLY_CHANGED) == [
        "Nhóm I «Chính quyền số» (Phụ lục I): chỉ 2 trong 4 nhiệm vụ đổi hạn, muộn hơn 1 năm: "
        "2, 3; giữ nguyên: 4, 5."
    ]


def test_a_lead_replaced_in_some_rows_only(remade: Remade, base: Library) -> None:
    """Rows that keep the agency which others of the group gave up are named."""
    before = remade(ANNEX, five_tasks).library
    changes = compare(before, remade(ANNEX, of_first(4, lead="Sở Tài chính")).library)
    assert said(changes, Kind.PARTLY_CHANGED) == [
        "Nhóm I «Chính quyền số» (Phụ lục I): chỉ 4 trong 5 nhiệm vụ đổi cơ quan chủ trì, "
        "«Sở Y tế» thay bằng «Sở Tài chính»: 1, 2, 3, 4; giữ nguyên: 5."
    ]


def test_amounts_cut_by_the_same_share(remade: Remade, base: Library) -> None:
    """Two amounts that fall by the same per cent are told with those that did not."""
    before = remade(ANNEX, five_tasks).library

    def cut(data: Any) -> None:
        for task in data["rows"][0]["rows"][:2]:
            task["amounts"]["y2025"] = task["amounts"]["y2025"] * 9 // 10

    changes = compare(before, remade(ANNEX, cut).library)
    assert said(changes, Kind.PARTLY_CHANGED) == [
        "Nhóm I «Chính quyền số» (Phụ lục I): chỉ 2 trong 5 nhiệm vụ đổi số tiền ở cột "
        "«Kinh phí năm 2025», giảm 10 %: 1, 2; giữ nguyên: 3, 4, 5."
    ]


def test_one_target_of_a_series(remade: Remade, base: Library) -> None:
    """One lowered target of several is told with the years that kept theirs."""

    def series(last: int) -> Callable[[Any], None]:
        def make(data: Any) -> None:
            data["indicators"][0]["targets"] = [
                {"period": year, "comparator": "=", "value": value, "text": f"{value}%"}
                for year, value in ((2025, 70), (2026, 75), (2028, 80), (2030, last))
            ]

        return make

    before = remade(INDICATORS, series(90)).library
    changes = compare(before, remade(INDICATORS, series(85)).library)
    assert kinds(changes) == ["target-lowered", "partly-changed"]
    assert said(changes, Kind.PARTLY_CHANGED) == [
        "Chỉ tiêu 1 «Tỷ lệ hồ sơ giải quyết trực tuyến toàn trình» (Bảng chỉ tiêu, dòng 1): "
        "chỉ 1 trong 4 mục tiêu bị hạ: 2030; giữ nguyên: 2025, 2026, 2028."
    ]


def test_two_targets_are_no_series(remade: Remade, base: Library) -> None:
    """Of two targets the other one is no series that was left behind."""

    def make(data: Any) -> None:
        data["indicators"][0]["targets"][1] |= {"value": 80, "text": "≥ 80%"}

    assert kinds(compare(base, remade(INDICATORS, make).library)) == ["target-lowered"]
