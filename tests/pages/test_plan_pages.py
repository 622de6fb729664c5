"""What the pages of a plan tell beyond the bare record."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.diagnostics import Diagnostic, Figures, Finding, Path, Rule, Severity, Status
from generator.model import Announced, Library, Plan, Province
from generator.model.anchors import Anchors
from generator.pages import (
    Page,
    SiteData,
    home,
    objectives,
    overview,
    province,
    quality,
    source,
    tasks,
)
from generator.pages.views.findings import finding_view
from generator.pages.views.health import health_of
from generator.pages.views.places import place_of
from generator.pages.views.totals import plan_total
from tests.pages.html_tree import Element, parse


@pytest.fixture
def plan(base_data: SiteData) -> Plan:
    """The example's only plan."""
    return base_data.library.plans[0]


def with_plan(data: SiteData, plan: Plan) -> SiteData:
    """The same registry with another plan."""
    return SiteData(Library((plan,), data.library.registry))


def only(pages: list[Page]) -> Element:
    """The one page as a tree."""
    (page,) = pages
    return parse(page.body)


def finding(code: str, path: Path, status: Status, severity: Severity, plan: Plan) -> Diagnostic:
    """A finding of a made-up rule, ten triệu đồng apart."""
    rule = Rule(code, "made-up", severity, "Quy tắc thử.")
    figures = Figures(110, 100, "million-vnd")
    found = Finding(rule, path, "in 110, tính được 100", figures=figures)
    return Diagnostic(found, "plans/x.yaml", 7, 1, "x", plan.id, status, "in nhầm")


@pytest.mark.parametrize(
    ("comparator", "value", "period_year", "verdict"),
    [
        (">=", "90", 2030, "khớp"),
        ("=", "90", 2030, "cùng con số, khác cách nói"),
        (">=", "95", 2030, "khác nhau"),
        (">=", "90", 2029, "bảng không có mốc này"),
    ],
)
def test_a_figure_of_the_prose_is_compared_with_the_table(
    base_data: SiteData, plan: Plan, comparator: str, value: str, period_year: int, verdict: str
) -> None:
    """The prose repeats the target of 2030, at least 90 %: same, worded otherwise, or not."""
    general, stated, *others = plan.objectives.objectives
    period = type(stated.states[0].period)(period_year, period_year)
    changes = {"comparator": comparator, "value": Decimal(value), "period": period}
    other = stated.states[0].model_copy(update=changes)
    changed = stated.model_copy(update={"states": (other,)})
    part = plan.objectives.model_copy(update={"objectives": (general, changed, *others)})
    data = with_plan(base_data, replace(plan, objectives=part))
    item = only(list(objectives.pages(data))).by_id(stated.id)
    assert [mark.text for mark in item.classed("kh-mark")] == [verdict]


def test_summaries_and_printed_wording_are_told_apart(real_data: SiteData) -> None:
    """Each objective says whose words it is in."""
    trees = [parse(page.body) for page in objectives.pages(real_data)]
    tags = [tag.text for tree in trees for tag in tree.classed("kh-tag")]
    assert set(tags) == {"Nguyên văn", "Tóm tắt của người biên tập"}


def test_an_announced_count_is_compared_with_what_is_listed(
    base_data: SiteData, plan: Plan
) -> None:
    """`03 nội dung` matches three items; `05 nội dung` does not."""
    assert "khác" not in only(list(tasks.pages(base_data))).by_id("nhiem-vu").text
    (group,) = plan.actions.groups
    wrong = group.model_copy(
        update={"announced": (Announced(text="05 nội dung", count=5, of="items"),)}
    )
    part = plan.actions.model_copy(update={"groups": (wrong,)})
    tree = only(list(tasks.pages(with_plan(base_data, replace(plan, actions=part)))))
    (section,) = [
        s for s in tree.classed("kh-action") if s.attributes["aria-labelledby"] == "nhiem-vu"
    ]
    assert "Văn bản báo “05 nội dung”, liệt kê 3 nội dung không khớp" in section.text


