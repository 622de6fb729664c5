"""With the keyboard alone: every stop is seen, none is hidden or covered, tables scroll."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import KINDS, WIDTHS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("keyboard")]

FORWARD, BACK = 30, 12
"""How many stops are visited from the top of a page, and from its bottom back."""

LOOK = """() => {
  const stop = document.activeElement, box = stop.getBoundingClientRect();
  const style = getComputedStyle(stop);
  const bar = document.querySelector(".md-header").getBoundingClientRect();
  return {
    name: `${stop.localName}.${stop.className} ${stop.textContent.trim().slice(0, 40)}`,
    page: stop === document.body,
    shown: stop.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && box.width > 1 && box.height > 1,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    covered: !stop.closest(".md-header, .md-skip") && box.top < bar.bottom - 1
      && box.bottom <= bar.bottom + 1,
  };
}"""

WINDOW = (
    "() => ({ focused: document.hasFocus(), shown: document.visibilityState, at: location.href })"
)
"""What a failure tells of the window: without its focus, a key reaches no page."""

MOVED = """(frame) => new Promise((done) => {
  const look = () => (frame.scrollLeft > 0 ? done(true) : requestAnimationFrame(look));
  look();
  setTimeout(() => done(false), 3000);
})"""


@dataclass(frozen=True, slots=True)
class Stop:
    """An element that has the focus, and how it is seen."""

    name: str
    page: bool
    shown: bool
    inside: bool
    outlined: bool
    covered: bool

    @property
    def fault(self) -> str | None:
        """What is wrong with it; None when nothing is."""
        signs = {
            "hidden": not self.shown,
            "outside the window": not self.inside,
            "no outline": not self.outlined,
            "covered by the header": self.covered,
        }
        wrong = [words for words, is_so in signs.items() if is_so]
        return f"{self.name}: {', '.join(wrong)}" if wrong else None


def stops(page: Page, key: str, most: int) -> Iterator[Stop]:
    """Press a key again and again, and look at what gets the focus."""
    for _ in range(most):
        page.keyboard.press(key)
        stop = Stop(**page.evaluate(LOOK))
        if stop.page:
            return
        yield stop


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("width", sorted(WIDTHS))
def test_every_stop_of_tab_is_seen(browser: Browser, address: str, kind: str, width: str) -> None:
    """From the top and from the bottom: visible, in the window, outlined, not under the header."""
    page = browser.new_page(
        viewport={"width": WIDTHS[width][0], "height": WIDTHS[width][1]}, reduced_motion="reduce"
    )
    page.goto(address + KINDS[kind], wait_until="networkidle")
    page.bring_to_front()
    there = list(stops(page, "Tab", FORWARD))
    page.evaluate("[...document.querySelectorAll('a[href], summary')].at(-1).focus()")
    back = list(stops(page, "Shift+Tab", BACK))
    assert len(there) >= 6, page.evaluate(WINDOW)
    assert [stop.fault for stop in (*there, *back) if stop.fault] == []
    page.close()


def test_the_first_stop_skips_to_the_text(page: Page, address: str) -> None:
    """Tab, Enter, Tab leads past header and contents into the text."""
    page.goto(address + KINDS["tasks"], wait_until="networkidle")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Đi thẳng tới nội dung")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_wide_table_is_reached_and_scrolled_by_keyboard(browser: Browser, address: str) -> None:
    """On a phone the frame of a wide table takes the focus, and arrow keys move it."""
    width, height = WIDTHS["phone"]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address + KINDS["indicators"], wait_until="networkidle")
    frame = page.locator(".kh-scroll").filter(has=page.locator(".kh-table--wide")).first
    frame.focus()
    assert frame.evaluate("(e) => e.scrollWidth > e.clientWidth && e.scrollLeft === 0")
    page.keyboard.press("ArrowRight")
    assert frame.evaluate(MOVED)
    page.close()


def test_a_link_to_a_row_shows_it_below_the_header(page: Page, address: str) -> None:
    """The row that an address names is in the window and not under the header."""
    page.goto(address + KINDS["tasks"], wait_until="networkidle")
    row = page.locator("tr.kh-task").nth(20).get_attribute("id")
    page.goto(f"{address}{KINDS['tasks']}#{row}", wait_until="networkidle")
    top = page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", row)
    bar = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    assert bar <= top < 400
