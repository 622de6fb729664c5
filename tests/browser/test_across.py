"""Pages across provinces in a real browser: whole labels, a calendar that narrows, without a script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

CONCEPTS = ("digital-economy-share", "dti-rank", "pii", "science-budget-share", "tfp-contribution")
SUCCESSION = "so-sanh/ke-hoach/long-an--nq-hdnd-2025--tay-ninh--1330-da-ubnd-2025/"
CALENDAR = "lich/tien-giang/"
WIDTHS = (320, 390, 1280)

_FAULTY_WORDS = """() => [...document.querySelectorAll('svg.kh-chart')].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll('text')].map(e => ({
    text: e.textContent, box: e.getBoundingClientRect()}));
  const cut = words.filter(({box}) => box.width === 0 || box.left < frame.left - 1
    || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
  const met = words.flatMap((one, i) => words.slice(i + 1).filter(other =>
    one.box.left < other.box.right && other.box.left < one.box.right
    && one.box.top + 4 < other.box.bottom - 4 && other.box.top + 4 < one.box.bottom - 4)
    .map(other => ({text: `${one.text} / ${other.text}`})));
  return [...cut, ...met].map(({text}) => text);
})"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab without a script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_words_of_a_picture_are_whole(
    browser: Browser, address: str, concept: str, width: int
) -> None:
    """No name, figure or tick is cut off or written over another one."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}so-sanh/{concept}/", wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.locator("svg.kh-chart text").count() > 4
    assert page.evaluate(_FAULTY_WORDS) == []
    page.close()


def test_the_calendar_narrows_and_keeps_the_choice_in_the_address(page: Page, address: str) -> None:
    """Choosing leaves the rows that fit, says how many, and a reload shows the same."""
    page.goto(address + CALENDAR, wait_until="networkidle")
    rows = page.locator("table[data-kh-choosable] tr.kh-task:visible")
    every = rows.count()
    page.get_by_label("Cơ quan", exact=True).select_option("so-y-te")
    page.get_by_label("Loại việc").select_option("nhiem-vu")
    expect(page.locator("form[data-kh-choices] output")).to_have_text(f"2 trong {every} việc")
    assert rows.count() == 2
    assert set(page.url.partition("?")[2].split("&")) == {"loai=nhiem-vu", "co-quan=so-y-te"}
    page.reload(wait_until="networkidle")
    assert rows.count() == 2
    assert page.locator("[data-kh-chosen]:visible").count() == 1
    page.get_by_label("Cơ quan", exact=True).select_option("")
    page.get_by_label("Loại việc").select_option("")
    assert rows.count() == every
    assert "?" not in page.url


def test_a_list_to_choose_from_stands_beside_its_name(browser: Browser, address: str) -> None:
    """A narrow window breaks the line before the name of a list, not after it."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address + CALENDAR, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    heights = """(list) => {
      const [name, box] = [list.labels[0], list].map((e) => e.getBoundingClientRect());
      return box.top <= name.bottom && name.top <= box.bottom;
    }"""
    lists = page.locator("form[data-kh-choices] select")
    assert [lists.nth(at).evaluate(heights) for at in range(lists.count())] == [True, True]
    page.close()


def test_a_choice_that_does_not_exist_is_ignored(page: Page, address: str) -> None:
    """An address with made-up words shows everything."""
    page.goto(f"{address}{CALENDAR}?co-quan=%22%3E%3Cb%3E&loai=x", wait_until="networkidle")
    rows = page.locator("table[data-kh-choosable] tr.kh-task")
    assert page.locator("table[data-kh-choosable] tr.kh-task:visible").count() == rows.count() > 0


def test_the_calendar_is_whole_without_a_script(tab: Page, address: str) -> None:
    """Every row is there, and no form that would do nothing."""
    tab.goto(address + CALENDAR)
    rows = tab.locator("table[data-kh-choosable] tr.kh-task")
    assert tab.locator("table[data-kh-choosable] tr.kh-task:visible").count() == rows.count() > 40
    assert tab.locator("form[data-kh-choices]:visible").count() == 0


def test_folded_dates_open_without_a_script(tab: Page, address: str) -> None:
    """On the page of all provinces the dates of a year open by keyboard."""
    tab.goto(f"{address}lich/")
    folded = tab.locator("details.kh-more").filter(has_text="trong năm 2026")
    assert folded.locator("tr.kh-task:visible").count() == 0
    folded.locator("summary").press("Enter")
    assert folded.locator("tr.kh-task:visible").count() == folded.locator("tr.kh-task").count() > 0


def test_a_feed_is_served_from_its_link(page: Page, address: str, site: Path) -> None:
    """The link on a province's calendar leads to the file that was built."""
    page.goto(address + CALENDAR)
    with page.expect_download() as started:
        page.locator('a[href$=".ics"]').first.click()
    downloaded = started.value.path().read_bytes()
    assert downloaded == (site / "lich" / "tinh" / "tien-giang.ics").read_bytes()


def test_the_figures_of_a_tile_lead_to_their_table(page: Page, address: str) -> None:
    """The number of dropped tasks leads to the table of dropped tasks."""
    page.goto(address + SUCCESSION, wait_until="networkidle")
    page.locator('a.kh-tile__figure[href="#phan.bo"]').click()
    assert page.url.endswith("#phan.bo")
    assert page.locator('[id="phan.bo"]').bounding_box()
