"""The table of a plan's indicators to download, as its page shows it."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from generator.model import Indicator, Plan
from generator.pages.addresses import plan_address
from generator.pages.page import SiteData
from generator.pages.views.agencies import AgencyCell
from generator.pages.views.citations import document_words
from generator.pages.views.discrepancies import Discrepancy
from generator.pages.views.downloads import LAST_COLUMN, row_address
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable

_STEP_COLUMNS = (
    "Số",
    "Chỉ tiêu",
    "Đơn vị",
    "Hiện trạng hay mục tiêu",
    "Của tỉnh",
    "Mốc",
    "Mức",
    "Văn bản in",
    "Ghi chú của người biên tập",
    "Đối chiếu",
)


class StepRow(Protocol):
    """A baseline or a target."""

    @property
    def role(self) -> str:
        """Which of the two it is."""

    @property
    def area(self) -> str:
        """Province that it is about, where it is not the plan's."""

    @property
    def period(self) -> str:
        """Its period."""

    @property
    def words(self) -> str:
        """The figure in words."""

    @property
    def text(self) -> str:
        """The figure as printed."""

    @property
    def note(self) -> str | None:
        """Editor's note."""

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """What does not agree in it."""


class IndicatorRow(Protocol):
    """A row of the table, as the page makes it."""

    @property
    def record(self) -> Indicator:
        """The indicator as encoded."""

    @property
    def unit(self) -> str:
        """Name of its unit."""

    @property
    def owner(self) -> AgencyCell:
        """Who follows it."""

    @property
    def cells(self) -> tuple[str, ...]:
        """Its targets, one text for each period of the table."""

    @property
    def baseline(self) -> tuple[str, ...]:
        """Where it stood."""

    @property
    def steps(self) -> Sequence[StepRow]:
        """Its baselines and targets."""

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """What does not agree in it."""


def indicators_download(
    data: SiteData, plan: Plan, periods: Sequence[str], rows: Sequence[IndicatorRow]
) -> ShownTable:
    """The table of indicators.

    Args:
        data: Everything that pages are made from.
        plan: The plan.
        periods: Headings of the columns of targets.
        rows: The indicators.

    Returns:
        One row for each indicator, in print order. Targets are texts with their comparators, as
        on the page; as numbers they stand in the open data (`targets.csv`).
    """
    head = ("Số", "Chỉ tiêu", "Đơn vị", "Hiện trạng", *periods, "Cơ quan theo dõi", "Đối chiếu")
    return ShownTable(
        path=f"{plan.id}/chi-tieu/bang",
        title="Hiện trạng và mục tiêu của từng chỉ tiêu",
        page=row_address(data, plan_address(plan, "chi-tieu/#phan.bang")),
        columns=(*(ShownColumn(label) for label in head), LAST_COLUMN),
        rows=tuple(_rows(data, plan, rows)),
        source=document_words(data.library, plan),
    )


def steps_download(data: SiteData, plan: Plan, rows: Sequence[IndicatorRow]) -> ShownTable:
    """Every baseline and target of a plan's indicators, one below the other.

    Args:
        data: Everything that pages are made from.
        plan: The plan.
        rows: The indicators.

    Returns:
        One row for each figure, as the sections of the single indicators show them.
    """
    page = plan_address(plan, "chi-tieu/")
    return ShownTable(
        path=f"{plan.id}/chi-tieu/tung-moc",
        title="Từng mốc của từng chỉ tiêu",
        page=row_address(data, f"{page}#phan.nhom-1"),
        columns=(*(ShownColumn(label) for label in _STEP_COLUMNS), LAST_COLUMN),
        rows=tuple(
            (
                row.record.code,
                row.record.name,
                row.unit,
                step.role,
                step.area or None,
                step.period,
                step.words,
                step.text,
                step.note,
                "; ".join(": ".join(filter(None, (d.words, d.figures))) for d in step.discrepancies)
                or None,
                row_address(data, f"{page}#{row.record.id}"),
            )
            for row in rows
            for step in row.steps
        ),
        source=document_words(data.library, plan),
    )


def _rows(data: SiteData, plan: Plan, rows: Sequence[IndicatorRow]) -> Iterator[TableRow]:
    page = plan_address(plan, "chi-tieu/")
    for row in rows:
        found = (": ".join(filter(None, (d.words, d.figures))) for d in row.discrepancies)
        yield (
            row.record.code,
            row.record.name,
            row.unit,
            "; ".join(row.baseline) or None,
            *(cell or None for cell in row.cells),
            row.owner.names or row.owner.printed or None,
            "; ".join(found) or None,
            row_address(data, f"{page}#{row.record.id}"),
        )
