"""Compares a plan with a second reading of its source that was made without seeing it.

A second reading is a folder of CSV files. Each function here says, for one of them, the cells
of the reading and the cells of the plan under the same keys. It returns None where the document
has nothing of the kind.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from generator.model import (
    ActionGroup,
    Annex,
    Citation,
    Group,
    Indicator,
    LegalDocument,
    Library,
    Plan,
    StatedTarget,
    Target,
    Task,
)
from generator.model.derived import schedule_text
from tests.second_reading.cells import (
    Comparison,
    Rows,
    compare,
    compare_counts,
    figures,
    picked,
    rows_of,
)

ROADMAP = "bảng lộ trình"
BASELINE = "Hiện trạng"


def compare_tasks(folder: Path, plan: Plan, _library: Library) -> Comparison | None:
    """Every row of every annex: place in the tree, title, cells, amounts."""
    rows = rows_of(folder / "tasks.csv")
    amounts = {column.id for annex in plan.annexes.values() for column in annex.columns}
    texts = ("parent", "title", "lead", "coordinators", "schedule", "remark", "result")
    read = [column for column in (*texts, *sorted(amounts)) if rows and column in rows[0]]
    reading = (((row["annex"], row["role"], row["code"]), dict(picked(row, read))) for row in rows)
    ours = (
        (key, {column: value for column, value in row.items() if column in read})
        for annex_id, annex in plan.annexes.items()
        for key, row in _annex_rows(annex_id, annex)
    )
    return compare(len(rows), reading, ours) if rows else None


def _annex_rows(annex_id: str, annex: Annex) -> Rows:
    if annex.total_label or annex.stated:
        yield (annex_id, "total", ""), {"title": annex.total_label, **annex.stated}
    yield from _rows_below(annex_id, annex, annex.rows, "")


def _rows_below(annex_id: str, annex: Annex, rows: tuple[Group | Task, ...], parent: str) -> Rows:
    for row in rows:
        if isinstance(row, Group):
            yield (
                (annex_id, "group", row.group),
                {"parent": parent, "title": row.title, **row.stated},
            )
            yield from _rows_below(annex_id, annex, row.rows, row.group)
        else:
            yield (annex_id, "task", row.task), _task_cells(annex, row, parent)


def _task_cells(annex: Annex, task: Task, parent: str) -> Mapping[str, object]:
    return {
        "parent": parent,
        "title": task.title,
        "lead": task.lead,
        "coordinators": task.coordinators,
        "schedule": schedule_text(annex, task),
        "remark": task.remark,
        "result": task.result,
        **task.amounts,
    }


def compare_headings(folder: Path, plan: Plan, _library: Library) -> Comparison | None:
    """Titles and places of the annexes, and the labels of their columns of money."""
    rows = [row for row in rows_of(folder / "headings.csv") if row["annex"] in plan.annexes]
    labels = {
        annex_id: [column.label for column in annex.columns]
        for annex_id, annex in plan.annexes.items()
    }
    reading = (
        (
            (row["annex"],),
            {
                "title": row["title"],
                "place": row["place"],
                "columns": [c for c in row["columns"].split("|") if c in labels[row["annex"]]],
            },
        )
        for row in rows
    )
    ours = (
        (
            (annex_id,),
            {"title": annex.title, "place": annex.place, "columns": labels[annex_id]},
        )
        for annex_id, annex in plan.annexes.items()
    )
    return compare(len(rows), reading, ours) if rows else None


def compare_roadmap(folder: Path, plan: Plan, _library: Library) -> Comparison | None:
    """Every cell of a roadmap table: text, period, comparator, figures."""
    rows = [row for row in rows_of(folder / "indicators.csv") if row["table"] == "lo-trinh"]
    reading = (
        (
            (row["code"], BASELINE if row["column"] == BASELINE else row["period"]),
            {
                "name": row["name"],
                "text": row["text"],
                "value": figures(row["value"].split(";")),
                "comparator": "" if row["column"] == BASELINE else row["comparator"],
            },
        )
        for row in rows
    )
    in_table = [i for i in plan.indicators.indicators if ROADMAP in i.place]
    ours = (pair for indicator in in_table for pair in _roadmap_row(indicator))
    return compare(len(rows), reading, ours) if rows else None


def _roadmap_row(indicator: Indicator) -> Rows:
    if indicator.baselines:
        values = (f for b in indicator.baselines for f in (b.value, b.rank, b.rank_of))
        yield (
            (indicator.code, BASELINE),
            {
                "name": indicator.name,
                "text": " ".join(b.text for b in indicator.baselines),
                "value": figures(values),
            },
        )
    for target in indicator.targets:
        yield (
            (indicator.code, str(target.period)),
            {
                "name": indicator.name,
                "text": target.text,
                "value": figures([target.value, target.value_max]),
                "comparator": target.comparator,
            },
        )


def compare_stated_targets(folder: Path, plan: Plan, _library: Library) -> Comparison | None:
    """Targets that a numbered list of prose states, in a table or there alone."""
    rows = [row for row in rows_of(folder / "indicators.csv") if row["table"] == "muc-iv"]
    reading = (
        (
            (row["code"], row["value"] or row["comparator"]),
            {"comparator": row["comparator"], "period": row["period"]},
        )
        for row in rows
    )
    return compare(len(rows), reading, _stated_rows(plan)) if rows else None


def _stated_rows(plan: Plan) -> Rows:
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
        figure = figures([target.value, target.value_max])
        yield (
            (code, figure or target.comparator),
            {"comparator": target.comparator, "period": target.period},
        )


def compare_indicator_table(folder: Path, plan: Plan, _library: Library) -> Comparison | None:
    """Every row of an annex of indicators: name, result, figures, owner.

    A printed row that is taken apart into several indicators is put together again.
    """
    rows = [row for row in rows_of(folder / "indicators.csv") if row["table"] == "phu-luc-1"]
    reading = (
        ((row["code"],), {column: row[column] for column in ("name", "text", "owner")})
        for row in rows
    )
    in_table = [i for i in plan.indicators.indicators if "Phụ lục I" in i.place]
    whole: dict[str, list[Indicator]] = {}
    for indicator in in_table:
        whole.setdefault(indicator.code, []).append(indicator)
    ours = (
        (
            (code,),
            {
                "name": parts[0].name,
                "text": " ".join(target.text for part in parts for target in part.targets),
                "owner": parts[0].owner,
            },
        )
        for code, parts in whole.items()
    )
    return compare(len(rows), reading, ours) if rows else None


def compare_milestones(folder: Path, plan: Plan, _library: Library) -> Comparison | None:
    """Every target of prose milestones, told apart by theme, period, comparator and figures."""
    rows = [row for row in rows_of(folder / "indicators.csv") if row["table"] == "muc-tieu"]
    reading = (
        (row["theme"], row["period"], row["comparator"], figures(row["value"].split(";")))
        for row in rows
    )
    ours = (
        (
            indicator.theme or "",
            str(target.period),
            target.comparator,
            figures([target.value, target.value_max]),
        )
        for indicator in plan.indicators.indicators
        if indicator.place.startswith("Mục II,")
        for target in indicator.targets
    )
    return compare_counts(reading, ours) if rows else None


def compare_prose_targets(folder: Path, plan: Plan, _library: Library) -> Comparison | None:
    """Targets scattered in prose, told apart by comparator and figures."""
    rows = [row for row in rows_of(folder / "indicators.csv") if row["table"] == "loi-van"]
    reading = ((row["comparator"], figures(row["value"].split(";"))) for row in rows)
    ours = (
        (target.comparator, figures([target.value, target.value_max]))
        for indicator in plan.indicators.indicators
        for target in indicator.targets
    )
    return compare_counts(reading, ours) if rows else None


def compare_legal_bases(folder: Path, plan: Plan, library: Library) -> Comparison | None:
    """Every numbered legal basis: kind, number, date, issuer, title, in print order."""
    rows = rows_of(folder / "legal_bases.csv")
    columns = ("kind", "number", "date", "issuer", "title")
    reading = (((str(n),), dict(picked(row, columns))) for n, row in zip(count(), rows))
    numbered = [c for c in plan.meta.legal_bases if c.code] or plan.meta.legal_bases
    documents = [library.registry.documents[citation.document] for citation in numbered]
    ours = (
        (
            (str(n),),
            {
                "kind": document.kind,
                "number": document.number,
                "date": document.issued_on,
                "issuer": document.issuer,
                "title": _as_cited(citation, document, row["title"]),
            },
        )
        for n, citation, document, row in zip(count(), numbered, documents, rows)
    )
    return compare(len(rows), reading, ours) if rows else None


def _as_cited(citation: Citation, document: LegalDocument, printed: str) -> str:
    """The title that this plan prints, where it differs from the registry's."""
    return printed if citation.text and printed in citation.text else document.title