def test_a_repeated_anchor_gets_a_number() -> None:
    """The first row keeps its anchor, whatever follows."""
    anchors = Anchors()
    assert [anchors.take(name) for name in ("a", "b", "a", "a", "a-2")] == [
        "a",
        "b",
        "a-2",
        "a-3",
        "a-2-2",
    ]


def test_rows_with_the_same_code_have_different_anchors(base_data: SiteData, plan: Plan) -> None:
    """Numbering that begins anew in each group does not make two ids the same."""
    annex = plan.annexes["phu-luc-1"]
    first, second = annex.rows
    again = second.model_copy(update={"rows": first.rows})  # type: ignore[union-attr]
    twice = annex.model_copy(update={"rows": (first, again)})
    data = with_plan(base_data, replace(plan, annexes={"phu-luc-1": twice}))
    rows = only(list(tasks.pages(data))).classed("kh-task")
    assert [row.attributes["id"] for row in rows] == [
        "phu-luc-1.1",
        "phu-luc-1.2",
        "phu-luc-1.1-2",
        "phu-luc-1.2-2",
    ]


def test_the_total_of_a_plan_is_its_greatest_statement(base_data: SiteData, plan: Plan) -> None:
    """A part is never taken for the whole; without statements the annexes are added up."""
    registry = base_data.library.registry
    loose = tuple(s.model_copy(update={"part_of": None}) for s in plan.budget.statements)
    parts = plan.budget.model_copy(update={"statements": loose[::-1]})
    total = plan_total(replace(plan, budget=parts), registry)
    assert total is not None
    assert (total.money.vnd, total.statement_id) == (2_130_000_000, "tong")
    silent = plan.budget.model_copy(update={"statements": ()})
    added = plan_total(replace(plan, budget=silent), registry)
    assert added is not None
    assert (added.money.vnd, added.statement_id) == (2_130_000_000, None)
    assert plan_total(replace(plan, budget=silent, annexes={}), registry) is None


def test_shares_are_parts_of_the_whole(base_data: SiteData) -> None:
    """Group I takes 900 of 2.130 triệu đồng: 42,3 %, and its bar is as long."""
    tree = only(list(overview.pages(base_data)))
    group = next(
        li
        for bars in tree.classed("kh-bars")
        for li in bars.all("li")
        if "Chính quyền số" in li.text
    )
    assert "42,3 %" in group.text
    assert group.classed("kh-bar-part")[0].attributes["width"] == "42.3"


def test_a_plan_without_money_says_why(base_data: SiteData, plan: Plan) -> None:
    """No total is made up."""
    silent = plan.budget.model_copy(update={"statements": (), "sources": ()})
    data = with_plan(base_data, replace(plan, budget=silent, annexes={}))
    text = only(list(overview.pages(data))).text
    assert "Tổng kinh phí Bản nguồn không nêu" in text
    assert "Không có bảng hay số tiền để đối chiếu" in text
    assert "Mọi phép" not in text
    assert "Tiền đi đâu" not in text


def test_the_citation_names_issuer_title_and_version(base_data: SiteData) -> None:
    """With a commit the version is part of the citation; without one it is left out."""
    dated = replace(base_data, commit="0123456789abcdef", commit_date=date(2025, 10, 1))
    text = only(list(source.pages(dated))).text
    assert (
        "Ủy ban nhân dân tỉnh Ví Dụ (2025). Kế hoạch 01/KH-UBND: Kế hoạch chuyển đổi số tỉnh Ví Dụ "
        "giai đoạn 2025 - 2030. Dữ liệu: Kế hoạch mở, vi-du/01-kh-2025/, phiên bản 0123456789, "
        "ngày 01/10/2025. CC BY 4.0."
    ) in text
    assert "phiên bản" not in only(list(source.pages(base_data))).all("blockquote")[0].text


