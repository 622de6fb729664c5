"""Records: every row of every plan has one, and each leads to the row itself."""

from collections import Counter

import pytest

from generator.checks import RULES
from generator.model import walk_tasks
from generator.pages import SiteData, render_pages
from generator.pages.search.record import (
    AGENCY,
    BASIS,
    DUTY,
    INDICATOR,
    KINDS,
    MONEY,
    OBJECTIVE,
    PAGE,
    PLAN,
    RULE,
    TASK,
    Record,
)
from generator.pages.search.records import records_of_site
from generator.pages.search.sections import Section
from generator.pages.search.site_records import short_names
from tests.pages.html_tree import parse

TAY_NINH = "tay-ninh/1330-da-ubnd-2025/"


def by_address(records: tuple[Record, ...], address: str) -> Record:
    """The one record with an address."""
    (found,) = [record for record in records if record.address == address]
    return found


def test_every_row_of_every_plan_has_a_record(data: SiteData, records: tuple[Record, ...]) -> None:
    """Nothing that the model lists is left out, be it in an annex or in the prose."""
    plans = data.library.plans
    counts = Counter(record.kind for record in records)
    tasks = sum(len(list(walk_tasks(a.rows))) for p in plans for a in p.annexes.values())
    items = sum(len(group.leaf_items()) for plan in plans for group in plan.actions.groups)
    assert counts[PLAN] == len(plans)
    assert counts[INDICATOR] == sum(len(plan.indicators.indicators) for plan in plans)
    assert counts[OBJECTIVE] == sum(len(plan.objectives.objectives) for plan in plans)
    assert counts[TASK] == tasks + items
    assert counts[DUTY] == sum(
        len(plan.organisation.duties) + len(plan.organisation.reporting) for plan in plans
    )
    assert counts[MONEY] == sum(len(p.budget.statements) + len(p.budget.sources) for p in plans)
    assert counts[BASIS] == sum(len(plan.meta.legal_bases) for plan in plans)
    assert counts[AGENCY] == len(data.library.registry.agencies)
    assert counts[RULE] == len(RULES)


def test_every_address_leads_to_a_page_and_every_anchor_stands_on_it(
    data: SiteData, records: tuple[Record, ...]
) -> None:
    """A result opens the row that it names."""
    anchors = {
        page.address: {e.attributes.get("id") for e in parse(page.body).walk()}
        for page in render_pages(data)
    }
    for record in records:
        address, _, anchor = record.address.partition("#")
        assert address in anchors, record
        assert not anchor or anchor in anchors[address], record


def test_no_two_rows_share_an_address(records: tuple[Record, ...]) -> None:
    """Each indicator, objective and task has an anchor of its own, those of the prose too."""
    rows = [r.address for r in records if r.kind in {INDICATOR, OBJECTIVE, TASK}]
    assert [address for address, count in Counter(rows).items() if count > 1] == []


def test_every_page_can_be_found(data: SiteData, records: tuple[Record, ...]) -> None:
    """A page that no row leads to has a record of its own."""
    led_to = {record.address.partition("#")[0] for record in records}
    assert {page.address for page in render_pages(data)} == led_to


def test_a_task_tells_who_when_and_how_much(records: tuple[Record, ...]) -> None:
    """Its agencies, time and amounts are searched; labels and units are only shown."""
    record = by_address(records, f"{TAY_NINH}nhiem-vu/#phu-luc-1-2.12")
    parts = {part.label: (part.text, part.unit) for part in record.parts}
    assert record.kind is TASK
    assert record.where == ("Tỉnh Tây Ninh", "Đề án 1330/ĐA-UBND")
    assert record.place == "Phụ lục I, mục II, số 12"
    assert record.agencies[0] == "cong-an-tinh"
    assert parts["Chủ trì"] == ("Công an tỉnh", "")
    assert parts["Kinh phí"][1] == "triệu đồng"
    assert "1.184.374" in {text for text, _ in parts.values()}


def test_an_indicator_tells_its_path_and_who_follows_it(records: tuple[Record, ...]) -> None:
    """Baselines and targets are in words, with their years."""
    record = by_address(records, f"{TAY_NINH}chi-tieu/#pii")
    parts = {part.label: part.text for part in record.parts}
    assert "42,05" in parts["Hiện trạng"]
    assert parts["Mục tiêu"].startswith("2025: ")


def test_a_plan_is_known_by_its_number_and_by_its_province(records: tuple[Record, ...]) -> None:
    """`1330`, the whole number, and what people call it."""
    names = by_address(records, TAY_NINH).names
    assert names == (
        "Đề án 1330/ĐA-UBND", "1330/ĐA-UBND", "1330", "Đề án 1330", "Đề án Tây Ninh",
    )  # fmt: skip


def test_kinds_have_names_of_their_own() -> None:
    """No two kinds share an id or a label."""
    assert len({kind.id for kind in KINDS}) == len({kind.label for kind in KINDS}) == len(KINDS)


def test_a_section_of_a_guide_is_a_record_that_names_its_page(data: SiteData) -> None:
    """The heading is the title, its paragraphs the text, and the page stands beside."""
    section = Section("Sửa một con số", "Bước một", "huong-dan/sua/#buoc-mot", ("Mở tệp.", "Sửa."))
    records = records_of_site(data, (), (section,))
    record = by_address(records, "huong-dan/sua/#buoc-mot")
    assert record.title == "Bước một"
    assert record.where == ("Sửa một con số",)
    assert [part.text for part in record.parts] == ["Mở tệp.", "Sửa."]
    assert PAGE not in {record.kind for record in records}


@pytest.mark.parametrize("field", ["title", "address"])
def test_no_record_lacks_what_a_result_shows(records: tuple[Record, ...], field: str) -> None:
    """Every result has a title to click; only the home page has an empty address."""
    empty = [record for record in records if not getattr(record, field)]
    assert [record.title for record in empty] == (["Kế hoạch mở"] if field == "address" else [])


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sở Khoa học và Công nghệ", ("Sở KHCN", "Sở KH&CN")),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở VHTTDL", "Sở VHTT&DL")),
        ("Sở Giáo dục và Đào tạo", ("Sở GDĐT", "Sở GD&ĐT")),
        ("Sở Tài chính", ()),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", ()),
    ],
)
def test_a_department_of_several_fields_has_a_short_name(name: str, short: tuple[str, ...]) -> None:
    """Letters name it where officials write so; a name of another shape is left alone."""
    assert short_names(name) == short
