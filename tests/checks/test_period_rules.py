"""Borders of the rules about years and deadlines that the examples leave open."""

from typing import Any

import pytest

from generator.checks import (
    p102_money_outside_schedule,
    p103_schedule_starts_before_money,
    p104_schedule_outside_period,
    p105_deadline_already_past,
)
from generator.model import (
    Plan,
)
from tests.checks.build import (
    found,
    make_annex,
    make_plan,
    task,
)

YEARS = [
    {"id": "y2025", "label": "Năm 2025", "period": 2025},
    {"id": "y2026", "label": "Năm 2026", "period": 2026},
    {"id": "y2027-2030", "label": "Giai đoạn 2027 - 2030", "period": "2027-2030"},
]


def _scheduled(schedule: str, amounts: dict[str, int] | None = None, **meta: Any) -> Plan:
    row = {**task("1"), "amounts": amounts or {}, "schedule": schedule}
    return make_plan(annexes={"x": make_annex([row], columns=YEARS)}, meta=meta)


@pytest.mark.parametrize(
    ("schedule", "column", "count"),
    [
        ("2026", "y2025", 1),
        ("2025 - 2026", "y2025", 0),
        ("2025 - 2026", "y2027-2030", 1),
        ("2028 - 2029", "y2027-2030", 0),
        ("Trước ngày 30/6/2026", "y2025", 0),
        ("Trước ngày 30/6/2026", "y2027-2030", 1),
        ("Từ năm 2026 trở đi", "y2027-2030", 0),
        ("Từ năm 2026 trở đi", "y2025", 1),
        ("2025 - 2026; dự kiến hoạt động Quý 1 năm 2027", "y2027-2030", 0),
        ("Hằng năm", "y2025", 0),
    ],
)
def test_money_must_meet_the_years_of_the_task(schedule: str, column: str, count: int) -> None:
    """Open ends reach on, a deadline ends the span, and a cycle alone has no years."""
    assert len(found(p102_money_outside_schedule, _scheduled(schedule, {column: 7}))) == count


def test_no_money_is_outside_no_schedule() -> None:
    """A printed 0 is no money."""
    assert found(p102_money_outside_schedule, _scheduled("2026", {"y2025": 0, "y2026": 7})) == []


@pytest.mark.parametrize(
    ("schedule", "amounts", "count"),
    [
        ("2025 - 2030", {"y2026": 7}, 1),
        ("2025 - 2030", {"y2025": 0, "y2026": 7}, 1),
        ("2025 - 2030", {"y2025": 1, "y2026": 7}, 0),
        ("2025 - 2030", {"y2025": 1, "y2027-2030": 7}, 0),
        ("2026 - 2030", {"y2026": 7}, 0),
        ("2026 - 2030", {"y2027-2030": 7}, 1),
        ("2025", {"y2026": 7}, 0),
        ("2025 - 2026", {"y2026": 7, "y2027-2030": 7}, 1),
        ("Trước ngày 30/6/2027", {"y2026": 7}, 0),
        ("2025 - 2030", {}, 0),
    ],
)
def test_task_that_begins_before_its_money(
    schedule: str, amounts: dict[str, int], count: int
) -> None:
    """One note where the first years of a task have a column without money."""
    findings = found(p103_schedule_starts_before_money, _scheduled(schedule, amounts))
    assert len(findings) == count


def test_all_blank_years_are_named_in_one_note() -> None:
    """Two blank years before the money give one note that names both."""
    (finding,) = found(
        p103_schedule_starts_before_money, _scheduled("2025 - 2030", {"y2027-2030": 7})
    )
    assert "«Năm 2025» và «Năm 2026»" in finding.message


@pytest.mark.parametrize(
    ("schedule", "count"),
    [("2024", 1), ("2024 - 2025", 0), ("2030", 0), ("2030 - 2031", 1), ("Từ năm 2031", 1)],
)
def test_task_must_end_within_the_plan(schedule: str, count: int) -> None:
    """A task may begin before the plan, not end before or after it."""
    assert len(found(p104_schedule_outside_period, _scheduled(schedule))) == count


@pytest.mark.parametrize(
    ("schedule", "issued", "count"),
    [
        ("Trước ngày 30/6/2025", "2025-06-30", 0),
        ("Trước ngày 30/6/2025", "2025-07-01", 1),
        ("Năm 2025", "2025-12-31", 0),
        ("Năm 2025", "2026-01-01", 1),
        ("Năm 2024", "2025-07-01", 0),
        ("Trước ngày 30/6/2025", None, 0),
    ],
)
def test_deadline_is_compared_with_the_day_of_issue(
    schedule: str, issued: str | None, count: int
) -> None:
    """The day of issue is in time; a year ends on its last day; without a day nothing is said."""
    plan = _scheduled(schedule, issued_on=issued)
    assert len(found(p105_deadline_already_past, plan)) == count


def test_many_days_are_counted_with_a_point() -> None:
    """A deadline long past is told by its days as Vietnamese readers write thousands."""
    plan = _scheduled("2000", issued_on="2022-09-23", period="2000-2030")
    (finding,) = found(p105_deadline_already_past, plan)
    assert "là 7.936 ngày" in finding.message


def test_last_year_counts_when_it_is_after_the_day_named() -> None:
    """A task that has a day early in its span is past only when the span is."""
    plan = _scheduled("2025 - 2026; hoàn thành Quý 1 năm 2025", issued_on="2025-05-05")
    assert found(p105_deadline_already_past, plan) == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"start": 2031}, "«từ năm 2031» bắt đầu năm 2031, sau kế hoạch 1 năm"),
        ({"end": 2032}, "«đến năm 2032» kết thúc năm 2032, sau kế hoạch 2 năm"),
        ({"start": 2031, "end": 2031}, "«năm 2031» kết thúc năm 2031, sau kế hoạch 1 năm"),
        ({"start": 2029, "end": 2031}, "«2029 - 2031» kết thúc năm 2031, sau kế hoạch 1 năm"),
        ({"start": 2023, "end": 2024}, "«2023 - 2024» kết thúc năm 2024, trước kế hoạch 1 năm"),
    ],
)
def test_time_entered_by_hand_is_told_in_years(entry: dict[str, int], told: str) -> None:
    """A time that nobody printed is told by its years."""
    row = {**task("1"), "schedule_as": {**entry, "note": "Đọc từ phụ lục."}}
    plan = make_plan(annexes={"x": make_annex([row], columns=YEARS)})
    (finding,) = found(p104_schedule_outside_period, plan)
    assert told in finding.message
    assert finding.path[-1] == "schedule_as"


def test_printed_time_is_told_as_printed() -> None:
    """A printed time is quoted, and the column's years are told beside its label."""
    plan = _scheduled("Trong năm 2026", {"y2025": 7, "y2027-2030": 8})
    one, other = found(p102_money_outside_schedule, plan)
    assert "«Trong năm 2026»" in one.message
    assert "(năm 2025) có 7" in one.message
    assert "(giai đoạn 2027 - 2030) có 8" in other.message
