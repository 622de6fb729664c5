"""A plan in a few facts, as cards and key figures show it."""

from dataclasses import dataclass

from generator.model import Period, Plan, walk_tasks
from generator.pages.addresses import plan_address
from generator.pages.page import SiteData
from generator.pages.views.chrome import province_title
from generator.pages.views.health import Health, health_of
from generator.pages.views.totals import PlanTotal, plan_total
from generator.words import document_name


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a card says of a plan.

    Attributes:
        address: Address of its overview.
        province: Name of its province, `Tỉnh Tây Ninh`.
        name: Kind and number, `Đề án 1330/ĐA-UBND`; the kind alone when the number is blank.
        short_title: Short title.
        summary: What it is, in a sentence or two.
        period: Its period.
        total: Its money; None when it names none.
        no_total: What to say instead of the total.
        indicators: Number of indicators.
        tasks: Number of tasks in annexes.
        annexes: Number of annexes.
        items: Number of pieces of work that the prose names.
        health: State of its checks.
    """

    address: str
    province: str
    name: str
    short_title: str
    summary: str
    period: Period
    total: PlanTotal | None
    no_total: str
    indicators: int
    tasks: int
    annexes: int
    items: int
    health: Health

    @property
    def tasks_scope(self) -> str:
        """Which tasks the number counts."""
        return "mọi phụ lục" if self.annexes > 1 else "trong phụ lục"


def plan_facts(data: SiteData, plan: Plan) -> PlanFacts:
    """Collect the facts of one plan.

    Args:
        data: Everything that pages are made from.
        plan: The plan.

    Returns:
        Its facts.
    """
    return PlanFacts(
        address=plan_address(plan),
        province=province_title(data.library, plan.province_id),
        name=document_name(plan),
        short_title=plan.meta.short_title,
        summary=plan.meta.summary,
        period=plan.meta.period,
        total=plan_total(plan, data.library.registry),
        no_total=_without_total(plan),
        indicators=len(plan.indicators.indicators),
        tasks=count_tasks(plan),
        annexes=len(plan.annexes),
        items=sum(len(group.leaf_items()) for group in plan.actions.groups),
        health=health_of(plan, data.findings_of(plan.id)),
    )


def count_tasks(plan: Plan) -> int:
    """Number of tasks in all annexes."""
    return sum(1 for annex in plan.annexes.values() for _ in walk_tasks(annex.rows))


def _without_total(plan: Plan) -> str:
    coverage = plan.meta.coverage.get("budget")
    if coverage and coverage.state in {"not-encoded", "partial"}:
        return "Chưa mã hóa"
    if coverage and coverage.state == "not-in-source":
        return "Bản nguồn không có"
    return "Bản nguồn không nêu"
