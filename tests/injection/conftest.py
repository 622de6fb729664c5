"""Two hostile sites, built as a person builds them, and what a real browser makes of each page."""

import functools
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from tests.honest.trees import digest, run
from tests.injection.attack import Attack, commit_attack
from tests.injection.payloads import TOKEN

POLICY = "default-src 'self'"
DESK = "quan-tri/"
LONG = "KEHOACH_TEST_LONG"
"""Environment variable: build and look at the second hostile site too."""
SITE_URL = "https://ke-hoach.example/x/"
REPOSITORY = "https://github.com/vi-du/ke-hoach"

_WATCH = """
window.__blocked = [];
addEventListener("securitypolicyviolation", (event) => {
  window.__blocked.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
"""
_LOOK = """() => {
  const all = [...document.querySelectorAll("*")];
  const attributes = all.flatMap((one) => [...one.attributes].map((a) => [one.localName, a.name, a.value]));
  const skeleton = document.documentElement.cloneNode(true);
  skeleton.querySelectorAll("script, style").forEach((one) => one.remove());
  return {
    ran: Object.keys(window).filter((name) => name.startsWith("__ran")),
    blocked: window.__blocked,
    text: skeleton.textContent,
    names: [...new Set(all.map((one) => one.localName))],
    handlers: attributes.filter(([, name]) => /^on|^style$|^srcdoc$/.test(name)),
    links: attributes.filter(([, name]) => /^(href|src|action|data|xlink:href|formaction)$/.test(name)),
    ids: all.map((one) => one.id).filter((id) => id),
    code: [...document.scripts].filter((one) => !one.src && !/json$/.test(one.type)).length,
  };
}"""


@dataclass
class Sight:
    """What was seen on a page.

    Attributes:
        path: Its address below the site's root.
        found: What `_LOOK` tells of the finished page.
        said: Messages and errors on the console, and dialogs.
        asked: Addresses that were asked for.
    """

    path: str
    found: dict[str, Any] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@dataclass
class Built:
    """A hostile project and its site.

    Attributes:
        attack: The project and what stands where.
        site: The site's folder, with nothing else beside it.
        outside: Digest of everything else before and after the build.
        sights: Pages with plan text on them, as the browser saw them.
        html: Path of every page to what was written.
    """

    attack: Attack
    site: Path
    outside: tuple[str, str]
    sights: list[Sight] = field(default_factory=list)
    html: dict[str, str] = field(default_factory=dict)


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Send the policy with everything; the desk brings one of its own."""
        if DESK not in self.path:
            self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site behind a server with a strict policy; its address."""
    handler = functools.partial(_Strict, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def watched(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile that tells what a policy stops."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    context.add_init_script(_WATCH)
    yield context
    context.close()


def look(page: Page, address: str, path: str) -> Sight:
    """Open a page and tell what is seen."""
    sight = Sight(path)

    def close(dialog: Dialog) -> None:
        sight.said.append(dialog.message)
        dialog.dismiss()

    page.on("console", lambda said: sight.said.append(said.text))
    page.on("pageerror", lambda error: sight.said.append(str(error)))
    page.on("dialog", close)
    page.on("request", lambda request: sight.asked.append(request.url))
    page.goto(f"{address}{path}", wait_until="networkidle" if "?" in path else "load")
    look_again(page, sight)
    return sight


def look_again(page: Page, sight: Sight) -> None:
    """Tell what is seen by now."""
    sight.found = page.evaluate(_LOOK)


def _build(home: Path, turn: int) -> Built:
    made = commit_attack(home / "du-an", turn)
    before = digest(home)
    (home / "ra").mkdir()
    variables = {"KEHOACH_SITE_URL": SITE_URL, "KEHOACH_REPOSITORY": REPOSITORY}
    site = home / "ra" / "site"
    done = run("build", "--root", str(made.root), "--out", str(site), **variables)
    assert done.returncode == 0, done.stderr[-3000:]
    site = site.rename(home.parent / f"{home.name}-site")
    assert not list((home / "ra").iterdir())
    (home / "ra").rmdir()
    html = {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.read_text("utf-8")
        for file in sorted(site.rglob("*.html"))
    }
    return Built(made, site, (before, digest(home)), html=html)


TURNS = [0, 1] if os.environ.get(LONG) else [0]
"""In the second turn each text that began like a formula begins otherwise, and the other way round."""


@pytest.fixture(scope="session", params=TURNS)
def built(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Built:
    """A hostile site, every page with plan text on it looked at."""
    made = _build(tmp_path_factory.mktemp("hostile"), request.param)
    with served(made.site) as address, watched(browser) as context:
        for path, html in made.html.items():
            if TOKEN.search(html):
                page = context.new_page()
                made.sights.append(look(page, address, path))
                page.close()
    return made
