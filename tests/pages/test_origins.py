"""The place of each row: where it stands in document and data, how to cite it, where to mend it."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import reduce
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, expect

from generator.model import Library
from generator.pages import SiteData, origins, render_pages
from generator.runner.places import path_at
from generator.vietnamese import format_integer
from tests.pages.conftest import ROOT, by_address
from tests.pages.hostile import ATTACK, Poisoner
from tests.pages.html_tree import Element, parse
from tests.pages.served import lay_out, serving

PLAN = "tay-ninh/1330-da-ubnd-2025/"
ROWS = f"{PLAN}nguon/tung-dong/"
REPOSITORY = "https://github.com/vi-du/ke-hoach"
SITE = "https://vi-du.github.io/ke-hoach/"
SECTIONS = ("muc-tieu", "chi-tieu", "nhiem-vu", "kinh-phi", "to-chuc")


@pytest.fixture(scope="module")
def data(real_data: SiteData) -> SiteData:
    """The plans as they are published: with a commit, a repository and an address."""
    return replace(
        real_data,
        commit="0123456789abcdef",
        commit_date=date(2025, 10, 1),
        repository=REPOSITORY,
        site_url=SITE,
    )


@pytest.fixture(scope="module")
def tree(data: SiteData) -> Element:
    """The page of rows of Tây Ninh."""
    (page,) = [page for page in origins.pages(data) if page.address == ROWS]
    return parse(page.body)


def links(element: Element) -> dict[str, str]:
    """Words of links to where they lead."""
    return {a.text: a.attributes["href"] for a in element.all("a")}


def test_every_row_of_every_section_is_there(tree: Element, data: SiteData) -> None:
    """Objectives, indicators, annexes, groups, tasks, prose, statements and duties."""
    rows = [row.attributes["id"] for body in tree.all("tbody") for row in body.all("tr")]
    (plan,) = [plan for plan in data.library.plans if f"{plan.id}/" == PLAN]
    by_section = {s: [r for r in rows if r.startswith(f"{s}.")] for s in SECTIONS}
    assert len(by_section["muc-tieu"]) == len(plan.objectives.objectives)
    assert len(by_section["chi-tieu"]) == len(plan.indicators.indicators)
    assert len(by_section["kinh-phi"]) == len(plan.budget.statements)
    assert len(by_section["to-chuc"]) == len(plan.organisation.duties)
    for anchor in ("phu-luc-1-1", "phu-luc-1-1.nhom.v", "phu-luc-1-1.21"):
        assert f"nhiem-vu.{anchor}" in rows


def test_a_line_leads_to_the_row_in_the_file(tree: Element) -> None:
    """The line that is told is where the task's own entry begins, as the file on disk shows."""
    cell = tree.by_id("nhiem-vu.phu-luc-1-1.21").all("td")[0]
    file, line = cell.all("code")[0].text, int(cell.classed("kh-origins__file")[0].text.split()[-1])
    lines = (ROOT / file).read_text("utf-8").splitlines()
    assert lines[line - 1].strip() == '- task: "21"'
    assert links(cell)["Sửa dòng này"] == f"{REPOSITORY}/edit/main/{file}#L{line}"


