"""Tables of comparisons to download: concepts of the index, plans, targets side by side."""

from collections.abc import Sequence
from typing import Protocol

from generator.pages.addresses import COMPARISON, PLAN_COMPARISON
from generator.pages.page import SiteData
from generator.pages.views.across_downloads import table
from generator.pages.views.facts import PlanFacts
from generator.pages.views.plan_refs import PlanRef
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable

_CONCEPT_COLUMNS = (
    ShownColumn("Đo cái gì"),
    ShownColumn("Đơn vị"),
    ShownColumn("Số tỉnh có mục tiêu", "integer"),
    ShownColumn("So sánh được", "integer"),
    ShownColumn("Mốc nhiều tỉnh cùng có nhất"),
    ShownColumn("Tỉnh"),
)
_PLAN_COLUMNS = (
    ShownColumn("Tỉnh"),
    ShownColumn("Kế hoạch"),
    ShownColumn("Tên"),
    ShownColumn("Đã bị thay thế", "boolean"),
    ShownColumn("Ban hành"),
    ShownColumn("Thời kỳ"),
    ShownColumn("Chỉ tiêu", "integer"),
    ShownColumn("Nhiệm vụ trong phụ lục", "integer"),
    ShownColumn("Việc trong lời văn", "integer"),
    ShownColumn("Kinh phí, đồng", "integer"),
    ShownColumn("Kinh phí lấy ở đâu"),
)


class ConceptLine(Protocol):
    """A concept in the index."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def address(self) -> str:
        """Its page."""

    @property
    def unit(self) -> str:
        """Name of its unit."""

    @property
    def provinces(self) -> Sequence[str]:
        """Names of the provinces that have a target."""

    @property
    def compared(self) -> int:
        """How many of them stand beside another one."""

    @property
    def measure(self) -> str:
        """Where most of them stand side by side; empty when none do."""


class PlanLine(Protocol):
    """A plan beside others."""

    @property
    def ref(self) -> PlanRef:
        """Its names."""

    @property
    def facts(self) -> PlanFacts:
        """Its key figures."""

    @property
    def issued(self) -> str:
        """Day of issue; empty where the document leaves it blank."""

    @property
    def period(self) -> str:
        """Its period."""

    @property
    def money(self) -> str:
        """What its total is made of."""


class Figure(Protocol):
    """A target."""

    @property
    def words(self) -> str:
        """The target in words."""

    @property
    def address(self) -> str:
        """Its indicator."""


class Side(Protocol):
    """A plan's targets in the periods that others have too."""

    @property
    def plan(self) -> PlanRef:
        """The plan."""

    @property
    def cells(self) -> Sequence[Sequence[Figure]]:
        """Its targets, period by period."""


def concepts_download(
    data: SiteData, name: str, title: str, lines: Sequence[ConceptLine]
) -> ShownTable:
    """One table of the index of comparisons; the index names six provinces, the file all."""
    rows = [
        (
            line.name,
            line.unit,
            len(line.provinces),
            line.compared,
            line.measure or None,
            "; ".join(line.provinces),
            line.address,
        )
        for line in lines
    ]
    return table(data, COMPARISON, name, title, _CONCEPT_COLUMNS, rows)


def plans_download(data: SiteData, title: str, lines: Sequence[PlanLine]) -> ShownTable:
    """Plans as a whole beside each other."""
    rows: list[TableRow] = []
    for line in lines:
        facts, total = line.facts, line.facts.total
        rows.append(
            (
                line.ref.province,
                line.ref.name,
                line.ref.title,
                line.ref.replaced,
                line.issued or None,
                line.period,
                facts.indicators,
                facts.tasks,
                facts.items,
                total.money.vnd if total else None,
                (line.money if total else facts.no_total) or None,
                line.ref.address,
            )
        )
    return table(data, PLAN_COMPARISON, "bang", title, _PLAN_COLUMNS, rows)


def side_by_side_download(
    data: SiteData, page: str, concept: str, periods: Sequence[str], sides: Sequence[Side]
) -> ShownTable:
    """Targets for the same periods.

    Args:
        data: Everything that pages are made from.
        page: Address of the concept's page.
        concept: Name of the concept.
        periods: The periods that two provinces or more have.
        sides: The plans with their targets, one cell for each period.

    Returns:
        One row for each plan; the address is the plan's.
    """
    columns = [ShownColumn(label) for label in ("Tỉnh", "Kế hoạch", *periods)]
    rows: list[TableRow] = [
        (
            side.plan.province,
            side.plan.name,
            *("; ".join(figure.words for figure in cell) or None for cell in side.cells),
            side.plan.address,
        )
        for side in sides
    ]
    return table(data, page, "canh-nhau", f"{concept}: đặt cạnh nhau", columns, rows)
