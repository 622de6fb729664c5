"""The HTML of every page: headings, ids, tables, pictures, and nothing that runs."""

from itertools import pairwise

import pytest

from generator.pages import Heading
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse

LEVELS = {f"h{level}": level for level in range(1, 7)}


@pytest.fixture
def trees(pages: Pages) -> dict[str, Element]:
    """Every page as a tree."""
    return {address: parse(page.body) for address, page in pages.items()}


def test_a_page_has_one_h1_and_its_levels_do_not_jump(trees: dict[str, Element]) -> None:
    """The h1 comes first, and a heading is at most one level below the one before it."""
    for address, tree in trees.items():
        levels = [LEVELS[heading.tag] for heading in tree.all(*LEVELS)]
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        steps = [after - before for before, after in pairwise(levels)]
        assert all(step <= 1 for step in steps), address


def test_ids_are_unique_and_hold_no_space(trees: dict[str, Element]) -> None:
    """No id stands twice on a page, and what refers to an id finds it."""
    for address, tree in trees.items():
        ids = [e.attributes["id"] for e in tree.walk() if "id" in e.attributes]
        assert len(ids) == len(set(ids)), address
        assert all(i and not set(i) & set(" \t\n") for i in ids), address
        for element in tree.walk():
            for name in element.attributes.get("aria-labelledby", "").split():
                assert name in ids, f"{address}: {name}"


def test_the_table_of_contents_is_the_headings(pages: Pages, trees: dict[str, Element]) -> None:
    """Entries are the headings of levels 1 to 3 with an id, in order, the h1 first."""
    for address, page in pages.items():
        expected = tuple(
            Heading(LEVELS[e.tag], e.attributes["id"], e.text)
            for e in trees[address].all("h1", "h2", "h3")
            if "id" in e.attributes
        )
        assert page.toc == expected
        assert page.toc[0].level == 1


def test_nothing_on_a_page_runs_or_styles_inline(trees: dict[str, Element]) -> None:
    """No script, style or handler: a policy of default-src 'self' blocks nothing of ours."""
    for address, tree in trees.items():
        assert tree.all("script", "style", "iframe", "object", "embed", "link", "base") == []
        for element in tree.walk():
            names = set(element.attributes)
            assert "style" not in names, address
            assert not [name for name in names if name.startswith("on")], address


def test_no_literal_brace_is_left(pages: Pages) -> None:
    """Braces are written as character references, so no later stage sees a template in a page."""
    for page in pages.values():
        assert not set("{}") & set(page.body)


def test_tables_have_captions_headers_and_a_focusable_frame(trees: dict[str, Element]) -> None:
    """Each table has a caption, scoped headers and a row header, inside a named, focusable region."""
    tables = 0
    for address, tree in trees.items():
        framed = [t for frame in tree.classed("kh-scroll") for t in frame.all("table")]
        assert framed == tree.all("table"), address
        for frame in tree.classed("kh-scroll"):
            assert frame.attributes["tabindex"] == "0"
            assert frame.attributes["role"] == "region"
            assert frame.attributes["aria-label"].strip()
        for table in framed:
            tables += 1
            assert table.all("caption")[0].text
            assert all(th.attributes.get("scope") for th in table.all("th")), address
            for row in [r for body in table.all("tbody") for r in body.all("tr")]:
                assert row.all("th"), f"{address}: {row.text}"
    assert tables > 10


def test_frames_of_one_page_have_different_names(trees: dict[str, Element]) -> None:
    """Regions can be told apart by their names."""
    for address, tree in trees.items():
        names = [frame.attributes["aria-label"] for frame in tree.classed("kh-scroll")]
        assert len(names) == len(set(names)), address


def test_rows_of_a_table_fill_its_columns(trees: dict[str, Element]) -> None:
    """Every row has as many columns as the heading row, spans counted."""
    for address, tree in trees.items():
        for table in tree.all("table"):
            widths = {_width(row) for row in table.all("tr")}
            assert len(widths) == 1, f"{address}: {table.all('caption')[0].text}"


def _width(row: Element) -> int:
    return sum(int(cell.attributes.get("colspan", 1)) for cell in row.all("td", "th"))


def test_white_space_stands_between_cells(pages: Pages) -> None:
    """The words of neighbouring cells are never glued together in an index."""
    for page in pages.values():
        for glued in ("</td><td", "</th><td", "</td><th", "</th><th", "</dt><dd"):
            assert glued not in page.body


def test_cells_of_cards_carry_the_roles_that_display_takes_away(
    trees: dict[str, Element],
) -> None:
    """A table that may be laid out as cards says what it is by roles."""
    roles = {"table": {"table"}, "tr": {"row"}, "td": {"cell"}}
    cards = [table for tree in trees.values() for table in tree.classed("kh-table--cards")]
    assert cards
    for table in cards:
        for element in table.walk():
            if element.tag in roles:
                assert element.attributes.get("role") in roles[element.tag]


def test_pictures_have_a_name_and_a_description(trees: dict[str, Element]) -> None:
    """A chart is an image with title and description; a bar beside its figures is hidden."""
    charts = [e for tree in trees.values() for e in tree.classed("kh-chart")]
    assert charts
    for chart in charts:
        title, description = chart.all("title")[0], chart.all("desc")[0]
        assert chart.attributes["role"] == "img"
        names = [title.attributes["id"], description.attributes["id"]]
        assert chart.attributes["aria-labelledby"].split() == names
        assert title.text
        assert description.text
    for tree in trees.values():
        for bar in tree.classed("kh-bar"):
            assert bar.attributes["aria-hidden"] == "true"
