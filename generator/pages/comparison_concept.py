"""One measure across provinces: what stands side by side, in a table and in pictures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Concept, Library, Unit
from generator.model.agencies import AgencyReader
from generator.model.comparison import Comparison, Group, Placed, by_concept, compare
from generator.model.milestones import owners_of
from generator.pages.addresses import COMPARISON, concept_address
from generator.pages.charts.dots import dot_chart
from generator.pages.comparison import TITLE
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.across_downloads import concept_download
from generator.pages.views.agencies import AgencyCell, agency_cell
from generator.pages.views.chrome import HOME_CRUMB, Crumb
from generator.pages.views.comparison_downloads import side_by_side_download
from generator.pages.views.comparisons import dots, indicator_address, measure_title, reasons
from generator.pages.views.plan_refs import PlanRef, plan_refs
from generator.words import (
    BETTER,
    baseline_words,
    period_words,
    short_target,
    target_words,
    unit_of,
)

MANY = 3
"""A period that this many provinces share has a picture of its own."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A target with the way to its indicator."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """A plan among those side by side."""

    plan: PlanRef
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of one period.

    Attributes:
        title: The period.
        picture: The picture.
        open: Whether a figure in it is a least or a most.
        earlier: Whether a plan in it has been replaced.
        starts: Whether it shows where provinces stood.
    """

    title: str
    picture: Markup
    open: bool
    earlier: bool
    starts: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator with everything that its plan says of it."""

    plan: PlanRef
    name: str
    address: str
    place: str
    baselines: tuple[str, ...]
    targets: tuple[tuple[str, str], ...]
    owner: AgencyCell
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What every part of a concept's page is made from."""

    data: SiteData
    library: Library
    reader: AgencyReader
    refs: Mapping[str, PlanRef]
    concept_id: str
    concept: Concept
    unit: Unit


def pages(data: SiteData) -> Iterator[Page]:
    """One page for each concept of the registry."""
    library = data.library
    placed = by_concept(library)
    reader = AgencyReader(library.registry.agencies)
    refs = plan_refs(library)
    for concept_id, concept in library.registry.concepts.items():
        unit = unit_of(library.registry, concept.unit)
        context = _Context(data, library, reader, refs, concept_id, concept, unit)
        indicators = sorted(placed.get(concept_id, ()), key=lambda item: refs[item.plan.id].order)
        yield _page(context, indicators)


def _page(context: _Context, indicators: Sequence[Placed]) -> Page:
    concept, library = context.concept, context.library
    found = compare(concept, indicators, library.registry)
    told = reasons(concept, found, library.registry)
    entries = tuple(_entries(context, indicators, told))
    address = concept_address(context.concept_id)
    table = concept_download(context.data, address, concept, indicators, context.refs, told)
    rows = tuple(_rows(context, found))
    periods = tuple(measure_title(group.measure) for group in found.groups)
    beside = side_by_side_download(context.data, address, concept.name, periods, rows)
    return make_page(
        address,
        "comparison_concept.html",
        f"So sánh: {concept.name}",
        f"Mục tiêu của từng tỉnh về {concept.name}, đặt cạnh nhau ở những mốc so sánh được.",
        downloads=(*((beside,) if rows else ()), *((table,) if entries else ())),
        table=table,
        beside=beside,
        crumbs=(HOME_CRUMB, Crumb(TITLE, COMPARISON), Crumb(concept.name)),
        concept=concept,
        unit=context.unit.name,
        better=BETTER[concept.better],
        provinces=len({item.plan.province_id for item in indicators if item.indicator.targets}),
        compared=found.compared,
        figures=tuple(_figures(context, found)),
        periods=periods,
        rows=rows,
        entries=entries,
        has_owner=any(entry.owner.shown for entry in entries),
    )


def _figures(context: _Context, found: Comparison) -> Iterator[Figure]:
    """The period of most provinces first, then every other one that many share."""
    first = found.principal
    if first is None:
        return
    others = (g for g in found.groups if g is not first and g.provinces >= MANY)
    for number, group in enumerate((first, *others), start=1):
        yield _figure(context, group, number)


def _figure(context: _Context, group: Group, number: int) -> Figure:
    better = context.concept.better
    rows = tuple(dots(group, better, context.refs))
    title = measure_title(group.measure)
    words = ". ".join(
        f"{dot.name}: {target_words(item.target, context.unit)}"
        for dot, item in zip(rows, group.targets, strict=True)
    )
    picture = dot_chart(
        rows,
        name=f"hinh.{number}",
        title=f"{context.concept.name}, {title[0].lower()}{title[1:]}",
        description=f"{words}.",
        falling=better == "lower",
        rank=context.unit.kind == "rank",
    )
    return Figure(
        title=title,
        picture=picture,
        open=any(dot.open_to for dot in rows),
        earlier=any(dot.faded for dot in rows),
        starts=any(dot.start is not None for dot in rows),
    )


def _rows(context: _Context, found: Comparison) -> Iterator[Row]:
    """Plans that have something side by side with another one, in the order of provinces."""
    cells: dict[str, dict[int, list[Cell]]] = {}
    for at, group in enumerate(found.groups):
        for item in group.targets:
            cell = Cell(short_target(item.target), indicator_address(item.placed))
            cells.setdefault(item.placed.plan.id, {}).setdefault(at, []).append(cell)
    for plan_id in sorted(cells, key=lambda plan_id: context.refs[plan_id].order):
        by_group = cells[plan_id]
        yield Row(
            plan=context.refs[plan_id],
            cells=tuple(tuple(by_group.get(at, ())) for at in range(len(found.groups))),
        )


def _entries(
    context: _Context, indicators: Sequence[Placed], told: Mapping[tuple[str, str], tuple[str, ...]]
) -> Iterator[Entry]:
    registry = context.library.registry
    for item in indicators:
        plan, record = item.plan, item.indicator
        unit = unit_of(registry, record.unit)
        yield Entry(
            plan=context.refs[plan.id],
            name=record.name,
            address=indicator_address(item),
            place=record.place,
            baselines=tuple(_baselines(context.library, item, unit)),
            targets=tuple((period_words(t.period), target_words(t, unit)) for t in record.targets),
            owner=agency_cell(registry.agencies, owners_of(record, context.reader), record.owner),
            reasons=told.get((plan.id, record.id), ()),
        )


def _baselines(library: Library, item: Placed, unit: Unit) -> Iterator[str]:
    for one in item.indicator.baselines:
        area = library.registry.provinces.get(one.area or "")
        where = f"{area.name}: " if area else ""
        yield f"{where}{baseline_words(one, unit)} ({period_words(one.period)})"
