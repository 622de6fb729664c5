"""Pages across provinces: a measure side by side, plans as a whole, plans that follow each other."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model import Library
from generator.model.succession import compare_tasks, successions
from generator.pages import SiteData
from generator.pages.charts.dots import Dot, dot_chart
from generator.pages.views.plan_refs import plan_refs
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse

ECONOMY = "so-sanh/digital-economy-share/"
RANK = "so-sanh/dti-rank/"
PII_RANK = "so-sanh/pii-rank/"
SUCCESSION = "so-sanh/ke-hoach/long-an--nq-hdnd-2025--tay-ninh--1330-da-ubnd-2025/"
FORMER = " (đến 30/06/2025)"


def frame(tree: Element, label: str) -> Element:
    """The table in the frame whose name begins so."""
    (found,) = [
        f for f in tree.classed("kh-scroll") if f.attributes["aria-label"].startswith(label)
    ]
    return found.all("table")[0]


def told(text: str) -> str:
    """Text with plain spaces."""
    return text.replace("\u00a0", " ")


def test_the_index_tells_what_can_be_compared_and_what_cannot(real_pages: Pages) -> None:
    """Shared and comparable, shared but not comparable, and told by one province, apart."""
    tree = parse(real_pages["so-sanh/"].body)
    first = frame(tree, "Chỉ tiêu có ít nhất hai tỉnh").all("tbody")[0].all("tr")[0]
    assert [cell.text for cell in first.all("td")[:3]] == ["4", "4", "Năm 2030"]
    assert first.all("a")[0].attributes["href"] == "digital-economy-share/"
    apart = frame(tree, "Chỉ tiêu nhiều tỉnh có").text
    assert "Thứ hạng PII" in apart
    single = frame(tree, "Chỉ tiêu mới có một tỉnh").text
    assert "Chỉ số phát triển con người (HDI)" in single
    links = {a.attributes["href"] for a in tree.all("a")}
    assert SUCCESSION.removeprefix("so-sanh/") in links


def test_a_measure_stands_side_by_side_by_province(real_pages: Pages) -> None:
    """Provinces in the order of the alphabet, each target linked to its row, in its own period."""
    tree = parse(real_pages[ECONOMY].body)
    table = frame(tree, "Các mốc đặt cạnh nhau được")
    heads = [th.text for th in table.all("thead")[0].all("th")]
    rows = {r.all("th")[0].text: r for r in table.all("tbody")[0].all("tr")}
    assert [name.split(" (")[0].removesuffix(" Đề án 1330/ĐA-UBND") for name in rows] == [
        "Tỉnh Long An",
        "Tỉnh Quảng Ngãi Kế hoạch 359-KH/TU",
        "Tỉnh Tây Ninh",
        "Tỉnh Tiền Giang",
    ]
    (long_an,) = [row for name, row in rows.items() if "Long An" in name]
    assert f"Tỉnh Long An{FORMER} Đã bị thay thế" in long_an.text
    cells = dict(zip(heads, [c.text for c in long_an.all("th", "td")], strict=True))
    assert (cells["Năm 2025"], cells["Năm 2030"], cells["Năm 2045"]) == ("10", "30", "")
    (tien_giang,) = [row for name, row in rows.items() if "Tiền Giang" in name]
    assert told(tien_giang.all("td")[heads.index("Năm 2030") - 1].text) == "≥ 20"
    link = tien_giang.all("td")[heads.index("Năm 2030") - 1].all("a")[0].attributes["href"]
    assert link == "../../tien-giang/69-kh-ubnd-2025/chi-tieu/#kinh-te-so"


def test_a_picture_holds_one_period_and_one_scale_only(real_pages: Pages) -> None:
    """The rank picture leaves out Tây Ninh, whose ranks are among 34 provinces and not 63."""
    figures = parse(real_pages[RANK].body).classed("kh-figure")
    assert len(figures) == 1
    assert "Năm 2030 (hạng trong 63 tỉnh, thành phố)" in figures[0].text
    names = [e.text for e in figures[0].classed("kh-c-name")]
    assert names == [f"Tỉnh Long An{FORMER}", f"Tỉnh Tiền Giang{FORMER}"]
    assert "Tây Ninh" not in figures[0].text
    entries = frame(parse(real_pages[RANK].body), "Từng tỉnh").all("tbody")[0].all("tr")
    (row,) = [r for r in entries if r.all("th")[0].text.startswith("Tỉnh Tây Ninh")]
    assert "không so sánh được vì là hạng trong 34 tỉnh, thành phố" in row.text


def test_where_nothing_compares_there_is_no_picture_and_it_is_said_why(real_pages: Pages) -> None:
    """Three provinces' PII ranks are for other years or among other provinces."""
    tree = parse(real_pages[PII_RANK].body)
    assert tree.classed("kh-chart") == []
    assert "Chưa có mốc nào mà hai tỉnh trở lên cùng đặt mục tiêu" in tree.text
    assert "chưa tỉnh nào khác đặt mục tiêu cho đúng kỳ ấy" in tree.text


