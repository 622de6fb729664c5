"""An agency's page: all that it leads, takes part in, follows and reports, by deadline."""

from dataclasses import replace

import pytest

from generator.model import Library, Province
from generator.pages import Page, SiteData, agency
from generator.pages.agency import MOST_JOBS
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse

SCIENCE = "co-quan/so-khoa-hoc-va-cong-nghe/"


def made(data: SiteData) -> dict[str, Page]:
    """Pages of agencies by address."""
    return {page.address: page for page in agency.pages(data)}


def table(tree: Element, label: str) -> Element:
    """The table in the frame of a name."""
    (frame,) = [f for f in tree.classed("kh-scroll") if f.attributes["aria-label"] == label]
    return frame.all("table")[0]


def test_an_agency_lists_what_it_leads_and_what_it_coordinates(base_data: SiteData) -> None:
    """Sở Y tế leads task 4 and takes part in task 2; each links to its row."""
    tree = parse(made(base_data)["co-quan/so-y-te/"].body)
    leads, others = table(tree, "việc chủ trì"), table(tree, "việc phối hợp")
    assert leads.all("caption")[0].text == "Chủ trì (1 nhiệm vụ)"
    assert [a.attributes["href"] for a in leads.classed("kh-task__title")[0].all("a")] == [
        "../../vi-du/01-kh-2025/nhiem-vu/#phu-luc-1.4"
    ]
    assert [cell.text for cell in others.classed("kh-task__title")] == ["Số hóa hồ sơ"]
    cells = leads.classed("kh-task")[0].all("td")
    assert [cell.text for cell in cells] == [
        "trong năm 2025",
        "Tỉnh Ví Dụ Kế hoạch 01/KH-UBND Phụ lục I, số 4",
        "30 triệu đồng",
    ]


def test_tasks_stand_by_the_year_in_which_they_are_due(real_pages: Pages) -> None:
    """Years rise, quarters stand before what is told by the year, and undated tasks follow."""
    leads = table(parse(real_pages[SCIENCE].body), "việc chủ trì")
    groups = [row.attributes["id"] for row in leads.classed("kh-group")]
    years = [key for key in groups if key.removeprefix("chu-tri.").isdigit()]
    assert years == sorted(years)
    assert groups[: len(years)] == years
    assert groups[len(years) :] == [
        "chu-tri.recurring",
        "chu-tri.open",
        "chu-tri.conditional",
        "chu-tri.untold",
    ]
    in_2027 = next(
        b for b in leads.all("tbody") if b.classed("kh-group")[0].attributes["id"] == "chu-tri.2027"
    )
    assert [row.all("td")[0].text for row in in_2027.classed("kh-task")] == [
        "hạn quý I/2027",
        "hạn quý I/2027",
        "trong giai đoạn 2026–2027",
    ]


def test_no_deadline_is_told_finer_than_it_is_printed(real_pages: Pages) -> None:
    """A quarter is not told as its last day, and a year that says all is not repeated."""
    text = table(parse(real_pages[SCIENCE].body), "việc chủ trì").text
    assert "31/03/2027" not in text
    assert "hạn năm 2025 In:" not in text


def test_the_picture_counts_the_tasks_of_each_year(real_pages: Pages) -> None:
    """The numbers beside the bars are those of the table's groups."""
    tree = parse(real_pages[SCIENCE].body)
    (picture,) = tree.classed("kh-loads")
    told = {li.all("a")[0].text: li.all("strong")[0].text for li in picture.all("li")}
    leads = table(tree, "việc chủ trì")
    counted = {}
    for body in leads.all("tbody"):
        key = body.classed("kh-group")[0].attributes["id"].removeprefix("chu-tri.")
        if key.isdigit():
            counted[f"Năm {key}"] = str(len(body.classed("kh-task")))
    assert told == counted
    assert len(told) >= 5


def test_money_is_added_annex_by_annex_and_said_to_be_ours(base_data: SiteData) -> None:
    """Three tasks of Annex I, 600 + 300 + 1.200 million; nothing is added across annexes."""
    tree = parse(made(base_data)[SCIENCE].body)
    row = tree.by_id("vi-du.01-kh-2025")
    assert row.all("td")[-1].text.replace("\u00a0", " ") == "2,1 tỷ đồng (Phụ lục I)"
    assert "máy cộng" in tree.text
    assert "Không cộng các phụ lục hay các kế hoạch với nhau" in tree.text


