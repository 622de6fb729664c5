"""Rules that see every plan: what the example folders leave open, and what is found today."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.checks import (
    x101_replacement_one_sided,
    x102_replaced_after_replacing,
    x103_concept_units_differ,
    x104_concept_direction_differs,
    x105_target_below_predecessor,
)
from generator.diagnostics import Finding
from generator.model import (
    Concepts,
    Documents,
    Indicator,
    Indicators,
    Library,
    Plan,
    PlanMeta,
    Provinces,
    Registry,
)
from generator.pipeline import check
from generator.project import Project
from tests.checks.build import META, UNITS, make_indicator

ROOT = Path(__file__).parents[2]

DOCUMENTS = {
    "kh-cu": {"kind": "Kế hoạch", "number": "01/KH-CŨ", "title": "Cũ"},
    "kh-moi": {"kind": "Kế hoạch", "number": "01/KH-MỚI", "title": "Mới"},
    "kh-la": {"kind": "Kế hoạch", "number": "99/KH", "title": "Không có trong kho"},
}
PROVINCES = {
    "moi": {"name": "Mới", "kind": "tỉnh", "predecessors": ["cu"]},
    "cu": {"name": "Cũ", "kind": "thành phố"},
    "la": {"name": "Lạ", "kind": "tỉnh"},
}
CONCEPTS = {
    "up": {
        "name": "Tăng",
        "definition": "Đo.",
        "unit": "count",
        "better": "higher",
        "note": "Cách đếm đã đổi.",
    },
    "down": {"name": "Giảm", "definition": "Đo.", "unit": "rank", "better": "lower"},
    "flat": {"name": "Ngang", "definition": "Đo.", "unit": "count", "better": "none"},
}


def plan(plan_id: str, *indicators: Indicator, **meta: Any) -> Plan:
    """A plan with some indicators; `meta` changes keys of its card."""
    province, slug = plan_id.split("/")
    card = PlanMeta.model_validate({**META, **meta})
    return Plan(province, slug, card, indicators=Indicators(indicators=indicators))


def library(*plans: Plan, documents: Mapping[str, Any] = DOCUMENTS) -> Library:
    """Plans with a registry of two provinces, one before the other, and three concepts."""
    registry = Registry(
        provinces=Provinces.model_validate({"provinces": PROVINCES}).provinces,
        documents=Documents.model_validate({"documents": documents}).documents,
        concepts=Concepts.model_validate({"concepts": CONCEPTS}).concepts,
        units=UNITS,
    )
    return Library(plans, registry)


def found(module: ModuleType, *plans: Plan, **more: Any) -> list[Finding]:
    """What a check finds in some plans."""
    return list(module.check_library(library(*plans, **more)))


def old_plan(*indicators: Indicator, **meta: Any) -> Plan:
    """The plan of the former province."""
    return plan("cu/01", *indicators, **{"number": "01/KH-CŨ", **meta})


def new_plan(*indicators: Indicator, **meta: Any) -> Plan:
    """The plan of the merged province."""
    return plan("moi/01", *indicators, **{"number": "01/KH-MỚI", **meta})


def of(concept: str, *targets: dict[str, Any], **keys: Any) -> Indicator:
    """An indicator of a concept, in its unit unless it says otherwise."""
    unit = {"unit": CONCEPTS[concept]["unit"], "better": CONCEPTS[concept]["better"]}
    return make_indicator(*targets, **{**unit, "concept": concept, **keys})


BACK = {"replaced_by": [{"document": "kh-moi"}]}
FORTH = {"replaces": [{"document": "kh-cu"}]}


def test_both_directions_of_a_replacement_are_asked_for() -> None:
    """Each of the two plans is told when the other one alone says it."""
    (finding,) = found(x101_replacement_one_sided, new_plan(**FORTH), old_plan())
    assert finding.path == ("cu/01/plan", "replaced_by")
    (finding,) = found(x101_replacement_one_sided, new_plan(), old_plan(**BACK))
    assert finding.path == ("moi/01/plan", "replaces")
    assert found(x101_replacement_one_sided, new_plan(**FORTH), old_plan(**BACK)) == []


def test_a_plan_that_prints_no_number_may_be_any_document() -> None:
    """A plan that cannot be recognised is answered by any document that is no other plan."""
    nameless = plan("cu/01", **BACK)
    answer = {"replaces": [{"document": "kh-la"}]}
    assert found(x101_replacement_one_sided, new_plan(**answer), nameless) == []
    (finding,) = found(x101_replacement_one_sided, new_plan(), nameless)
    assert "kế hoạch không in số của thành phố Cũ (cu/01)" in finding.hint


def test_a_numbered_plan_is_not_answered_by_an_unknown_document() -> None:
    """A plan that prints its number must be named by it."""
    answer = {"replaces": [{"document": "kh-la"}]}
    assert len(found(x101_replacement_one_sided, new_plan(**answer), old_plan(**BACK))) == 1


def test_a_nameless_plan_is_not_answered_by_another_plan_of_the_library() -> None:
    """A document that is known to be another plan is not the one without a number."""
    nameless, other = plan("cu/02", **BACK), old_plan(**BACK)
    (finding,) = found(x101_replacement_one_sided, new_plan(**FORTH), other, nameless)
    assert "không in số" in finding.message


EARLY, LATE = {"issued_on": "2025-03-01"}, {"issued_on": "2025-04-01"}


def test_two_plans_that_cite_each_other_are_told_once() -> None:
    """One pair of dates in the wrong order is one finding."""
    plans = (new_plan(**FORTH, **EARLY), old_plan(**BACK, **LATE))
    (finding,) = found(x102_replaced_after_replacing, *plans)
    assert finding.path == ("moi/01/plan", "replaces", 0, "document")
    assert "sớm hơn 31 ngày" in finding.message


def test_dates_that_another_rule_compares_are_left_to_it() -> None:
    """Where the registry has the day of the replaced plan, D106 tells of it."""
    plans = (new_plan(**FORTH, **EARLY), old_plan(**BACK, **LATE))
    dated = {**DOCUMENTS, "kh-cu": {**DOCUMENTS["kh-cu"], "issued_on": "2025-04-01"}}
    assert found(x102_replaced_after_replacing, *plans, documents=dated) == []
    wrong = {**DOCUMENTS, "kh-cu": {**DOCUMENTS["kh-cu"], "issued_on": "2025-01-01"}}
    assert len(found(x102_replaced_after_replacing, *plans, documents=wrong)) == 1


@pytest.mark.parametrize("dates", [(LATE, EARLY), (EARLY, EARLY), (EARLY, {}), ({}, LATE)])
def test_plans_in_order_or_without_a_day_are_let_pass(
    dates: tuple[dict[str, str], dict[str, str]],
) -> None:
    """The same day is in order, and a day that is not known is not guessed."""
    newer, older = dates
    plans = (new_plan(**FORTH, **newer), old_plan(**BACK, **older))
    assert found(x102_replaced_after_replacing, *plans) == []


def test_a_unit_is_compared_with_the_concept_even_in_one_plan() -> None:
    """The message names another plan that keeps to the unit, where there is one."""
    other = of("up", unit="percent")
    (finding,) = found(x103_concept_units_differ, new_plan(other))
    assert "như ở" not in finding.message
    (finding,) = found(x103_concept_units_differ, new_plan(other), old_plan(of("up")))
    assert finding.path == ("moi/01/indicators", "indicators", 0, "unit")
    assert "như ở kế hoạch 01/KH-CŨ của thành phố Cũ (cu/01)" in finding.message


def test_units_that_are_not_known_are_left_to_their_rule() -> None:
    """A unit that the registry lacks is told once, by R104."""
    assert found(x103_concept_units_differ, new_plan(of("up", unit="la"))) == []


def test_direction_is_compared_even_where_values_are_not() -> None:
    """An indicator measured in another way still has the direction of its concept."""
    other = of("up", better="lower", not_comparable="Cách khác.", unit="percent")
    (finding,) = found(x104_concept_direction_differs, old_plan(of("up")), new_plan(other))
    assert finding.path == ("moi/01/indicators", "indicators", 0, "better")
    assert found(x103_concept_units_differ, new_plan(other)) == []


def below(old: list[Indicator], new: list[Indicator], **more: Any) -> list[Finding]:
    """What X105 finds between the plans of a former and of the merged province."""
    return found(x105_target_below_predecessor, old_plan(*old), new_plan(*new), **more)


def goal(value: int, concept: str = "up", **keys: Any) -> Indicator:
    """An indicator with a target for 2030."""
    return of(concept, {"period": 2030, "value": value, **keys})


@pytest.mark.parametrize(
    ("concept", "old", "new", "count"),
    [
        ("up", 50, 45, 1),
        ("up", 50, 50, 0),
        ("up", 50, 55, 0),
        ("down", 10, 12, 1),
        ("down", 10, 10, 0),
        ("down", 10, 8, 0),
        ("flat", 10, 8, 0),
    ],
)
def test_lower_means_worse_by_the_direction(concept: str, old: int, new: int, count: int) -> None:
    """A higher rank is worse, the same target is no change, and what has no direction is not judged."""
    findings = below([goal(old, concept)], [goal(new, concept)])
    assert len(findings) == count
    for finding in findings:
        assert finding.figures is not None
        assert (finding.figures.stated, finding.figures.computed) == (new, old)


def test_a_rank_and_a_group_of_ranks_are_compared() -> None:
    """To be among the first 25 is less than to be number 15."""
    (finding,) = below([goal(15, "down")], [goal(25, "down", comparator="rank-within")])
    assert "là hạng 25, kém 10" in finding.message


@pytest.mark.parametrize(
    "keys",
    [
        {"period": 2029},
        {"period": "2026-2030"},
        {"per_year": True},
        {"comparator": "qualitative"},
    ],
)
def test_only_targets_of_one_kind_are_compared(keys: dict[str, Any]) -> None:
    """Another period, a yearly figure and a quality are not the same promise."""
    assert below([goal(50, **keys)], [goal(45)]) == []
    assert below([goal(50)], [goal(45, **keys)]) == []


@pytest.mark.parametrize("keys", [{"not_comparable": "Cách khác."}, {"unit": "percent"}])
def test_indicators_that_measure_otherwise_are_not_compared(keys: dict[str, Any]) -> None:
    """What cannot be compared, or is in another unit, is no lowered target."""
    other = of("up", {"period": 2030, "value": 50}, **keys)
    assert below([other], [goal(45)]) == []
    assert below([goal(50)], [of("up", {"period": 2030, "value": 45}, **keys)]) == []


def test_a_range_promises_its_worse_end() -> None:
    """From 40 to 60 promises 40."""
    wide = goal(40, comparator="range", value_max=60)
    assert below([wide], [goal(40)]) == []
    (finding,) = below([goal(50)], [wide])
    assert finding.figures is not None
    assert finding.figures.stated == 40


def test_a_plan_that_contradicts_itself_promised_the_least() -> None:
    """Of two targets of one period the lower one is what can be held against the next plan."""
    twice = of("up", {"period": 2030, "value": 70}, {"period": 2030, "value": 50})
    assert below([twice], [goal(50)]) == []
    assert len(below([twice], [goal(45)])) == 1


def test_what_to_know_of_the_concept_comes_with_the_finding() -> None:
    """A reader is told why two figures may not mean the same."""
    (finding,) = below([goal(50)], [goal(45)])
    assert finding.hint.startswith("Khi so sánh: Cách đếm đã đổi. ")


def test_plans_that_do_not_follow_each_other_are_not_compared() -> None:
    """Neither another province nor another plan of the same province is a predecessor."""
    strange, beside = plan("la/01", goal(50)), plan("moi/02", goal(50))
    assert found(x105_target_below_predecessor, new_plan(goal(45)), strange, beside) == []


def test_a_replaced_plan_of_the_same_province_is_a_predecessor() -> None:
    """A province that replaces its own plan is held to what that one promised."""
    replaced = plan("moi/02", goal(50), number="01/KH-CŨ")
    (finding,) = found(x105_target_below_predecessor, new_plan(goal(45), **FORTH), replaced)
    assert finding.path == ("moi/01/indicators", "indicators", 0, "targets", 0, "value")


def test_what_the_plans_of_this_repository_show() -> None:
    """Tây Ninh set twelve targets lower than Long An had; nothing else stands open across plans."""
    findings = [
        d.finding for d in check(Project(ROOT)).diagnostics if d.finding.rule.code.startswith("X1")
    ]
    assert {finding.rule.code for finding in findings} == {"X105"}
    told = [(f.figures.stated, f.figures.computed) for f in findings if f.figures]
    assert [(int(new), int(old)) for new, old in told] == [
        *((37, 45), (38, 46), (40, 47), (42, 48), (44, 49), (45, 50)),
        *((25, 15), (20, 14), (18, 13), (15, 12), (12, 11)),
        (9, 10),
    ]
