"""Borders of the rules about numbering, counts and dates that the examples leave open."""

from datetime import date
from typing import Any

import pytest

from generator.checks import (
    d101_count_mismatch,
    d102_numbering_gap,
    d103_duplicate_code,
    d104_unclear_task,
    d106_date_order,
    d107_repeated_entry,
)
from generator.model import (
    Actions,
    Indicators,
    LegalDocument,
    Organisation,
    Plan,
    Province,
    Registry,
)
from tests.checks.build import (
    found,
    group,
    keys,
    make_annex,
    make_indicator,
    make_plan,
    task,
)


def _actions(meta: dict[str, Any], *groups: dict[str, Any]) -> Plan:
    return make_plan(actions=Actions.model_validate({"groups": groups}), meta=meta)


def _action(code: str | None, *items: str, **keys: Any) -> dict[str, Any]:
    listed = [{"code": item, "title": "Việc"} for item in items]
    return {
        "id": f"g-{code or 'x'}".replace(".", "-").lower(),
        **({"code": code} if code else {}),
        "title": "Nhóm",
        "place": "Mục",
        "items": listed,
        **keys,
    }


@pytest.mark.parametrize(("announced", "findings"), [(1, 1), (2, 0), (3, 0)])
def test_partial_section_may_list_less_than_announced(announced: int, findings: int) -> None:
    """What is only partly encoded may be short, but never long."""
    said = [{"text": "Số nội dung", "count": announced, "of": "items"}]
    plan = _actions(
        {"coverage": {"actions": {"state": "partial"}}},
        _action("1", "1", "2", announced=said),
    )
    assert len(found(d101_count_mismatch, plan)) == findings


def test_items_are_counted_at_every_depth_and_groups_at_one() -> None:
    """`items` counts what lies in subgroups too, `groups` only what is directly below."""
    inner = _action("1.1", "1", "2", groups=[_action("1.1.1", "1")])
    announced = [
        {"text": "Ba nội dung", "count": 3, "of": "items"},
        {"text": "Một nhóm", "count": 1, "of": "groups"},
    ]
    plan = _actions({}, _action("1", groups=[inner], announced=announced))
    assert found(d101_count_mismatch, plan) == []


def test_group_without_number_is_looked_through() -> None:
    """Groups below one without a number are counted in its place."""
    joined = _action(None, groups=[_action("1"), _action("2")])
    assert found(d102_numbering_gap, _actions({}, joined, _action("3"))) == []
    (finding,) = found(d102_numbering_gap, _actions({}, joined, _action("4")))
    assert finding.path == ("actions", "groups", 1, "code")


def test_items_of_a_group_are_numbered_by_themselves() -> None:
    """A gap is looked for in each group's own items, at every depth."""
    inner = _action("1.1", "1", "3")
    (finding,) = found(d102_numbering_gap, _actions({}, _action("1", "1", "2", groups=[inner])))
    assert finding.path == ("actions", "groups", 0, "groups", 0, "items", 1, "code")


def _indicators(*items: tuple[str, str, str]) -> Plan:
    made = [
        make_indicator(
            {"period": 2030, "value": 1}, id=f"i{at}", code=code, theme=theme, place=place
        )
        for at, (theme, code, place) in enumerate(items)
    ]
    return make_plan(indicators=Indicators(indicators=tuple(made)))


def test_theme_goes_on_counting_or_begins_again() -> None:
    """Numbers of indicators run through themes or begin again in each."""
    run_on = _indicators(("A", "1", "p1"), ("A", "2", "p2"), ("B", "3", "p3"))
    again = _indicators(("A", "1", "p1"), ("B", "1", "p2"), ("B", "2", "p3"))
    gap = _indicators(("A", "1", "p1"), ("B", "1", "p2"), ("B", "3", "p3"))
    assert found(d102_numbering_gap, run_on) == []
    assert found(d102_numbering_gap, again) == []
    assert found(d103_duplicate_code, again) == []
    assert len(found(d102_numbering_gap, gap)) == 1


