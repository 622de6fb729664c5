"""Every table of data of the built site has its files beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("site")

WITHOUT = {
    r"huong-dan/.*|dev/.*": "hand-written pages: their tables are text, not data",
    r".*/in/": "the print of a plan: the same tables as on its pages, which have the files",
    r"du-lieu/": "the dictionary of the files themselves; datapackage.json holds it for programs",
}
"""Pages whose tables need no files, with the reason."""

TOGETHER = {
    r"lich/[^/]+/": r"viec",
    r"[^/]+/[^/]+/chi-tieu/": r"tung-moc",
    r"so-sanh/ke-hoach/[^/]+/": r"nhiem-vu",
}
"""Pages that cut one long table into parts, and the name of the one file that holds them all."""

_STRETCH = re.compile(r"<h[23][ >]")
_DOWN = re.compile(r' data-kh-down="([^"]+)"')


def tables_without(html: str) -> int:
    """Tables of a page that share a stretch between two headings with fewer files than tables."""
    stretches = _STRETCH.split(html)
    return sum(max(0, s.count("<table") - len(_DOWN.findall(s))) for s in stretches)


def lacking(site: Path) -> Iterator[str]:
    """Addresses of pages with a table that nobody can download."""
    for file in sorted(site.rglob("index.html")):
        address = f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")
        if any(re.fullmatch(pattern, address) for pattern in WITHOUT):
            continue
        html = file.read_text(encoding="utf-8")
        if not tables_without(html):
            continue
        names = {path.rpartition("/")[2] for path in _DOWN.findall(html)}
        shared = {name for pattern, name in TOGETHER.items() if re.fullmatch(pattern, address)}
        if not shared & names:
            yield address


def test_every_table_of_data_can_be_downloaded_where_it_stands(site: Path) -> None:
    """Each page is asked; the few that are let off are named with the reason."""
    assert list(lacking(site)) == []


def test_this_table_is_said_only_beside_a_table(site: Path) -> None:
    """Files of a table that is cut into parts, or stands elsewhere, are called by what they hold."""
    misled = [
        str(file.relative_to(site))
        for file in sorted(site.rglob("index.html"))
        for stretch in _STRETCH.split(file.read_text(encoding="utf-8"))
        if "Tải bảng này" in stretch and "<table" not in stretch
    ]
    assert misled == []


def test_each_exception_is_one(site: Path) -> None:
    """A pattern that excuses no page with a table is no longer needed."""
    addresses = {
        f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")
        for file in site.rglob("index.html")
        if tables_without(file.read_text(encoding="utf-8"))
    }
    for pattern in (*WITHOUT, *TOGETHER):
        assert any(re.fullmatch(pattern, address) for address in addresses), pattern


def test_a_table_alone_between_two_headings_is_found() -> None:
    """The measure itself: one file for two tables of a stretch is one too few."""
    table, file = "<table></table>", '<p data-kh-down="a/b"></p>'
    assert tables_without(f"<h2>A</h2>{file}{table}<h2>B</h2>{table}{file}") == 0
    assert tables_without(f"<h2>A</h2>{file}{file}<h2>B</h2>{table}") == 1
    assert tables_without(f"<h2>A</h2>{file}{table}{table}") == 1
