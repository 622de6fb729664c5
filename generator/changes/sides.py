"""The two states that are compared, and where in them something stands."""

from dataclasses import dataclass, replace

from generator.changes.kinds import Item
from generator.changes.names import name_of
from generator.changes.values import Change, Subject
from generator.model import Record, Registry
from generator.model.agencies import AgencyReader


@dataclass(frozen=True, slots=True)
class Sides:
    """Two states of a plan, or of the registry.

    Attributes:
        plan_id: Id of the plan, after the change where it is still there; empty for the registry.
        old: The registry before.
        new: The registry now.
        old_reader: Reads cells of agencies as before.
        new_reader: Reads cells of agencies as now.
    """

    plan_id: str
    old: Registry
    new: Registry
    old_reader: AgencyReader
    new_reader: AgencyReader

    def of(self, plan_id: str) -> "Sides":
        """The same two registries, for a plan."""
        return replace(self, plan_id=plan_id)


def sides_of(old: Registry, new: Registry) -> Sides:
    """Two states of the registry."""
    old_reader = AgencyReader(old.agencies)
    same = old.agencies == new.agencies
    return Sides("", old, new, old_reader, old_reader if same else AgencyReader(new.agencies))


@dataclass(frozen=True, slots=True)
class At:
    """Where something stands.

    Attributes:
        item: What kind of thing it is.
        old: Its address before.
        new: Its address now.
        name: What readers call it.
        where: Its place in the document; may be empty.
        holders: What held it, and what holds it; None at the top.
    """

    item: Item
    old: str
    new: str
    name: str
    where: str = ""
    holders: tuple[Record, Record] | None = None

    def below(self, word: str) -> "At":
        """A value of it."""
        return replace(self, old=join(self.old, word), new=join(self.new, word))


def join(path: str, word: str) -> str:
    """One word more of an address."""
    return f"{path}/{word}" if path else word


def subject(sides: Sides, at: At) -> Subject:
    """What a change at a place is about."""
    return Subject(at.item, sides.plan_id, at.new, at.name, at.where)


def at_record(
    sides: Sides,
    item: Item,
    old: tuple[str, Record],
    new: tuple[str, Record],
    above: At | None = None,
    holders: tuple[Record, Record] | None = None,
) -> At:
    """Where a record stands that is there on both sides.

    Args:
        sides: The two states.
        item: What kind of thing it is.
        old: Its address and the record before.
        new: Its address and the record now.
        above: Where stands what holds it; None at the top.
        holders: What held it, and what holds it; None at the top.

    Returns:
        The place, with the name that it has now.
    """
    return At(
        item,
        old[0],
        new[0],
        name_of(new[1], above.name if above else "", sides.new),
        place_of(new[1]) or (above.where if above else ""),
        holders,
    )


def place_of(record: Record) -> str:
    """Place of a record in the document, as it says itself; empty where it does not."""
    return str(getattr(record, "place", "") or "")


@dataclass(frozen=True, slots=True)
class Readdressed:
    """Something that is there on both sides has another address.

    Attributes:
        old: Its address before.
        new: Its address now.
    """

    old: str
    new: str


Event = Change | Readdressed
"""What comes out of comparing two records."""
