"""Borders of the rules about targets that the examples leave open."""

from dataclasses import replace
from typing import Any

import pytest

from generator.checks import (
    t101_target_moves_wrong_way,
    t102_target_stated_twice,
    t103_prose_table_mismatch,
    t104_percent_above_100,
    t105_value_not_in_text,
    t106_target_incomplete,
)
from generator.model import (
    Indicators,
    Objectives,
    Plan,
)
from tests.checks.build import (
    found,
    make_indicator,
    make_plan,
)


def _targets(*targets: dict[str, Any], **keys: Any) -> Plan:
    indicator = make_indicator(*targets, **keys)
    return make_plan(indicators=Indicators(indicators=(indicator,)))


def test_indicator_without_a_direction_may_go_anywhere() -> None:
    """Where neither more nor less is better, no target is worse."""
    plan = _targets({"period": 2025, "value": 9}, {"period": 2030, "value": 1}, better="none")
    assert found(t101_target_moves_wrong_way, plan) == []


@pytest.mark.parametrize(("better", "count"), [("higher", 1), ("lower", 0)])
def test_direction_decides_which_move_is_wrong(better: str, count: int) -> None:
    """A target that falls is wrong only where higher is better."""
    plan = _targets({"period": 2025, "value": 9}, {"period": 2030, "value": 1}, better=better)
    assert len(found(t101_target_moves_wrong_way, plan)) == count


def test_targets_are_compared_in_order_of_their_years() -> None:
    """The order in the file does not matter, the years do."""
    plan = _targets({"period": 2030, "value": 9}, {"period": 2025, "value": 1})
    assert found(t101_target_moves_wrong_way, plan) == []


def test_only_the_upper_end_of_a_range_may_differ_too() -> None:
    """Ranges of one period with other upper ends are two different targets."""
    low = {"period": 2030, "comparator": "range", "value": 1}
    plan = _targets({**low, "value_max": 2}, {**low, "value_max": 3})
    (finding,) = found(t102_target_stated_twice, plan)
    assert finding.figures is not None
    assert (finding.figures.stated, finding.figures.computed) == (3, 2)


def test_quality_beside_a_figure_is_not_a_second_target() -> None:
    """A cell may give a figure and a quality for one year."""
    quality = {"period": 2030, "comparator": "qualitative", "text": "Nhóm khá"}
    plan = _targets({"period": 2030, "value": 5}, quality, quality)
    assert found(t102_target_stated_twice, plan) == []


def _stated(state: dict[str, Any], *targets: dict[str, Any]) -> Plan:
    objective = {
        "id": "o",
        "kind": "specific",
        "place": "Mục",
        "wording": "printed",
        "text": "Nội dung",
        "states": [{"indicator": "i", "comparator": "=", "text": "Số", **state}],
    }
    return make_plan(
        indicators=Indicators(indicators=(make_indicator(*targets),)),
        objectives=Objectives.model_validate({"objectives": [objective]}),
    )


def test_prose_agrees_when_any_target_of_the_period_agrees() -> None:
    """Of several targets of a period one is enough."""
    targets = [{"period": 2030, "value": 5}, {"period": 2030, "value": 6}]
    assert found(t103_prose_table_mismatch, _stated({"period": 2030, "value": 6}, *targets)) == []


@pytest.mark.parametrize(("stated", "printed"), [({}, {"value": 5}), ({"value": 5}, {})])
def test_prose_differs_from_a_table_where_one_has_no_value(
    stated: dict[str, Any], printed: dict[str, Any]
) -> None:
    """A figure on one side alone is a difference without figures."""
    plan = _stated({"period": 2030, **stated}, {"period": 2030, **printed})
    (finding,) = found(t103_prose_table_mismatch, plan)
    assert finding.figures is None
    assert finding.message.endswith("khác nhau.")


def test_prose_that_differs_in_the_upper_end_of_a_range_alone() -> None:
    """Ranges are compared by both ends."""
    wide = {"period": 2030, "comparator": "range", "value": 3}
    plan = _stated({**wide, "value_max": 9}, {**wide, "value_max": 8})
    (finding,) = found(t103_prose_table_mismatch, plan)
    assert finding.figures is not None
    assert (finding.figures.stated, finding.figures.computed) == (9, 8)


