"""One mistake is told once; two mistakes are told apart; what is accepted stays as it is."""

import json
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.diagnostics import Diagnostic, Status, flattened
from generator.pipeline import check
from generator.project import Project


def change(file: Path, *pairs: tuple[str, str]) -> None:
    """Replace texts that each stand once."""
    text = file.read_text("utf-8")
    for before, after in pairs:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


def errors(project: Project) -> list[Diagnostic]:
    """What stops the build."""
    return [d for d in check(project).diagnostics if d.blocks]


ROW_1 = "amounts: {y2025: 100, y2026-2030: 500, total: 600}"
ROW_3 = "amounts: {y2026-2030: 1200, total: 1200}"


def test_a_wrong_cell_is_told_with_the_figure_that_fits(project: Project, annex: Path) -> None:
    """Row and column that are off by one amount are one finding, which names cell and figure."""
    change(annex, (ROW_1, "amounts: {y2025: 100, y2026-2030: 540, total: 600}"))
    (found,) = errors(project)
    assert found.finding.rule.code == "B101"
    assert (
        "«y2026-2030» ở dòng 21 đang ghi 540; nếu là 500 thì tất cả đều khớp" in found.finding.hint
    )
    assert {d.finding.rule.code for d in found.same_cause} == {"B102"}


def test_the_figure_that_fits_makes_the_plan_clean(project: Project, annex: Path) -> None:
    """Writing the figure that the hint names leaves nothing to find."""
    change(annex, (ROW_1, "amounts: {y2025: 100, y2026-2030: 540, total: 600}"))
    assert errors(project)
    change(annex, ("y2026-2030: 540", "y2026-2030: 500"))
    assert errors(project) == []


def test_two_mistakes_are_two_findings(project: Project, annex: Path) -> None:
    """Wrong cells in two groups are told apart, each with its own figure."""
    change(
        annex,
        (ROW_1, "amounts: {y2025: 100, y2026-2030: 540, total: 600}"),
        (ROW_3, "amounts: {y2026-2030: 1290, total: 1200}"),
    )
    first, second = errors(project)
    assert "nếu là 500" in first.finding.hint
    assert "nếu là 1.200" in second.finding.hint


def test_two_cells_of_one_group_are_two_findings(project: Project, annex: Path) -> None:
    """In one column of one group, two wrong cells are no one cell: nothing is guessed."""
    change(
        annex,
        (ROW_1, "amounts: {y2025: 100, y2026-2030: 540, total: 600}"),
        ("y2026-2030: 250, total: 300}", "y2026-2030: 259, total: 300}"),
    )
    found = errors(project)
    assert sorted(d.finding.rule.code for d in found) == ["B101", "B101", "B102"]
    assert not any(d.same_cause for d in found)


def test_a_total_that_follows_its_parts_goes_with_them(project: Project, annex: Path) -> None:
    """A group that lacks a row in two columns is told once, at the part."""
    change(annex, (ROW_1, "amounts: {y2025: 100, y2026-2030: 540, total: 640}"))
    (found,) = errors(project)
    assert (found.finding.rule.code, found.place[-10:]) == ("B102", "y2026-2030")
    (total,) = found.same_cause
    assert total.place.endswith("stated/total")
    assert "«total» in 900, tính được 940" in found.finding.hint


def test_programs_get_every_finding_by_itself(
    project: Project, annex: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON lists what is gathered for people, and counts it."""
    change(annex, (ROW_1, "amounts: {y2025: 100, y2026-2030: 540, total: 600}"))
    assert main(["check", "--format", "json", "--root", str(project.root)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [f["code"] for f in told["findings"] if f["severity"] == "error"] == ["B102", "B101"]
    assert told["summary"]["errors"] == 2
    assert told["summary"]["by_code"]["B102"] == 1
    assert main(["check", "--root", str(project.root)]) == 1
    assert "Chưa đạt: 1 lỗi" in capsys.readouterr().out


WAIVER = """\
waivers:
  - {code: B102, path: annexes/phu-luc-1/rows/I/stated/y2026-2030, stated: 750, computed: %d, reason: a, source: b}
"""


def test_accepted_findings_are_not_gathered(project: Project, plan: Path, annex: Path) -> None:
    """When one of the sums is accepted, the other stands for itself."""
    change(annex, (ROW_1, "amounts: {y2025: 100, y2026-2030: 540, total: 600}"))
    (plan / "waivers.yaml").write_text(WAIVER % 790, encoding="utf-8")
    (found,) = errors(project)
    assert (found.finding.rule.code, found.same_cause) == ("B101", ())
    accepted = [d for d in check(project).diagnostics if d.status is Status.ACCEPTED]
    assert [d.finding.rule.code for d in accepted] == ["B102"]


def test_a_changed_waived_figure_is_told_once(project: Project, plan: Path, annex: Path) -> None:
    """The waiver's fault names the line of the figure, and the finding goes with it."""
    change(
        annex,
        (ROW_1, "amounts: {y2025: 100, y2026-2030: 540, total: 640}"),
        ("total: 900}", "total: 940}"),
    )
    text = WAIVER % 700
    (plan / "waivers.yaml").write_text(text, encoding="utf-8")
    stale = [d for d in errors(project) if d.finding.rule.code == "W102"]
    assert "annexes/phu-luc-1.yaml dòng 13" in stale[0].finding.hint
    assert [d.finding.rule.code for d in stale[0].same_cause] == ["B102"]


def test_every_finding_can_be_had_by_itself(project: Project, annex: Path) -> None:
    """Flattened, the findings are those that the checks gave, none twice and none inside another."""
    change(annex, (ROW_1, "amounts: {y2025: 100, y2026-2030: 540, total: 600}"))
    flat = [d for d in flattened(check(project).diagnostics) if d.blocks]
    assert sorted(d.finding.rule.code for d in flat) == ["B101", "B102"]
    assert not any(d.same_cause for d in flat)
