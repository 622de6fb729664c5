"""A plan's objectives, and the figures of the prose beside those of the table."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Indicator, Objective, Plan, Registry, StatedTarget
from generator.model.anchors import objective_anchors
from generator.model.objectives import ObjectiveKind
from generator.pages.addresses import plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import plan_chrome, plan_page_title
from generator.pages.views.coverage import coverage_of
from generator.pages.views.discrepancies import Discrepancies, Discrepancy
from generator.pages.views.plan_downloads import VERDICTS, stated_download
from generator.tables.shown import ShownTable
from generator.words import OBJECTIVE_KINDS, figure_words, period_title, target_words, unit_of

_LIST = ("objectives", "objectives")
_KINDS: tuple[ObjectiveKind, ...] = ("viewpoint", "general", "specific")


@dataclass(frozen=True, slots=True)
class IndicatorLink:
    """An indicator that an objective states."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of the prose beside that of the table.

    Attributes:
        indicator: The indicator.
        period: `năm 2030`.
        prose: The figure of the prose in words.
        printed: The words of the prose.
        table: The figure of the table in words; empty when the table has none.
        verdict: `same`, `wording` (the same figure, another comparator), `different`, `absent`.
    """

    indicator: IndicatorLink
    period: str
    prose: str
    printed: str
    table: str
    verdict: str


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective with what it states, what does not agree in it, and its figures as files."""

    anchor: str
    record: Objective
    indicators: tuple[IndicatorLink, ...]
    comparisons: tuple[Comparison, ...]
    discrepancies: tuple[Discrepancy, ...]
    download: ShownTable | None


@dataclass(frozen=True, slots=True)
class ObjectiveGroup:
    """Objectives of one kind."""

    kind: str
    title: str
    objectives: tuple[ObjectiveView, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """One page of objectives for each plan."""
    for plan in data.library.plans:
        groups = _groups(data, plan)
        objectives = (item for group in groups for item in group.objectives)
        yield make_page(
            plan_address(plan, "muc-tieu/"),
            "objectives.html",
            plan_page_title(data.library, plan, "muc-tieu/"),
            f"Quan điểm, mục tiêu chung và mục tiêu cụ thể của {plan.meta.short_title}.",
            chrome=plan_chrome(data.library, plan, "muc-tieu/"),
            coverage=coverage_of(plan, "objectives"),
            groups=groups,
            verdicts=VERDICTS,
            downloads=tuple(item.download for item in objectives if item.download),
        )


def _groups(data: SiteData, plan: Plan) -> tuple[ObjectiveGroup, ...]:
    found = Discrepancies(plan, data.findings_of(plan.id), data.library.registry)
    items = zip(plan.objectives.objectives, objective_anchors(plan), strict=True)
    views = [
        _view(data, plan, item, anchor, found.at((*_LIST, index)))
        for index, (item, anchor) in enumerate(items)
    ]
    groups = (
        ObjectiveGroup(
            kind, OBJECTIVE_KINDS[kind], tuple(v for v in views if v.record.kind == kind)
        )
        for kind in _KINDS
    )
    return tuple(group for group in groups if group.objectives)


def _view(
    data: SiteData,
    plan: Plan,
    item: Objective,
    anchor: str,
    discrepancies: tuple[Discrepancy, ...],
) -> ObjectiveView:
    by_id = {indicator.id: indicator for indicator in plan.indicators.indicators}
    comparisons = tuple(
        _comparison(plan, data.library.registry, by_id[stated.indicator], stated)
        for stated in item.states
        if stated.indicator in by_id
    )
    return ObjectiveView(
        anchor=anchor,
        record=item,
        indicators=tuple(_link(plan, by_id[i]) for i in item.indicators if i in by_id),
        comparisons=comparisons,
        discrepancies=discrepancies,
        download=stated_download(data, plan, anchor, comparisons) if comparisons else None,
    )


def _link(plan: Plan, indicator: Indicator) -> IndicatorLink:
    return IndicatorLink(indicator.name, plan_address(plan, f"chi-tieu/#{indicator.id}"))


def _comparison(
    plan: Plan, registry: Registry, indicator: Indicator, stated: StatedTarget
) -> Comparison:
    unit = unit_of(registry, indicator.unit)
    there = [target for target in indicator.targets if target.period == stated.period]
    same = [t for t in there if (t.value, t.value_max) == (stated.value, stated.value_max)]
    alike = any(target.comparator == stated.comparator for target in same)
    return Comparison(
        indicator=_link(plan, indicator),
        period=period_title(stated.period),
        prose=figure_words(stated.comparator, stated.value, stated.value_max, unit, stated.text),
        printed=stated.text,
        table="; ".join(target_words(target, unit) for target in there),
        verdict=_verdict(bool(there), bool(same), alike),
    )


def _verdict(there: bool, same: bool, alike: bool) -> str:
    if not there:
        return "absent"
    if not same:
        return "different"
    return "same" if alike else "wording"
