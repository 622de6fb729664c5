"""Smaller tables of an agency's page to download: plans, indicators, reports."""

from collections.abc import Sequence
from typing import Protocol

from generator.pages.page import SiteData
from generator.pages.views.across_downloads import table
from generator.pages.views.plan_refs import PlanRef
from generator.pages.views.reports import ReportLine
from generator.pages.views.works import IndicatorLine
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable

_PLAN = (ShownColumn("Tỉnh"), ShownColumn("Kế hoạch"))
_PLANS = (
    *_PLAN,
    *(
        ShownColumn(label, "integer")
        for label in ("Chủ trì", "Phối hợp", "Chỉ tiêu", "Trách nhiệm")
    ),
    ShownColumn("Tiền in ở việc chủ trì, máy cộng"),
)
_FOLLOWED = (ShownColumn("Chỉ tiêu"), ShownColumn("Mốc"), ShownColumn("Mục tiêu"), *_PLAN)


class Counts(Protocol):
    """What an agency has to do, in numbers."""

    @property
    def leads(self) -> int:
        """Tasks that it leads."""

    @property
    def coordinates(self) -> int:
        """Tasks in which it takes part."""

    @property
    def indicators(self) -> int:
        """Indicators that it follows."""

    @property
    def duties(self) -> int:
        """Duties that it is given."""


class PlanLine(Counts, Protocol):
    """What a plan gives an agency, in numbers."""

    @property
    def ref(self) -> PlanRef:
        """The plan."""

    @property
    def money(self) -> Sequence[str]:
        """What its own tasks cost, annex by annex, in words."""


def plans_download(data: SiteData, page: str, agency: str, lines: Sequence[PlanLine]) -> ShownTable:
    """What each plan gives an agency: one row a plan, with its anchor on the page."""
    rows: list[TableRow] = [
        (
            line.ref.province,
            line.ref.name,
            line.leads,
            line.coordinates,
            line.indicators,
            line.duties,
            "; ".join(line.money) or None,
            f"{page}#{line.ref.anchor}",
        )
        for line in lines
    ]
    return table(data, page, "ke-hoach", f"{agency}: theo từng kế hoạch", _PLANS, rows)


def followed_download(
    data: SiteData, page: str, title: str, lines: Sequence[IndicatorLine]
) -> ShownTable:
    """Indicators that an agency follows, one row for each target; one without targets has one."""
    rows: list[TableRow] = [
        (line.name, period, words, line.plan.province, line.plan.name, line.address)
        for line in lines
        for period, words in line.targets or ((None, None),)
    ]
    return table(data, page, "chi-tieu", title, _FOLLOWED, rows)


def reports_download(
    data: SiteData, page: str, agency: str, lines: Sequence[ReportLine], *, sent: bool
) -> ShownTable:
    """Reports that an agency owes, or is sent.

    Args:
        data: Everything that pages are made from.
        page: Address of the agency's page.
        agency: Its name.
        lines: The reports.
        sent: Whether it owes them.

    Returns:
        One row for each report.
    """
    heads = ("Chu kỳ", "Ngày", "Báo cáo cho" if sent else "Ai báo cáo", "Nội dung")
    columns = (*(ShownColumn(label) for label in heads), *_PLAN, ShownColumn("Chỗ"))
    rows: list[TableRow] = []
    for line in lines:
        other = line.receiver if sent else line.sender
        who = other.names or other.printed or None
        told = (line.cycle, line.days or None, who, line.text)
        rows.append((*told, line.plan.province, line.plan.name, line.place, line.address))
    name, words = ("bao-cao", "phải báo cáo") if sent else ("nhan-bao-cao", "được nhận báo cáo")
    return table(data, page, name, f"{agency}: {words}", columns, rows)
