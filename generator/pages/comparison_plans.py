"""Plans as a whole beside each other, with what cannot be concluded from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Plan
from generator.pages.addresses import COMPARISON, PLAN_COMPARISON
from generator.pages.comparison import TITLE
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import HOME_CRUMB, Crumb
from generator.pages.views.comparison_downloads import plans_download
from generator.pages.views.facts import PlanFacts, plan_facts
from generator.pages.views.plan_refs import PlanRef, plan_refs
from generator.vietnamese import format_date
from generator.words import period_words

PAGE_TITLE = "Các kế hoạch đặt cạnh nhau"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan.

    Attributes:
        ref: Its names.
        facts: Its key figures.
        issued: Day of issue; empty where the document leaves it blank.
        period: Its period.
        money: What its total is made of.
    """

    ref: PlanRef
    facts: PlanFacts
    issued: str
    period: str
    money: str


def pages(data: SiteData) -> Iterator[Page]:
    """One page with every plan."""
    lines = _lines(data)
    table = plans_download(data, PAGE_TITLE, lines)
    yield make_page(
        PLAN_COMPARISON,
        "comparison_plans.html",
        PAGE_TITLE,
        "Thời kỳ, số chỉ tiêu, số nhiệm vụ và số tiền của từng kế hoạch, kèm điều không so sánh được.",
        crumbs=(HOME_CRUMB, Crumb(TITLE, COMPARISON), Crumb("Cả kế hoạch")),
        plans=lines,
        table=table,
        downloads=(table,) if lines else (),
        cautions=tuple(_cautions(lines)),
    )


def _lines(data: SiteData) -> tuple[PlanLine, ...]:
    plans = {plan.id: plan for plan in data.library.plans}
    return tuple(_line(data, plans[ref.id], ref) for ref in plan_refs(data.library).values())


def _line(data: SiteData, plan: Plan, ref: PlanRef) -> PlanLine:
    facts = plan_facts(data, plan)
    return PlanLine(
        ref=ref,
        facts=facts,
        issued=format_date(plan.meta.issued_on) if plan.meta.issued_on else "",
        period=period_words(plan.meta.period),
        money=_money(plan, facts),
    )


def _money(plan: Plan, facts: PlanFacts) -> str:
    """Which printed total stands for the plan, or that we added it up."""
    if facts.total is None:
        return ""
    found = (s for s in plan.budget.statements if s.id == facts.total.statement_id)
    statement = next(found, None)
    if statement is None:
        return "tính được: cộng các phụ lục"
    return f"in ở {statement.place}"


def _cautions(lines: Sequence[PlanLine]) -> Iterator[str]:
    """What the table does not tell; only what holds for the plans in it."""
    if len({line.period for line in lines}) > 1:
        yield (
            "Thời kỳ khác nhau: số tiền, số chỉ tiêu của một kế hoạch dài không so thẳng được với "
            "của một kế hoạch ngắn."
        )
    if sum(line.facts.total is not None for line in lines) > 1:
        yield (
            "Tiền không xếp hạng được: mỗi tổng gồm những nguồn vốn khác nhau, có khi chỉ ngân sách "
            "nhà nước, có khi cả vốn khác (xem trang kinh phí của từng kế hoạch); tỉnh to nhỏ khác "
            "nhau, mà dữ liệu này chưa có số dân để chia đầu người. Vì vậy không có hình."
        )
    if any(line.facts.total is None for line in lines):
        yield "Kế hoạch không nêu số tiền không có nghĩa là không tốn tiền: bản nguồn không in."
    yield (
        "Số nhiệm vụ không nói lên khối lượng việc: có văn bản gộp nhiều việc vào một dòng, có văn "
        "bản tách ra; việc chỉ nêu trong lời văn được đếm riêng."
    )
    if any(line.ref.replaced for line in lines):
        yield (
            "Kế hoạch đã bị thay thế và kế hoạch thay nó nói về cùng một địa bàn: đừng cộng chúng "
            "với nhau."
        )
