"""Which figures of different provinces may stand side by side, and what keeps the others apart."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.model import Indicator, Indicators, Library, Plan
from generator.model.comparison import (
    Comparison,
    Measure,
    Placed,
    by_concept,
    compare,
    own_baseline,
    provinces_on,
    ranked_provinces,
)
from generator.model.succession import successions
from generator.model.target_succession import compare_targets
from generator.pipeline import check
from generator.project import Project

ROOT = Path(__file__).parents[2]


@cache
def real() -> Library:
    """The plans of this repository."""
    return check(Project(ROOT)).library


def plan(slug: str) -> Plan:
    """One of them."""
    return next(plan for plan in real().plans if plan.slug == slug)


TAY_NINH, LONG_AN = plan("1330-da-ubnd-2025"), plan("nq-hdnd-2025")
TIEN_GIANG, QUANG_NGAI = plan("69-kh-ubnd-2025"), plan("359-kh-tu-2025")


def compared(concept_id: str, *indicators: tuple[Plan, dict[str, Any]]) -> Comparison:
    """Compare made-up indicators of real plans; each is told by what is not usual in it."""
    usual = {
        "id": "a",
        "code": "1",
        "name": "Chỉ tiêu",
        "place": "Mục I",
        "unit": real().registry.concepts[concept_id].unit,
        "better": "higher",
        "concept": concept_id,
    }
    placed = [Placed(of, Indicator.model_validate({**usual, **told})) for of, told in indicators]
    return compare(real().registry.concepts[concept_id], placed, real().registry)


def target(period: str, value: float | None = 5, **told: Any) -> dict[str, Any]:
    """A target as a plan file has it."""
    told = {"comparator": "=", "text": "x", **told}
    return {"period": period, **({} if value is None else {"value": value}), **told}


def obstacles(found: Comparison) -> set[tuple[str, str]]:
    """Province and obstacle of whatever stands beside nothing."""
    return {(item.placed.plan.province_id, obstacle) for item, obstacle in found.obstacles}


def test_the_same_year_and_unit_stand_side_by_side() -> None:
    """Two provinces for 2030 make a group; what only one has for 2035 is alone."""
    found = compared(
        "digital-economy-share",
        (TAY_NINH, {"targets": [target("2030")]}),
        (QUANG_NGAI, {"targets": [target("2030"), target("2035")]}),
    )
    (group,) = found.groups
    assert [t.placed.plan for t in group.targets] == [TAY_NINH, QUANG_NGAI]
    assert found.principal is group
    assert found.compared == 2
    assert obstacles(found) == {("quang-ngai", "alone")}


@pytest.mark.parametrize(
    ("told", "obstacle"),
    [
        ({"targets": [target("2025-2030")]}, "alone"),
        ({"targets": [target("2030", per_year=True)]}, "alone"),
        ({"targets": [target("2030")], "unit": "point"}, "unit"),
        ({"targets": [target("2030")], "not_comparable": "Cách tính khác."}, "declared"),
        ({"targets": [target("2030", None, comparator="qualitative")]}, "quality"),
    ],
)
def test_what_is_not_alike_stands_alone(told: dict[str, Any], obstacle: str) -> None:
    """A span, each year, another unit, another way of counting and no figure are kept apart."""
    found = compared(
        "digital-economy-share", (TAY_NINH, {"targets": [target("2030")]}), (QUANG_NGAI, told)
    )
    assert found.groups == ()
    assert found.principal is None
    assert obstacles(found) == {("tay-ninh", "alone"), ("quang-ngai", obstacle)}


def test_two_targets_of_one_province_are_no_comparison() -> None:
    """A plan that states a target twice is not two provinces."""
    told = {"targets": [target("2030"), target("2030", 6)]}
    assert compared("digital-economy-share", (TAY_NINH, told)).groups == ()


def test_ranks_among_different_numbers_of_provinces_are_kept_apart() -> None:
    """Rank 10 among 63 provinces is not rank 10 among 34."""
    told = {"targets": [target("2030", 10)], "better": "lower"}
    found = compared("dti-rank", (LONG_AN, told), (TIEN_GIANG, told), (TAY_NINH, told))
    (group,) = found.groups
    assert group.measure.ranked == 63
    assert {t.placed.plan.province_id for t in group.targets} == {"long-an", "tien-giang"}
    assert obstacles(found) == {("tay-ninh", "scale")}


def test_a_rank_among_nobody_knows_how_many_is_not_compared() -> None:
    """Quảng Ngãi's plan prints no date, so it may be of before or after the merger."""
    told = {"targets": [target("2030", 10)], "better": "lower"}
    assert ranked_provinces(QUANG_NGAI, real().registry) is None
    found = compared("dti-rank", (QUANG_NGAI, told), (TAY_NINH, told))
    assert obstacles(found) == {("quang-ngai", "unknown-scale"), ("tay-ninh", "alone")}


