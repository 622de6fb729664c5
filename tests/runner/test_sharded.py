"""The shards of a check, put together, find what one check of everything does."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostics import Diagnostic
from generator.project import Project, Shard

ROOT = Path(__file__).parents[2]
Spoil = Callable[[Path], None]


def _nothing(root: Path) -> None:
    del root


def _stray_file(root: Path) -> None:
    (root / "plans/tay-ninh/plan.yaml").write_text("a: 1\n", encoding="utf-8")


def _unreadable_plan(root: Path) -> None:
    next(root.glob("plans/quang-ngai/*/plan.yaml")).write_text("a: [\n", encoding="utf-8")


def _broken_registry(root: Path) -> None:
    (root / "plans/registry/units.yaml").write_text("units: 5\n", encoding="utf-8")


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """The root of a copy of the plans, free to be spoilt."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    (tmp_path / "schema").mkdir()
    return tmp_path


def _of_plans(found: tuple[Diagnostic, ...]) -> Counter[str]:
    """Findings with all that they say; the registry's, which every shard tells, count once."""
    return Counter(repr(one) for one in found if one.plan_id)


def _of_all(found: tuple[Diagnostic, ...]) -> set[str]:
    return {repr(one) for one in found}


@pytest.mark.parametrize("spoil", [_nothing, _stray_file, _unreadable_plan, _broken_registry])
@pytest.mark.parametrize("count", [2, 7])
def test_shards_together_find_what_the_whole_does(real: Path, spoil: Spoil, count: int) -> None:
    """No finding is lost, made up or told of a plan twice, whatever is wrong with the data."""
    spoil(real)
    whole = pipeline.check(Project(real))
    shards = [pipeline.check(Project(real), shard=Shard(k, count)) for k in range(1, count + 1)]
    found = tuple(one for shard in shards for one in shard.diagnostics)
    assert _of_plans(found) == _of_plans(whole.diagnostics)
    assert _of_all(found) == _of_all(whole.diagnostics)
    assert any(shard.blocks for shard in shards) == whole.blocks
    names = [name for shard in shards for name in shard.fingerprints.items()]
    assert sorted(names) == sorted(whole.fingerprints.items())


@pytest.mark.parametrize("count", [3, 5])
def test_findings_across_plans_are_told_by_the_first_shard(real: Path, count: int) -> None:
    """Notes that set a plan beside another one come from shard 1, of whatever province they are."""
    whole = pipeline.check(Project(real)).diagnostics
    across = {repr(one) for one in whole if one.finding.rule.code.startswith("X")}
    assert across
    for k in range(1, count + 1):
        found = _of_all(pipeline.check(Project(real), shard=Shard(k, count)).diagnostics)
        assert (across & found) == (across if k == 1 else set())


def test_shard_brings_its_own_plans_only(real: Path) -> None:
    """The plans of a shard are those of its provinces."""
    checked = pipeline.check(Project(real), shard=Shard(1, 2))
    provinces = {plan.province_id for plan in checked.library.plans}
    assert provinces == {"ca-mau", "quang-ngai", "tien-giang"}
    assert checked.extent.plans == len(checked.library.plans) == 3
