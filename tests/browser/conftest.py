"""The built site behind a plain static file server, at two widths of window."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

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
    "quality": "kiem-tra/",
    "rule": "kiem-tra/B102/",
    "agencies": "co-quan/",
    "agency": "co-quan/so-khoa-hoc-va-cong-nghe/",
    "data": "du-lieu/",
    "guide": "huong-dan/",
    "method": "huong-dan/phuong-phap/",
    "not-found": "404.html",
}
"""One page of every kind that the site has."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: pytest shows what matters."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Address of the built site."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


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
