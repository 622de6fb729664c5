"""Search in a real browser: what people type finds what they mean, on the page of its address."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, Response, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

QUERIES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("search_queries.yaml").read_text("utf-8")
)
MOST_BYTES = 200_000
RESULT = "a[data-result]"
STATUS = "[data-kh-search-status]"
FIELD = "[data-kh-search] [name=q]"


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab for all queries, so that what was loaded once stays loaded."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    yield context.new_page()
    context.close()


def search_address(address: str, query: str, **filters: str) -> str:
    """Address of a search."""
    return f"{address}tim-kiem/?{urlencode({'q': query, **filters})}"


def settled(page: Page) -> None:
    """Wait until an answer stands on the page."""
    expect(page.locator(STATUS)).not_to_be_empty()
    expect(page.locator("[data-kh-search-results]")).not_to_have_attribute("aria-busy", "true")


def results(page: Page, address: str) -> list[str]:
    """Addresses of the results below the site's root, in order."""
    links = page.locator(RESULT).evaluate_all("all => all.map(link => link.href)")
    return [link.removeprefix(address) for link in links]


def name_of(case: dict[str, Any]) -> str:
    """Name of a case in reports."""
    return " ".join([case["query"].strip(), *case.get("with", {}).values()])


def test_the_table_is_long_enough_and_says_one_thing_of_each_query() -> None:
    """At least 60 queries, none twice, each with the page that must come first or among three."""
    assert len(QUERIES) >= 60
    asked = [(case["query"], str(case.get("with"))) for case in QUERIES]
    assert len(set(asked)) == len(asked)
    assert all(("first" in case) != ("among" in case) for case in QUERIES)


@pytest.mark.parametrize("case", QUERIES, ids=name_of)
def test_a_query_finds_what_is_meant(tab: Page, address: str, case: dict[str, Any]) -> None:
    """The page named in the table comes first, or among the first three."""
    tab.goto(search_address(address, case["query"], **case.get("with", {})))
    settled(tab)
    found = results(tab, address)
    if "first" in case:
        assert found[:1] == [case["first"]], found[:5]
    else:
        assert case["among"] in found[:3], found[:5]


@pytest.mark.parametrize(
    "query", ["ngân sách", "57-NQ/TW", '"chuyển đổi số"', "80%", "phát triển khoa học, công nghệ"]
)
def test_a_first_query_sends_little(context: BrowserContext, address: str, query: str) -> None:
    """Scripts and parts of the index for a first query are at most 200 kB, compressed far less."""
    page = context.new_page()
    sent: list[Response] = []
    page.on("response", lambda response: sent.append(response))
    page.goto(search_address(address, query))
    settled(page)
    page.wait_for_load_state("networkidle")
    bodies = [
        response.body()
        for response in sent
        if "/assets/search/" in response.url or "/tim-kiem/" in response.url
    ]
    assert len(bodies) > 5
    assert sum(len(gzip.compress(body)) for body in bodies) < MOST_BYTES / 2
    assert sum(map(len, bodies)) < MOST_BYTES * 1.3


def test_a_result_says_what_and_whose_it_is_and_marks_the_words(page: Page, address: str) -> None:
    """Kind, province and plan stand below the title, and the words are marked as written."""
    page.goto(search_address(address, "hoc vu so", tinh="tay-ninh", loai="nhiem-vu"))
    settled(page)
    first = page.locator(".kh-result").first
    about = first.locator(".kh-result__about").inner_text()
    assert about.startswith("Nhiệm vụ · Tỉnh Tây Ninh · Đề án 1330/ĐA-UBND · ")
    assert "học vụ số" in [mark.inner_text() for mark in first.locator("mark").all()]


def test_a_phrase_is_marked_only_where_it_stands(page: Page, address: str) -> None:
    """Its words are not marked where they stand apart from each other."""
    page.goto(search_address(address, '"chuyển đổi số"', loai="nhiem-vu"))
    settled(page)
    marks = {mark.inner_text().lower() for mark in page.locator(".kh-result mark").all()}
    assert marks == {"chuyển đổi số"}
    expect(page.locator(STATUS)).to_contain_text('kết quả cho "chuyển đổi số"')


def test_a_result_leads_to_the_row_itself(page: Page, address: str) -> None:
    """Following the first result opens the page at the row, which is on the screen."""
    page.goto(search_address(address, "viễn thông thụ động"))
    page.locator(RESULT).first.click()
    page.wait_for_url("**/nhiem-vu/#phu-luc-1-1.22")
    expect(page.locator('[id="phu-luc-1-1.22"]')).to_be_in_viewport()


def test_typing_shows_results_and_keeps_the_address(page: Page, address: str) -> None:
    """Results appear while someone types, the count is announced, and the address follows."""
    page.goto(f"{address}tim-kiem/")
    page.locator(FIELD).press_sequentially("sở nội v")
    expect(page.locator(RESULT).first).to_contain_text("Sở Nội vụ")
    expect(page.locator(STATUS)).to_contain_text("kết quả cho “sở nội v”")
    assert page.get_attribute(STATUS, "role") == "status"
    assert parse_qs(urlsplit(page.url).query) == {"q": ["sở nội v"]}
    assert page.title().startswith("sở nội v - Tìm kiếm")


