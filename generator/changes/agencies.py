"""Who is named in a cell, before and now."""

from collections.abc import Iterator
from typing import cast

from generator.changes.plain import field_changed
from generator.changes.sides import At, Sides, subject
from generator.changes.values import AgenciesChanged, AgencyName, Change, Role
from generator.model import Duty, Indicator, Record, Registry
from generator.model.agencies import CellReading


def agencies_named(reading: CellReading, registry: Registry) -> tuple[AgencyName, ...]:
    """Everybody that a cell names, known or not, in the order of the cell."""
    return names_of((*reading.leads, *reading.coordinators), reading.unknown, registry)


def names_of(
    ids: tuple[str, ...], unknown: tuple[str, ...], registry: Registry
) -> tuple[AgencyName, ...]:
    """Agencies by their names in the registry, then words that it does not know."""
    return (
        *(AgencyName(one, registry.agencies[one].name) for one in ids),
        *(AgencyName("", words) for words in unknown),
    )


def same_agencies(old: tuple[AgencyName, ...], new: tuple[AgencyName, ...]) -> bool:
    """Whether both name the same, in whatever order; a renamed agency is the same."""
    return {one.key for one in old} == {one.key for one in new}


def owner_changes(sides: Sides, old: Record, new: Record, at: At) -> Iterator[Change]:
    """Compare who follows an indicator."""
    before, after = cast(Indicator, old), cast(Indicator, new)
    yield from cell_changes(sides, at, Role.OWNER, "owner", before, after)


def duty_changes(sides: Sides, old: Record, new: Record, at: At) -> Iterator[Change]:
    """Compare whose duty something is."""
    before, after = cast(Duty, old), cast(Duty, new)
    yield from cell_changes(sides, at, Role.DUTY, "agency", before, after)


def cell_changes(
    sides: Sides, at: At, role: Role, key: str, old: Record, new: Record
) -> Iterator[Change]:
    """Compare a cell that names agencies.

    Args:
        sides: The two states.
        at: Where the record stands.
        role: What the agencies are named for.
        key: The cell's name in the model.
        old: The record before.
        new: The record now.

    Yields:
        The change: of the agencies, or of the cell's words alone.
    """
    before: str | None = getattr(old, key)
    after: str | None = getattr(new, key)
    if before == after:
        return
    then = agencies_named(sides.old_reader.read(before), sides.old)
    now = agencies_named(sides.new_reader.read(after), sides.new)
    if same_agencies(then, now):
        yield field_changed(sides, at, key, old, new)
    else:
        yield AgenciesChanged(subject(sides, at.below(key)), role, then, now, before, after)
