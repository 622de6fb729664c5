"""What a reader's phone loads and sees, for a page of every kind."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from benchmarks.browser import CONDITIONS, chromium, serving, slow_page
from benchmarks.results import Part, Table, within
from benchmarks.texts import kilobytes, seconds
from benchmarks.workspace import Workspace
from tests.browser.conftest import KINDS
from tests.browser.test_weight import MOST_BYTES

_MOST_SHIFT: Final = 0.1
_MOST_PAINT: Final = 2.5
_WATCH: Final = """
window.seen = { shift: 0, paint: 0 };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.seen.paint = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
_ABOUT: Final = (
    f"{CONDITIONS}; a first visit, one look at a page of every kind of the site of the repository's own plans. "
    "Shift and paint are Chromium's figures of what moves and of when the largest part is there. What Web "
    "Vitals call good is a shift of at most 0.1 and a largest paint within 2.5 s."
)


@dataclass(frozen=True, slots=True)
class Look:
    """A first visit.

    Attributes:
        sent: Bytes, compressed.
        requests: How many.
        shift: Cumulative layout shift.
        paint: Seconds until the largest paint.
    """

    sent: int
    requests: int
    shift: float
    paint: float


def run(space: Workspace) -> Part:
    """Look at a page of every kind."""
    site = space.real_site()
    with chromium() as browser:
        looks = {kind: _look(space, browser, site, kind) for kind in KINDS}
    rows = tuple(
        (kind, kilobytes(look.sent), str(look.requests), f"{look.shift:.3f}", seconds(look.paint))
        for kind, look in looks.items()
    )
    heaviest = max(look.sent for look in looks.values()) / 1e3
    return Part(
        name="reader",
        title="Reader",
        about=_ABOUT,
        goals=(
            within(
                "reader-bytes",
                "heaviest page, with all it loads",
                heaviest,
                MOST_BYTES / 1e3,
                " kB",
            ),
            within(
                "reader-shift",
                "largest layout shift",
                max(x.shift for x in looks.values()),
                _MOST_SHIFT,
            ),
            within(
                "reader-paint",
                "latest largest paint",
                max(x.paint for x in looks.values()),
                _MOST_PAINT,
                " s",
            ),
        ),
        tables=(
            Table(
                "A page of each kind.", ("kind", "sent", "requests", "shift", "largest paint"), rows
            ),
        ),
    )


def _look(space: Workspace, browser: Browser, site: Path, kind: str) -> Look:
    space.say(f"a page of kind {kind}")
    with serving(site) as server, slow_page(browser) as page:
        page.add_init_script(_WATCH)
        page.goto(server.address + KINDS[kind], wait_until="networkidle", timeout=60_000)
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        page.wait_for_function("window.seen.paint > 0")
        seen = page.evaluate("window.seen")
        return Look(sum(server.sent), len(server.sent), seen["shift"], seen["paint"] / 1000)
