"""Sums over rows and columns, where totals or parts are left blank."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import b101_row_sum_mismatch as b101
from generator.checks import b102_group_sum_mismatch as b102
from generator.checks import b103_annex_sum_mismatch as b103
from generator.checks import b104_statement_sum_mismatch as b104
from generator.checks.sums import columns_by_id, sum_of_leaves, sum_of_parts, sum_of_rows
from generator.diagnostics import Finding
from generator.model import Annex, Registry
from tests.checks.build import REGISTRY, group, make_annex, make_budget, make_plan, task


def _found(module: Any, annex: Annex, registry: Registry = REGISTRY) -> list[Finding]:
    return list(module.check_plan(make_plan(annexes={"x": annex}), registry))


def test_blank_cells_add_nothing_and_blank_rows_are_no_sum() -> None:
    """A blank cell is left out; where all are blank there is no sum, which is not 0."""
    annex = make_annex([task("1", a=5), task("2", b=0), task("3")])
    columns = columns_by_id(annex)
    added = sum_of_rows(columns, annex.rows, ("annexes/x",), "a")
    assert added is not None
    assert (added.total, added.addends) == (5, (("annexes/x", "rows", 0, "amounts", "a"),))
    zero = sum_of_rows(columns, annex.rows, ("annexes/x",), "b")
    assert zero is not None
    assert zero.total == 0
    assert sum_of_rows(columns, annex.rows[2:], (), "a") is None


def test_task_that_leaves_its_total_blank_counts_with_its_parts() -> None:
    """In the total column a task without a printed total brings the sum of its parts."""
    annex = make_annex([group("I", task("1", a=2, b=3), task("2", total=10), total=15)])
    assert _found(b102, annex) == []


def test_group_without_total_counts_with_its_rows() -> None:
    """A group that prints no total brings the sum of what is below it, at any depth."""
    inner = group("I.1", group("I.1.1", task("1", a=2), task("2", a=3)))
    assert _found(b102, make_annex([group("I", inner, task("3", a=1), a=6)])) == []
    (finding,) = _found(b102, make_annex([group("I", inner, task("3", a=1), a=7)]))
    assert finding.figures is not None
    assert finding.figures.computed == 6
    assert len(finding.addends) == 3


def test_group_without_rows_of_money_counts_with_its_own_parts() -> None:
    """A group that prints parts but no total brings those parts into the total column."""
    annex = make_annex([group("I", task("1"), a=2, b=3), group("II", task("2"), total=4)])
    added = sum_of_rows(columns_by_id(annex), annex.rows, (), "total")
    assert added is not None
    assert added.total == 9


def test_leaves_pass_over_the_totals_between() -> None:
    """The sum of the tasks ignores what groups between them print."""
    annex = make_annex([group("I", task("1", a=2), a=99), task("2", a=3)])
    leaves = sum_of_leaves(columns_by_id(annex), annex.rows, (), "a")
    assert leaves is not None
    assert leaves.total == 5


def test_columns_that_add_each_other_do_not_run_for_ever() -> None:
    """Columns that add each other in a circle have no sum."""
    columns = [
        {"id": "a", "label": "A", "adds": ["b"]},
        {"id": "b", "label": "B", "adds": ["a"]},
    ]
    annex = make_annex([task("1")], columns=columns)
    assert sum_of_parts(columns_by_id(annex), {}, (), "a") is None


def test_both_sums_are_told_when_they_differ() -> None:
    """A total that is wrong for the groups below may be right for the tasks; both are told."""
    right_for_tasks = make_annex([group("I", group("I.1", task("1", a=5), a=7), a=5)])
    outer, inner = _found(b102, right_for_tasks)
    assert "được 7" in outer.message
    assert "đúng bằng số in" in outer.message
    assert "nhiệm vụ" not in inner.message.split(":", 1)[1]
    wrong_for_both = make_annex([group("I", group("I.1", task("1", a=5), a=7), a=9)])
    assert "từ các nhiệm vụ được 5" in _found(b102, wrong_for_both)[0].message


def test_column_that_no_row_prints_adds_up_to_zero_where_rows_print_others() -> None:
    """Where the rows divide their money, a column that none of them prints holds 0."""
    (finding,) = _found(b103, make_annex([task("1", a=5)], {"b": 3}))
    assert finding.figures is not None
    assert (finding.figures.stated, finding.figures.computed) == (3, 0)


@pytest.mark.parametrize("rows", [[], [task("1")], [task("1", total=8)]])
def test_column_cannot_be_compared_where_rows_do_not_divide_their_money(rows: list[Any]) -> None:
    """Rows without money, or with totals alone, say nothing about a column of parts."""
    assert _found(b103, make_annex(rows, {"a": 3, "total": 8})) == []


def test_row_total_is_compared_with_the_parts_that_are_there() -> None:
    """A blank part counts as nothing, and a total without any part is not compared."""
    assert _found(b101, make_annex([task("1", a=4, total=4), task("2", total=9)])) == []
    (finding,) = _found(b101, make_annex([task("1", a=4, total=9)]))
    assert finding.path == ("annexes/x", "rows", 0, "amounts", "total")
    assert finding.figures is not None
    assert finding.figures.difference == 5


def test_statement_in_a_coarser_unit_keeps_what_does_not_come_out_even() -> None:
    """A statement in triệu đồng beside an annex in đồng is compared exactly."""
    annex = make_annex([task("1", a=1_500_001)], {"a": 1_500_001}, unit="vnd")
    adds = [{"annex": "x", "column": "a"}]
    plan = make_plan(
        annexes={"x": annex}, budget=make_budget({"id": "t", "amount": 1, "adds": adds})
    )
    (finding,) = b104.check_plan(plan, REGISTRY)
    assert "1,500001" in finding.message
    assert finding.figures is not None
    assert str(finding.figures.difference) == "-0.500001"


amounts = st.integers(min_value=0, max_value=10**15)


@given(st.lists(st.tuples(amounts, amounts), min_size=1, max_size=8), st.data())
def test_right_tables_pass_and_one_wrong_total_is_found(
    rows: list[tuple[int, int]], data: st.DataObject
) -> None:
    """A table whose totals are right has no finding; moving one total by any step has one."""
    tasks = [task(str(at), a=a, b=b, total=a + b) for at, (a, b) in enumerate(rows, 1)]
    a, b = (sum(column) for column in zip(*rows, strict=True))
    right = {"a": a, "b": b, "total": a + b}
    assert _found(b103, make_annex(tasks, right)) == []
    column = data.draw(st.sampled_from(["a", "b", "total"]))
    step = data.draw(st.integers(min_value=1, max_value=10**15))
    (finding,) = _found(b103, make_annex(tasks, {**right, column: right[column] + step}))
    assert finding.path == ("annexes/x", "stated", column)
    assert finding.figures is not None
    assert finding.figures.difference == step
