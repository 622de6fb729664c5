"""Findings before and now: new, gone and changed ones apart from those that stayed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.changes.comparison import Comparison, compare_checked
from generator.changes.findings import each
from generator.pipeline import Checked, check
from generator.project import Project
from tests.changes.conftest import BASE, kinds

Remade = Callable[..., Checked]
ANNEX, META = "annexes/phu-luc-1.yaml", "plan.yaml"
AGENCIES = "plans/registry/agencies.yaml"


@pytest.fixture(scope="module")
def before() -> Checked:
    """The example, checked."""
    return check(Project(BASE))


def codes(comparison: Comparison) -> tuple[list[str], list[str], list[str]]:
    """Rules of the findings that are new, gone and changed."""
    found = comparison.findings
    return (
        sorted(one.finding.rule.code for one in found.new),
        sorted(one.finding.rule.code for one in found.gone),
        sorted(now.finding.rule.code for _, now in found.changed),
    )


def wrong_total(by: int) -> Callable[[Any], None]:
    """Print the total of the second group too high."""

    def make(data: Any) -> None:
        data["rows"][1]["stated"]["y2026-2030"] = 1200 + by

    return make


def test_the_same_state_has_the_same_findings(before: Checked) -> None:
    """Nothing is new or gone, and what is there is counted."""
    comparison = compare_checked(before, before)
    assert codes(comparison) == ([], [], [])
    assert comparison.findings.same == len(before.diagnostics)
    assert (comparison.findings.new_errors, comparison.unread) == (0, ())


def test_a_total_that_no_longer_adds_up_is_new(before: Checked, remade: Remade) -> None:
    """A broken sum is new, with the figures of both sides in the totals; mended, it is gone."""
    now = remade(ANNEX, wrong_total(5))
    comparison = compare_checked(before, now)
    new, gone, _ = codes(comparison)
    assert "B102" in new
    assert gone == []
    assert comparison.findings.new_errors > 0
    (moves,) = comparison.totals.values()
    assert "nhóm II, cột «Kinh phí giai đoạn 2026 - 2030»" in [move.label for move in moves]
    back = compare_checked(now, before)
    assert codes(back)[:2] == ([], new)
    assert (back.findings.new_errors, back.findings.gone_errors > 0) == (0, True)


def test_other_figures_at_the_same_place_are_a_changed_finding(remade: Remade) -> None:
    """A mismatch that grows is neither new nor gone."""
    one = remade(ANNEX, wrong_total(5))
    comparison = compare_checked(one, remade(ANNEX, wrong_total(7)))
    new, gone, changed = codes(comparison)
    assert (new, gone) == ([], [])
    assert "B102" in changed
    assert comparison.findings.new_errors > 0


def test_an_accepted_finding_is_a_changed_one(remade: Remade, tmp_path: Path) -> None:
    """A waiver turns its findings from open to accepted: they are changed, and errors gone."""
    one = remade(ANNEX, wrong_total(5))
    waivers = [
        {
            "code": found.finding.rule.code,
            "path": found.place,
            "stated": figures.stated,
            "computed": figures.computed,
            "reason": "Như in.",
            "source": "Phụ lục I",
        }
        for found in each(one.diagnostics)
        if found.blocks and (figures := found.finding.figures)
    ]
    file = tmp_path / "vi-du" / "plans" / "vi-du" / "01-kh-2025" / "waivers.yaml"
    file.write_text(yaml.safe_dump({"waivers": waivers}, allow_unicode=True), encoding="utf-8")
    comparison = compare_checked(one, check(Project(tmp_path / "vi-du")))
    assert codes(comparison) == ([], [], sorted(str(waiver["code"]) for waiver in waivers))
    assert (comparison.findings.new_errors, comparison.findings.gone_errors > 0) == (0, True)
    assert set(kinds(comparison.changes)) == {"waiver-added"}


def test_a_finding_follows_its_row(remade: Remade) -> None:
    """A finding about a row that only took another number is neither new nor gone."""

    def wrong(data: Any) -> None:
        data["rows"][1]["rows"][1]["amounts"]["total"] = 31

    def renumber(data: Any) -> None:
        data["rows"][1]["rows"][1]["task"] = "5"

    one = remade(ANNEX, wrong)
    comparison = compare_checked(one, remade(ANNEX, renumber))
    new, gone, changed = codes(comparison)
    assert "B101" not in (*new, *gone, *changed)
    assert new == ["D102"]


def test_a_plan_that_cannot_be_read_is_named_and_left_out(
    before: Checked, remade: Remade, tmp_path: Path
) -> None:
    """A plan with a fault of syntax is not told as dropped; the fault is what is new."""
    remade(META, lambda data: data.update(number="02/KH-UBND"))
    file = tmp_path / "vi-du" / "plans" / "vi-du" / "01-kh-2025" / "budget.yaml"
    file.write_text("statements: [", encoding="utf-8")
    now = check(Project(tmp_path / "vi-du"))
    comparison = compare_checked(before, now)
    assert comparison.changes == ()
    (unread,) = comparison.unread
    assert (unread.plan_id, unread.before) == ("vi-du/01-kh-2025", False)
    assert [one.file for one in unread.diagnostics] == ["plans/vi-du/01-kh-2025/budget.yaml"]
    assert codes(comparison)[1:] == ([], [])
    assert comparison.findings.new_errors == 1


def test_what_could_not_be_checked_before_is_new_only_as_an_error(
    before: Checked, remade: Remade, tmp_path: Path
) -> None:
    """After a plan that could not be read, its errors are new and its notes are not told."""
    remade(ANNEX, wrong_total(5))
    root = tmp_path / "vi-du"
    good = check(Project(root))
    file = root / "plans" / "vi-du" / "01-kh-2025" / "budget.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text("statements: [", encoding="utf-8")
    broken = check(Project(root), wants_plans=True)
    file.write_text(text, encoding="utf-8")
    comparison = compare_checked(broken, good)
    assert {one.blocks for one in comparison.findings.new} == {True}
    assert "B102" in codes(comparison)[0]
    assert [one.before for one in comparison.unread] == [True]


def test_a_broken_registry_is_not_told_as_emptied(
    before: Checked, remade: Remade, tmp_path: Path
) -> None:
    """When a registry cannot be read, its entries are not dropped and plans are still compared."""
    remade(META, lambda data: data.update(number="02/KH-UBND"))
    root = tmp_path / "vi-du"
    (root / AGENCIES).write_text("agencies: {a", encoding="utf-8")
    comparison = compare_checked(before, check(Project(root)))
    assert kinds(comparison.changes) == ["card-changed"]
    assert [(one.plan_id, one.before) for one in comparison.unread] == [("", False)]
    assert codes(comparison)[1:] == ([], [])
