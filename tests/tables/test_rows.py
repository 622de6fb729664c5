"""What the rows of each table say about a sample plan."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from generator.tables import TABLES, findings, frame, records
from tests.exports.sample import HOSTILE, sample_input

PLAN = "vi-du/01-kh-2025"


@cache
def rows(name: str, plan_id: str | None = PLAN) -> list[dict[str, Any]]:
    """Rows of a table as dictionaries; those of one plan, unless it has no such column."""
    table = next(table for table in TABLES if table.name == name)
    built = frame(table, sample_input().tables)
    found = [dict(zip(built.columns, row, strict=True)) for row in records(built)]
    return [row for row in found if row.get("plan_id", plan_id) == plan_id]


def picked(name: str, *columns: str, plan_id: str | None = PLAN) -> list[tuple[Any, ...]]:
    """Some columns of a table."""
    return [tuple(row[column] for column in columns) for row in rows(name, plan_id)]


def test_a_plan_is_told_by_its_card() -> None:
    """The row of a plan has its number, dates, period and what it replaces."""
    (plan,) = rows("plans")
    assert plan["number"] == "01/KH-UBND"
    assert plan["signer"] == "Người Ký"
    assert plan["issued_on"] == date(2025, 9, 22)
    assert (plan["period_start"], plan["period_end"], plan["vision_year"]) == (2025, 2030, 2045)
    assert plan["replaces"] == "kh-05-2023"
    assert plan["address"] == "vi-du/01-kh-2025/"


def test_plans_keep_the_order_of_the_library() -> None:
    """Tables give plans in the order in which the library holds them."""
    built = frame(TABLES[0], sample_input().tables)
    assert list(built["plan_id"]) == [PLAN, "vi-du/02-xau-2025"]


def test_a_number_that_the_document_leaves_blank_is_absent() -> None:
    """A plan without a number has no value there, not an empty text."""
    (plan,) = rows("plans", "vi-du/02-xau-2025")
    assert plan["number"] is None


def test_objectives_are_in_document_order() -> None:
    """Objectives keep their order, and name the indicators that they state."""
    assert picked("objectives", "objective_id", "kind", "code", "indicator_ids") == [
        ("chung", "general", None, None),
        ("truc-tuyen", "specific", "1", "truc-tuyen"),
    ]


def test_figures_of_the_prose_are_a_table_of_their_own() -> None:
    """A figure that an objective repeats stands with its indicator and period."""
    assert picked("stated_targets", "indicator_id", "period_start", "comparator", "value") == [
        ("truc-tuyen", 2030, ">=", Decimal(90))
    ]


def test_owners_of_an_indicator_are_resolved() -> None:
    """The owner's cell is read into ids, and kept as printed."""
    assert picked("indicators", "code", "owner_ids", "owner_text", "concept_id") == [
        ("1.10", "so-y-te;so-tai-chinh", "Sở Y tế, Sở Tài chính", "online")
    ]


def test_baselines_come_before_targets_with_exact_decimals() -> None:
    """Figures are the decimals that were written; a qualitative target has none."""
    shown = picked("targets", "role", "period_start", "period_end", "value", "value_max", "unit")
    assert [tuple(map(str, row)) for row in shown] == [
        ("baseline", "2024", "2024", "42.05", "None", "percent"),
        ("target", "2025", "2025", "0.1", "None", "percent"),
        ("target", "2026", "2030", "60", "70.1", "percent"),
        ("target", "2030", "2030", "None", "None", "percent"),
    ]
    assert picked("targets", "per_year") == [(False,), (False,), (True,), (False,)]


def test_a_baseline_of_another_area_says_so() -> None:
    """The figure of a former province has that province's id, and its rank."""
    assert picked("targets", "area_id", "rank", "rank_of")[0] == ("vi-du-cu", 7, 63)
    assert picked("targets", "area_id", "rank", "rank_of")[1] == (None, None, None)


def test_tasks_have_resolved_agencies_beside_the_printed_cells() -> None:
    """Cells are kept as printed; ids and remarks are read from them."""
    first = rows("tasks")[0]
    assert first["lead_ids"] == "so-y-te"
    assert first["coordinator_ids"] == "so-tai-chinh;cac-so"
    assert first["coordinator_text"] == "Sở Tài chính; Các sở, ngành (nếu có)"
    assert first["agency_remark"] == "nếu có"
    assert first["remark"] == "Chuyển tiếp"


