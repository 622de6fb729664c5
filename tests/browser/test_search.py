"""The built-in search answers queries that are typed with marks."""

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

QUERIES = {
    "Bình dân học vụ số": "nhiem-vu/",
    "Đồng Tháp Mười": "nhiem-vu/",
    "kinh tế số": "chi-tieu/",
    "PII": "chi-tieu/",
    "1330": "tay-ninh/1330-da-ubnd-2025/",
}


@pytest.mark.parametrize(("query", "leads_to"), sorted(QUERIES.items()))
def test_a_query_finds_its_page(page: Page, address: str, query: str, leads_to: str) -> None:
    """Typing a query shows results, one of which leads to the page that holds the words."""
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Tìm kiếm").fill(query)
    page.keyboard.press("End")  # the theme listens to keys, not to input
    links = page.locator(".md-search-result__link")
    links.first.wait_for()
    assert any(leads_to in (link.get_attribute("href") or "") for link in links.all())
