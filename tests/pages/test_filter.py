"""Matrices of tasks in a real browser: filters, sort orders, state in the address, files, paper."""

import csv
import io
import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from generator.model import Library
from generator.pages import SiteData, tasks
from generator.pages.views.matrices import FEWEST
from generator.vietnamese import format_integer
from tests.pages.hostile import Poisoner
from tests.pages.served import lay_out, serving
from tests.pages.task_facts import TaskFacts, facts_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

TAY_NINH = "tay-ninh/1330-da-ubnd-2025"
TIEN_GIANG = "tien-giang/69-kh-ubnd-2025"
TASKS = f"{TAY_NINH}/nhiem-vu/"
SHOWN = (
    "() => [...document.querySelectorAll('tr.kh-task')]"
    ".filter(row => row.getClientRects().length).map(row => row.id)"
)


@pytest.fixture(scope="module")
def address(real_data: SiteData, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages of tasks behind a server."""
    folder = tmp_path_factory.mktemp("matrix") / "site"
    lay_out(tasks.pages(real_data), folder)
    with serving(folder) as served:
        yield served


@pytest.fixture(scope="module")
def facts(real_data: SiteData) -> dict[str, list[TaskFacts]]:
    """Tasks of every plan as the plan tells them."""
    library = real_data.library
    return {plan.id: facts_of(plan, library.registry) for plan in library.plans}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, address: str) -> Iterator[Tab]:
    """The tasks of Tây Ninh; nothing may be said on the console."""
    said: list[str] = []
    tab = context.new_page()
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(address + TASKS)
    yield tab
    assert said == []


def shown(tab: Tab) -> list[str]:
    """Anchors of the tasks that can be seen, in the order in which they stand."""
    found: list[str] = tab.evaluate(SHOWN)
    return found


def go(tab: Tab, address: str, plan: str = TAY_NINH, anchor: str = "", **query: str) -> None:
    """Open a plan's tasks with a query."""
    asked = f"?{urlencode(query)}" if query else ""
    tab.goto(f"{address}{plan}/nhiem-vu/{asked}{anchor}")


def query(tab: Tab) -> dict[str, list[str]]:
    """The query of the tab's address."""
    return parse_qs(urlsplit(tab.url).query)


def anchors(found: list[TaskFacts], wanted: Callable[[TaskFacts], bool]) -> list[str]:
    """Anchors of the tasks that are wanted."""
    return [task.anchor for task in found if wanted(task)]


@pytest.mark.parametrize("plan", [TAY_NINH, TIEN_GIANG, "long-an/nq-hdnd-2025"])
def test_each_agency_and_role_leaves_the_tasks_that_the_plan_gives_it(
    tab: Tab, address: str, facts: dict[str, list[TaskFacts]], plan: str
) -> None:
    """Every agency of the list, as leading, as coordinating and as either, against the model."""
    go(tab, address, plan)
    named = set(chain.from_iterable((*t.leads, *t.coordinators) for t in facts[plan]))
    options = tab.locator("[name=co-quan] option").evaluate_all("all => all.map(o => o.value)")
    assert set(options) == {"", *named}
    for agency in sorted(named):
        tab.locator("[name=co-quan]").select_option(agency)
        for role in ("", "chu-tri", "phoi-hop"):
            tab.locator("[name=vai]").select_option(role)
            expected = anchors(facts[plan], lambda t, a=agency, r=role: t.takes_part(a, r))  # type: ignore[misc]
            assert shown(tab) == expected, (agency, role)


@pytest.mark.parametrize("plan", [TAY_NINH, TIEN_GIANG])
def test_each_year_leaves_the_tasks_worked_on_or_due_then(
    tab: Tab, address: str, facts: dict[str, list[TaskFacts]], plan: str
) -> None:
    """Spans, lone years, deadlines, open ends and tasks that recur, and those without a year."""
    go(tab, address, plan)
    years = sorted(set(chain.from_iterable(t.years for t in facts[plan])))
    options = tab.locator("[name=nam] option").evaluate_all("all => all.map(o => o.value)")
    assert options == ["", *(str(y) for y in range(years[0], years[-1] + 1)), "khong-ro"]
    for year in years:
        tab.locator("[name=nam]").select_option(str(year))
        assert shown(tab) == anchors(facts[plan], lambda t, y=year: y in t.years)  # type: ignore[misc]
    tab.locator("[name=nam]").select_option("khong-ro")
    assert shown(tab) == anchors(facts[plan], lambda t: not t.years)


def test_money_leaves_tasks_with_or_without_an_amount(
    tab: Tab, facts: dict[str, list[TaskFacts]]
) -> None:
    """With an amount, and without one."""
    tab.locator("[name=tien]").select_option("co")
    assert shown(tab) == anchors(facts[TAY_NINH], lambda t: t.paid)
    tab.locator("[name=tien]").select_option("khong")
    assert shown(tab) == anchors(facts[TAY_NINH], lambda t: not t.paid)


def test_each_group_leaves_its_tasks_and_those_of_the_groups_in_it(
    tab: Tab, facts: dict[str, list[TaskFacts]]
) -> None:
    """Annexes, groups and groups of groups; their headings stay, other headings go."""
    groups = dict.fromkeys(chain.from_iterable(t.groups for t in facts[TAY_NINH]))
    options = tab.locator("[name=nhom] option").evaluate_all("all => all.map(o => o.value)")
    assert set(options) == {"", *groups}
    for group in groups:
        tab.locator("[name=nhom]").select_option(group)
        expected = [t for t in facts[TAY_NINH] if group in t.groups]
        assert shown(tab) == [t.anchor for t in expected]
        above = set(chain.from_iterable(t.groups[1:] for t in expected))
        heads = tab.evaluate(SHOWN.replace("kh-task", "kh-group"))
        assert set(heads) == above


def test_filters_work_together(tab: Tab, address: str, facts: dict[str, list[TaskFacts]]) -> None:
    """Made-up combinations leave what each of the filters leaves; the count says how many."""
    choose = random.Random(4)  # noqa: S311 - nothing secret is made up
    found = facts[TAY_NINH]
    some = 0
    for _ in range(15):
        task = choose.choice([t for t in found if t.leads])
        agency, role = choose.choice(task.leads), choose.choice(["", "chu-tri"])
        group = choose.choice(["", *task.groups])
        year = choose.choice(["", *map(str, sorted(task.years))])
        money = choose.choice(["", "co", "khong"])
        words = choose.choice(["", " ".join(task.task.title.split()[:2])])
        asked = {"co-quan": agency, "vai": role, "nhom": group, "nam": year, "tien": money}
        go(tab, address, **{k: v for k, v in {**asked, "tim": words}.items() if v})
        expected = [
            t.anchor
            for t in found
            if t.takes_part(agency, role)
            and (not group or group in t.groups)
            and (not year or int(year) in t.years)
            and (not money or t.paid == (money == "co"))
            and t.says(words)
        ]
        got = shown(tab)
        assert [a for a in got if a in expected] == expected, (asked, words)
        if not words:
            assert got == expected, asked
        some += bool(got)
        count = tab.locator("output").inner_text()
        assert count.startswith(f"{len(got)} trong {len(found)} nhiệm vụ" if got else "Không có")
    assert some > 5


def test_words_without_marks_find_words_with_marks(tab: Tab) -> None:
    """`so noi vu` leaves only rows that name Sở Nội vụ, and the count says how many."""
    before = len(shown(tab))
    tab.locator("[name=tim]").fill("so noi vu")
    left = tab.locator("tr.kh-task:visible").all_inner_texts()
    assert 0 < len(left) < before
    assert all("Sở Nội vụ" in text for text in left)
    assert tab.locator("output").inner_text() == f"{len(left)} trong {before} nhiệm vụ"
    decomposed = unicodedata.normalize("NFD", "  SỞ NỘI VỤ  ")
    tab.locator("[name=tim]").fill(decomposed)
    assert len(shown(tab)) == len(left)


def test_which_role_an_agency_has_is_said(
    tab: Tab, address: str, facts: dict[str, list[TaskFacts]]
) -> None:
    """The count tells both roles apart, and the agency is marked in its column of each row."""
    plan, agency = TIEN_GIANG, "so-khoa-hoc-va-cong-nghe"
    go(tab, address, plan, **{"co-quan": agency})
    mine = [t for t in facts[plan] if t.takes_part(agency)]
    leads = [t for t in mine if agency in t.leads]
    assert 0 < len(leads) < len(mine)
    assert tab.locator("output").inner_text() == (
        f"{len(mine)} trong {len(facts[plan])} nhiệm vụ: "
        f"{len(leads)} chủ trì, {len(mine) - len(leads)} phối hợp"
    )
    for task in mine:
        row = tab.locator(f"[id='{task.anchor}']")
        column = "Chủ trì" if task in leads else "Phối hợp"
        assert row.locator(f"td[data-label='{column}'] .kh-hit").inner_text().startswith("Sở Khoa")


def test_nothing_found_is_said_and_leaves_no_bare_header(tab: Tab) -> None:
    """The tables go away and come back when the filter is cleared."""
    tab.locator("[name=tim]").fill("xyzw")
    assert tab.locator("output").inner_text() == "Không có nhiệm vụ nào khớp với bộ lọc."
    assert tab.locator("thead:visible").count() == 0
    assert tab.get_by_text("Không có nhiệm vụ nào của bảng này khớp.").count() == 3
    tab.get_by_role("button", name="Xóa lọc").click()
    expect(tab.locator("output")).to_have_text("114 nhiệm vụ")
    assert len(shown(tab)) == 114
    assert query(tab) == {}


def test_changes_are_told_to_screen_readers(tab: Tab) -> None:
    """The count is a live region that exists before it changes."""
    status = tab.get_by_role("status")
    assert status.count() == 1
    assert status.inner_text() == "114 nhiệm vụ"


def test_printed_totals_go_while_rows_are_hidden_and_our_sum_is_called_ours(
    tab: Tab, address: str, facts: dict[str, list[TaskFacts]]
) -> None:
    """Totals of the document never stand over a part of their rows; the sum is of the rows shown."""
    go(tab, address, tien="co", nam="2026", nhom="phu-luc-1-1")
    mine = [
        t for t in facts[TAY_NINH] if t.paid and 2026 in t.years and t.annex_id == "phu-luc-1-1"
    ]
    total = sum(t.task.amounts.get("total", 0) for t in mine)
    said = tab.locator(".kh-matrix__state:visible").first.inner_text()
    assert f": {format_integer(total)} triệu đồng; số này do trang tính, văn bản không in." in said
    assert f"Đang hiện {len(mine)} trong 36 nhiệm vụ" in said
    assert tab.locator(".kh-total:visible").count() == 0
    for row in tab.locator("tr.kh-group:visible").all():
        whole = [t for t in facts[TAY_NINH] if row.get_attribute("id") in t.groups]
        cells = row.locator("td").first
        assert cells.is_visible() == all(t in mine for t in whole)
    go(tab, address)
    assert tab.locator(".kh-total:visible").count() > 0
    assert tab.locator(".kh-matrix__state:visible").count() == 0


def test_the_address_keeps_the_state(tab: Tab) -> None:
    """What is chosen stands in the address; opening it again shows the same rows and choices."""
    tab.locator("[name=co-quan]").select_option("so-noi-vu")
    tab.locator("[name=nam]").select_option("2026")
    table = tab.locator("table[data-kh-rows=phu-luc-1-1]")
    table.get_by_role("button", name="Nhiệm vụ").click()
    assert query(tab) == {
        "co-quan": ["so-noi-vu"],
        "nam": ["2026"],
        "sap": ["phu-luc-1-1.ten.tang"],
    }
    before = shown(tab)
    other = tab.context.new_page()
    other.goto(tab.url)
    assert shown(other) == before
    assert other.locator("[name=co-quan]").input_value() == "so-noi-vu"
    assert other.locator("th[data-sort=ten]").first.get_attribute("aria-sort") == "ascending"


def test_back_and_forward_go_through_the_choices(tab: Tab) -> None:
    """Each choice is a step; typing a word is one step, however many letters it has."""
    whole = shown(tab)
    tab.locator("[name=nam]").select_option("2026")
    of_year = shown(tab)
    tab.locator("[name=tim]").press_sequentially("dữ")
    tab.wait_for_url("**tim=d*")
    tab.locator("[name=tim]").press_sequentially(" liệu")
    tab.wait_for_url("**tim=d*+l*")
    of_words = shown(tab)
    assert whole != of_year != of_words
    tab.go_back()
    assert shown(tab) == of_year
    assert tab.locator("[name=tim]").input_value() == ""
    tab.go_back()
    assert shown(tab) == whole
    tab.go_forward()
    tab.go_forward()
    assert shown(tab) == of_words


def test_values_that_mean_nothing_are_ignored(tab: Tab, address: str) -> None:
    """Unknown agencies, years, groups and sort orders change nothing and are dropped in time."""
    go(
        tab,
        address,
        **{"co-quan": "khong-co", "nam": "1066", "nhom": "x", "tien": "?", "vai": "chu-tri"},
        sap="phu-luc-1-1.constructor.tang",
        khac="1",
    )
    assert len(shown(tab)) == 114
    assert tab.locator("output").inner_text() == "114 nhiệm vụ"
    assert tab.locator("[name=vai]").is_disabled()
    chosen = tab.locator("form select").evaluate_all("all => all.map(s => s.selectedIndex)")
    assert chosen == [0] * 5
    tab.locator("[name=nam]").select_option("2027")
    assert query(tab) == {"nam": ["2027"], "khac": ["1"]}


def test_a_link_to_a_row_wins_over_a_filter_that_hides_it(tab: Tab, address: str) -> None:
    """The filter is cleared, the row is in view; an address that is no text breaks nothing."""
    go(tab, address, anchor="#phu-luc-1-1.21", tim="xyzw")
    assert tab.locator("[id='phu-luc-1-1.21']").is_visible()
    assert len(shown(tab)) == 114
    assert query(tab) == {}
    go(tab, address, anchor="#%E0%A4%A", tim="xyzw")
    assert shown(tab) == []


Key = Callable[[TaskFacts], object]
COLUMNS: dict[str, tuple[Key, bool]] = {
    "ten": (lambda t: t.title_key, False),
    "chu-tri": (lambda t: t.lead_key, False),
    "han": (lambda t: t.due, False),
    "tien-y2025": (lambda t: t.task.amounts.get("y2025"), True),
    "tien-total": (lambda t: t.task.amounts.get("total"), True),
}
"""What a column is sorted by, and whether the first press puts the greatest first."""


@pytest.mark.parametrize("column", sorted(COLUMNS))
def test_a_press_sorts_the_next_turns_and_the_third_restores_print_order(
    tab: Tab, facts: dict[str, list[TaskFacts]], column: str
) -> None:
    """Rows without a value come last either way; equal ones stay in print order."""
    key, greatest_first = COLUMNS[column]
    mine = [t for t in facts[TAY_NINH] if t.annex_id == "phu-luc-1-1"]
    head = tab.locator(f"table[data-kh-rows=phu-luc-1-1] th[data-sort={column}]")
    there, missing = [t for t in mine if key(t) is not None], [t for t in mine if key(t) is None]
    for falling in (greatest_first, not greatest_first):
        head.get_by_role("button").click()
        expected = sorted(there, key=key, reverse=falling)  # type: ignore[arg-type]
        assert shown(tab)[: len(mine)] == [t.anchor for t in (*expected, *missing)]
        assert head.get_attribute("aria-sort") == ("descending" if falling else "ascending")
        way = "giảm dần" if falling else "tăng dần"
        assert way in tab.locator("output").inner_text()
    head.get_by_role("button").click()
    assert shown(tab)[: len(mine)] == [t.anchor for t in mine]
    assert head.get_attribute("aria-sort") == "none"
    assert query(tab) == {}


def test_a_sorted_row_says_its_group_and_other_tables_stay(tab: Tab) -> None:
    """Groups are taken apart while a table is sorted; the number's head puts them back."""
    table = tab.locator("table[data-kh-rows=phu-luc-1-1]")
    other = tab.locator("table[data-kh-rows=phu-luc-1-2]")
    before, beside = table.inner_text(), other.inner_text()
    table.locator("th[data-sort=ten] button").click()
    assert table.locator("tr.kh-group:visible").count() == 0
    rows = table.locator("tr.kh-task")
    assert rows.count() == 36
    assert all("\nNhóm " in f"\n{text}" for text in rows.all_inner_texts())
    assert other.inner_text() == beside
    table.locator("th[data-sort=so] button").click()
    assert table.inner_text() == before


def test_everything_works_by_keyboard_alone(context: BrowserContext, address: str) -> None:
    """Tab goes through the controls in the order of the page; Enter sorts and clears."""
    tab = context.new_page()
    tab.goto(address + TASKS)
    tab.locator("[name=tim]").focus()
    order = []
    for _ in range(6):
        tab.keyboard.press("Tab")
        order.append(tab.evaluate("document.activeElement.name || document.activeElement.type"))
    assert order == ["co-quan", "nam", "tien", "nhom", "button", ""]
    tab.locator("[name=co-quan]").focus()
    for _ in range(3):
        tab.keyboard.press("ArrowDown")
    assert tab.locator("[name=co-quan]").input_value()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.name") == "vai"
    filtered = len(shown(tab))
    assert 0 < filtered < 114
    while tab.evaluate("document.activeElement.type") != "button":
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator("output")).to_have_text("114 nhiệm vụ")
    for _ in range(20):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.className") == "kh-sort":
            break
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert query(tab) == {"sap": ["phu-luc-1-1.ten.tang"]}
    assert tab.evaluate("document.activeElement.closest('th').getAttribute('aria-sort')")
    positions = tab.evaluate(
        "() => [...document.querySelectorAll('.kh-page a, .kh-page button, .kh-page input,"
        " .kh-page select, .kh-page summary')].filter(e => e.getClientRects().length)"
        ".every(e => e.tabIndex <= 0)"
    )
    assert positions


