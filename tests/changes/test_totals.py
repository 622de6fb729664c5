"""An amount is told with the printed totals that contain it, and whether they moved along."""

from collections.abc import Callable
from typing import Any

from generator.changes import Change, Kind, compare, details
from generator.changes.totals import totals_of
from generator.changes.trees import tree_of_annexes
from generator.changes.values import AmountChanged, TotalMove, TotalVerdict
from generator.model import Library
from generator.pipeline import Checked
from tests.changes.conftest import kinds, said

Run = Callable[..., tuple[Change, ...]]
Remade = Callable[..., Checked]
ANNEX, BUDGET = "annexes/phu-luc-1.yaml", "budget.yaml"

ROW = (ANNEX, "{y2025: 30, total: 30}", "{y2025: 40, total: 40}")
GROUP = (
    ANNEX,
    "{y2025: 30, y2026-2030: 1200, total: 1230}",
    "{y2025: 40, y2026-2030: 1200, total: 1240}",
)
WHOLE = (
    ANNEX,
    "{y2025: 180, y2026-2030: 1950, total: 2130}",
    "{y2025: 190, y2026-2030: 1950, total: 2140}",
)
PROSE = (BUDGET, "amount: 2130000000", "amount: 2140000000")
YEAR = (BUDGET, "amount: 180000000", "amount: 190000000")


def carried(changes: tuple[Change, ...]) -> dict[str, list[str]]:
    """Labels of the totals of the only amount that changed, by verdict."""
    (amount,) = [change for change in changes if isinstance(change, AmountChanged)]
    found: dict[str, list[str]] = {}
    for move in amount.carries:
        found.setdefault(move.verdict, []).append(move.label)
    return found


def test_an_amount_names_every_printed_total_that_contains_it(change: Run) -> None:
    """From its own row to the prose: those that moved along, and those that did not."""
    changes = change(ROW, GROUP)
    assert carried(changes) == {
        TotalVerdict.FOLLOWED: [
            "dòng 4, cột «Tổng cộng»",
            "nhóm II, cột «Kinh phí năm 2025»",
            "nhóm II, cột «Tổng cộng»",
        ],
        TotalVerdict.LEFT: [
            "cả bảng, cột «Kinh phí năm 2025»",
            "cả bảng, cột «Tổng cộng»",
        ],
        TotalVerdict.STILL: ["khoản «Tổng kinh phí»", "khoản «Kinh phí năm 2025»"],
    }


def test_an_amount_is_told_with_its_unit_difference_and_per_cent(change: Run) -> None:
    """Figures are in Vietnamese form, with their unit, the difference and per cent."""
    changes = change(ROW)
    assert said(changes, Kind.AMOUNT_CHANGED) == [
        "Nhiệm vụ 4 «Khảo sát nhu cầu của người dân» (Phụ lục I), cột «Kinh phí năm 2025»: "
        "từ 30 triệu đồng thành 40 triệu đồng (+10 triệu đồng, +33,3 %)."
    ]
    left = [line for line in details(changes[0]) if line.startswith("Tổng chưa đổi theo")]
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in left] == [
        "Tổng chưa đổi theo: nhóm II, cột «Kinh phí năm 2025» (vẫn 30 triệu đồng, cộng các dòng "
        "bên dưới được 40 triệu đồng); nhóm II, cột «Tổng cộng» (vẫn 1.230 triệu đồng, cộng các "
        "dòng bên dưới được 1.240 triệu đồng)."
    ]


def test_totals_that_go_with_their_parts_are_the_last_to_be_told(change: Run) -> None:
    """When every total was brought along, the amount comes first and the totals last."""
    changes = change(ROW, GROUP, WHOLE, PROSE, YEAR, (BUDGET, "200000000", "210000000"))
    found = kinds(changes)
    assert found[:2] == ["amount-changed", "amount-changed"]
    assert set(found[2:]) == {"total-followed"}
    assert len(found) == 9


def test_a_total_that_changes_alone_is_a_change_of_its_own(change: Run) -> None:
    """A printed total that moves while its parts stay is told against them."""
    changes = change((ANNEX, "y2026-2030: 1200, total: 1230}", "y2026-2030: 1200, total: 1240}"))
    assert kinds(changes) == ["total-changed"]
    assert said(changes, Kind.TOTAL_CHANGED) == [
        "Tổng in ở nhóm II «Xã hội số», cột «Tổng cộng» (Phụ lục I): từ 1.230 triệu đồng thành "
        "1.240 triệu đồng (+10 triệu đồng, +0,8 %); các cột của dòng cộng lại vẫn được 1.230 "
        "triệu đồng; các dòng bên dưới cộng lại vẫn được 1.230 triệu đồng."
    ]


def test_a_total_that_is_mended_adds_up_again(change: Run) -> None:
    """Seen the other way round, the same total is mended, and that is said."""
    edit = (ANNEX, "y2026-2030: 1200, total: 1230}", "y2026-2030: 1200, total: 1240}")
    changes = change(edit, reverse=True)
    assert kinds(changes) == ["total-followed"]
    assert said(changes, Kind.TOTAL_FOLLOWED)[0].endswith(
        "đúng bằng các phần cộng lại; trước đó không khớp."
    )


