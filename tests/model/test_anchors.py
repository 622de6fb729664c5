"""Anchors of rows: each row of a plan has one, and pages, tables and files name the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.exports.data import ExportInput
from generator.exports.published.plan import published_plan
from generator.model import Annex, Library, Period, Plan, Task
from generator.model.anchors import Anchors, action_anchors, annex_rows, row_anchors
from generator.model.derived import working_years
from generator.pages import SiteData, render_pages
from generator.pages.views.places import place_of
from generator.pipeline import check
from generator.project import Project
from generator.vietnamese import read_schedule
from tests.pages.html_tree import parse

BASE = Path(__file__).parents[2] / "generator" / "checks" / "examples" / "base"


@pytest.fixture(scope="module")
def library() -> Library:
    """The smallest valid project, with each row of its annex printed twice."""
    whole = check(Project(BASE)).library
    (plan,) = whole.plans
    annexes = {
        annex_id: annex.model_copy(update={"rows": annex.rows * 2})
        for annex_id, annex in plan.annexes.items()
    }
    return Library((replace(plan, annexes=annexes),), whole.registry)


@pytest.fixture
def plan(library: Library) -> Plan:
    """Its plan."""
    return library.plans[0]


def test_the_first_row_of_a_code_keeps_the_anchor_and_the_next_gets_a_number() -> None:
    """Codes that differ only in case share an anchor, since addresses do not tell case apart."""
    rows = [{"task": code, "title": "Việc"} for code in ("1", "a", "1", "A", "1-2")]
    annex = Annex.model_validate({"title": "Bảng", "place": "Phụ lục", "rows": rows})
    found = [row.anchor for row in annex_rows("pl", annex)]
    assert found == ["pl.1", "pl.a", "pl.1-2", "pl.a-2", "pl.1-2-2"]


def test_rows_come_in_print_order_with_their_path_and_groups(plan: Plan) -> None:
    """A path leads to the very item, a group comes before what it holds."""
    ((annex_id, annex),) = plan.annexes.items()
    rows = list(annex_rows(annex_id, annex))
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        item: object = annex
        for key in row.path[1:]:
            item = item[key] if isinstance(key, int) else getattr(item, key)  # type: ignore[index]
        assert item is row.item
        assert len(row.groups) == len(row.path) // 2 - 1
    assert row_anchors(annex_id, annex)[f"annexes/{annex_id}",] == annex_id


def test_pages_tables_files_and_findings_give_a_row_the_same_address(library: Library) -> None:
    """A code that is printed twice leads to its own row from everywhere, never to the first."""
    (plan,) = library.plans
    ((annex_id, annex),) = plan.annexes.items()
    rows = list(annex_rows(annex_id, annex))
    assert any(row.anchor.endswith("-2") for row in rows)
    addresses = {f"{plan.id}/nhiem-vu/#{row.anchor}" for row in rows}
    pages = {page.address: page for page in render_pages(SiteData(library))}
    there = {e.attributes.get("id") for e in parse(pages[f"{plan.id}/nhiem-vu/"].body).walk()}
    assert {row.anchor for row in rows} <= there
    data = ExportInput(library, ())
    for name, kind in (("tasks", Task), ("groups", object)):
        listed = list(data.frames[name]["address"])
        expected = [r for r in rows if isinstance(r.item, Task) == (kind is Task)]
        assert listed == [f"{plan.id}/nhiem-vu/#{row.anchor}" for row in expected]
    published = repr(published_plan(data.tables, plan))
    assert all(f"'{address}'" in published for address in addresses)
    for row in rows:
        place = place_of(plan, (*row.path, "title"))
        assert place.address == f"{plan.id}/nhiem-vu/#{row.anchor}"


def test_an_anchor_of_the_prose_gives_way_to_an_annex(plan: Plan) -> None:
    """Annexes stand first on the page, so a group of the same id gets a number."""
    group = plan.actions.groups[0]
    same = group.model_copy(update={"id": "phu-luc-1"})
    actions = plan.actions.model_copy(update={"groups": (same, *plan.actions.groups[1:])})
    assert action_anchors(replace(plan, actions=actions))["actions", "groups", 0] == "phu-luc-1-2"
    assert Anchors("a").take("a") == "a-2"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026 - 2028", "2026-2028"),
        ("Năm 2027", "2027"),
        ("đến năm 2028", "2028"),
        ("từ năm 2026", "2026-2030"),
        ("hằng năm", "2025-2030"),
        ("Quý I/2026", "2026"),
        ("", ""),
    ],
)
def test_years_of_work_follow_from_the_words_and_none_is_made_up(words: str, expected: str) -> None:
    """Open ends reach the end of the plan, a deadline alone is its own year."""
    spans = working_years(read_schedule(words), Period(2025, 2030))
    assert " ".join(map(str, spans)) == expected
