"""Records of a plan's money outside its annexes, and of who does and reports what."""

from collections.abc import Iterator

from generator.model.anchors import duty_anchors, statement_anchors
from generator.pages.search.record import DUTY, MONEY, Part, PlanContext, Record, part
from generator.pages.views.money import Money, money_in

_SOURCES = "kinh-phi/#phan.nguon-von"
_REPORTS = "to-chuc/#phan.bao-cao"


def duty_records(context: PlanContext) -> Iterator[Record]:
    """The totals of the prose, the sources of money, the duties and reports of a plan."""
    yield from _statements(context)
    yield from _sources(context)
    yield from _duties(context)
    yield from _reports(context)


def _statements(context: PlanContext) -> Iterator[Record]:
    statements = context.plan.budget.statements
    for item, anchor in zip(statements, statement_anchors(context.plan), strict=True):
        money = money_in(item.amount, context.registry.units.get(item.unit))
        parts = (*_figures(money), part("Bằng chữ", item.words))
        yield context.record(MONEY, item.title, f"kinh-phi/#{anchor}", parts, item.place)


def _sources(context: PlanContext) -> Iterator[Record]:
    place = context.plan.budget.place or "Nguồn kinh phí"
    for item in context.plan.budget.sources:
        unit = context.registry.units.get(item.unit or "")
        figures = () if item.amount is None else _figures(money_in(item.amount, unit))
        parts = (*figures, part("Bằng chữ", item.words))
        yield context.record(MONEY, item.title, _SOURCES, parts, place)


def _figures(money: Money) -> Iterator[Part]:
    """The amount as printed, and in đồng where that is another figure."""
    yield _figure("Số tiền", money.printed)
    if money.exact != money.printed:
        yield _figure("Tức", money.exact)


def _figure(label: str, words: str) -> Part:
    digits, _, unit = words.partition(" ")
    return Part(label, digits, unit)


def _duties(context: PlanContext) -> Iterator[Record]:
    duties = context.plan.organisation.duties
    for duty, anchor in zip(duties, duty_anchors(context.plan), strict=True):
        reading = context.reader.read(duty.agency)
        yield context.record(
            DUTY,
            duty.agency,
            f"to-chuc/#{anchor}",
            tuple(part("", text) for text in duty.summary),
            duty.place,
            agencies=(*reading.leads, *reading.coordinators),
        )


def _reports(context: PlanContext) -> Iterator[Record]:
    for report in context.plan.organisation.reporting:
        parts = (
            part("Ai báo cáo", report.from_),
            part("Báo cáo cho", report.to),
            part("Ngày", "; ".join(report.days)),
            part("", report.text),
        )
        yield context.record(DUTY, f"Báo cáo {report.cycle}", _REPORTS, parts, report.place)