def test_a_filtered_table_is_downloaded_as_it_is_shown(
    tab: Tab, address: str, facts: dict[str, list[TaskFacts]], tmp_path: Path
) -> None:
    """The file holds the very records of the whole table's file, chosen and ordered as shown."""
    go(tab, address, nam="2026", sap="phu-luc-1-1.tien-total.giam")
    table = tab.locator("table[data-kh-rows=phu-luc-1-1]")
    rows = table.locator("tr.kh-task:visible").evaluate_all("all => all.map(row => row.id)")
    button = tab.get_by_role("button", name="CSV đang lọc").first
    assert button.inner_text() == f"CSV đang lọc: {len(rows)} dòng"
    with tab.expect_download() as waiting:
        button.click()
    file = tmp_path / "loc.csv"
    waiting.value.save_as(file)
    assert (
        waiting.value.suggested_filename
        == "tay-ninh-1330-da-ubnd-2025-nhiem-vu-phu-luc-1-1-loc.csv"
    )
    whole = tab.request.get(f"{address}data/tables/{TAY_NINH}/nhiem-vu/phu-luc-1-1.csv").text()
    head, *records = csv.reader(io.StringIO(whole))
    chosen_head, *chosen = csv.reader(io.StringIO(file.read_text("utf-8")))
    assert chosen_head == head
    by_anchor = {record[-1].partition("#")[2]: record for record in records}
    assert chosen == [by_anchor[anchor] for anchor in rows]
    assert len(rows) > 5


