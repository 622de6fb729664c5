"""Finds where only a part of what belongs together was changed alike.

Three of five tasks of a group are put off by a year, one target of a series is lowered, half of
the rows keep the agency that the others gave up: each change may be right, and yet the rest may
have been forgotten.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.changes.contents import RowChanges
from generator.changes.kinds import Item
from generator.changes.money import percent_change
from generator.changes.names import quoted
from generator.changes.values import (
    AgenciesChanged,
    AgencyName,
    AmountChanged,
    Change,
    DeadlineChanged,
    DeadlineVerdict,
    PartlyChanged,
    Role,
    Subject,
    TargetChanged,
    TargetVerdict,
    aspect,
)
from generator.model import Indicator, Target, Task
from generator.vietnamese import format_percent
from generator.words import period_words

_LEAST_ALIKE = 2
"""Tasks of a group that must be changed alike to be told as a part of it."""
_MOST_WAYS = 20
"""Ways in which tasks of one group were changed that are told."""
_LEAST_TARGETS = 3
"""Targets that make a series."""

_HOW = {
    DeadlineVerdict.LATER: "muộn hơn",
    DeadlineVerdict.EARLIER: "sớm hơn",
}
_SIDES = {TargetVerdict.LOWERED: "bị hạ", TargetVerdict.RAISED: "được nâng"}

Way = tuple[str, str]
"""What was changed, and how."""


def partly_changed_groups(
    rows: Iterable[RowChanges], holder: Callable[[str], Subject]
) -> Iterator[PartlyChanged]:
    """Find groups of which some tasks were changed alike and others were not.

    Args:
        rows: Every row that is there on both sides.
        holder: What holds rows, by its address now.

    Yields:
        A change for each way in which two tasks of a group or more were changed, and at least one
        that could have been was not.
    """
    siblings: dict[str, list[RowChanges]] = defaultdict(list)
    for row in rows:
        if isinstance(row.new.row, Task):
            siblings[row.new.parent].append(row)
    for parent, tasks in siblings.items():
        several = [one for one in _ways(tasks).items() if len(one[1][0]) >= _LEAST_ALIKE]
        for way, (changed, could) in several[:_MOST_WAYS]:
            if left := [task for task in tasks if could(task)]:
                yield PartlyChanged(holder(parent), *way, Item.TASK, _codes(changed), _codes(left))


_Could = Callable[[RowChanges], bool]
"""Whether a task could have been changed in a way, and was not."""


def _ways(tasks: Sequence[RowChanges]) -> Mapping[Way, tuple[list[RowChanges], _Could]]:
    """The ways in which tasks were changed, each with its tasks."""
    found: dict[Way, tuple[list[RowChanges], _Could]] = {}
    for task in tasks:
        for event in task.events:
            if isinstance(event, Change) and (way := _way(event)):
                found.setdefault(way[0], ([], way[1]))[0].append(task)
    return found


def _way(change: Change) -> tuple[Way, _Could] | None:
    match change:
        case DeadlineChanged() if change.shift:
            return ("hạn", f"{_HOW[change.verdict]} {change.shift}"), _keeps_time
        case AgenciesChanged(role=Role.LEAD) if change.lost:
            lost = frozenset(one.name for one in change.lost)
            how = f"{_listed(change.lost)} thay bằng {_listed(change.gained)}"
            return ("cơ quan chủ trì", how), lambda task: _keeps_lead(task, lost)
        case AmountChanged(old=old, new=new) if old and new and old.amount and new.amount:
            percent = percent_change(old.amount, new.amount) or Decimal(0)
            how = f"{'tăng' if percent > 0 else 'giảm'} {format_percent(abs(percent))}"
            column_id = change.subject.path.rpartition("/")[2]
            what = f"số tiền ở cột {quoted(change.column)}"
            return (what, how), lambda task: _keeps_amount(task, column_id)
        case _:
            return None


def _keeps_time(task: RowChanges) -> bool:
    return task.end is not None and not _has(task, DeadlineChanged)


def _keeps_lead(task: RowChanges, lost: frozenset[str]) -> bool:
    changed = any(isinstance(e, AgenciesChanged) and e.role is Role.LEAD for e in task.events)
    return not changed and lost <= task.leads


def _keeps_amount(task: RowChanges, column_id: str) -> bool:
    row = task.new.row
    changed = any(
        isinstance(e, AmountChanged) and e.subject.path.endswith(f"/{column_id}")
        for e in task.events
    )
    return isinstance(row, Task) and bool(row.amounts.get(column_id)) and not changed


def _has(task: RowChanges, kind: type[Change]) -> bool:
    return any(isinstance(event, kind) for event in task.events)


def _codes(tasks: Sequence[RowChanges]) -> tuple[str, ...]:
    return tuple(task.new.code for task in tasks)


def _listed(agencies: Sequence[AgencyName]) -> str:
    return ", ".join(quoted(one.name) for one in agencies) or "không ai"


def partly_changed_series(
    changes: Iterable[TargetChanged], series: Mapping[str, tuple[Subject, Indicator, Indicator]]
) -> Iterator[PartlyChanged]:
    """Find indicators of which some targets were lowered or raised, and others were not touched.

    Args:
        changes: The targets that changed.
        series: What a change of an indicator is about, and the indicator before and now, by its
            address now.

    Yields:
        A change for each side to which some of three targets or more were moved.
    """
    moved: dict[str, list[TargetChanged]] = defaultdict(list)
    for change in changes:
        moved[change.subject.path.rpartition("/targets/")[0]].append(change)
    for path, several in moved.items():
        subject, before, now = series[path]
        for verdict, how in _SIDES.items():
            alike = [change.new for change in several if change.verdict is verdict]
            kinds = {aspect(target) for target in alike}
            left = [t for t in now.targets if t in before.targets and aspect(t) in kinds]
            if alike and left and len(alike) + len(left) >= _LEAST_TARGETS:
                yield PartlyChanged(
                    subject, "mục tiêu", how, Item.TARGET, _periods(alike), _periods(left)
                )


def _periods(targets: Sequence[Target]) -> tuple[str, ...]:
    return tuple(period_words(target.period) for target in targets)