def test_indicators_gathered_from_many_places_have_no_gaps() -> None:
    """A theme that begins in the middle is no list, so nothing is missing in it."""
    plan = _indicators(("A", "1", "p1"), ("B", "4", "p2"), ("B", "9", "p3"), ("B", "9", "p4"))
    assert found(d102_numbering_gap, plan) == []
    assert found(d103_duplicate_code, plan) == []


def test_one_item_of_the_document_may_give_several_indicators() -> None:
    """The same number at the same place is one printed item; at another place it is repeated."""
    same = _indicators(("A", "1", "điểm 1"), ("A", "1", "điểm 1"))
    other = _indicators(("A", "1", "dòng 1"), ("A", "1", "dòng 2"))
    assert found(d103_duplicate_code, same) == []
    assert keys(found(d103_duplicate_code, other)) == ["code"]


def test_roman_groups_count_on_across_what_holds_them() -> None:
    """Groups I and II in A and III in B are one numbering."""
    rows = [
        group("A", group("I", task("1")), group("II", task("2"))),
        group("B", group("III", task("3"))),
    ]
    assert found(d102_numbering_gap, make_plan(annexes={"x": make_annex(rows)})) == []


def test_task_beside_groups_fills_their_numbering() -> None:
    """A task that stands between two groups takes a number of theirs."""
    rows = [group("1", task("1.1")), task("2"), group("3", task("3.1"))]
    assert found(d102_numbering_gap, make_plan(annexes={"x": make_annex(rows)})) == []


def test_codes_that_differ_only_in_case_share_an_anchor() -> None:
    """Addresses are lower case, so `A` and `a` are one."""
    rows = [group("A", task("1")), group("a", task("2"))]
    annexes = {"x": make_annex(rows)}
    assert keys(found(d103_duplicate_code, make_plan(annexes=annexes))) == ["group"]


@pytest.mark.parametrize(
    ("role", "day", "count"),
    [
        ("replaces", date(2025, 3, 11), 1),
        ("replaces", date(2025, 3, 10), 0),
        ("replaced_by", date(2025, 3, 9), 1),
        ("replaced_by", date(2025, 3, 10), 0),
        ("legal_bases", date(2025, 3, 11), 1),
        ("legal_bases", None, 0),
    ],
)
def test_cited_document_is_on_the_right_side_of_the_plan(
    role: str, day: date | None, count: int
) -> None:
    """What a plan replaces or rests on is not later, what replaces it not earlier."""
    document = LegalDocument.model_construct(
        kind="Quyết định", number="1", title="X", issued_on=day
    )
    registry = Registry.model_construct(documents={"d": document})
    plan = make_plan(meta={"issued_on": "2025-03-10", role: [{"document": "d"}]})
    assert len(found(d106_date_order, plan, registry)) == count


@pytest.mark.parametrize(
    ("of", "count", "told"),
    [
        ("items", 3, "báo trước 3 nội dung («Con số»), nhưng liệt kê 2 nội dung, thiếu 1."),
        ("items", 1, "báo trước 1 nội dung («Con số»), nhưng liệt kê 2 nội dung, thừa 1."),
        ("groups", 1, "báo trước 1 nhóm («Con số»), nhưng liệt kê 0 nhóm, thiếu 1."),
    ],
)
def test_wrong_count_is_told_in_words(of: str, count: int, told: str) -> None:
    """The message says what was announced, what is listed and what is short or over."""
    announced = [{"text": "Con số", "count": count, "of": of}]
    (finding,) = found(
        d101_count_mismatch, _actions({}, _action("1", "1", "2", announced=announced))
    )
    assert finding.message.endswith(told)


def _unclear(*rows: dict[str, Any], **keys: Any) -> list[str]:
    plan = make_plan(annexes={"x": make_annex(list(rows), **keys)})
    return [f.message.split(": ", 1)[1] for f in found(d104_unclear_task, plan)]


CLEAR = {"lead": "Sở", "schedule": "2026", "result": "Kết quả"}


def test_clear_tasks_have_no_note() -> None:
    """Nothing is said where every task has lead, time and result."""
    assert _unclear({**task("1"), **CLEAR}) == []


