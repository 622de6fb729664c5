"""Table `task_successions`: the rows of two plans of which one replaced the other."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.model import Library, Plan
from generator.tables import TABLES, TableInput, frame, records
from tests.exports.sample import ANNEX, META, part, sample_plan, sample_registry

TABLE = next(table for table in TABLES if table.name == "task_successions")


def successor() -> Plan:
    """A plan that replaces the sample's: one task with more money, one gone, one come."""
    tasks = [
        {
            "task": "1",
            "title": "Nâng cấp cổng dịch vụ công (2026 - 2030)",
            "amounts": {"total": 150},
        },
        {"task": "2", "title": "Đào tạo cán bộ"},
        {"task": "3", "title": "Nhiệm vụ ngoài nhóm", "amounts": {"total": 10**17}},
    ]
    meta = {**META, "number": "02/KH-UBND", "replaces": [{"document": "kh-01"}]}
    annex = part("annex", {**ANNEX, "rows": tasks, "stated": {}})
    return Plan("vi-du", "02-kh-2026", part("plan", meta), annexes={"phu-luc-moi": annex})


@pytest.fixture
def rows() -> list[dict[str, Any]]:
    """The rows as dictionaries."""
    registry = sample_registry()
    document = registry.documents["kh-05-2023"].model_copy(update={"number": "01/KH-UBND"})
    documents = {**registry.documents, "kh-01": document}
    registry = registry.model_copy(update={"documents": documents})
    plan = replace(sample_plan(), annexes={"phu-luc-1": sample_plan().annexes["phu-luc-1"]})
    built = frame(TABLE, TableInput(Library((plan, successor()), registry)))
    return [dict(zip(built.columns, row, strict=True)) for row in records(built)]


def test_each_task_of_both_plans_has_a_row(rows: list[dict[str, Any]]) -> None:
    """Tasks of the old plan come in print order, then those that only the new one has."""
    told = [(row["item"], row["old_code"], row["new_code"], row["status"]) for row in rows]
    assert told == [
        (1, "1", "1", "changed-money"),
        (2, "1.10", None, "dropped"),
        (3, "2", "3", "kept"),
        (4, None, "2", "added"),
    ]
    assert {(row["old_plan_id"], row["new_plan_id"]) for row in rows} == {
        ("vi-du/01-kh-2025", "vi-du/02-kh-2026")
    }


def test_a_row_tells_both_titles_and_the_money(rows: list[dict[str, Any]]) -> None:
    """Titles are those of the documents, money is in đồng, the difference is new minus old."""
    first = rows[0]
    assert first["old_title"] == "Nâng cấp cổng dịch vụ công"
    assert first["new_title"] == "Nâng cấp cổng dịch vụ công (2026 - 2030)"
    assert (first["old_annex_id"], first["new_annex_id"]) == ("phu-luc-1", "phu-luc-moi")
    money = (first["old_amount_vnd"], first["new_amount_vnd"], first["difference_vnd"])
    assert money == (100 * 10**6, 150 * 10**6, 50 * 10**6)
    assert (first["similarity"], first["matched_by"]) == (Decimal(1), "same-title")


def test_what_is_not_there_is_absent(rows: list[dict[str, Any]]) -> None:
    """A task without a partner has neither the other's cells nor a difference."""
    dropped, added = rows[1], rows[3]
    assert dropped["new_annex_id"] is None
    assert added["old_title"] is None
    for row in (dropped, added):
        assert (row["difference_vnd"], row["similarity"], row["matched_by"]) == (None, None, None)


def test_plans_that_replace_none_of_the_library_give_no_rows() -> None:
    """A plan whose predecessor is not in the library is compared with nothing."""
    data = TableInput(Library((sample_plan(),), sample_registry()))
    assert list(TABLE.build(data)) == []
