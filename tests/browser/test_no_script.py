"""Without JavaScript everything that the documents say is still there."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

MADE_BY_SCRIPT = {"search", "found"}
"""Kinds of page whose content is an answer to what is typed, so that a script must make it."""

SHOWN = """() => {
  document.querySelectorAll("form, output, details.kh-contents").forEach((e) => e.remove());
  document.querySelectorAll("details").forEach((e) => { e.open = true; });
  return document.querySelector("main").innerText;
}"""
"""The text of a page as it is drawn, without controls; disclosures open without a script too."""


def figures(browser: Browser, url: str, scripts: bool) -> Counter[str]:
    """Every figure that a reader sees, and how often."""
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    found = Counter(re.findall(r"\d[\d.,]*\d|\d", page.evaluate(SHOWN)))
    context.close()
    return found


@pytest.mark.parametrize("kind", sorted(set(KINDS) - MADE_BY_SCRIPT))
def test_every_figure_is_there_without_scripts(browser: Browser, address: str, kind: str) -> None:
    """No figure that scripts show is missing without them, nor the other way round."""
    url = address + KINDS[kind]
    with_scripts, without = figures(browser, url, True), figures(browser, url, False)
    assert with_scripts or kind == "not-found"
    assert with_scripts - without == Counter()
    assert without - with_scripts == Counter()


def test_the_page_of_search_says_that_it_needs_scripts(browser: Browser, address: str) -> None:
    """A reader without JavaScript is told so, and led on, instead of finding an empty page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "tim-kiem/")
    text = page.locator("main").inner_text()
    assert "JavaScript" in text
    assert page.locator("main a").count() >= 1
    context.close()
