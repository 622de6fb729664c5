"""Makes the draft of an annex from a table of tasks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.authoring.importing.body import Body, Entry, read_body
from generator.authoring.importing.body import Kind as RowKind
from generator.authoring.importing.columns import MoneyColumn, money_columns, position, settle
from generator.authoring.importing.draft import (
    Data,
    Doubt,
    Draft,
    period_value,
    review_note,
    without_blanks,
)
from generator.authoring.importing.figures import read_amount
from generator.authoring.importing.place_words import TableName, money_unit, name_of_table
from generator.authoring.importing.roles import NAMES, Role
from generator.authoring.importing.tables import SourceTable
from generator.authoring.importing.texts import MOST_CHARACTERS, shorten
from generator.authoring.importing.totals import group_of_total
from generator.authoring.importing.tree import Node, nest, walk
from generator.model import Registry
from generator.model.agencies import AgencyReader
from generator.project import ANNEXES
from generator.vietnamese import fold, read_schedule

UNNAMED: Final = "Chưa rõ tên"
UNPLACED: Final = "Chưa rõ chỗ trong văn bản"
_TEXTS: Final = (
    ("lead", Role.LEAD),
    ("coordinators", Role.COORDINATORS),
    ("schedule", Role.SCHEDULE),
    ("result", Role.RESULT),
    ("remark", Role.REMARK),
)
_MOSTLY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says about the table.

    Attributes:
        annex_id: Id of the annex; empty to take it from the table's name.
        unit: Id of the unit of money; empty to read it from the source.
    """

    annex_id: str = ""
    unit: str = ""


def draft_annex(table: SourceTable, registry: Registry, options: Options) -> Draft:
    """Make a draft.

    Args:
        table: A table of the source.
        registry: For units and agencies.
        options: What the user says.

    Returns:
        The draft of `annexes/<id>.yaml`.
    """
    return _AnnexWriter(table, registry, options).draft()


