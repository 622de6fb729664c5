"""Borders of the rules about references that the examples leave open."""

from types import ModuleType

import pytest

from generator.checks import (
    CHECKS,
    r101_unknown_agency,
    r104_unknown_unit,
    r107_unknown_column,
)
from generator.diagnostics import Finding
from generator.model import (
    Agency,
    Organisation,
    Plan,
    Registry,
    Unit,
)
from tests.checks.build import (
    found,
    group,
    make_annex,
    make_budget,
    make_plan,
    task,
)


def test_unknown_name_with_va_in_it_is_told_once() -> None:
    """A name that holds "và" and is not known is one stranger, not two."""
    registry = Registry(agencies={"ubnd-tinh": Agency(name="UBND tỉnh", kind="government")})
    annex = make_annex([{**task("1"), "lead": "UBND tỉnh và Sở Du lịch và Thể thao"}])
    (finding,) = found(r101_unknown_agency, make_plan(annexes={"x": annex}), registry)
    assert "«Sở Du lịch và Thể thao» trong ô" in finding.message


def test_nearest_known_agency_is_suggested() -> None:
    """A name that is nearly right comes with the right one."""
    registry = Registry(
        agencies={
            "ubnd-tinh": Agency(name="Ủy ban nhân dân tỉnh", kind="government"),
            "so-y-te": Agency(name="Sở Y tế", kind="government"),
        }
    )
    annex = make_annex([{**task("1"), "lead": "Sở Y Tếe"}])
    (finding,) = found(r101_unknown_agency, make_plan(annexes={"x": annex}), registry)
    assert finding.path[-1] == "lead"
    assert "«Sở Y tế»" in finding.hint


def test_every_unknown_piece_of_a_cell_is_told() -> None:
    """A cell with two strangers gives two findings, each with its own words."""
    registry = Registry(agencies={"ubnd-tinh": Agency(name="UBND tỉnh", kind="government")})
    annex = make_annex([{**task("1"), "lead": "Hội A; UBND tỉnh; Hội B"}])
    findings = found(r101_unknown_agency, make_plan(annexes={"x": annex}), registry)
    assert [f.message.split(" trong ô")[0] for f in findings] == [
        "Không nhận ra «Hội A»",
        "Không nhận ra «Hội B»",
    ]


@pytest.mark.parametrize("unit", ["", "trieu-dong"])
def test_unit_of_money_that_was_meant_is_named(unit: str) -> None:
    """A table without a unit, or with the unit's name for an id, is told which id to write."""
    registry = Registry(
        units={
            "percent": Unit(name="%", kind="percent"),
            "vnd": Unit(name="đồng", kind="money", factor_vnd=1),
            "million-vnd": Unit(name="triệu đồng", kind="money", factor_vnd=10**6),
        }
    )
    columns = [{"id": "total", "label": "Tổng"}]
    annex = make_annex([task("1")], columns=columns).model_copy(update={"unit": unit})
    (finding,) = found(r104_unknown_unit, make_plan(annexes={"x": annex}), registry)
    assert "million-vnd" in finding.hint
    assert "percent" not in finding.hint


@pytest.mark.parametrize("cell", ["lead", "coordinators"])
def test_both_cells_of_a_task_are_read(cell: str) -> None:
    """A stranger is told in the cell where it stands."""
    annex = make_annex([{**task("1"), cell: "Hội A"}])
    (finding,) = _strangers(make_plan(annexes={"x": annex}))
    assert finding.path[-1] == cell


def _strangers(plan: Plan) -> list[Finding]:
    registry = Registry(agencies={"ubnd-tinh": Agency(name="UBND tỉnh", kind="government")})
    return found(r101_unknown_agency, plan, registry)


def test_known_columns_are_listed_for_an_unknown_one() -> None:
    """A column that is like no other comes with those that there are."""
    annex = make_annex([task("1", xyz=0)])
    (finding,) = found(r107_unknown_column, make_plan(annexes={"x": annex}))
    assert "a, b, total" in finding.hint


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: module.RULE.code)
def test_empty_plan_and_empty_registry_are_no_trouble(module: ModuleType) -> None:
    """A plan with nothing in it, or with references to nothing, never stops a check."""
    adds = [{"annex": "x", "column": "a"}, {"annex": "y", "column": "b"}]
    annex = make_annex([group("I", task("1", zzz=1), zzz=2)], {"zzz": 3})
    full = make_plan(
        annexes={"x": annex},
        budget=make_budget(
            {"id": "t", "unit": "zzz", "amount": 1, "words": "zzz", "adds": adds, "part_of": "t"},
            sources=[{"title": "Nguồn", "unit": "zzz", "amount": 1, "words": "zzz"}],
            sources_of="t",
        ),
        organisation=Organisation(duties=()),
    )
    for plan in (make_plan(), full):
        for name, arguments in (
            ("check_plan", (plan, Registry())),
            ("check_registry", (Registry(),)),
        ):
            if function := getattr(module, name, None):
                assert all(f.rule is module.RULE for f in function(*arguments))
