"""Every kind of page in a real browser: quiet, self-contained, accessible, narrow, steady."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import KINDS, WIDTHS
from tests.browser.visits import Scheme, Visit, Visits

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("visits")]

NARROW = (320, 640)
MOST_SHIFT = 0.03

every_kind = pytest.mark.parametrize("kind", sorted(KINDS))
every_width = pytest.mark.parametrize("width", sorted(WIDTHS))
both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture
def visit(visits: Visits, kind: str, width: str, scheme: Scheme) -> Visit:
    """One page at one width, on a light or a dark device."""
    return visits.to(KINDS[kind], WIDTHS[width], scheme)


@every_kind
@every_width
@both_schemes
def test_a_page_asks_only_its_own_origin_and_logs_nothing(visit: Visit, address: str) -> None:
    """Under a policy without exceptions nothing is blocked, fails, leaves or is complained of."""
    elsewhere = [url for url in visit.requests if not url.startswith(address)]
    assert len(visit.requests) > 4
    assert elsewhere == []
    assert visit.failed == ()
    assert visit.blocked == ()
    assert visit.said == ()


@every_kind
@every_width
@both_schemes
def test_a_page_has_no_accessibility_fault(visit: Visit) -> None:
    """Axe finds no violation of any impact, targets of 24 pixels included."""
    assert visit.faults == ()


@every_kind
@every_width
@both_schemes
def test_a_page_stays_where_it_is(visit: Visit) -> None:
    """Nothing jumps while the page loads, not even when the fonts come late."""
    assert visit.shift <= MOST_SHIFT


@every_kind
def test_a_page_does_not_scroll_sideways(browser: Browser, address: str, kind: str) -> None:
    """No page is wider than the window, at 320 pixels too; wide tables scroll in their frame."""
    page = browser.new_page(viewport={"width": NARROW[0], "height": NARROW[1]})
    page.goto(address + KINDS[kind], wait_until="networkidle")
    for width in (NARROW, *WIDTHS.values()):
        page.set_viewport_size({"width": width[0], "height": width[1]})
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, width
    page.close()


@every_kind
def test_a_page_has_a_policy_a_title_and_one_heading(
    browser: Browser, address: str, kind: str
) -> None:
    """Each page carries its policy, its language, a title of its own, one main and one h1."""
    page = browser.new_page()
    page.goto(address + KINDS[kind])
    policy = page.get_attribute('meta[http-equiv="Content-Security-Policy"]', "content") or ""
    assert policy.startswith("default-src 'self'; object-src 'none'")
    assert [sign for sign in ("unsafe", "sha256", "data:", "*") if sign in policy] == []
    assert page.get_attribute("html", "lang") == "vi"
    assert page.locator("h1").count() == 1
    assert page.locator("main h1").count() == 1
    assert page.title()
    page.close()


def test_text_in_another_language_says_so(page: Page, address: str) -> None:
    """The pages for developers are English: their text is, and so are the links to them."""
    page.goto(address + "dev/architecture/")
    assert page.get_attribute("main article", "lang") == "en"
    assert page.locator('a[href$="decisions/"]:not(main a)').first.get_attribute("lang") == "en"


def test_the_policy_stops_a_script_that_is_not_ours(page: Page, address: str) -> None:
    """A script put into a page does not run, so the policy is alive and not mere decoration."""
    page.goto(address)
    page.evaluate(
        "() => { const s = document.createElement('script');"
        " s.textContent = 'window.ran = true'; document.body.append(s); }"
    )
    assert page.evaluate("window.ran") is None
