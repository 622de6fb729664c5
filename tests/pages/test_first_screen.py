"""What the overview, the home page and a province say first."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model import Coverage, Library, Plan
from generator.pages import SiteData, home, overview, province
from generator.pages.views.coverage import CoverageView
from generator.pages.views.headline import coverage_words, first_sentence
from generator.pages.views.main_targets import main_targets
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse

TAY_NINH = "tay-ninh/1330-da-ubnd-2025"


@pytest.fixture
def plan(base_data: SiteData) -> Plan:
    """The example's only plan."""
    return base_data.library.plans[0]


def page_of(data: SiteData, plan: Plan) -> Element:
    """The overview of one plan."""
    (page,) = overview.pages(SiteData(Library((plan,), data.library.registry)))
    return parse(page.body)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kế hoạch của tỉnh. Bản chữ không nêu tiền.", "Kế hoạch của tỉnh."),
        ("Có 92 nhiệm vụ ở Phụ lục II. Tổng kinh phí lớn.", "Có 92 nhiệm vụ ở Phụ lục II."),
        ("Đến năm 2030. Đề án nêu rõ.", "Đến năm 2030."),
        ("Kế hoạch của TP. Hồ Chí Minh. Bản chữ.", "Kế hoạch của TP. Hồ Chí Minh."),
        ("Do ThS. Ánh soạn, mức 1.000 đồng. Hết.", "Do ThS. Ánh soạn, mức 1.000 đồng."),
        ("Thay «Kế hoạch cũ». Ở đây có.", "Thay «Kế hoạch cũ»."),
        ("Chỉ một câu", "Chỉ một câu"),
        ("Viết tắt v.v. và nữa. Hết.", "Viết tắt v.v. và nữa."),
    ],
)
def test_the_first_sentence_ends_at_a_full_stop(text: str, first: str) -> None:
    """Figures and Roman numerals end a sentence; abbreviations and thousands do not."""
    assert first_sentence(text) == first


def test_the_whole_summary_is_still_on_the_page(real_data: SiteData, real_pages: Pages) -> None:
    """The first sentence leads; the rest of what the editor wrote is below."""
    for plan in real_data.library.plans:
        tree = parse(real_pages[f"{plan.id}/"].body)
        (lead,) = tree.classed("kh-lead")
        assert plan.meta.summary.startswith(lead.text)
        assert " ".join(plan.meta.summary.split()) in tree.text


def views(*states: str) -> list[CoverageView]:
    """Sections named A, B, … in some states."""
    return [CoverageView("ABCDE"[i], state, "", None) for i, state in enumerate(states)]


@pytest.mark.parametrize(
    ("states", "counted", "missing"),
    [
        ((), "", ""),
        (("complete",) * 3, "Cả 3 phần của văn bản đều đã có đủ trong dữ liệu.", ""),
        (
            ("complete", "partial", "not-encoded", "not-in-source", "partial"),
            "1 trong 5 phần của văn bản đã có đủ trong dữ liệu.",
            "Mới có một phần: b; e. Chưa mã hóa: c. Bản nguồn không có: d.",
        ),
    ],
)
def test_coverage_is_told_in_a_sentence(
    states: tuple[str, ...], counted: str, missing: str
) -> None:
    """How many sections are complete, and by name which are not."""
    assert coverage_words(views(*states)) == (counted, missing)


def test_every_state_of_coverage_has_words() -> None:
    """No section is silently left out of the sentence."""
    states = set(Coverage.model_json_schema()["properties"]["state"]["enum"])
    _, missing = coverage_words(views(*sorted(states)))
    assert missing.count(":") == len(states - {"complete"})


def test_the_overview_answers_in_order(real_pages: Pages) -> None:
    """What, who, when, how much and whether it is sound come before everything else."""
    text = parse(real_pages[f"{TAY_NINH}/"].body).text.replace("\u00a0", " ")
    answers = (
        "Đề án của tỉnh Tây Ninh sau khi sáp nhập",
        "Ban hành Ủy ban nhân dân tỉnh Tây Ninh ngày 22/09/2025, Nguyễn Văn Út ký",
        "Giai đoạn 2025–2030",
        "Tổng kinh phí 6.857 tỷ đồng Nhiều nhất: 2.765 tỷ đồng (40,3 %) cho",
        "Mọi phép cộng đều khớp",
        "6 trong 7 phần của văn bản đã có đủ trong dữ liệu.",
        "Mục tiêu chính",
    )
    places = [text.find(answer) for answer in answers]
    assert -1 not in places
    assert places == sorted(places)


def test_an_undated_unsigned_plan_says_so(real_pages: Pages) -> None:
    """Nothing is made up for Quảng Ngãi, whose text has no day and no signer."""
    text = parse(real_pages["quang-ngai/359-kh-tu-2025/"].body).text
    assert "Tỉnh ủy Quảng Ngãi văn bản nguồn không ghi ngày Giai đoạn" in text


