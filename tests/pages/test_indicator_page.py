"""The page of indicators: one line where one line is enough, no picture that claims too much."""

from dataclasses import replace

import pytest

from generator.model import Library, Observation, Plan, Target
from generator.pages import Page, SiteData, indicators
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse


@pytest.fixture
def plan(base_data: SiteData) -> Plan:
    """The example's only plan."""
    return base_data.library.plans[0]


def page_of(data: SiteData, plan: Plan) -> Page:
    """The page of indicators of one plan."""
    (page,) = indicators.pages(SiteData(Library((plan,), data.library.registry)))
    return page


def with_first(plan: Plan, **changes: object) -> Plan:
    """The plan with another first indicator."""
    first, *others = plan.indicators.indicators
    changed = (first.model_copy(update=changes), *others)
    return replace(plan, indicators=plan.indicators.model_copy(update={"indicators": changed}))


def section(page: Page, indicator_id: str) -> Element:
    """The section of one indicator."""
    return next(
        s
        for s in parse(page.body).classed("kh-indicator")
        if s.attributes["aria-labelledby"] == indicator_id
    )


def test_a_single_target_is_a_line_and_not_a_table(base_data: SiteData, plan: Plan) -> None:
    """Its words, its period and its printed text stand in one line; there is no picture."""
    first = plan.indicators.indicators[0]
    target = first.targets[-1].model_copy(update={"comparator": ">=", "text": "từ 90% trở lên"})
    found = section(page_of(base_data, with_first(plan, baselines=(), targets=(target,))), first.id)
    assert found.all("table") == []
    assert found.classed("kh-chart") == []
    (line,) = found.classed("kh-goal")
    text = line.text.replace("\u00a0", " ")
    assert text.startswith("Mục tiêu năm 2030: ít nhất 90 %")
    assert "In: từ 90% trở lên" in text


def test_an_indicator_without_targets_has_no_empty_table(base_data: SiteData, plan: Plan) -> None:
    """The head of a group of indicators shows its name and its note only."""
    first = plan.indicators.indicators[0]
    found = section(page_of(base_data, with_first(plan, baselines=(), targets=())), first.id)
    assert found.all("table") == []
    assert found.classed("kh-goal") == []


def test_every_figure_of_a_picture_stands_in_the_table_beside_it(real_pages: Pages) -> None:
    """Each label of a chart is a figure of the rows next to it, so nothing is only drawn."""
    checked = 0
    for address, page in real_pages.items():
        if not address.endswith("/chi-tieu/"):
            continue
        for found in parse(page.body).classed("kh-indicator"):
            words = [row.text for table in found.all("table") for row in table.all("tr")]
            for label in found.classed("kh-c-label"):
                checked += 1
                figure = label.text.replace("/năm", "").replace("–", " đến ").strip("≥≤<> \u00a0")
                assert any(figure in text for text in words), label.text
    assert checked > 100


def test_no_target_of_a_drawn_path_is_left_without_a_mark(
    real_pages: Pages, real_data: SiteData
) -> None:
    """A chart has as many marks as the indicator has figures."""
    drawn = 0
    for plan in real_data.library.plans:
        tree = parse(real_pages[f"{plan.id}/chi-tieu/"].body)
        for indicator in plan.indicators.indicators:
            charts = [
                svg
                for svg in tree.classed("kh-chart")
                if svg.attributes["aria-labelledby"].startswith(f"hinh.{indicator.id}-")
            ]
            if not charts:
                continue
            drawn += 1
            listed: list[Observation | Target] = [*indicator.baselines, *indicator.targets]
            figures = [
                item
                for item in listed
                if item.comparator != "qualitative" and item.value is not None
            ]
            shapes = [
                e
                for e in charts[0].classed("kh-c-mark")
                if "kh-c-span" not in e.attributes["class"]
            ]
            ranges = [item for item in figures if item.value_max is not None]
            assert len(shapes) + len(ranges) == len(figures), indicator.id
    assert drawn > 50


def test_the_table_is_offered_as_a_file_with_what_it_shows(base_data: SiteData, plan: Plan) -> None:
    """Headings and cells of the file are those of the page, and each row has its address."""
    page = page_of(base_data, plan)
    table, _ = page.downloads
    shown = parse(page.body).all("table")[0]
    heads = [column.label for column in table.columns]
    assert [th.text for th in shown.all("thead")[0].all("th")] == [
        head for head in heads if head not in {"Đối chiếu", "Địa chỉ"}
    ]
    for row, printed in zip(table.rows, shown.all("tbody")[0].all("tr"), strict=True):
        cells = [cell.text for cell in printed.all("td", "th")]
        told = [" ".join(str(value or "").split()) for value in row[: len(cells)]]
        assert told[4:-1] == cells[4:-1]
        assert told[:3] == cells[:3]
    assert table.rows[0][-1] == f"{plan.id}/chi-tieu/#{plan.indicators.indicators[0].id}"
