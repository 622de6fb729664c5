"""Pages say plainly what is not there, what does not agree, and whose work it is."""

import re
from dataclasses import replace

import pytest

from generator.diagnostics import Diagnostic, Figures, Finding, Rule, Severity, Status
from generator.model import Agency, Coverage, Library, Plan, Province
from generator.pages import SiteData, budget, home, objectives, overview, quality, source
from generator.pages.views.discrepancies import Discrepancies, entry_anchors
from generator.pages.views.facts import plan_facts
from generator.pages.views.money import Money
from generator.pages.views.shares import share_base, share_remark, shares
from generator.pages.views.tree import Branch
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse

QUANG_NGAI = "quang-ngai/359-kh-tu-2025/"
TAY_NINH = "tay-ninh/1330-da-ubnd-2025/"
LONG_AN = "long-an/nq-hdnd-2025/"


@pytest.fixture
def plan(base_data: SiteData) -> Plan:
    """The example's only plan."""
    return base_data.library.plans[0]


def bare(data: SiteData, plan: Plan, state: str = "complete") -> SiteData:
    """The plan without any table or amount, and with a state of its budget section."""
    silent = plan.budget.model_copy(update={"statements": (), "sources": ()})
    coverage = {**plan.meta.coverage, "budget": Coverage.model_validate({"state": state})}
    meta = plan.meta.model_copy(update={"coverage": coverage})
    changed = replace(plan, meta=meta, budget=silent, annexes={})
    return SiteData(Library((changed,), data.library.registry))


def test_nothing_to_check_is_not_called_right(base_data: SiteData, plan: Plan) -> None:
    """Home, overview and quality page say it neutrally, without the look of success."""
    data = bare(base_data, plan)
    for module in (home, overview, quality):
        (page,) = module.pages(data)
        tree = parse(page.body)
        assert "Không có bảng hay số tiền để đối chiếu" in tree.text
        assert tree.classed("kh-state--good") == []
        assert tree.classed("kh-verdict--good") == []


@pytest.mark.parametrize(
    ("state", "card", "page_words"),
    [
        ("complete", "Bản nguồn không nêu", "Không tìm thấy số tiền nào trong bản nguồn."),
        ("not-in-source", "Bản nguồn không có", "Không tìm thấy số tiền nào trong bản nguồn."),
        ("not-encoded", "Chưa mã hóa", "Chưa có số tiền nào được mã hóa."),
    ],
)
def test_a_plan_without_an_amount_says_why(
    base_data: SiteData, plan: Plan, state: str, card: str, page_words: str
) -> None:
    """The card follows the coverage; the page of money says that there is no amount."""
    data = bare(base_data, plan, state)
    assert plan_facts(data, data.library.plans[0]).no_total == card
    (page,) = budget.pages(data)
    assert page_words in parse(page.body).text


def test_a_plan_with_amounts_does_not_say_that_there_is_none(base_data: SiteData) -> None:
    """The sentence is for plans without any amount only."""
    (page,) = budget.pages(base_data)
    assert "số tiền nào" not in parse(page.body).text


def test_a_sum_of_totals_that_do_not_add_up_is_not_plainly_right(
    base_data: SiteData, plan: Plan
) -> None:
    """The total of the annex is printed 10 too high, and the prose repeats it."""
    annex = plan.annexes["phu-luc-1"]
    wrong = annex.model_copy(update={"stated": {**annex.stated, "total": 2140}})
    first, *_ = plan.budget.statements
    stated = first.model_copy(update={"unit": "million-vnd", "amount": 2140, "words": None})
    part = plan.budget.model_copy(update={"statements": (stated,)})
    changed = replace(plan, annexes={"phu-luc-1": wrong}, budget=part)
    (page,) = budget.pages(SiteData(Library((changed,), base_data.library.registry)))
    (section,) = parse(page.body).classed("kh-statement")
    assert section.classed("kh-mark--good") == []
    assert [mark.text for mark in section.classed("kh-mark--half")] == [
        "khớp với tổng in; tổng in này không khớp với các dòng"
    ]
    (link, *_) = [a for a in section.all("a") if a.classed("kh-mark--bad")]
    assert link.attributes["href"] == "#phu-luc-1"
    assert "cộng dọc được 2.130, chênh +10" in link.text


