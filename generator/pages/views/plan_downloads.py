"""Smaller tables of a plan's pages to download: prose and table, sums, reports, coverage, rows."""

from collections.abc import Sequence
from typing import Protocol

from generator.model import Plan
from generator.pages.addresses import ORIGINS, plan_address
from generator.pages.page import SiteData
from generator.pages.views.citations import document_words
from generator.pages.views.coverage import CoverageView
from generator.pages.views.downloads import LAST_COLUMN, row_address
from generator.pages.views.money import Money
from generator.pages.views.origins import OriginPart
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable
from generator.vietnamese import format_date

VERDICTS = {
    "same": "khớp",
    "wording": "cùng con số, khác cách nói",
    "different": "khác nhau",
    "absent": "bảng không có mốc này",
}
"""What the prose and the table of indicators say of one figure, in words."""


class Named(Protocol):
    """Something with a name and an address."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def address(self) -> str:
        """Its address."""


class Stated(Protocol):
    """A figure of the prose beside that of the table."""

    @property
    def indicator(self) -> Named:
        """The indicator."""

    @property
    def period(self) -> str:
        """The period, in words."""

    @property
    def prose(self) -> str:
        """The figure of the prose, in words."""

    @property
    def printed(self) -> str:
        """The words of the prose."""

    @property
    def table(self) -> str:
        """The figure of the table, in words."""

    @property
    def verdict(self) -> str:
        """A key of `VERDICTS`."""


class Addend(Protocol):
    """A total of an annex that a statement adds."""

    @property
    def title(self) -> str:
        """The annex."""

    @property
    def column(self) -> str:
        """The column."""

    @property
    def address(self) -> str:
        """Where it stands."""

    @property
    def money(self) -> Money | None:
        """The amount."""


def stated_download(
    data: SiteData, plan: Plan, anchor: str, comparisons: Sequence[Stated]
) -> ShownTable:
    """Figures of one objective beside those of the table of indicators."""
    rows = [
        (
            one.indicator.name,
            one.period,
            one.prose,
            one.printed,
            one.table or None,
            VERDICTS[one.verdict],
            one.indicator.address,
        )
        for one in comparisons
    ]
    heads = ("Chỉ tiêu", "Mốc", "Lời văn", "Lời văn, chữ in", "Bảng", "Đối chiếu")
    title = "Con số trong lời văn và trong bảng chỉ tiêu"
    page = plan_address(plan, "muc-tieu/")
    return _table(data, plan, page, anchor, f"#{anchor}", title, _texts(*heads), rows)


def addends_download(
    data: SiteData, plan: Plan, anchor: str, title: str, money: Money, addends: Sequence[Addend]
) -> ShownTable:
    """The totals that make up a total of the prose, and that total itself."""
    page = plan_address(plan, "kinh-phi/")
    rows: list[TableRow] = [
        (one.title, one.column, *_amount(one.money), one.address) for one in addends
    ]
    rows.append(("Văn bản in", None, *_amount(money), f"{page}#{anchor}"))
    columns = (*_texts("Bảng", "Cột"), ShownColumn("Số tiền", "integer"), *_texts("Đơn vị tiền"))
    name = f"loi-van.{anchor}"
    return _table(data, plan, page, name, f"#{anchor}", f"{title}: các khoản cộng", columns, rows)


def reports_download(data: SiteData, plan: Plan) -> ShownTable:
    """Who reports to whom and when, as the document prints it."""
    page = plan_address(plan, "to-chuc/")
    rows = [
        (
            report.cycle,
            report.from_,
            report.to,
            "; ".join((*report.days, *(format_date(day) for day in report.due))) or None,
            report.text,
            report.place,
            f"{page}#bao-cao.{number}",
        )
        for number, report in enumerate(plan.organisation.reporting, start=1)
    ]
    heads = ("Chu kỳ", "Ai báo cáo", "Báo cáo cho", "Ngày", "Nội dung", "Chỗ trong văn bản")
    title = "Ai báo cáo, cho ai, khi nào"
    return _table(data, plan, page, "bao-cao", "#phan.bao-cao", title, _texts(*heads), rows)


def coverage_download(data: SiteData, plan: Plan, coverage: Sequence[CoverageView]) -> ShownTable:
    """How much of each section of the document is in the data."""
    page = plan_address(plan, "nguon/")
    at = "#phan.ma-hoa"
    rows = [(one.section, one.words, one.note, f"{page}{at}") for one in coverage]
    title = "Phần nào của văn bản đã được mã hóa"
    return _table(data, plan, page, "ma-hoa", at, title, _texts("Phần", "Mức", "Ghi chú"), rows)


def origins_download(data: SiteData, plan: Plan, part: OriginPart) -> ShownTable:
    """Where each row of one section comes from."""
    page = plan_address(plan, ORIGINS)
    rows = [(o.place, o.title, o.file or None, o.line, o.citation, o.address) for o in part.origins]
    columns = (
        *_texts("Chỗ trong văn bản", "Dòng", "Tệp dữ liệu"),
        ShownColumn("Dòng của tệp", "integer"),
        *_texts("Trích dẫn"),
    )
    title = f"Nguồn của từng dòng: {part.title}"
    at = f"#phan.{part.section}"
    return _table(data, plan, page, part.section, at, title, columns, rows)


def _table(
    data: SiteData,
    plan: Plan,
    page: str,
    name: str,
    at: str,
    title: str,
    columns: Sequence[ShownColumn],
    rows: Sequence[TableRow],
) -> ShownTable:
    """A table of a plan's page; the last cell of each row is its address below the site's root."""
    return ShownTable(
        path=f"{page}{name}",
        title=title,
        page=row_address(data, f"{page}{at}"),
        columns=(*columns, LAST_COLUMN),
        rows=tuple((*row[:-1], row_address(data, str(row[-1]))) for row in rows),
        source=document_words(data.library, plan),
    )


def _texts(*labels: str) -> tuple[ShownColumn, ...]:
    return tuple(ShownColumn(label) for label in labels)


def _amount(money: Money | None) -> tuple[int | None, str | None]:
    return (money.amount, money.unit) if money else (None, None)
