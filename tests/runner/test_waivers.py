"""The life of a waiver: it accepts, it grows stale, it is repeated."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.diagnostics import (
    Diagnostic,
    Figures,
    Finding,
    Rule,
    Severity,
    Status,
    flattened,
)
from generator.model import Waiver
from generator.project import Project
from generator.runner import CheckedPlan, check_plan, judge, read_registry

RULE = Rule("B101", "row-sum-mismatch", Severity.ERROR, "Sai")
PLACE = "annexes/phu-luc-1/rows/I/rows/1/amounts/total"

WAIVER = """\
  - code: {code}
    path: {path}
    stated: {stated}
    computed: {computed}
    reason: Văn bản in như vậy.
    source: Phụ lục I
"""


def _waive(plan: Path, *entries: dict[str, object]) -> None:
    default = {"code": "B101", "path": PLACE, "stated": 601, "computed": 600}
    text = "".join(WAIVER.format(**(default | entry)) for entry in entries)
    (plan / "waivers.yaml").write_text(f"waivers:\n{text}", encoding="utf-8")


def _check(project: Project) -> CheckedPlan:
    (folder,) = project.plan_folders()
    return check_plan(folder, read_registry(project).registry)


def _found(project: Project, family: str) -> list[Diagnostic]:
    return [d for d in _check(project).diagnostics if d.finding.rule.code.startswith(family)]


@pytest.fixture
def wrong(annex: Path) -> Path:
    """The annex with one row total printed one too high, in a way that no other sum sees."""
    text = annex.read_text(encoding="utf-8")
    annex.write_text(text.replace("total: 600}", "total: 601}", 1), encoding="utf-8")
    return annex


def _row(project: Project) -> Diagnostic:
    (row,) = [d for d in flattened(_check(project).diagnostics) if d.place == PLACE]
    return row


def test_finding_is_open_without_a_waiver(project: Project, wrong: Path) -> None:
    """A discrepancy that nobody accepted stops the build."""
    assert _row(project).blocks


def test_waiver_with_the_same_figures_accepts(project: Project, plan: Path, wrong: Path) -> None:
    """The same code, place and figures: the finding is accepted with the waiver's reason."""
    _waive(plan, {})
    row = _row(project)
    assert (row.status, row.reason) == (Status.ACCEPTED, "Văn bản in như vậy.")
    assert not row.blocks
    assert _found(project, "W") == []


def test_waiver_with_other_figures_does_not_accept(
    project: Project, plan: Path, wrong: Path
) -> None:
    """After the figures change, the finding is open again and the waiver is told with both."""
    _waive(plan, {"stated": 700})
    assert _row(project).status is Status.OPEN
    (stale,) = _found(project, "W")
    assert stale.finding.rule.code == "W102"
    assert "in 700, tính được 600" in stale.finding.message
    assert "in 601, tính được 600" in stale.finding.message
    assert "stated: 601, computed: 600" in stale.finding.hint


def test_waiver_without_figures_does_not_accept_figures(
    project: Project, plan: Path, wrong: Path
) -> None:
    """A waiver that names no figures accepts no finding that has some."""
    (plan / "waivers.yaml").write_text(
        f"waivers:\n  - {{code: B101, path: {PLACE}, reason: a, source: b}}\n", encoding="utf-8"
    )
    assert _row(project).status is Status.OPEN
    assert [d.finding.rule.code for d in _found(project, "W")] == ["W102"]


def test_waiver_outlives_its_finding(project: Project, plan: Path) -> None:
    """When the data is mended, the waiver that is left is an error at its own line."""
    _waive(plan, {})
    (stale,) = _found(project, "W")
    assert stale.finding.rule.code == "W101"
    assert stale.file == "plans/vi-du/01-kh-2025/waivers.yaml"
    line = (plan / "waivers.yaml").read_text(encoding="utf-8").splitlines()[stale.line - 1]
    assert line.strip() == f"path: {PLACE}"
    assert stale.place == "waivers/waivers/B101/path"


