"""Compares two records value by value, so that nothing that differs goes untold.

A value whose change has a meaning of its own is told by the function that `MEANINGS` names for it;
a list of records is set against its counterpart; whatever is left is told as it stands.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.changes.agencies import duty_changes, owner_changes
from generator.changes.amounts import source_changes
from generator.changes.coverage import coverage_changes
from generator.changes.details import added, dropped
from generator.changes.names import PLURALS
from generator.changes.pairing import Pairing, Pairs, in_order, likeness
from generator.changes.plain import field_changed
from generator.changes.sides import At, Event, Readdressed, Sides, at_record, join, subject
from generator.changes.structure import LISTS, Listed, whole
from generator.changes.targets import (
    BASELINE_KEYS,
    TARGET_KEYS,
    baseline_changes,
    target_changes,
)
from generator.changes.values import Change, Renamed, Reordered
from generator.model import Record
from generator.model.addresses import IDENTIFYING_KEYS, item_words

R = TypeVar("R", bound=Record)
_TITLES = frozenset({"title", "name"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What tells the change of some values of a record.

    Attributes:
        keys: The values.
        changes: Tells what became of them.
    """

    keys: frozenset[str]
    changes: Callable[[Sides, Record, Record, At], Iterator[Change]]


MEANINGS: Mapping[str, Meaning] = {
    "Target": Meaning(TARGET_KEYS, target_changes),
    "Observation": Meaning(BASELINE_KEYS, baseline_changes),
    "Indicator": Meaning(frozenset({"owner"}), owner_changes),
    "Duty": Meaning(frozenset({"agency"}), duty_changes),
    "FundingSource": Meaning(frozenset({"amount"}), source_changes),
    "PlanMeta": Meaning(frozenset({"coverage"}), coverage_changes),
}
"""Name of the record's class to what tells its changes."""

_ELSEWHERE: Mapping[str, frozenset[str]] = {
    "Annex": frozenset({"rows", "stated"}),
    "Actions": frozenset({"groups"}),
    "BudgetStatement": frozenset({"amount"}),
}
"""Values that are told where rows and totals of the whole plan are compared."""


def compare_records(
    sides: Sides, old: Record, new: Record, at: At, told: frozenset[str] = frozenset()
) -> Iterator[Event]:
    """Tell all that differs between two records.

    Args:
        sides: The two states.
        old: The record before.
        new: The record now, of the same class.
        at: Where it stands.
        told: Values that somebody else tells.

    Yields:
        The changes, and what has another address.
    """
    if at.old != at.new:
        yield Readdressed(at.old, at.new)
    if old == new:
        return
    name = type(new).__name__
    meaning = MEANINGS.get(name)
    if meaning:
        yield from meaning.changes(sides, old, new, at)
    skipped = told | _ELSEWHERE.get(name, frozenset()) | (meaning.keys if meaning else frozenset())
    for key in type(new).model_fields:
        if key not in skipped and getattr(old, key) != getattr(new, key):
            yield from _compare_values(sides, key, old, new, at)


def _compare_values(sides: Sides, key: str, old: Record, new: Record, at: At) -> Iterator[Event]:
    before, after = getattr(old, key), getattr(new, key)
    word = type(new).model_fields[key].alias or key
    if listed := LISTS.get((type(new).__name__, key)):
        yield from _compare_lists(sides, listed, (old, before), (new, after), at.below(word))
    elif isinstance(before, Record) and isinstance(after, Record):
        yield from compare_records(sides, before, after, at.below(word))
    elif key in _TITLES and before and after and at.item in PLURALS:
        yield Renamed(subject(sides, at.below(word)), old=before, new=after)
    else:
        yield field_changed(sides, at, key, old, new)


def _compare_lists(
    sides: Sides,
    listed: Listed,
    old: tuple[Record, Sequence[Record]],
    new: tuple[Record, Sequence[Record]],
    at: At,
) -> Iterator[Event]:
    """Tell what became of the records of a list."""
    (then, olds), (now, news) = old, new
    old_words, new_words = addresses_of(at.old, olds), addresses_of(at.new, news)
    pairs = pair_records(listed, olds, news)
    at = replace(at, name=listed.what or at.name)
    holders = (then, now)
    for one in pairs.dropped:
        yield dropped(sides, listed.item, old_words[id(one)], one, at, then)
    for one in pairs.added:
        yield added(sides, listed.item, new_words[id(one)], one, at, now)
    for one, other in pairs.both:
        here = at_record(
            sides,
            listed.item,
            (old_words[id(one)], one),
            (new_words[id(other)], other),
            at,
            holders,
        )
        yield from compare_records(sides, one, other, here)
    if not in_order(pairs.order):
        yield Reordered(subject(sides, at), what=PLURALS[listed.item])


def pair_records(listed: Listed, old: Sequence[R], new: Sequence[R]) -> Pairs[R]:
    """Set the records of two lists against each other.

    Args:
        listed: By what they are told apart.
        old: The list before.
        new: The list now.

    Returns:
        The pairs: the same records first, then those with a sign in common, then those that say
        mostly the same.
    """
    pairing = Pairing(old, new).by(whole)
    for sign in listed.signs:
        pairing.by(sign)
    return pairing.by_score(lambda a, b: likeness(a, b, listed.identity)).pairs()


def addresses_of(path: str, records: Sequence[Record]) -> dict[int, str]:
    """Address of each record of a list, by its identity: equal records may stand there twice."""
    words = item_words([_name(record) for record in records])
    return {id(one): join(path, word) for one, word in zip(records, words, strict=True)}


def _name(record: Record) -> str:
    values = (getattr(record, key, None) for key in IDENTIFYING_KEYS)
    return next((str(value) for value in values if value), "")
