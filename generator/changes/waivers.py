"""Accepted discrepancies before and now; one that follows its row to a new number is the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.changes.details import added, dropped
from generator.changes.kinds import Item, Kind
from generator.changes.names import PLURALS
from generator.changes.pairing import Pairing, content, in_order, likeness
from generator.changes.plain import field_changed
from generator.changes.records import addresses_of, compare_records
from generator.changes.sides import At, Event, Sides, at_record, subject
from generator.changes.values import Reordered
from generator.model import Waiver, Waivers

_AT = At(Item.WAIVER, "waivers/waivers", "waivers/waivers", "các sai lệch giữ nguyên")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A waiver with its own address, and the place that it names as it is called now."""

    address: str
    waiver: Waiver
    path: str


def waiver_events(
    sides: Sides, old: Waivers, new: Waivers, addresses: Mapping[str, str]
) -> Iterator[Event]:
    """Tell what became of the accepted discrepancies of a plan.

    Args:
        sides: The two states.
        old: The waivers before.
        new: The waivers now.
        addresses: Address before to address now of what has another one.

    Yields:
        The changes, and new addresses of waivers.
    """
    pairing = Pairing(_placed(old, addresses), _placed(new, {}))
    pairing.by(lambda one: content(one.waiver))
    pairing.by(lambda one: (one.waiver.code, one.path, one.waiver.stated, one.waiver.computed))
    pairing.by(lambda one: (one.waiver.code, one.path))
    pairs = pairing.by_score(lambda a, b: likeness(a.waiver, b.waiver)).pairs()
    for one in pairs.dropped:
        yield dropped(sides, Item.WAIVER, one.address, one.waiver, _AT, old)
    for one in pairs.added:
        yield added(sides, Item.WAIVER, one.address, one.waiver, _AT, new)
    for one, other in pairs.both:
        yield from _compare(sides, one, other)
    if not in_order(pairs.order):
        yield Reordered(subject(sides, _AT), PLURALS[Item.WAIVER])


def _placed(waivers: Waivers, addresses: Mapping[str, str]) -> tuple[_Placed, ...]:
    own = addresses_of(_AT.new, waivers.waivers)
    return tuple(
        _Placed(own[id(one)], one, translate(one.path, addresses)) for one in waivers.waivers
    )


def _compare(sides: Sides, old: _Placed, new: _Placed) -> Iterator[Event]:
    at = at_record(sides, Item.WAIVER, (old.address, old.waiver), (new.address, new.waiver))
    followed = old.waiver.path != new.waiver.path and old.path == new.waiver.path
    told = frozenset({"path"}) if followed else frozenset[str]()
    yield from compare_records(sides, old.waiver, new.waiver, at, told)
    if followed:
        change = field_changed(sides, at, "path", old.waiver, new.waiver)
        yield replace(change, weight=Kind.RENUMBERED)


def translate(path: str, addresses: Mapping[str, str]) -> str:
    """Write an address as it is now.

    Args:
        path: An address before.
        addresses: Address before to address now of what has another one.

    Returns:
        The address with its longest known beginning replaced; unchanged when none is known.
    """
    head, tail = path, ""
    while head:
        if head in addresses:
            return addresses[head] + tail
        head, slash, last = head.rpartition("/")
        tail = f"{slash}{last}{tail}"
    return path
