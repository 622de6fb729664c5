"""Agencies, times and addresses of tasks follow from what is printed."""

import pytest

from generator.model import Agency, Annex, Group, Schedule, Task
from generator.model.agencies import AgencyReader
from generator.model.derived import anchor_of_group, anchor_of_task, task_reading
from generator.vietnamese import ScheduleReading

READER = AgencyReader({"tinh-doan": Agency(name="Tỉnh Đoàn", kind="mass-organisation")})


def annex(**changes: object) -> Annex:
    """An annex with one task below one group."""
    plain = {
        "title": "Bảng",
        "place": "Phụ lục I",
        "rows": [{"group": "1", "title": "Tỉnh Đoàn", "rows": [{"task": "1.1", "title": "Việc"}]}],
    }
    return Annex.model_validate(plain | changes)


def read(task: Task, **changes: object) -> ScheduleReading | None:
    """The schedule of a task in an annex."""
    return task_reading(READER, annex(**changes), (), task).schedule


def test_a_group_named_after_an_agency_leads_its_tasks() -> None:
    """Where groups are agencies, a row without a lead cell is led by its group."""
    table = annex(group_by="agency")
    group = table.rows[0]
    assert isinstance(group, Group)
    task = group.rows[0]
    assert isinstance(task, Task)
    assert task_reading(READER, table, (group,), task).leads == ("tinh-doan",)
    assert task_reading(READER, annex(), (group,), task).leads == ()


def test_a_time_inside_a_title_counts_only_where_the_annex_says_so() -> None:
    """The same title has a time in one annex and none in another."""
    task = Task(task="1", title="Mở lớp (2026 - 2030)")
    assert read(task) is None
    found = read(task, schedule_in="title")
    assert found is not None
    assert (found.start, found.end) == (2026, 2030)


@pytest.mark.parametrize(
    ("means", "expected"), [("span", (2026, 2026)), ("deadline", (None, 2026))]
)
def test_a_lone_year_in_a_column_of_deadlines_is_no_start(
    means: str, expected: tuple[int | None, int | None]
) -> None:
    """A year alone starts and ends a span, but only ends a task that has a deadline."""
    found = read(Task(task="1", title="Việc", schedule="Năm 2026"), schedule_means=means)
    assert found is not None
    assert (found.start, found.end) == expected


def test_an_entry_made_by_hand_wins_over_the_reader() -> None:
    """`schedule_as` is taken as it stands, whatever the words say."""
    by_hand = Schedule(start=2027, end=2028, note="Đọc từ công văn kèm theo.")
    task = Task(task="1", title="Việc", schedule="Năm 2026", schedule_as=by_hand)
    found = read(task)
    assert found is not None
    assert (found.start, found.end) == (2027, 2028)


def test_addresses_of_a_task_and_of_a_group_never_meet() -> None:
    """A task and a group with the same code have different anchors, in lower case."""
    assert anchor_of_task("phu-luc-1", "II.1") == "phu-luc-1.ii.1"
    assert anchor_of_group("phu-luc-1", "II.1") == "phu-luc-1.nhom.ii.1"
