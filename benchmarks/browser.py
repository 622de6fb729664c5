"""A slowed-down browser, and a server that compresses and counts what it sends."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Final, cast

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium

PHONE: Final = {"width": 390, "height": 844}
SLOWER: Final = 5
LATENCY: Final = 150
BYTES_A_SECOND: Final = 200_000
CONDITIONS: Final = (
    f"Chromium at a fifth of its speed, {LATENCY} ms of latency and 1.6 Mbit/s, a cold cache, 390 pixels "
    "wide, a server that compresses"
)
_PACKED: Final = {".woff2", ".png", ".jpg", ".webp", ".xlsx", ".gz"}


class Server(ThreadingHTTPServer):
    """Serves a folder.

    Attributes:
        sent: Bytes of each body that was sent, since somebody emptied it.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Packing, directory=str(folder)))
        self.sent: list[int] = []

    @property
    def address(self) -> str:
        """Address of the folder."""
        return f"http://127.0.0.1:{self.server_port}/"


class _Packing(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Send a file, compressed where a usual server would."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        packed = file.suffix not in _PACKED
        body = gzip.compress(content, 6) if packed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        cast(Server, self.server).sent.append(len(body))
        self.copyfile(BytesIO(body), self.wfile)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve a folder for as long as the context lasts."""
    server = Server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that the tests drive too."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def slow_page(browser: Browser) -> Iterator[Page]:
    """A tab of a fresh profile on a slow phone with a slow line."""
    context = browser.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]}, locale="vi-VN"
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )
    try:
        yield page
    finally:
        context.close()
