"""Pages to read in a real browser: answers on the first screen, pictures whose words are whole."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

PLANS = (
    "ca-mau/120-kh-ubnd-2025/",
    "long-an/nq-hdnd-2025/",
    "quang-ngai/359-kh-tu-2025/",
    "tay-ninh/1330-da-ubnd-2025/",
    "tien-giang/69-kh-ubnd-2025/",
)
WITH_PICTURES = (
    *(f"{plan}chi-tieu/" for plan in PLANS[1:4]),
    *(f"{plan}kinh-phi/" for plan in (PLANS[1], PLANS[3])),
)
NARROW = 320
SECTIONS = ("", "muc-tieu/", "chi-tieu/", "kinh-phi/", "to-chuc/", "nguon/")
READ = (
    "",
    "tay-ninh/",
    "long-an/",
    "kiem-tra/",
    "kiem-tra/B102/",
    *(plan + section for plan, section in product(PLANS, SECTIONS)),
)

_BOXES = """selector => [...document.querySelectorAll(selector)].map(e => {
  const box = e.getBoundingClientRect();
  return {name: e.className || e.tagName, top: box.top, bottom: box.bottom, width: box.width};
})"""

_WORDS_OUTSIDE = """() => [...document.querySelectorAll('svg.kh-chart')].flatMap(svg => {
  const all = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()])
    .filter(([, b]) => b.left < all.left - 1 || b.right > all.right + 1
      || b.top < all.top - 1 || b.bottom > all.bottom + 1 || b.width === 0)
    .map(([text]) => `${svg.getAttribute('aria-labelledby')}: ${text}`);
})"""

_WORDS_OVER_WORDS = """() => [...document.querySelectorAll('svg.kh-chart')].flatMap(svg => {
  // What is inked is less high than the line, by about a fifth at top and bottom.
  const boxes = [...svg.querySelectorAll('text')].map(t => {
    const b = t.getBoundingClientRect();
    return {text: t.textContent, left: b.left, right: b.right,
      top: b.top + b.height / 5, bottom: b.bottom - b.height / 5};
  });
  const hits = [];
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      hits.push(`${svg.getAttribute('aria-labelledby')}: ${a.text} / ${b.text}`);
  }));
  return hits;
})"""

_WORDS_OUT_OF_ROOMS = """() => {
  const svg = document.querySelector('svg.kh-icicle');
  const rooms = [...svg.querySelectorAll('.kh-i-room')].map(r => r.getBoundingClientRect());
  return [...svg.querySelectorAll('text')].filter(t => {
    const b = t.getBoundingClientRect();
    return !rooms.some(r => b.left >= r.left && b.right <= r.right + 1
      && b.top >= r.top - 2 && b.bottom <= r.bottom + 2);
  }).map(t => t.textContent);
}"""


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """A tab as narrow as a small phone, or as a page enlarged four times."""
    context = browser.new_context(viewport={"width": NARROW, "height": 700}, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("plan", PLANS)
def test_the_first_screen_of_a_plan_answers_five_questions(
    page: Page, address: str, plan: str
) -> None:
    """What, who, when, how much and whether it is sound are seen without scrolling."""
    page.goto(address + plan, wait_until="networkidle")
    height = page.evaluate("window.innerHeight")
    wanted = ("h1", ".kh-lead", ".kh-answer", ".kh-verdict > p:first-child > strong")
    found = [box for selector in wanted for box in page.evaluate(_BOXES, selector)]
    assert len(found) == 7
    unseen = [box for box in found if box["top"] < 0 or box["bottom"] > height or not box["width"]]
    assert unseen == []


@pytest.mark.parametrize("where", WITH_PICTURES)
def test_words_of_a_picture_are_neither_clipped_nor_written_over(
    page: Page, address: str, where: str
) -> None:
    """Every label lies within its picture and covers no other label."""
    page.goto(address + where, wait_until="networkidle")
    assert page.locator("svg.kh-chart").count() > 0
    assert page.evaluate(_WORDS_OUTSIDE) == []
    assert page.evaluate(_WORDS_OVER_WORDS) == []


@pytest.mark.parametrize("where", [plan for plan in WITH_PICTURES if "kinh-phi" in plan])
def test_words_of_the_money_picture_stay_in_their_rooms(
    page: Page, address: str, where: str
) -> None:
    """A name or a figure never runs over the edge of the room that it is about."""
    page.goto(address + where, wait_until="networkidle")
    assert page.locator("svg.kh-icicle text").count() > 10
    assert page.evaluate(_WORDS_OUT_OF_ROOMS) == []


@pytest.mark.parametrize("where", READ)
def test_no_page_to_read_is_wider_than_a_small_phone(
    narrow: Page, address: str, where: str
) -> None:
    """At 320 pixels nothing makes the page scroll sideways; wide tables scroll by themselves."""
    narrow.goto(address + where, wait_until="load")
    assert narrow.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_the_tree_of_money_opens_by_keyboard_without_script(browser: Browser, address: str) -> None:
    """With scripts switched off a group is opened by Enter, and its tasks can be read."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    tab = context.new_page()
    tab.goto(f"{address}{PLANS[3]}kinh-phi/")
    group = tab.locator(".kh-tree .kh-tree .kh-tree__group").first
    task = group.locator(".kh-tree__task").first
    assert not task.is_visible()
    group.locator("summary").first.focus()
    tab.keyboard.press("Enter")
    assert task.is_visible()
    context.close()


def test_a_link_to_a_row_of_the_tree_opens_the_way_to_it(page: Page, address: str) -> None:
    """Whoever follows an address of a task sees it, though its group is folded at first."""
    page.goto(f"{address}{PLANS[3]}kinh-phi/#phu-luc-1-2.12", wait_until="networkidle")
    assert page.locator("[id='phu-luc-1-2.12']").is_visible()


def test_a_link_to_a_note_opens_its_kind(page: Page, address: str) -> None:
    """The address of a folded note on the page of data quality shows the note."""
    page.goto(f"{address}kiem-tra/", wait_until="networkidle")
    note = page.locator(".kh-group-note .kh-finding").first
    anchor = note.get_attribute("id")
    assert not note.is_visible()
    page.goto("about:blank")
    page.goto(f"{address}kiem-tra/#{anchor}", wait_until="networkidle")
    assert page.locator(f"[id='{anchor}']").is_visible()
