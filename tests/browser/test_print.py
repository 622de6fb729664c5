"""A plan on paper: A4, with running heads and page numbers, nothing cut off."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from generator.pages.addresses import WHOLE
from generator.project import Project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("print")]

ROOT = Path(__file__).parents[2]
PLANS = tuple(sorted(folder.plan_id for folder in Project(ROOT).plan_folders()))
A4 = (595, 842)

# As on paper: 180 mm of text between the margins, at 96 pixels an inch.
SHEET = (680, 960)

WIDER_THAN_SHEET = """() => {
  const sheet = document.querySelector("main").getBoundingClientRect();
  return [...document.querySelectorAll("main :is(table, td, th, svg, p, li)")]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > sheet.right + 1)
    .map((e) => e.outerHTML.slice(0, 80));
}"""

TEXTS = """(selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent)"""


@dataclass(frozen=True, slots=True)
class Printed:
    """A page, and what the browser's print command makes of it.

    Attributes:
        head: What must stand at the head of each sheet: province, document, short title.
        titles: Headings of the page.
        notes: Notes that are folded on the screen.
        figures: Amounts in the last column of each table.
        too_wide: Elements that are wider than the sheet.
        sizes: Width and height of the sheets in points.
        sheets: The text of each sheet, without white space.
    """

    head: str
    titles: tuple[str, ...]
    notes: tuple[str, ...]
    figures: tuple[str, ...]
    too_wide: tuple[str, ...]
    sizes: frozenset[tuple[int, int]]
    sheets: tuple[str, ...]

    @property
    def text(self) -> str:
        """All sheets, running heads and feet left out, so that a broken line is whole."""
        return "".join(
            re.sub(rf"{re.escape(self.head)}|Kếhoạchmở|Trang\d+/\d+", "", sheet)
            for sheet in self.sheets
        )


def printed(browser: Browser, url: str) -> Printed:
    """Print a page on a device that likes dark pages."""
    page = browser.new_page(viewport={"width": SHEET[0], "height": SHEET[1]}, color_scheme="dark")
    page.goto(url)
    # A typeface that only paper needs, or another layout, may come while the sheets are counted.
    page.emulate_media(media="print")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    page.wait_for_load_state("networkidle")
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    last = page.evaluate(TEXTS, "main tr > :last-child")
    seen = Printed(
        head=squeezed(page.get_attribute("html", "data-kh-head") or ""),
        titles=tuple(map(squeezed, page.evaluate(TEXTS, "main :is(h1, h2, h3)"))),
        notes=tuple(map(squeezed, page.evaluate(TEXTS, "main details.kh-note > p"))),
        figures=tuple(squeezed(f) for f in last if re.fullmatch(r"\s*[\d.]{5,}\s*", f)),
        too_wide=tuple(page.evaluate(WIDER_THAN_SHEET)),
        sizes=frozenset((round(s.mediabox.width), round(s.mediabox.height)) for s in reader.pages),
        sheets=tuple(squeezed(sheet.extract_text()) for sheet in reader.pages),
    )
    page.close()
    return seen


def squeezed(text: str) -> str:
    """Text without white space: a PDF puts some between the parts of a letter."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module", params=PLANS)
def document(browser: Browser, address: str, request: pytest.FixtureRequest) -> Printed:
    """A whole plan, printed."""
    return printed(browser, f"{address}{request.param}/{WHOLE}")


def test_a_plan_is_printed_on_a4(document: Printed) -> None:
    """Every sheet is A4 upright, and there are several."""
    assert document.sizes == {A4}
    assert len(document.sheets) > 10


def test_every_sheet_has_a_running_head_and_its_number(document: Printed) -> None:
    """Province, document and title on top, the number of the page and of all pages below."""
    assert document.head.count("·") == 2
    last = len(document.sheets)
    for number, sheet in enumerate(document.sheets, start=1):
        assert document.head in sheet, number
        assert f"Trang{number}/{last}" in sheet, number


def test_nothing_is_cut_off(document: Printed) -> None:
    """No column is wider than the sheet, and the last column of every table is printed."""
    assert document.too_wide == ()
    assert [figure for figure in document.figures if figure not in document.text] == []


def test_the_document_is_whole(document: Printed) -> None:
    """Title, each section and each note that is folded on the screen stand in the document."""
    assert len(document.titles) > 15
    assert [title for title in document.titles if title not in document.text] == []
    assert [note for note in document.notes if note[:40] not in document.text] == []


def test_a_section_is_printed_like_the_whole(browser: Browser, address: str) -> None:
    """A single page of a plan has the same sheet, and none of what only a screen needs."""
    section = printed(browser, f"{address}{PLANS[-1]}/chi-tieu/")
    assert section.too_wide == ()
    assert section.sizes == {A4}
    assert f"Trang1/{len(section.sheets)}" in section.sheets[0]
    for screen_only in ("Tìm kiếm", "Trang chủ", "Trong trang này", "Bản in"):
        assert squeezed(screen_only) not in section.sheets[0]


def test_heads_to_sort_by_are_repeated_on_paper(browser: Browser, address: str) -> None:
    """A table of tasks that goes on has its head on the next sheets too, buttons or not."""
    tasks = printed(browser, f"{address}tay-ninh/1330-da-ubnd-2025/nhiem-vu/")
    for sheet in tasks.sheets[1:4]:
        assert "SốNhiệmvụChủtrìThờigian" in sheet, sheet[:300]


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
