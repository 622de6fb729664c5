"""Every link of the whole built site leads somewhere, hand-written pages included."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.checks import r111_reserved_id as reserved
from generator.pipeline import check
from generator.project import Project

pytestmark = pytest.mark.xdist_group("site")

_TAG = re.compile(r"<[a-z][^<>]*>")
_LINK = re.compile(r"\s(?:href|src|action|data-kh-[a-z]*(?:src|href))=\"([^\"]*)\"")
_ID = re.compile(r"\sid=\"([^\"]*)\"")


def links(page: Path) -> Iterator[str]:
    """Every address that a page names in an element."""
    for tag in _TAG.findall(page.read_text(encoding="utf-8")):
        yield from (unescape(address) for address in _LINK.findall(tag))


@cache
def ids(page: Path) -> frozenset[str]:
    """Every id on a page."""
    tags = _TAG.findall(page.read_text(encoding="utf-8"))
    return frozenset(unescape(each) for tag in tags for each in _ID.findall(tag))


def target(site: Path, page: Path, path: str) -> Path:
    """The file that a server gives for a relative or rooted path."""
    start = site if path.startswith("/") else page.parent
    file = (start / unquote(path.lstrip("/"))).resolve() if path else page
    return file / "index.html" if file.is_dir() else file


def broken(site: Path) -> Iterator[str]:
    """Links that lead nowhere."""
    for page in sorted(site.rglob("*.html")):
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            file = target(site, page, parts.path)
            anchor = unquote(parts.fragment)
            if not file.is_file() or (anchor and anchor not in ids(file)):
                yield f"{page.relative_to(site)}: {link}"


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    """Pages, files, scripts, styles, fonts and anchors that pages name exist in the built site."""
    assert sum(len(list(links(page))) for page in site.rglob("*.html")) > 10_000
    assert list(broken(site)) == []


def test_style_sheets_name_only_files_that_exist(site: Path) -> None:
    """Fonts and icons of the style sheets are files of the site; none is a `data:` address."""
    named = [
        (sheet, address.strip("\"'"))
        for sheet in (site / "assets").glob("*.css")
        for address in re.findall(r"url\(([^)]*)\)", sheet.read_text(encoding="utf-8"))
    ]
    assert len(named) > 4
    assert [address for sheet, address in named if not (sheet.parent / address).is_file()] == []


def test_every_address_of_its_own_is_kept_from_plans(site: Path, project: Project) -> None:
    """What stands at the top, beside calendars or beside comparisons is no id of a province or concept."""
    library = check(project).library
    provinces = set(library.registry.provinces)
    assert {path.name for path in site.iterdir() if path.is_dir()} - provinces == {
        *(reserved.PROVINCES - {"tinh"}),
    }
    assert {path.name for path in (site / "lich").iterdir() if path.is_dir()} - provinces <= (
        reserved.PROVINCES
    )
    concepts = set(library.registry.concepts)
    beside = {path.name for path in (site / "so-sanh").iterdir() if path.is_dir()}
    assert beside - concepts == set(reserved.CONCEPTS)
