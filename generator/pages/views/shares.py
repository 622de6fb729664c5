"""Parts of the money with their shares of the whole, as bars with figures beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup

from generator.model import Plan
from generator.pages.addresses import plan_address
from generator.pages.charts.bars import share_bar
from generator.pages.views.money import Money
from generator.pages.views.totals import Part
from generator.vietnamese import format_percent

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the whole.

    Attributes:
        part: The part.
        address: Where it is told in full.
        percent: Its share, `42,1 %`; empty when the whole is not known.
        bar: The share as a bar.
    """

    part: Part
    address: str
    percent: str
    bar: Markup


def shares(plan: Plan, parts: Iterable[Part], whole: Money | None) -> tuple[Share, ...]:
    """Compare parts with their whole.

    Args:
        plan: The plan, on whose budget page the parts stand.
        parts: The parts.
        whole: The whole; None when it is not known.

    Returns:
        The parts with their shares, in the same order.
    """
    return tuple(_share(plan, part, whole) for part in parts)


def _share(plan: Plan, part: Part, whole: Money | None) -> Share:
    address = plan_address(plan, f"kinh-phi/#{part.anchor}")
    if whole is None or not whole.vnd or part.money.vnd is None:
        return Share(part, address, "", Markup(""))
    percent = Decimal(part.money.vnd) / whole.vnd * 100
    rounded = percent.quantize(_TENTH, ROUND_HALF_UP)
    words = format_percent(rounded) if rounded or not percent else f"dưới {format_percent(_TENTH)}"
    return Share(part, address, words, share_bar(part.money.vnd, whole.vnd))
