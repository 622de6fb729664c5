"""Shards: machines that divide a build among them give the same site as one."""

import shutil
from pathlib import Path

import pytest

from generator.pipeline import check
from generator.project import Project, Shard
from generator.site import plan_part
from generator.site.build import build_shard, build_site
from generator.site.plan_part import Setting
from tests.site.test_build import fingerprint, quiet

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture
def two(example: Project) -> Project:
    """A project of two provinces, each with the plan of the smallest example."""
    plans = example.root / "plans"
    provinces = plans / "registry" / "provinces.yaml"
    text = provinces.read_text(encoding="utf-8")
    other = "  vi-du-hai:\n    name: Ví Dụ Hai\n    kind: tỉnh\n    valid_from: 2025-01-01\n"
    provinces.write_text(text + other, encoding="utf-8")
    shutil.copytree(plans / "vi-du", plans / "vi-du-hai")
    return example


def test_two_shards_make_all_parts_and_the_merge_only_lays_them(
    two: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site from the caches of both is byte for byte that of one machine, made from no plan."""
    checked = check(two, wants_plans=True)
    assert not checked.blocks, checked.diagnostics
    build_site(two, tmp_path / "whole", checked, quiet)
    for number in (1, 2):
        monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / f"cache-{number}"))
        build_shard(two, Shard(number, 2), checked, quiet)
    caches = [tmp_path / "cache-1", tmp_path / "cache-2"]
    assert [len([f for f in cache.glob("*/*") if f.is_file()]) for cache in caches] == [1, 1]
    for cache in caches:
        shutil.copytree(cache, tmp_path / "both", dirs_exist_ok=True)
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "both"))
    monkeypatch.setattr(plan_part, "plan_part", _nobody_makes)
    build_site(two, tmp_path / "merged", checked, quiet)
    assert fingerprint(tmp_path / "merged") == fingerprint(tmp_path / "whole")


def _nobody_makes(_share: object, _setting: Setting) -> object:
    raise AssertionError("a part was made again")


def test_a_part_is_made_again_when_anything_that_it_shows_changes(
    two: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an edited figure the site from a warm cache is that from none, byte for byte."""
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    build_site(two, tmp_path / "first", check(two, wants_plans=True), quiet)
    plan = two.root / "plans" / "vi-du" / "01-kh-2025" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    edited = text.replace("summary: ", "summary: Sửa rồi. ", 1)
    assert edited != text
    plan.write_text(edited, encoding="utf-8")
    checked = check(two, wants_plans=True)
    build_site(two, tmp_path / "warm", checked, quiet)
    monkeypatch.setenv("KEHOACH_CACHE", "")
    build_site(two, tmp_path / "cold", checked, quiet)
    assert fingerprint(tmp_path / "warm") == fingerprint(tmp_path / "cold")
    assert fingerprint(tmp_path / "warm") != fingerprint(tmp_path / "first")


def test_a_part_is_made_again_by_another_program(
    two: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What shows plans has a say in a part, though none in what is found in the plan."""
    cache = tmp_path / "cache"
    checked = check(two, wants_plans=True)
    monkeypatch.setenv("KEHOACH_CACHE", str(cache))
    counts = []
    for program in ("1", "1", "2"):
        monkeypatch.setattr(plan_part, "of_program", lambda program=program: program)
        build_shard(two, Shard(1, 2), checked, quiet)
        counts.append(len([file for file in cache.glob("*/*") if file.is_file()]))
    assert counts == [1, 1, 2]
