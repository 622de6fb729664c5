"""Places short labels near points so that they neither overlap nor leave the picture.

Text cannot be measured here, so a width is reckoned generously from the number of characters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

CHARACTER = Decimal("8.6")
HEIGHT = Decimal(14)
_GAP = Decimal(9)
_DROP = Decimal(20)
_RISE = Decimal(11)


@dataclass(frozen=True, slots=True)
class Box:
    """A room in a picture: left, top, right, bottom."""

    left: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal

    def hits(self, other: "Box") -> bool:
        """Whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Box") -> bool:
        """Whether the other lies within it."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


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
    def box(self) -> Box:
        """The room that is kept free for it."""
        half = width_of(self.text) / 2
        return Box(self.x - half, self.y - _RISE, self.x + half, self.y + HEIGHT - _RISE)


def width_of(text: str) -> Decimal:
    """Width that is kept free for a label."""
    return len(text) * CHARACTER


def place(
    spot: Box, text: str, taken: Sequence[Label], marks: Sequence[Box], frame: Box
) -> Label | None:
    """Find room for the label of a point, above it or below it.

    Args:
        spot: Where the point is; of a range or a span of years, all of it.
        text: What the label says.
        taken: Labels that are placed already.
        marks: Marks and bars that a label should not cover.
        frame: The room for labels.

    Returns:
        The label where it covers neither labels nor marks, else where it covers no label; None
        when there is no room: the figures also stand in the table.
    """
    half = width_of(text) / 2
    middle = (spot.left + spot.right) / 2
    x = min(max(middle, frame.left + half), frame.right - half)
    rooms = [Label(x, y, text) for y in (spot.top - _GAP, spot.bottom + _DROP)]
    free = [
        label
        for label in rooms
        if frame.holds(label.box) and not any(label.box.hits(other.box) for other in taken)
    ]
    clear = (label for label in free if not any(label.box.hits(box) for box in marks))
    return next(clear, None) or next(iter(free), None)