_P102 = "P102.annexes.phu-luc-1-1.rows.V.rows.21.amounts.y2025"


def marked(element: Element) -> list[str]:
    """Where the marks of discrepancies in an element lead."""
    return [
        mark.attributes["href"].partition("#")[2]
        for mark in element.classed("kh-mark--known")
        if mark.tag == "a"
    ]


@pytest.mark.parametrize(
    ("address", "entries"),
    [
        (
            f"{QUANG_NGAI}chi-tieu/",
            {
                "T101.indicators.indicators.dinh-danh-dien-tu-muc-2.targets.2030.value",
                "T101.indicators.indicators.doanh-nghiep-khoa-hoc-cong-nghe.targets.2045.value",
                "T101.indicators.indicators.nhiem-vu-nghiem-thu.targets.2030.value",
                "T102.indicators.indicators.doanh-nghiep-khoa-hoc-cong-nghe.targets.2040~2",
            },
        ),
        (f"{TAY_NINH}nhiem-vu/", {_P102}),
        (
            "tien-giang/69-kh-ubnd-2025/nhiem-vu/",
            {
                "D102.actions.groups.chinh-quyen-so.items.k.code",
                "D102.actions.groups.chinh-quyen-so.items.s.code",
            },
        ),
        ("co-quan/so-khoa-hoc-va-cong-nghe/", {_P102}),
    ],
)
def test_a_discrepancy_is_marked_where_it_stands(
    real_pages: Pages, address: str, entries: set[str]
) -> None:
    """Each mark tells what is kept and leads to its own entry on the page of data quality."""
    tree = parse(real_pages[address].body)
    found = marked(tree)
    assert {anchor.split(".", 2)[2] for anchor in found} == entries
    there = parse(real_pages["kiem-tra/"].body)
    assert all(there.by_id(anchor).tag == "article" for anchor in found)
    assert "không khớp, giữ như in" in tree.text
    assert "Vì sao giữ nguyên" in tree.text


def test_the_mark_of_an_indicator_names_both_figures(real_pages: Pages) -> None:
    """80 % in 2030 after 85 % in 2025."""
    text = parse(real_pages[f"{QUANG_NGAI}chi-tieu/"].body).text.replace("\u00a0", " ")
    assert "không khớp, giữ như in in 80 %, mốc trước 85 %" in text


def test_an_open_error_is_not_called_kept_and_a_note_is_not_marked(
    base_data: SiteData, plan: Plan
) -> None:
    """A group's mark does not repeat what is wrong in the rows below it."""
    group = ("annexes/phu-luc-1", "rows", 0)

    def found(path: tuple[str | int, ...], severity: Severity) -> Diagnostic:
        rule = Rule("D103", "made-up", severity, "Quy tắc thử.")
        return Diagnostic(Finding(rule, path, "x"), "f", 1, 1, "x", plan.id, Status.OPEN)

    marks = Discrepancies(
        plan,
        [
            found((*group, "group"), Severity.ERROR),
            found((*group, "rows", 0, "task"), Severity.ERROR),
            found((*group, "title"), Severity.NOTE),
        ],
        base_data.library.registry,
    )
    (mark,) = marks.at(group)
    assert (mark.words, mark.accepted) == ("không khớp, chưa xử lý", False)
    assert mark.address.endswith(".D103.x")
    assert marks.at((*group, "rows", 0))[0].address.endswith(".D103.x-2")


def at(plan: Plan, place: str, code: str = "B101") -> Diagnostic:
    """A finding at a place."""
    rule = Rule(code, "made-up", Severity.ERROR, "Quy tắc thử.")
    return Diagnostic(Finding(rule, ("plan",), "x"), "f", 1, 1, place, plan.id, Status.ACCEPTED)


def test_the_address_of_a_finding_does_not_depend_on_others(plan: Plan) -> None:
    """Findings before it come and go; its anchor is made of its rule and its place."""
    own = at(plan, "annexes/phu-luc-1/rows/II.1/stated/total")
    others = [at(plan, "budget/statements/tong/amount"), at(plan, own.place, "B102")]
    alone, together = entry_anchors(plan, [own])[0], entry_anchors(plan, [*others, own])[-1]
    assert alone == together == "vi-du.01-kh-2025.B101.annexes.phu-luc-1.rows.II.1.stated.total"


