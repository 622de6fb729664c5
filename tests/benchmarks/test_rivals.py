"""What is compared is the same: six pages a plan, with the rows of the plan on them."""

from pathlib import Path

import pytest
import yaml

from benchmarks.edits import raise_amount
from benchmarks.rivals import sources
from benchmarks.rivals.content import PAGES
from benchmarks.six_pages import main as build_six_pages
from benchmarks.synthetic import write_project
from generator.pipeline import check
from generator.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two made-up plans."""
    return Project(write_project(tmp_path / "project", 2))


def test_every_row_stands_on_its_page(project: Project) -> None:
    """All tasks and indicators of a plan are in the tables that the others render."""
    plan = check(project).library.plans[0]
    folder = next(f for f in project.plan_folders() if f.plan_id == plan.id)
    tasks, indicators = (PAGES[name][1](folder.path) for name in ("nhiem-vu", "chi-tieu"))
    assert tasks.count("\n| ") > 100
    assert all(f"| {one.code} | {one.name} |" in indicators for one in plan.indicators.indicators)


def test_every_page_is_in_the_navigation(project: Project, tmp_path: Path) -> None:
    """Stock Material is given all pages in `nav`, and each is written by a macro."""
    folder = sources.stock(project, tmp_path / "stock")
    nav = str(yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))["nav"])
    pages = [file.relative_to(folder / "docs") for file in folder.rglob("*/index.md")]
    assert len(pages) == 1 + 2 * len(PAGES)
    assert all(str(page) in nav for page in pages)


def test_hugo_is_given_the_same_text(project: Project, tmp_path: Path) -> None:
    """Its Markdown holds the tables that the macros write."""
    plan = project.plan_folders()[0]
    folder = sources.hugo(project, tmp_path / "hugo")
    page = folder / "content" / plan.plan_id / "kinh-phi" / "index.md"
    assert PAGES["kinh-phi"][1](plan.path) in page.read_text(encoding="utf-8")


def test_ours_cut_down_has_six_pages_a_plan(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cut-down build makes those pages and no others of a plan."""
    out = tmp_path / "site"
    monkeypatch.setattr("sys.argv", ["six_pages", str(project.root), str(out)])
    build_six_pages()
    plan = out / project.plan_folders()[0].plan_id
    found = {str(f.parent.relative_to(plan)) for f in plan.rglob("index.html")}
    assert found == {name or "." for name in PAGES}


def test_an_edit_keeps_all_sums(project: Project) -> None:
    """The raised amount is in every sum above it, so that no error stands open."""
    plan = project.plan_folders()[0]
    before = (plan.path / "budget.yaml").read_text(encoding="utf-8")
    words = raise_amount(plan.path, 10)
    after = (plan.path / "budget.yaml").read_text(encoding="utf-8")
    assert words not in before
    assert words in after
    assert not check(project).blocks


def test_an_edit_can_be_taken_back(project: Project) -> None:
    """The opposite edit gives the same bytes as before, so that a whole build can be compared."""
    plan = project.plan_folders()[0].path
    before = {file: file.read_bytes() for file in plan.rglob("*.yaml")}
    raise_amount(plan, 30)
    assert {file: file.read_bytes() for file in before} != before
    raise_amount(plan, -30)
    assert {file: file.read_bytes() for file in before} == before
