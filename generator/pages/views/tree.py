"""The money of a plan as a tree: annexes, their groups, their groups' groups, the tasks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Path
from generator.model import (
    Amounts,
    Annex,
    Column,
    Group,
    Plan,
    Registry,
    Task,
    Unit,
    walk_tasks,
)
from generator.model.anchors import row_anchors
from generator.pages.addresses import plan_address
from generator.pages.views.money import Money, human_money, money_in
from generator.pages.views.totals import column_total, row_total, whole_columns
from generator.words import period_title


@dataclass(frozen=True, slots=True)
class Split:
    """What a row gets in one column of years or of a source."""

    label: str
    money: Money


@dataclass(frozen=True, slots=True)
class Branch:
    """A row of the document with the money in it.

    Attributes:
        anchor: Its anchor on the pages of tasks and of money.
        code: Code as printed; the place for a whole annex.
        title: Title as printed.
        address: Where it is told in full.
        money: What it gets; None when no amount is printed in it.
        printed: Whether that is printed, and not added up by us from the rows below.
        across: Whether we added up columns, because the document has none that does.
        splits: The same by years or by source, where the annex has such columns.
        branches: The rows right below it that have money.
        silent: Number of tasks in it for which no amount is printed.
        is_task: Whether it is a task, and not a group or an annex.
    """

    anchor: str
    code: str
    title: str
    address: str
    money: Money | None
    printed: bool
    across: bool
    splits: tuple[Split, ...]
    branches: tuple["Branch", ...] = ()
    silent: int = 0
    is_task: bool = False

    @property
    def computed(self) -> bool:
        """Whether we added it up from the rows below."""
        return not self.printed

    @property
    def vnd(self) -> int:
        """Its own amount in đồng; 0 without one."""
        return (self.money.vnd or 0) if self.money else 0

    @property
    def below(self) -> int:
        """What the rows right below it add up to, in đồng."""
        return sum(branch.vnd for branch in self.branches)

    @property
    def extent(self) -> int:
        """What it takes in a picture: its amount, or what is below it where that is more."""
        return max(self.vnd, sum(branch.extent for branch in self.branches))

    @property
    def remark(self) -> str:
        """What is to be said where the rows below do not make up the printed total."""
        if not self.branches or not self.printed or self.below == self.vnd:
            return ""
        way = "nhiều" if self.below > self.vnd else "ít"
        return (
            f"Các dòng bên dưới cộng lại được {human_money(self.below)}, {way} hơn số in "
            f"{human_money(abs(self.below - self.vnd))}."
        )


def money_tree(plan: Plan, registry: Registry) -> tuple[Branch, ...]:
    """The money of every annex that has any.

    Args:
        plan: The plan.
        registry: The registry, for units.

    Returns:
        One branch for each annex with money, in order of id.
    """
    annexes = (
        _Reader(
            plan, annex_id, annex, registry.units.get(annex.unit), row_anchors(annex_id, annex)
        ).root()
        for annex_id, annex in plan.annexes.items()
        if annex.columns
    )
    return tuple(branch for branch in annexes if branch.money)


def leaves(branch: Branch) -> Iterator[Branch]:
    """Every task with money below a branch, in print order; itself when it is a task."""
    if branch.is_task:
        yield branch
    for child in branch.branches:
        yield from leaves(child)


def main_groups(branch: Branch) -> Iterator[Branch]:
    """The outermost groups that print a total; groups without one give way to those in them.

    Args:
        branch: An annex.

    Yields:
        Groups, and tasks that stand in none, in print order; where no group prints a total, the
        outermost groups.
    """
    found = tuple(_printed(branch.branches))
    yield from found if any(not item.is_task for item in found) else branch.branches


def _printed(branches: Sequence[Branch]) -> Iterator[Branch]:
    for branch in branches:
        if branch.printed or branch.is_task:
            yield branch
        else:
            yield from _printed(branch.branches)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes the branches of one annex."""

    plan: Plan
    annex_id: str
    annex: Annex
    unit: Unit | None
    anchors: Mapping[Path, str]

    def root(self) -> Branch:
        rows = self.annex.rows
        return Branch(
            anchor=self.annex_id,
            code=self.annex.place,
            title=self.annex.title,
            address=plan_address(self.plan, f"nhiem-vu/#{self.annex_id}"),
            money=self._money(None),
            printed=self._prints(self.annex.stated),
            across=len(whole_columns(self.annex)) > 1,
            splits=self._splits(None),
            branches=self._below(rows, (f"annexes/{self.annex_id}",)),
            silent=self._silent(rows),
        )

    def _below(self, rows: Sequence[Group | Task], above: Path) -> tuple[Branch, ...]:
        found = (self._branch(row, (*above, "rows", at)) for at, row in enumerate(rows))
        return tuple(branch for branch in found if branch.money)

    def _branch(self, row: Group | Task, path: Path) -> Branch:
        anchor = self.anchors[path]
        return Branch(
            anchor=anchor,
            code=row.task if isinstance(row, Task) else row.group,
            title=row.title,
            address=plan_address(self.plan, f"nhiem-vu/#{anchor}"),
            money=self._money(row),
            printed=self._prints(row.amounts if isinstance(row, Task) else row.stated),
            across=len(whole_columns(self.annex)) > 1,
            splits=self._splits(row),
            branches=() if isinstance(row, Task) else self._below(row.rows, path),
            silent=0 if isinstance(row, Task) else self._silent(row.rows),
            is_task=isinstance(row, Task),
        )

    def _money(self, row: Group | Task | None) -> Money | None:
        amount = row_total(self.annex, row)
        return None if amount is None else money_in(amount, self.unit)

    def _prints(self, amounts: Amounts) -> bool:
        return any(name in amounts for name in whole_columns(self.annex))

    def _splits(self, row: Group | Task | None) -> tuple[Split, ...]:
        """Amounts by column, where there are several that are no totals."""
        parts = [column for column in self.annex.columns if not column.adds]
        if len(parts) == 1:
            return ()
        amounts = ((column, column_total(self.annex, row, column.id)) for column in parts)
        return tuple(
            Split(_column_words(column), money_in(amount, self.unit))
            for column, amount in amounts
            if amount is not None
        )

    def _silent(self, rows: tuple[Group | Task, ...]) -> int:
        return sum(row_total(self.annex, task) is None for task, _ in walk_tasks(rows))


def _column_words(column: Column) -> str:
    """What a column is about: its years, its source, or both; its heading when it has neither."""
    years = period_title(column.period) if column.period else ""
    return ", ".join(filter(None, (years, column.source))) or column.label
