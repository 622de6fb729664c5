"""The state of a plan's checks in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity, Status
from generator.model import Plan


@dataclass(frozen=True, slots=True)
class Health:
    """How sound a plan's record is.

    Attributes:
        accepted: Discrepancies of the document that are kept as printed.
        sums: How many of them are about sums of money.
        open: Findings that nobody has dealt with; a published site has none that are errors.
        notes: Things that readers should know and that stop nothing.
        has_money: Whether there are sums to check.
    """

    accepted: int
    sums: int
    open: int
    notes: int
    has_money: bool

    @property
    def level(self) -> str:
        """`good`, `known` (accepted discrepancies) or `bad` (open errors)."""
        if self.open:
            return "bad"
        return "known" if self.accepted else "good"

    @property
    def words(self) -> str:
        """One plain sentence without its full stop."""
        if self.open:
            return f"{self.open} lỗi chưa xử lý"
        if self.sums:
            return f"{self.accepted} chỗ không khớp, giữ nguyên như văn bản in"
        all_right = "Mọi phép cộng đều khớp" if self.has_money else "Mọi phép kiểm đều đạt"
        if not self.accepted:
            return all_right
        if not self.has_money:
            return f"{self.accepted} chỗ không khớp, giữ nguyên như văn bản in"
        return f"{all_right}; {self.accepted} chỗ khác không khớp, giữ nguyên như in"


def health_of(plan: Plan, findings: Sequence[Diagnostic]) -> Health:
    """Count a plan's findings.

    Args:
        plan: The plan.
        findings: Its findings.

    Returns:
        The state of its checks.
    """
    accepted = [item for item in findings if item.status is Status.ACCEPTED]
    waiting = [item for item in findings if item.status is Status.OPEN]
    errors = [item for item in waiting if item.finding.rule.severity is Severity.ERROR]
    return Health(
        accepted=len(accepted),
        sums=sum(item.finding.rule.code.startswith("B") for item in accepted),
        open=len(errors),
        notes=len(waiting) - len(errors),
        has_money=bool(plan.budget.statements)
        or any(annex.columns for annex in plan.annexes.values()),
    )
