"""Finished pages behind a plain static file server, without the theme around them."""

import functools
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.exports.shown_tables import Edition, render_shown
from generator.exports.writer import write_files
from generator.pages import Page, assets, relative

POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'"
FRAME = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="{policy}"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="{css}"></head>'
    '<body dir="ltr"><main class="md-typeset">{body}</main>'
    '<script src="{js}" defer></script></body></html>'
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: pytest shows what matters."""


def lay_out(pages: Iterable[Page], folder: Path) -> None:
    """Write pages with their stylesheet, script and downloads below a folder."""
    (folder / "assets").mkdir(parents=True)
    for name, content in assets().items():
        (folder / "assets" / name).write_text(content, encoding="utf-8")
    for page in pages:
        file = folder / page.address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        html = FRAME.format(
            policy=POLICY,
            title="Trang",
            css=relative(page.address, "assets/kehoach.css"),
            js=relative(page.address, "assets/kehoach.js"),
            body=page.body,
        )
        file.write_text(html, encoding="utf-8")
        write_files(render_shown(page.downloads, Edition()), folder / "data" / "tables")


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder.

    Yields:
        Its address.
    """
    handler = functools.partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