def compare_amounts(folder: Path, plan: Plan, library: Library) -> Comparison | None:
    """Totals of the prose, in digits and in words."""
    rows = rows_of(folder / "amounts.csv")
    reading = ((row["digits"], row["words"]) for row in rows)
    units = library.registry.units
    ours = (
        (str(s.amount * (units[s.unit].factor_vnd or 1)), s.words or "")
        for s in plan.budget.statements
    )
    return compare_counts(reading, ours) if rows else None


def compare_actions(folder: Path, plan: Plan, _library: Library) -> Comparison | None:
    """Groups of prose tasks with announced counts, and every item.

    An item of some documents is a paragraph without a title. The second reading then holds its
    opening words, and the title in the plan must be what the paragraph begins with.
    """
    rows = rows_of(folder / "actions.csv")
    groups = tuple(_action_groups(plan.actions.groups))
    titles = {key: str(row.get("title", "")) for g in groups for key, row in _action_rows(g)}
    read = {row["group"] for row in rows}
    with_items = {row["group"] for row in rows if row.get("item")}
    reading = (pair for row in rows for pair in _read_action(row, titles))
    ours = (
        (key, row)
        for group in groups
        for key, row in _action_rows(group)
        if key[0] in read and (not key[1] or key[0] in with_items)
    )
    return compare(len(rows), reading, ours) if rows else None


