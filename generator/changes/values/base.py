"""What every change has: its subject, its kind, its size."""

from dataclasses import dataclass
from decimal import Decimal

from generator.changes.kinds import Item, Kind


@dataclass(frozen=True, slots=True)
class Subject:
    """What a change is about.

    Attributes:
        item: What kind of thing it is.
        plan_id: Plan that holds it, `province/plan`; empty for the registry.
        path: Its stable address within the plan, as in findings and waivers; where it stands after
            the change, or stood before when it is gone. Empty for a whole plan.
        name: What readers call it: `nhiệm vụ 2 «Số hóa hồ sơ»`.
        where: Place in the document, `Phụ lục I`; empty when the name says enough.
    """

    item: Item
    plan_id: str
    path: str
    name: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed. Every kind of change is one of the classes below."""

    subject: Subject

    @property
    def kind(self) -> Kind:
        """What the change means."""
        raise NotImplementedError

    @property
    def size(self) -> Decimal:
        """How great it is among changes of its kind; 0 where that cannot be said."""
        return Decimal(0)
