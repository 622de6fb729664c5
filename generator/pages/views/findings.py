"""Findings as readers of the site see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.diagnostics import Diagnostic, Number, Severity, Status
from generator.model import Plan, Registry, Unit
from generator.pages.addresses import QUALITY, rule_address
from generator.pages.views.money import human_money
from generator.pages.views.places import Place, place_of
from generator.vietnamese import format_decimal
from generator.vietnamese.numbers import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding.

    Attributes:
        code: Code of its rule.
        rule_address: Address of the rule's page.
        title: What is wrong, in general.
        message: What is wrong here.
        place: Where it is.
        severity: Error or note.
        accepted: Whether it is kept as printed.
        reason: Why it is kept.
        source: Where the document shows that it is so.
        stated: The printed figure with its unit; empty when the rule is not about figures.
        computed: The figure that follows from the rest of the document.
        difference: Printed minus computed, with its sign.
        stake: The difference as an amount that people say; empty when it is not money.
        vnd: The difference in đồng without its sign; 0 when it is not money.
        file: File in the repository, with the line.
        anchor: Its anchor on the page of data quality; empty on other pages.
    """

    code: str
    rule_address: str
    title: str
    message: str
    place: Place
    severity: Severity
    accepted: bool
    reason: str
    source: str
    stated: str
    computed: str
    difference: str
    stake: str
    vnd: int
    file: str
    anchor: str = ""

    @property
    def is_note(self) -> bool:
        """Whether it stops nothing."""
        return self.severity is Severity.NOTE


def finding_view(item: Diagnostic, plan: Plan | None, registry: Registry) -> FindingView:
    """Make one finding ready to be laid out.

    Args:
        item: The finding with its place.
        plan: The plan that it is about; None for a finding in the registries.
        registry: The registry, for units.

    Returns:
        The finding.
    """
    finding = item.finding
    figures = finding.figures
    unit = registry.units.get(figures.unit) if figures else None
    vnd = _in_vnd(figures.difference, unit) if figures else 0
    return FindingView(
        code=finding.rule.code,
        rule_address=rule_address(finding.rule.code),
        title=finding.rule.title,
        message=finding.message,
        place=place_of(plan, finding.path) if plan else Place(item.file, QUALITY),
        severity=finding.rule.severity,
        accepted=item.status is Status.ACCEPTED,
        reason=item.reason,
        source=_source_of(item, plan),
        stated=measured(figures.stated, unit) if figures else "",
        computed=measured(figures.computed, unit) if figures else "",
        difference=_signed(figures.difference, unit) if figures else "",
        stake=human_money(vnd) if vnd else "",
        vnd=vnd,
        file=f"{item.file}, dòng {item.line}",
    )


def finding_views(
    items: Iterable[Diagnostic], plans: Sequence[Plan], registry: Registry
) -> tuple[FindingView, ...]:
    """Make many findings ready, in their own order."""
    by_id = {plan.id: plan for plan in plans}
    return tuple(finding_view(item, by_id.get(item.plan_id), registry) for item in items)


def _source_of(item: Diagnostic, plan: Plan | None) -> str:
    """Where the document shows a discrepancy, from the waiver that accepts it."""
    if plan is None or item.status is not Status.ACCEPTED:
        return ""
    return next(
        (
            waiver.source
            for waiver in plan.waivers.waivers
            if waiver.code == item.finding.rule.code and waiver.path == item.place
        ),
        "",
    )


def _in_vnd(difference: Number, unit: Unit | None) -> int:
    factor = unit.factor_vnd if unit and unit.kind == "money" else None
    return 0 if factor is None else abs(int(Decimal(difference) * factor))


def measured(figure: Number, unit: Unit | None) -> str:
    """A figure with the name of its unit, where it has one."""
    words = format_decimal(figure)
    return f"{words}{NO_BREAK_SPACE}{unit.name}" if unit else words


def _signed(figure: Number, unit: Unit | None) -> str:
    return f"{'+' if figure > 0 else ''}{measured(figure, unit)}"