def _read_action(row: Mapping[str, str], titles: Mapping[tuple[str, ...], str]) -> Rows:
    item = row.get("item", "")
    heads = {"title": row["group_title"], "announced": row.get("announced")}
    key = (row["group"], item)
    if opening := row.get("opening"):
        title = titles.get(key, "")
        begins = title and (opening.startswith(title) or title.startswith(opening))
        yield key, {"title": title if begins else opening}
    elif item:
        yield key, {"title": row["item_title"]}
    if item or not opening:
        yield (row["group"], ""), heads


def _action_rows(group: ActionGroup) -> Rows:
    announced = " ".join(a.text for a in group.announced if a.of == "items")
    yield (group.code or "", ""), {"title": group.title or "", "announced": announced}
    for item in group.items:
        code = item.code if item.code.startswith(f"{group.code}.") else ""
        yield ((code, "") if code else (group.code or "", item.code)), {"title": item.title}


def _action_groups(groups: tuple[ActionGroup, ...]) -> Iterator[ActionGroup]:
    for group in groups:
        yield group
        yield from _action_groups(group.groups)


def compare_duties(folder: Path, plan: Plan, _library: Library) -> Comparison | None:
    """Who has duties, in print order."""
    rows = rows_of(folder / "duties.csv")
    reading = (((row["agency"],), {"there": "yes"}) for row in rows)
    ours = (((duty.agency,), {"there": "yes"}) for duty in plan.organisation.duties)
    return compare(len(rows), reading, ours) if rows else None


COMPARISONS: dict[str, Callable[[Path, Plan, Library], Comparison | None]] = {
    "Các dòng phụ lục": compare_tasks,
    "Tên và cột phụ lục": compare_headings,
    "Bảng lộ trình chỉ tiêu": compare_roadmap,
    "Chỉ tiêu trong lời văn": compare_stated_targets,
    "Phụ lục chỉ tiêu": compare_indicator_table,
    "Chỉ tiêu theo từng mốc": compare_milestones,
    "Chỉ tiêu rải trong lời văn": compare_prose_targets,
    "Căn cứ pháp lý": compare_legal_bases,
    "Tổng tiền trong lời văn": compare_amounts,
    "Nhiệm vụ, giải pháp trong lời văn": compare_actions,
    "Trách nhiệm cơ quan": compare_duties,
}
"""Vietnamese name of each comparison, as the method page shows it, and how it is made."""
