"""How many cells of a printed table an import gets right without a hand.

What is compared are the printed cells and what has to be settled about them: which row is a
group, in which group a row is, period and comparator of a target, unit, columns of money. Ids and
concepts of indicators, and notes, are the editors' own and are not compared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.authoring.importing import (
    REVIEW,
    Draft,
    Options,
    PlanFacts,
    draft_of,
    draft_text,
    find_tables,
    kind_of_table,
    read_source,
)
from generator.located import read
from generator.model import Annex, Group, Indicator, Indicators, Library, Plan, Task
from generator.model.derived import schedule_text
from generator.schema import validate
from tests.authoring.accuracy.printed import PrintedTable

Cells = dict[tuple[str, ...], str]


@dataclass(frozen=True)
class Score:
    """What an import of one table got right.

    Attributes:
        cells: Cells that the draft or the plan has.
        right: Those on which both agree.
        marked: Those that are wrong in a row, or in a table, that the draft marks for review.
        wrong: Each cell that is wrong: key, draft, plan.
        doubts: Doubts that were told.
    """

    cells: int
    right: int
    marked: int
    wrong: tuple[tuple[tuple[str, ...], str, str], ...]
    doubts: int


def imported(name: str, content: bytes, number: int, library: Library, plan: Plan) -> Draft:
    """Import one table of a file as the command does."""
    table = find_tables(read_source(name, content))[number]
    kind = kind_of_table(table)
    facts = PlanFacts(plan.province_id, plan.meta.period)
    return draft_of(table, kind, library.registry, Options(), facts)


def score(draft: Draft, printed: PrintedTable, plan: Plan) -> Score:
    """Lay a draft beside the plan.

    Args:
        draft: What the import made.
        printed: The table that it is of.
        plan: The plan that holds it.

    Returns:
        The cells compared.
    """
    located = read(draft_text(draft).encode()).located
    assert located is not None
    record = validate(draft.part, located).record
    if isinstance(record, Annex):
        ours, theirs = annex_cells(record), annex_cells(plan.annexes[printed.part])
        marks = _annex_marks(record)
    else:
        assert isinstance(record, Indicators)
        ours = indicator_cells(record.indicators)
        theirs = indicator_cells(_of_table(plan, printed))
        marks = {("indicator", i.code) for i in record.indicators if _is_marked(i.note)}
    wrong = tuple(
        (key, ours.get(key, ""), theirs.get(key, ""))
        for key in sorted(ours.keys() | theirs.keys())
        if ours.get(key) != theirs.get(key)
    )
    marked = sum(key[:2] in marks or ("annex",) in marks for key, _, _ in wrong)
    total = len(ours.keys() | theirs.keys())
    return Score(total, total - len(wrong), marked, wrong, len(draft.doubts))


def _is_marked(note: str | None) -> bool:
    return bool(note and note.startswith(REVIEW))


def _annex_marks(annex: Annex) -> set[tuple[str, ...]]:
    marks: set[tuple[str, ...]] = {
        (kind, code) for kind, code, row, _ in _walk(annex, annex.rows, "") if _is_marked(row.note)
    }
    return marks | ({("annex",)} if _is_marked(annex.note) else set())


def _walk(
    annex: Annex, rows: tuple[Group | Task, ...], parent: str
) -> Iterator[tuple[str, str, Group | Task, str]]:
    for row in rows:
        if isinstance(row, Group):
            yield "group", row.group, row, parent
            yield from _walk(annex, row.rows, row.group)
        else:
            yield "task", row.task, row, parent


def annex_cells(annex: Annex) -> Cells:
    """Every cell of an annex by its place."""
    cells = dict(_head_cells(annex))
    for kind, code, row, parent in _walk(annex, annex.rows, ""):
        for key, value in _row_cells(annex, row, parent).items():
            if value is not None and value != "":
                cells[kind, code, key] = str(value)
    return cells


def _head_cells(annex: Annex) -> Iterator[tuple[tuple[str, ...], str]]:
    for key in (
        "title",
        "place",
        "unit",
        "total_label",
        "group_by",
        "schedule_in",
        "schedule_means",
    ):
        if value := getattr(annex, key):
            yield ("annex", "", key), str(value)
    for column in annex.columns:
        for key in ("label", "period", "source", "adds"):
            if value := getattr(column, key):
                yield ("column", column.id, key), str(value)
    for column_id, amount in annex.stated.items():
        yield ("total", "", column_id), str(amount)


def _row_cells(annex: Annex, row: Group | Task, parent: str) -> Mapping[str, Any]:
    if isinstance(row, Group):
        return {"row": "group", "parent": parent, "title": row.title, **row.stated}
    return {
        "row": "task",
        "parent": parent,
        "title": row.title,
        "lead": row.lead,
        "coordinators": row.coordinators,
        "schedule": schedule_text(annex, row),
        "result": row.result,
        "remark": row.remark,
        **row.amounts,
    }


def _of_table(plan: Plan, printed: PrintedTable) -> tuple[Indicator, ...]:
    codes = {row.cells[0] for row in printed.rows}
    word = "bảng lộ trình" if printed.headings[2] == "Hiện trạng" else "Phụ lục I"
    return tuple(i for i in plan.indicators.indicators if word in i.place and i.code in codes)


def indicator_cells(indicators: tuple[Indicator, ...]) -> Cells:
    """Every cell of a table of indicators by its place; a row taken apart keeps its parts."""
    cells: Cells = {}
    seen: dict[str, int] = {}
    for indicator in indicators:
        seen[indicator.code] = part = seen.get(indicator.code, 0) + 1
        for key, value in _indicator_cells(indicator).items():
            if value is not None and value != "":
                cells["indicator", indicator.code, f"{part} {key}"] = str(value)
    return cells


def _indicator_cells(indicator: Indicator) -> Mapping[str, Any]:
    cells: dict[str, Any] = {
        "name": indicator.name,
        "place": indicator.place,
        "unit": indicator.unit,
        "theme": indicator.theme,
        "owner": indicator.owner,
        "better": indicator.better,
    }
    for target in indicator.targets:
        cells |= {
            f"{target.period} {key}": getattr(target, key)
            for key in ("comparator", "value", "value_max", "text")
        }
    for number, seen in enumerate(indicator.baselines):
        keys = ("period", "area", "comparator", "value", "rank", "rank_of", "text")
        cells |= {f"baseline {number} {key}": getattr(seen, key) for key in keys}
    return cells
