"""What became of the tasks of Long An's plan in Tây Ninh's, against a table read by eye."""

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.model import Annex, Library, Plan, PlanMeta, Province, Registry, Task, Unit
from generator.model.succession import (
    ComparedTask,
    Succession,
    TaskSuccession,
    amount_of,
    compare_tasks,
    successions,
)
from generator.model.titles import title_words
from generator.pipeline import check
from generator.project import Project

ROOT = Path(__file__).parents[2]
LONG_AN, TAY_NINH = "long-an/nq-hdnd-2025", "tay-ninh/1330-da-ubnd-2025"

# Every pair of the two documents, read by eye: task of Long An's annex, task of Tây Ninh's.
# I.1 is Tây Ninh's list on science, I.2 its list on digital transformation, II that of the Party.
SAME = """
I.1 I.1.1    I.3 I.1.3    I.4 I.2.1    I.5 I.2.2    I.6 I.2.3    I.7 I.2.4    I.8 I.2.5
I.9 I.2.6    I.10 I.1.28  I.12 I.1.31  I.13 I.1.32  I.15 I.1.5   I.17 I.1.7   I.18 I.1.8
I.19 I.1.9   I.20 I.1.10  I.21 I.1.12  I.22 I.1.13  I.25 I.2.36  I.28 I.1.18  I.29 I.1.19
I.30 I.1.20  I.32 I.2.42  I.33 I.2.43  I.35 I.2.45  I.36 I.2.46  I.37 I.2.47  I.38 I.2.48
I.39 I.2.49  I.40 I.2.50  I.42 I.2.52  I.43 I.1.23  I.44 I.1.24  I.45 I.1.25  I.46 I.1.26
I.48 I.2.55  I.49 I.2.56  I.55 I.1.35  I.58 I.2.39  I.59 I.2.41  I.60 I.2.7   I.62 I.2.9
I.63 I.2.10  I.65 I.2.13  I.66 I.2.14  I.67 I.2.15  I.68 I.2.16  I.69 I.2.17  I.70 I.2.18
I.71 I.2.19  I.72 I.2.20  I.73 I.2.21  I.74 I.2.23  I.75 I.2.24  I.76 I.2.25  I.77 I.2.26
I.79 I.2.28  I.80 I.2.29  I.81 I.2.30  I.83 I.2.32  I.84 I.2.33
II.1.2 II.1.2  II.1.3 II.1.3  II.1.4 II.1.4  II.1.5 II.1.5  II.1.6 II.1.6  II.1.7 II.1.7
II.1.8 II.1.8  II.1.9 II.1.9  II.1.10 II.1.10  II.2.1 II.2.1  II.2.3 II.2.3  II.2.5 II.2.5
II.3.1 II.3.1  II.3.2 II.3.2  II.3.3 II.3.3  II.4.1 II.4.1  II.4.2 II.4.2  II.4.3 II.4.3
II.4.4 II.4.4
"""

# Titles that changed; the task is the same one.
CLOSE = """
I.2 I.1.2    I.14 I.1.4   I.24 I.2.35  I.26 I.2.37  I.27 I.1.17  I.31 I.1.21  I.34 I.2.44
I.41 I.2.51  I.53 I.1.34  I.56 I.1.36  I.61 I.2.8   I.64 I.2.12  I.78 I.2.27  I.85 I.2.34
II.1.1 II.1.1
"""

# Paired, but an official could see it otherwise. 23 became two centres: 14, of the state, and 16,
# of private investors. 33 takes up what 52 and, in part, 50 and 51 were about.
DOUBTFUL = "I.23 I.1.14   I.52 I.1.33"

# Left alone though related. 11 became two rules, 29 and 30. The health book on VNeID (82) and the
# health record (31), the Front's data base (II.2.4 on both sides) have too little in common to
# say that they are one.
REFUSED = ("I.11", "I.82", "II.2.4")

DROPPED = "I.11 I.16 I.47 I.50 I.51 I.54 I.57 I.82 II.2.2 II.2.4"
ADDED = """
I.1.6 I.1.11 I.1.15 I.1.16 I.1.22 I.1.27 I.1.29 I.1.30
I.2.11 I.2.22 I.2.31 I.2.38 I.2.40 I.2.53 I.2.54 II.2.2 II.2.4
"""

ANNEXES = {
    "phu-luc-1": "I",
    "phu-luc-1-1": "I.1",
    "phu-luc-1-2": "I.2",
    "phu-luc-2": "II",
}


@cache
def library() -> Library:
    """The plans of this repository."""
    return check(Project(ROOT)).library


@cache
def compared() -> tuple[TaskSuccession, ...]:
    """What became of Long An's tasks."""
    plans = {plan.id: plan for plan in library().plans}
    return compare_tasks(plans[LONG_AN], plans[TAY_NINH], library().registry)


def name(task: ComparedTask | None) -> str:
    """A task as the tables above name it."""
    return f"{ANNEXES[task.annex_id]}.{task.code}" if task else ""