def test_a_file_that_does_not_fit_the_page_is_not_given(tab: Tab) -> None:
    """When the file has changed since the page was opened, the reader is told to open it again."""
    tab.route("**/*.csv", lambda route: route.fulfill(body="a,b\n1,2\n"))
    tab.locator("[name=nam]").select_option("2026")
    tab.get_by_role("button", name="CSV đang lọc").first.click()
    expect(tab.locator("output")).to_have_text("Không tải được tệp. Hãy tải lại trang rồi thử lại.")


def test_without_scripts_the_tables_are_whole_and_nothing_is_dead(
    browser: Browser, address: str
) -> None:
    """No control is seen, no head is a button, every row and every file's link is there."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + TASKS)
    page = tab.locator("main")
    assert page.locator("tr.kh-task:visible").count() == 114
    for control in ("form", "input", "select", "button"):
        assert page.locator(f"{control}:visible").count() == 0
    assert page.locator(".kh-down a:visible").count() == 9
    context.close()


def test_nothing_moves_when_the_script_starts(context: BrowserContext, address: str) -> None:
    """The controls stand in the page from the beginning, so the layout does not shift."""
    tab = context.new_page()
    tab.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "entry => { window.shift += entry.value; })).observe({type: 'layout-shift', buffered: true})"
    )
    tab.goto(address + TASKS, wait_until="networkidle")
    assert tab.evaluate("window.shift") < 0.03  # the fonts, where they come late


def test_on_a_phone_cards_are_sorted_by_buttons_that_can_be_seen(
    browser: Browser, address: str
) -> None:
    """Where rows are cards, no focusable control is hidden, and nothing is wider than the screen."""
    context = browser.new_context(viewport={"width": 320, "height": 700})
    tab = context.new_page()
    tab.goto(address + TASKS)
    button = tab.locator("table[data-kh-rows=phu-luc-1-1] th[data-sort=han] button")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    button.click()
    assert query(tab) == {"sap": ["phu-luc-1-1.han.tang"]}
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_printed_zero_is_no_money(browser: Browser, base_data: SiteData, tmp_path: Path) -> None:
    """A task whose every amount is 0 is found among those without money."""
    (plan,) = base_data.library.plans
    (annex,) = plan.annexes.values()
    rows = [task for group in annex.rows for task in getattr(group, "rows", ())]
    zero = rows[0].model_copy(update={"amounts": dict.fromkeys(rows[0].amounts, 0)})
    plan = replace(
        plan, annexes={"phu-luc-1": annex.model_copy(update={"rows": (zero, *rows * 3)})}
    )
    library = Library((plan,), base_data.library.registry)
    lay_out(tasks.pages(SiteData(library)), tmp_path / "site")
    expected = [t.anchor for t in facts_of(plan, library.registry) if not t.paid]
    with serving(tmp_path / "site") as address:
        tab = browser.new_page()
        tab.goto(f"{address}{plan.id}/nhiem-vu/?tien=khong")
        assert expected[0] == shown(tab)[0]
        assert shown(tab) == expected
        tab.close()


def test_a_few_tasks_have_no_controls(base_data: SiteData) -> None:
    """A table that is seen at a glance is not offered to be filtered."""
    (page,) = tasks.pages(base_data)
    (plan,) = base_data.library.plans
    assert len(facts_of(plan, base_data.library.registry)) < FEWEST
    assert "data-kh-matrix" not in page.body


def test_hostile_text_stays_text_in_controls_rows_and_files(
    browser: Browser, base_data: SiteData, tmp_path: Path
) -> None:
    """Plan text in options, attributes and groups that the script writes runs nothing."""
    (plan,) = base_data.library.plans
    poisoner = Poisoner()
    library = Library(
        (poisoner.poison(plan, plan.id),), poisoner.poison(base_data.library.registry, "registry")
    )
    (hostile,) = library.plans[0].annexes.values()
    many = hostile.model_copy(update={"rows": hostile.rows * 3})
    plan = replace(library.plans[0], annexes={"phu-luc-1": many})
    lay_out(tasks.pages(SiteData(Library((plan,), library.registry))), tmp_path / "site")
    context = browser.new_context()
    tab = context.new_page()
    said: list[str] = []
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    tab.on("pageerror", lambda error: said.append(str(error)))
    with serving(tmp_path / "site") as address:
        tab.goto(f"{address}{plan.id}/nhiem-vu/")
        assert tab.locator("option").filter(has_text="<script>alert(1)</script>").count() > 3
        tab.locator("th[data-sort=ten] button").click()
        assert tab.locator(".kh-exact", has_text="<b onclick=x>").count() > 0
        tab.locator("[name=tim]").fill("<script>")
        with tab.expect_download() as waiting:
            tab.get_by_role("button", name="CSV đã sắp").click()
        text = waiting.value.path().read_text("utf-8")
        assert text.count("<script>alert(1)</script>{{7*7}}") > 10
        assert tab.locator("main script").count() == 0
        assert tab.locator("[onclick]").count() == 0
    assert said == []
    context.close()


def test_a_printed_page_says_what_it_leaves_out(tab: Tab) -> None:
    """A filtered page prints its count and no control, and no print larger than the table's."""
    tab.locator("[name=nam]").select_option("2026")
    tab.emulate_media(media="print")
    try:
        assert tab.locator("output").is_visible()
        assert tab.locator("form select:visible").count() == 0
        size = "e => parseFloat(getComputedStyle(e).fontSize)"
        table = tab.locator(".kh-table").first.evaluate(size)
        found = tab.locator(".kh-table :is(.kh-exact, .kh-printed, .kh-mark, caption)")
        small = found.evaluate_all(f"all => all.map({size})")
        assert small
        assert max(small) <= table
    finally:
        tab.emulate_media(media="screen")
