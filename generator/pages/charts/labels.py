"""Places short labels near points so that they neither overlap nor leave the picture.

Text cannot be measured here, so a width is reckoned generously from the number of characters.
"""

from dataclasses import dataclass
from decimal import Decimal

CHARACTER = Decimal("7.4")
HEIGHT = Decimal(14)
_GAP = Decimal(9)
_DROP = Decimal(20)


@dataclass(frozen=True, slots=True)
class Label:
    """A centred label.

    Attributes:
        x: Middle of the text.
        y: Baseline of the text.
        text: The text.
    """

    x: Decimal
    y: Decimal
    text: str

    @property
    def half(self) -> Decimal:
        """Half of the width that is kept free."""
        return len(self.text) * CHARACTER / 2

    def hits(self, other: "Label") -> bool:
        """Whether the two would touch."""
        return abs(self.x - other.x) < self.half + other.half and abs(self.y - other.y) < HEIGHT


@dataclass(frozen=True, slots=True)
class Frame:
    """The room for labels: left, top, right, bottom."""

    left: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal


def place(x: Decimal, y: Decimal, text: str, taken: list[Label], frame: Frame) -> Label | None:
    """Find room for the label of a point, above it or below it.

    Args:
        x: Where the point is.
        y: Where the point is.
        text: What the label says.
        taken: Labels that are placed already.
        frame: The room for labels.

    Returns:
        The label, or None when there is no room: the figures also stand in the table.
    """
    half = len(text) * CHARACTER / 2
    middle = min(max(x, frame.left + half), frame.right - half)
    for baseline in (y - _GAP, y + _DROP):
        label = Label(middle, baseline, text)
        inside = frame.top + HEIGHT <= baseline <= frame.bottom
        if inside and not any(label.hits(other) for other in taken):
            return label
    return None