def test_the_form_is_filled_in_so_that_a_program_finds_the_row(
    tree: Element, data: SiteData
) -> None:
    """Every field that we fill exists; file and place lead to the very row, or its only amount."""
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/sai-so-lieu.yml").read_text("utf-8"))
    fields = {item["id"] for item in form["body"] if "id" in item}
    sources = data.sources[PLAN.rstrip("/")]
    filled = 0
    for row in [row for body in tree.all("tbody") for row in body.all("tr")]:
        address = urlsplit(links(row)["Báo sai dòng này"])
        assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/issues/new"
        given = {name: value for name, (value,) in parse_qs(address.query).items()}
        assert given.pop("template") == "sai-so-lieu.yml"
        assert given.pop("title").startswith("Sai số liệu: Đề án 1330/ĐA-UBND, ")
        assert set(given) <= fields
        part = "/".join(given["place"].split("/")[: 2 if "annexes/" in given["place"] else 1])
        assert sources[part].file == given["file"]
        located = sources[part].located  # type: ignore[attr-defined]
        path = path_at(located.data, part, given["place"])
        assert path is not None
        shown = given.get("shown")
        assert "printed" not in given  # what the document prints is for the reader to say
        if shown is not None:
            at = next(i for i, key in enumerate(path) if key in {"amounts", "amount"})
            value = reduce(lambda held, key: held[key], path[1:], located.data)
            assert shown == format_integer(value)
            filled += 1
            path = path[:at]
        line = int(row.classed("kh-origins__file")[0].text.split()[-1])
        assert sources[part].line(path) == line
        assert given["address"].endswith(f"#{row.attributes['id'].partition('.')[2]}")
    assert filled


def test_a_citation_is_one_ready_sentence(tree: Element) -> None:
    """Issuer, document, place, address, edition and licence."""
    row = tree.by_id("nhiem-vu.phu-luc-1-1.21")
    assert row.classed("kh-origins__cite")[0].text == (
        "Ủy ban nhân dân tỉnh Tây Ninh (2025). Đề án 1330/ĐA-UBND, Phụ lục I, mục I, nhiệm vụ 21. "
        f"Dữ liệu: Kế hoạch mở, {SITE}{PLAN}nhiem-vu/#phu-luc-1-1.21, phiên bản 0123456789, "
        "ngày 01/10/2025. CC BY 4.0."
    )


def test_without_a_repository_file_and_line_stand_alone(real_data: SiteData) -> None:
    """No link leads to a place that is not known."""
    for page in origins.pages(real_data):
        assert "github" not in page.body
        assert "Sửa dòng này" not in page.body
        assert ", dòng " in page.body


def test_every_reference_on_other_pages_leads_to_an_entry(data: SiteData) -> None:
    """Rows of tasks, indicators, objectives, money and duties link to their own entry."""
    pages = by_address(data)
    for plan in data.library.plans:
        entries = {
            element.attributes["id"]
            for element in parse(pages[f"{plan.id}/nguon/tung-dong/"].body).walk()
            if "id" in element.attributes
        }
        asked = 0
        for section in SECTIONS:
            tree = parse(pages[f"{plan.id}/{section}/"].body)
            for link in (*tree.classed("kh-ref"), *tree.classed("kh-src")):
                target = link.attributes["href"].partition("#")[2]
                assert target in entries, (section, target)
                asked += 1
        assert asked > 10


def test_every_page_says_its_edition_and_how_to_cite_it(data: SiteData) -> None:
    """The foot stands on each page of the site; pages of a plan cite the document."""
    for page in render_pages(data):
        (foot,) = parse(page.body).classed("kh-foot")
        assert "phiên bản 0123456789, ngày 01/10/2025" in foot.text
        assert f"{SITE}{page.address}, phiên bản" in foot.text
        report = parse_qs(urlsplit(links(foot)["Báo sai ở trang này"]).query)
        assert report.get("address", [""]) == [page.address]
        if page.address.startswith(PLAN):
            assert "Ủy ban nhân dân tỉnh Tây Ninh (2025). Đề án 1330/ĐA-UBND: " in foot.text


def test_hostile_text_cannot_leave_its_place(base_data: SiteData) -> None:
    """In words it is shown whole, in addresses every sign that means something is encoded."""
    (plan,) = base_data.library.plans
    hostile = Poisoner().poison(plan, plan.id)
    library = Library((hostile,), base_data.library.registry)
    data = replace(base_data, library=library, repository=REPOSITORY)
    (page,) = origins.pages(data)
    tree = parse(page.body)
    for link in tree.all("a"):
        href = link.attributes["href"]
        if href.startswith(REPOSITORY):
            assert not set(href) & set("<>\"'{} ")
            assert href.count("#") <= 1
    reports = [href for href in links(tree).values() if "issues/new" in href]
    assert any(ATTACK in unquote(href) for href in reports)
    assert ATTACK in tree.text