def test_an_anchor_holds_nothing_that_breaks_an_address(plan: Plan) -> None:
    """Codes are printed text: white space, quotes and signs in them become hyphens."""
    places = ['rows/1 a"b/x', "rows/1#b/x", "rows/1/x", "rows/1/x"]
    found = entry_anchors(plan, [at(plan, place) for place in places])
    ends = [anchor.partition("B101.")[2] for anchor in found]
    assert ends == ["rows.1-a-b.x", "rows.1-b.x", "rows.1.x", "rows.1.x-2"]


def test_an_objective_is_marked_where_it_does_not_agree_with_the_table(
    base_data: SiteData, plan: Plan
) -> None:
    """The mark stands below the objective's own words, and says what the table has."""
    index = next(i for i, item in enumerate(plan.objectives.objectives) if item.states)
    path = ("objectives", "objectives", index, "states", 0, "value")
    rule = Rule("T103", "made-up", Severity.ERROR, "Quy tắc thử.")
    found = Finding(rule, path, "x", figures=Figures(90, 80, "percent"))
    place = "objectives/objectives/x/states/y/value"
    item = Diagnostic(found, "f", 1, 1, place, plan.id, Status.ACCEPTED, "in nhầm")
    (page,) = objectives.pages(replace(base_data, diagnostics=(item,)))
    tree = parse(page.body)
    marks = tree.by_id(plan.objectives.objectives[index].id).classed("kh-mark--known")
    (mark,) = [m for m in marks if m.tag == "a"]
    assert mark.text == "không khớp, giữ như in"
    assert mark.attributes["href"] == (
        "../../../kiem-tra/#vi-du.01-kh-2025.T103.objectives.objectives.x.states.y.value"
    )
    assert "in 90 %, chỗ kia ghi 80 %" in tree.text.replace("\u00a0", " ")


def test_a_sum_that_does_not_match_leads_to_its_reason(real_pages: Pages) -> None:
    """The mark at a printed total is a link to the entry that tells why it is kept."""
    tree = parse(real_pages[f"{LONG_AN}kinh-phi/"].body)
    row = tree.by_id("phu-luc-2.nhom.1")
    links = [a.attributes["href"] for a in row.all("a") if "kiem-tra" in a.attributes["href"]]
    assert len(links) == 3
    there = parse(real_pages["kiem-tra/"].body)
    for link in links:
        assert "Vì sao giữ nguyên" in there.by_id(link.partition("#")[2]).text


def test_the_quality_page_says_what_a_result_means(real_pages: Pages) -> None:
    """What is checked and what a match does not mean stand before any result."""
    tree = parse(real_pages["kiem-tra/"].body)
    heads = [h.attributes["id"] for h in tree.all("h2")]
    assert heads[:3] == ["phan.kiem-gi", "phan.nghia", "phan.tung-ke-hoach"]
    assert "Không có nghĩa là số tiền hợp lý" in tree.text
    assert "máy không biết chỗ nào đúng" in tree.text


def test_former_provinces_are_dated_in_the_quality_table(real_pages: Pages) -> None:
    """Rows and headings name the last day of a unit that is no more."""
    tree = parse(real_pages["kiem-tra/"].body)
    rows = [row.text for row in tree.all("table")[0].all("tr")]
    assert sum("(đến 30/06/2025)" in row for row in rows) == 3
    heads = [h.text for h in tree.all("h2") if h.text.startswith("Tỉnh ")]
    assert len(heads) == 5
    assert sum("(đến 30/06/2025): " in head for head in heads) == 3


def test_notes_are_told_rule_by_rule(real_pages: Pages, real_data: SiteData) -> None:
    """A plan with many notes lists each kind once, with its number, folded."""
    tree = parse(real_pages["kiem-tra/"].body)
    groups = tree.classed("kh-group-note")
    assert all(group.tag == "details" for group in groups)
    notes = [d for d in real_data.diagnostics if d.finding.rule.severity is Severity.NOTE]
    assert sum(len(group.classed("kh-finding")) for group in groups) == len(notes)
    for group in groups:
        count = len(group.classed("kh-finding"))
        assert group.all("summary")[0].text.endswith(f"{count} chỗ")


