"""Every kind of page in a real browser: quiet, self-contained, accessible, narrow enough."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

SERIOUS = {"serious", "critical"}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_asks_only_its_own_origin_and_logs_nothing(
    page: Page, address: str, kind: str
) -> None:
    """Opening a page sends no request elsewhere, fails none, and writes no error or CSP report."""
    requests: list[str] = []
    failed: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + KINDS[kind], wait_until="networkidle")
    elsewhere = [url for url in requests if not url.startswith((address, "data:", "blob:"))]
    assert len(requests) > 1
    assert elsewhere == []
    assert failed == []
    assert said == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_has_no_serious_accessibility_fault(page: Page, address: str, kind: str) -> None:
    """Axe finds no serious or critical violation."""
    page.goto(address + KINDS[kind], wait_until="networkidle")
    violations = Axe().run(page).response["violations"]
    faults = [
        (violation["id"], [node["target"] for node in violation["nodes"]][:5])
        for violation in violations
        if violation["impact"] in SERIOUS
    ]
    assert faults == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_does_not_scroll_sideways(page: Page, address: str, kind: str) -> None:
    """The page is never wider than the window; wide tables scroll in their own frame."""
    page.goto(address + KINDS[kind], wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"not-found"}))
def test_a_page_has_a_policy_a_title_and_one_heading(page: Page, address: str, kind: str) -> None:
    """Each page carries a security policy, a Vietnamese language tag and exactly one h1."""
    page.goto(address + KINDS[kind])
    policy = page.get_attribute('meta[http-equiv="Content-Security-Policy"]', "content") or ""
    assert policy.startswith("default-src 'self'; script-src 'self' 'sha256-")
    assert "unsafe" not in policy
    assert page.get_attribute("html", "lang") == "vi"
    assert page.locator("h1").count() == 1
    assert page.title()


def test_the_policy_stops_a_script_that_is_not_ours(page: Page, address: str) -> None:
    """A script put into a page does not run, so the policy is alive and not mere decoration."""
    page.goto(address)
    page.evaluate(
        "() => { const s = document.createElement('script');"
        " s.textContent = 'window.ran = true'; document.body.append(s); }"
    )
    assert page.evaluate("window.ran") is None
