"""The page of benchmarks: every goal beside its figure, and what stands in the way."""

from pathlib import Path

import yaml

from benchmarks.__main__ import main
from benchmarks.page import OBSTACLES, write
from benchmarks.results import Part, Table, at_least, load, replaced, save, told, unmeasured, within

_PART = Part(
    "check",
    "Check",
    "As it is.",
    goals=(
        within("slow", "ours against theirs", 3.14159, 3, " ×"),
        at_least("fast", "theirs against ours", 12, 10, " × faster"),
        unmeasured("none", "against Hugo", "at most 3 ×", "not installed"),
        told("the whole", "5 s"),
    ),
    tables=(Table("Medians.", ("a", "b"), (("1", "x|y"),)),),
    machine={"Python": "3.11"},
)


def test_each_goal_stands_beside_its_figure(tmp_path: Path) -> None:
    """Met or not, and what stands in the way only where it is not."""
    obstacles = tmp_path / "obstacles.yaml"
    obstacles.write_text("slow: It must look twice.\nfast: Nothing.\n", encoding="utf-8")
    write([_PART], tmp_path / "page.md", obstacles)
    text = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "| ours against theirs | at most 3 × | 3.14 × | not met | It must look twice. |" in text
    assert "| theirs against ours | at least 10 × faster | 12.00 × faster | met |  |" in text
    assert "| against Hugo | at most 3 × | not installed | not measured |  |" in text
    assert "| the whole | none | 5 s |  |  |" in text
    assert "| 1 | x/y |" in text
    assert "| Python | 3.11 |" in text


def test_parts_are_kept_between_runs(tmp_path: Path) -> None:
    """A run of one part leaves the others as they were, in the order of the page."""
    file = tmp_path / "results.json"
    assert load(file) == ()
    save([_PART], file)
    assert load(file) == (_PART,)
    build, newer = Part("build", "Build", ""), Part("check", "Newer", "")
    assert replaced((_PART, build), (newer,), ("check", "build")) == (newer, build)


def test_obstacles_belong_to_goals() -> None:
    """Each key of the table that people keep is the key of a goal that was measured."""
    keys = yaml.safe_load(OBSTACLES.read_text(encoding="utf-8")) or {}
    assert set(keys) <= {goal.key for part in load() for goal in part.goals}


def test_a_quick_run_writes_the_page(tmp_path: Path) -> None:
    """The smallest run goes from made-up plans to the page, and asserts no time."""
    page, kept = tmp_path / "page.md", tmp_path / "results.json"
    words = ["check", "--sizes", "2", "--repeats", "1", "--work", str(tmp_path / "work")]
    main([*words, "--page", str(page), "--results", str(kept)])
    (part,) = load(kept)
    assert [goal.key for goal in part.goals] == ["check-wall", "check-cpu"]
    assert {row[1] for row in part.tables[0].rows} >= {"check", "yaml.load and jsonschema"}
    assert "## Check" in page.read_text(encoding="utf-8")
