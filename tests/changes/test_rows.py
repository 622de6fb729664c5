"""Rows are followed by what they say, wherever they stand and whatever number they carry."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.changes import Change, Kind, compare
from generator.model import Library
from generator.pipeline import Checked
from tests.changes.conftest import kinds, said

Run = Callable[..., tuple[Change, ...]]
Remade = Callable[..., Checked]
ANNEX = "annexes/phu-luc-1.yaml"
ACTIONS = "actions.yaml"


def renumber(data: Any) -> None:
    """Number all tasks from 1."""
    tasks = [task for group in data["rows"] for task in group["rows"]]
    for number, task in enumerate(tasks, 1):
        task["task"] = str(number)


def test_a_task_put_in_at_the_top_changes_only_numbers(remade: Remade, base: Library) -> None:
    """A new first task and new numbers for all others are two changes, not as many as rows."""

    def make(data: Any) -> None:
        data["rows"][0]["rows"].insert(0, {"task": "1", "title": "Đào tạo cán bộ chuyên trách"})
        renumber(data)

    changes = compare(base, remade(ANNEX, make).library)
    assert kinds(changes) == ["task-added", "renumbered"]
    assert said(changes, Kind.RENUMBERED) == [
        "Bảng «Danh mục nhiệm vụ và kinh phí» (Phụ lục I): đánh số lại 4 nhiệm vụ: "
        "1 → 2, 2 → 3, 3 → 4, 4 → 5."
    ]


def test_a_dropped_task_is_told_with_its_money(remade: Remade, base: Library) -> None:
    """What a task cost and who led it is told when it goes; the way back adds it."""
    now = remade(ANNEX, lambda data: data["rows"][1]["rows"].pop()).library
    changes = compare(base, now)
    assert said(changes, Kind.TASK_DROPPED) == [
        "Bỏ nhiệm vụ 4 «Khảo sát nhu cầu của người dân» (Phụ lục I): chủ trì: Sở Y tế; "
        "30 triệu đồng."
    ]
    assert kinds(compare(now, base)) == ["task-added"]


def test_a_dropped_group_is_told_once(remade: Remade, base: Library) -> None:
    """Tasks that go with their group are told with it: which, and what they cost together."""
    changes = compare(base, remade(ANNEX, lambda data: data["rows"].pop()).library)
    assert kinds(changes) == ["group-dropped"]
    assert said(changes, Kind.GROUP_DROPPED) == [
        "Bỏ nhóm II «Xã hội số» (Phụ lục I): gồm 2 nhiệm vụ: 3, 4; 1.230 triệu đồng."
    ]


def test_a_task_in_another_group_has_moved(remade: Remade, base: Library) -> None:
    """A task that goes to another group is neither dropped nor added."""

    def make(data: Any) -> None:
        data["rows"][1]["rows"].append(data["rows"][0]["rows"].pop(1))

    changes = compare(base, remade(ANNEX, make).library)
    assert said(changes, Kind.MOVED) == [
        "Chuyển nhiệm vụ 2 «Số hóa hồ sơ»: từ nhóm I «Chính quyền số», Phụ lục I "
        "sang nhóm II «Xã hội số», Phụ lục I."
    ]
    assert kinds(changes) == ["moved"]


def test_a_renamed_group_keeps_its_tasks(remade: Remade, base: Library) -> None:
    """A group of another title and number is known by the tasks that it holds."""

    def make(data: Any) -> None:
        data["rows"][1] |= {"group": "III", "title": "Kinh tế tuần hoàn"}

    changes = compare(base, remade(ANNEX, make).library)
    assert kinds(changes) == ["renamed", "renumbered"]


def test_a_task_of_another_title_and_money_is_another_task(remade: Remade, base: Library) -> None:
    """A row that shares only number and lead with the one before it took its place."""

    def make(data: Any) -> None:
        data["rows"][1]["rows"][1] = {
            "task": "4",
            "title": "Xây bể bơi",
            "lead": "Sở Y tế",
            "amounts": {"y2025": 99},
        }

    changes = compare(base, remade(ANNEX, make).library)
    assert kinds(changes) == ["task-dropped", "task-added"]


def test_a_task_of_another_title_alone_is_renamed(change: Run) -> None:
    """Where everything else in the row stays, a wholly new title is a new name."""
    changes = change((ANNEX, "title: Khảo sát nhu cầu của người dân", "title: Xây bể bơi"))
    assert said(changes, Kind.RENAMED) == [
        "Đổi tên nhiệm vụ 4 «Xây bể bơi» (Phụ lục I): từ «Khảo sát nhu cầu của người dân» "
        "thành «Xây bể bơi»."
    ]


def test_rows_with_the_same_title_are_told_apart_by_what_they_say(
    remade: Remade, base: Library
) -> None:
    """Of two tasks of one title in one group, the one that is gone is found by its cells."""

    def same(data: Any) -> None:
        for task in data["rows"][0]["rows"]:
            task["title"] = "Nội dung khác"

    before = remade(ANNEX, same).library
    changes = compare(before, remade(ANNEX, lambda d: d["rows"][0]["rows"].pop(0)).library)
    assert said(changes, Kind.TASK_DROPPED) == [
        "Bỏ nhiệm vụ 1 «Nội dung khác» (Phụ lục I): chủ trì: Sở Khoa học và Công nghệ; "
        "600 triệu đồng."
    ]
    assert kinds(changes) == ["task-dropped"]


def test_rows_in_another_order_are_told(remade: Remade, base: Library) -> None:
    """Two tasks that changed places are one change of their group."""
    changes = compare(base, remade(ANNEX, lambda d: d["rows"][0]["rows"].reverse()).library)
    assert said(changes, Kind.REORDERED) == [
        "Nhóm I «Chính quyền số» (Phụ lục I): đổi thứ tự các nhiệm vụ."
    ]


def test_an_item_of_the_prose_is_followed_too(remade: Remade, base: Library) -> None:
    """An item that goes to another heading and takes another number has moved."""

    def make(data: Any) -> None:
        groups = data["groups"][0]["groups"]
        groups[1]["items"].append(groups[0]["items"].pop(0) | {"code": "2"})

    changes = compare(base, remade(ACTIONS, make).library)
    assert said(changes, Kind.MOVED) == [
        "Chuyển nội dung 2 «Nâng cấp cổng dịch vụ công»: từ mục 1.1 «Phát triển chính quyền số» "
        "sang mục 1.2 «Phát triển xã hội số» (số 1 thành số 2)."
    ]


@pytest.mark.parametrize(
    ("before", "after", "kind", "words"),
    [
        (
            "schedule: 2026 - 2030",
            "schedule: 2026 - 2032",
            Kind.DEADLINE_POSTPONED,
            "Lùi hạn của nhiệm vụ 3 «Phổ cập kỹ năng số cho người dân» (Phụ lục I): "
            "trước là 2026–2030; nay là 2026–2032 (muộn hơn 2 năm).",
        ),
        (
            "schedule: Năm 2025",
            "schedule: Quý III/2025",
            Kind.DEADLINE_ADVANCED,
            "Rút ngắn hạn của nhiệm vụ 4 «Khảo sát nhu cầu của người dân» (Phụ lục I): "
            "trước là 2025; nay là đến 2025; hạn 30/09/2025 (sớm hơn 3 tháng).",
        ),
        (
            "        schedule: Năm 2025\n",
            "",
            Kind.DEADLINE_DROPPED,
            "Bỏ hạn của nhiệm vụ 4 «Khảo sát nhu cầu của người dân» (Phụ lục I): "
            "trước là 2025; nay không ghi.",
        ),
        (
            "schedule: Năm 2025\n",
            "schedule: Năm 2025\n        schedule_as: {end: 2027, note: Theo lời văn.}\n",
            Kind.DEADLINE_POSTPONED,
            "Lùi hạn của nhiệm vụ 4 «Khảo sát nhu cầu của người dân» (Phụ lục I): "
            "trước là 2025; nay là đến 2027 (muộn hơn 2 năm).",
        ),
        (
            "schedule: 2026 - 2030",
            "schedule: 2027 - 2030",
            Kind.DEADLINE_CHANGED,
            "Đổi thời gian của nhiệm vụ 3 «Phổ cập kỹ năng số cho người dân» (Phụ lục I): "
            "trước là 2026–2030; nay là 2027–2030.",
        ),
        (
            "schedule: 2026 - 2030",
            "schedule: Từ năm 2026 đến năm 2030",
            Kind.CONTENT_CHANGED,
            "Nhiệm vụ 3 «Phổ cập kỹ năng số cho người dân» (Phụ lục I): ô thời gian "
            "từ «2026 - 2030» thành «Từ năm 2026 đến năm 2030».",
        ),
        (
            "        lead: Sở Y tế\n",
            "        lead: Sở Tài chính\n",
            Kind.LEAD_CHANGED,
            "Đổi cơ quan chủ trì của nhiệm vụ 4 «Khảo sát nhu cầu của người dân» (Phụ lục I): "
            "từ Sở Y tế thành Sở Tài chính.",
        ),
        (
            "coordinators: Sở Tài chính; Sở Y tế",
            "coordinators: Sở Tài chính; Sở Lạ",
            Kind.COORDINATORS_CHANGED,
            "Đổi cơ quan phối hợp của nhiệm vụ 2 «Số hóa hồ sơ» (Phụ lục I): "
            "thêm «Sở Lạ» (không có trong sổ); bỏ Sở Y tế.",
        ),
        (
            "coordinators: Sở Tài chính; Sở Y tế",
            "coordinators: Sở Y tế, Sở Tài chính",
            Kind.CONTENT_CHANGED,
            "Nhiệm vụ 2 «Số hóa hồ sơ» (Phụ lục I): ô cơ quan phối hợp "
            "từ «Sở Tài chính; Sở Y tế» thành «Sở Y tế, Sở Tài chính».",
        ),
        (
            "result: Báo cáo khảo sát",
            "result: Báo cáo",
            Kind.CONTENT_CHANGED,
            "Nhiệm vụ 4 «Khảo sát nhu cầu của người dân» (Phụ lục I): ô sản phẩm, kết quả "
            "từ «Báo cáo khảo sát» thành «Báo cáo».",
        ),
    ],
)
def test_a_changed_cell_is_told_by_its_meaning(
    change: Run, before: str, after: str, kind: Kind, words: str
) -> None:
    """A time, an agency or any other cell is told with the value before and the value now."""
    changes = change((ANNEX, before, after))
    assert kinds(changes) == [kind]
    assert said(changes, kind) == [words]


def test_the_way_back_of_a_deadline_is_the_opposite(change: Run) -> None:
    """Later and earlier change places when the two sides do."""
    changes = change((ANNEX, "schedule: 2026 - 2030", "schedule: 2026 - 2032"), reverse=True)
    assert kinds(changes) == ["deadline-advanced"]


def test_words_of_time_in_a_title_are_a_deadline(remade: Remade, base: Library) -> None:
    """Where titles tell the time, other years in a title are a deadline and no new name."""

    def timed(years: str) -> Callable[[Any], None]:
        def make(data: Any) -> None:
            data["schedule_in"] = "title"
            task = data["rows"][1]["rows"][1]
            task.pop("schedule", None)
            task["title"] = f"Khảo sát nhu cầu của người dân ({years})"

        return make

    before = remade(ANNEX, timed("2025 - 2026")).library
    changes = compare(before, remade(ANNEX, timed("2025 - 2028")).library)
    assert kinds(changes) == ["deadline-postponed"]


def test_an_annex_under_another_name_is_the_same(base: Library) -> None:
    """An annex of another id with the same title has moved, and none of its rows changed."""
    (plan,) = base.plans
    moved = replace(plan, annexes={"phu-luc-a": plan.annexes["phu-luc-1"]})
    changes = compare(base, replace(base, plans=(moved,)))
    assert said(changes, Kind.MOVED) == [
        "Đổi mã của bảng «Danh mục nhiệm vụ và kinh phí» (Phụ lục I): "
        "từ «annexes/phu-luc-1» thành «annexes/phu-luc-a»."
    ]
    assert "task-dropped" not in kinds(changes)
