"""What the page of findings says is what the checks find in the plans of this repository."""

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from generator.checks import RULES
from generator.diagnostics import Diagnostic, Status
from generator.model import Group, Indicator, Plan, Task, walk_tasks
from generator.pipeline import Checked, check
from generator.project import Project
from generator.vietnamese import NumeralError, format_integer, read_amount
from generator.words import short_target
from tests.docs.findings_page import (
    ACCEPTED,
    FLOWING,
    MILLION,
    NOTE,
    ROOT,
    SUBJECTS,
    TEXT,
    cases,
    figures_of,
    groups_of,
    items,
    kind_of,
    known_figures,
    leaves,
    number,
    signed,
    sizes,
    sizes_of,
    sums_of,
    table,
)

OWN_WORDS = {
    *("In", "Đem so với", "Chênh", "Mục tiêu và hiện trạng", "Ô tiền"),
    *("năm rõ", "Năm rõ", "Ghi chú của người biên tập", "trích dẫn"),
}
"""Words in quotation marks that are the page's own and not a document's."""


@pytest.fixture(scope="module")
def checked(project: Project) -> Checked:
    """The plans of this repository and what was found in those that the page is about."""
    whole = check(project)
    about = {*SUBJECTS.values()}
    found = tuple(d for d in whole.diagnostics if d.plan_id in about)
    return dataclasses.replace(whole, diagnostics=found)


@pytest.fixture(scope="module")
def plans(checked: Checked) -> Mapping[str, Plan]:
    """The plans that the page is about, by the name that it gives them."""
    by_id = {plan.id: plan for plan in checked.library.plans}
    return {name: by_id[plan_id] for name, plan_id in SUBJECTS.items()}


def test_the_table_counts_the_findings_of_each_rule(
    checked: Checked, plans: Mapping[str, Plan]
) -> None:
    """Each rule with findings has one row, with its title and its count for every province."""
    assert not checked.blocks
    header, rows = table("Mã", "Quy tắc", "Loại", "Số chỗ")
    assert set(header[4:]) == set(plans)
    told = Counter({(code, title, kind): number(n) for code, title, kind, n, *_ in rows if title})
    rules = [(d.finding.rule, kind_of(d)) for d in checked.diagnostics]
    assert told == Counter((rule.code, rule.title, kind) for rule, kind in rules)
    assert len(told) == sum(bool(row[1]) for row in rows)
    for name, column in zip(header[4:], range(4, len(header)), strict=True):
        own = [d for d in checked.diagnostics if d.plan_id == plans[name].id]
        counts = {(row[0], row[2]): number(row[column]) for row in rows if row[1]}
        found = Counter((d.finding.rule.code, kind_of(d)) for d in own)
        assert {key: n for key, n in counts.items() if n} == found


def test_the_totals_of_the_table_are_right(checked: Checked) -> None:
    """The two rows of totals add up the rows above, and the text repeats them."""
    _, rows = table("Mã", "Quy tắc", "Loại", "Số chỗ")
    totals = {row[2]: [number(cell) for cell in row[3:]] for row in rows if not row[1]}
    assert set(totals) == {ACCEPTED, NOTE}
    for kind, total in totals.items():
        above = [[number(c) for c in row[3:]] for row in rows if row[1] and row[2] == kind]
        assert total == [sum(column) for column in zip(*above, strict=True)]
        assert total[0] == sum(kind_of(d) == kind for d in checked.diagnostics)
        assert f"**{total[0]} {kind}**" in FLOWING


def test_figures_of_cases_are_those_of_accepted_findings(
    checked: Checked, plans: Mapping[str, Plan]
) -> None:
    """Each pair told is an accepted finding of that province, and each finding is told once."""
    told = [(plans[name].id, (row[0], *row[2:])) for name, row in cases()]
    accepted = [d for d in checked.diagnostics if d.status is Status.ACCEPTED]
    found = [(d.plan_id, row) for d in accepted if (row := figures_of(d, checked))]
    assert len(told) >= 11
    assert sorted(told) == sorted(one for one in found if one[1][0][0] != "X")


def test_places_of_cases_are_those_of_their_waivers(plans: Mapping[str, Plan]) -> None:
    """Each part of the place of a case is named by the waiver that keeps its figures."""
    for name, (code, place, stated, compared, *_) in cases():
        waivers = [
            one
            for one in plans[name].waivers.waivers
            if one.code == code
            and (one.stated, one.computed) == (Decimal(number(stated)), Decimal(number(compared)))
        ]
        texts = " ".join(f"{one.source}; {one.reason}" for one in waivers).lower()
        parts = re.findall(r"(?:[^\W\d]+ )?[\d.-]*\d|phần [a-z]\b|cột .*", place.lower())
        assert waivers
        assert [p for p in parts if p.replace("dòng 1", "nhóm 1") not in texts] == []


