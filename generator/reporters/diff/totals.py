"""Printed totals before and after, line by line, for tables."""

from dataclasses import dataclass

from generator.changes.money import Money
from generator.changes.values import TotalMove
from generator.reporters.view import write_difference, write_number


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A printed total before and after, against what it is made of.

    Attributes:
        label: What it is the total of, with its place in the document.
        unit: Name of its unit.
        printed: As printed before and now.
        parts: What was added up; empty when nothing makes the total up.
        computed: What the parts came to before, and come to now.
        verdict: Whether it agrees with its parts now.
    """

    label: str
    unit: str
    printed: tuple[str, str]
    parts: str
    computed: tuple[str, str]
    verdict: str


def total_lines(move: TotalMove) -> tuple[TotalLine, ...]:
    """Lay a total out.

    Args:
        move: The total.

    Returns:
        A line for each sum that it is compared with; ways that come to the same share one. A
        single line without a sum where nothing makes it up.
    """
    sums: dict[tuple[Money | None, Money | None], list[str]] = {}
    for way in move.ways:
        sums.setdefault((way.old, way.new), []).append(way.name)
    where = f"{move.subject.where}, " if move.subject.where else ""
    money = move.new or move.old
    return tuple(
        TotalLine(
            label=f"{where}{move.label}",
            unit=money.unit if money else "",
            printed=(_figure(move.old), _figure(move.new)),
            parts=" và ".join(names),
            computed=(_figure(old), _figure(new)),
            verdict=_verdict(move.new, new),
        )
        for (old, new), names in (sums or {(None, None): []}).items()
    )


def _figure(money: Money | None) -> str:
    return "" if money is None else write_number(money.amount)


def _verdict(printed: Money | None, computed: Money | None) -> str:
    if printed is None or computed is None:
        return ""
    gap = printed.amount - computed.amount
    return f"lệch {write_difference(gap)}" if gap else "khớp"
