"""Compares a plan with a second reading of its source that was made without seeing it.

A second reading is a folder of CSV files. Each function here says, for one of them, the cells
of the reading and the cells of the plan under the same keys, so that one comparison serves all.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from generator.model import (
    ActionGroup,
    Group,
    Indicator,
    Library,
    Plan,
    StatedTarget,
    Target,
    Task,
)
from generator.model.derived import schedule_text

Cells = dict[tuple[str, ...], str]
"""Key of a cell (row and column) to its text. An empty cell is left out."""


@dataclass(frozen=True)
class Comparison:
    """One table compared.

    Attributes:
        rows: Rows of the second reading.
        cells: Cells that either reading has.
        differences: Cells on which they do not agree: key, second reading, plan.
    """

    rows: int
    cells: int
    differences: tuple[tuple[tuple[str, ...], str, str], ...]


def compare(reading: Cells, plan: Cells, rows: int) -> Comparison:
    """Lay two readings side by side."""
    keys = sorted(reading.keys() | plan.keys())
    pairs = ((key, reading.get(key, ""), plan.get(key, "")) for key in keys)
    return Comparison(rows, len(keys), tuple(pair for pair in pairs if pair[1] != pair[2]))


def rows_of(file: Path) -> list[dict[str, str]]:
    """Rows of a CSV file of the second reading."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def cells(rows: Iterator[tuple[tuple[str, ...], Mapping[str, object]]]) -> Cells:
    """Spread rows into cells; None and the empty string are empty cells."""
    return {
        (*key, column): str(value)
        for key, row in rows
        for column, value in row.items()
        if value is not None and value != ""
    }


def _annex_rows(plan: Plan) -> Iterator[tuple[tuple[str, ...], Mapping[str, object]]]:
    for annex_id, annex in plan.annexes.items():
        total = {"title": annex.total_label, **annex.stated}
        yield (annex_id, "total", "", "0"), total

        def walk(
            rows: tuple[Group | Task, ...], parent: str, annex_id: str = annex_id
        ) -> Iterator[tuple[tuple[str, ...], Mapping[str, object]]]:
            annex = plan.annexes[annex_id]
            for row in rows:
                if isinstance(row, Group):
                    yield (
                        (annex_id, "group", row.group, ""),
                        {"parent": parent, "title": row.title, **row.stated},
                    )
                    yield from walk(row.rows, row.group)
                else:
                    yield (
                        (annex_id, "task", row.task, ""),
                        {
                            "parent": parent,
                            "title": row.title,
                            "lead": row.lead,
                            "schedule": schedule_text(annex, row),
                            **row.amounts,
                        },
                    )

        yield from walk(annex.rows, "")


def compare_tasks(file: Path, plan: Plan, _library: Library) -> Comparison:
    """Every row of every annex: place in the tree, title, lead, time, amounts."""
    rows = rows_of(file)
    columns = ("parent", "title", "lead", "schedule", "y2025", "y2026-2030", "total")
    reading = cells(
        (
            (row["annex"], row["role"], row["code"], "0" if row["role"] == "total" else ""),
            {column: row[column] for column in columns},
        )
        for row in rows
    )
    return compare(reading, cells(_annex_rows(plan)), len(rows))


def compare_headings(file: Path, plan: Plan, _library: Library) -> Comparison:
    """Titles of the annexes and labels of their columns of money."""
    rows = rows_of(file)
    reading = cells(
        ((row["annex"],), {"title": row["title"], "place": row["place"], "columns": row["columns"]})
        for row in rows
    )
    labels = {row["annex"]: row["columns"].split("|") for row in rows}

    def printed(annex_id: str) -> str:
        own = [column.label for column in plan.annexes[annex_id].columns]
        others = labels[annex_id][: len(labels[annex_id]) - len(own)]
        return "|".join(others + own)

    ours = cells(
        ((annex_id,), {"title": annex.title, "place": annex.place, "columns": printed(annex_id)})
        for annex_id, annex in plan.annexes.items()
    )
    return compare(reading, ours, len(rows))


def _figures(values: list[Decimal | int | None]) -> str:
    return ";".join(str(value) for value in values if value is not None)


def compare_roadmap(file: Path, plan: Plan, _library: Library) -> Comparison:
    """Every cell of the roadmap table: text, period, comparator, figures."""
    rows = [row for row in rows_of(file) if row["table"] == "lo-trinh"]
    reading = cells(
        (
            (row["code"], "Hiện trạng" if row["column"] == "Hiện trạng" else row["period"]),
            {
                "name": row["name"],
                "text": row["text"],
                "value": row["value"],
                "comparator": "" if row["column"] == "Hiện trạng" else row["comparator"],
            },
        )
        for row in rows
    )
    in_table = [i for i in plan.indicators.indicators if "bảng lộ trình" in i.place]
    return compare(reading, cells(_roadmap_rows(in_table)), len(rows))


