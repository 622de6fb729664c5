"""Files beside tables hold exactly what the tables show."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.exports.shown_tables import Edition, render_shown
from generator.exports.writer import write_files
from generator.pages import Page, SiteData, render_pages
from generator.pages.addresses import TABLES
from generator.pages.views.downloads import LAST_COLUMN
from generator.tables import TableRow
from generator.tables.shown import SHOWN_FORMATS, ShownTable
from generator.vietnamese import format_integer
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse

Offered = tuple[Page, ShownTable]


def offered(pages: Pages) -> Iterator[Offered]:
    """Every table that a page offers."""
    return ((page, table) for page in pages.values() for table in page.downloads)


def test_each_table_is_offered_beside_a_table_and_each_offer_is_kept(
    pages: Pages, base_data: SiteData, real_data: SiteData, tmp_path: Path
) -> None:
    """Links of a page lead to files that the site writes, and every file is linked."""
    tables = [table for page in pages.values() for table in page.downloads]
    write_files(render_shown(tables, Edition()), tmp_path / TABLES)
    written = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.*")}
    linked = set()
    for address, page in pages.items():
        for place in parse(page.body).classed("kh-down"):
            links = [a.attributes for a in place.all("a") if "download" in a.attributes]
            assert [a["href"].rpartition(".")[2] for a in links] == list(SHOWN_FORMATS)
            for link in links:
                linked.add(link["href"].replace("../", ""))
                assert link["href"].count("../") == address.count("/")
                assert "/" not in link["download"]
    assert linked == written
    assert written


def _plans(pages: Pages) -> int:
    return sum(address.endswith("/nguon/") for address in pages)


def test_every_table_ends_with_the_address_of_each_row(pages: Pages) -> None:
    """The address leads to the row on its page."""
    anchors = {
        address: {e.attributes.get("id") for e in parse(page.body).walk()}
        for address, page in pages.items()
    }
    seen = 0
    for _, table in offered(pages):
        assert table.columns[-1] == LAST_COLUMN
        for row in table.rows:
            address, _, anchor = str(row[-1]).partition("#")
            assert not anchor or anchor in anchors[address], row[-1]
            seen += 1
    assert seen > 5


def test_rows_of_a_task_table_are_those_of_its_file(pages: Pages) -> None:
    """Row by row: kind, code, title, agencies, time, amounts and remarks."""
    compared = 0
    for page, table in offered(pages):
        if not page.address.endswith("nhiem-vu/"):
            continue
        shown = _table_of(page, table.path.rpartition("/")[2])
        rows = [row for body in shown.all("tbody") for row in body.all("tr")]
        heads = [th.text for th in shown.all("thead")[0].all("th")]
        labels = [column.label for column in table.columns]
        places = [labels.index(_without_break(head)) for head in heads]
        assert sorted(places) == places
        for element, row in zip(rows, table.rows, strict=True):
            values = dict(zip(labels, row, strict=True))
            _compare(element, values, [labels[at] for at in places])
            compared += 1
    assert compared >= 5


def _without_break(head: str) -> str:
    """A heading of the page as it is called in a file: its second line stands in brackets."""
    return head.replace("Ngân sách nhà nước", "(Ngân sách nhà nước)") if ")" in head else head


def _table_of(page: Page, annex_id: str) -> Element:
    tables = parse(page.body).all("table")
    (found,) = [t for t in tables if t.attributes.get("data-kh-rows") == annex_id]
    return found


def _compare(element: Element, values: Mapping[str, object], labels: list[str]) -> None:
    kind = next(k for k in ("total", "group", "task") if f"kh-{k}" in element.attributes["class"])
    assert values["Dòng"] == {"total": "tổng", "group": "nhóm", "task": "nhiệm vụ"}[kind]
    assert str(values["Nhiệm vụ"]) in element.text
    if kind != "total":
        assert element.classed("kh-ref")[0].text == values["Số"]
        assert str(values["Địa chỉ"]).endswith(f"#{element.attributes['id']}")
    cells = [cell for cell in element.all("td") if "data-label" in cell.attributes]
    money = [cell for cell in cells if "kh-num" in cell.attributes.get("class", "")]
    amounts = [values[label] for label in labels[len(labels) - len(money) :]]
    for cell, amount in zip(money, amounts, strict=True):
        shown = cell.text.split()[0] if cell.text else ""
        assert shown == ("" if amount is None else format_integer(int(str(amount))))
    for cell in cells:
        label = cell.attributes["data-label"]
        if cell not in money and label in values:
            said = values[label] or values.get(f"{label}, chữ in") or ""
            assert str(said).replace("; ", " ") in cell.text.replace("; ", " ")


@pytest.mark.parametrize("section", ["nhiem-vu/", "kinh-phi/"])
def test_figures_of_the_files_are_numbers(real_pages: Pages, section: str) -> None:
    """Amounts are whole numbers, years are years, and blank cells are blank."""
    tables = [t for page, t in offered(real_pages) if page.address.endswith(section)]
    assert tables
    for table in tables:
        for at, column in enumerate(table.columns):
            kinds = {type(row[at]) for row in table.rows} - {type(None)}
            expected = {"integer": int, "year": int}.get(column.type)
            assert expected is None or kinds <= {expected}


def test_a_published_file_names_whole_addresses(real_data: SiteData) -> None:
    """A file is read far from the site, so its addresses are complete where the site's is known."""
    data = replace(real_data, site_url="https://vi-du.github.io/kh/")
    found = [t for page in render_pages(data) for t in page.downloads if "nhiem-vu" in t.path]
    assert found
    for table in found:
        assert all(urlsplit(str(row[-1])).netloc == "vi-du.github.io" for row in table.rows)
        assert table.page.startswith("https://vi-du.github.io/kh/")