class _AnnexWriter:
    """Writes one annex; doubts gather at the rows that they are about."""

    def __init__(self, table: SourceTable, registry: Registry, options: Options) -> None:
        self._table = table
        self._registry = registry
        self._options = options
        self._reader = AgencyReader(registry.agencies)
        self._headings, column_doubts = settle(table.headings, table.rows, indicators=False)
        self._money, money_doubts = money_columns(self._headings, table.rows)
        self._body: Body = read_body(self._headings, table.rows)
        self._whole = [*table.doubts, *column_doubts, *money_doubts]
        self._cells = 0

    def draft(self) -> Draft:
        """The whole draft."""
        annex = self._table.annex.text if self._table.annex else None
        name = name_of_table([line.text for line in self._table.before], annex)
        entries = self._body.entries
        roots = nest(entry for entry in entries if entry.kind is not RowKind.TOTAL)
        totals = self._totals([e for e in entries if e.kind is RowKind.TOTAL], roots)
        head = self._head(name, roots)
        rows = [self._row(node) for node in roots]
        data = {**head, **totals, "note": review_note("", self._whole)}
        return Draft(
            f"{ANNEXES}/{self._options.annex_id or name.id or 'phu-luc'}",
            without_blanks(data) | {"rows": rows},
            len(entries),
            self._cells,
            tuple(self._doubts()),
        )

    def _doubts(self) -> Iterator[Doubt]:
        yield from (Doubt(self._table.heading_place, sentence) for sentence in self._whole)
        for entry in self._body.entries:
            yield from (Doubt(entry.place, sentence) for sentence in entry.doubts)
        yield from (Doubt(place, sentence) for place, sentence in self._body.doubts)

    def _head(self, name: TableName, roots: Sequence[Node]) -> dict[str, object]:
        if not name.title:
            self._whole.append("Không tìm thấy tên bảng ở phía trên; hãy ghi khóa title.")
        if not name.place:
            self._whole.append("Không tìm thấy chữ «Phụ lục» ở phía trên; hãy ghi khóa place.")
        return {
            "title": name.title or UNNAMED,
            "place": name.place or UNPLACED,
            "unit": self._unit(),
            "columns": [_column(column) for column in self._money],
            **self._ways(roots),
        }

    def _unit(self) -> str:
        if self._options.unit or not self._money:
            return self._options.unit if self._money else ""
        labels = [column.label for column in self._money]
        found = money_unit(
            [*labels, *(line.text for line in self._table.before)], self._registry.units
        )
        if found.id is None:
            said = (
                f"Đơn vị «{found.text}» không có trong sổ đơn vị"
                if found.text
                else ("Không tìm thấy đơn vị tiền ở phía trên bảng")
            )
            self._whole.append(f"{said}; hãy ghi khóa unit.")
        return found.id or ""

    def _ways(self, roots: Sequence[Node]) -> dict[str, str]:
        """How the annex groups its tasks and where it tells the time, where not as most do."""
        ways = {}
        times = next((h.label for h in self._headings if h.role is Role.SCHEDULE), None)
        if times is None:
            ways["schedule_in"] = "title"
        elif re.search(r"hoan thanh|thoi han|\bhan\b", fold(times)):
            ways["schedule_means"] = "deadline"
        if self._groups_are_agencies(roots):
            ways["group_by"] = "agency"
        return ways

    def _groups_are_agencies(self, roots: Sequence[Node]) -> bool:
        if any(h.role is Role.LEAD for h in self._headings):
            return False
        readings = [self._reader.read(node.entry.title) for node in roots if node.children]
        named = sum(bool(r.leads) and not r.unknown for r in readings)
        return named > len(readings) * _MOSTLY

    def _totals(self, totals: Sequence[Entry], roots: Sequence[Node]) -> dict[str, object]:
        """The annex's own totals; those of a group go to the group if it prints none itself."""
        label, stated = "", dict[str, int]()
        for entry in totals:
            amounts = self._amounts(entry)
            group = group_of_total(entry.title)
            if group is not None:
                self._give_to_group(entry, group, amounts, roots)
            elif not label:
                label, stated = entry.title, amounts
                self._cells += 1 + len(amounts)
            elif amounts != stated:
                entry.doubt("Bảng có hơn một dòng tổng và hai dòng khác nhau; chỉ ghi dòng đầu.")
        return {"total_label": label, "stated": stated}

    def _give_to_group(
        self, entry: Entry, code: str, amounts: dict[str, int], roots: Sequence[Node]
    ) -> None:
        node = next((n for n in walk(roots) if n.entry.code == code), None)
        if node is None or (own := self._amounts(node.entry)) == amounts:
            if node is None:
                entry.doubt(f"Dòng «{entry.title}» không thấy nhóm {code} nên bị bỏ.")
        elif own:
            entry.doubt(f"Dòng «{entry.title}» khác số in ở dòng nhóm {code}; giữ số ở dòng nhóm.")
        else:
            node.entry.cells = entry.cells
            node.entry.doubt(f"Tổng của nhóm lấy từ dòng «{entry.title}» ({entry.place}).")

    def _row(self, node: Node) -> Data:
        entry = node.entry
        title = self._title(entry)
        amounts = self._amounts(entry)
        texts = {key: self._text(entry, role) for key, role in _TEXTS}
        if node.children or (node.heads and not any(texts.values())):
            return self._group(node, title, amounts, texts)
        self._check(entry, texts)
        data = {"task": entry.code, "title": title, **texts, "amounts": amounts}
        self._cells += len(without_blanks(data)) - bool(amounts) + len(amounts)
        return without_blanks(data | {"note": review_note(entry.place, entry.doubts)})

    def _group(
        self, node: Node, title: str, amounts: dict[str, int], texts: dict[str, str]
    ) -> Data:
        entry = node.entry
        for key, role in _TEXTS:
            if texts[key]:
                entry.doubt(
                    f"Dòng nhóm in ở cột {NAMES[role]}: «{texts[key]}»; nhóm không có chỗ ghi."
                )
        if not node.children:
            entry.doubt("Nhóm này không có dòng nào bên trong.")
        rows = [self._row(child) for child in node.children]
        self._cells += 2 + len(amounts)
        data = {
            "group": entry.code,
            "title": title,
            "stated": amounts,
            "note": review_note(entry.place, entry.doubts),
        }
        return without_blanks(data) | {"rows": rows}

    def _title(self, entry: Entry) -> str:
        if not entry.title:
            entry.doubt("Dòng này không có tên.")
        return entry.title or UNNAMED

    def _text(self, entry: Entry, role: Role) -> str:
        at = position(self._headings, role)
        if at is None or entry.cells[at].merged == "left":
            return ""
        cell = entry.cells[at]
        if cell.merged and cell.text:
            entry.doubt(f"Ô {NAMES[role]} gộp với dòng trên; ghi lại cùng chữ cho dòng này.")
        if len(cell.text) > MOST_CHARACTERS:
            entry.doubt(f"Ô {NAMES[role]} dài quá {MOST_CHARACTERS} chữ nên bị cắt.")
        return cell.text[:MOST_CHARACTERS].strip()

    def _check(self, entry: Entry, texts: dict[str, str]) -> None:
        """Doubt what `kehoach check` will not be able to read."""
        for key in ("lead", "coordinators"):
            for stranger in self._reader.read(texts[key]).unknown:
                entry.doubt(f"Chưa có trong sổ cơ quan: «{shorten(stranger)}».")
        if texts["schedule"] and read_schedule(texts["schedule"]) is None:
            entry.doubt(f"Chưa đọc được thời gian «{shorten(texts['schedule'])}».")

    def _amounts(self, entry: Entry) -> dict[str, int]:
        amounts = {}
        for column in self._money:
            cell = entry.cells[column.at]
            reading = read_amount(cell)
            if cell.merged:
                if reading.amount is not None:
                    entry.doubt(
                        f"Số {cell.text} ở ô gộp nhiều dòng hoặc nhiều cột; chỉ ghi một lần, ở ô đầu."
                    )
                continue
            if reading.doubt:
                entry.doubt(f"Cột «{shorten(column.label)}»: {reading.doubt}")
            if reading.amount is not None:
                amounts[column.id] = reading.amount
        return amounts


def _column(column: MoneyColumn) -> Data:
    return without_blanks(
        {
            "id": column.id,
            "label": column.label,
            "period": period_value(column.period) if column.period else None,
            "source": column.source,
            "adds": list(column.adds),
        }
    )
