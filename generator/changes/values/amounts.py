"""Amounts of money and printed totals."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.changes.kinds import Kind
from generator.changes.money import Money, difference, size_of
from generator.changes.values.base import Change, Subject
from generator.diagnostics import Number


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a printed total is added up.

    Attributes:
        name: What is added, `các dòng bên dưới`.
        old: What it came to before; None when there was nothing to add.
        new: What it comes to now.
    """

    name: str
    old: Money | None
    new: Money | None

    @property
    def moved(self) -> bool:
        """Whether the sum of the parts changed."""
        return _figure(self.old) != _figure(self.new)


class TotalVerdict(StrEnum):
    """What became of a printed total when its parts changed.

    Attributes:
        FOLLOWED: It moved as far as its parts, or agrees with them now.
        OTHERWISE: It moved, but not with its parts.
        SETTLED: It stayed, and its parts now agree with it.
        LEFT: It stayed, and its parts moved away from it.
        UNCOMPARED: It stayed, and no part is left to be added up.
        STILL: Neither it nor the sum of its parts moved.
    """

    FOLLOWED = "followed"
    OTHERWISE = "otherwise"
    SETTLED = "settled"
    LEFT = "left"
    UNCOMPARED = "uncompared"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class TotalMove:
    """A printed total before and after, with the sums of its parts.

    Attributes:
        subject: What it is the total of: `nhóm I «…», cột «Tổng cộng»`.
        label: The same in a few words, for lists: `nhóm I, cột «Tổng cộng»`.
        old: As printed before; None when it was not printed.
        new: As printed now.
        ways: Every way in which it is added up; empty when nothing makes it up.
    """

    subject: Subject
    label: str
    old: Money | None
    new: Money | None
    ways: tuple[Way, ...] = ()

    @property
    def printed_moved(self) -> bool:
        """Whether the printed figure changed."""
        return _figure(self.old) != _figure(self.new)

    @property
    def moved(self) -> bool:
        """Whether the printed figure or a sum of its parts changed."""
        return self.printed_moved or any(way.moved for way in self.ways)

    @property
    def added_up(self) -> bool:
        """Whether it agreed with its parts before, as far as there were parts."""
        return all(way.old is None or _agree(way.old, self.old) for way in self.ways)

    @property
    def adds_up(self) -> bool:
        """Whether it agrees with its parts now."""
        return all(way.new is None or _agree(way.new, self.new) for way in self.ways)

    @property
    def follows(self) -> bool:
        """Whether it moved just as far as its parts, or agrees with them now."""
        compared = [way for way in self.ways if way.old is not None or way.new is not None]
        return bool(compared) and (self.adds_up or all(map(self._moved_alike, compared)))

    @property
    def verdict(self) -> "TotalVerdict":
        """What the change of its parts did to it."""
        if not self.moved:
            return TotalVerdict.STILL
        if self.printed_moved:
            return TotalVerdict.FOLLOWED if self.follows else TotalVerdict.OTHERWISE
        if all(way.new is None for way in self.ways):
            return TotalVerdict.UNCOMPARED
        return TotalVerdict.SETTLED if self.adds_up else TotalVerdict.LEFT

    def _moved_alike(self, way: Way) -> bool:
        parts, printed = difference(way.old, way.new), difference(self.old, self.new)
        return parts is not None and printed is not None and parts.amount == printed.amount


@dataclass(frozen=True, slots=True)
class AmountChanged(Change):
    """An amount is another one.

    Attributes:
        column: Label of its column; empty outside tables.
        old: The amount before; None when the cell was blank.
        new: The amount now.
        carries: The printed totals that contain it.
    """

    column: str
    old: Money | None
    new: Money | None
    carries: tuple[TotalMove, ...] = ()

    @property
    def kind(self) -> Kind:
        """Always the same."""
        return Kind.AMOUNT_CHANGED

    @property
    def size(self) -> Decimal:
        """How far the amount moved, in đồng."""
        return _moved(self.old, self.new)


@dataclass(frozen=True, slots=True)
class TotalChanged(Change):
    """A printed total is another one.

    Attributes:
        move: The total before and after, with what it is made of.
    """

    move: TotalMove

    @property
    def kind(self) -> Kind:
        """A total that goes with its parts is a consequence, any other one is a change."""
        return Kind.TOTAL_FOLLOWED if self.move.follows else Kind.TOTAL_CHANGED

    @property
    def size(self) -> Decimal:
        """How far the printed figure moved, in đồng."""
        return _moved(self.move.old, self.move.new)


def _moved(old: Money | None, new: Money | None) -> Decimal:
    if old is None or new is None:
        return size_of(old) + size_of(new)
    return size_of(difference(old, new))


def _figure(money: Money | None) -> Number | None:
    return None if money is None else money.amount


def _agree(sum_: Money, printed: Money | None) -> bool:
    return printed is not None and sum_.amount == printed.amount