def test_the_table_of_steps_repeats_the_targets(plans: Mapping[str, Plan]) -> None:
    """For each indicator of the table, its targets in every year."""
    header, rows = table("Chỉ tiêu", "2025")
    indicators = {one.id: one for one in plans["Quảng Ngãi"].indicators.indicators}
    ids = (
        "doanh-nghiep-khoa-hoc-cong-nghe",
        "dinh-danh-dien-tu-muc-2",
        "nhiem-vu-nghiem-thu",
        "kinh-te-so",
    )
    assert [row[1:] for row in rows] == [steps_of(indicators[one], header[1:]) for one in ids]


def steps_of(indicator: Indicator, years: tuple[str, ...]) -> tuple[str, ...]:
    """The targets of an indicator for each year, as the page writes them."""
    found: dict[str, list[str]] = {year: [] for year in years}
    for target in indicator.targets:
        found[str(target.period)].append(" ".join(short_target(target).split()))
    return tuple(" và ".join(targets) for targets in found.values())


def test_the_table_of_new_targets_repeats_both_documents(
    checked: Checked, plans: Mapping[str, Plan]
) -> None:
    """Targets of Long An beside those of Tây Ninh, and how many of these are behind."""
    header, rows = table("Chỉ tiêu trong bảng lộ trình")
    notes = [d for d in checked.diagnostics if d.finding.rule.code == "X105"]
    compared = list(dict.fromkeys(d.place.split("/")[2] for d in notes))
    both = [(plans[name], one) for one in compared for name in ("Long An", "Tây Ninh")]
    by_id = {(p.id, one.id): one for p in plans.values() for one in p.indicators.indicators}
    found = [steps_of(by_id[plan.id, one], header[1:]) for plan, one in both]
    assert [row[1:] for row in rows] == found
    assert [row[0].rpartition(", ")[2] for row in rows] == ["Long An", "Tây Ninh"] * len(compared)
    assert {d.plan_id for d in notes} == {plans["Tây Ninh"].id}
    assert f"đặt mức kém hơn Đề án trước đó của Long An ở {len(notes)} ô" in FLOWING


def test_the_addends_of_the_first_case_are_told(plans: Mapping[str, Plan]) -> None:
    """Tasks of Long An with money from other sources, each with its amount."""
    tasks = [task for task, _ in walk_tasks(plans["Long An"].annexes["phu-luc-1"].rows)]
    found = [(t.task, t.amounts["khac"]) for t in tasks if "khac" in t.amounts]
    told = re.search(r"bốn nhiệm vụ có số: (.*?)\)\.", FLOWING)
    assert told
    assert [(code, number(n)) for code, n in re.findall(r"(\d+) \(([\d.]+)", told[1])] == found


def test_links_to_rules_lead_to_the_rule_that_they_name() -> None:
    """The label of a link to a rule is the code in its address, and a rule of the catalogue."""
    links = re.findall(r"\[(\w+)\]\(\.\./kiem-tra/(\w+)/index\.md\)", TEXT)
    assert len(links) > 10
    assert {label for label, _ in links} <= {rule.code for rule in RULES}
    assert [link for link in links if link[0] != link[1]] == []


def test_the_table_of_documents_counts_what_was_encoded(plans: Mapping[str, Plan]) -> None:
    """Tasks, indicators, their figures, cells of money and amounts in prose, for each plan."""
    _, (*rows, total) = table("Tỉnh", "Văn bản", "Nhiệm vụ ở phụ lục")
    told = {row[0]: [number(cell) for cell in row[2:]] for row in rows}
    assert told == {name: sizes_of(plan) for name, plan in plans.items()}
    columns = zip(*told.values(), strict=True)
    assert [number(cell) for cell in total[2:]] == [sum(column) for column in columns]
    for name, document, *_ in rows:
        meta = plans[name].meta
        dates = re.findall(r"ngày (\d+)/(\d+)/(\d+)", document)
        assert (meta.number or "Nghị quyết") in document
        issued = [meta.issued_on] if meta.issued_on else []
        assert [date(int(y), int(m), int(d)) for d, m, y in dates] == issued


