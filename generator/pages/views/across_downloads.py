"""Tables across provinces to download, as their pages show them."""

from collections.abc import Iterator, Mapping, Sequence

from generator.model import Concept, Indicator, Observation, Target
from generator.model.agencies import AgencyReader
from generator.model.comparison import Placed
from generator.model.milestones import owners_of
from generator.pages.page import SiteData
from generator.pages.views.calendar_rows import Entry
from generator.pages.views.comparisons import indicator_address
from generator.pages.views.downloads import LAST_COLUMN, row_address
from generator.pages.views.plan_refs import PlanRef
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable
from generator.words import baseline_words, target_words, unit_of

_CONCEPT_COLUMNS = (
    ShownColumn("Tỉnh"),
    ShownColumn("Kế hoạch"),
    ShownColumn("Chỉ tiêu"),
    ShownColumn("Chỗ"),
    ShownColumn("Hiện trạng hay mục tiêu"),
    ShownColumn("Từ năm", "year"),
    ShownColumn("Đến năm", "year"),
    ShownColumn("Mức"),
    ShownColumn("Số", "number"),
    ShownColumn("Số trên của khoảng", "number"),
    ShownColumn("Đơn vị"),
    ShownColumn("Văn bản in"),
    ShownColumn("Cơ quan theo dõi"),
    ShownColumn("So sánh"),
)
_ENTRY_COLUMNS = (
    ShownColumn("Loại"),
    ShownColumn("Hạn"),
    ShownColumn("Hạn, chữ in"),
    ShownColumn("Ngày cuối của hạn", "date"),
    ShownColumn("Việc"),
    ShownColumn("Ai"),
    ShownColumn("Kế hoạch"),
    ShownColumn("Chỗ"),
)


def table(
    data: SiteData,
    page: str,
    name: str,
    title: str,
    columns: Sequence[ShownColumn],
    rows: Sequence[TableRow],
) -> ShownTable:
    """Make a table of a page about several plans.

    Args:
        data: Everything that pages are made from.
        page: Address of the page.
        name: Name of the table, which no other one of the page has.
        title: What it holds.
        columns: Its columns, without the last one.
        rows: Its rows; the last cell is the address of the row below the site's root.

    Returns:
        The table, with whole addresses where the site's is known.
    """
    return ShownTable(
        path=f"{page}{name}",
        title=title,
        page=row_address(data, page),
        columns=(*columns, LAST_COLUMN),
        rows=tuple((*row[:-1], row_address(data, str(row[-1]))) for row in rows),
    )


def concept_download(
    data: SiteData,
    page: str,
    concept: Concept,
    indicators: Sequence[Placed],
    refs: Mapping[str, PlanRef],
    told: Mapping[tuple[str, str], tuple[str, ...]],
) -> ShownTable:
    """A measure in all plans: one row for each baseline and each target.

    Args:
        data: Everything that pages are made from.
        page: Address of the concept's page.
        concept: The concept.
        indicators: Its indicators, in the order of the page.
        refs: Names of plans.
        told: Why indicators are not compared, by plan and indicator.

    Returns:
        The table.
    """
    agencies = data.library.registry.agencies
    reader = AgencyReader(agencies)
    rows = []
    for item in indicators:
        ref, record = refs[item.plan.id], item.indicator
        names = "; ".join(agencies[i].name for i in owners_of(record, reader) if i in agencies)
        reasons = " ".join(told.get((item.plan.id, record.id), ())) or "So sánh được ở mọi mốc"
        tail = (names or record.owner, reasons, indicator_address(item))
        head = (ref.province, ref.name, record.name, record.place)
        rows += [(*head, *figure, *tail) for figure in _figures(data, record)]
    return table(data, page, "tung-tinh", f"{concept.name}: từng tỉnh", _CONCEPT_COLUMNS, rows)


def entries_download(
    data: SiteData, page: str, name: str, title: str, entries: Sequence[Entry]
) -> ShownTable:
    """Entries of a calendar, in the order given."""
    rows = [
        (
            entry.kind_words,
            entry.when.words or None,
            entry.when.printed or None,
            entry.last,
            entry.title,
            entry.who.names or entry.who.printed or None,
            entry.plan.name,
            entry.place,
            entry.address,
        )
        for entry in entries
    ]
    return table(data, page, name, title, _ENTRY_COLUMNS, rows)


def _figures(data: SiteData, record: Indicator) -> Iterator[TableRow]:
    unit = unit_of(data.library.registry, record.unit)
    for before in record.baselines:
        area = data.library.registry.provinces.get(before.area or "")
        role = f"hiện trạng {area.name}" if area else "hiện trạng"
        yield (role, *_figure(before, baseline_words(before, unit)), unit.name, before.text)
    for target in record.targets:
        yield ("mục tiêu", *_figure(target, target_words(target, unit)), unit.name, target.text)


def _figure(item: Observation | Target, words: str) -> TableRow:
    return item.period.start, item.period.end, words, item.value, item.value_max
