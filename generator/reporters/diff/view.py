"""What every format writes from: changes by plan, and the counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.changes import Change, Level
from generator.changes.comparison import Comparison, Unread
from generator.diagnostics import Diagnostic, Status
from generator.reporters.view import write_figures, write_number

REGISTRY_NAME = "Sổ dùng chung (plans/registry/)"

LEVELS: Mapping[Level, str] = {
    Level.PROMISE: "Xem kỹ trước",
    Level.CONTENT: "Nội dung khác",
    Level.FORM: "Tên gọi, số thứ tự, tổng đổi theo",
    Level.TEXT: "Lời của người biên tập",
}


@dataclass(frozen=True, slots=True)
class SideName:
    """How one of the two states is called.

    Attributes:
        name: As the user named it, or a Vietnamese phrase.
        commit: Id of its commit; None for a folder.
    """

    name: str
    commit: str | None = None

    @property
    def words(self) -> str:
        """`main (1a2b3c4d)`."""
        return f"{self.name} ({self.commit[:8]})" if self.commit else self.name


@dataclass(frozen=True)
class DiffView:
    """Everything that a format may write.

    Attributes:
        comparison: What changed.
        base: The state before.
        head: The state now.
        suggestion: What would mend the form of the files, as text; for a format that shows it.
        color: Whether to use the colours of a terminal.
    """

    comparison: Comparison
    base: SideName
    head: SideName
    suggestion: str = ""
    color: bool = False

    @cached_property
    def by_plan(self) -> Mapping[str, tuple[Change, ...]]:
        """Plan id, empty for the registry, to its changes; both the most important first.

        A plan of which only the sum of a total moved has no changes.
        """
        plans: dict[str, list[Change]] = {}
        for change in self.comparison.changes:
            plans.setdefault(change.subject.plan_id, []).append(change)
        for plan_id in self.comparison.totals:
            plans.setdefault(plan_id, [])
        return {plan_id: tuple(changes) for plan_id, changes in plans.items()}

    def name_of(self, plan_id: str) -> str:
        """What readers call a plan."""
        return self.comparison.names.get(plan_id, plan_id) if plan_id else REGISTRY_NAME

    def side_of(self, one: Unread) -> str:
        """On which side something could not be read."""
        return (self.base if one.before else self.head).words

    @property
    def changes_words(self) -> str:
        """`14 thay đổi ở 2 kế hoạch, 3 cần xem kỹ`."""
        changes = self.comparison.changes
        if not changes and self.comparison.unread:
            return "Không có thay đổi ở những phần so được"
        if not changes:
            return "Không có thay đổi về nội dung"
        plans = {change.subject.plan_id for change in changes}
        where = [
            f"{write_number(len(plans - {''}))} kế hoạch" if plans - {""} else "",
            "sổ dùng chung" if "" in plans else "",
        ]
        careful = sum(change.kind.level is Level.PROMISE for change in changes)
        return (
            f"{write_number(len(changes))} thay đổi ở {' và '.join(filter(None, where))}"
            f"{f', {write_number(careful)} cần xem kỹ' if careful else ''}"
        )

    @property
    def findings_words(self) -> str:
        """`1 lỗi mới, 0 lỗi đã hết, 51 phát hiện như cũ`."""
        found = self.comparison.findings
        return (
            f"{write_number(found.new_errors)} lỗi mới, {write_number(found.gone_errors)} lỗi đã "
            f"hết, {write_number(found.same)} phát hiện như cũ"
        )

    def before_words(self, then: Diagnostic, now: Diagnostic) -> str:
        """What a finding that is there on both sides was before, as far as it was otherwise."""
        accepted = "đã chấp nhận" if then.status is Status.ACCEPTED else "chưa chấp nhận"
        figures = then.finding.figures
        words = (
            write_figures(figures, self.comparison.units) if figures else "",
            accepted if then.status is not now.status else "",
        )
        return f"Trước đó: {'; '.join(filter(None, words))}"

    def kinds(self) -> Mapping[str, int]:
        """How many changes there are of each kind, in the order of importance."""
        counted = Counter(change.kind for change in self.comparison.changes)
        return {str(kind): counted[kind] for kind in sorted(counted, key=lambda kind: kind.rank)}