def test_the_table_of_sums_counts_what_was_added_up(
    checked: Checked, plans: Mapping[str, Plan]
) -> None:
    """Sums made again and sums that differ, by rule and province; the text repeats the totals."""
    header, (*rows, total) = table("Phép cộng", "Quy tắc")
    names = header[2:-2]
    assert {name for name, plan in plans.items() if sum(sums_of(plan).values())} == set(names)
    codes = Counter(d.finding.rule.code for d in checked.diagnostics)
    made = {name: sums_of(plans[name]) for name in names}
    for _, code, *cells in rows:
        counts = [made[name][code] for name in names]
        assert [number(c) for c in cells] == [*counts, sum(counts), codes[code]]
    assert [number(c) for c in total[2:]] == [
        sum(number(row[column]) for row in rows) for column in range(2, len(header))
    ]
    whole, wrong = (number(cell) for cell in total[-2:])
    assert f"**{whole} phép cộng** tiền: **{whole - wrong} phép khớp**, **{wrong} phép" in FLOWING


def test_the_page_counts_amounts_in_words(plans: Mapping[str, Plan]) -> None:
    """Amounts in words: how many there are, agree with the digits, and cannot be read."""
    statements = [one for plan in plans.values() for one in plan.budget.statements if one.words]
    agreeing = []
    unread = []
    for one in statements:
        factor = MILLION if one.unit == "million-vnd" else 1
        try:
            agreeing += [one] * (read_amount(str(one.words)) == one.amount * factor)
        except NumeralError:
            unread.append(one)
    told = (
        f"**{len(statements)} số tiền bằng chữ**: **{len(agreeing)} số khớp**, "
        f"**{len(unread)} số không đọc được**"
    )
    assert told in FLOWING
    assert [f"«{one.words}»" in FLOWING for one in unread] == [True]
    reading = re.search(r"đúng cách thì là \*(.+?)\*", FLOWING)
    assert reading
    assert read_amount(reading[1]) == unread[0].amount * MILLION


