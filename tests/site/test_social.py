"""What a shared link shows, what search engines are told, on every page of the built site."""

import re
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from generator.pipeline import check
from generator.project import Project
from generator.site.build import build_site
from generator.site.cards import SIZE
from generator.site.social import Shared, add_social, robots
from tests.conftest import BASE_EXAMPLE

pytestmark = pytest.mark.xdist_group("site")

URL = "https://vi.du/trang/"
_META = re.compile(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
DESK = "quan-tri/"


@cache
def head(page: Path) -> str:
    """The head of a page."""
    return page.read_text(encoding="utf-8").partition("</head>")[0]


def told(page: Path) -> Mapping[str, str]:
    """Its meta elements; none may stand twice."""
    found = [(name, unescape(text)) for name, text in _META.findall(head(page))]
    assert len(dict(found)) == len(found), page
    return dict(found)


def pages(site: Path) -> Iterator[tuple[str, Path]]:
    """Address and file of every page but the editing desk, which is no content."""
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        if not address.startswith(DESK):
            yield address, file


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the smallest project, built for an address."""
    root = tmp_path_factory.mktemp("vi-du") / "du-an"
    shutil.copytree(BASE_EXAMPLE, root)
    (root / "schema").mkdir(exist_ok=True)
    out = root.parent / "site"
    project = Project(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEHOACH_SITE_URL", URL)
        build_site(project, out, check(project), progress=lambda _step: None)
    return out


def test_every_page_says_what_it_is(site: Path) -> None:
    """Title and description are there for readers of links and for search engines, not too long."""
    found = dict(pages(site))
    assert len(found) > 100
    assert {"", "404.html"} <= set(found)
    for address, page in found.items():
        meta = told(page)
        assert meta["og:title"].strip(), address
        assert 0 < len(meta["og:description"].strip()) <= 300, address
        assert meta["description"].strip(), address


def test_every_page_has_a_card_that_exists(site: Path) -> None:
    """The picture lies in the site, has the size that is told, and is light."""
    cards = set()
    for address, page in pages(site):
        meta = told(page)
        card = meta["og:image"]
        start = site if card.startswith("/") else page.parent
        cards.add((start / card.lstrip("/")).resolve())
        assert (meta["og:image:width"], meta["og:image:height"]) == tuple(map(str, SIZE)), address
    assert len(cards) > 1
    for file in cards:
        assert file.is_relative_to(site.resolve())
        assert file.stat().st_size < 60_000
        with Image.open(file) as image:
            assert (image.format, image.size) == ("PNG", SIZE)


def test_without_an_address_none_is_made_up(site: Path) -> None:
    """No page claims an address, the sitemap is empty, and robots are sent to none."""
    for _, page in pages(site):
        assert "og:url" not in told(page)
        assert not _CANONICAL.search(head(page))
    assert etree.parse(site / "sitemap.xml").findall(f".//{_LOC}") == []
    assert "Sitemap" not in (site / "robots.txt").read_text(encoding="utf-8")


def test_with_an_address_all_are_whole(published: Path) -> None:
    """Picture and own address begin with the site's; home's is the site's; 404 is no page."""
    for address, page in pages(published):
        meta = told(page)
        assert meta["og:url"] == f"{URL}{address}"
        assert meta["og:image"].startswith(f"{URL}assets/the/")
        assert (published / meta["og:image"].removeprefix(URL)).is_file()
        canonical = _CANONICAL.findall(head(page))
        assert canonical == ([] if address == "404.html" else [f"{URL}{address}"])


def test_the_sitemap_lists_what_is_to_be_found(published: Path) -> None:
    """Every page once, but neither 404, nor the editing desk, nor pages that say noindex."""
    listed = [loc.text for loc in etree.parse(published / "sitemap.xml").iter(_LOC)]
    wanted = {
        f"{URL}{address}"
        for address, page in pages(published)
        if address != "404.html" and "noindex" not in told(page).get("robots", "")
    }
    assert set(listed) == wanted
    assert len(listed) == len(wanted) > 20
    assert f"{URL}vi-du/01-kh-2025/in/" not in listed


def test_robots_are_kept_from_the_desk_alone(published: Path) -> None:
    """Everything else may be read, and the sitemap is named by its whole address."""
    text = (published / "robots.txt").read_text(encoding="utf-8")
    assert text == robots(URL)
    assert text.splitlines() == [
        "User-agent: *",
        "Disallow: /quan-tri/",
        f"Sitemap: {URL}sitemap.xml",
    ]


def test_hostile_words_stay_in_their_attribute() -> None:
    """Neither title nor description can end an attribute, and a long description is cut."""
    attack = '"><script>alert(1)</script>'
    shared = Shared("a/b/", attack, f"{attack} {'dài ' * 500}", "assets/the/trang.png")
    html = add_social("<head></head>", shared, None)
    assert "<script" not in html
    found = {name: unescape(text) for name, text in _META.findall(html)}
    assert found["og:title"] == attack
    assert found["og:description"].startswith(attack)
    assert found["og:description"].endswith("…")
    assert len(found["og:description"]) <= 300
    assert found["og:image"] == "../../assets/the/trang.png"
