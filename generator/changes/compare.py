"""What changed between two states of all plans."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.changes.kinds import Item
from generator.changes.names import plan_name
from generator.changes.pairing import Pairing, Pairs
from generator.changes.plans import PlanChanges, compare_plans
from generator.changes.registry import registry_changes
from generator.changes.sides import sides_of
from generator.changes.values import Added, Change, Dropped, Subject
from generator.model import Library, Plan, walk_tasks
from generator.model.titles import words_of
from generator.vietnamese import format_integer


@dataclass(frozen=True, slots=True)
class LibraryChanges:
    """What changed between two states of all plans.

    Attributes:
        changes: The changes, the most important first.
        plans: Id of a plan that is there on both sides, as it is now, to what changed in it.
        moved: Id before to id now of plans that have another one.
    """

    changes: tuple[Change, ...]
    plans: Mapping[str, PlanChanges]
    moved: Mapping[str, str]


def compare(old: Library, new: Library) -> tuple[Change, ...]:
    """Tell what changed between two states of all plans.

    Args:
        old: The plans and the registry before.
        new: The plans and the registry now.

    Returns:
        Every change, the most important first: in the order of `Kind`, and within a kind the
        greatest first. Empty only when both states are the same.
    """
    return compare_libraries(old, new).changes


def compare_libraries(old: Library, new: Library) -> LibraryChanges:
    """Tell what changed, with the totals and the new addresses of each plan.

    Args:
        old: The plans and the registry before.
        new: The plans and the registry now.

    Returns:
        The changes.
    """
    sides = sides_of(old.registry, new.registry)
    same_agencies = old.registry.agencies == new.registry.agencies
    pairs = _pair_plans(old.plans, new.plans)
    plans = {
        after.id: compare_plans(sides.of(after.id), before, after)
        for before, after in pairs.both
        if not (same_agencies and before == after)
    }
    changes = (
        *(Dropped(_subject(plan), _holds(plan)) for plan in pairs.dropped),
        *(Added(_subject(plan), _holds(plan)) for plan in pairs.added),
        *(change for one in plans.values() for change in one.changes),
        *registry_changes(sides, new),
    )
    moved = {one.id: other.id for one, other in pairs.both if one.id != other.id}
    return LibraryChanges(in_order_of_importance(changes), plans, moved)


def in_order_of_importance(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort changes: by kind, then the greatest first, then as they stand in the plans."""
    return tuple(sorted(changes, key=lambda change: (change.kind.rank, -change.size)))


def _pair_plans(old: Iterable[Plan], new: Iterable[Plan]) -> Pairs[Plan]:
    """By id, by an id that the plan says it had, by number and title."""
    before, after = tuple(old), tuple(new)
    formers = {former: plan.id for plan in after for former in plan.meta.previous_ids}
    pairing = Pairing(before, after).by(lambda plan: plan.id)
    pairing.by(lambda plan: formers.get(plan.id, plan.id))
    return pairing.by(
        lambda plan: (plan.meta.number, words_of(plan.meta.title)), unique=True
    ).pairs()


def _subject(plan: Plan) -> Subject:
    return Subject(Item.PLAN, plan.id, "", plan_name(plan))


def _holds(plan: Plan) -> str:
    tasks = sum(1 for annex in plan.annexes.values() for _ in walk_tasks(annex.rows))
    counts = (
        (len(plan.indicators.indicators), "chỉ tiêu"),
        (tasks, "nhiệm vụ trong phụ lục"),
        (sum(len(group.leaf_items()) for group in plan.actions.groups), "nội dung công việc"),
    )
    return ", ".join(f"{format_integer(count)} {what}" for count, what in counts if count)