def test_the_total_of_long_an_is_added_up_from_its_tasks(plans: Mapping[str, Plan]) -> None:
    """Printed totals beside the sums of all tasks, whatever totals stand between."""
    _, rows = table("Phần", "Tổng in")
    plan = plans["Long An"]
    places = [("phu-luc-1", "nsnn"), ("phu-luc-1", "khac"), ("phu-luc-2", "total")]
    made = [
        (annex.stated[column], leaves(annex, column))
        for annex, column in ((plan.annexes[name], column) for name, column in places)
    ]
    whole = next(one for one in plan.budget.statements if one.id == "tong-kinh-phi")
    made.append((int(whole.amount) // MILLION, sum(tasks for _, tasks in made)))
    assert [row[1:] for row in rows] == [
        (format_integer(stated), format_integer(tasks), signed(stated - tasks))
        for stated, tasks in made
    ]


def test_the_later_document_prints_what_was_computed(plans: Mapping[str, Plan]) -> None:
    """Tây Ninh's annex prints the very rows and totals of 2025 that are told of Long An."""
    old, new = plans["Long An"].annexes["phu-luc-2"], plans["Tây Ninh"].annexes["phu-luc-2"]
    first, second = (next(groups_of(annex.rows)) for annex in (old, new))
    assert first.title == second.title == "Văn phòng Tỉnh ủy"
    amounts = [
        [(task.task, task.amounts["y2025"]) for task, _ in walk_tasks(group.rows)]
        for group in (first, second)
    ]
    assert amounts[0] == amounts[1]
    assert second.stated["y2025"] == sum(amount for _, amount in amounts[0]) == 6600
    assert new.stated["y2025"] == leaves(old, "y2025") == 15600


ASPECTS = ("cơ quan chủ trì", "thời gian thực hiện", "sản phẩm, kết quả")
"""What may be missing of a task, in the order of the table's columns."""


def missing_of(plan: Plan, annex_id: str, diagnostics: list[Diagnostic]) -> list[int]:
    """Number of tasks of an annex and how many lack each aspect, as the notes say."""
    path = f"annexes/{annex_id}/rows"
    notes = [d.finding.message for d in diagnostics if (d.plan_id, d.place) == (plan.id, path)]
    tasks = sum(1 for _ in walk_tasks(plan.annexes[annex_id].rows))
    counts = []
    for aspect in ASPECTS:
        found = [re.search(rf"(?:cả )?(\d+)[^«»:]* không ghi {aspect}", note) for note in notes]
        counts += [next((int(one[1]) for one in found if one), 0)]
    assert sum(map(bool, counts)) == len(notes)
    return [tasks, *counts]


def test_the_table_of_unclear_tasks_repeats_the_notes(
    checked: Checked, plans: Mapping[str, Plan]
) -> None:
    """For each annex, how many tasks lack who, when and what result."""
    _, (*rows, total) = table("Phụ lục", "Nhiệm vụ")
    told = {row[0]: [number(cell) for cell in row[1:]] for row in rows}
    notes = [d for d in checked.diagnostics if d.finding.rule.code == "D104"]
    assert told == {
        f"{name}, {annex.place}": missing_of(plan, annex_id, notes)
        for name, plan in plans.items()
        for annex_id, annex in plan.annexes.items()
    }
    assert [number(c) for c in total[1:]] == [sum(c) for c in zip(*told.values(), strict=True)]


def test_the_page_tells_how_many_rows_lost_a_cell(plans: Mapping[str, Plan]) -> None:
    """Rows of Tây Ninh whose figures were put into columns by the editor, as their notes say."""
    annexes = plans["Tây Ninh"].annexes.values()
    rows: list[Group | Task] = []
    for annex in annexes:
        rows += [*groups_of(annex.rows), *(task for task, _ in walk_tasks(annex.rows))]
    moved = [row for row in rows if "chỉ in hai số" in (row.note or "")]
    assert f"Bản chữ mất ô trống: {len(moved)} dòng chỉ còn hai số" in FLOWING


def test_the_page_names_tasks_whose_money_comes_later(
    checked: Checked, plans: Mapping[str, Plan]
) -> None:
    """The tasks that begin before their money are listed, with all the money that they get."""
    notes = [d for d in checked.diagnostics if d.finding.rule.code == "P103"]
    prefix, codes = "annexes/phu-luc-1-1/rows/", [d.place.split("/")[-2] for d in notes]
    assert all(d.place.startswith(prefix) for d in notes)
    told = re.search(
        r"có (\d+) nhiệm vụ ghi bắt đầu từ năm 2025 .*?: nhiệm vụ ([\d, và]+)", FLOWING
    )
    assert told
    assert int(told[1]) == len(notes)
    assert re.findall(r"\d+", told[2]) == codes
    tasks = [task for task, _ in walk_tasks(plans["Tây Ninh"].annexes["phu-luc-1-1"].rows)]
    later = [task for task in tasks if task.task in codes]
    assert all("chỉ in hai số" in (task.note or "") for task in later)
    money = sum(task.amounts["y2026-2030"] for task in later)
    assert f"Cả {format_integer(money)} triệu đồng" in FLOWING


def test_counts_of_work_are_those_of_the_documents(
    checked: Checked, plans: Mapping[str, Plan]
) -> None:
    """Pieces of work in the prose and tasks in the annexes, and how often a number is announced."""
    old, new = plans["Long An"], plans["Tây Ninh"]
    assert f"liệt kê {items(old.actions.groups)} nội dung, Phụ lục I có {sizes(old, 1)}" in FLOWING
    listed = items(new.actions.groups[:1])
    assert f"báo {listed} nội dung công việc" in FLOWING
    assert f"Phụ lục I có {sizes(new, 2)} nhiệm vụ. Hai cách" in FLOWING
    announced = sum(items(plan.actions.groups, announced=True) for plan in plans.values())
    assert f"**{announced} chỗ báo trước số mục**" in FLOWING
    assert f"cả {announced} chỗ đúng" in FLOWING
    assert [d for d in checked.diagnostics if d.finding.rule.code == "D101"] == []


def test_no_large_figure_is_unaccounted_for(checked: Checked) -> None:
    """Each figure of a thousand or more is printed in a plan or follows from it."""
    told = {number(n) for n in re.findall(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.]*\d)", TEXT)}
    derived = {6532164, 3000, 27000, 260600}
    assert len(told) > 30
    assert told - known_figures(checked) <= derived


def test_short_amounts_equal_the_long_ones() -> None:
    """An amount in tỷ đồng in brackets is the amount in triệu đồng before it."""
    pairs = re.findall(r"([\d.]+) triệu đồng \(([\d.,]+) tỷ đồng\)", FLOWING)
    assert len(pairs) >= 5
    assert [p for p in pairs if number(p[0]) != 1000 * Decimal(p[1].replace(",", "."))] == []


def test_quotations_stand_in_the_data() -> None:
    """What the page puts in quotation marks is in the files of the plans, letter by letter."""
    files = (ROOT / "plans").glob("*/*/**/*.yaml")
    data = " ".join(" ".join(file.read_text("utf-8").split()) for file in files)
    quoted = set(re.findall(r"«([^»]+)»", FLOWING)) - OWN_WORDS
    assert len(quoted) > 15
    assert sorted(text for text in quoted if text not in data) == []


def test_the_front_page_of_the_repository_counts_all_plans(checked: Checked) -> None:
    """README.md names every plan, and tells the numbers of tasks and indicators."""
    text = " ".join((ROOT / "README.md").read_text("utf-8").split())
    library = checked.library.plans
    tasks, indicators = (sum(sizes_of(plan)[i] for plan in library) for i in (0, 1))
    assert f"{tasks} tasks and {indicators} indicators" in text
    assert [plan.id for plan in library if f"](plans/{plan.id}/plan.yaml)" not in text] == []
