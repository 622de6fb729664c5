"""How the money of a plan divides: a picture to scale, and a tree down to each row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Plan, Registry
from generator.pages.charts.bars import share_bar
from generator.pages.charts.icicle import Room, icicle
from generator.pages.views.money import Money
from generator.pages.views.shares import percent_of, share_base
from generator.pages.views.totals import PlanTotal
from generator.pages.views.tree import Branch, Split, leaves, main_groups, money_tree

_NAMED = 6
"""Groups that the picture's description names."""


@dataclass(frozen=True, slots=True)
class SplitRow:
    """What a row gets in one column, with its share of the row."""

    split: Split
    percent: str
    bar: Markup


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A branch of the tree as it is laid out.

    Attributes:
        branch: The branch.
        percent: Its share of the row above, `42,1 %`; of the whole plan for an annex.
        bar: The share as a bar.
        splits: What it gets by years or by source.
        rows: The rows below it.
    """

    branch: Branch
    percent: str
    bar: Markup
    splits: tuple[SplitRow, ...]
    rows: tuple["TreeRow", ...]


@dataclass(frozen=True, slots=True)
class MoneyPicture:
    """How the money divides.

    Attributes:
        picture: The picture; None when there is nothing to draw.
        rows: The annexes as a tree.
        remark: What is to be said where the annexes do not make up the plan's total.
        empty: Whether a part of the picture is empty, because no row accounts for it.
        silent: Number of tasks without an amount.
    """

    picture: Markup | None
    rows: tuple[TreeRow, ...]
    remark: str
    empty: bool
    silent: int


def money_picture(plan: Plan, registry: Registry, total: PlanTotal | None) -> MoneyPicture:
    """Make the picture and the tree of a plan.

    Args:
        plan: The plan.
        registry: The registry, for units.
        total: The amount that stands for the whole plan.

    Returns:
        What the page of money lays out.
    """
    annexes = money_tree(plan, registry)
    money = total.money if total else None
    whole = share_base(annexes, money) or sum(annex.vnd for annex in annexes)
    return MoneyPicture(
        picture=icicle(
            tuple(_annex_room(annex) for annex in annexes),
            name="hinh.kinh-phi",
            title="Kinh phí chia theo phụ lục, nhóm và nhiệm vụ",
            description=" ".join(_sentences(annexes, whole)),
        ),
        rows=_shared(annexes, whole),
        remark=_remark(annexes, money),
        empty=any(_has_gap(annex) for annex in annexes),
        silent=sum(annex.silent for annex in annexes),
    )


def _shared(branches: Sequence[Branch], whole: int) -> tuple[TreeRow, ...]:
    return tuple(
        TreeRow(
            branch,
            percent_of(branch.vnd, whole),
            share_bar(branch.vnd, whole),
            _splits(branch),
            _shared(branch.branches, branch.extent),
        )
        for branch in branches
    )


def _splits(branch: Branch) -> tuple[SplitRow, ...]:
    whole = sum(split.money.vnd or 0 for split in branch.splits)
    return tuple(
        SplitRow(split, percent_of(vnd, whole), share_bar(vnd, whole))
        for split in branch.splits
        if (vnd := split.money.vnd) is not None
    )


def _remark(annexes: Sequence[Branch], total: Money | None) -> str:
    whole = sum(annex.vnd for annex in annexes)
    if total is None or not total.vnd or not whole or whole == total.vnd:
        return ""
    found = Money(whole, "đồng", whole).human
    way = "nhiều" if whole > total.vnd else "ít"
    return f"Các phụ lục cộng lại được {found}, {way} hơn tổng trong lời văn ({total.human})."


def _has_gap(branch: Branch) -> bool:
    """Whether rows below a branch of the picture make less than its own amount."""
    groups = tuple(main_groups(branch))
    return any(
        item.extent > sum(child.extent for child in below)
        for item, below in ((branch, groups), *((g, tuple(leaves(g))) for g in groups))
        if not item.is_task
    )


def _annex_room(annex: Branch) -> Room:
    groups = tuple(_group_room(group) for group in main_groups(annex))
    return Room(annex.extent, annex.code, "", _figure(annex), groups)


def _group_room(group: Branch) -> Room:
    tasks = tuple(_task_room(task) for task in leaves(group))
    return Room(group.extent, group.code, group.title, _figure(group), tasks)


def _task_room(task: Branch) -> Room:
    return Room(task.extent, task.code, task.title, _figure(task))


def _figure(branch: Branch) -> str:
    """The amount without the name of the currency, which the caption gives."""
    return branch.money.human.removesuffix(" đồng") if branch.money else ""


def _sentences(annexes: Sequence[Branch], whole: int) -> Iterator[str]:
    for annex in annexes:
        yield f"{annex.code}: {_told(annex)}, {percent_of(annex.vnd, whole)}."
        groups = sorted(main_groups(annex), key=lambda group: -group.vnd)[:_NAMED]
        largest = "; ".join(f"{group.code} {group.title}: {_told(group)}" for group in groups)
        yield f"Nhiều nhất: {largest}."


def _told(branch: Branch) -> str:
    return branch.money.human if branch.money else ""