@pytest.fixture(scope="module")
def address(data: SiteData, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages of Tây Ninh behind a server."""
    folder = tmp_path_factory.mktemp("origins") / "site"
    lay_out((page for page in render_pages(data) if page.address.startswith(PLAN)), folder)
    with serving(folder) as served:
        yield served


@pytest.mark.browser
@pytest.mark.xdist_group("site")
def test_the_entry_of_a_row_is_shown_over_the_page(
    browser: Browser, address: str, tree: Element
) -> None:
    """By keyboard: Enter opens it with its citation, Escape closes it and goes back to the row."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(f"{address}{PLAN}nhiem-vu/")
    link = tab.locator("[id='phu-luc-1-1.21'] a.kh-ref")
    link.focus()
    tab.keyboard.press("Enter")
    dialog = tab.get_by_role("dialog", name="Nguồn của dòng này")
    expect(dialog).to_be_visible()
    citation = tree.by_id("nhiem-vu.phu-luc-1-1.21").classed("kh-origins__cite")[0].text
    assert citation in dialog.inner_text()
    assert (
        dialog.get_by_role("link", name="Sửa dòng này").get_attribute("href")
        == (links(tree.by_id("nhiem-vu.phu-luc-1-1.21"))["Sửa dòng này"])
    )
    back = dialog.get_by_role("link", name="Phụ lục I, mục I, nhiệm vụ 21")
    assert back.evaluate("e => e.href") == f"{address}{PLAN}nhiem-vu/#phu-luc-1-1.21"
    dialog.get_by_role("button", name="Chép câu trích dẫn").click()
    assert tab.evaluate("navigator.clipboard.readText()") == citation
    dialog.get_by_role("button", name="Chép liên kết").click()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}{PLAN}nhiem-vu/#phu-luc-1-1.21"
    tab.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert link.evaluate("e => e === document.activeElement")
    assert tab.url == f"{address}{PLAN}nhiem-vu/"
    assert said == []
    context.close()


@pytest.mark.browser
@pytest.mark.xdist_group("site")
def test_without_a_script_or_an_answer_the_link_leads_to_the_entry(
    browser: Browser, address: str
) -> None:
    """The same entry is reached as a page of its own, and leads back to the row."""
    plain = browser.new_context(java_script_enabled=False)
    tab = plain.new_page()
    tab.goto(f"{address}{PLAN}nhiem-vu/")
    tab.locator("[id='phu-luc-1-1.21'] a.kh-ref").click()
    assert tab.url == f"{address}{ROWS}#nhiem-vu.phu-luc-1-1.21"
    entry = tab.locator("[id='nhiem-vu.phu-luc-1-1.21']")
    assert "Phụ lục I, mục I, nhiệm vụ 21" in entry.inner_text()
    entry.locator("th a").click()
    assert tab.url == f"{address}{PLAN}nhiem-vu/#phu-luc-1-1.21"
    plain.close()
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{address}{PLAN}nhiem-vu/")
    tab.evaluate("() => { window.fetch = () => Promise.reject(new Error('gone')); }")
    tab.locator("[id='phu-luc-1-1.21'] a.kh-ref").click()
    tab.wait_for_url(f"{address}{ROWS}#nhiem-vu.phu-luc-1-1.21")
    context.close()


def test_the_page_of_rows_stays_light(data: SiteData) -> None:
    """Each row costs little: the whole page is far below what a page may send at first view."""
    sizes = [len(gzip.compress(page.body.encode(), 9)) for page in origins.pages(data)]
    assert max(sizes) < 60_000
