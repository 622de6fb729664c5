"""The frame of every page: dark and light, the menu, the contents, what they need of scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.site.theme_style import is_kept, rules, selectors, theme_sheets
from tests.browser.conftest import KINDS, WIDTHS
from tests.browser.visits import Scheme

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

PLAN = KINDS["plan"]
CONTENTS = ".kh-contents"


def scheme_of(page: Page) -> str | None:
    """The colour scheme that a page is drawn in."""
    return page.get_attribute("body", "data-md-color-scheme")


def background(page: Page) -> str:
    """The colour behind the text."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.fixture
def dark(browser: Browser) -> Iterator[BrowserContext]:
    """A device that likes dark pages."""
    context = browser.new_context(color_scheme="dark")
    yield context
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A tab as wide as a phone."""
    width, height = WIDTHS["phone"]
    page = browser.new_page(viewport={"width": width, "height": height})
    yield page
    page.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A tab as wide as a desk's screen."""
    width, height = WIDTHS["desktop"]
    page = browser.new_page(viewport={"width": width, "height": height})
    yield page
    page.close()


def test_a_dark_device_gets_a_dark_page(dark: BrowserContext, address: str) -> None:
    """Without any choice the page is as the device likes it, and follows it when that changes."""
    page = dark.new_page()
    page.goto(address)
    assert scheme_of(page) == "slate"
    night = background(page)
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert background(page) != night


def test_a_choice_of_scheme_lasts(dark: BrowserContext, address: str) -> None:
    """The button turns the scheme over, says which one is on, and other pages remember it."""
    page = dark.new_page()
    page.goto(address)
    button = page.get_by_role("button", name="Nền tối")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert scheme_of(page) == "default"
    page.goto(address + PLAN)
    assert scheme_of(page) == "default"


def test_a_dark_page_is_never_light_before(dark: BrowserContext, address: str) -> None:
    """The scheme is set before the first heading is there, so nothing flashes."""
    page = dark.new_page()
    page.add_init_script(
        """new MutationObserver(() => {
          if (document.querySelector("h1")) window.first ??= document.body.dataset.mdColorScheme;
        }).observe(document, { childList: true, subtree: true });"""
    )
    page.goto(address + PLAN)
    assert page.evaluate("window.first") == "slate"


def test_the_name_of_the_site_is_whole_on_the_narrowest_phone(phone: Page, address: str) -> None:
    """At 320 pixels, or 400 % on a desk, the header does not cut the name off."""
    phone.set_viewport_size({"width": 320, "height": 568})
    phone.goto(address)
    # A fraction of a pixel too little is enough for an ellipsis.
    lacking = """(name) => {
      const text = document.createRange();
      text.selectNodeContents(name);
      return text.getBoundingClientRect().width - name.getBoundingClientRect().width;
    }"""
    assert phone.locator(".kh-brand span").evaluate(lacking) <= 0


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(phone: Page, address: str) -> None:
    """It is no stop of Tab while it is closed; opened, it is the next one; Escape closes it."""
    phone.goto(address + KINDS["guide"])
    menu, button = phone.locator(".kh-menu"), phone.get_by_role("button", name="Các mục")
    expect(menu).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('.kh-menu') !== null")
    expect(menu.locator("[aria-current=page]")).to_have_text("Hướng dẫn")
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_needs_no_script(browser: Browser, address: str) -> None:
    """Without JavaScript the menu of a phone opens all the same, and leads on."""
    width, height = WIDTHS["phone"]
    context = browser.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Các mục").click()
    page.locator(".kh-menu").get_by_role("link", name="Cơ quan").click()
    expect(page).to_have_url(re.compile(r"/co-quan/$"))
    expect(page.get_by_role("button", name="Nền tối")).to_be_hidden()
    context.close()