def _roadmap_rows(
    indicators: list[Indicator],
) -> Iterator[tuple[tuple[str, ...], Mapping[str, object]]]:
    for indicator in indicators:
        if indicator.baselines:
            figures = [f for b in indicator.baselines for f in (b.value, b.rank, b.rank_of)]
            yield (
                (indicator.code, "Hiện trạng"),
                {
                    "name": indicator.name,
                    "text": " ".join(b.text for b in indicator.baselines),
                    "value": _figures(figures),
                },
            )
        for target in indicator.targets:
            yield (
                (indicator.code, str(target.period)),
                {
                    "name": indicator.name,
                    "text": target.text,
                    "value": _figures([target.value, target.value_max]),
                    "comparator": target.comparator,
                },
            )


def compare_stated_targets(file: Path, plan: Plan, _library: Library) -> Comparison:
    """Targets that the prose states, repeated from the roadmap table or given there alone."""
    rows = [row for row in rows_of(file) if row["table"] == "muc-iv"]
    reading = cells(
        (
            (row["code"], row["value"] or row["comparator"]),
            {"comparator": row["comparator"], "period": row["period"]},
        )
        for row in rows
    )
    return compare(reading, cells(_stated_rows(plan)), len(rows))


def _stated_rows(plan: Plan) -> Iterator[tuple[tuple[str, ...], Mapping[str, object]]]:
    specific = [o for o in plan.objectives.objectives if o.kind == "specific"]
    stated: list[tuple[str, StatedTarget | Target]] = [
        (o.code or "", target) for o in specific for target in o.states
    ]
    only_there: list[tuple[str, StatedTarget | Target]] = [
        (indicator.code, target)
        for indicator in plan.indicators.indicators
        if "mục IV" in indicator.place
        for target in indicator.targets
    ]
    for code, target in [*stated, *only_there]:
        figure = _figures([target.value, target.value_max])
        yield (
            (code, figure or target.comparator),
            {"comparator": target.comparator, "period": target.period},
        )


def compare_legal_bases(file: Path, plan: Plan, library: Library) -> Comparison:
    """Every legal basis: number, date, issuer, title, in print order."""
    rows = rows_of(file)
    reading = cells(((row.pop("code"),), dict(row)) for row in rows)
    documents = library.registry.documents
    ours = cells(
        (
            (citation.code or "",),
            {
                "kind": documents[citation.document].kind,
                "number": documents[citation.document].number,
                "date": documents[citation.document].issued_on,
                "issuer": documents[citation.document].issuer,
                "title": documents[citation.document].title,
            },
        )
        for citation in plan.meta.legal_bases
    )
    return compare(reading, ours, len(rows))


def compare_amounts(file: Path, plan: Plan, library: Library) -> Comparison:
    """Totals of the prose, in digits and in words."""
    rows = rows_of(file)
    reading = cells(((str(i),), {k: r[k] for k in ("digits", "words")}) for i, r in enumerate(rows))
    units = library.registry.units
    ours = cells(
        (
            (str(i),),
            {"digits": s.amount * (units[s.unit].factor_vnd or 1), "words": s.words},
        )
        for i, s in enumerate(plan.budget.statements)
    )
    return compare(reading, ours, len(rows))


def compare_actions(file: Path, plan: Plan, _library: Library) -> Comparison:
    """Groups of prose tasks with announced counts, and the title of every item."""
    rows = rows_of(file)
    reading: Cells = {}
    for row in rows:
        reading[row["group"], "", "title"] = row["group_title"]
        if row["announced"]:
            reading[row["group"], "", "announced"] = row["announced"]
        if row["item"]:
            reading[row["group"], row["item"], "title"] = row["item_title"]
    read_groups = {row["group"] for row in rows}
    ours: Cells = {}
    for group in _action_groups(plan.actions.groups):
        if group.code in read_groups:
            ours[group.code, "", "title"] = group.title
            for announced in group.announced:
                if announced.of == "items":
                    ours[group.code, "", "announced"] = announced.text
        for item in group.items:
            ours[group.code or "", item.code, "title"] = item.title
    return compare(reading, ours, len(rows))


def _action_groups(groups: tuple[ActionGroup, ...]) -> Iterator[ActionGroup]:
    for group in groups:
        yield group
        yield from _action_groups(group.groups)


def compare_duties(file: Path, plan: Plan, _library: Library) -> Comparison:
    """Who has duties, and how many paragraphs of them the document prints."""
    rows = rows_of(file)
    reading = cells(((row["code"],), {"agency": row["agency"]}) for row in rows)
    ours = cells(((d.code or "",), {"agency": d.agency}) for d in plan.organisation.duties)
    return compare(reading, ours, len(rows))


COMPARISONS: dict[str, tuple[str, Callable[[Path, Plan, Library], Comparison]]] = {
    "Các dòng phụ lục": ("tasks.csv", compare_tasks),
    "Tên và cột phụ lục": ("headings.csv", compare_headings),
    "Bảng lộ trình chỉ tiêu": ("indicators.csv", compare_roadmap),
    "Chỉ tiêu trong lời văn": ("indicators.csv", compare_stated_targets),
    "Căn cứ pháp lý": ("legal_bases.csv", compare_legal_bases),
    "Tổng tiền trong lời văn": ("amounts.csv", compare_amounts),
    "Nhiệm vụ, giải pháp trong lời văn": ("actions.csv", compare_actions),
    "Trách nhiệm cơ quan": ("duties.csv", compare_duties),
}
"""Vietnamese name of each comparison, the file of the reading, and how it is compared."""
