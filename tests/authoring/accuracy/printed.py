"""The tables of the source documents as they are printed, from the second readings alone.

A second reading was made from the source without seeing the plan. What it does not hold, the
layout of each table, is stated here: which of its columns stand where.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.second_reading.cells import rows_of

READINGS = Path(__file__).parents[2] / "second_reading"

TAY_NINH, LONG_AN, TIEN_GIANG = (
    "tay-ninh/1330-da-ubnd-2025",
    "long-an/nq-hdnd-2025",
    "tien-giang/69-kh-ubnd-2025",
)
AMOUNTS = frozenset({"nsnn", "khac", "y2025", "y2026-2030", "total"})
YEARS = ("2025", "2026", "2027", "2028", "2029", "2030")
BASELINE = "Hiện trạng"


@dataclass(frozen=True)
class PrintedRow:
    """A row as printed.

    Attributes:
        kind: `total`, `group` or `task`.
        cells: Its cells from left to right; empty ones are empty texts.
        spans: Position of a cell that is merged to the right, and how many it covers.
    """

    kind: str
    cells: tuple[str, ...]
    spans: Mapping[int, int]


@dataclass(frozen=True)
class PrintedTable:
    """A table as printed.

    Attributes:
        plan_id: Plan that holds it.
        part: Annex id, or `indicators`.
        above: Lines above it: annex, title, aside, unit.
        headings: Its headings from left to right.
        money: Positions of columns of amounts.
        rows: Its rows.
    """

    plan_id: str
    part: str
    above: tuple[str, ...]
    headings: tuple[str, ...]
    money: frozenset[int]
    rows: tuple[PrintedRow, ...]

    @property
    def name(self) -> str:
        """How tests and documentation call it."""
        return f"{self.plan_id} {self.part}"


_LAYOUTS: Mapping[tuple[str, str], tuple[str, ...]] = {
    (TAY_NINH, "phu-luc-1-1"): ("code", "title", "lead", "y2025", "y2026-2030", "total"),
    (TAY_NINH, "phu-luc-1-2"): ("code", "title", "lead", "y2025", "y2026-2030", "total"),
    (TAY_NINH, "phu-luc-2"): ("code", "title", "y2025", "y2026-2030", "total"),
    (LONG_AN, "phu-luc-1"): ("code", "title", "schedule", "nsnn", "khac", "remark"),
    (LONG_AN, "phu-luc-2"): ("code", "title", "y2025", "y2026-2030", "total"),
    (TIEN_GIANG, "phu-luc-2"): ("code", "title", "lead", "coordinators", "schedule"),
}
"""Which columns of a reading stand from left to right in the printed table."""


def printed_tables() -> tuple[PrintedTable, ...]:
    """Every table of the documents in their order: three of indicators, six of tasks and money.

    Two of the five documents, those of Quảng Ngãi and Cà Mau, print no table.
    """
    tasks = [_tasks(plan_id, annex, layout) for (plan_id, annex), layout in _LAYOUTS.items()]
    indicators = (_roadmap(TAY_NINH), _roadmap(LONG_AN), _indicators())
    return tuple(
        table
        for first in indicators
        for table in (first, *(one for one in tasks if one.plan_id == first.plan_id))
    )


def _tasks(plan_id: str, annex: str, layout: Sequence[str]) -> PrintedTable:
    folder = READINGS / plan_id
    head = next(row for row in rows_of(folder / "headings.csv") if row["annex"] == annex)
    rows = [row for row in rows_of(folder / "tasks.csv") if row["annex"] == annex]
    rows.sort(key=lambda row: int(row["line"]))
    return PrintedTable(
        plan_id,
        annex,
        _above(head),
        tuple(head["columns"].split("|")),
        frozenset(at for at, column in enumerate(layout) if column in AMOUNTS),
        tuple(_task_row(row, layout) for row in rows),
    )


def _above(head: Mapping[str, str]) -> tuple[str, ...]:
    annex, _, part = head["place"].partition(", mục ")
    aside = "(Kèm theo Đề án số … của Ủy ban nhân dân tỉnh)"
    unit = [head["unit"]] if head["unit"] else []
    if part:
        return (annex.upper(), "CHI TIẾT DANH MỤC", aside, f"{part}. {head['title']}", *unit)
    return (annex.upper(), *_two_lines(head["title"]), aside, *unit)


def _two_lines(title: str) -> tuple[str, ...]:
    """A long title as Word shows it: two paragraphs."""
    words = title.split()
    half = len(words) // 2
    return (" ".join(words[:half]), " ".join(words[half:])) if len(words) > 12 else (title,)


def _task_row(row: Mapping[str, str], layout: Sequence[str]) -> PrintedRow:
    cells = tuple(_printed(row[column], column) for column in layout)
    blank = next((at for at in range(2, len(cells)) if cells[at]), len(cells))
    spans = {1: blank - 1} if row["role"] != "task" and blank > 2 else {}
    return PrintedRow(row["role"], cells, spans)


def _printed(value: str, column: str) -> str:
    """A value as the document prints it: amounts with points."""
    return f"{int(value):,}".replace(",", ".") if value and column in AMOUNTS else value


def _roadmap(plan_id: str) -> PrintedTable:
    rows = [r for r in rows_of(READINGS / plan_id / "indicators.csv") if r["table"] == "lo-trinh"]
    codes = dict.fromkeys(row["code"] for row in rows)
    return PrintedTable(
        plan_id,
        "indicators",
        ("V. LỘ TRÌNH THỰC HIỆN CÁC CHỈ TIÊU ĐẾN NĂM 2030",),
        ("TT", "Chỉ tiêu", BASELINE, *YEARS),
        frozenset(),
        tuple(_roadmap_row([row for row in rows if row["code"] == code]) for code in codes),
    )


def _roadmap_row(rows: Sequence[Mapping[str, str]]) -> PrintedRow:
    columns = (BASELINE, *YEARS)
    cells, spans = [""] * len(columns), {}
    for row in rows:
        first, _, last = row["column"].partition("-")
        at = columns.index(first)
        cells[at] = row["text"]
        if last:
            spans[at + 2] = columns.index(last) - at + 1
    return PrintedRow("task", (rows[0]["code"], rows[0]["name"], *cells), spans)


def _indicators() -> PrintedTable:
    rows = [
        r for r in rows_of(READINGS / TIEN_GIANG / "indicators.csv") if r["table"] == "phu-luc-1"
    ]
    head = next(
        row
        for row in rows_of(READINGS / TIEN_GIANG / "headings.csv")
        if row["annex"] == "phu-luc-1"
    )
    headings = tuple(head["columns"].split("|"))
    return PrintedTable(
        TIEN_GIANG, "indicators", _above(head), headings, frozenset(), tuple(_indicator_rows(rows))
    )


def _indicator_rows(rows: Sequence[Mapping[str, str]]) -> Iterator[PrintedRow]:
    sections = dict(zip(dict.fromkeys(row["section"] for row in rows), ("I", "II"), strict=True))
    before = ""
    for row in rows:
        if row["section"] != before:
            before = row["section"]
            yield PrintedRow("group", (sections[before], before, "", "", ""), {1: 4})
        cells = (row["code"], row["name"], row["unit"], row["text"], row["owner"])
        yield PrintedRow("task", cells, {})