def test_provinces_are_counted_on_the_day() -> None:
    """63 to the end of June 2025, 34 from July on."""
    assert provinces_on(date(2025, 6, 30), real().registry) == 63
    assert provinces_on(date(2025, 7, 1), real().registry) == 34
    assert ranked_provinces(LONG_AN, real().registry) == 63


def test_every_target_is_either_compared_or_told_why_not() -> None:
    """Over all concepts nothing is lost and nothing counted twice."""
    placed = by_concept(real())
    for concept_id, concept in real().registry.concepts.items():
        indicators = placed.get(concept_id, ())
        found = compare(concept, indicators, real().registry)
        shown = [t for group in found.groups for t in group.targets]
        apart = [item for item, _ in found.obstacles]
        every = [id(t) for item in indicators for t in item.indicator.targets]
        assert sorted(id(item.target) for item in (*shown, *apart)) == sorted(every)
        assert all(group.provinces > 1 for group in found.groups)


def test_the_fullest_period_is_shown_first_and_the_latest_of_equals() -> None:
    """2030 of four provinces before 2025 of three."""
    found = compare(
        real().registry.concepts["digital-economy-share"],
        by_concept(real())["digital-economy-share"],
        real().registry,
    )
    assert found.principal is not None
    assert found.principal.measure.period.start == 2030
    assert found.principal.provinces == 4


def test_only_a_baseline_of_the_same_land_and_scale_is_set_beside_a_target() -> None:
    """Baselines of the provinces before a merger are of other areas; a rank needs its number."""

    def baseline(of: Plan, indicator_id: str, ranked: int | None) -> object:
        record = next(i for i in of.indicators.indicators if i.id == indicator_id)
        measure = Measure(record.targets[-1].period, False, ranked)
        found = own_baseline(Placed(of, record), measure)
        return found.value if found else None

    assert str(baseline(LONG_AN, "kinh-te-so", None)) == "6.36"
    assert baseline(TAY_NINH, "kinh-te-so", None) is None
    assert baseline(LONG_AN, "xep-hang-chuyen-doi-so", 63) == 17
    assert baseline(LONG_AN, "xep-hang-chuyen-doi-so", 34) is None


def test_the_targets_that_got_worse_are_those_of_the_rule() -> None:
    """Rule X105 and the page about two plans come to the same targets."""
    (pair,) = successions(real())
    old, new = (
        next(p for p in real().plans if p.id == i) for i in (pair.predecessor, pair.successor)
    )
    worse = {
        (item.placed.indicator.id, item.target.period)
        for one in compare_targets(old, new, real().registry)
        if one.verdict == "worse"
        for item in one.new
    }
    told = set()
    for diagnostic in check(Project(ROOT)).diagnostics:
        if diagnostic.finding.rule.code == "X105":
            _, _, index, _, at, _ = diagnostic.finding.path
            assert isinstance(index, int)
            assert isinstance(at, int)
            record = new.indicators.indicators[index]
            told.add((record.id, record.targets[at].period))
    assert len(worse) == 12
    assert worse == told


def test_a_target_that_only_one_plan_has_is_told_as_such() -> None:
    """Dropped, added, the same and better, by the direction of the concept."""
    concept = "dti-rank"

    def with_targets(of: Plan, *targets: dict[str, Any], **told: Any) -> Plan:
        record = Indicator.model_validate(
            {
                "id": "a",
                "code": "1",
                "name": "Hạng",
                "place": "Mục I",
                "unit": "rank",
                "better": "lower",
                "concept": concept,
                "targets": targets,
                **told,
            }
        )
        return replace(of, indicators=Indicators(indicators=(record,)))

    old = with_targets(LONG_AN, target("2026", 10), target("2027", 10), target("2028", 10))
    new = with_targets(TAY_NINH, target("2027", 8), target("2028", 10), target("2029", 9))
    found = compare_targets(old, new, real().registry)
    assert [(str(one.period), one.verdict) for one in found] == [
        ("2026", "dropped"),
        ("2027", "better"),
        ("2028", "same"),
        ("2029", "added"),
    ]
    assert all(one.rescaled for one in found)
    told = with_targets(TAY_NINH, target("2027", 8), not_comparable="Bảng khác.")
    verdicts = {str(o.period): o.verdict for o in compare_targets(old, told, real().registry)}
    assert verdicts["2027"] == "unclear"
