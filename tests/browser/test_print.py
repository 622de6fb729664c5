"""A plan on paper: A4, with running heads and page numbers, nothing cut off."""

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from generator.pages.addresses import WHOLE
from generator.project import Project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("print")]

ROOT = Path(__file__).parents[2]
PLANS = tuple(sorted(folder.plan_id for folder in Project(ROOT).plan_folders()))
A4 = (595, 842)

WIDER_THAN_SHEET = """() => {
  const sheet = document.querySelector("main").getBoundingClientRect();
  return [...document.querySelectorAll("main :is(table, td, th, svg, p, li)")]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > sheet.right + 1)
    .map((e) => e.outerHTML.slice(0, 80));
}"""


def printed(browser: Browser, url: str) -> tuple[PdfReader, list[str]]:
    """The PDF that the browser's print command makes, and what is too wide for its sheet."""
    # As on paper: 180 mm of text between the margins, at 96 pixels an inch.
    page = browser.new_page(viewport={"width": 680, "height": 960}, color_scheme="dark")
    page.goto(url, wait_until="networkidle")
    pdf = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")
    wide = page.evaluate(WIDER_THAN_SHEET)
    page.close()
    return PdfReader(io.BytesIO(pdf)), wide


def squeezed(text: str) -> str:
    """Text without white space: a PDF puts some between the parts of a letter."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module", params=PLANS)
def plan_id(request: pytest.FixtureRequest) -> str:
    """Each plan of the repository."""
    return str(request.param)


@pytest.fixture(scope="module")
def document(browser: Browser, address: str, plan_id: str) -> tuple[PdfReader, list[str]]:
    """A whole plan, printed."""
    return printed(browser, f"{address}{plan_id}/{WHOLE}")


@pytest.fixture
def head(page: Page, address: str, plan_id: str) -> str:
    """What must stand at the head of each sheet: province, document, short title."""
    page.goto(f"{address}{plan_id}/{WHOLE}")
    return squeezed(page.get_attribute("html", "data-kh-head") or "")


def test_a_plan_is_printed_on_a4(document: tuple[PdfReader, list[str]]) -> None:
    """Every sheet is A4 upright, and there are several."""
    sheets = document[0].pages
    sizes = {(round(s.mediabox.width), round(s.mediabox.height)) for s in sheets}
    assert sizes == {A4}
    assert len(sheets) > 10


def test_every_sheet_has_a_running_head_and_its_number(
    document: tuple[PdfReader, list[str]], head: str
) -> None:
    """Province, document and title on top, the number of the page and of all pages below."""
    assert head.count("·") == 2
    sheets = document[0].pages
    for number, sheet in enumerate(sheets, start=1):
        text = squeezed(sheet.extract_text())
        assert head in text, number
        assert f"Trang{number}/{len(sheets)}" in text, number


def test_nothing_is_cut_off(
    document: tuple[PdfReader, list[str]], page: Page, address: str, plan_id: str
) -> None:
    """No column is wider than the sheet, and every cell of every table is printed."""
    reader, wide = document
    assert wide == []
    text = squeezed("".join(sheet.extract_text() for sheet in reader.pages))
    page.goto(f"{address}{plan_id}/{WHOLE}", wait_until="networkidle")
    last = page.locator("main tr > :last-child").evaluate_all(
        "all => all.map((cell) => cell.innerText)"
    )
    figures = {squeezed(cell) for cell in last if re.fullmatch(r"\s*[\d.]{5,}\s*", cell)}
    assert [figure for figure in figures if figure not in text] == []


def test_the_document_is_whole(
    document: tuple[PdfReader, list[str]], page: Page, address: str, plan_id: str
) -> None:
    """Title, each section and each note that is folded on the screen stand in the document."""
    text = squeezed("".join(sheet.extract_text() for sheet in document[0].pages))
    page.goto(f"{address}{plan_id}/{WHOLE}", wait_until="networkidle")
    titles = page.locator("main :is(h1, h2, h3)").all_inner_texts()
    assert len(titles) > 15
    assert [title for title in titles if squeezed(title) not in text] == []
    folded = page.locator("main details > p").all_text_contents()
    starts = [squeezed(note)[:30] for note in folded]
    assert [start for start in starts if start not in text] == []


def test_a_section_is_printed_like_the_whole(browser: Browser, address: str) -> None:
    """A single page of a plan has the same sheet, and none of what only a screen needs."""
    reader, wide = printed(browser, f"{address}{PLANS[-1]}/chi-tieu/")
    first = reader.pages[0]
    text = squeezed(first.extract_text())
    assert wide == []
    assert (round(first.mediabox.width), round(first.mediabox.height)) == A4
    assert f"Trang1/{len(reader.pages)}" in text
    for screen_only in ("Tìm kiếm", "Trang chủ", "Trong trang này", "Bản in"):
        assert squeezed(screen_only) not in text


def test_paper_is_white_on_a_dark_device(browser: Browser, address: str) -> None:
    """Dark colours are for the screen only."""
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{address}{PLANS[0]}/")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.emulate_media(media="print")
    colour = "(name) => getComputedStyle(document.body).getPropertyValue(name).trim()"
    assert page.evaluate(colour, "--kh-ink") == "#1b2430"
    assert page.evaluate(colour, "--md-default-bg-color") == "#fff"
    page.close()