def test_the_files_of_a_plan_are_listed(base_data: SiteData) -> None:
    """Whoever wants to mend something finds the file."""
    files = [code.text for code in only(list(source.pages(base_data))).all("code")]
    assert "plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml" in files
    assert files == sorted(files)


def test_a_province_knows_the_units_before_and_after_it(base_data: SiteData, plan: Plan) -> None:
    """Today's province names its predecessors and their plans; a predecessor names its heir."""
    registry = base_data.library.registry
    old = replace(plan, province_id="vi-du-cu", slug="cu")
    data = SiteData(Library((plan, old), registry))
    today, before = (parse(page.body).text for page in province.pages(data))
    assert "Hình thành ngày 01/01/2025" in today
    assert "Từ các đơn vị Tỉnh Ví Dụ Cũ (đến hết ngày 31/12/2024)" in today
    assert "Kế hoạch của các đơn vị trước đây" in today
    assert "Nay thuộc Tỉnh Ví Dụ (từ ngày 01/01/2025)" in before
    assert "Kế hoạch của các đơn vị trước đây" not in before


def test_a_province_that_the_registry_does_not_know_is_named_by_its_id(
    base_data: SiteData, plan: Plan
) -> None:
    """A missing entry is a finding of the checks, not the end of the pages."""
    registry = base_data.library.registry.model_copy(update={"provinces": {}})
    data = SiteData(Library((plan,), registry))
    assert only(list(province.pages(data))).all("h1")[0].text == "vi-du"


def test_a_city_is_called_a_city(base_data: SiteData, plan: Plan) -> None:
    """The kind of the unit stands before its name."""
    city = Province(name="Ví Dụ", kind="thành phố")
    registry = base_data.library.registry.model_copy(update={"provinces": {"vi-du": city}})
    data = SiteData(Library((plan,), registry))
    assert "Thành phố Ví Dụ" in only(list(home.pages(data))).text


@pytest.mark.parametrize(
    ("found", "level", "words"),
    [
        ((), "good", "Mọi phép cộng đều khớp"),
        ((("D900", Status.OPEN, Severity.NOTE),), "good", "Mọi phép cộng đều khớp"),
        (
            (("B101", Status.ACCEPTED, Severity.ERROR), ("D900", Status.ACCEPTED, Severity.ERROR)),
            "known",
            "1 chỗ cộng tiền không khớp, 1 chỗ khác không khớp; giữ nguyên như văn bản in",
        ),
        (
            (("P102", Status.ACCEPTED, Severity.ERROR),),
            "known",
            "Mọi phép cộng đều khớp; 1 chỗ thời gian không khớp, giữ nguyên như văn bản in",
        ),
        ((("B101", Status.OPEN, Severity.ERROR),), "bad", "1 lỗi chưa xử lý"),
    ],
)
def test_the_state_of_a_plan_is_told_in_plain_words(
    plan: Plan, found: tuple[tuple[str, Status, Severity], ...], level: str, words: str
) -> None:
    """Sums are called right only while no finding about sums stands, accepted or not."""
    state = health_of(plan, [finding(c, ("plan",), s, sev, plan) for c, s, sev in found])
    assert (state.level, state.words) == (level, words)


def test_the_quality_page_sorts_findings_by_what_they_ask_of_whom(
    base_data: SiteData, plan: Plan
) -> None:
    """Open errors, accepted discrepancies and notes stand under headings with their counts."""
    kinds = (
        ("B101", Status.OPEN, Severity.ERROR),
        ("B102", Status.ACCEPTED, Severity.ERROR),
        ("D900", Status.OPEN, Severity.NOTE),
        ("D901", Status.OPEN, Severity.NOTE),
    )
    found = tuple(finding(code, ("plan",), st, sev, plan) for code, st, sev in kinds)
    tree = only(list(quality.pages(replace(base_data, diagnostics=found))))
    assert [h.text for h in tree.all("h3")] == [
        "Lỗi chưa xử lý (1)",
        "Giữ nguyên như văn bản in (1)",
        "Điều cần lưu ý (2)",
    ]
    (accepted,) = tree.classed("kh-finding--known")
    assert "Chênh lệch +10 triệu đồng (10 triệu đồng)" in accepted.text.replace("\u00a0", " ")
    assert "Vì sao giữ nguyên: in nhầm" in accepted.text
    assert "plans/x.yaml, dòng 7" in accepted.text


