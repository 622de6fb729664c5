"""Times of tasks, and the agencies that cells name."""

from dataclasses import dataclass
from enum import StrEnum

from generator.changes.kinds import Kind
from generator.changes.values.base import Change
from generator.vietnamese import ScheduleReading


class DeadlineVerdict(StrEnum):
    """What became of a task's time."""

    LATER = "later"
    EARLIER = "earlier"
    DROPPED = "dropped"
    GIVEN = "given"
    OTHER = "other"


_DEADLINE_KINDS = {
    DeadlineVerdict.LATER: Kind.DEADLINE_POSTPONED,
    DeadlineVerdict.EARLIER: Kind.DEADLINE_ADVANCED,
    DeadlineVerdict.DROPPED: Kind.DEADLINE_DROPPED,
    DeadlineVerdict.GIVEN: Kind.DEADLINE_ADDED,
    DeadlineVerdict.OTHER: Kind.DEADLINE_CHANGED,
}


@dataclass(frozen=True, slots=True)
class DeadlineChanged(Change):
    """The time of a task is another one.

    Attributes:
        old: The time before, as read from the print or entered by hand; None when there was none.
        new: The time now.
        old_text: The printed words before; None when there were none.
        new_text: The printed words now.
        verdict: What that means.
        shift: How far its end moved, `1 năm`, `92 ngày`; empty when it did not or cannot be told.
    """

    old: ScheduleReading | None
    new: ScheduleReading | None
    old_text: str | None
    new_text: str | None
    verdict: DeadlineVerdict
    shift: str = ""

    @property
    def kind(self) -> Kind:
        """By the verdict."""
        return _DEADLINE_KINDS[self.verdict]


class Role(StrEnum):
    """What agencies are named for."""

    LEAD = "lead"
    COORDINATORS = "coordinators"
    OWNER = "owner"
    DUTY = "duty"


_ROLE_KINDS = {
    Role.LEAD: Kind.LEAD_CHANGED,
    Role.COORDINATORS: Kind.COORDINATORS_CHANGED,
    Role.OWNER: Kind.OWNER_CHANGED,
    Role.DUTY: Kind.LEAD_CHANGED,
}


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency that a cell names.

    Attributes:
        id: Its id; empty for words that the registry does not know.
        name: Its name in the registry, or the words as printed.
    """

    id: str
    name: str

    @property
    def key(self) -> str:
        """What makes two the same: the id, else the words."""
        return self.id or self.name


Names = tuple[AgencyName, ...]


@dataclass(frozen=True, slots=True)
class AgenciesChanged(Change):
    """Somebody else is named.

    Attributes:
        role: For what.
        old: The agencies before.
        new: The agencies now.
        old_text: The cell before; None when it was blank.
        new_text: The cell now.
    """

    role: Role
    old: Names
    new: Names
    old_text: str | None
    new_text: str | None

    @property
    def kind(self) -> Kind:
        """By the role."""
        return _ROLE_KINDS[self.role]

    @property
    def gained(self) -> Names:
        """Agencies that were not named before."""
        return _without(self.new, self.old)

    @property
    def lost(self) -> Names:
        """Agencies that are no longer named."""
        return _without(self.old, self.new)


def _without(several: Names, others: Names) -> Names:
    """Agencies that the others do not name; a renamed agency is the same."""
    known = {one.key for one in others}
    return tuple(one for one in several if one.key not in known)


@dataclass(frozen=True, slots=True)
class ReadingChanged(Change):
    """The registry changed, and cells that did not change now name others.

    Attributes:
        role: For what.
        rows: Numbers of the tasks, or of the indicators, in the order of the document.
        gained: Agencies that are named now.
        lost: Agencies that were named before.
    """

    role: Role
    rows: tuple[str, ...]
    gained: Names
    lost: Names

    @property
    def kind(self) -> Kind:
        """Always the same."""
        return Kind.READING_CHANGED