def test_the_editor_s_reason_is_told_whole(real_pages: Pages, real_data: SiteData) -> None:
    """Every `not_comparable` of an indicator with a concept stands on the concept's page."""
    checked = 0
    for plan in real_data.library.plans:
        for record in plan.indicators.indicators:
            if record.concept and record.not_comparable:
                text = parse(real_pages[f"so-sanh/{record.concept}/"].body).text
                assert f"Không so sánh được vì: {record.not_comparable}" in text
                checked += 1
    assert checked >= 5


def test_every_target_of_a_concept_is_on_its_page(real_pages: Pages, real_data: SiteData) -> None:
    """Comparable or not, with its period and in words; and who follows it."""
    text = {a: told(parse(p.body).text) for a, p in real_pages.items() if a.startswith("so-sanh/")}
    for plan in real_data.library.plans:
        for record in plan.indicators.indicators:
            if record.concept:
                page = text[f"so-sanh/{record.concept}/"]
                assert record.name in page
                assert record.place in page
    assert "2030: ít nhất 20 % GRDP" in text[ECONOMY]
    assert "Sở Thông tin và Truyền thông" in text[ECONOMY]


def dots(*values: str, rank: bool = False, **told: Decimal) -> Element:
    """A picture of some figures."""
    rows = [Dot(f"Tỉnh {v}", Decimal(v), Decimal(v), v, **told) for v in values]  # type: ignore[arg-type]
    picture = dot_chart(rows, name="h", title="t", description="d", falling=rank, rank=rank)
    return parse(str(picture))


def places(picture: Element) -> list[Decimal]:
    """Where the marks stand, row by row."""
    return [Decimal(e.attributes["cx"]) for e in picture.all("circle")]


def test_marks_stand_to_scale_from_zero() -> None:
    """Three quarters of the figure are three quarters of the way from the left edge."""
    part, whole = places(dots("75", "100"))
    left = Decimal(14)
    assert (part - left) * 4 == (whole - left) * 3


def test_the_better_rank_stands_further_right() -> None:
    """Rank 1 is the end of the scale."""
    first, tenth, last = places(dots("1", "10", "20", rank=True))
    assert first > tenth > last
    assert first == 346


def test_equal_figures_stand_at_equal_places() -> None:
    """Three provinces with the same target, and still a scale."""
    assert len(set(places(dots("40", "40", "40")))) == 1


def test_a_least_is_open_and_a_baseline_is_a_tick_on_the_same_scale() -> None:
    """The open line goes on to the end of the scale, the dashes come from where it stood."""
    picture = dots("50", start=Decimal(25), open_to=Decimal(1))
    (open_line,) = picture.classed("kh-c-open")
    assert open_line.attributes["d"].endswith("H346")
    (tick,) = picture.classed("kh-c-start")
    (from_,) = picture.classed("kh-c-from")
    start = re.match(r"M([\d.]+) ", tick.attributes["d"])
    assert start is not None
    assert from_.attributes["d"].startswith(f"M{start[1]} ")
    assert Decimal(start[1]) < places(picture)[0]


