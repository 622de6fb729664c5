"""One look at a page for many tests: what it asked for, what it said, what axe found."""

import time
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route

Scheme = Literal["light", "dark"]

WATCH = """
window.seen = { shift: 0, blocked: [] };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
addEventListener("securitypolicyviolation", (event) => {
  window.seen.blocked.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
"""

AXE = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""Every rule that is on by default, best practice included, and WCAG 2.2's size of targets."""

_GIVEN_UP = "net::ERR_ABORTED"
"""What the browser calls a request that it no longer wants, as for the picture of an element that a
script has replaced: nothing is missing then."""

LATE = 0.4
"""Seconds by which the fonts come late, so that the stand-in is drawn first."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What was seen on a page.

    Attributes:
        requests: Addresses asked for, in order.
        failed: Addresses that gave nothing.
        said: Messages on the console, and errors of scripts.
        blocked: What the policy stopped.
        too_wide: Pixels by which the page is wider than the window.
        shift: Cumulative layout shift, the fonts coming late.
        faults: What axe found: rule, impact, and up to five places.
    """

    requests: tuple[str, ...]
    failed: tuple[str, ...]
    said: tuple[str, ...]
    blocked: tuple[str, ...]
    too_wide: int
    shift: float
    faults: tuple[tuple[str, str, tuple[str, ...]], ...]


class Visits:
    """Looks at pages, at each one once."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address
        self._seen: dict[tuple[str, tuple[int, int], Scheme], Visit] = {}

    def to(self, path: str, size: tuple[int, int], scheme: Scheme) -> Visit:
        """Look at a page, or remember having looked.

        Args:
            path: Its address below the site's root.
            size: Width and height of the window in pixels.
            scheme: What the device says it likes.

        Returns:
            What was seen.
        """
        key = (path, size, scheme)
        if key not in self._seen:
            context = self._browser.new_context(
                viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="vi-VN"
            )
            self._seen[key] = self._look(context, path)
            context.close()
        return self._seen[key]

    @cached_property
    def _axe(self) -> Axe:
        return Axe()

    def _look(self, context: BrowserContext, path: str) -> Visit:
        page = context.new_page()
        requests: list[str] = []
        failed: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("requestfailed", lambda r: failed.append(r.url) if r.failure != _GIVEN_UP else None)
        page.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.add_init_script(WATCH)
        page.route("**/*.woff2", _late)
        page.goto(self._address + path, wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        return Visit(
            requests=tuple(requests),
            failed=tuple(failed),
            said=tuple(said),
            blocked=tuple(page.evaluate("window.seen.blocked")),
            too_wide=_too_wide(page),
            shift=page.evaluate("window.seen.shift"),
            faults=tuple(map(_fault, self._axe.run(page, options=AXE).response["violations"])),
        )


def _late(route: Route) -> None:
    time.sleep(LATE)
    route.continue_()


def _too_wide(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def _fault(violation: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    places = tuple(str(node["target"]) for node in violation["nodes"][:5])
    return violation["id"], violation["impact"], places
