"""The built site behind a static file server with a strict policy, at two widths of window."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.visits import Visits

POLICY = "default-src 'self'"
"""What the server sends with every file: nothing inline, nothing from elsewhere, no exception."""

WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}

KINDS = {
    "home": "",
    "province": "tay-ninh/",
    "plan": "tay-ninh/1330-da-ubnd-2025/",
    "objectives": "tay-ninh/1330-da-ubnd-2025/muc-tieu/",
    "indicators": "tay-ninh/1330-da-ubnd-2025/chi-tieu/",
    "tasks": "tay-ninh/1330-da-ubnd-2025/nhiem-vu/",
    "budget": "tay-ninh/1330-da-ubnd-2025/kinh-phi/",
    "organisation": "tay-ninh/1330-da-ubnd-2025/to-chuc/",
    "sources": "tay-ninh/1330-da-ubnd-2025/nguon/",
    "rows": "tay-ninh/1330-da-ubnd-2025/nguon/tung-dong/",
    "whole": "tay-ninh/1330-da-ubnd-2025/in/",
    "quality": "kiem-tra/",
    "rule": "kiem-tra/B102/",
    "agencies": "co-quan/",
    "agency": "co-quan/so-khoa-hoc-va-cong-nghe/",
    "comparisons": "so-sanh/",
    "comparison": "so-sanh/digital-economy-share/",
    "plans": "so-sanh/ke-hoach/",
    "succession": "so-sanh/ke-hoach/long-an--nq-hdnd-2025--tay-ninh--1330-da-ubnd-2025/",
    "calendar": "lich/",
    "calendar-of-province": "lich/tien-giang/",
    "changes": "thay-doi/",
    "data": "du-lieu/",
    "search": "tim-kiem/",
    "found": "tim-kiem/?q=kinh+te+so",
    "guide": "huong-dan/",
    "method": "huong-dan/phuong-phap/",
    "developers": "dev/architecture/",
    "not-found": "404.html",
}
"""One page of every kind that the site has."""


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Add the policy to whatever is sent."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: pytest shows what matters."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Address of the built site."""
    handler = functools.partial(_Strict, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def visits(browser: Browser, address: str) -> Visits:
    """What was seen on each page of `KINDS`, looked at once for many tests."""
    return Visits(browser, address)


@pytest.fixture(params=sorted(WIDTHS))
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A fresh profile at phone and at desktop width."""
    width, height = WIDTHS[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh tab."""
    return context.new_page()
