"""Two readings of each source agree, cell by cell."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Library, Plan
from generator.pipeline import check
from generator.project import Project
from tests.second_reading.compare import COMPARISONS, compare_tasks

FOLDER = Path(__file__).parent
READINGS = sorted({file.parent.relative_to(FOLDER).as_posix() for file in FOLDER.glob("*/*/*.csv")})


@pytest.fixture(scope="module")
def library(project: Project) -> Library:
    """The plans of this repository."""
    return check(project).library


def plan_of(library: Library, plan_id: str) -> Plan:
    """The plan with an id."""
    return next(plan for plan in library.plans if plan.id == plan_id)


def test_every_plan_was_read_twice(library: Library) -> None:
    """No plan is published without a second reading, and no reading is left without its plan."""
    assert sorted(plan.id for plan in library.plans) == READINGS


@pytest.mark.parametrize("plan_id", READINGS)
def test_both_readings_agree(library: Library, plan_id: str) -> None:
    """Every cell of the second reading is in the plan, and the plan has no cell more."""
    plan = plan_of(library, plan_id)
    results = {
        name: result
        for name, comparison in COMPARISONS.items()
        if (result := comparison(FOLDER / plan_id, plan, library)) is not None
    }
    assert results
    assert all(result.cells for result in results.values())
    assert {name: r.differences for name, r in results.items() if r.differences} == {}


def test_a_single_different_digit_is_seen(library: Library) -> None:
    """The comparison is not blind: one amount changed by one gives one difference."""
    plan = plan_of(library, "tay-ninh/1330-da-ubnd-2025")
    annex = plan.annexes["phu-luc-2"]
    spoilt = annex.model_copy(update={"stated": {**annex.stated, "total": 300_431}})
    changed = replace(plan, annexes={**plan.annexes, "phu-luc-2": spoilt})
    result = compare_tasks(FOLDER / plan.id, changed, library)
    assert result is not None
    assert [key for key, _, _ in result.differences] == [("phu-luc-2", "total", "", "total")]
