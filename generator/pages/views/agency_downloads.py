"""Tables of agencies to download, as the index and the page of an agency show them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from generator.pages.addresses import AGENCIES
from generator.pages.page import SiteData
from generator.pages.views.agencies import AgencyLink
from generator.pages.views.agency_tables import Counts
from generator.pages.views.downloads import LAST_COLUMN, row_address
from generator.pages.views.jobs import Job, JobGroup
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable

_COUNTS = ("Kế hoạch", "Chủ trì", "Phối hợp", "Chỉ tiêu", "Trách nhiệm")
_JOB_COLUMNS = (
    ShownColumn("Nhóm"),
    ShownColumn("Hạn"),
    ShownColumn("Hạn, chữ in"),
    ShownColumn("Hạn, ngày", "date"),
    ShownColumn("Nhiệm vụ"),
    ShownColumn("Tỉnh"),
    ShownColumn("Kế hoạch"),
    ShownColumn("Phụ lục"),
    ShownColumn("Số"),
    ShownColumn("Kinh phí trong văn bản", "integer"),
    ShownColumn("Đơn vị tiền"),
    ShownColumn("Đối chiếu"),
    LAST_COLUMN,
)


class AgencyCounts(Counts, Protocol):
    """A row of the index."""

    @property
    def link(self) -> AgencyLink:
        """The agency."""

    @property
    def plans(self) -> int:
        """Plans that name it."""


def index_download(
    data: SiteData, kind: str, title: str, agencies: Sequence[AgencyCounts]
) -> ShownTable:
    """One table of the index of agencies.

    Args:
        data: Everything that pages are made from.
        kind: Kind of the agencies, part of the table's path and anchor.
        title: What it holds.
        agencies: The agencies.

    Returns:
        One row for each agency.
    """
    return ShownTable(
        path=f"{AGENCIES}{kind}",
        title=title,
        page=row_address(data, f"{AGENCIES}#phan.{kind}"),
        columns=(
            ShownColumn("Cơ quan"),
            *(ShownColumn(label, "integer") for label in _COUNTS),
            LAST_COLUMN,
        ),
        rows=tuple(
            (
                item.link.name,
                *(item.plans, item.leads, item.coordinates, item.indicators, item.duties),
                row_address(data, item.link.address),
            )
            for item in agencies
        ),
    )


def jobs_download(
    data: SiteData, page: str, role: str, title: str, groups: Sequence[JobGroup]
) -> ShownTable:
    """The tasks that an agency leads, or in which it takes part, by deadline.

    Args:
        data: Everything that pages are made from.
        page: Address of the agency's page.
        role: `chu-tri` or `phoi-hop`, part of the table's path and anchor.
        title: What it holds.
        groups: The tasks.

    Returns:
        One row for each task, in the order of the page.
    """
    return ShownTable(
        path=f"{page}{role}",
        title=title,
        page=row_address(data, f"{page}#phan.{role}"),
        columns=_JOB_COLUMNS,
        rows=tuple(_jobs(data, groups)),
    )


def _jobs(data: SiteData, groups: Sequence[JobGroup]) -> Iterator[TableRow]:
    for group in groups:
        for job in group.jobs:
            yield _job(data, group, job)


def _job(data: SiteData, group: JobGroup, job: Job) -> TableRow:
    when = job.reading.schedule
    found = (": ".join(filter(None, (d.words, d.figures))) for d in job.discrepancies)
    return (
        group.title,
        job.when.words or None,
        job.when.printed or None,
        when.due if when else None,
        job.title,
        job.plan.province,
        f"{job.plan.name}: {job.plan.title}",
        job.place,
        job.code,
        job.money.amount if job.money else None,
        job.money.unit if job.money else None,
        "; ".join(found) or None,
        row_address(data, job.address),
    )