def test_shares_never_add_to_more_than_the_whole(real_pages: Pages) -> None:
    """The printed shares of each chart make at most 100 %, give or take their rounding."""
    charts = [bars for page in real_pages.values() for bars in parse(page.body).classed("kh-bars")]
    assert charts
    for bars in charts:
        found = re.findall(r"([\d,]+)\s%", bars.text)
        assert sum(float(p.replace(",", ".")) for p in found) <= 100 + 0.05 * len(found)


def test_a_chart_says_what_its_shares_are_taken_of(plan: Plan) -> None:
    """Parts of 60 and 60 beside a printed 100 are halves, and the remark tells why."""
    million = 10**6
    money = Money(60, "triệu đồng", 60 * million)
    part = Branch("i", "I", "a", "", money, printed=True, across=True, splits=())
    whole = Money(100, "triệu đồng", 100 * million)
    assert [s.percent for s in shares(plan, (part, part), whole)] == ["50\u00a0%", "50\u00a0%"]
    remark = share_remark((part, part), whole).replace("\u00a0", " ")
    assert "cộng lại được 120 triệu đồng, khác tổng in 100 triệu đồng" in remark
    assert "cộng từ các cột tiền" in remark
    assert share_base((part,), whole) == 100 * million
    assert share_remark((replace(part, across=False),), whole) == ""


def test_every_page_of_a_plan_can_be_printed_under_its_own_name(real_pages: Pages) -> None:
    """Province, number and short title stand in a line of their own."""
    pages = [page for address, page in real_pages.items() if address.startswith(TAY_NINH)]
    assert len(pages) == 8
    for page in pages:
        (line,) = parse(page.body).classed("kh-print")
        assert line.text.startswith("Tỉnh Tây Ninh · Đề án 1330/ĐA-UBND · Đột phá khoa học")


def test_former_provinces_carry_their_last_day(real_pages: Pages) -> None:
    """On the home page; today's units are linked from one line."""
    tree = parse(real_pages[""].body)
    assert {h.text for h in tree.all("h3")} >= {
        "Tỉnh Long An (đến 30/06/2025)",
        "Tỉnh Tiền Giang (đến 30/06/2025)",
        "Tỉnh Tây Ninh",
    }
    (line,) = [p for p in tree.all("p") if "trước sáp nhập:" in p.text and p.all("a")]
    assert [a.attributes["href"] for a in line.all("a")] == ["ca-mau-2025/", "dong-thap/"]


def test_no_separator_stands_alone(real_pages: Pages) -> None:
    """The semicolon is in one box with the agency before it; the last agency has none."""
    tree = parse(real_pages[f"{TAY_NINH}nhiem-vu/"].body)
    boxes = [cell.classed("kh-agency") for cell in tree.classed("kh-who")]
    several = [found for found in boxes if len(found) > 1]
    assert several
    for found in several:
        assert all(box.text.endswith(";") for box in found[:-1])
        assert not found[-1].text.endswith(";")


@pytest.mark.parametrize(
    ("issuer", "kind", "words"),
    [
        ("Hội đồng nhân dân tỉnh", "tỉnh", "Hội đồng nhân dân tỉnh Ví Dụ"),
        ("Hội đồng nhân dân tỉnh", "thành phố", "Hội đồng nhân dân thành phố Ví Dụ"),
        ("Tỉnh ủy", "tỉnh", "Tỉnh ủy Ví Dụ"),
        ("Sở Tài chính", "tỉnh", "Sở Tài chính, tỉnh Ví Dụ"),
        ("Tỉnh ủy Ví Dụ", "tỉnh", "Tỉnh ủy Ví Dụ"),
    ],
)
def test_a_citation_names_the_province_of_the_issuer(
    base_data: SiteData, plan: Plan, issuer: str, kind: str, words: str
) -> None:
    """Bodies of different provinces share a name, so the citation adds the province's."""
    registry = base_data.library.registry.model_copy(
        update={
            "agencies": {plan.meta.issuer: Agency(name=issuer, kind="government")},
            "provinces": {"vi-du": Province.model_validate({"name": "Ví Dụ", "kind": kind})},
        }
    )
    (page,) = source.pages(SiteData(Library((plan,), registry)))
    assert parse(page.body).all("blockquote")[0].text.startswith(f"{words} (2025). ")
