"""The index of what can be compared: concepts, plans that follow one another, plans as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Library
from generator.model.comparison import Comparison, Placed, by_concept, compare
from generator.model.succession import successions
from generator.pages.addresses import (
    COMPARISON,
    PLAN_COMPARISON,
    concept_address,
    succession_address,
)
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import HOME_CRUMB, Crumb, dated_province_title
from generator.pages.views.comparison_downloads import concepts_download
from generator.pages.views.comparisons import measure_title
from generator.pages.views.plan_refs import province_order
from generator.vietnamese import sort_key
from generator.words import document_name

TITLE = "So sánh giữa các tỉnh"
CAPTIONS = {
    "so-duoc": "Chỉ tiêu có ít nhất hai tỉnh so sánh được",
    "khong-so-duoc": "Chỉ tiêu nhiều tỉnh có nhưng không so sánh được",
    "mot-tinh": "Chỉ tiêu mới có một tỉnh đặt mục tiêu",
}
"""Captions of the tables of the index by their anchors."""


@dataclass(frozen=True, slots=True)
class ConceptLine:
    """A concept in the index.

    Attributes:
        name: Its name.
        address: Its page.
        unit: Name of its unit.
        provinces: Names of the provinces that have a target, in the order of the alphabet.
        compared: How many of them stand beside another one.
        measure: Where most of them stand side by side; empty when none do.
    """

    name: str
    address: str
    unit: str
    provinces: tuple[str, ...]
    compared: int
    measure: str


@dataclass(frozen=True, slots=True)
class SuccessionLine:
    """Two plans, one of which took the other's place."""

    title: str
    address: str
    words: str


def pages(data: SiteData) -> Iterator[Page]:
    """The index of comparisons."""
    lines = _lines(data.library)
    groups = {
        "so-duoc": [line for line in lines if line.compared],
        "khong-so-duoc": [ln for ln in lines if len(ln.provinces) > 1 and not ln.compared],
        "mot-tinh": [line for line in lines if len(line.provinces) == 1],
    }
    tables = {
        name: concepts_download(data, name, CAPTIONS[name], group)
        for name, group in groups.items()
        if group
    }
    yield make_page(
        COMPARISON,
        "comparison.html",
        TITLE,
        "Cùng một chỉ tiêu ở nhiều tỉnh đặt cạnh nhau, và vì sao có chỗ không so sánh được.",
        crumbs=(HOME_CRUMB, Crumb(TITLE)),
        downloads=tuple(tables.values()),
        tables=tables,
        captions=CAPTIONS,
        compared=groups["so-duoc"],
        apart=groups["khong-so-duoc"],
        single=groups["mot-tinh"],
        without=[line for line in lines if not line.provinces],
        successions=tuple(_successions(data.library)),
        plans=len(data.library.plans),
        plans_address=PLAN_COMPARISON,
    )


def _lines(library: Library) -> list[ConceptLine]:
    """Concepts that most provinces share first, then by name."""
    placed = by_concept(library)
    registry = library.registry
    lines = []
    for concept_id, concept in registry.concepts.items():
        indicators = placed.get(concept_id, ())
        found = compare(concept, indicators, registry)
        unit = registry.units.get(concept.unit)
        lines.append(
            ConceptLine(
                name=concept.name,
                address=concept_address(concept_id),
                unit=unit.name if unit else concept.unit,
                provinces=_provinces(library, indicators),
                compared=found.compared,
                measure=_measure(found),
            )
        )
    return sorted(
        lines, key=lambda line: (-line.compared, -len(line.provinces), sort_key(line.name))
    )


def _provinces(library: Library, indicators: Sequence[Placed]) -> tuple[str, ...]:
    ids = {item.plan.province_id for item in indicators if item.indicator.targets}
    ordered = sorted(ids, key=lambda i: province_order(library, i))
    return tuple(dated_province_title(library, i) for i in ordered)


def _measure(found: Comparison) -> str:
    return measure_title(found.principal.measure) if found.principal else ""


def _successions(library: Library) -> Iterator[SuccessionLine]:
    plans = {plan.id: plan for plan in library.plans}
    for pair in successions(library):
        old, new = plans[pair.predecessor], plans[pair.successor]
        names = (dated_province_title(library, plan.province_id) for plan in (old, new))
        yield SuccessionLine(
            title=" → ".join(names),
            address=succession_address(old, new),
            words=f"{document_name(old)} được thay bằng {document_name(new)}",
        )
