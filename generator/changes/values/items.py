"""Things that came, went, moved or were renamed, and values without a kind of their own."""

from dataclasses import dataclass
from decimal import Decimal

from generator.changes.kinds import Item, Kind
from generator.changes.money import Money, size_of
from generator.changes.values.base import Change

_ADDED = {
    Item.PLAN: Kind.PLAN_ADDED,
    Item.ANNEX: Kind.ANNEX_ADDED,
    Item.GROUP: Kind.GROUP_ADDED,
    Item.TASK: Kind.TASK_ADDED,
    Item.INDICATOR: Kind.INDICATOR_ADDED,
    Item.TARGET: Kind.TARGET_ADDED,
    Item.BASELINE: Kind.BASELINE_CHANGED,
    Item.OBJECTIVE: Kind.OBJECTIVE_ADDED,
    Item.STATEMENT: Kind.STATEMENT_ADDED,
    Item.WAIVER: Kind.WAIVER_ADDED,
    Item.COVERAGE: Kind.COVERAGE_CHANGED,
    Item.NOTE: Kind.TEXT_CHANGED,
}
_DROPPED = {
    Item.PLAN: Kind.PLAN_DROPPED,
    Item.ANNEX: Kind.ANNEX_DROPPED,
    Item.GROUP: Kind.GROUP_DROPPED,
    Item.TASK: Kind.TASK_DROPPED,
    Item.INDICATOR: Kind.INDICATOR_DROPPED,
    Item.TARGET: Kind.TARGET_DROPPED,
    Item.BASELINE: Kind.BASELINE_CHANGED,
    Item.OBJECTIVE: Kind.OBJECTIVE_DROPPED,
    Item.STATEMENT: Kind.STATEMENT_DROPPED,
    Item.WAIVER: Kind.WAIVER_DROPPED,
    Item.COVERAGE: Kind.COVERAGE_CHANGED,
    Item.NOTE: Kind.TEXT_CHANGED,
}
REGISTERED = frozenset({Item.PROVINCE, Item.AGENCY, Item.DOCUMENT, Item.UNIT, Item.CONCEPT})
"""Items of the registry."""


@dataclass(frozen=True, slots=True)
class Added(Change):
    """Something is there that was not.

    Attributes:
        detail: What it says, in a few words; may be empty.
        money: Its money.
    """

    detail: str = ""
    money: Money | None = None

    @property
    def kind(self) -> Kind:
        """By what was added."""
        other = Kind.REGISTRY_CHANGED if self.subject.item in REGISTERED else Kind.ITEM_ADDED
        return _ADDED.get(self.subject.item, other)

    @property
    def size(self) -> Decimal:
        """Its money in đồng."""
        return size_of(self.money)


@dataclass(frozen=True, slots=True)
class Dropped(Change):
    """Something is gone.

    Attributes:
        detail: What it said, in a few words; may be empty.
        money: Its money.
    """

    detail: str = ""
    money: Money | None = None

    @property
    def kind(self) -> Kind:
        """By what was dropped."""
        other = Kind.REGISTRY_CHANGED if self.subject.item in REGISTERED else Kind.ITEM_DROPPED
        return _DROPPED.get(self.subject.item, other)

    @property
    def size(self) -> Decimal:
        """Its money in đồng."""
        return size_of(self.money)


@dataclass(frozen=True, slots=True)
class Renamed(Change):
    """Its title is another one."""

    old: str
    new: str

    @property
    def kind(self) -> Kind:
        """Always the same."""
        return Kind.RENAMED


@dataclass(frozen=True, slots=True)
class Moved(Change):
    """It stands elsewhere: in another group or table, or at another address.

    Attributes:
        old: Where it stood.
        new: Where it stands.
        old_code: Its number before; empty when it has none.
        new_code: Its number now.
    """

    old: str
    new: str
    old_code: str = ""
    new_code: str = ""

    @property
    def kind(self) -> Kind:
        """A plan's address is more than the place of a row."""
        return Kind.PLAN_MOVED if self.subject.item is Item.PLAN else Kind.MOVED


@dataclass(frozen=True, slots=True)
class Renumbered(Change):
    """Rows of a table, or items of a list, carry other numbers.

    Attributes:
        what: What carries them.
        codes: Number before and number now, in the order of the document.
    """

    what: Item
    codes: tuple[tuple[str, str], ...]

    @property
    def kind(self) -> Kind:
        """Always the same."""
        return Kind.RENUMBERED


@dataclass(frozen=True, slots=True)
class Reordered(Change):
    """Items of a list stand in another order.

    Attributes:
        what: What the items are called, `các nhiệm vụ`.
    """

    what: str

    @property
    def kind(self) -> Kind:
        """Always the same."""
        return Kind.REORDERED


@dataclass(frozen=True, slots=True)
class PartlyChanged(Change):
    """Some of several that belong together were changed alike, and the others were not.

    Attributes:
        what: What was changed, `hạn`.
        how: How, `muộn hơn 1 năm`.
        members: What the members are: tasks of a group, targets of an indicator.
        changed: Numbers or periods of those that were.
        unchanged: Numbers or periods of those that were not.
    """

    what: str
    how: str
    members: Item
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """Always the same."""
        return Kind.PARTLY_CHANGED


@dataclass(frozen=True, slots=True)
class FieldChanged(Change):
    """A value that has no kind of its own is another one.

    Attributes:
        field: Its key in the file.
        label: What readers call it, `sản phẩm`.
        weight: What kind of change it is.
        old: The value before, in words; None when there was none.
        new: The value now.
        lost: Where it is a list: what is no longer in it.
        gained: Where it is a list: what is new in it.
        touches: Where it stands in the registry: plans that use the entry.
    """

    field: str
    label: str
    weight: Kind
    old: str | None
    new: str | None
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """By what the value is."""
        return self.weight