def pairs(table: str) -> list[tuple[str, str]]:
    """Pairs of a table."""
    words = table.split()
    return list(zip(words[::2], words[1::2], strict=True))


def found(matched_by: str) -> set[tuple[str, str]]:
    """Pairs that were found in one way."""
    return {(name(one.old), name(one.new)) for one in compared() if one.matched_by == matched_by}


def of(old: str) -> TaskSuccession:
    """What became of one task."""
    return next(one for one in compared() if name(one.old) == old)


def million(amount: int | None) -> int | None:
    """Đồng as million đồng, exact."""
    return None if amount is None else amount // 10**6


def test_long_an_gave_way_to_tay_ninh() -> None:
    """The two plans cite each other as replaced and replacing; no other two do."""
    assert successions(library()) == (Succession(LONG_AN, TAY_NINH),)


def test_titles_that_stayed_the_same_are_paired() -> None:
    """Case, punctuation, the time and the province's name do not hide that a title stayed."""
    assert found("same-title") == set(pairs(SAME))


def test_titles_that_changed_are_paired_with_what_they_became() -> None:
    """All titles that changed are found, and none is paired with another task's."""
    assert found("close-title") == set(pairs(CLOSE)) | set(pairs(DOUBTFUL))


def test_tasks_that_are_gone_and_those_that_came() -> None:
    """What has no partner is told as dropped or added, and nothing else is."""
    gone = [name(one.old) for one in compared() if one.status == "dropped"]
    came = [name(one.new) for one in compared() if one.status == "added"]
    assert gone == DROPPED.split()
    assert came == ADDED.split()
    assert set(REFUSED) <= set(gone)


def test_every_task_is_told_once() -> None:
    """No task of either plan is lost or told twice: 107 of Long An's and 114 of Tây Ninh's."""
    old = [name(one.old) for one in compared() if one.old]
    new = [name(one.new) for one in compared() if one.new]
    assert (len(old), len(set(old))) == (107, 107)
    assert (len(new), len(set(new))) == (114, 114)


def test_the_money_adds_up_to_that_of_the_two_plans() -> None:
    """The tasks of each side add up to what its rows print: 6.532.164 and 6.856.988 million."""
    old = sum(one.old.amount_vnd or 0 for one in compared() if one.old)
    new = sum(one.new.amount_vnd or 0 for one in compared() if one.new)
    assert (million(old), million(new)) == (6532164, 6856988)


def test_how_many_stayed_and_how_the_money_moved() -> None:
    """49 tasks keep their money, 48 have other money: 31 more, 17 less."""
    assert Counter(one.status for one in compared()) == {
        "kept": 49,
        "changed-money": 48,
        "dropped": 10,
        "added": 17,
    }
    moved = [one.difference_vnd or 0 for one in compared() if one.status == "changed-money"]
    assert million(sum(change for change in moved if change > 0)) == 1543189
    assert million(sum(-change for change in moved if change < 0)) == 1028575


@pytest.mark.parametrize(
    ("old", "status", "amounts", "difference"),
    [
        ("I.1", "kept", (5000, 5000), 0),
        ("I.15", "changed-money", (100000, 50000), -50000),
        ("I.24", "changed-money", (131979, 131980), 1),
        ("I.37", "changed-money", (257033, 406555), 149522),
        ("I.64", "changed-money", (625870, 1189371), 563501),
        ("I.23", "changed-money", (210000, 20000), -190000),
        ("I.85", "changed-money", (172500, 10000), -162500),
        ("I.58", "kept", (None, None), None),
        ("II.1.4", "changed-money", (40680, 110680), 70000),
        ("II.4.3", "kept", (8800, 8800), 0),
        ("I.16", "dropped", (100000, None), None),
    ],
)
def test_money_of_a_task_on_both_sides(
    old: str, status: str, amounts: tuple[int | None, int | None], difference: int | None
) -> None:
    """All sources of Long An's row stand beside the total of Tây Ninh's, as printed."""
    one = of(old)
    assert one.status == status
    sides = [side.amount_vnd if side else None for side in (one.old, one.new)]
    assert tuple(map(million, sides)) == amounts
    assert million(one.difference_vnd) == difference


def test_columns_are_compared_where_both_annexes_have_them() -> None:
    """The Party's annexes both print 2025 and 2026-2030; the others share the state budget."""
    (first, second) = of("II.1.1").columns
    assert (first.old_column, million(first.old_vnd), million(first.new_vnd)) == ("y2025", 0, 0)
    assert (second.new_column, million(second.old_vnd), million(second.new_vnd)) == (
        "y2026-2030",
        18850,
        24850,
    )
    (state,) = of("I.1").columns
    assert (state.old_column, state.new_column) == ("nsnn", "total")
    assert (million(state.old_vnd), million(state.new_vnd)) == (5000, 5000)


def test_likeness_is_told_to_three_decimals() -> None:
    """A pair of the same titles has 1, one of close titles less, one alone none."""
    assert of("I.1").similarity == Decimal(1)
    assert of("I.34").similarity == Decimal("0.598")
    assert of("I.16").similarity is None