def test_an_agency_follows_indicators_and_owes_reports(base_data: SiteData) -> None:
    """Indicators with their targets in words, reports that are sent and received."""
    pages = made(base_data)
    followed = table(parse(pages[SCIENCE].body), "Chỉ tiêu theo dõi").text.replace("\u00a0", " ")
    assert "2030: ít nhất 90 %" in followed
    assert "2030: trong nhóm 10 tỉnh, thành phố" in followed
    sends = table(parse(pages["co-quan/cac-so-nganh/"].body), "Phải báo cáo")
    assert "15 tháng 12" in sends.text
    assert sends.all("th")[-1].all("a")[0].attributes["href"].endswith("to-chuc/#bao-cao.1")
    receives = table(parse(pages["co-quan/ubnd-tinh/"].body), "Được nhận báo cáo")
    assert "Các sở, ngành" in receives.text


def test_an_agency_lists_the_duties_that_it_is_given(base_data: SiteData) -> None:
    """Sở Tài chính has a duty; its page links to it and the index counts it."""
    pages = made(base_data)
    tree = parse(pages["co-quan/so-tai-chinh/"].body)
    assert "Trách nhiệm được giao" in [h.text for h in tree.all("h2")]
    assert "Tham mưu bố trí kinh phí." in tree.text
    links = [a.attributes["href"] for a in tree.all("a")]
    assert "../../vi-du/01-kh-2025/to-chuc/#so-tai-chinh" in links
    (row,) = [r for r in parse(pages["co-quan/"].body).all("tr") if "Sở Tài chính" in r.text]
    assert row.all("td")[-1].text == "1"


def test_an_agency_without_work_says_so(base_data: SiteData) -> None:
    """Its page exists all the same, because addresses last; it offers no calendar."""
    tree = parse(made(base_data)["co-quan/so-thong-tin-va-truyen-thong/"].body)
    assert "Chưa có nhiệm vụ nào" in tree.text
    assert "Nay là Sở Khoa học và Công nghệ" in tree.text
    assert ".ics" not in tree.text


def test_former_provinces_and_replaced_plans_are_told(real_pages: Pages) -> None:
    """A row of Long An names the province's last day, and that its plan was replaced."""
    rows = [
        row.text
        for address, page in real_pages.items()
        if address.startswith("co-quan/")
        for row in parse(page.body).all("tr")
        if "Long An" in row.text and row.all("td") and "Tỉnh Long An" in row.text
    ]
    assert rows
    assert all("Tỉnh Long An (đến 30/06/2025) Đã bị thay thế" in text for text in rows)


@pytest.fixture(scope="module")
def crowded(base_data: SiteData) -> SiteData:
    """The example's plan in many provinces, so that its agencies have too much for one page."""
    (plan,) = base_data.library.plans
    ids = [f"tinh-{number}" for number in range(1, MOST_JOBS // 3 + 2)]
    provinces = {i: Province(name=i, kind="tỉnh") for i in ids}
    registry = base_data.library.registry.model_copy(update={"provinces": provinces})
    return SiteData(Library(tuple(replace(plan, province_id=i) for i in ids), registry))


def test_too_much_work_for_one_page_stands_on_a_page_for_each_province(crowded: SiteData) -> None:
    """The agency's own page links to them; together they hold every task, and each has a title."""
    pages = {a: p for a, p in made(crowded).items() if a.startswith(SCIENCE)}
    whole = parse(pages.pop(SCIENCE).body)
    assert not whole.classed("kh-task")
    links = {a.attributes["href"] for a in whole.classed("kh-sections")[0].all("a")}
    assert links == {address.removeprefix(SCIENCE) for address in pages}
    tasks = sum(len(parse(page.body).classed("kh-task")) for page in pages.values())
    assert tasks == 3 * len(crowded.library.plans) > MOST_JOBS
    assert len({page.title for page in pages.values()}) == len(pages)


def test_an_agency_with_little_work_keeps_one_page(crowded: SiteData) -> None:
    """Sở Y tế has two tasks in each province, all of them on its own page."""
    pages = [a for a in made(crowded) if a.startswith("co-quan/so-y-te/")]
    assert pages == ["co-quan/so-y-te/"]