def test_a_wide_window_has_tabs_instead_of_the_menu(desk: Page, address: str) -> None:
    """The same entries stand in a row, and the button of the menu is gone."""
    desk.goto(address)
    expect(desk.get_by_role("button", name="Các mục")).to_be_hidden()
    tabs = desk.get_by_role("navigation", name="Thẻ").get_by_role("link")
    expect(tabs.first).to_have_attribute("aria-current", "page")
    assert tabs.count() >= 6


def test_the_contents_are_open_where_there_is_room(desk: Page, phone: Page, address: str) -> None:
    """A column on a wide window, folded on a phone; a heading being read is marked."""
    phone.goto(address + PLAN)
    expect(phone.locator(CONTENTS)).not_to_have_attribute("open", "")
    desk.goto(address + PLAN)
    expect(desk.locator(CONTENTS)).to_have_attribute("open", "")
    links = desk.locator(f"{CONTENTS} a")
    links.last.click()
    expect(desk.locator(f"{CONTENTS} [aria-current=location]")).to_have_count(1)


def test_the_contents_name_every_heading_of_the_text(desk: Page, address: str) -> None:
    """Headings of the second and third level with an anchor stand in the contents, in order."""
    desk.goto(address + KINDS["indicators"])
    listed = desk.locator(f"{CONTENTS} a").evaluate_all("all => all.map((a) => a.hash.slice(1))")
    there = desk.locator("article :is(h2, h3)[id]").evaluate_all("all => all.map((h) => h.id)")
    assert [desk.evaluate("decodeURIComponent", anchor) for anchor in listed] == there


def test_nothing_moves_for_a_reader_who_asks_for_rest(browser: Browser, address: str) -> None:
    """With reduced motion no element of a page has a transition or an animation."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(address + PLAN)
    moving = """[...document.querySelectorAll("*")].filter((e) => {
      const style = getComputedStyle(e);
      return parseFloat(style.transitionDuration) > 0 && style.transitionProperty !== "none"
        || style.animationName !== "none";
    }).length"""
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) > 0
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_seen_in_the_readers_own_colours(
    browser: Browser, address: str, scheme: Scheme
) -> None:
    """With forced colours no line, bar or label of a picture has the colour behind it."""
    page = browser.new_page(color_scheme=scheme, forced_colors="active")
    for kind in ("indicators", "budget", "comparison"):
        page.goto(address + KINDS[kind])
        unseen = page.evaluate(
            """() => {
              const behind = getComputedStyle(document.body).backgroundColor;
              const lines = ".kh-c-way, .kh-c-grid, .kh-c-mark, .kh-i-room";
              const solid = ".kh-chart text, .kh-bar-part";
              return [...document.querySelectorAll(lines)]
                .filter((e) => getComputedStyle(e).stroke === behind)
                .concat([...document.querySelectorAll(solid)]
                  .filter((e) => getComputedStyle(e).fill === behind))
                .map((e) => e.outerHTML.slice(0, 80));
            }"""
        )
        assert unseen == []
        assert page.locator(".kh-chart").count() > 0
    page.close()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_rule_that_the_theme_lost_fits_a_page(desk: Page, address: str, kind: str) -> None:
    """What was cut from the theme's stylesheet styles nothing that pages have."""
    desk.goto(address + KINDS[kind], wait_until="networkidle")
    fitting = desk.evaluate(
        """(all) => all.filter((selector) => {
          try { return document.querySelector(selector) !== null; } catch { return false; }
        })""",
        sorted(lost_selectors()),
    )
    assert fitting == []


def lost_selectors() -> set[str]:
    """Selectors of the theme that are not kept.

    Left out are those that take the outline of the focus away from every browser that has no
    class `focus-visible`, which only a script of the theme would set.
    """
    lost = set()
    for sheet in theme_sheets():
        for rule in rules(sheet):
            inner = rules(rule.partition("{")[2][:-1]) if rule.startswith("@media") else [rule]
            for each in inner:
                prelude = each.partition("{")[0]
                if not prelude.startswith("@"):
                    lost |= {s for s in selectors(prelude) if not is_kept(s)}
    return {selector for selector in lost if ":not(.focus-visible)" not in selector}
