"""Parts of the money with their shares of the whole, as bars with figures beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup

from generator.model import Plan
from generator.pages.addresses import plan_address
from generator.pages.charts.bars import share_bar
from generator.pages.views.money import Money, human_money
from generator.pages.views.tree import Branch
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

    part: Branch
    address: str
    percent: str
    bar: Markup


def shares(plan: Plan, parts: Iterable[Branch], whole: Money | None) -> tuple[Share, ...]:
    """Compare parts with their whole.

    Args:
        plan: The plan, on whose budget page the parts stand.
        parts: The parts.
        whole: The whole; None when it is not known. Shares are of what the parts add up to
            where that is more, so that they never make more than 100 %.

    Returns:
        The parts with their shares, in the same order.
    """
    listed = tuple(parts)
    base = share_base(listed, whole)
    return tuple(_share(plan, part, base) for part in listed)


def share_base(parts: Sequence[Branch], whole: Money | None) -> int | None:
    """What shares are taken of, in đồng.

    Args:
        parts: The parts.
        whole: The printed whole.

    Returns:
        The whole, or the sum of the parts where that is more; None when it is not known.
    """
    if whole is None or not whole.vnd:
        return None
    return max(whole.vnd, sum(part.vnd for part in parts))


def share_remark(parts: Sequence[Branch], whole: Money | None) -> str:
    """Say under a chart what it does that the document does not.

    Args:
        parts: The parts.
        whole: The printed whole.

    Returns:
        One or two sentences; empty when there is nothing to say.
    """
    said = []
    base = share_base(parts, whole)
    if whole is not None and base is not None and base != whole.vnd:
        said.append(
            f"Các phần cộng lại được {human_money(base)}, khác tổng in {whole.human}; "
            "tỷ trọng tính trên tổng cộng lại."
        )
    if any(part.across for part in parts):
        said.append(
            "Chỗ ghi «cộng các cột» là số do máy cộng từ các cột tiền; bảng của văn bản không in "
            "cột tổng."
        )
    return " ".join(said)


def percent_of(part: int, whole: int) -> str:
    """A share in words, to a tenth of a per cent; a small one is never told to be nothing.

    Args:
        part: The part.
        whole: The whole; 0 when it is not known.

    Returns:
        `42,1 %`, `dưới 0,1 %`; empty without a whole.
    """
    if not whole:
        return ""
    percent = Decimal(part) / whole * 100
    rounded = percent.quantize(_TENTH, ROUND_HALF_UP)
    return format_percent(rounded) if rounded or not part else f"dưới {format_percent(_TENTH)}"


def _share(plan: Plan, part: Branch, base: int | None) -> Share:
    address = plan_address(plan, f"kinh-phi/#{part.anchor}")
    if base is None or part.money is None or part.money.vnd is None:
        return Share(part, address, "", Markup(""))
    return Share(part, address, percent_of(part.vnd, base), share_bar(part.vnd, base))
