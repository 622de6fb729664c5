"""No page is heavy at first view. `pytest tests/browser/test_weight.py -s` prints the table."""

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.conftest import KINDS, WIDTHS
from tests.browser.visits import Visits

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("visits")]

MOST_BYTES = 150_000
MOST_REQUESTS = 12
PACKED = {".woff2", ".png", ".jpg", ".webp", ".xlsx", ".gz"}


def weight(site: Path, url: str) -> int:
    """Bytes that a server with gzip sends for an address."""
    file = site / unquote(urlsplit(url).path.lstrip("/"))
    file = file / "index.html" if file.is_dir() else file
    content = file.read_bytes()
    return len(content) if file.suffix in PACKED else len(gzip.compress(content, 6))


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("width", sorted(WIDTHS))
def test_a_page_is_light_at_first_view(site: Path, visits: Visits, kind: str, width: str) -> None:
    """All requests of a first visit, fonts included, are at most 150 kB compressed.

    They are few, the parts of the index that a query asks for aside.
    """
    visit = visits.to(KINDS[kind], WIDTHS[width], "light")
    sizes = {url: weight(site, url) for url in visit.requests}
    total = sum(sizes.values())
    print(  # noqa: T201 - the table that the module's docstring promises
        f"{kind:<14}{width:<9}{total / 1000:>7.1f} kB{len(visit.requests):>4}{visit.shift:>8.4f}"
    )
    assert total <= MOST_BYTES, sizes
    assert len([url for url in sizes if not url.endswith(".json")]) <= MOST_REQUESTS, sizes


def test_no_built_page_is_too_heavy(site: Path) -> None:
    """Every page of the site, of every plan, stays below the limit with what all pages load."""
    common = sum(
        weight(site, f"/{file.relative_to(site)}")
        for file in site.joinpath("assets").rglob("*")
        if file.suffix in {".css", ".woff2"} or file.name in {"kehoach.js", "scheme.js"}
    )
    pages = {page: weight(site, f"/{page.relative_to(site)}") for page in site.rglob("*.html")}
    heavy = {
        str(page.relative_to(site)): size + common
        for page, size in pages.items()
        if size + common > MOST_BYTES
    }
    assert len(pages) > 100
    assert heavy == {}