def test_a_picture_tells_its_figures_in_words(real_pages: Pages) -> None:
    """Title and description name province, comparator and unit for those who do not see it."""
    chart = parse(real_pages[ECONOMY].body).classed("kh-chart")[0]
    assert chart.all("title")[0].text == "Tỷ trọng kinh tế số trong GRDP, năm 2030"
    description = told(chart.all("desc")[0].text)
    assert f"Tỉnh Tiền Giang{FORMER}: ít nhất 20 % GRDP" in description


def test_what_became_of_each_task_is_told_once(real_pages: Pages, real_data: SiteData) -> None:
    """107 tasks to 114: 49 kept, 48 with other money, 10 gone, 17 new."""
    tree = parse(real_pages[SUCCESSION].body)
    counts = {
        part: len(frame(tree, part).classed("kh-task"))
        for part in ("Giữ, nhưng đổi tiền", "Không còn", "Mới", "Giữ, cùng số tiền")
    }
    assert list(counts.values()) == [48, 10, 17, 49]
    assert "107 → 114" in tree.text
    (pair,) = successions(real_data.library)
    plans = {plan.id: plan for plan in real_data.library.plans}
    found = compare_tasks(
        plans[pair.predecessor], plans[pair.successor], real_data.library.registry
    )
    links = {a.attributes["href"] for a in tree.all("a")}
    for one in found:
        for plan_id, side in ((pair.predecessor, one.old), (pair.successor, one.new)):
            if side:
                assert f"../../../{plan_id}/nhiem-vu/#{side.anchor}" in links


def test_changed_money_is_told_with_difference_and_share(real_pages: Pages) -> None:
    """The greatest change first: 625.870 to 1.189.371 is +563.501, +90 %."""
    table = frame(parse(real_pages[SUCCESSION].body), "Giữ, nhưng đổi tiền")
    first, *rest = table.classed("kh-task")
    assert [told(cell.text) for cell in first.all("td")] == [
        "625.870",
        "1.189.371",
        "+563.501",
        "+90 %",
    ]
    sizes = [abs(_figure(row.all("td")[2].text)) for row in (first, *rest) if row.all("td")[2].text]
    assert sizes == sorted(sizes, reverse=True)
    for row in (first, *rest):
        old, new, difference, _ = (cell.text for cell in row.all("td"))
        if difference:
            assert _figure(new) - _figure(old) == _figure(difference)


def _figure(text: str) -> int:
    return int(text.replace(".", "").replace("\u2212", "-").replace("+", ""))


def test_money_of_a_source_without_a_column_on_the_other_side_is_named(real_pages: Pages) -> None:
    """Four tasks of Long An hold money of other sources, for which Tây Ninh has no column."""
    tree = parse(real_pages[SUCCESSION].body)
    rows = [r.text for r in tree.classed("kh-task") if "thuộc «Nguồn khác»" in r.text]
    assert len(rows) == 4
    assert "4 nhiệm vụ có tiền của nguồn vốn mà kế hoạch kia không có cột" in tree.text
    assert any("150.000 triệu đồng thuộc «Nguồn khác»" in told(text) for text in rows)


def test_targets_are_judged_by_direction_and_scale(real_pages: Pages) -> None:
    """Twelve are worse; of those the five ranks are said to be on another scale."""
    tree = parse(real_pages[SUCCESSION].body)
    rows = frame(tree, "Mục tiêu của hai kế hoạch").all("tbody")[0].all("tr")
    worse = [row.text for row in rows if row.classed("kh-change--worse")]
    assert len(worse) == 12
    assert sum("hai hạng không cùng thang" in text for text in worse) == 5
    assert any("ít nhất 50 điểm ít nhất 45 điểm kém hơn" in told(text) for text in worse)


def test_a_page_about_two_plans_says_what_it_does_not_prove(real_pages: Pages) -> None:
    """Pairing by name, what gone means, other sources of money, another territory."""
    text = parse(real_pages[SUCCESSION].body).text
    for words in (
        "Máy ghép theo tên; 17 cặp chỉ gần giống tên",
        "«Không còn» không có nghĩa là việc bị bỏ",
        "Hai kế hoạch nói về hai địa bàn khác nhau: Tỉnh Long An và Tỉnh Tây Ninh",
        "hiệu của chúng không phải là phần tăng thêm",
    ):
        assert words in text


