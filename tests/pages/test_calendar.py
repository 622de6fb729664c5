"""The calendar: by year and part of the year, no finer than the documents, with its feeds."""

from datetime import date
from posixpath import join, normpath

import pytest

from generator.exports import ExportInput
from generator.exports.calendar_feeds import render
from generator.model import Library
from generator.model.agenda import agendas
from generator.pages import SiteData, calendar_pages
from generator.pages.calendar_pages import MOST_LISTED
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse
from tests.pages.test_agency import crowded

__all__ = ["crowded"]

TAY_NINH, TIEN_GIANG, CA_MAU = "lich/tay-ninh/", "lich/tien-giang/", "lich/ca-mau/"


def year(tree: Element, number: int) -> dict[str, list[Element]]:
    """Rows of one year by the part of the year that heads them."""
    (frame,) = [
        f for f in tree.classed("kh-scroll") if f.attributes["aria-label"] == f"Năm {number}"
    ]
    return {
        body.classed("kh-group")[0].text: body.classed("kh-task") for body in frame.all("tbody")
    }


def test_a_province_has_every_dated_task_report_and_year_of_targets(
    real_pages: Pages, real_data: SiteData
) -> None:
    """Each dated task once, one row for each report day and each year with targets."""
    for agenda in agendas(real_data.library):
        tree = parse(real_pages[f"lich/{agenda.plan.province_id}/"].body)
        rows = [
            row
            for t in tree.all("table")
            if "data-kh-choosable" in t.attributes
            for row in t.classed("kh-task")
        ]
        links = [row.all("a")[0].attributes["href"] for row in rows]
        assert len(links) == len(rows)
        for task in agenda.tasks:
            row = f"../../{agenda.plan.id}/nhiem-vu/#{task.row.anchor}"
            assert links.count(row) == (1 if task.due else 0)
        assert links.count(f"../../{agenda.plan.id}/chi-tieu/") == len(agenda.milestones)


def test_a_year_is_split_into_quarters_and_what_is_told_by_the_year(real_pages: Pages) -> None:
    """In 2026 Tây Ninh has one task in the first quarter, five in the second, and targets."""
    found = year(parse(real_pages[TAY_NINH].body), 2026)
    assert {part: len(rows) for part, rows in found.items()} == {
        "Quý I/2026": 1,
        "Quý II/2026": 5,
        "Văn bản chỉ ghi năm": 1,
    }
    assert all("hạn quý" in row.all("td")[0].text for row in found["Quý II/2026"])
    assert "8 chỉ tiêu có mục tiêu cho năm 2026" in found["Văn bản chỉ ghi năm"][0].text


def test_reports_stand_on_their_days(real_pages: Pages) -> None:
    """Twice a year in Tiền Giang, four times in Cà Mau but not before the plan was issued."""
    tien_giang = year(parse(real_pages[TIEN_GIANG].body), 2026)
    days = [
        r.all("td")[0].text
        for rows in tien_giang.values()
        for r in rows
        if r.attributes["data-loai"] == "bao-cao"
    ]
    assert [day.split(" In:")[0] for day in days] == ["ngày 01/06/2026", "ngày 15/11/2026"]
    assert "ngày 01/06/2026" in tien_giang["Quý II/2026"][0].text
    assert "ngày 15/11/2026" in tien_giang["Quý IV/2026"][0].text
    first = year(parse(real_pages[CA_MAU].body), 2025)
    assert list(first) == ["Quý II/2025", "Quý III/2025", "Quý IV/2025", "Văn bản chỉ ghi năm"]
    assert "ngày 10/06/2025 In: trước ngày 10 tháng cuối quý" in first["Quý II/2025"][0].text


def test_what_has_no_date_is_told_apart(real_pages: Pages) -> None:
    """Recurring, conditional and open tasks, reports without a day, and a number for the rest."""
    tree = parse(real_pages[TIEN_GIANG].body)
    (frame,) = [
        f
        for f in tree.classed("kh-scroll")
        if f.attributes["aria-label"] == "nhiệm vụ không có hạn"
    ]
    heads = [row.text.split(" ")[0] for row in frame.classed("kh-group")]
    assert heads == ["Thường", "Có", "Thời"]
    assert (
        "87 nhiệm vụ của Đề án 1330/ĐA-UBND không có thời gian"
        in parse(real_pages[TAY_NINH].body).text
    )
    assert "Báo cáo không ghi ngày" in tree.text