COLUMNS = [
    {"id": "a", "label": "A", "source": "Nguồn A"},
    {"id": "b", "label": "B", "source": "Nguồn B"},
    {"id": "ab", "label": "A và B", "adds": ["a", "b"]},
    {"id": "c", "label": "C"},
]


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ({"a": 1, "b": 2, "ab": 3, "c": 10}, 13),
        ({"a": 1, "b": 2, "ab": 4}, 4),
        ({"a": 1, "c": 10}, 11),
        ({"ab": 0}, 0),
        ({}, None),
    ],
)
def test_all_the_money_of_a_row(amounts: dict[str, int], expected: int | None) -> None:
    """A printed total counts as printed, a blank one as its parts, a part of a total not twice."""
    annex = Annex.model_validate(
        {"title": "Bảng", "place": "Phụ lục", "unit": "vnd", "columns": COLUMNS, "rows": []}
    )
    assert amount_of(annex, Task(task="1", title="Việc", amounts=amounts)) == expected


@pytest.mark.parametrize(
    ("title", "schedule", "words"),
    [
        ("Số hóa hồ sơ (2025 - 2030)", None, "so hoa ho so"),
        ("Chương trình công nghiệp 2026 - 2030", None, "chuong trinh cong nghiep"),
        ("Cấp lại 2025 - 2028; theo quy định", "2025 - 2028; theo quy định", "cap lai"),
        ("Ngày hội hằng năm", "hằng năm", "ngay hoi hang nam"),
        ("Báo Long An, số 1", None, "bao so 1"),
        ("Kỹ thuật – số", None, "ky thuat so"),
        ("Đề án (đợt 1)", "2026", "de an dot 1"),
    ],
)
def test_words_of_a_title(title: str, schedule: str | None, words: str) -> None:
    """Time and province are left out; what belongs to the name stays."""
    task = Task(task="1", title=title, schedule=schedule)
    assert " ".join(title_words(task, ("long an",))) == words


def small(plan_id: str, unit: str, **amounts: int) -> Plan:
    """A plan with one task."""
    meta: dict[str, Any] = {
        "kind": "ke-hoach",
        "title": "Kế hoạch",
        "short_title": "Kế hoạch",
        "issuer": "ubnd-tinh",
        "period": "2025-2030",
        "summary": "Không có thật.",
        "source": {"description": "Không có."},
        "coverage": {},
    }
    annex = Annex.model_validate(
        {
            "title": "Bảng",
            "place": "Phụ lục",
            "unit": unit,
            "columns": COLUMNS,
            "rows": [{"task": "1", "title": "Đào tạo cán bộ", "amounts": amounts}],
        }
    )
    province, slug = plan_id.split("/")
    return Plan(province, slug, PlanMeta.model_validate(meta), annexes={"phu-luc": annex})


UNITS = Registry(
    provinces={"a": Province(name="A", kind="tỉnh")},
    units={
        "vnd": Unit(name="đồng", kind="money", factor_vnd=1),
        "million-vnd": Unit(name="triệu đồng", kind="money", factor_vnd=10**6),
        "percent": Unit(name="%", kind="percent"),
    },
)


def compare_two(old: Plan, new: Plan) -> TaskSuccession:
    """What became of the one task."""
    (one,) = compare_tasks(old, new, UNITS)
    return one


def test_money_of_different_units_is_compared_in_dong() -> None:
    """A million đồng is the same money whichever unit the table is in."""
    one = compare_two(small("a/1", "million-vnd", a=1), small("a/2", "vnd", a=10**6))
    assert (one.status, one.difference_vnd) == ("kept", 0)
    assert [(c.old_column, c.old_vnd, c.new_vnd) for c in one.columns] == [
        ("a", 10**6, 10**6),
        ("b", None, None),
    ]


def test_a_blank_and_a_printed_nought_are_both_no_money() -> None:
    """A row without money that prints 0 in the next plan has not changed."""
    one = compare_two(small("a/1", "vnd"), small("a/2", "vnd", a=0))
    assert (one.status, one.difference_vnd) == ("kept", None)


def test_what_is_no_money_is_not_compared() -> None:
    """An annex whose unit is not money has no amounts in đồng."""
    one = compare_two(small("a/1", "percent", a=5), small("a/2", "vnd", a=5))
    assert one.old is not None
    assert (one.old.amount_vnd, one.status) == (None, "changed-money")


def test_plans_without_annexes_have_nothing_to_compare() -> None:
    """A plan of prose alone has no tasks that could be kept or dropped."""
    plain = small("a/1", "vnd")
    plain = Plan(plain.province_id, plain.slug, plain.meta)
    assert compare_tasks(plain, plain, UNITS) == ()
    (one,) = compare_tasks(plain, small("a/2", "vnd", a=1), UNITS)
    assert (one.status, one.difference_vnd, one.columns) == ("added", None, ())
