"""A made-up hosting platform: answers the few requests that our scripts send, and remembers them."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "/repos/vi-du/ke-hoach"


@dataclass
class MadeUpPlatform:
    """What the platform holds.

    Attributes:
        pulls: Open pull requests.
        comments: Comments of pull request 7.
        files: Files that pull request 7 touches.
        sent: Every request that changes something: method, path, content.
    """

    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    sent: list[tuple[str, str, Any]] = field(default_factory=list)
    url: str = ""

    def answer(self, method: str, address: str, content: Any) -> Any:
        """Answer a request."""
        parts = urlsplit(address)
        path, query = parts.path.removeprefix(REPOSITORY), parse_qs(parts.query)
        page, size = int(query.get("page", ["1"])[0]), int(query.get("per_page", ["30"])[0])
        if method != "GET":
            self.sent.append((method, path, content))
            return {"number": 8, "html_url": "https://vi-du.example/8"}
        if path == "/git/ref/heads/main":
            return {"object": {"sha": "goc"}}
        if path.startswith("/contents/"):
            return {"sha": "cu"}
        lists: dict[str, list[Any]] = {
            r"/pulls": [pull for pull in self.pulls if pull["label"] == query.get("head", [""])[0]],
            r"/issues/7/comments": self.comments,
            r"/pulls/7/files": [{"filename": name} for name in self.files],
        }
        for pattern, items in lists.items():
            if re.fullmatch(pattern, path):
                return items[(page - 1) * size : page * size]
        raise AssertionError(f"nobody expects {method} {address}")


@contextmanager
def running(platform: MadeUpPlatform) -> Iterator[MadeUpPlatform]:
    """The platform behind an address of its own."""

    class Handler(BaseHTTPRequestHandler):
        def _reply(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            content = json.loads(self.rfile.read(length)) if length else None
            body = json.dumps(platform.answer(self.command, self.path, content)).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_PATCH = _reply  # noqa: N815 - names of the base class

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    platform.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield platform
    finally:
        server.shutdown()
