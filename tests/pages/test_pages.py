"""Which pages there are, and what each one answers."""

from dataclasses import replace

import pytest

from generator.checks import RULES
from generator.model import Coverage, Indicators, Library
from generator.pages import PAGES, Page, SiteData, assets, indicators
from tests.pages.conftest import Pages
from tests.pages.html_tree import parse

SECTIONS = ("", "muc-tieu/", "chi-tieu/", "nhiem-vu/", "kinh-phi/", "to-chuc/", "nguon/")
TAY_NINH = "tay-ninh/1330-da-ubnd-2025/"


def test_every_address_of_the_contract_has_a_page(base_pages: Pages, base_data: SiteData) -> None:
    """Home, province, plan, quality, rules, agencies, comparisons, calendar, open data."""
    plan = "vi-du/01-kh-2025/"
    agencies = base_data.library.registry.agencies
    assert set(base_pages) == {
        "",
        "vi-du/",
        *(plan + section for section in SECTIONS),
        f"{plan}nguon/tung-dong/",
        "kiem-tra/",
        *(f"kiem-tra/{rule.code}/" for rule in RULES),
        "co-quan/",
        *(f"co-quan/{agency_id}/" for agency_id in agencies),
        "so-sanh/",
        "so-sanh/ke-hoach/",
        *(f"so-sanh/{concept_id}/" for concept_id in base_data.library.registry.concepts),
        "lich/",
        "lich/vi-du/",
        "du-lieu/",
        "thay-doi/",
        "tim-kiem/",
    }


def test_every_registered_module_makes_a_page(real_data: SiteData) -> None:
    """No line of the registry is idle."""
    for module in PAGES:
        made = list(module.pages(real_data))
        assert made, module.__name__
        assert all(isinstance(page, Page) for page in made)


def test_titles_and_descriptions_tell_pages_apart(pages: Pages) -> None:
    """Every page has a title of its own and a description, both plain text."""
    titles = [page.title for page in pages.values()]
    assert len(set(titles)) == len(titles)
    for page in pages.values():
        assert page.description.endswith((".", "?"))
        assert "<" not in page.title + page.description


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_marks_itself_among_the_tabs(base_pages: Pages, section: str) -> None:
    """Seven tabs and the whole to print stand on every page of a plan; the current says so."""
    body = parse(base_pages[f"vi-du/01-kh-2025/{section}"].body)
    (tabs,) = body.classed("kh-tabs")
    links = tabs.all("a")
    current = [link for link in links if link.attributes.get("aria-current") == "page"]
    assert [link.text for link in links][len(SECTIONS) :] == ["Bản in"]
    assert [link.attributes["href"] for link in current] == ["./"]


def test_the_overview_answers_what_who_when_how_much_and_is_it_sound(real_pages: Pages) -> None:
    """Number, issuer, signer, dates, money in both forms and the state of the checks are there."""
    text = parse(real_pages[TAY_NINH].body).text
    for answer in (
        "Đề án 1330/ĐA-UBND",
        "Ủy ban nhân dân tỉnh",
        "Nguyễn Văn Út",
        "22/09/2025",
        "2025–2030",
        "6.857 tỷ đồng",
        "6.856.988.000.000 đồng",
        "Mọi phép cộng đều khớp",
    ):
        assert answer in text


def test_a_plan_without_indicators_says_so_instead_of_an_empty_page(real_data: SiteData) -> None:
    """A section that is not encoded is still a page, and its coverage is told."""
    (plan,) = [p for p in real_data.library.plans if p.slug == "1330-da-ubnd-2025"]
    coverage = {
        **plan.meta.coverage,
        "indicators": Coverage(state="not-encoded", note="Chưa tới."),
    }
    bare = replace(
        plan,
        meta=plan.meta.model_copy(update={"coverage": coverage}),
        indicators=Indicators(indicators=()),
    )
    data = SiteData(Library((bare,), real_data.library.registry))
    (page,) = indicators.pages(data)
    text = parse(page.body).text
    assert "Chưa mã hóa. Chưa tới." in text
    assert "Bảng chỉ tiêu" not in text


def test_the_assets_are_a_stylesheet_and_a_script_without_outer_requests() -> None:
    """Both files are found in the package and name no other host."""
    files = assets()
    assert set(files) == {"kehoach.css", "kehoach.js"}
    for content in files.values():
        assert len(content) > 500
        assert "http" not in content
        assert "@import" not in content


def test_home_shows_a_card_for_every_plan(base_pages: Pages) -> None:
    """The card tells period, money, numbers of indicators and tasks, and the state of checks."""
    (card,) = parse(base_pages[""].body).classed("kh-card")
    for words in (
        "Kế hoạch 01/KH-UBND",
        "Giai đoạn 2025–2030",
        "Kinh phí 2,13 tỷ đồng",
        "Chỉ tiêu 3 kể cả mục tiêu trong lời văn",
        "Nhiệm vụ 4 trong phụ lục",
        "Mọi phép cộng đều khớp",
    ):
        assert words in card.text
    assert card.all("a")[0].attributes["href"] == "vi-du/01-kh-2025/"


def test_a_target_stands_under_its_own_year_or_span(real_pages: Pages) -> None:
    """TFP has targets for two spans and none for single years, even those that end a span."""
    table = parse(real_pages[f"{TAY_NINH}chi-tieu/"].body).all("table")[0]
    heads = [th.text for th in table.all("thead")[0].all("th")]
    row = next(row for row in table.all("tr") if "TFP" in row.text)
    cells = dict(zip(heads, [cell.text for cell in row.all("td", "th")], strict=True))
    assert (cells["2021–2025"], cells["2026–2030"]) == ("40", "55")
    assert {cells[str(year)] for year in range(2025, 2031)} == {""}
