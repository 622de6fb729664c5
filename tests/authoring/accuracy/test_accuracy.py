"""How many cells of the printed tables an import gets right, held to what the guide says."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest

from generator.model import Library
from generator.pipeline import check
from generator.project import Project
from generator.vietnamese import format_integer, format_percent
from tests.authoring.accuracy.documents import excel_file, word_file
from tests.authoring.accuracy.measure import Score, imported, score
from tests.authoring.accuracy.printed import PrintedTable, printed_tables

GUIDE = Path(__file__).parents[3] / "docs" / "huong-dan" / "nhap-tu-word.md"
MAKERS = {"a.docx": word_file, "a.xlsx": excel_file}
TABLES = printed_tables()
BY_TABLE = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
BY_FORMAT = pytest.mark.parametrize("name", MAKERS)

Scores = Mapping[tuple[str, str], Score]


@pytest.fixture(scope="module")
def library(project: Project) -> Library:
    """The plans of this repository."""
    return check(project).library


@pytest.fixture(scope="module")
def scores(library: Library) -> Scores:
    """The score of each table by the file's name and its own."""
    plans = {plan.id: plan for plan in library.plans}
    found = {}
    for name, make in MAKERS.items():
        for plan_id, group in groupby(TABLES, key=lambda table: table.plan_id):
            tables = list(group)
            content = make(tables)
            for number, table in enumerate(tables):
                draft = imported(name, content, number, library, plans[plan_id])
                found[name, table.name] = score(draft, table, plans[plan_id])
    return found


@BY_FORMAT
@BY_TABLE
def test_every_wrong_cell_is_marked_for_review(
    scores: Scores, name: str, table: PrintedTable
) -> None:
    """What the import gets wrong, it says it is not sure of."""
    result = scores[name, table.name]
    assert result.cells - result.right == result.marked, result.wrong


@BY_FORMAT
@BY_TABLE
def test_tables_of_tasks_and_money_come_out_nearly_whole(
    scores: Scores, name: str, table: PrintedTable
) -> None:
    """At most one cell in a hundred of an annex is left for a hand, of indicators one in eight."""
    result = scores[name, table.name]
    least = 0.99 if table.part != "indicators" else 0.87
    assert result.right >= least * result.cells, result.wrong


def test_the_measure_is_not_blind(library: Library) -> None:
    """One amount changed by one costs exactly one cell."""
    tables = [table for table in TABLES if table.plan_id.startswith("long-an")]
    plan = next(plan for plan in library.plans if plan.id == tables[0].plan_id)
    draft = imported("a.docx", word_file(tables), 2, library, plan)
    stated = {**draft.data["stated"], "y2025": draft.data["stated"]["y2025"] + 1}
    whole = score(draft, tables[2], plan)
    spoilt = score(replace(draft, data={**draft.data, "stated": stated}), tables[2], plan)
    assert (spoilt.cells, whole.right - spoilt.right) == (whole.cells, 1)


def test_the_guide_tells_these_figures(library: Library, scores: Scores) -> None:
    """The table of the guide is this measurement."""
    text = GUIDE.read_text(encoding="utf-8")
    for line in lines_of_table(library, scores):
        assert line in text, f"the guide lacks:\n{line}"


def lines_of_table(library: Library, scores: Scores) -> Iterator[str]:
    """The table of the guide, made anew."""
    for table in TABLES:
        both = [scores[name, table.name] for name in MAKERS]
        yield _line(_label(library, table), len(table.rows), both)
    for word, is_indicators in (("nhiệm vụ, kinh phí", False), ("chỉ tiêu", True)):
        some = [table for table in TABLES if (table.part == "indicators") is is_indicators]
        both = [_sum([scores[name, table.name] for table in some]) for name in MAKERS]
        yield _line(f"**Cộng các bảng {word}**", sum(len(table.rows) for table in some), both)


def _line(label: str, rows: int, both: list[Score]) -> str:
    shares = [f"{format_integer(one.right)} ({_share(one)})" for one in both]
    cells = format_integer(both[0].cells)
    marked = " và ".join(dict.fromkeys(format_integer(one.cells - one.right) for one in both))
    return f"| {label} | {rows} | {cells} | {' | '.join(shares)} | {marked} |"


def _share(one: Score) -> str:
    return format_percent(Decimal(one.right * 1000 // one.cells) / 10)


def _sum(some: list[Score]) -> Score:
    return Score(
        sum(one.cells for one in some),
        sum(one.right for one in some),
        sum(one.marked for one in some),
        (),
        sum(one.doubts for one in some),
    )


def _label(library: Library, table: PrintedTable) -> str:
    province = library.registry.provinces[table.plan_id.split("/", maxsplit=1)[0]].name
    if table.part == "indicators":
        roadmap = table.headings[2] == "Hiện trạng"
        return f"{province}, {'lộ trình chỉ tiêu' if roadmap else 'Phụ lục I, chỉ tiêu'}"
    plan = next(plan for plan in library.plans if plan.id == table.plan_id)
    return f"{province}, {plan.annexes[table.part].place}"