def test_what_is_typed_before_the_script_comes_is_kept(page: Page, address: str) -> None:
    """On a slow line someone types first; the script then answers instead of emptying the field."""
    held: list[Route] = []
    page.route("**/assets/search/search.js", lambda route: held.append(route))
    page.goto(f"{address}tim-kiem/", wait_until="commit")
    page.locator(FIELD).fill("sở nội vụ")
    for route in held:
        route.continue_()
    expect(page.locator(RESULT).first).to_have_text("Sở Nội vụ")


def test_filters_narrow_and_stand_in_the_address(page: Page, address: str) -> None:
    """Choosing a province leaves its rows only; going back brings the others back."""
    page.goto(search_address(address, "kinh tế số"))
    settled(page)
    before = page.locator(STATUS).inner_text()
    page.get_by_label("Tỉnh", exact=True).select_option("tien-giang")
    expect(page.locator(STATUS)).to_contain_text("Tỉnh Tiền Giang")
    assert all(found.startswith("tien-giang/") for found in results(page, address))
    assert parse_qs(urlsplit(page.url).query)["tinh"] == ["tien-giang"]
    page.go_back()
    expect(page.locator(STATUS)).to_have_text(before)
    assert page.get_by_label("Tỉnh", exact=True).input_value() == ""


def test_more_results_follow_the_first_ones(page: Page, address: str) -> None:
    """The button adds results without changing those that stand there, and focuses the first new."""
    page.goto(search_address(address, "chuyển đổi số"))
    settled(page)
    first = results(page, address)
    page.get_by_role("button", name="Xem thêm kết quả").click()
    expect(page.locator(RESULT)).to_have_count(30)
    assert results(page, address)[:10] == first
    expect(page.locator(RESULT).nth(10)).to_be_focused()


def test_asking_twice_for_more_brings_one_more_page(page: Page, address: str) -> None:
    """A second click before the results are there adds nothing, and no result comes twice."""
    page.goto(search_address(address, "chuyển đổi số"))
    settled(page)
    page.get_by_role("button", name="Xem thêm kết quả").evaluate("b => { b.click(); b.click(); }")
    expect(page.locator(RESULT).nth(10)).to_be_focused()
    found = results(page, address)
    assert len(found) == len(set(found)) == 30


def test_no_letter_or_sign_alone_is_a_command(page: Page, address: str) -> None:
    """Someone who speaks to the device, or leans on a key, is not taken elsewhere."""
    there = f"{address}tay-ninh/1330-da-ubnd-2025/nhiem-vu/"
    page.goto(there)
    for key in "/?sfnp,.":
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body"), key
        assert page.url == there, key


def test_the_keyboard_alone_leads_from_any_page_to_a_result(page: Page, address: str) -> None:
    """`Ctrl+/` opens the field, Enter the search; arrows go through the results, Enter follows one."""
    page.goto(f"{address}tay-ninh/1330-da-ubnd-2025/nhiem-vu/")
    page.keyboard.press("Control+/")
    page.keyboard.type("sở tài chính")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=*")
    settled(page)
    page.keyboard.press("Control+/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/co-quan/so-tai-chinh/")


def test_each_step_that_loosens_a_query_is_said(page: Page, address: str) -> None:
    """Other marks, words apart and missing words are told in a sentence; so is finding nothing."""
    for query, words in {
        "dồng tháp mười": "không kể dấu",
        '"số kinh tế tỉnh"': "Không có kết quả",
        "kinh tế số xyzw": "có một số từ",
        "xyzw": "Không có kết quả nào cho “xyzw”",
    }.items():
        page.goto(search_address(address, query))
        expect(page.locator(STATUS)).to_contain_text(words)


def test_text_that_looks_like_html_stays_text(page: Page, address: str) -> None:
    """What is typed is shown as it is and makes no element."""
    page.goto(search_address(address, "<img src=x onerror=alert(1)>"))
    settled(page)
    assert page.locator("[data-kh-search-status] img, .kh-results img").count() == 0


def test_an_index_that_cannot_be_loaded_is_said(page: Page, address: str) -> None:
    """Without the network the page tells it in a sentence, and the next try works."""
    page.route("**/tim-kiem/**/terms/*.json", lambda route: route.abort())
    page.goto(search_address(address, "ngân sách"))
    expect(page.locator(STATUS)).to_contain_text("Không tải được chỉ mục tìm kiếm")
    page.unroute("**/tim-kiem/**/terms/*.json")
    page.get_by_role("button", name="Tìm", exact=True).click()
    expect(page.locator(RESULT).first).to_be_visible()


def test_without_a_script_the_page_leads_to_lists(browser: Browser, address: str) -> None:
    """A sentence says that search needs JavaScript, and its links lead to plans and agencies."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}tim-kiem/")
    note = page.locator("noscript")
    assert "JavaScript" in note.inner_text()
    links = [
        urljoin(page.url, link.get_attribute("href") or "") for link in note.locator("a").all()
    ]
    assert links == [address, f"{address}co-quan/", f"{address}huong-dan/"]
    context.close()


def test_every_page_has_the_field_in_its_header(page: Page, address: str) -> None:
    """The field is there at every width, leads to the search, and has a name."""
    page.goto(f"{address}kiem-tra/B102/")
    field = page.get_by_role("searchbox", name="Tìm kiếm")
    page.keyboard.press("Control+/")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    field.fill("ngan sach")
    field.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=ngan+sach")
