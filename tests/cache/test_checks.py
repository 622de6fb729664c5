"""Checks with a cache say what checks without one say, and work out only what changed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.cache import VARIABLE
from generator.project import PlanFolder, Project
from generator.runner import CheckedPlan, check_files, outcome

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The two smallest plans of this repository and the registry, free to be spoilt."""
    for name in ("registry", "ca-mau", "long-an", "tay-ninh"):
        shutil.copytree(ROOT / "plans" / name, tmp_path / "du-an" / "plans" / name)
    (tmp_path / "du-an" / "schema").mkdir()
    return tmp_path / "du-an"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test's own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def checked_plans(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the plans that were validated and checked, in order."""
    done: list[str] = []

    def note(folder: PlanFolder, *args: Any, **kwargs: Any) -> CheckedPlan:
        done.append(folder.plan_id)
        return check_files(folder, *args, **kwargs)

    monkeypatch.setattr(outcome, "check_files", note)
    return done


def _all(root: Path) -> list[str]:
    checked = pipeline.check(Project(root))
    return [repr(one) for one in checked.diagnostics] + [repr(checked.extent)]


def _without(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    with monkeypatch.context() as patch:
        patch.setenv(VARIABLE, "")
        return _all(root)


def _nothing(root: Path) -> None:
    del root


def _edit(name: str, before: str, after: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        (file,) = root.glob(name)
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")

    return spoil


_SHIFT = _edit("plans/tay-ninh/*/indicators.yaml", "indicators:", "# chú thích\nindicators:")
_BREAK = _edit("plans/long-an/*/indicators.yaml", "indicators:", "indicatorss:")
_LOWER = _edit("plans/long-an/*/plan.yaml", "period:", "perriod:")


def _unlink(root: Path) -> None:
    next(root.glob("plans/long-an/*/waivers.yaml")).unlink()


def _move(root: Path) -> None:
    folder = next(root.glob("plans/long-an/*"))
    folder.rename(folder.with_name("ke-hoach-khac"))


def _registry(root: Path) -> None:
    file = root / "plans/registry/agencies.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("aliases:", "alias:", 1), "utf-8")


@pytest.mark.parametrize("spoil", [_nothing, _SHIFT, _BREAK, _LOWER, _unlink, _move, _registry])
def test_findings_are_the_same_with_and_without_a_cache(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], None]
) -> None:
    """After any change a check that remembers says what one that does not remember says."""
    before = _all(root)
    spoil(root)
    expected = _without(root, monkeypatch)
    assert (expected == before) == (spoil is _nothing)
    assert _all(root) == expected
    assert _all(root) == expected
    assert any(cache.rglob("*"))


def test_only_the_changed_plan_is_checked_again(
    root: Path, cache: Path, checked_plans: list[str]
) -> None:
    """A plan whose files, registry and program are the same is looked up."""
    _all(root)
    assert len(checked_plans) == 3
    checked_plans.clear()
    _all(root)
    assert checked_plans == []
    _SHIFT(root)
    _all(root)
    assert checked_plans == ["tay-ninh/1330-da-ubnd-2025"]


def test_a_spoilt_cache_is_no_cache(root: Path, cache: Path) -> None:
    """Whatever stands in the files of the cache, the findings are right."""
    expected = _all(root)
    for number, file in enumerate(sorted(f for f in cache.rglob("*") if f.is_file())):
        content = file.read_bytes()
        file.write_bytes(
            (b"", content[: len(content) // 2], b"\x80\x05N.", content * 2)[number % 4]
        )
    assert _all(root) == expected


def test_plans_of_kept_outcomes_can_still_be_asked_for(root: Path, cache: Path) -> None:
    """The library and the sources are the same, kept, sent or read again."""
    fresh = pipeline.check(Project(root))
    kept = pipeline.check(Project(root))
    pipeline.check(Project(root), wants_plans=True)
    brought = pipeline.check(Project(root), wants_plans=True)
    for other in (kept, brought):
        assert other.library == fresh.library
        assert {k: set(v) for k, v in other.sources.items()} == {
            k: set(v) for k, v in fresh.sources.items()
        }
        annex = other.sources["ca-mau/120-kh-ubnd-2025"]["plan"]
        assert annex.line(("plan", "title")) == fresh.sources["ca-mau/120-kh-ubnd-2025"][
            "plan"
        ].line(("plan", "title"))


def test_unsound_registry_is_not_taken_for_a_sound_one(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found without checking in depth is not told once the registry is mended."""
    file = root / "plans/registry/units.yaml"
    text = file.read_text(encoding="utf-8")
    expected = _without(root, monkeypatch)
    file.write_text("units: 5\n", encoding="utf-8")
    assert _all(root) != expected
    file.write_text(text, encoding="utf-8")
    assert _all(root) == expected


def test_a_plan_beside_the_chosen_one_is_not_kept_as_if_checked(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plans that were only read, for checks across plans, are checked when their turn comes."""
    chosen = pipeline.check(Project(root), [root / "plans/ca-mau"])
    assert {one.plan_id for one in chosen.diagnostics} <= {"", "ca-mau/120-kh-ubnd-2025"}
    assert _all(root) == _without(root, monkeypatch)
