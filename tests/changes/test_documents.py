"""What the pages about changes say is true of the code."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.changes import Item, Kind, Level, compare
from generator.changes.comparison import compare_checked
from generator.diagnostics import Extent
from generator.model import Library
from generator.pipeline import Checked, check
from generator.project import Project
from generator.reporters.diff import DiffView, SideName, report_diff
from generator.runner import CheckedPlan
from tests.changes.conftest import ROOT, with_plan
from tests.changes.test_complete import PARTS, mutated_plans
from tests.cli.test_diff import one_amount, one_target, remake

DEV = (ROOT / "docs" / "dev" / "diff.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "huong-dan" / "doc-thay-doi.md").read_text(encoding="utf-8")


def test_the_order_of_importance_is_the_documented_one() -> None:
    """Kinds stand in the page in their order, each in the row of its level."""
    rows = re.findall(r"^\| `(promise|content|form|text)` \| (.+) \|$", DEV, re.MULTILINE)
    told = {level: re.findall(r"`([a-z-]+)`", kinds) for level, kinds in rows}
    assert told == {
        level.name.lower(): [str(kind) for kind in Kind if kind.level is level] for level in Level
    }


def keys_in(value: Any) -> set[str]:
    """Every key of a JSON value, at any depth, but for those that are kinds."""
    if isinstance(value, dict):
        inner = {key for one in value.values() for key in keys_in(one)}
        return inner | {key for key in value if key not in set(Kind)}
    return {key for one in value for key in keys_in(one)} if isinstance(value, list) else set()


def _checked(library: Library) -> Checked:
    plans = {plan.id: CheckedPlan(plan, (), {}) for plan in library.plans}
    return Checked((), library.registry, Extent(), read=lambda: plans)


def test_every_key_of_the_json_is_documented(rich: Library) -> None:
    """Whatever changes in the example, the keys that come out stand in the page."""
    documented = set(re.findall(r"`([a-z_]+)`", DEV))
    (plan,) = rich.plans
    found: set[str] = set()
    items: set[str] = set()
    for part in PARTS:
        for _, changed in mutated_plans(plan, part):
            now = with_plan(rich, changed)
            before, after = _checked(rich), _checked(now)
            comparison = compare_checked(before, after)
            assert comparison.changes == compare(rich, now)
            text = report_diff("json", DiffView(comparison, SideName("a"), SideName("b")))
            found |= keys_in(json.loads(text))
            items |= {change["item"] for change in json.loads(text)["changes"]}
    assert len(found) > 50
    assert found - documented == set()
    assert items <= set(Item)


@pytest.fixture(scope="module")
def example(real: Checked, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the command says of the example of the guide."""
    root = tmp_path_factory.mktemp("vi-du")
    shutil.copytree(ROOT / "plans", root / "plans")
    folder: Path = root / "plans" / "tay-ninh" / "1330-da-ubnd-2025"
    remake(folder / "annexes" / "phu-luc-1-2.yaml", one_amount)
    remake(folder / "indicators.yaml", one_target)
    comparison = compare_checked(real, check(Project(root)))
    return report_diff("text", DiffView(comparison, SideName("main"), SideName("b")))


def test_the_guide_shows_what_the_command_says(example: str) -> None:
    """The report in the guide for reviewers is made by the command, to the last figure."""
    (shown,) = re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)
    said = example.replace("\N{NO-BREAK SPACE}", " ")
    assert said.partition("\n\n")[2].partition("\n\n")[0] + "\n" == shown


def test_the_guide_names_changes_as_the_command_does() -> None:
    """Words that the guide explains are those of the sentences."""
    sentences = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "generator" / "changes").rglob("*.py")
    )
    for words in (
        "Đổi cách so sánh",
        "Lùi hạn",
        "Rút ngắn hạn",
        "Tổng đã đổi theo",
        "Tổng chưa đổi theo",
        "Tổng giữ nguyên vì số khác bù lại",
        "Chuyển",
        "đánh số lại",
        "sổ cơ quan đổi nên",
    ):
        assert words in sentences
        assert words.casefold() in GUIDE.casefold()
