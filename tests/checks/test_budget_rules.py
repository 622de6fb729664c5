"""Borders of the rules about money that the examples leave open."""

import pytest

from generator.checks import (
    b104_statement_sum_mismatch,
    b105_funding_sum_mismatch,
    b106_words_mismatch,
    b107_words_unreadable,
    b109_part_exceeds_whole,
)
from tests.checks.build import (
    found,
    make_annex,
    make_budget,
    make_plan,
    task,
)


@pytest.mark.parametrize("other", ["khong-co", "x"])
def test_statement_is_not_compared_when_one_total_is_not_to_be_had(other: str) -> None:
    """With one of its totals missing, a statement has nothing to be compared with."""
    adds = [{"annex": "x", "column": "a"}, {"annex": other, "column": "b"}]
    budget = make_budget({"id": "t", "amount": 99, "adds": adds})
    plan = make_plan(annexes={"x": make_annex([task("1", a=5)])}, budget=budget)
    assert found(b104_statement_sum_mismatch, plan) == []


def test_statement_is_not_compared_with_an_annex_whose_unit_is_not_money() -> None:
    """Shares cannot be added up to đồng."""
    adds = [{"annex": "x", "column": "a"}]
    annex = make_annex([task("1", a=5)], unit="percent")
    plan = make_plan(
        annexes={"x": annex}, budget=make_budget({"id": "t", "amount": 99, "adds": adds})
    )
    assert found(b104_statement_sum_mismatch, plan) == []


def test_statement_without_addends_is_not_compared() -> None:
    """A statement that names no annex totals stands by itself."""
    assert (
        found(b104_statement_sum_mismatch, make_plan(budget=make_budget({"id": "t", "amount": 9})))
        == []
    )


@pytest.mark.parametrize(("amount", "count"), [(9, 0), (10, 0), (11, 1)])
def test_sources_may_fill_the_whole_while_one_has_no_amount(amount: int, count: int) -> None:
    """Beside a source without an amount, the others may make up to the whole, not more."""
    sources = [{"title": "Một", "amount": amount}, {"title": "Hai"}]
    budget = make_budget({"id": "t", "amount": 10}, sources=sources, sources_of="t")
    assert len(found(b105_funding_sum_mismatch, make_plan(budget=budget))) == count


@pytest.mark.parametrize(("amount", "count"), [(9, 1), (10, 0), (11, 1)])
def test_sources_that_all_have_amounts_make_exactly_the_whole(amount: int, count: int) -> None:
    """Where every source has an amount, more and less are both wrong."""
    sources = [{"title": "Một", "amount": amount}]
    budget = make_budget({"id": "t", "amount": 10}, sources=sources, sources_of="t")
    assert len(found(b105_funding_sum_mismatch, make_plan(budget=budget))) == count


def test_words_of_a_source_without_unit_are_read_in_the_unit_of_the_whole() -> None:
    """A source that names no unit has that of the statement that it is part of."""
    for words, count in (("mười triệu đồng", 0), ("chín triệu đồng", 1)):
        sources = [{"title": "Một", "amount": 10, "words": words}]
        budget = make_budget({"id": "t", "amount": 10}, sources=sources, sources_of="t")
        assert len(found(b106_words_mismatch, make_plan(budget=budget))) == count


def test_words_without_digits_are_not_compared() -> None:
    """A source told in words alone has no digits to differ from."""
    sources = [{"title": "Một", "unit": "vnd", "words": "mười triệu đồng"}]
    budget = make_budget({"id": "t", "amount": 10}, sources=sources)
    assert found(b106_words_mismatch, make_plan(budget=budget)) == []


@pytest.mark.parametrize(("amount", "count"), [(10, 0), (11, 1)])
def test_part_may_be_as_large_as_its_whole(amount: int, count: int) -> None:
    """A part equal to its whole is possible, a larger one is not."""
    budget = make_budget({"id": "t", "amount": 10}, {"id": "p", "amount": amount, "part_of": "t"})
    findings = found(b109_part_exceeds_whole, make_plan(budget=budget))
    assert len(findings) == count
    assert all(f.path == ("budget", "statements", 1, "amount") for f in findings)


def test_part_in_another_unit_is_brought_to_dong() -> None:
    """Parts are compared in đồng, whatever unit they are printed in."""
    budget = make_budget(
        {"id": "t", "amount": 10}, {"id": "p", "unit": "vnd", "amount": 10_000_001, "part_of": "t"}
    )
    (finding,) = found(b109_part_exceeds_whole, make_plan(budget=budget))
    assert "10.000.001" in finding.message


def test_parts_of_columns_that_a_total_adds_overlap_with_it() -> None:
    """A part by years and a part by annexes share money and are not added together."""
    total = {"annex": "x", "column": "total"}
    year = {"annex": "x", "column": "a"}
    budget = make_budget(
        {"id": "t", "amount": 10},
        {"id": "p", "amount": 8, "adds": [total], "part_of": "t"},
        {"id": "q", "amount": 5, "adds": [year], "part_of": "t"},
    )
    annexes = {"x": make_annex([task("1", a=5, b=3)])}
    assert found(b109_part_exceeds_whole, make_plan(annexes=annexes, budget=budget)) == []
    apart = {**annexes, "y": make_annex([task("1", a=5)])}
    budget = make_budget(
        {"id": "t", "amount": 10},
        {"id": "p", "amount": 8, "adds": [total], "part_of": "t"},
        {"id": "q", "amount": 5, "adds": [{"annex": "y", "column": "a"}], "part_of": "t"},
    )
    (finding,) = found(b109_part_exceeds_whole, make_plan(annexes=apart, budget=budget))
    assert finding.figures is not None
    assert (finding.figures.stated, finding.figures.computed) == (10, 13)


def test_one_overlapping_pair_is_enough_not_to_add_the_parts() -> None:
    """Where two of three parts share money, the three are not added together."""
    year = {"annex": "x", "column": "a"}
    budget = make_budget(
        {"id": "t", "amount": 10},
        {"id": "p", "amount": 8, "adds": [year], "part_of": "t"},
        {"id": "q", "amount": 8, "adds": [year], "part_of": "t"},
        {"id": "r", "amount": 1, "part_of": "t"},
    )
    plan = make_plan(annexes={"x": make_annex([task("1", a=8)])}, budget=budget)
    assert found(b109_part_exceeds_whole, plan) == []


def test_unreadable_words_stand_beside_their_digits() -> None:
    """The finding says once what is printed in words and in digits, and which word is wrong."""
    words = "Năm tỷ tám trăm sáu mươi mốt tỷ đồng"
    statement = {"id": "t", "amount": 5861, "unit": "million-vnd", "words": words}
    (finding,) = found(b107_words_unreadable, make_plan(budget=make_budget(statement)))
    assert finding.message.count(words) == 1
    assert "bằng số là 5.861\u00a0triệu đồng" in finding.message
    assert finding.message.endswith("vì chữ «tỷ» bị lặp lại.")
    assert finding.hint.startswith("Hãy xem có phải là «nghìn»")
    assert finding.figures is None
