"""Two readings of each source agree, cell by cell."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Library, Plan
from generator.pipeline import check
from generator.project import Project
from tests.second_reading.compare import COMPARISONS

FOLDER = Path(__file__).parent
READINGS = sorted(
    folder.relative_to(FOLDER).as_posix() for folder in FOLDER.glob("*/*") if folder.is_dir()
)


@pytest.fixture(scope="module")
def library(project: Project) -> Library:
    """The plans of this repository."""
    return check(project).library


def plan_of(library: Library, plan_id: str) -> Plan:
    """The plan with an id."""
    return next(plan for plan in library.plans if plan.id == plan_id)


@pytest.mark.parametrize("what", COMPARISONS)
@pytest.mark.parametrize("plan_id", [r for r in READINGS if "__pycache__" not in r])
def test_both_readings_agree(library: Library, plan_id: str, what: str) -> None:
    """Every cell of the second reading is in the plan, and the plan has no cell more."""
    file, comparison = COMPARISONS[what]
    result = comparison(FOLDER / plan_id / file, plan_of(library, plan_id), library)
    assert result.cells > 0
    assert result.differences == ()


def test_a_single_different_digit_is_seen(library: Library) -> None:
    """The comparison is not blind: one amount changed by one gives one difference."""
    plan_id = "tay-ninh/1330-da-ubnd-2025"
    plan = plan_of(library, plan_id)
    annex = plan.annexes["phu-luc-2"]
    spoilt = annex.model_copy(update={"stated": {**annex.stated, "total": 300_431}})
    changed = replace(plan, annexes={**plan.annexes, "phu-luc-2": spoilt})
    file, comparison = COMPARISONS["Các dòng phụ lục"]
    result = comparison(FOLDER / plan_id / file, changed, library)
    assert [key for key, _, _ in result.differences] == [("phu-luc-2", "total", "", "0", "total")]