def test_tasks_know_the_groups_above_them() -> None:
    """The nearest group's code stands in its own column, the whole path at the end."""
    assert picked("tasks", "annex_id", "code", "group_code", "group_path", "row", "address") == [
        ("phu-luc-1", "1", "I", "A;I", 3, "vi-du/01-kh-2025/nhiem-vu/#phu-luc-1.1"),
        ("phu-luc-1", "1.10", "I", "A;I", 4, "vi-du/01-kh-2025/nhiem-vu/#phu-luc-1.1.10"),
        ("phu-luc-1", "2", None, None, 5, "vi-du/01-kh-2025/nhiem-vu/#phu-luc-1.2"),
        ("phu-luc-2", "a", "1", "1", 2, "vi-du/01-kh-2025/nhiem-vu/#phu-luc-2.a"),
    ]


def test_a_schedule_is_read_from_its_words() -> None:
    """A printed span gives its first and last year."""
    first = rows("tasks")[0]
    assert first["schedule_text"] == "2025 - 2030"
    assert (first["start"], first["end"]) == (2025, 2030)


def test_a_schedule_entered_by_hand_wins() -> None:
    """Where the words cannot decide, the entry made by hand is told, with its reason."""
    task = rows("tasks")[1]
    assert (task["start"], task["end"], task["due"]) == (2025, 2026, date(2026, 6, 30))
    assert task["recurrence"] == "hằng quý"
    assert task["condition"] == "sau khi có hướng dẫn"
    assert task["schedule_note"] == "Văn bản không ghi rõ."


def test_a_task_without_cells_has_no_values() -> None:
    """What the document leaves out is absent."""
    task = rows("tasks")[2]
    absent = ("lead_ids", "lead_text", "schedule_text", "start", "end", "due", "remark", "result")
    assert [task[name] for name in absent] == [None] * len(absent)


def test_in_an_annex_by_agency_the_group_leads() -> None:
    """The agency that names the group leads its tasks, and the lead cell stays empty."""
    task = rows("tasks")[3]
    assert (task["lead_ids"], task["lead_text"]) == ("so-tai-chinh", None)


def test_budget_rows_follow_rows_and_columns_of_the_annex() -> None:
    """Totals, groups and tasks come in print order, amounts in the order of the columns."""
    assert picked("budget", "row", "code", "role", "column_id", "amount", "amount_vnd") == [
        (0, None, "total", "y2025", 257898, 257898000000),
        (0, None, "total", "total", 5698358, 5698358000000),
        (1, "A", "group", "y2025", 257898, 257898000000),
        (3, "1", "task", "y2025", 0, 0),
        (3, "1", "task", "y2026-2030", 100, 100000000),
        (3, "1", "task", "total", 100, 100000000),
        (5, "2", "task", "total", 10**17, 10**23),
    ]


def test_budget_rows_tell_their_column() -> None:
    """Label, period and funding source of the column stand beside the amount."""
    assert picked(
        "budget", "title", "column_label", "period_start", "period_end", "funding_source"
    )[:2] == [
        ("TỔNG CỘNG", "Năm 2025", 2025, 2025, "Ngân sách tỉnh"),
        ("TỔNG CỘNG", "Tổng cộng", None, None, None),
    ]


def test_budget_rows_have_addresses() -> None:
    """Totals and groups are found on the budget page, tasks on the page of tasks."""
    addresses = [row for (row,) in picked("budget", "address")]
    assert addresses[0] == "vi-du/01-kh-2025/kinh-phi/#phu-luc-1"
    assert addresses[2] == "vi-du/01-kh-2025/kinh-phi/#phu-luc-1.nhom.a"
    assert addresses[3] == "vi-du/01-kh-2025/nhiem-vu/#phu-luc-1.1"


def test_an_amount_of_a_unit_that_is_no_money_has_no_dong() -> None:
    """Without a factor in the registry nothing is made up."""
    data = sample_input().tables
    assert data.vnd(5, "percent") is None
    assert data.vnd(5, "khong-co") is None
    assert data.vnd(None, "vnd") is None


def test_findings_of_the_registry_come_first_and_have_no_plan() -> None:
    """Findings are ordered registry first, then by plan; figures are exact."""
    table = next(table for table in TABLES if table.name == "findings")
    found = list(records(frame(table, sample_input().tables)))
    assert [row[0] for row in found] == [None, PLAN, PLAN, PLAN]
    assert picked("findings", "status", "stated", "computed", "difference", "unit", "reason") == [
        ("open", Decimal(257898), Decimal(0), Decimal(257898), "million-vnd", None),
        (
            "accepted",
            Decimal(5698358),
            Decimal(5698438),
            Decimal(-80),
            "million-vnd",
            "Văn bản in như vậy.",
        ),
        ("open", Decimal("42.05"), Decimal("41.95"), Decimal("0.10"), "percent", None),
    ]
    assert picked("findings", "path", "rule", "line")[0] == (
        "annexes/phu-luc-1/rows/A/stated/y2025",
        "row-sum-mismatch",
        3,
    )


