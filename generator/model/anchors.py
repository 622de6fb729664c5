"""Where each row of a plan stands on its page: the one place that hands out anchors.

Pages, tables, search and feeds all ask here, so that an address leads to the row that it names.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Path
from generator.model.actions import ActionGroup
from generator.model.annexes import Annex, Group, Task
from generator.model.derived import anchor_of_group, anchor_of_task
from generator.model.library import Plan


class Anchors:
    """Hands out each anchor of a page once.

    A document may number its rows anew in each group, or print a number twice; then the first
    row keeps the stable anchor and the next ones get `-2`, `-3`.
    """

    def __init__(self, *taken: str) -> None:
        """Start with some anchors taken.

        Args:
            *taken: Anchors that stand on the page already.
        """
        self._taken: set[str] = set(taken)

    def take(self, wanted: str) -> str:
        """Take an anchor, or the next free one made from it."""
        anchor, count = wanted, 1
        while anchor in self._taken:
            count += 1
            anchor = f"{wanted}-{count}"
        self._taken.add(anchor)
        return anchor


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A row of an annex in print order.

    Attributes:
        number: Position within the annex from 1, groups and tasks counted alike.
        path: Path from the plan, `("annexes/phu-luc-1", "rows", 0, "rows", 3)`.
        item: The group or the task.
        groups: Groups that hold it, outermost first.
        anchor: Its anchor, `phu-luc-1.21`, `phu-luc-1.nhom.ii`: on the page of tasks, and a
            group's on the page of money too.
    """

    number: int
    path: Path
    item: Group | Task
    groups: tuple[Group, ...]
    anchor: str

    @property
    def code(self) -> str:
        """Code as printed."""
        return self.item.task if isinstance(self.item, Task) else self.item.group


def annex_rows(annex_id: str, annex: Annex) -> Iterator[AnnexRow]:
    """Every row of an annex, groups before what they hold.

    Args:
        annex_id: Id of the annex.
        annex: The annex.

    Yields:
        Rows in print order, each with an anchor that no other row of the plan has.
    """
    anchors = Anchors()
    walk = _walk(annex.rows, (f"annexes/{annex_id}",), ())
    for number, (path, item, groups) in enumerate(walk, start=1):
        if isinstance(item, Task):
            wanted = anchor_of_task(annex_id, item.task)
        else:
            wanted = anchor_of_group(annex_id, item.group)
        yield AnnexRow(number, path, item, groups, anchors.take(wanted))


def row_anchors(annex_id: str, annex: Annex) -> Mapping[Path, str]:
    """Anchors of an annex and of its rows by path."""
    rows = {row.path: row.anchor for row in annex_rows(annex_id, annex)}
    return {(f"annexes/{annex_id}",): annex_id, **rows}


def action_anchors(plan: Plan) -> Mapping[Path, str]:
    """Anchors of the groups of the prose and of their items by path; annexes come first.

    An item's anchor is its group's and its code, `ha-tang.1`.
    """
    anchors = Anchors(*plan.annexes)
    found: dict[Path, str] = {}
    for path, group in _walk_actions(plan.actions.groups, ("actions",)):
        found[path] = anchors.take(group.id)
        for index, item in enumerate(group.items):
            wanted = f"{found[path]}.{item.code.lower()}"
            found[*path, "items", index] = anchors.take(wanted)
    return found


def statement_anchors(plan: Plan) -> tuple[str, ...]:
    """Anchors of the totals of the prose, in order; annexes on the same page come first."""
    anchors = Anchors(*plan.annexes)
    return tuple(anchors.take(statement.id) for statement in plan.budget.statements)


def objective_anchors(plan: Plan) -> tuple[str, ...]:
    """Anchors of the objectives, in order."""
    anchors = Anchors()
    return tuple(anchors.take(objective.id) for objective in plan.objectives.objectives)


def duty_anchors(plan: Plan) -> tuple[str, ...]:
    """Anchors of the duties, in order."""
    anchors = Anchors()
    return tuple(anchors.take(duty.id) for duty in plan.organisation.duties)


def _walk(
    rows: tuple[Group | Task, ...], above: Path, groups: tuple[Group, ...]
) -> Iterator[tuple[Path, Group | Task, tuple[Group, ...]]]:
    for index, row in enumerate(rows):
        path = (*above, "rows", index)
        yield path, row, groups
        if isinstance(row, Group):
            yield from _walk(row.rows, path, (*groups, row))


def _walk_actions(
    groups: tuple[ActionGroup, ...], above: Path
) -> Iterator[tuple[Path, ActionGroup]]:
    for index, group in enumerate(groups):
        path = (*above, "groups", index)
        yield path, group
        yield from _walk_actions(group.groups, path)
