"""Links between pages lead somewhere, from wherever the site is served."""

import re
from collections.abc import Set
from dataclasses import replace
from datetime import UTC, datetime
from posixpath import join, normpath

import pytest

from generator.changes import Item, Subject
from generator.changes.values import Added
from generator.exports import BESIDE_PAGES, FORMATS, ExportInput
from generator.exports.shown_tables import Edition, render_shown
from generator.history import Revision
from generator.pages import SiteData, relative, whole_plans
from generator.pages.addresses import SEARCH
from generator.revisions import Commit
from generator.site.feeds import feeds
from tests.pages.conftest import ROOT, Pages, by_address
from tests.pages.html_tree import parse

HAND_WRITTEN = {"huong-dan/"}
IN_NAVIGATION = re.findall(
    r"^  - .*: (.*/)index\.md$", (ROOT / "generator/site/base.yml").read_text("utf-8"), re.MULTILINE
)


@pytest.fixture(scope="module", params=["base", "real"])
def data(request: pytest.FixtureRequest, base_data: SiteData, real_data: SiteData) -> SiteData:
    """One project after the other, each with a commit that touched its first plan."""
    data = base_data if request.param == "base" else real_data
    added = Added(Subject(Item.PLAN, data.library.plans[0].id, "", "kế hoạch"))
    commit = Commit("ab" * 20, datetime(2026, 1, 1, tzinfo=UTC), "Thêm")
    return replace(data, revisions=(Revision(commit, (added,)),))


@pytest.fixture(scope="module")
def whole(data: SiteData) -> Pages:
    """Every generated page, those to be printed too."""
    pages = by_address(data)
    return pages | {page.address: page for page in whole_plans(data, pages)}


@pytest.fixture(scope="module")
def files(data: SiteData, whole: Pages) -> frozenset[str]:
    """Path of every file that is made beside the pages, as its maker names it."""
    given = ExportInput(data.library, data.diagnostics)
    shown = [table for page in whole.values() for table in page.downloads]
    made = (
        *(f"data/v1/{path}" for render in FORMATS.values() for path, _ in render(given)),
        *(path for render in BESIDE_PAGES.values() for path, _ in render(given)),
        *(f"data/tables/{path}" for path, _ in render_shown(shown, Edition())),
        *(path for path, _ in feeds(data)),
    )
    return frozenset(made)


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("", "", "./"),
        ("", "kiem-tra/", "kiem-tra/"),
        ("kiem-tra/", "", "../"),
        ("kiem-tra/B101/", "kiem-tra/", "../"),
        ("a/b/kinh-phi/", "a/b/nhiem-vu/#phu-luc-1.21", "../nhiem-vu/#phu-luc-1.21"),
        ("a/b/kinh-phi/", "a/b/kinh-phi/#tong", "#tong"),
        ("a/b/", "data/v1/plans.csv", "../../data/v1/plans.csv"),
        ("a/b/", "a/b/", "./"),
    ],
)
def test_relative_links_lead_from_one_page_to_another(here: str, target: str, link: str) -> None:
    """A link holds no leading slash, so the site works below any path."""
    assert relative(here, target) == link


def test_every_link_and_anchor_between_pages_resolves(whole: Pages, files: Set[str]) -> None:
    """Each href leads to a page or file that is made, and each anchor to an id on that page."""
    trees = {address: parse(page.body) for address, page in whole.items()}
    anchors = {
        address: {e.attributes["id"] for e in tree.walk() if "id" in e.attributes}
        for address, tree in trees.items()
    }
    seen = 0
    for address, tree in trees.items():
        for link in tree.all("a"):
            href = link.attributes["href"]
            if href.startswith("https://"):
                continue
            path, _, anchor = href.partition("#")
            target = _resolve(address, path.partition("?")[0])
            seen += 1
            if target in HAND_WRITTEN or target in files:
                continue
            assert target in whole, f"{address}: {href}"
            assert not anchor or anchor in anchors[target], f"{address}: {href}"
    assert seen > 100


def _resolve(address: str, path: str) -> str:
    """Address that a relative reference on a page leads to."""
    if not path:
        return address
    full = normpath(join("/", address, path)).lstrip("/")
    return f"{full}/" if full and path.endswith("/") else full


def test_every_page_can_be_reached_from_home(whole: Pages) -> None:
    """Following links from home, the site's navigation and its field of search finds every page."""
    found: set[str] = set()
    waiting = ["", SEARCH, *IN_NAVIGATION]
    while waiting:
        address = waiting.pop()
        if address in found or address not in whole:
            continue
        found.add(address)
        links = parse(whole[address].body).all("a")
        waiting += [_resolve(address, a.attributes["href"].partition("#")[0]) for a in links]
    assert set(whole) - found == set()
