"""Search: what a first query costs at each size, and how well it finds."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import urlencode

from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as NothingCameError

from benchmarks.browser import CONDITIONS, chromium, serving, slow_page
from benchmarks.results import Goal, Part, Table, told, within
from benchmarks.rivals import sources
from benchmarks.rivals.builders import build_stock
from benchmarks.search_quality import measure_quality
from benchmarks.texts import kilobytes, plans, seconds
from benchmarks.workspace import Workspace

_QUERIES: Final = ("ngân sách", "ngan sach", "57-NQ/TW", '"chuyển đổi số"', "80%", "quan trắc")
_OURS, _STOCK = "our", "stock Material's"
_RESULT: Final = {_OURS: "a[data-result]", _STOCK: "a.md-search-result__link"}
_PATIENCE: Final = 30
_MOST_SENT: Final = 200
_MOST_SECONDS: Final = 2
_HEAD: Final = (
    "plans",
    "search",
    "queries",
    "sent, median",
    "sent, most",
    "first result, median",
    "at worst",
)
_ABOUT: Final = (
    f"{CONDITIONS}; from opening the address of a query to the first result, everything that the server sends "
    "counted. Stock Material is asked one query at the smallest and at the largest size, because it always "
    "sends its whole index; in half a minute nothing may have come. What is found is compared on the repository's "
    "own plans, by pages: both sites have the same six a plan."
)


@dataclass(frozen=True, slots=True)
class First:
    """A first query in a fresh profile.

    Attributes:
        sent: Bytes, compressed.
        seconds: Until the first result; None when none came.
    """

    sent: int
    seconds: float | None


def run(space: Workspace) -> Part:
    """Measure both searches."""
    with chromium() as browser:
        ours = {size: _first_queries(space, browser, size) for size in space.sizes}
        rows = [_row(size, _OURS, firsts) for size, firsts in ours.items()]
        ends = dict.fromkeys((space.sizes[0], space.sizes[-1]))
        rows += [_row(size, _STOCK, _of_stock(space, browser, size)) for size in ends]
        space.say("search: what is found")
        quality = measure_quality(space, browser)
    return Part(
        name="search",
        title="Search",
        about=_ABOUT,
        goals=(*_goals(space.sizes[-1], ours[space.sizes[-1]]), *_told(rows), *quality.goals),
        tables=(Table("A first query.", _HEAD, tuple(rows)), *quality.tables),
    )


def _goals(size: int, firsts: Sequence[First]) -> Iterator[Goal]:
    """A first query of our search, at the largest size."""
    at = f"at {plans(size)} plans"
    most = max(first.sent for first in firsts) / 1e3
    middle = median(first.seconds or _PATIENCE for first in firsts)
    yield within("search-bytes", f"sent for a first query {at}, the most", most, _MOST_SENT, " kB")
    yield within("search-time", f"first result {at}, median", middle, _MOST_SECONDS, " s")


def _told(rows: list[tuple[str, ...]]) -> list[Goal]:
    return [
        told(f"first result of {search} search at {size} plans", f"{first}, {sent} sent")
        for size, search, _, sent, _, first, _ in rows
    ]


def _first_queries(space: Workspace, browser: Browser, size: int) -> list[First]:
    site = space.site(size)
    space.say(f"search at {size} plans")
    address = "tim-kiem/?"
    return [_ask(browser, site, address, query, _RESULT[_OURS]) for query in _QUERIES]


def _of_stock(space: Workspace, browser: Browser, size: int) -> list[First]:
    site = space.folder / f"stock-site-{size}"
    if not site.exists():
        made = sources.stock(space.project(size), space.folder / f"stock-{size}")
        build_stock(made, site)
    space.say(f"stock search at {size} plans")
    return [_ask(browser, site, "?", _QUERIES[0], _RESULT[_STOCK])]


def _ask(browser: Browser, site: Path, address: str, query: str, result: str) -> First:
    with serving(site) as server, slow_page(browser) as page:
        started = time.monotonic()
        waited: float | None
        try:
            page.goto(
                f"{server.address}{address}{urlencode({'q': query})}",
                wait_until="commit",
                timeout=_PATIENCE * 1000,
            )
            page.wait_for_selector(result, timeout=_PATIENCE * 1000)
            waited = time.monotonic() - started
        except NothingCameError:
            waited = None
        return First(sum(server.sent), waited)


def _row(size: int, search: str, asked: list[First]) -> tuple[str, ...]:
    sent = [one.sent for one in asked]
    waited = [one.seconds or float("inf") for one in asked]
    times = (_waited(median(waited)), _waited(max(waited)))
    return (
        plans(size),
        search,
        str(len(asked)),
        kilobytes(median(sent)),
        kilobytes(max(sent)),
        *times,
    )


def _waited(value: float) -> str:
    return f"none in {_PATIENCE} s" if value == float("inf") else seconds(value)
