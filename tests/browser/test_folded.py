"""Folded indicators: figures before anything opens, and the way in by link, button and paper."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WIDTHS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

LONG = "quang-ngai/359-kh-tu-2025/chi-tieu/"
ROW = "vuon-uom-trung-tam-doi-moi-sang-tao"
SCREENS = 25
"""All open, the page fills seventy screens of a phone."""


def opened(browser: Browser, url: str, *, scripts: bool = True) -> Page:
    """A page on a phone."""
    width, height = WIDTHS["phone"]
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": width, "height": height}
    )
    page = context.new_page()
    page.goto(url)
    return page


def test_a_long_page_is_folded_and_each_row_tells_its_goal(browser: Browser, address: str) -> None:
    """The page is short enough for a phone, and every closed row says where it is to lead."""
    page = opened(browser, address + LONG)
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") < SCREENS
    closed = page.locator("details.kh-indicator__fold:not([open])")
    assert closed.count() > 50
    goals = page.locator(".kh-indicator__way strong")
    assert goals.count() > 50
    assert goals.first.is_visible()
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no script"])
def test_a_link_to_an_indicator_opens_it(browser: Browser, address: str, scripts: bool) -> None:
    """The row stands in the window with its figures, with JavaScript and without."""
    page = opened(browser, f"{address}{LONG}#{ROW}", scripts=scripts)
    heading = page.locator(f"[id='{ROW}']")
    expect(heading).to_be_in_viewport()
    section = page.locator(f"section[aria-labelledby='{ROW}']")
    expect(section.locator("table")).to_be_visible()
    others = page.locator(f"section.kh-indicator:not([aria-labelledby='{ROW}']) table")
    assert not others.first.is_visible()
    page.context.close()


def test_a_link_within_the_page_opens_its_indicator(browser: Browser, address: str) -> None:
    """From the table at the top to the row below it."""
    page = opened(browser, address + LONG)
    page.locator(f"table a[href='#{ROW}']").click()
    expect(page.locator(f"section[aria-labelledby='{ROW}'] table")).to_be_visible()
    expect(page.locator(f"[id='{ROW}']")).to_be_in_viewport()
    page.context.close()


def test_a_button_opens_and_folds_all(browser: Browser, address: str) -> None:
    """It says what it will do next."""
    page = opened(browser, address + LONG)
    button = page.locator("[data-kh-unfold]")
    closed = page.locator("details.kh-indicator__fold:not([open])")
    before = closed.count()
    expect(button).to_have_text("Mở mọi chỉ tiêu")
    button.click()
    assert closed.count() == 0
    expect(button).to_have_text("Gấp mọi chỉ tiêu")
    button.click()
    assert closed.count() == before
    page.context.close()


def test_paper_shows_what_the_screen_folds(browser: Browser, address: str) -> None:
    """Every table of every indicator is laid out for print, and folded again afterwards."""
    page = opened(browser, address + LONG)
    page.emulate_media(media="print")
    tables = page.locator("details.kh-indicator__fold table")
    assert tables.count() > 30
    heights = tables.evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert min(heights) > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    closed = page.locator("details.kh-indicator__fold:not([open])")
    assert closed.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert closed.count() > 50
    page.context.close()
