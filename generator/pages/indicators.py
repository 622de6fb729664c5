"""A plan's indicators: one table, and each indicator's path from baseline to target."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.diagnostics import PathKey
from generator.model import Concept, Indicator, Library, Period, Plan, Unit
from generator.model.agencies import AgencyReader
from generator.pages.addresses import plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.agencies import AgencyCell, agency_cell
from generator.pages.views.chrome import plan_chrome, plan_page_title
from generator.pages.views.coverage import coverage_of
from generator.pages.views.discrepancies import Discrepancies, Discrepancy
from generator.pages.views.indicator_downloads import indicators_download, steps_download
from generator.pages.views.paths import LegendEntry, legend_of, picture_of
from generator.words import (
    BETTER,
    axis_words,
    baseline_words,
    period_title,
    period_words,
    short_target,
    target_words,
    unit_of,
)

MOST_OPEN = 12
"""With more indicators than this, each one is folded: all open, they fill sixty screens."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of an indicator's path.

    Attributes:
        role: `Hiện trạng` or `Mục tiêu`.
        period: `2030` or `2026–2030`.
        title: `năm 2030` or `giai đoạn 2026–2030`.
        area: Province that a baseline is about, where it is not the plan's.
        words: The figure in words.
        text: The figure as printed.
        note: Editor's note.
        discrepancies: What does not agree in it.
    """

    role: str
    period: str
    title: str
    area: str
    words: str
    text: str
    note: str | None
    discrepancies: tuple[Discrepancy, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator.

    Attributes:
        record: The indicator as encoded.
        unit: Name of its unit.
        better: Which way is good.
        owner: Who follows it.
        concept: What it measures in common with other provinces.
        steps: Baselines and targets in words.
        cells: The table's cells, one for each of the table's periods.
        baseline: The table's cell of baselines.
        picture: Its path; None when there are too few figures.
        axis: What the picture's axis shows.
        legend: What the picture's marks stand for.
        discrepancies: What does not agree in it.
    """

    record: Indicator
    unit: str
    better: str
    owner: AgencyCell
    concept: Concept | None
    steps: tuple[Step, ...]
    cells: tuple[str, ...]
    baseline: tuple[str, ...]
    picture: Markup | None
    axis: str
    legend: tuple[LegendEntry, ...]
    discrepancies: tuple[Discrepancy, ...]

    @property
    def start(self) -> Step | None:
        """Where the plan's own area stood last."""
        own = [s for s in self.steps if s.role == "Hiện trạng" and not s.area]
        return own[-1] if own else None

    @property
    def goal(self) -> Step | None:
        """The last target."""
        targets = [step for step in self.steps if step.role == "Mục tiêu"]
        return targets[-1] if targets else None


@dataclass(frozen=True, slots=True)
class Theme:
    """Indicators of one theme; the title is empty when the plan has no themes."""

    title: str
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """Discrepancies of one indicator, by its position in the plan."""

    all: Discrepancies
    index: int

    def at(self, *below: PathKey) -> tuple[Discrepancy, ...]:
        return self.all.at(("indicators", "indicators", self.index, *below))


def pages(data: SiteData) -> Iterator[Page]:
    """One page of indicators for each plan."""
    reader = AgencyReader(data.library.registry.agencies)
    for plan in data.library.plans:
        periods = _periods(plan)
        found = Discrepancies(plan, data.findings_of(plan.id), data.library.registry)
        views = [
            _view(data.library, indicator, periods, reader, _Found(found, index))
            for index, indicator in enumerate(plan.indicators.indicators)
        ]
        heads = tuple(period_words(period) for period in periods)
        table = indicators_download(data, plan, heads, views)
        steps = steps_download(data, plan, views)
        yield make_page(
            plan_address(plan, "chi-tieu/"),
            "indicators.html",
            plan_page_title(data.library, plan, "chi-tieu/"),
            f"{len(views)} chỉ tiêu của {plan.meta.short_title}: hiện trạng và mục tiêu từng năm.",
            downloads=(table, steps) if views else (),
            download=table,
            steps=steps,
            chrome=plan_chrome(data.library, plan, "chi-tieu/"),
            coverage=coverage_of(plan, "indicators"),
            periods=heads,
            indicators=views,
            folded=len(views) > MOST_OPEN,
            themes=_themes(views),
            has_owner=any(view.owner.shown for view in views),
            has_baseline=any(view.baseline for view in views),
        )


def _periods(plan: Plan) -> tuple[Period, ...]:
    """Every year and span that any indicator has a target for, in order of their ends."""
    found = {t.period for indicator in plan.indicators.indicators for t in indicator.targets}
    return tuple(sorted(found, key=lambda period: (period.end, period.start)))


def _themes(views: list[IndicatorView]) -> tuple[Theme, ...]:
    titles = dict.fromkeys(view.record.theme or "" for view in views)
    return tuple(
        Theme(title, tuple(view for view in views if (view.record.theme or "") == title))
        for title in titles
    )


def _view(
    library: Library,
    indicator: Indicator,
    periods: tuple[Period, ...],
    reader: AgencyReader,
    found: _Found,
) -> IndicatorView:
    registry = library.registry
    unit = unit_of(registry, indicator.unit)
    reading = reader.read(indicator.owner)
    owners = (*reading.leads, *reading.coordinators)
    steps = (*_baselines(library, indicator, unit, found), *_targets(indicator, unit, found))
    return IndicatorView(
        record=indicator,
        unit=unit.name,
        better=BETTER[indicator.better],
        owner=agency_cell(registry.agencies, owners, indicator.owner),
        concept=registry.concepts.get(indicator.concept or ""),
        steps=steps,
        cells=tuple(_cell(indicator, period) for period in periods),
        baseline=tuple(_in_table(step) for step in steps if step.role == "Hiện trạng"),
        picture=picture_of(indicator, unit, _description(steps)),
        axis=axis_words(indicator, unit),
        legend=legend_of(indicator, unit, {i: p.name for i, p in registry.provinces.items()}),
        discrepancies=found.at(),
    )


def _baselines(library: Library, indicator: Indicator, unit: Unit, found: _Found) -> Iterator[Step]:
    for index, item in enumerate(indicator.baselines):
        area = library.registry.provinces.get(item.area or "")
        yield Step(
            role="Hiện trạng",
            period=period_words(item.period),
            title=period_title(item.period),
            area=area.name if area else "",
            words=baseline_words(item, unit),
            text=item.text,
            note=item.note,
            discrepancies=found.at("baselines", index),
        )


def _targets(indicator: Indicator, unit: Unit, found: _Found) -> Iterator[Step]:
    for index, item in enumerate(indicator.targets):
        yield Step(
            role="Mục tiêu",
            period=period_words(item.period),
            title=period_title(item.period),
            area="",
            words=target_words(item, unit),
            text=item.text,
            note=item.note,
            discrepancies=found.at("targets", index),
        )


def _cell(indicator: Indicator, period: Period) -> str:
    return "; ".join(short_target(t) for t in indicator.targets if t.period == period)


def _in_table(step: Step) -> str:
    where = f"{step.area}: " if step.area else ""
    return f"{where}{step.words} ({step.period})"


def _description(steps: tuple[Step, ...]) -> str:
    return ". ".join(f"{step.role} {_in_table(step)}" for step in steps) + "."
