"""A page says of a sum only what adding up has shown."""

from dataclasses import replace

import pytest

from generator.checks import CHECKS
from generator.diagnostics import Diagnostic, Status
from generator.model import Annex, Group, Library, Plan, Unit
from generator.pages import SiteData, budget, overview, tasks
from tests.pages.html_tree import Element, parse


def changed(data: SiteData, annex: Annex, status: Status = Status.OPEN) -> SiteData:
    """The example project with another annex, and what the checks then find."""
    (old,) = data.library.plans
    plan = replace(old, annexes={"phu-luc-1": annex})
    library = Library((plan,), data.library.registry)
    return SiteData(library, tuple(_found(plan, library, status)))


def _found(plan: Plan, library: Library, status: Status) -> list[Diagnostic]:
    findings = [
        finding
        for check in CHECKS
        if hasattr(check, "check_plan")
        for finding in check.check_plan(plan, library.registry)
    ]
    return [
        Diagnostic(f, "plans/x.yaml", 1, 1, "/".join(map(str, f.path)), plan.id, status, "in nhầm")
        for f in findings
    ]


@pytest.fixture
def annex(base_data: SiteData) -> Annex:
    """The example's only annex, in which everything adds up."""
    return base_data.library.plans[0].annexes["phu-luc-1"]


def with_group_total(annex: Annex, total: int) -> Annex:
    """The annex with another total printed for its first group."""
    group, *others = annex.rows
    assert isinstance(group, Group)
    wrong = group.model_copy(update={"stated": {**group.stated, "total": total}})
    return annex.model_copy(update={"rows": (wrong, *others)})


def page_of(data: SiteData) -> Element:
    """The budget page of the only plan."""
    (page,) = budget.pages(data)
    return parse(page.body)


def marks(element: Element) -> list[str]:
    """The marks in an element."""
    return [mark.text for mark in element.classed("kh-mark")]


def test_sums_that_are_right_are_marked_so(base_data: SiteData) -> None:
    """Every total of the example is said to match, and the sentence above says how many."""
    tree = page_of(base_data)
    (total, *_) = tree.all("table")[-1].classed("kh-total")
    assert marks(total) == ["khớp", "khớp", "khớp"]
    assert "Cả 9 tổng của bảng và của nhóm đều khớp. 4 dòng nhiệm vụ" in tree.text


def test_a_wrong_total_shows_both_figures_and_the_difference(
    base_data: SiteData, annex: Annex
) -> None:
    """Printed 910 where 900 adds up: both ways of adding are told, nothing is called right."""
    tree = page_of(changed(base_data, with_group_total(annex, 910)))
    row = tree.by_id("phu-luc-1.nhom.i")
    cell = row.all("td")[-1]
    assert cell.text.startswith("910 ")
    assert sorted(marks(cell)) == [
        "cộng dọc được 900, chênh +10",
        "cộng ngang được 900, chênh +10",
    ]
    assert len(tree.by_id("phu-luc-1.nhom.i").classed("kh-mark--bad")) == 2


def test_an_accepted_discrepancy_looks_known_and_keeps_its_figures(
    base_data: SiteData, annex: Annex
) -> None:
    """A waiver changes the look of a mark, never the figures."""
    data = changed(base_data, with_group_total(annex, 910), Status.ACCEPTED)
    row = page_of(data).by_id("phu-luc-1.nhom.i")
    assert len(row.classed("kh-mark--known")) == 2
    assert row.classed("kh-mark--bad") == []
    (page,) = overview.pages(data)
    text = parse(page.body).text
    assert "chỗ cộng tiền không khớp; giữ nguyên như văn bản in" in text
    assert "Vì sao giữ nguyên: in nhầm" in text
    assert "10 triệu đồng" in text


def test_a_total_with_nothing_below_it_is_not_called_right(
    base_data: SiteData, annex: Annex
) -> None:
    """Where no row has an amount there is nothing to add up, so there is no mark."""
    group, *others = annex.rows
    assert isinstance(group, Group)
    blank = tuple(row.model_copy(update={"amounts": {}}) for row in group.rows)
    bare = group.model_copy(update={"rows": blank, "stated": {"y2025": 150}})
    data = changed(base_data, annex.model_copy(update={"rows": (bare, *others)}))
    row = page_of(data).by_id("phu-luc-1.nhom.i")
    assert row.all("td")[0].text == "150"
    assert marks(row) == []


def test_without_findings_a_wrong_sum_is_still_not_called_right(
    base_data: SiteData, annex: Annex
) -> None:
    """Even if no check ran, the page adds up for itself."""
    data = replace(changed(base_data, with_group_total(annex, 910)), diagnostics=())
    row = page_of(data).by_id("phu-luc-1.nhom.i")
    assert len(row.classed("kh-mark--bad")) == 2


