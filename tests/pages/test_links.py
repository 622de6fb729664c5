"""Links between pages lead somewhere, from wherever the site is served."""

from posixpath import join, normpath

import pytest

from generator.pages import relative
from tests.pages.conftest import Pages
from tests.pages.html_tree import parse

HAND_WRITTEN = {"huong-dan/"}
FILES = ("data/v1/", "data/tables/")


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


def test_every_link_and_anchor_between_pages_resolves(pages: Pages) -> None:
    """Each href leads to a page that exists, and each anchor to an id on that page."""
    trees = {address: parse(page.body) for address, page in pages.items()}
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
            target = _resolve(address, path)
            seen += 1
            if target in HAND_WRITTEN or target.startswith(FILES) or target.endswith(".ics"):
                continue
            assert target in pages, f"{address}: {href}"
            assert not anchor or anchor in anchors[target], f"{address}: {href}"
    assert seen > 100


def _resolve(address: str, path: str) -> str:
    """Address that a relative reference on a page leads to."""
    if not path:
        return address
    full = normpath(join("/", address, path)).lstrip("/")
    return f"{full}/" if full and path.endswith("/") else full


def test_every_page_can_be_reached_from_home(pages: Pages) -> None:
    """Following links from the home page finds every page."""
    found, waiting = set(), [""]
    while waiting:
        address = waiting.pop()
        if address in found or address not in pages:
            continue
        found.add(address)
        links = parse(pages[address].body).all("a")
        waiting += [_resolve(address, a.attributes["href"].partition("#")[0]) for a in links]
    # The indexes stand in the site's own navigation.
    unreached = set(pages) - found - {"co-quan/"}
    assert unreached == {a for a in unreached if a.startswith("co-quan/")}
