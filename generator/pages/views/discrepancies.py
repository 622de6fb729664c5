"""Discrepancies where the figure stands, with a link to the entry that tells their reason.

Sums of money carry their own marks (see `sums`), so findings of that family with figures are
left out here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Path, Severity, Status
from generator.model import Plan, Registry
from generator.model.anchors import Anchors
from generator.pages.addresses import QUALITY, plan_anchor
from generator.pages.views.findings import measured

_NOT_IN_ANCHOR = re.compile(r"[^\w.~-]+")

_OTHER_SIDE = {
    "T101": "mốc trước",
    "T102": "chỗ khác ghi",
    "T103": "chỗ kia ghi",
    "P102": "theo thời gian thực hiện phải là",
    "D101": "liệt kê",
}
"""What the second figure of a finding is, by rule."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A mark at a figure.

    Attributes:
        words: What is done with it, `không khớp, giữ như in`.
        figures: Both figures; empty when the rule is not about figures.
        message: What is wrong, in full.
        reason: Why it is kept; empty while it is open.
        accepted: Whether it is kept as printed.
        address: Its entry on the page of data quality.
    """

    words: str
    figures: str
    message: str
    reason: str
    accepted: bool
    address: str


def entry_anchors(plan: Plan, findings: Sequence[Diagnostic]) -> tuple[str, ...]:
    """Anchors of a plan's findings on the page of data quality, in the order of the findings.

    Args:
        plan: The plan.
        findings: All its findings.

    Returns:
        `tay-ninh.1330-da-ubnd-2025.P102.annexes.phu-luc-1-1.rows.V.rows.21.amounts.y2025`: the
        rule and the stable place, so that an anchor is the same whatever else is found. Of two
        findings of one rule at one place the second one has `-2`.
    """
    anchors = Anchors()
    return tuple(
        anchors.take(f"{plan_anchor(plan)}.{item.finding.rule.code}.{_place_word(item.place)}")
        for item in findings
    )


def _place_word(place: str) -> str:
    """A place as a part of an anchor; codes are printed text and may hold anything."""
    return _NOT_IN_ANCHOR.sub("-", place.replace("/", "."))


class Discrepancies:
    """A plan's discrepancies by their place."""

    def __init__(self, plan: Plan, findings: Sequence[Diagnostic], registry: Registry) -> None:
        """Sort findings.

        Args:
            plan: The plan.
            findings: All its findings.
            registry: The registry, for units.
        """
        anchors = entry_anchors(plan, findings)
        self._all = tuple(
            (item.finding.path, _discrepancy(item, anchor, registry))
            for item, anchor in zip(findings, anchors, strict=True)
            if item.finding.rule.severity is Severity.ERROR and not _has_own_mark(item)
        )

    def at(self, place: Path) -> tuple[Discrepancy, ...]:
        """Those of a row, an item or a value.

        Args:
            place: Path of the row or item.

        Returns:
            Discrepancies at the path or below it, but not those of rows below a group.
        """
        size = len(place)
        return tuple(
            found
            for path, found in self._all
            if path[:size] == place and path[size : size + 1] != ("rows",)
        )


def _has_own_mark(item: Diagnostic) -> bool:
    return item.finding.figures is not None and item.finding.rule.code.startswith("B")


def _discrepancy(item: Diagnostic, anchor: str, registry: Registry) -> Discrepancy:
    accepted = item.status is Status.ACCEPTED
    return Discrepancy(
        words="không khớp, giữ như in" if accepted else "không khớp, chưa xử lý",
        figures=_both(item, registry),
        message=item.finding.message,
        reason=item.reason if accepted else "",
        accepted=accepted,
        address=f"{QUALITY}#{anchor}",
    )


def _both(item: Diagnostic, registry: Registry) -> str:
    figures = item.finding.figures
    if figures is None:
        return ""
    unit = registry.units.get(figures.unit)
    way = _OTHER_SIDE.get(item.finding.rule.code, "đối chiếu được")
    return f"in {measured(figures.stated, unit)}, {way} {measured(figures.computed, unit)}"