def test_a_row_that_does_not_add_up_is_named_above_the_table(
    base_data: SiteData, annex: Annex
) -> None:
    """The budget page points to the task; the task's row tells the two figures."""
    group, *others = annex.rows
    assert isinstance(group, Group)
    task, *rest = group.rows
    wrong = task.model_copy(update={"amounts": {"y2025": 100, "y2026-2030": 500, "total": 610}})
    spoilt = group.model_copy(update={"rows": (wrong, *rest)})
    data = changed(base_data, annex.model_copy(update={"rows": (spoilt, *others)}))
    assert "1 dòng có tổng khác các cột cộng lại: dòng 1." in page_of(data).text
    (page,) = tasks.pages(data)
    assert marks(parse(page.body).by_id("phu-luc-1.1")) == ["cộng ngang được 600, chênh +10"]


def test_words_that_differ_from_digits_are_told(base_data: SiteData) -> None:
    """The amount in words is called right only when the check has nothing against it."""
    (plan,) = base_data.library.plans
    first, *others = plan.budget.statements
    wrong = first.model_copy(update={"words": "Ba tỷ, một trăm ba mươi triệu đồng"})
    budget_part = plan.budget.model_copy(update={"statements": (wrong, *others)})
    spoilt = replace(plan, budget=budget_part)
    library = Library((spoilt,), base_data.library.registry)
    tree = page_of(SiteData(library, tuple(_found(spoilt, library, Status.OPEN))))
    sections = {s.attributes["aria-labelledby"]: s for s in tree.classed("kh-statement")}
    assert "chữ và số khớp" not in marks(sections["tong"])
    assert "chữ và số khớp" in marks(sections["nam-2025"])
    assert "3.130.000.000" in sections["tong"].text


@pytest.mark.parametrize(
    ("unit", "amount", "expected"),
    [
        ("million-vnd", 2130, ["khớp"]),
        ("million-vnd", 2131, ["cộng các phụ lục được 2.130, chênh +1"]),
        ("billion-vnd", 2, ["cộng các phụ lục được 2,13, chênh −0,13"]),
    ],
)
def test_a_statement_is_compared_in_its_own_unit(
    base_data: SiteData, unit: str, amount: int, expected: list[str]
) -> None:
    """Annexes are brought to the unit of the prose exactly: 2 tỷ is not 2,13 tỷ."""
    (plan,) = base_data.library.plans
    billion = Unit(name="tỷ đồng", kind="money", factor_vnd=10**9)
    registry = base_data.library.registry.model_copy(
        update={"units": {**base_data.library.registry.units, "billion-vnd": billion}}
    )
    first, *_ = plan.budget.statements
    stated = first.model_copy(update={"unit": unit, "amount": amount, "words": None})
    part = plan.budget.model_copy(update={"statements": (stated,)})
    data = SiteData(Library((replace(plan, budget=part),), registry))
    (section,) = page_of(data).classed("kh-statement")
    assert marks(section) == expected


def test_a_total_that_is_not_printed_is_told_as_computed(base_data: SiteData, annex: Annex) -> None:
    """A group that prints no total shows what its rows add up to, and says that we added it."""
    rows = tuple(row.model_copy(update={"stated": {}}) for row in annex.rows)
    data = changed(base_data, annex.model_copy(update={"rows": rows}))
    tree = page_of(data)
    cells = tree.by_id("phu-luc-1.nhom.i").all("td")
    assert [cell.text for cell in cells] == ["tính được 150", "tính được 750", "tính được 900"]
    assert marks(tree.by_id("phu-luc-1.nhom.i")) == []
    branch = tree.classed("kh-tree__group")[1]
    head = branch.all("summary")[0].text.replace("\u00a0", " ")
    assert "900 triệu đồng 42,3 %" in head
    assert "tính được 900 triệu đồng" in head
    (page,) = tasks.pages(data)
    matrix = parse(page.body).by_id("phu-luc-1.nhom.i")
    assert [cell.text for cell in matrix.all("td")] == ["", "", ""]


def test_a_column_that_no_row_uses_is_left_out(base_data: SiteData, annex: Annex) -> None:
    """Without a lead in any row there is no column of leads."""

    def headings(data: SiteData) -> list[str]:
        (page,) = tasks.pages(data)
        return [th.text for th in parse(page.body).all("thead")[0].all("th")]

    assert headings(base_data)[:3] == ["Số", "Nhiệm vụ", "Chủ trì"]
    rows = tuple(
        group.model_copy(
            update={"rows": tuple(t.model_copy(update={"lead": None}) for t in group.rows)}
        )
        for group in annex.rows
        if isinstance(group, Group)
    )
    assert "Chủ trì" not in headings(changed(base_data, annex.model_copy(update={"rows": rows})))