def test_what_tasks_lack_is_counted_in_each_annex() -> None:
    """Some or all tasks may lack the same thing; each thing is one note with its count."""
    lacking = [{**task("1"), **CLEAR}, {**task("2"), "lead": "Sở"}]
    assert [text.split(" (")[0] for text in _unclear(*lacking)] == [
        "1 trên 2 nhiệm vụ không ghi thời gian thực hiện",
        "1 trên 2 nhiệm vụ không ghi sản phẩm, kết quả",
    ]
    assert _unclear(task("1"), task("2"))[0].startswith("cả 2 nhiệm vụ không ghi cơ quan chủ trì")


def test_time_is_clear_by_hand_or_in_words_that_cannot_be_read() -> None:
    """A time entered by hand is a time; words that cannot be read are for another rule."""
    by_hand = {"start": 2026, "note": "Đọc từ tên nhiệm vụ."}
    rest = {"lead": "Sở", "result": "Kết quả"}
    assert _unclear({**task("1"), **rest, "schedule_as": by_hand}) == []
    assert _unclear({**task("1"), **rest, "schedule": "31/02/2026"}) == []


def test_agency_that_heads_the_group_is_the_lead() -> None:
    """Where groups are agencies, a task in one has its lead; outside of groups it has none."""
    row = {**task("1"), **CLEAR, "lead": None}
    assert _unclear(group("1", row), group_by="agency") == []
    assert len(_unclear(row, group_by="agency")) == 1
    assert len(_unclear(group("1", row))) == 1


def test_province_may_last_a_single_day() -> None:
    """The last day of a province may be its first, not one before."""
    for last, count in ((date(2025, 7, 1), 0), (date(2025, 6, 30), 1)):
        province = Province.model_construct(
            name="Ví Dụ", kind="tỉnh", valid_from=date(2025, 7, 1), valid_to=last
        )
        registry = Registry.model_construct(provinces={"vi-du": province})
        assert len(list(d106_date_order.check_registry(registry))) == count


def test_document_without_number_is_named_by_its_title() -> None:
    """A law without a number is told by what it is called."""
    document = LegalDocument.model_construct(
        kind="Luật", number=None, title="Dữ liệu", issued_on=date(2026, 1, 1)
    )
    registry = Registry.model_construct(documents={"d": document})
    plan = make_plan(meta={"issued_on": "2025-03-10", "legal_bases": [{"document": "d"}]})
    (finding,) = found(d106_date_order, plan, registry)
    assert "Luật Dữ liệu ban hành ngày 01/01/2026, sau kế hoạch" in finding.message


@pytest.mark.parametrize("role", ["legal_bases", "replaces", "replaced_by"])
def test_a_document_cited_twice_in_one_role_is_told(role: str) -> None:
    """The second one is told with the place of the first; another code before it is another entry."""
    same, other = {"document": "a"}, {"document": "b"}
    plan = make_plan(meta={role: [other, same, same]})
    (finding,) = found(d107_repeated_entry, plan)
    assert (finding.path, finding.addends) == (("plan", role, 2), (("plan", role, 1),))
    assert "«a» giống hệt mục thứ 2" in finding.message
    coded = make_plan(meta={role: [{**same, "code": "1"}, {**same, "code": "2"}]})
    assert found(d107_repeated_entry, coded) == []


@pytest.mark.parametrize(
    ("codes", "missing"),
    [
        (("1", "2", None), ()),
        ((None, "2", "3"), ()),
        (("1", None, None, "3"), ()),
        (("1", "3", None), ("3",)),
        ((None, "2", "4"), ("4",)),
        (("2", "3"), ("2",)),
        ((None, "999"), ()),
        ((None, "1000"), ("1000",)),
    ],
)
def test_duties_without_a_number_may_stand_for_missing_ones(
    codes: tuple[str | None, ...], missing: tuple[str, ...]
) -> None:
    """They fill any gap right before the next number, and no other one."""
    duties = [
        {"id": f"m{at}", "agency": "Sở", "place": f"Điểm {at}", "summary": ["Việc."]}
        | ({"code": code} if code else {})
        for at, code in enumerate(codes)
    ]
    plan = make_plan(organisation=Organisation.model_validate({"duties": duties}))
    told = [codes[int(f.path[-2])] for f in found(d102_numbering_gap, plan)]
    assert tuple(told) == missing
