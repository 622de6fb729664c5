"""The changes: frozen values that carry all that a sentence, a page or a program needs."""

from generator.changes.values.amounts import (
    AmountChanged,
    TotalChanged,
    TotalMove,
    TotalVerdict,
    Way,
)
from generator.changes.values.base import Change, Subject
from generator.changes.values.items import (
    Added,
    Dropped,
    FieldChanged,
    Moved,
    PartlyChanged,
    Renamed,
    Renumbered,
    Reordered,
)
from generator.changes.values.targets import (
    BaselineChanged,
    TargetChanged,
    TargetVerdict,
    aspect,
)
from generator.changes.values.tasks import (
    AgenciesChanged,
    AgencyName,
    DeadlineChanged,
    DeadlineVerdict,
    ReadingChanged,
    Role,
)

__all__ = [
    "Added",
    "AgenciesChanged",
    "AgencyName",
    "AmountChanged",
    "BaselineChanged",
    "Change",
    "DeadlineChanged",
    "DeadlineVerdict",
    "Dropped",
    "FieldChanged",
    "Moved",
    "PartlyChanged",
    "ReadingChanged",
    "Renamed",
    "Renumbered",
    "Reordered",
    "Role",
    "Subject",
    "TargetChanged",
    "TargetVerdict",
    "TotalChanged",
    "TotalMove",
    "TotalVerdict",
    "Way",
    "aspect",
]