@pytest.mark.parametrize("words", ["6.529 tỷ đồng", "6.857 tỷ đồng"])
def test_plans_stand_side_by_side_without_a_ranking(real_pages: Pages, words: str) -> None:
    """Money, counts and periods, with what cannot be concluded, and no picture."""
    tree = parse(real_pages["so-sanh/ke-hoach/"].body)
    assert words in told(tree.text)
    assert "Tiền không xếp hạng được" in tree.text
    assert "Thời kỳ khác nhau" in tree.text
    assert tree.classed("kh-chart") == []
    provinces = [row.all("strong")[0].text for row in tree.all("tbody")[0].all("tr")]
    assert [name.removesuffix(FORMER) for name in provinces] == [
        "Tỉnh Cà Mau",
        "Tỉnh Long An",
        "Tỉnh Quảng Ngãi",
        "Tỉnh Tây Ninh",
        "Tỉnh Tiền Giang",
    ]


def test_one_plan_needs_no_caution_about_others(base_pages: Pages) -> None:
    """Cautions name only what holds for the plans in the table."""
    text = parse(base_pages["so-sanh/ke-hoach/"].body).text
    assert "Tiền không xếp hạng được" not in text
    assert "đã bị thay thế" not in text


def test_both_plans_lead_to_the_page_about_them(real_pages: Pages) -> None:
    """From either overview to what changed; a plan that stands alone offers no such page."""
    for plan in ("long-an/nq-hdnd-2025/", "tay-ninh/1330-da-ubnd-2025/"):
        assert f'href="../../{SUCCESSION}"' in real_pages[plan].body
    assert "so-sanh/ke-hoach/" not in real_pages["ca-mau/120-kh-ubnd-2025/"].body


def test_provinces_stand_in_the_order_of_the_vietnamese_alphabet(real_data: SiteData) -> None:
    """Lạng Sơn before Lâm Đồng, whatever their ids; a former unit after its namesake."""
    (plan, *_) = real_data.library.plans
    ids = ("lai-chau", "lam-dong", "lang-son", "tay-ninh-cu", "tay-ninh")
    plans = tuple(replace(plan, province_id=i) for i in ids)
    refs = plan_refs(Library(plans, real_data.library.registry))
    assert [ref.province for ref in refs.values()] == [
        "Tỉnh Lai Châu",
        "Tỉnh Lạng Sơn",
        "Tỉnh Lâm Đồng",
        "Tỉnh Tây Ninh",
        f"Tỉnh Tây Ninh{FORMER}",
    ]


def test_the_file_of_a_measure_holds_every_figure(real_pages: Pages, real_data: SiteData) -> None:
    """One row for each baseline and target of the concept, with the figure as a number."""
    *_, table = real_pages[ECONOMY].downloads
    labels = [column.label for column in table.columns]
    found = sorted(str(row[labels.index("Văn bản in")]) for row in table.rows)
    records = [
        record
        for plan in real_data.library.plans
        for record in plan.indicators.indicators
        if record.concept == "digital-economy-share"
    ]
    printed = [x.text for r in records for x in r.baselines]
    assert found == sorted([*printed, *(x.text for r in records for x in r.targets)])
    assert Decimal("6.36") in {row[labels.index("Số")] for row in table.rows}


def test_the_file_of_two_plans_holds_every_task_with_its_money(real_pages: Pages) -> None:
    """124 rows; in each the difference is what the two amounts differ by, in đồng."""
    tasks, targets = real_pages[SUCCESSION].downloads
    labels = [column.label for column in tasks.columns]
    old, new, gap = (
        labels.index(f"{name}, đồng") for name in ("Số tiền cũ", "Số tiền mới", "Chênh")
    )
    assert len(tasks.rows) == 124
    told = [(row[old], row[new], row[gap]) for row in tasks.rows if row[gap] is not None]
    assert (625_870 * 10**6, 1_189_371 * 10**6, 563_501 * 10**6) in told
    for before, after, difference in told:
        assert isinstance(before, int)
        assert isinstance(after, int)
        assert after - before == difference
    assert len(targets.rows) == 34
