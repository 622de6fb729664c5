"""A whole plan on one page: joined from its sections, nothing lost, nothing twice."""

import re
from collections import Counter

import pytest

from generator.pages import Page, SiteData, whole_plans
from generator.pages.addresses import PLAN_SECTIONS, WHOLE
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse


@pytest.fixture(params=["base", "real"])
def data(request: pytest.FixtureRequest, base_data: SiteData, real_data: SiteData) -> SiteData:
    """One project after the other."""
    return base_data if request.param == "base" else real_data


@pytest.fixture
def sections(data: SiteData, base_data: SiteData, base_pages: Pages, real_pages: Pages) -> Pages:
    """The pages that are joined."""
    return base_pages if data is base_data else real_pages


@pytest.fixture
def wholes(data: SiteData, sections: Pages) -> dict[str, Page]:
    """The joined page of each plan, by the plan's id."""
    return {page.address.removesuffix(f"/{WHOLE}"): page for page in whole_plans(data, sections)}


@pytest.fixture
def trees(wholes: dict[str, Page]) -> dict[str, Element]:
    """The joined pages as trees."""
    return {plan_id: parse(page.body) for plan_id, page in wholes.items()}


def test_each_plan_has_one_page_with_one_title(data: SiteData, wholes: dict[str, Page]) -> None:
    """Its h1 is the plan's, and each section begins with a heading of the second level."""
    assert set(wholes) == {plan.id for plan in data.library.plans}
    for page in wholes.values():
        assert [heading.level for heading in page.toc].count(1) == 1
        titles = [heading.title for heading in page.toc if heading.level == 2]
        names = [name for address, name in PLAN_SECTIONS if address]
        assert [title for title in titles if title in names] == names
        assert page.running_head.count("·") == 2


def test_ids_are_unique_and_references_find_them(trees: dict[str, Element]) -> None:
    """Anchors that several sections share are kept apart, and what names an id finds it."""
    for plan_id, tree in trees.items():
        ids = Counter(e.attributes["id"] for e in tree.walk() if "id" in e.attributes)
        assert [each for each, count in ids.items() if count > 1] == [], plan_id
        for element in tree.walk():
            for name in ("aria-labelledby", "aria-describedby", "for"):
                for each in element.attributes.get(name, "").split():
                    assert each in ids, f"{plan_id}: {each}"


def test_links_between_sections_stay_on_the_page(
    trees: dict[str, Element], sections: Pages
) -> None:
    """A link to a row of another section leads to that row here; other links leave as before."""
    for plan_id, tree in trees.items():
        ids = {e.attributes["id"] for e in tree.walk() if "id" in e.attributes}
        links = [a.attributes["href"] for a in tree.all("a")]
        inner = [link[1:] for link in links if link.startswith("#")]
        assert len(inner) > 5
        assert [anchor for anchor in inner if anchor not in ids] == [], plan_id
        outer = [link for link in links if link.startswith("../")]
        assert outer
        for link in outer:
            assert not re.match(r"\.\./(?:muc-tieu|chi-tieu|nhiem-vu|kinh-phi)/", link), link


def test_every_table_and_picture_of_the_sections_is_there(
    trees: dict[str, Element], sections: Pages
) -> None:
    """The joined page has as many tables, rows and pictures as its sections together."""
    for plan_id, tree in trees.items():
        parts = [parse(sections[f"{plan_id}/{address}"].body) for address, _ in PLAN_SECTIONS]
        for tag in ("table", "tr", "td", "svg", "details"):
            foot = 6 if tag == "details" else 0  # each section's own way of citing it
            assert len(tree.all(tag)) == sum(len(part.all(tag)) for part in parts) - foot, tag


def test_nothing_is_left_that_only_a_single_page_needs(trees: dict[str, Element]) -> None:
    """No tabs, downloads, filters or marks for scripts; one way there and one foot."""
    for tree in trees.values():
        for name in ("kh-tabs", "kh-down", "kh-src", "kh-print"):
            assert tree.classed(name) == [], name
        assert len(tree.classed("kh-crumbs")) == 1
        assert len(tree.classed("kh-foot")) == 1
        marked = {name for e in tree.walk() for name in e.attributes if name.startswith("data-kh-")}
        assert marked == {"data-kh-print"}
