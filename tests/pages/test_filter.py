"""Long task tables in a real browser: their filter, and how they print."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from generator.pages import assets
from tests.pages.conftest import Pages

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

TASKS = "tay-ninh/1330-da-ubnd-2025/nhiem-vu/"
FIELD = "input[type=search]"


@pytest.fixture
def empty_tab(browser: Browser) -> Iterator[Tab]:
    """A blank tab."""
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.fixture
def tab(empty_tab: Tab, real_pages: Pages) -> Tab:
    """The tasks of Tây Ninh with our stylesheet and script."""
    empty_tab.set_content(
        f'<!doctype html><html lang="vi"><body dir="ltr"><div class="md-typeset">'
        f"{real_pages[TASKS].body}</div></body></html>"
    )
    empty_tab.add_style_tag(content=assets()["kehoach.css"])
    empty_tab.add_script_tag(content=assets()["kehoach.js"])
    return empty_tab


def visible_tasks(tab: Tab) -> list[str]:
    """Text of the task rows of the first table that can be seen."""
    rows = tab.locator("table").first.locator("tr.kh-task")
    return [row.inner_text() for row in rows.all() if row.is_visible()]


def test_words_without_marks_find_words_with_marks(tab: Tab) -> None:
    """`so noi vu` leaves only rows that name Sở Nội vụ, and the count says how many."""
    before = len(visible_tasks(tab))
    tab.locator(FIELD).first.fill("so noi vu")
    left = visible_tasks(tab)
    assert 0 < len(left) < before
    assert all("Sở Nội vụ" in text for text in left)
    assert tab.locator("output").first.inner_text() == f"{len(left)} trong {before} nhiệm vụ"


def test_groups_without_a_hit_are_hidden_and_come_back(tab: Tab) -> None:
    """A heading row stays only above rows that are left; an empty field shows all again."""
    groups = tab.locator("table").first.locator("tr.kh-group")
    all_groups = groups.count()
    tab.locator(FIELD).first.fill("đồng tháp mười")
    assert len([g for g in groups.all() if g.is_visible()]) == 1
    tab.locator(FIELD).first.fill("")
    assert len([g for g in groups.all() if g.is_visible()]) == all_groups


def test_a_filter_touches_its_own_table_only(tab: Tab) -> None:
    """The second table keeps all its rows."""
    second = tab.locator("table").nth(1).locator("tr.kh-task")
    before = second.count()
    tab.locator(FIELD).first.fill("xyzw")
    assert visible_tasks(tab) == []
    assert len([row for row in second.all() if row.is_visible()]) == before


def test_a_filter_without_a_hit_says_so_and_leaves_no_bare_header(tab: Tab) -> None:
    """The table goes away and comes back; the label names the annex that is filtered."""
    assert tab.locator(".kh-filter label").first.inner_text() == (
        "Lọc nhiệm vụ của Phụ lục I, mục I"
    )
    tab.locator(FIELD).first.fill("xyzw")
    assert tab.locator("output").first.inner_text() == "Không có nhiệm vụ nào khớp"
    assert not tab.locator("thead").first.is_visible()
    tab.locator(FIELD).first.fill("")
    assert tab.locator("thead").first.is_visible()


def test_a_printed_page_names_its_plan_in_front_of_small_print(tab: Tab) -> None:
    """Only the printed page shows the line; no secondary text is larger than the table's."""
    line = tab.locator(".kh-print")
    assert not line.is_visible()
    tab.emulate_media(media="print")
    try:
        assert line.is_visible()
        size = "e => parseFloat(getComputedStyle(e).fontSize)"
        table = tab.locator(".kh-table").first.evaluate(size)
        found = tab.locator(".kh-table :is(.kh-exact, .kh-printed, .kh-mark, caption)")
        small = found.evaluate_all(f"all => all.map({size})")
        assert small
        assert max(small) <= table
    finally:
        tab.emulate_media(media="screen")