def test_totals_between_amounts_that_make_up_for_each_other_stay(
    remade: Remade, base: Library
) -> None:
    """Money that goes from one task of a group to another moves no total above the rows."""

    def make(data: Any) -> None:
        first, second = data["rows"][0]["rows"]
        first["amounts"] |= {"y2025": 90, "total": 590}
        second["amounts"] |= {"y2025": 60, "total": 310}

    changes = compare(base, remade(ANNEX, make).library)
    amounts = [change for change in changes if isinstance(change, AmountChanged)]
    group = [move for move in amounts[0].carries if move.label.startswith("nhóm")]
    assert {move.verdict for move in group} == {TotalVerdict.STILL}
    assert "vì số khác bù lại" in " ".join(details(amounts[0]))


def test_the_amount_of_a_source_is_part_of_its_statement(change: Run) -> None:
    """A funding source is told with the statement that the sources make up."""
    changes = change((BUDGET, "amount: 200000000", "amount: 300000000"))
    assert carried(changes) == {TotalVerdict.LEFT: ["khoản «Tổng kinh phí»"]}


def test_a_blank_cell_is_not_a_zero(change: Run) -> None:
    """An amount that is taken out is told as such, without a difference."""
    changes = change((ANNEX, "{y2025: 30, total: 30}", "{total: 30}"))
    assert said(changes, Kind.AMOUNT_CHANGED) == [
        "Nhiệm vụ 4 «Khảo sát nhu cầu của người dân» (Phụ lục I), cột «Kinh phí năm 2025»: "
        "bỏ số tiền 30 triệu đồng, nay để trống."
    ]
    assert TotalVerdict.UNCOMPARED in carried(changes)


def test_another_unit_is_one_change_of_meaning(change: Run) -> None:
    """A table in another unit is one change, although every amount means something else."""
    changes = change((ANNEX, "unit: million-vnd", "unit: vnd"))
    assert kinds(changes) == ["meaning-changed"]


def test_a_column_that_goes_takes_its_cells_with_it(remade: Remade, base: Library) -> None:
    """A dropped column is told once, with how many cells it had and what they came to."""

    def make(data: Any) -> None:
        del data["columns"][0]
        data["columns"][-1]["adds"] = ["y2026-2030"]
        for row in (data, *data["rows"]):
            row["stated"].pop("y2025", None)
        for row in (task for group in data["rows"] for task in group["rows"]):
            row["amounts"].pop("y2025", None)

    changes = compare(base, remade(ANNEX, make).library)
    assert said(changes, Kind.ITEM_DROPPED) == [
        "Bỏ cột «Kinh phí năm 2025» của bảng «Danh mục nhiệm vụ và kinh phí» (Phụ lục I): "
        "3 ô có số; 180 triệu đồng."
    ]
    assert kinds(changes) == ["meaning-changed", "item-dropped"]


def test_a_column_that_is_only_no_longer_declared_keeps_its_cells(change: Run) -> None:
    """Cells of a column that was taken out of the list of columns are still there."""
    changes = change(
        (ANNEX, "  - {id: y2025, label: Kinh phí năm 2025, period: 2025}\n", ""),
    )
    assert kinds(changes) == ["item-dropped"]


def test_a_renamed_column_moves_no_money(remade: Remade, base: Library) -> None:
    """Amounts under another column id with the same label are the same amounts."""

    def make(data: Any) -> None:
        data["columns"][0]["id"] = "nam-2025"
        data["columns"][-1]["adds"][0] = "nam-2025"
        tasks = [task for group in data["rows"] for task in group["rows"]]
        for amounts in (
            data["stated"],
            *(group["stated"] for group in data["rows"]),
            *(task["amounts"] for task in tasks),
        ):
            if "y2025" in amounts:
                amounts["nam-2025"] = amounts.pop("y2025")

    changes = compare(base, remade(ANNEX, make).library)
    assert kinds(changes) == ["meaning-changed", "content-changed"]


def test_every_sum_agrees_with_the_checks(real: Checked) -> None:
    """Totals of the real plans that do not add up here are those of the findings, and no other."""
    wrong = set()
    for plan in real.library.plans:
        totals = totals_of(plan, tree_of_annexes(plan), real.library.registry)
        for total in totals.values():
            if any(money.amount != total.printed.amount for money in total.sums.values()):
                wrong.add((plan.id, total.subject.path))
    found = {
        (one.plan_id, one.place)
        for one in real.diagnostics
        if one.finding.rule.code in {"B101", "B102", "B103", "B104"}
    }
    assert wrong == found
    assert len(found) >= 5


def test_moves_know_what_they_were_and_are(change: Run) -> None:
    """A move tells whether the total agreed with its parts before and agrees now."""
    (amount,) = [c for c in change(ROW) if isinstance(c, AmountChanged)]
    by_label: dict[str, TotalMove] = {move.label: move for move in amount.carries}
    group = by_label["nhóm II, cột «Tổng cộng»"]
    assert (group.added_up, group.adds_up, group.moved, group.printed_moved) == (
        True,
        False,
        True,
        False,
    )