@pytest.mark.parametrize(
    ("path", "label", "address"),
    [
        (
            ("annexes/phu-luc-1", "rows", 0, "rows", 1, "amounts", "total"),
            "Phụ lục I, dòng 2, cột «Tổng cộng»",
            "nhiem-vu/#phu-luc-1.2",
        ),
        (
            ("annexes/phu-luc-1", "rows", 1, "stated", "y2025"),
            "Phụ lục I, nhóm II, cột «Kinh phí năm 2025»",
            "kinh-phi/#phu-luc-1.nhom.ii",
        ),
        (
            ("annexes/phu-luc-1", "stated", "total"),
            "Phụ lục I, cột «Tổng cộng»",
            "kinh-phi/#phu-luc-1",
        ),
        (("annexes/phu-luc-1",), "Phụ lục I", "nhiem-vu/#phu-luc-1"),
        (
            ("indicators", "indicators", 1, "targets", 0, "value"),
            "Chỉ tiêu 2: Thứ hạng chuyển đổi số",
            "chi-tieu/#xep-hang",
        ),
        (("objectives", "objectives", 0), "Mục I, điểm 1", "muc-tieu/#chung"),
        (("actions", "groups", 0, "groups", 1, "items"), "Mục II, điểm 1.2", "nhiem-vu/#xa-hoi-so"),
        (("budget", "statements", 0, "amount"), "Mục III, điểm 1: Tổng kinh phí", "kinh-phi/#tong"),
        (("budget", "sources", 0), "Mục III", "kinh-phi/"),
        (("organisation", "duties", 1), "Mục IV, điểm 2", "to-chuc/#so-tai-chinh"),
        (("plan", "coverage", "budget"), "Căn cứ, nguồn và độ đầy đủ", "nguon/"),
        (("plan", "period"), "Thông tin chung của văn bản", ""),
    ],
)
def test_a_finding_leads_to_the_place_that_it_is_about(
    plan: Plan, path: Path, label: str, address: str
) -> None:
    """The place is named as a reader of the document would name it, with a link to our page."""
    place = place_of(plan, path)
    assert (place.label, place.address) == (label, f"{plan.id}/{address}")


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("annexes/khong-co", "rows", 0),
        ("annexes/phu-luc-1", "rows", 99),
        ("indicators", "indicators", 99),
        ("actions", "groups", 99),
        ("organisation", "reporting", 0),
        ("waivers", "waivers", 0),
    ],
)
def test_a_path_that_leads_nowhere_still_has_a_place(plan: Plan, path: Path) -> None:
    """Findings about broken files must not break the pages."""
    assert place_of(plan, path).address is not None


def test_a_finding_that_is_not_about_money_has_no_stake(base_data: SiteData, plan: Plan) -> None:
    """Figures keep their own unit; only money is told in words of money."""
    rule = Rule("T101", "made-up", Severity.ERROR, "Quy tắc thử.")
    found = Finding(rule, ("plan",), "x", figures=Figures(Decimal("42.5"), 40, "percent"))
    view = finding_view(
        Diagnostic(found, "f", 1, 1, "x", plan.id), plan, base_data.library.registry
    )
    assert (view.stated, view.computed) == ("42,5\u00a0%", "40\u00a0%")
    assert view.difference == "+2,5\u00a0%"
    assert (view.stake, view.vnd) == ("", 0)