def test_main_targets_prefer_what_can_be_measured(real_data: SiteData) -> None:
    """Indicators with a baseline, a figure and a common concept come before others."""
    plan = next(p for p in real_data.library.plans if p.id == TAY_NINH)
    found = main_targets(plan, real_data.library.registry)
    assert [item.address.partition("#")[2] for item in found] == [
        "tfp",
        "pii",
        "doanh-nghiep-khoa-hoc-cong-nghe",
        "xep-hang-chuyen-doi-so",
        "kinh-te-so",
    ]
    pii = found[1]
    assert [text.replace("\u00a0", " ") for text in pii.baselines] == [
        "42,05 điểm, hạng 12 (Long An, năm 2024)",
        "31,47 điểm, hạng 46 (Tây Ninh, năm 2024)",
    ]
    assert (pii.target.replace("\u00a0", " "), pii.period) == ("ít nhất 45 điểm", "năm 2030")


def test_main_targets_keep_the_order_of_the_document(real_data: SiteData) -> None:
    """They are chosen by what they tell, and listed as the document lists them."""
    for plan in real_data.library.plans:
        ids = [item.id for item in plan.indicators.indicators]
        found = main_targets(plan, real_data.library.registry)
        chosen = [ids.index(item.address.partition("#")[2]) for item in found]
        assert chosen == sorted(chosen)
        assert 1 <= len(chosen) <= 5


def test_a_target_in_words_fills_up_where_there_are_few_figures(
    base_data: SiteData, plan: Plan
) -> None:
    """Of two indicators one in words comes last, and its printed words are shown."""
    first, second, *_ = plan.indicators.indicators
    told = first.model_copy(
        update={
            "baselines": (),
            "targets": (
                first.targets[-1].model_copy(
                    update={"comparator": "qualitative", "value": None, "text": "tốt hơn"}
                ),
            ),
        }
    )
    indicators = plan.indicators.model_copy(update={"indicators": (told, second)})
    changed = replace(plan, indicators=indicators)
    registry = base_data.library.registry
    assert main_targets(changed, registry)[0].target == "tốt hơn"
    assert len(main_targets(changed, registry, most=1)) == 1
    assert main_targets(changed, registry, most=1)[0].name == second.name


def test_an_indicator_without_targets_is_never_a_main_target(
    base_data: SiteData, plan: Plan
) -> None:
    """The head of a group of indicators has nothing to reach."""
    first, *others = plan.indicators.indicators
    bare = first.model_copy(update={"targets": ()})
    indicators = plan.indicators.model_copy(update={"indicators": (bare, *others)})
    found = main_targets(replace(plan, indicators=indicators), base_data.library.registry)
    assert first.name not in {item.name for item in found}


def test_the_last_target_with_a_figure_is_told(base_data: SiteData, plan: Plan) -> None:
    """A later milestone in words does not hide the figure before it."""
    first, *others = plan.indicators.indicators
    last = first.targets[-1]
    later = last.model_copy(
        update={
            "period": type(last.period)(2045, 2045),
            "comparator": "qualitative",
            "value": None,
        }
    )
    figure = last.model_copy(update={"comparator": "<=", "value": Decimal(5)})
    changed = first.model_copy(update={"targets": (figure, later)})
    indicators = plan.indicators.model_copy(update={"indicators": (changed, *others)})
    found = main_targets(replace(plan, indicators=indicators), base_data.library.registry)
    assert found[0].target.startswith("không quá 5")


def test_home_counts_what_there_is(base_data: SiteData, plan: Plan) -> None:
    """Plans, provinces, indicators and tasks are counted once."""
    twice = SiteData(Library((plan, replace(plan, slug="khac")), base_data.library.registry))
    (page,) = home.pages(twice)
    indicators = 2 * len(plan.indicators.indicators)
    text = parse(page.body).text
    assert f"Hiện có 2 kế hoạch của 1 tỉnh, thành phố: {indicators} chỉ tiêu, 8 nhiệm vụ." in text


def test_home_counts_work_of_the_prose_where_there_is_no_table(
    base_data: SiteData, plan: Plan
) -> None:
    """A plan without annexes has the three pieces of work that its prose lists."""
    told = SiteData(Library((replace(plan, annexes={}),), base_data.library.registry))
    (page,) = home.pages(told)
    items = sum(len(group.leaf_items()) for group in plan.actions.groups)
    assert items > 0
    assert f" {items} nhiệm vụ." in parse(page.body).text


def test_a_former_province_says_first_that_it_is_no_more(base_data: SiteData, plan: Plan) -> None:
    """Its last day and its heir stand above its plans; today's province has no such line."""
    old = replace(plan, province_id="vi-du-cu", slug="cu")
    data = SiteData(Library((plan, old), base_data.library.registry))
    today, before = (parse(page.body) for page in province.pages(data))
    (line,) = before.classed("kh-lead")
    assert line.text == "Đơn vị này tồn tại đến hết ngày 31/12/2024, nay thuộc Tỉnh Ví Dụ."
    assert today.classed("kh-lead") == []
    headings = [h.text for h in today.all("h2")]
    assert headings.index("Kế hoạch") < headings.index("Về đơn vị hành chính này")


def test_the_page_of_a_bare_plan_has_no_empty_section(base_data: SiteData, plan: Plan) -> None:
    """Without indicators and money there is neither a list of targets nor a chart."""
    none = plan.indicators.model_copy(update={"indicators": ()})
    silent = plan.budget.model_copy(update={"statements": (), "sources": ()})
    tree = page_of(base_data, replace(plan, indicators=none, budget=silent, annexes={}))
    assert tree.classed("kh-goals") == []
    assert "Mục tiêu chính" not in tree.text
    assert "Nhiều nhất" not in tree.text