def test_the_index_counts_what_the_provinces_list(real_pages: Pages) -> None:
    """Numbers by province and part of the year lead to the province's own year."""
    tree = parse(real_pages["lich/"].body)
    for number in (2026, 2030):
        (frame,) = [
            f
            for f in tree.classed("kh-scroll")
            if f.attributes["aria-label"] == f"Số việc của năm {number}"
        ]
        for row in frame.all("tbody")[0].all("tr"):
            link = row.all("a")[0].attributes["href"]
            assert link.endswith(f"/#nam-{number}")
            page = parse(real_pages[normpath(join("lich/", link.partition("#")[0])) + "/"].body)
            rows = [r for rs in year(page, number).values() for r in rs]
            counted = sum(int(c.text) for c in row.all("td")[:-1] if c.text)
            assert counted == sum(r.attributes["data-loai"] != "chi-tieu" for r in rows)


def test_rows_can_be_chosen_by_kind_and_agency(real_pages: Pages) -> None:
    """Every choice of the form leaves at least one row; without a script the form is hidden."""
    tree = parse(real_pages[TAY_NINH].body)
    (form,) = tree.all("form")
    assert "hidden" in form.attributes
    rows = [
        r
        for t in tree.all("table")
        if "data-kh-choosable" in t.attributes
        for r in t.classed("kh-task")
    ]
    for select in form.all("select"):
        name = select.attributes["name"]
        for option in select.all("option")[1:]:
            value = option.attributes["value"]
            assert any(value in r.attributes[f"data-{name}"].split() for r in rows), value


@pytest.mark.parametrize("site_url", [None, "https://ke-hoach.example/kh/"])
def test_every_feed_that_is_offered_exists_and_every_feed_is_offered(
    real_data: SiteData, real_pages: Pages, site_url: str | None
) -> None:
    """The pages and the exports agree about who has something with a date."""
    feeds = {path for path, _ in render(ExportInput(real_data.library, ()))}
    offered = {
        normpath(join("/", address, link.attributes["href"])).lstrip("/")
        for address, page in real_pages.items()
        for link in parse(page.body).all("a")
        if link.attributes["href"].endswith(".ics")
    }
    assert offered == feeds
    data = SiteData(real_data.library, site_url=site_url)
    index = next(page for page in calendar_pages.pages(data) if page.address == "lich/")
    subscribe = [
        a.attributes["href"]
        for a in parse(index.body).all("a")
        if a.attributes["href"].startswith("webcal:")
    ]
    assert len(subscribe) == (len(feeds) if site_url else 0)
    assert {link.removeprefix("webcal://ke-hoach.example/kh/") for link in subscribe} <= feeds


def test_with_too_much_to_list_the_index_gives_numbers_only(crowded: SiteData) -> None:
    """Each province's page still lists everything."""
    pages = {page.address: page for page in calendar_pages.pages(crowded)}
    reports = 6 * len(crowded.library.plans)
    assert reports > MOST_LISTED
    index = parse(pages["lich/"].body)
    assert not index.classed("kh-task")
    assert index.by_id("nam-2026")
    assert len(parse(pages["lich/tinh-1/"].body).classed("kh-task")) > 6


def test_a_library_without_plans_has_an_empty_calendar(base_data: SiteData) -> None:
    """No feed is offered where there is nothing to offer."""
    data = SiteData(Library((), base_data.library.registry))
    (page,) = calendar_pages.pages(data)
    assert page.address == "lich/"
    assert "Chưa có việc nào có hạn" in page.body
    assert ".ics" not in page.body


def test_the_file_of_a_calendar_holds_its_rows_in_order(real_pages: Pages) -> None:
    """Row by row the same work as the page shows, with the last day of what is printed."""
    for address in (TAY_NINH, TIEN_GIANG, CA_MAU):
        table = real_pages[address].downloads[0]
        labels = [column.label for column in table.columns]
        shown = [
            row.all("a")[0].text
            for t in parse(real_pages[address].body).all("table")
            if "data-kh-choosable" in t.attributes
            for row in t.classed("kh-task")
        ]
        assert [row[labels.index("Việc")] for row in table.rows] == shown
        days = [row[labels.index("Ngày cuối của hạn")] for row in table.rows]
        assert all(isinstance(day, date) for day in days)
