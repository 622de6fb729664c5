"""Whole plans, their cards, waivers and the registry."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.changes import Kind, compare, sentence
from generator.changes.fields import label_of
from generator.model import PART_MODELS, REGISTRY_MODELS, Library
from generator.pipeline import Checked
from tests.changes.conftest import kinds, said, with_plan
from tests.docs.test_docs import records

Remade = Callable[..., Checked]
ANNEX = "annexes/phu-luc-1.yaml"
AGENCIES, UNITS = "plans/registry/agencies.yaml", "plans/registry/units.yaml"


def test_a_plan_that_goes_is_the_first_to_be_told(real: Checked) -> None:
    """A dropped plan is one change with what it held, before all others."""
    whole = real.library
    less = replace(whole, plans=whole.plans[1:])
    assert said(compare(whole, less), Kind.PLAN_DROPPED) == [
        "Bỏ Kế hoạch 120/KH-UBND «Thực hiện Nghị quyết 71/NQ-CP về khoa học, công nghệ, đổi mới "
        "sáng tạo và…»: 2 chỉ tiêu, 63 nội dung công việc."
    ]
    assert kinds(compare(less, whole)) == ["plan-added"]


@pytest.mark.parametrize("said_so", [True, False])
def test_a_plan_at_another_address_is_the_same(base: Library, said_so: bool) -> None:
    """A plan that says what its address was, or has the same number and title, has moved."""
    (plan,) = base.plans
    meta = plan.meta.model_copy(update={"previous_ids": (plan.id,)}) if said_so else plan.meta
    moved = replace(plan, slug="01-kh-ubnd-2025", meta=meta)
    changes = compare(base, replace(base, plans=(moved,)))
    assert kinds(changes) == ["plan-moved", *(["card-changed"] if said_so else [])]
    assert said(changes, Kind.PLAN_MOVED) == [
        "Đổi mã của Kế hoạch 01/KH-UBND «Chuyển đổi số tỉnh Ví Dụ»: từ «vi-du/01-kh-2025» thành "
        "«vi-du/01-kh-ubnd-2025»."
    ]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("number", "02/KH-UBND", "số, ký hiệu từ «01/KH-UBND» thành «02/KH-UBND»."),
        ("vision_year", 2040, "năm tầm nhìn từ «2035» thành «2040»."),
        ("issuer", "so-y-te", "cơ quan ban hành từ «Ủy ban nhân dân tỉnh» thành «Sở Y tế»."),
        ("period", "2025-2031", "giai đoạn từ «2025–2030» thành «2025–2031»."),
        ("issued_on", "2025-04-10", "ngày ban hành từ «10/03/2025» thành «10/04/2025»."),
        ("signer", {"name": "Trần Văn A"}, "thêm người ký: «Trần Văn A»."),
        (
            "implements",
            ["nq-02-2024-qh"],
            "văn bản được thực hiện: thêm «02/2024/QH»; bỏ «01-NQ/TW».",
        ),
    ],
)
def test_the_card_is_told_in_words(
    remade: Remade, base: Library, key: str, value: Any, words: str
) -> None:
    """Values of the card are told as readers write them, ids by what they stand for."""
    changes = compare(base, remade("plan.yaml", lambda data: data.update({key: value})).library)
    assert kinds(changes) == ["card-changed"]
    assert said(changes, Kind.CARD_CHANGED)[0].endswith(words)


def test_coverage_is_told_by_section(remade: Remade, base: Library) -> None:
    """Less of a section is told with both states."""
    changes = compare(
        base, remade("plan.yaml", lambda d: d["coverage"]["tasks"].update(state="partial")).library
    )
    assert said(changes, Kind.COVERAGE_CHANGED) == [
        "Độ đầy đủ của phần «Bảng nhiệm vụ trong phụ lục»: mức độ từ «Đủ» thành «Một phần»."
    ]


def test_words_of_the_editors_are_the_least(remade: Remade, base: Library) -> None:
    """A summary comes after everything else, and only what differs of a long text is shown."""

    def make(data: Any) -> None:
        data["summary"] = f"Từ đầu {'chữ ' * 60}đến cuối."
        data["number"] = "02/KH-UBND"

    before = remade("plan.yaml", make).library
    now = remade(
        "plan.yaml", lambda d: d.update(summary=d["summary"].replace("đến cuối", "tới cuối"))
    ).library
    assert kinds(compare(base, before)) == ["card-changed", "text-changed"]
    assert said(compare(before, now), Kind.TEXT_CHANGED)[0].endswith(
        "từ «…chữ chữ chữ chữ đến cuối.» thành «…chữ chữ chữ chữ tới cuối.»."
    )


WAIVER: dict[str, Any] = {
    "code": "B102",
    "path": "annexes/phu-luc-1/rows/II/stated/total",
    "stated": 1240,
    "computed": 1230,
    "reason": "Văn bản in như vậy.",
    "source": "Phụ lục I, nhóm II",
}


def with_waivers(library: Library, *waivers: dict[str, Any]) -> Library:
    """The library with waivers in its plan."""
    (plan,) = library.plans
    made = type(plan.waivers).model_validate({"waivers": list(waivers)})
    return with_plan(library, replace(plan, waivers=made))


def test_an_accepted_discrepancy_is_told_with_its_figures(base: Library) -> None:
    """A waiver that comes is told with both figures and its reason; that it goes, too."""
    now = with_waivers(base, WAIVER)
    assert said(compare(base, now), Kind.WAIVER_ADDED) == [
        "Thêm sai lệch giữ nguyên B102 ở bảng phu-luc-1, dòng II, tổng in, cột total: in 1.240; "
        "tính được 1.230; lý do: Văn bản in như vậy."
    ]
    assert kinds(compare(now, base)) == ["waiver-dropped"]


def test_a_waiver_with_other_figures_is_changed(base: Library) -> None:
    """A waiver of the same rule and place is followed through its figures and its reason."""
    changes = compare(with_waivers(base, WAIVER), with_waivers(base, WAIVER | {"stated": 1250}))
    assert said(changes, Kind.WAIVER_CHANGED) == [
        "Sai lệch giữ nguyên B102 ở bảng phu-luc-1, dòng II, tổng in, cột total: số văn bản in "
        "từ «1.240» thành «1.250»."
    ]


def test_a_waiver_follows_its_row(base: Library, remade: Remade) -> None:
    """When its group takes another number, a waiver that was brought along is the same."""

    def make(data: Any) -> None:
        data["rows"][1]["group"] = "III"

    renumbered = remade(ANNEX, make).library
    now = with_waivers(renumbered, WAIVER | {"path": WAIVER["path"].replace("/II/", "/III/")})
    changes = compare(with_waivers(base, WAIVER), now)
    assert kinds(changes) == ["renumbered", "renumbered"]
    assert "chỗ đổi theo số thứ tự mới" in sentence(changes[1])


def test_a_renamed_agency_names_the_plans_that_use_it(remade: Remade, base: Library) -> None:
    """A change of the registry is told once, with the plans that it touches."""
    changes = compare(
        base, remade(AGENCIES, lambda d: d["agencies"]["so-y-te"].update(aliases=["SYT"])).library
    )
    assert said(changes, Kind.REGISTRY_CHANGED) == [
        "Cơ quan «Sở Y tế»: các cách viết khác: thêm «SYT»; dùng trong vi-du/01-kh-2025."
    ]


def test_cells_that_are_read_otherwise_are_told(remade: Remade, base: Library) -> None:
    """When the registry changes what unchanged cells name, the tasks are told."""

    def make(data: Any) -> None:
        data["agencies"]["so-y-te"]["name"] = "Sở Sức khỏe"

    changes = compare(base, remade(AGENCIES, make).library)
    plan = "Kế hoạch 01/KH-UBND «Chuyển đổi số tỉnh Ví Dụ»: sổ cơ quan đổi nên"
    gone = "khác: thêm «Sở Y tế» (không có trong sổ); bỏ Sở Y tế."
    assert said(changes, Kind.READING_CHANGED) == [
        f"{plan} 1 nhiệm vụ (2) được đọc ra cơ quan phối hợp {gone}",
        f"{plan} 1 nhiệm vụ (4) được đọc ra cơ quan chủ trì {gone}",
    ]


def test_another_factor_of_a_unit_is_a_change_of_meaning(remade: Remade, base: Library) -> None:
    """A unit that is worth another amount changes every figure in it."""
    changes = compare(
        base, remade(UNITS, lambda d: d["units"]["million-vnd"].update(factor_vnd=1000)).library
    )
    assert kinds(changes) == ["meaning-changed"]
    assert said(changes, Kind.MEANING_CHANGED) == [
        "Đơn vị «triệu đồng»: giá trị quy ra đồng từ «1.000.000» thành «1.000»; dùng trong "
        "vi-du/01-kh-2025."
    ]


def test_changes_stand_in_order_of_importance(rich: Library, real: Checked) -> None:
    """Kinds follow their declared order, and the greatest amount comes first within one."""
    (plan,) = rich.plans
    other = replace(real.library.plans[3], province_id=plan.province_id, slug=plan.slug)
    changes = compare(rich, with_plan(rich, other))
    ranks = [change.kind.rank for change in changes]
    assert len(set(ranks)) > 5
    assert ranks == sorted(ranks)
    order = [(change.kind.rank, -change.size) for change in changes]
    assert order == sorted(order)


def test_levels_follow_the_order_of_kinds() -> None:
    """No kind of a lesser level stands before one of a greater."""
    levels = [kind.level for kind in Kind]
    assert levels == sorted(levels)
    assert len(set(levels)) == 4


def test_every_key_has_a_name() -> None:
    """Each key of every record is called something in a sentence."""
    for model in records([*PART_MODELS.values(), *REGISTRY_MODELS.values()]):
        for name, info in model.model_fields.items():
            if type(info.default).__name__ != "Mapping" and name not in UNNAMED:
                assert not label_of(model, info.alias or name).startswith("khóa"), (model, name)


UNNAMED = {
    "groups",
    "items",
    "rows",
    "columns",
    "statements",
    "sources",
    "duties",
    "reporting",
    "waivers",
    "objectives",
    "targets",
    "baselines",
    "coverage",
    "legal_bases",
    "notes",
    "provinces",
    "agencies",
    "documents",
    "units",
    "concepts",
}
"""Lists and mappings of which the records themselves are told."""
