"""The small types that every model is made of."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.model import Period, parse_period
from generator.model.base import Code, IsoDate, Number


@pytest.mark.parametrize(
    ("value", "period"),
    [(2025, Period(2025, 2025)), ("2025", Period(2025, 2025)), ("2026-2030", Period(2026, 2030))],
)
def test_a_period_is_a_year_or_a_span(value: object, period: Period) -> None:
    """An integer, a year in quotes and a span are periods, and are written back alike."""
    assert parse_period(value) == period
    assert str(period) == str(value)


@pytest.mark.parametrize("value", ["2030-2026", "26-30", 20255, True, 2025.0, None, "2025 - 2030"])
def test_what_is_no_period_is_refused(value: object) -> None:
    """The wrong way round, too short, too long, or of another type."""
    with pytest.raises(PydanticCustomError):
        parse_period(value)


def test_periods_overlap_and_contain_by_years_included() -> None:
    """Both ends belong to a period."""
    assert Period(2025, 2026).overlaps(Period(2026, 2030))
    assert not Period(2025, 2025).overlaps(Period(2026, 2030))
    assert Period(2025, 2030).contains(Period(2025, 2030))
    assert not Period(2026, 2030).contains(Period(2025, 2030))


def test_a_number_keeps_its_digits() -> None:
    """A figure written with a decimal point stays exactly that."""
    adapter: TypeAdapter[Decimal] = TypeAdapter(Number)
    assert adapter.validate_python(42.05) == Decimal("42.05")
    with pytest.raises(ValidationError):
        adapter.validate_python(True)


@pytest.mark.parametrize("value", ["2025-02-30", "22/09/2025", "2025-9-2", 20250922])
def test_a_day_that_does_not_exist_is_refused(value: object) -> None:
    """Only real days, written year first, are days."""
    with pytest.raises(ValidationError):
        TypeAdapter(IsoDate).validate_python(value)


@pytest.mark.parametrize(
    ("code", "good"),
    [("1.10", True), ("II.1", True), ("đ", True), ("1.", False), ("", False), ("a b", False)],
)
def test_a_code_is_a_printed_number(code: str, good: bool) -> None:
    """Letters and digits joined by single marks; no space, no mark at the end."""
    adapter: TypeAdapter[str] = TypeAdapter(Code)
    if good:
        assert adapter.validate_python(code) == code
    else:
        with pytest.raises(ValidationError):
            adapter.validate_python(code)


def test_no_other_package_has_a_say_in_what_a_plan_may_be(tmp_path: Path) -> None:
    """A plugin for pydantic that happens to be installed is not loaded."""
    (tmp_path / "meddler-1.0.dist-info").mkdir()
    (tmp_path / "meddler-1.0.dist-info/METADATA").write_text("Name: meddler\nVersion: 1.0\n")
    (tmp_path / "meddler-1.0.dist-info/entry_points.txt").write_text("[pydantic]\na = meddler:it\n")
    (tmp_path / "meddler.py").write_text("print('loaded')\nit = None\n")
    load = "from pydantic import BaseModel\nclass Other(BaseModel): pass\n"
    ours = "from generator.model import PlanMeta\nPlanMeta.model_rebuild(force=True)\n"
    path = os.pathsep.join([str(Path(__file__).parents[2]), str(tmp_path)])
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={k: v for k, v in os.environ.items() if not k.startswith("PYDANTIC_")}
            | {"PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        for code in (load, ours)
    ]
    assert said == ["loaded\n", ""]