def test_share_in_the_prose_is_judged_where_it_is_encoded_as_a_target() -> None:
    """A share above 100 is told once, at the target, not again where the prose repeats it."""
    plan = _stated({"period": 2030, "value": 120}, {"period": 2030, "value": 120})
    percent = plan.indicators.indicators[0].model_copy(update={"unit": "percent"})
    plan = replace(plan, indicators=Indicators(indicators=(percent,)))
    (finding,) = found(t104_percent_above_100, plan)
    assert finding.path[0] == "indicators"


def test_prose_quality_is_not_compared() -> None:
    """Words without a figure cannot be compared with figures."""
    state = {"period": 2031, "comparator": "qualitative"}
    assert found(t103_prose_table_mismatch, _stated(state, {"period": 2030, "value": 5})) == []


def test_exact_period_is_preferred_to_one_that_ends_in_the_same_year() -> None:
    """A target of the very period is compared, not that of a span that ends with it."""
    targets: list[dict[str, Any]] = [
        {"period": "2026-2030", "value": 6},
        {"period": 2030, "value": 5},
    ]
    (finding,) = found(t103_prose_table_mismatch, _stated({"period": 2030, "value": 6}, *targets))
    assert finding.figures is not None
    assert finding.figures.computed == 5


def test_rank_may_stand_still_but_not_fall_back() -> None:
    """A rank counts from the top, whatever the indicator says is better."""
    rank = {"comparator": "rank-within", "value": 10}
    still = _targets({"period": 2025, **rank}, {"period": 2030, **rank})
    back = _targets({"period": 2025, **rank}, {"period": 2030, **rank, "value": 11})
    assert found(t101_target_moves_wrong_way, still) == []
    (finding,) = found(t101_target_moves_wrong_way, back)
    assert "càng thấp càng tốt" in finding.message


def test_range_is_judged_by_its_worse_end() -> None:
    """Where lower is better, the upper end of a range is what is promised."""
    wide = {"comparator": "range", "value": 3, "value_max": 9}
    plan = _targets({"period": 2025, **wide}, {"period": 2030, "value": 9}, better="lower")
    assert found(t101_target_moves_wrong_way, plan) == []
    plan = _targets({"period": 2025, **wide}, {"period": 2030, "value": 10}, better="lower")
    assert len(found(t101_target_moves_wrong_way, plan)) == 1


def test_target_that_lacks_its_value_is_left_to_another_rule() -> None:
    """A target without the value that it needs cannot be compared."""
    plan = _targets({"period": 2025}, {"period": 2030, "value": 1})
    assert found(t101_target_moves_wrong_way, plan) == []


def test_first_statement_of_a_repeated_target_is_named() -> None:
    """The message says where the other figure stands: above, or in which indicator."""
    plan = _targets({"period": 2030, "value": 1}, {"period": 2030, "value": 2})
    (finding,) = found(t102_target_stated_twice, plan)
    assert "ở trên" in finding.message
    pair = [
        make_indicator(
            {"period": 2030, "value": value}, id=f"i{value}", code=f"7.{value}", concept="c"
        )
        for value in (1, 2)
    ]
    plan = make_plan(indicators=Indicators(indicators=tuple(pair)))
    (finding,) = found(t102_target_stated_twice, plan)
    assert "chỉ tiêu 7.1" in finding.message


@pytest.mark.parametrize(("high", "count"), [(3, 1), (4, 0)])
def test_range_needs_two_ends(high: int, count: int) -> None:
    """The upper end of a range is above the lower one."""
    plan = _targets({"period": 2030, "comparator": "range", "value": 3, "value_max": high})
    assert len(found(t106_target_incomplete, plan)) == count


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nhóm khá", "không có con số nào"),
        ("Từ 3 đến 4", "nguyên văn có 3, 4)"),
        ("So với năm 2016 đạt 1.200", "nguyên văn có 2016, 1.200)"),
    ],
)
def test_figures_of_the_text_are_told(text: str, told: str) -> None:
    """A figure that is not in the text comes with those that are."""
    (finding,) = found(t105_value_not_in_text, _targets({"period": 2030, "value": 7, "text": text}))
    assert told in finding.message
