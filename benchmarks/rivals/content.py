"""A plan's six pages as Markdown with tables, written the way anybody would."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

from generator.vietnamese import format_integer

Record = Mapping[str, Any]


def document(plan: Path) -> str:
    """The overview: the document's card, its bases, what is in the data, notes."""
    meta = _read(plan / "plan.yaml")
    names = ("number", "kind", "issuer", "issued_on", "effective_on", "period", "vision_year")
    card = [(name, meta.get(name)) for name in names]
    bases = [(one.get("code"), one["document"]) for one in meta.get("legal_bases", ())]
    coverage = [(k, one["state"], one.get("note")) for k, one in meta["coverage"].items()]
    notes = [(one["place"], one["text"]) for one in meta.get("notes", ())]
    return "\n\n".join(
        (
            meta["summary"],
            table(("Mục", "Nội dung"), card),
            f"## Căn cứ\n\n{table(('TT', 'Văn bản'), bases)}",
            f"## Dữ liệu\n\n{table(('Phần', 'Mức độ', 'Ghi chú'), coverage)}",
            f"## Ghi chú\n\n{table(('Chỗ', 'Nội dung'), notes)}",
        )
    )


def objectives(plan: Path) -> str:
    """Objectives in a table."""
    rows = (
        (one.get("code"), one["kind"], one["text"], one["place"])
        for one in _read(plan / "objectives.yaml")["objectives"]
    )
    return table(("TT", "Loại", "Nội dung", "Chỗ"), rows)


def indicators(plan: Path) -> str:
    """Indicators with baselines and a column for each year."""
    found = _read(plan / "indicators.yaml")["indicators"]
    periods = sorted({str(t["period"]) for one in found for t in one["targets"]})
    rows = (
        (
            one["code"],
            one["name"],
            one["unit"],
            one.get("owner"),
            "; ".join(base["text"] for base in one.get("baselines", ())),
            *_targets(one, periods),
        )
        for one in found
    )
    return table(("TT", "Chỉ tiêu", "Đơn vị", "Cơ quan", "Hiện trạng", *periods), rows)


def tasks(plan: Path) -> str:
    """Work in the prose, then a table for each annex, groups in bold."""
    parts = [_actions(group, 2) for group in _read(plan / "actions.yaml")["groups"]]
    for file in sorted(plan.glob("annexes/*.yaml")):
        annex = _read(file)
        columns = [column["id"] for column in annex.get("columns", ())]
        labels = [column["label"] for column in annex.get("columns", ())]
        head = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Kết quả", *labels, "Ghi chú")
        total = ("", f"**{annex.get('total_label', '')}**", *[""] * 4, *_money(annex, columns), "")
        parts.append(
            f"## {annex['title']}\n\n{table(head, [*_rows(annex['rows'], columns), total])}"
        )
    return "\n\n".join(parts)


def budget(plan: Path) -> str:
    """Totals in digits and words, and sources."""
    file = plan / "budget.yaml"
    said = _read(file) if file.exists() else {"statements": ()}
    totals = (
        (one["title"], format_integer(one["amount"]), one["unit"], one.get("words"), one["place"])
        for one in said["statements"]
    )
    sources = ((s.get("code"), s["title"], s.get("amount")) for s in said.get("sources", ()))
    return "\n\n".join(
        (
            table(("Khoản", "Số tiền", "Đơn vị", "Bằng chữ", "Chỗ"), totals),
            f"## Nguồn\n\n{table(('TT', 'Nguồn', 'Số tiền'), sources)}",
        )
    )


def organisation(plan: Path) -> str:
    """Duties and reports."""
    said = _read(plan / "organisation.yaml")
    duties = ((d.get("code"), d["agency"], "<br>".join(d["summary"])) for d in said["duties"])
    reports = (
        (r["cycle"], r.get("from"), r.get("to"), r["text"]) for r in said.get("reporting", ())
    )
    return "\n\n".join(
        (
            table(("TT", "Cơ quan", "Việc được giao"), duties),
            f"## Báo cáo\n\n{table(('Chu kỳ', 'Ai', 'Cho ai', 'Nội dung'), reports)}",
        )
    )


PAGES: Final[dict[str, tuple[str, Callable[[Path], str]]]] = {
    "": ("Tổng quan", document),
    "muc-tieu": ("Mục tiêu", objectives),
    "chi-tieu": ("Chỉ tiêu", indicators),
    "nhiem-vu": ("Nhiệm vụ", tasks),
    "kinh-phi": ("Kinh phí", budget),
    "to-chuc": ("Tổ chức thực hiện", organisation),
}
"""The pages of a plan: address below it, title, and what stands on it."""


def title_of(plan: Path) -> str:
    """The short title of a plan with its number."""
    meta = _read(plan / "plan.yaml")
    return f"{meta['short_title']} ({meta.get('number', 'không số')})"


def table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    names = list(head)
    lines: list[Iterable[object]] = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")


@lru_cache(maxsize=16)
def _read(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(file.read_bytes(), yaml.CSafeLoader)
    return data


def _targets(indicator: Record, periods: Iterable[str]) -> list[str]:
    texts = {str(target["period"]): target["text"] for target in indicator["targets"]}
    return [texts.get(period, "") for period in periods]


def _actions(group: Record, level: int) -> str:
    lines = [f"{'#' * level} {group.get('title', '')}", group.get("summary", "")]
    lines += [
        f"- **{item['code']}. {item['title']}** {item.get('summary', '')}"
        for item in group.get("items", ())
    ]
    below = [_actions(one, min(level + 1, 4)) for one in group.get("groups", ())]
    return "\n\n".join((*lines[:2], "\n".join(lines[2:]), *below))


def _rows(rows: Iterable[Record], columns: list[str]) -> Iterator[tuple[object, ...]]:
    for row in rows:
        if "rows" in row:
            yield row["group"], f"**{row['title']}**", *[""] * 4, *_money(row, columns), ""
            yield from _rows(row["rows"], columns)
        else:
            names = ("task", "title", "lead", "coordinators", "schedule", "result")
            yield *map(row.get, names), *_money(row, columns), row.get("remark")


def _money(row: Record, columns: Iterable[str]) -> list[str]:
    amounts = row.get("amounts", row.get("stated", {}))
    return [format_integer(amounts[c]) if c in amounts else "" for c in columns]