def test_a_list_of_free_text_can_be_taken_apart_again() -> None:
    """A semicolon within an alias does not look like the one between two aliases."""
    (agency,) = [row for row in rows("agencies") if row["id"] == "ubnd-tinh"]
    assert agency["aliases"] == "UBND tỉnh;Uỷ ban\\; nhân dân \\\\ tỉnh"


def test_provinces_tell_their_time_and_what_they_came_from() -> None:
    """A merged province names its predecessors; a former one its last day."""
    assert picked("provinces", "id", "code", "valid_from", "valid_to", "predecessors") == [
        ("vi-du", "01", date(2025, 7, 1), None, "vi-du-cu;mau-cu"),
        ("vi-du-cu", None, None, date(2025, 6, 30), None),
        ("mau-cu", None, None, date(2025, 6, 30), None),
    ]


@pytest.mark.parametrize(
    ("name", "columns", "expected"),
    [
        ("annexes", ("annex_id", "unit", "group_by"), ("phu-luc-1", "million-vnd", "theme")),
        ("annex_columns", ("column_id", "period_end", "adds"), ("y2025", 2025, None)),
        (
            "groups",
            ("code", "level", "group_path", "address"),
            ("A", 1, None, "vi-du/01-kh-2025/nhiem-vu/#phu-luc-1.nhom.a"),
        ),
        (
            "budget_statements",
            ("amount", "amount_vnd", "adds"),
            (5698358, 5698358 * 10**6, "phu-luc-1/total"),
        ),
        ("funding_sources", ("item", "amount", "part_of"), (1, 5000, "tong")),
        ("actions", ("row", "role", "group_id", "level"), (1, "group", "nhiem-vu", 1)),
        ("duties", ("item", "agency_ids", "requested"), (1, "so-tai-chinh", False)),
        ("reports", ("days", "due"), ("15/6;15/12", "2026-06-15;2026-12-15")),
        ("citations", ("role", "document_id", "code"), ("legal-basis", "nq-02-2024", "1")),
        ("coverage", ("section", "state"), ("context", "not-in-source")),
        ("notes", ("item", "text"), (1, "Ghi chú.")),
        ("documents", ("id", "issued_on"), ("nq-02-2024", date(2024, 12, 1))),
        ("units", ("id", "factor_vnd"), ("vnd", 1)),
        ("concepts", ("id", "unit", "better"), ("online", "percent", "higher")),
    ],
)
def test_the_other_tables_tell_the_rest(
    name: str, columns: tuple[str, ...], expected: tuple[Any, ...]
) -> None:
    """The first row of each further table says what the sample's part holds."""
    assert picked(name, *columns)[0] == expected


def test_actions_hold_items_below_their_group() -> None:
    """Items stand below the group that holds them, one level deeper, in print order."""
    assert picked("actions", "role", "group_id", "parent_id", "code", "level") == [
        ("group", "nhiem-vu", None, None, 1),
        ("group", "ha-tang", "nhiem-vu", "1.1", 2),
        ("item", "ha-tang", "nhiem-vu", "a", 3),
        ("item", "ha-tang", "nhiem-vu", "b", 3),
    ]


def test_text_is_carried_exactly() -> None:
    """Titles that look like formulas, numbers or markup are the titles of the document."""
    assert tuple(row["title"] for row in rows("tasks", "vi-du/02-xau-2025")) == HOSTILE


@pytest.mark.parametrize(
    ("place", "cell"),
    [
        ("annexes/phu-luc-2/rows/1/stated/total", ("phu-luc-2", "1", "total")),
        ("annexes/a/rows/V/rows/21/amounts/y2025", ("a", "21", "y2025")),
        ("annexes/a/stated/total", ("a", None, "total")),
        ("annexes/a/rows/II.1/title", ("a", "II.1", None)),
        ("annexes/a", ("a", None, None)),
        ("budget/statements/tong/words", (None, None, None)),
    ],
)
def test_a_finding_in_an_annex_names_its_cell(
    place: str, cell: tuple[str | None, str | None, str | None]
) -> None:
    """Annex, row and column of a place join the findings with the table of amounts."""
    assert findings.cell_of(place) == cell
