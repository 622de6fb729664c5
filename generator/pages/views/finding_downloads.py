"""Findings and rules to download, as the pages of data quality show them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from generator.pages.page import SiteData
from generator.pages.views.across_downloads import table
from generator.pages.views.facts import PlanFacts
from generator.pages.views.findings import FindingView
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable

_FINDING_COLUMNS = (
    ShownColumn("Tình trạng"),
    ShownColumn("Mã"),
    ShownColumn("Quy tắc"),
    ShownColumn("Nói gì"),
    ShownColumn("Văn bản in"),
    ShownColumn("Tính được"),
    ShownColumn("Chênh lệch"),
    ShownColumn("Chênh lệch, đồng", "integer"),
    ShownColumn("Vì sao giữ nguyên"),
    ShownColumn("Căn cứ"),
    ShownColumn("Chỗ"),
    ShownColumn("Tệp"),
)
_PLAN_COLUMNS = (
    ShownColumn("Tỉnh"),
    ShownColumn("Kế hoạch"),
    ShownColumn("Kết quả"),
    ShownColumn("Chỗ giữ nguyên", "integer"),
    ShownColumn("Chênh lớn nhất, đồng", "integer"),
    ShownColumn("Điều cần lưu ý", "integer"),
)
_RULE_COLUMNS = (
    ShownColumn("Mã"),
    ShownColumn("Quy tắc"),
    ShownColumn("Mức"),
    ShownColumn("Hiện có", "integer"),
)


class PlanLine(Protocol):
    """A plan in the table of results."""

    @property
    def anchor(self) -> str:
        """Its anchor on the page."""

    @property
    def province(self) -> str:
        """Title of its province."""

    @property
    def facts(self) -> PlanFacts:
        """Its key figures."""

    @property
    def accepted(self) -> Sequence[FindingView]:
        """What is kept as printed."""

    @property
    def noted(self) -> int:
        """How many notes there are."""


class RuleLine(Protocol):
    """A rule of the catalogue."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def address(self) -> str:
        """Its page."""

    @property
    def title(self) -> str:
        """What it is about."""

    @property
    def effect(self) -> str:
        """What a finding does."""

    @property
    def findings(self) -> int:
        """How many there are now."""


def findings_download(
    data: SiteData, page: str, name: str, title: str, views: Sequence[FindingView]
) -> ShownTable:
    """Findings of one plan, of the registries or of one rule.

    Args:
        data: Everything that pages are made from.
        page: Address of the page that shows them.
        name: Name of the table, which no other one of the page has.
        title: What it holds.
        views: The findings, in the order of the page.

    Returns:
        One row for each; the address is that of the place that it speaks of, or of the page
        where no page shows that place.
    """
    return table(data, page, name, title, _FINDING_COLUMNS, list(_findings(page, views)))


def results_download(data: SiteData, page: str, plans: Sequence[PlanLine]) -> ShownTable:
    """How each plan stands: one row a plan, with its anchor on the page."""
    rows = [
        (
            plan.province,
            plan.facts.short_title,
            plan.facts.health.words,
            len(plan.accepted),
            max((view.vnd for view in plan.accepted), default=0) or None,
            plan.noted,
            f"{page}#{plan.anchor}",
        )
        for plan in plans
    ]
    return table(data, page, "tung-ke-hoach", "Kết quả kiểm tra từng kế hoạch", _PLAN_COLUMNS, rows)


def rules_download(
    data: SiteData, page: str, letter: str, title: str, rules: Sequence[RuleLine]
) -> ShownTable:
    """The rules of one family, with what they find now."""
    rows = [(rule.code, rule.title, rule.effect, rule.findings, rule.address) for rule in rules]
    name, words = f"quy-tac-{letter.lower()}", f"Quy tắc {letter}: {title}"
    return table(data, page, name, words, _RULE_COLUMNS, rows)


def _findings(page: str, views: Sequence[FindingView]) -> Iterator[TableRow]:
    for view in views:
        yield (
            _state(view),
            view.code,
            view.title,
            view.message,
            view.stated or None,
            view.computed or None,
            view.difference or None,
            view.vnd or None,
            view.reason or None,
            view.source or None,
            view.place.label,
            view.file,
            page if view.place.address is None else view.place.address,
        )


def _state(view: FindingView) -> str:
    if view.accepted:
        return "giữ nguyên như văn bản in"
    return "điều cần lưu ý" if view.is_note else "lỗi chưa xử lý"
