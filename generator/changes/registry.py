"""What changed in the registry, and which plans it touches."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.changes.details import added, dropped
from generator.changes.kinds import Item
from generator.changes.pairing import Pairing
from generator.changes.records import compare_records
from generator.changes.sides import At, Sides, at_record, subject
from generator.changes.values import Change, FieldChanged, Moved
from generator.model import Library, Plan, Record, walk_tasks
from generator.model.agencies import AgencyReader
from generator.model.titles import words_of

_ITEMS: Mapping[str, Item] = {
    "provinces": Item.PROVINCE,
    "agencies": Item.AGENCY,
    "documents": Item.DOCUMENT,
    "units": Item.UNIT,
    "concepts": Item.CONCEPT,
}
"""Name of a registry to what it holds."""


def registry_changes(sides: Sides, library: Library) -> Iterator[Change]:
    """Tell what changed in the registry.

    Args:
        sides: The two states.
        library: The plans now.

    Yields:
        The changes, those of an entry with the ids of the plans that use it.
    """
    if sides.old == sides.new:
        return
    for name, item in _ITEMS.items():
        for entry_id, change in _of_one(sides, name, item):
            if isinstance(change, FieldChanged):
                yield replace(change, touches=_users(library, sides.new_reader, item, entry_id))
            else:
                yield change


def _of_one(sides: Sides, name: str, item: Item) -> Iterator[tuple[str, Change]]:
    before: Mapping[str, Record] = getattr(sides.old, name)
    after: Mapping[str, Record] = getattr(sides.new, name)
    if before == after:
        return
    at = At(item, f"registry/{name}/{name}", f"registry/{name}/{name}", "")
    pairing = Pairing(tuple(before.items()), tuple(after.items())).by(lambda one: one[0])
    pairs = pairing.by(lambda one: _title(one[1]), unique=True).pairs()
    for entry_id, entry in pairs.dropped:
        yield entry_id, dropped(sides, item, f"{at.old}/{entry_id}", entry, at, entry)
    for entry_id, entry in pairs.added:
        yield entry_id, added(sides, item, f"{at.new}/{entry_id}", entry, at, entry)
    for (old_id, old), (new_id, new) in pairs.both:
        place = (f"{at.old}/{old_id}", old), (f"{at.new}/{new_id}", new)
        here = at_record(sides, item, *place)
        if old_id != new_id:
            yield new_id, Moved(subject(sides, here), old_id, new_id)
        for event in compare_records(sides, old, new, here):
            if isinstance(event, Change):
                yield new_id, event


def _title(entry: Record) -> str | None:
    for key in ("name", "title"):
        if title := getattr(entry, key, None):
            return words_of(title)
    return None


def _users(library: Library, reader: AgencyReader, item: Item, entry_id: str) -> tuple[str, ...]:
    return tuple(p.id for p in library.plans if entry_id in _used(p, reader, item))


def _used(plan: Plan, reader: AgencyReader, item: Item) -> frozenset[str | None]:
    """Ids of the entries of one registry that a plan uses."""
    match item:
        case Item.PROVINCE:
            areas = (b.area for i in plan.indicators.indicators for b in i.baselines)
            return frozenset({plan.province_id, *areas})
        case Item.AGENCY:
            return frozenset(_agencies(plan, reader))
        case Item.DOCUMENT:
            meta = plan.meta
            cited = (*meta.legal_bases, *meta.replaces, *meta.replaced_by)
            return frozenset({*meta.implements, *(one.document for one in cited)})
        case Item.UNIT:
            return frozenset(
                {
                    *(annex.unit for annex in plan.annexes.values()),
                    *(one.unit for one in plan.indicators.indicators),
                    *(one.unit for one in plan.budget.statements),
                    *(one.unit for one in plan.budget.sources),
                }
            )
        case _:
            return frozenset(one.concept for one in plan.indicators.indicators)


def _agencies(plan: Plan, reader: AgencyReader) -> Iterator[str]:
    cells = [
        cell
        for annex in plan.annexes.values()
        for task, groups in walk_tasks(annex.rows)
        for cell in (task.lead, task.coordinators, groups[-1].title if groups else None)
    ]
    cells += [one.owner for one in plan.indicators.indicators]
    cells += [one.agency for one in plan.organisation.duties]
    yield plan.meta.issuer
    for cell in dict.fromkeys(cells):
        reading = reader.read(cell)
        yield from (*reading.leads, *reading.coordinators)
