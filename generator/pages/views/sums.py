"""Whether printed sums are right, cell by cell.

The checks decide what is a discrepancy. The sums are made again here with the checks' own
arithmetic, so that a page says "khớp" only of a figure that was added up and came out the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Diagnostic, Number, Path, Status
from generator.model import Plan
from generator.pages.addresses import QUALITY
from generator.pages.views.discrepancies import entry_anchors

WAYS = {
    "B101": "cộng ngang được",
    "B102": "cộng dọc được",
    "B103": "cộng dọc được",
    "B104": "cộng các phụ lục được",
    "B105": "cộng các nguồn được",
}
"""What was added up, by the rule that compares it."""


class Verdict(StrEnum):
    """What adding up says about a printed figure."""

    MATCH = "match"
    MISMATCH = "mismatch"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A printed figure that differs from what adds up.

    Attributes:
        stated: As printed.
        computed: As added up.
        way: What was added up, `cộng ngang được`.
        accepted: Whether a waiver keeps it as printed.
        address: Its entry on the page of data quality; empty where there is none.
    """

    stated: Number
    computed: Number
    way: str
    accepted: bool = False
    address: str = ""

    @property
    def difference(self) -> Number:
        """Printed minus computed."""
        return self.stated - self.computed


@dataclass(frozen=True, slots=True)
class Mark:
    """The verdict on one printed figure, with every way in which it does not add up."""

    verdict: Verdict
    mismatches: tuple[Mismatch, ...] = ()


UNCHECKED = Mark(Verdict.UNCHECKED)


class SumFindings:
    """Findings about sums by the path of the printed figure."""

    def __init__(self, plan: Plan, findings: Sequence[Diagnostic]) -> None:
        """Sort findings.

        Args:
            plan: The plan.
            findings: All its findings.
        """
        self._at: Mapping[Path, tuple[Mismatch, ...]] = _by_path(plan, findings)

    def judge(self, path: Path, stated: int, sums: Mapping[str, Number | None]) -> Mark:
        """Judge a printed figure.

        Args:
            path: Its path.
            stated: The figure.
            sums: Code of a rule to the sum that it compares; None when there was nothing to add.

        Returns:
            The verdict. Figures of a finding win over our own sum.
        """
        if path in self._at:
            return Mark(Verdict.MISMATCH, self._at[path])
        made = {WAYS[rule]: total for rule, total in sums.items() if total is not None}
        if wrong := tuple(Mismatch(stated, t, way) for way, t in made.items() if t != stated):
            return Mark(Verdict.MISMATCH, wrong)
        return Mark(Verdict.MATCH) if made else UNCHECKED


def _by_path(plan: Plan, findings: Sequence[Diagnostic]) -> Mapping[Path, tuple[Mismatch, ...]]:
    found: dict[Path, tuple[Mismatch, ...]] = {}
    for item, anchor in zip(findings, entry_anchors(plan, findings), strict=True):
        figures = item.finding.figures
        if figures is None or not item.finding.rule.code.startswith("B"):
            continue
        mismatch = Mismatch(
            stated=figures.stated,
            computed=figures.computed,
            way=WAYS.get(item.finding.rule.code, "đối chiếu được"),
            accepted=item.status is Status.ACCEPTED,
            address=f"{QUALITY}#{anchor}",
        )
        found[item.finding.path] = (*found.get(item.finding.path, ()), mismatch)
    return found
