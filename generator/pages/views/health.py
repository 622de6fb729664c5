"""The state of a plan's checks in plain words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity, Status
from generator.model import Plan

_ADDING = {"B101", "B102", "B103", "B104", "B105"}

_KINDS = {
    **dict.fromkeys(_ADDING, "cộng tiền không khớp"),
    "B106": "số tiền bằng chữ không khớp",
    "B107": "số tiền bằng chữ sai cách đọc",
    "B": "kinh phí không khớp",
    "T": "chỉ tiêu không khớp",
    "P": "thời gian không khớp",
    "D101": "số lượng không khớp",
    "D102": "số thứ tự không liền",
    "D103": "số thứ tự bị trùng",
}
"""What does not agree, by the code of a rule or the letter of its family."""


@dataclass(frozen=True, slots=True)
class Health:
    """How sound a plan's record is.

    Attributes:
        kinds: Discrepancies of the document that are kept as printed: what does not agree, and
            in how many places.
        sums: How many of them are about sums of money.
        open: Findings that nobody has dealt with; a published site has none that are errors.
        notes: Things that readers should know and that stop nothing.
        has_money: Whether there are sums to check.
        has_tables: Whether there is a table to check.
    """

    kinds: tuple[tuple[str, int], ...]
    sums: int
    open: int
    notes: int
    has_money: bool
    has_tables: bool

    @property
    def level(self) -> str:
        """`good`, `none` (nothing to check), `known` (accepted discrepancies) or `bad` (errors)."""
        if self.open:
            return "bad"
        if self.kinds:
            return "known"
        return "good" if self.has_money or self.has_tables else "none"

    @property
    def words(self) -> str:
        """One plain sentence without its full stop."""
        if self.open:
            return f"{self.open} lỗi chưa xử lý"
        all_right = "Mọi phép cộng đều khớp" if self.has_money else "Mọi phép kiểm đều đạt"
        if not self.kinds:
            nothing = "Không có bảng hay số tiền để đối chiếu"
            return nothing if self.level == "none" else all_right
        places = ", ".join(f"{count} chỗ {kind}" for kind, count in self.kinds)
        if self.sums or not self.has_money:
            return f"{places}; giữ nguyên như văn bản in"
        return f"{all_right}; {places}, giữ nguyên như văn bản in"


def health_of(plan: Plan, findings: Sequence[Diagnostic]) -> Health:
    """Count a plan's findings.

    Args:
        plan: The plan.
        findings: Its findings.

    Returns:
        The state of its checks.
    """
    accepted = [d.finding.rule.code for d in findings if d.status is Status.ACCEPTED]
    waiting = [item for item in findings if item.status is Status.OPEN]
    errors = [item for item in waiting if item.finding.rule.severity is Severity.ERROR]
    return Health(
        kinds=tuple(Counter(_kind(code) for code in accepted).items()),
        sums=sum(code in _ADDING for code in accepted),
        open=len(errors),
        notes=len(waiting) - len(errors),
        has_money=bool(plan.budget.statements)
        or any(annex.columns for annex in plan.annexes.values()),
        has_tables=bool(plan.annexes),
    )


def _kind(code: str) -> str:
    return _KINDS.get(code) or _KINDS.get(code[:1], "khác không khớp")