def test_waiver_with_a_wrong_place_is_told_the_right_one(
    project: Project, plan: Path, wrong: Path
) -> None:
    """A place that is nearly right is answered with the one that was found."""
    _waive(plan, {"path": PLACE.replace("rows/1/", "rows/7/")})
    (stale,) = _found(project, "W")
    assert stale.finding.rule.code == "W101"
    assert f"«{PLACE}»" in stale.finding.hint


def test_repeated_waiver_is_told(project: Project, plan: Path, wrong: Path) -> None:
    """A second waiver for the same thing is an error; the first still accepts."""
    _waive(plan, {}, {})
    assert _row(project).status is Status.ACCEPTED
    (again,) = _found(project, "W")
    assert again.finding.rule.code == "W103"
    assert again.place == "waivers/waivers/B101~2/path"


def test_waiver_cannot_accept_a_waiver_fault(project: Project, plan: Path) -> None:
    """A waiver for a rule about waivers matches nothing: such faults cannot be accepted."""
    _waive(plan, {"code": "W101", "path": "waivers/waivers/W101/path", "stated": 1, "computed": 1})
    (fault,) = _found(project, "W")
    assert fault.finding.rule.code == "W101"
    assert fault.blocks


def test_broken_plan_says_nothing_of_waivers(project: Project, plan: Path, wrong: Path) -> None:
    """While a part does not validate, waivers are not called stale."""
    _waive(plan, {})
    (plan / "budget.yaml").write_text("statements: 5\n", encoding="utf-8")
    assert _found(project, "W") == []


def _diagnostic(figures: Figures | None) -> Diagnostic:
    return Diagnostic(Finding(RULE, ("a", "b"), "Sai.", "", figures), "f", 1, 1, "a/b")


def _waiver(stated: str | None, computed: str | None) -> Waiver:
    numbers = {"stated": stated, "computed": computed}
    given = {key: Decimal(value) for key, value in numbers.items() if value is not None}
    return Waiver(code="B101", path="a/b", reason="r", source="s", **given)


@pytest.mark.parametrize(
    ("stated", "computed", "figures", "accepted"),
    [
        (None, None, None, True),
        ("1", "2", Figures(1, 2), True),
        ("42.05", "2", Figures(Decimal("42.050"), Decimal(2)), True),
        ("1", None, Figures(1, 2), False),
        (None, None, Figures(1, 2), False),
        ("1", "2", None, False),
        ("2", "1", Figures(1, 2), False),
    ],
)
def test_figures_must_be_equal_or_absent_on_both_sides(
    stated: str | None, computed: str | None, figures: Figures | None, accepted: bool
) -> None:
    """Only equal figures, or none on either side, accept a finding; else the waiver is stale."""
    judged = judge([_diagnostic(figures)], [(0, _waiver(stated, computed))])
    assert (judged.diagnostics[0].status is Status.ACCEPTED) is accepted
    assert [f.rule.code for f in judged.findings] == ([] if accepted else ["W102"])


def test_two_findings_at_one_place_need_two_waivers() -> None:
    """Findings that share code and place are told apart by their figures."""
    found = [_diagnostic(Figures(5, 4)), _diagnostic(Figures(5, 3))]
    judged = judge(found, [(0, _waiver("5", "4"))])
    assert [d.status for d in judged.diagnostics] == [Status.ACCEPTED, Status.OPEN]
    both = judge(found, [(0, _waiver("5", "4")), (1, _waiver("5", "3"))])
    assert {d.status for d in both.diagnostics} == {Status.ACCEPTED}
    assert both.findings == ()


def test_notes_can_be_accepted_too() -> None:
    """A note that a waiver names is accepted like an error."""
    note = replace(_diagnostic(None).finding, rule=replace(RULE, severity=Severity.NOTE))
    judged = judge([replace(_diagnostic(None), finding=note)], [(0, _waiver(None, None))])
    assert judged.diagnostics[0].status is Status.ACCEPTED