_SMALL = re.compile(
    r"kiem-tra/tung-ke-hoach|so-sanh/(so-duoc|mot-tinh|khong-so-duoc|ke-hoach/bang)"
    r"|so-sanh/[^/]+/canh-nhau|co-quan/.*/(ke-hoach|bao-cao|nhan-bao-cao)"
    r"|.*/(nguon/.*|muc-tieu/.*|to-chuc/bao-cao|kinh-phi/loi-van\..*)"
)
"""Files with one row for each row of the table beside them."""


def test_small_tables_and_their_files_have_the_same_rows(real_pages: Pages) -> None:
    """Where one table and one file stand between two headings, they agree row by row."""
    compared: set[str] = set()
    for page in real_pages.values():
        files = {table.path: table for table in page.downloads}
        for stretch in re.split(r"(?=<h[23][ >])", page.body):
            paths = re.findall(r' data-kh-down="([^"]+)"', stretch)
            tables = re.findall(r"<table.*?</table>", stretch, re.DOTALL)
            if len(paths) != 1 or len(tables) != 1 or not _SMALL.fullmatch(paths[0]):
                continue
            shown = [row for body in parse(tables[0]).all("tbody") for row in body.all("tr")]
            for element, row in zip(shown, files[paths[0]].rows, strict=True):
                _all_told(element, row)
            compared.add(paths[0].rpartition("/")[2])
    assert {
        *("tung-ke-hoach", "ke-hoach", "bao-cao", "nhan-bao-cao", "so-duoc"),
        *("mot-tinh", "bang", "canh-nhau", "ma-hoa", "chi-tieu"),
    } <= compared
    assert len(compared) > 20


def _all_told(element: Element, row: TableRow) -> None:
    """Every short text of a file's row stands in the row of the page, and every count."""
    shown = _plain(element.text)
    for value in row[:-1]:
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 100_000:
            assert format_integer(value) in shown or f"dòng {value}" in shown, (value, shown)
        elif isinstance(value, str) and len(value) < 40 and "; " not in value:
            assert _plain(value) in shown, (value, shown)


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())
