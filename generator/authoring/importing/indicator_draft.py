"""Makes the draft of `indicators.yaml` from a table of indicators."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.authoring.importing.annex_draft import UNNAMED, UNPLACED
from generator.authoring.importing.baselines import Seen, baselines_in, former_provinces
from generator.authoring.importing.body import Entry, read_body
from generator.authoring.importing.body import Kind as RowKind
from generator.authoring.importing.codes import Kind, kind_of
from generator.authoring.importing.columns import settle
from generator.authoring.importing.draft import (
    Data,
    Doubt,
    Draft,
    period_value,
    review_note,
    without_blanks,
)
from generator.authoring.importing.indicator_units import unit_of
from generator.authoring.importing.place_words import name_of_table
from generator.authoring.importing.roles import Role, period_in
from generator.authoring.importing.tables import SourceTable
from generator.authoring.importing.target_text import TargetReading, read_target
from generator.authoring.importing.texts import shorten
from generator.authoring.importing.tree import Node, nest
from generator.model import Better, Period, Registry
from generator.model.agencies import AgencyReader
from generator.vietnamese import fold, slugify

PART: Final = "indicators"
_LONGEST_ID: Final = 60
_ANY_YEAR: Final = 2025
"""Where neither table nor plan names a year; always with a doubt."""
_PER_YEAR: Final = re.compile(r"\b(hang nam|moi nam)\b|/\s*nam\b")


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a draft of indicators needs to know of its plan.

    Attributes:
        province_id: Its province, whose former parts may have baselines of their own.
        period: Its period, for targets that name no year; None when the plan cannot be read.
    """

    province_id: str
    period: Period | None


def draft_indicators(table: SourceTable, registry: Registry, plan: PlanFacts) -> Draft:
    """Make a draft.

    Args:
        table: A table of the source.
        registry: For units, agencies and provinces.
        plan: The plan that the table belongs to.

    Returns:
        The draft of `indicators.yaml`.
    """
    return _Writer(table, registry, plan).draft()


class _Writer:
    def __init__(self, table: SourceTable, registry: Registry, plan: PlanFacts) -> None:
        self._table = table
        self._registry = registry
        self._plan_period = plan.period
        self._formers = former_provinces(registry.provinces, plan.province_id)
        self._reader = AgencyReader(registry.agencies)
        self._headings, doubts = settle(table.headings, table.rows, indicators=True)
        self._body = read_body(self._headings, table.rows)
        self._whole = [*table.doubts, *doubts]
        annex = table.annex.text if table.annex else None
        self._place = name_of_table([line.text for line in table.before], annex).place
        self._ids: set[str] = set()
        self._cells = 0

    def draft(self) -> Draft:
        """The whole draft."""
        if not self._place:
            self._whole.append("Không tìm thấy chữ «Phụ lục» ở phía trên; hãy ghi khóa place.")
        entries = [e for e in self._body.entries if e.kind is not RowKind.TOTAL]
        indicators = list(self._below(nest(entries), ()))
        return Draft(
            PART, {"indicators": indicators}, len(entries), self._cells, tuple(self._doubts())
        )

    def _doubts(self) -> Iterator[Doubt]:
        yield from (Doubt(self._table.heading_place, sentence) for sentence in self._whole)
        for entry in self._body.entries:
            yield from (Doubt(entry.place, sentence) for sentence in entry.doubts)
        yield from (Doubt(place, sentence) for place, sentence in self._body.doubts)

    def _below(self, nodes: Sequence[Node], themes: tuple[Entry, ...]) -> Iterator[Data]:
        for node in nodes:
            if node.heads and not self._has_figures(node.entry):
                yield from self._below(node.children, (*themes, node.entry))
            else:
                yield self._indicator(node.entry, themes)
                yield from self._below(node.children, themes)

    def _has_figures(self, entry: Entry) -> bool:
        return any(
            entry.cells[at].own
            for at, heading in enumerate(self._headings)
            if heading.role in {Role.TARGET, Role.BASELINE, Role.UNIT}
        )

    def _indicator(self, entry: Entry, themes: tuple[Entry, ...]) -> Data:
        targets = list(self._targets(entry, themes))
        baselines = list(self._baselines(entry))
        owner = entry.text(self._headings, Role.LEAD)
        theme = themes[-1].title if themes else ""
        unit = self._unit(entry, [str(target["text"]) for target in targets])
        better = self._better(unit, targets)
        self._check(entry, owner, targets)
        data = {
            "id": self._id(entry.title),
            "code": entry.code,
            "name": entry.title or UNNAMED,
            "place": self._place_of(entry, themes),
            "unit": unit,
            "theme": theme,
            "owner": owner,
            "better": better,
            "baselines": baselines,
            "note": review_note(entry.place, entry.doubts),
        }
        self._cells += 2 + bool(owner) + len(targets) + len(baselines)
        self._cells += bool(entry.text(self._headings, Role.UNIT))
        return without_blanks(data) | {"targets": targets}

    def _id(self, name: str) -> str:
        words = slugify(name)[:_LONGEST_ID]
        wanted = (words.rsplit("-", 1)[0] if len(words) == _LONGEST_ID else words) or "chi-tieu"
        free = (f"{wanted}-{n}" for n in range(2, len(self._ids) + 3))
        chosen = wanted if wanted not in self._ids else next(i for i in free if i not in self._ids)
        self._ids.add(chosen)
        return chosen

    def _place_of(self, entry: Entry, themes: tuple[Entry, ...]) -> str:
        parts = [self._place or UNPLACED]
        parts += [f"mục {t.code}" for t in themes if kind_of(t.code) in {Kind.ROMAN, Kind.LETTER}]
        return ", ".join((*parts, f"dòng {entry.code}"))

    def _unit(self, entry: Entry, cells: Sequence[str]) -> str:
        printed = entry.text(self._headings, Role.UNIT)
        reading = unit_of(printed, entry.title, cells, self._registry.units)
        if reading.doubt:
            entry.doubt(reading.doubt)
        return reading.id

    def _better(self, unit: str, targets: Sequence[Data]) -> Better:
        signs = {target["comparator"] for target in targets}
        kind = self._registry.units[unit].kind if unit in self._registry.units else None
        if "rank-within" in signs or (kind == "rank" and signs & {"=", "<=", "<"}):
            return "lower"
        if signs & {">=", ">"}:
            return "higher"
        if signs & {"<=", "<"}:
            return "lower"
        values = [t["value"] for t in targets if isinstance(t.get("value"), Decimal)]
        if len(values) > 1 and values[0] != values[-1]:
            return "higher" if values[-1] > values[0] else "lower"
        return "none"

    def _check(self, entry: Entry, owner: str, targets: Sequence[Data]) -> None:
        if not entry.title:
            entry.doubt("Dòng này không có tên.")
        if not targets:
            entry.doubt("Dòng này không in mục tiêu nào.")
        elif self._better_is_open(targets):
            entry.doubt(
                "Chưa rõ chiều tốt; hãy sửa khóa better thành higher hoặc lower nếu có chiều."
            )
        measured = f"{entry.title} {entry.text(self._headings, Role.UNIT)}"
        if _PER_YEAR.search(fold(measured)):
            entry.doubt("Chỉ tiêu tính theo năm: xem lại kỳ mục tiêu và khóa per_year.")
        for target in targets:
            if ";" in str(target["text"]) and "value" in target:
                entry.doubt("Ô mục tiêu nêu nhiều ý; có thể phải tách thành nhiều chỉ tiêu.")
        for stranger in self._reader.read(owner).unknown:
            entry.doubt(f"Chưa có trong sổ cơ quan: «{shorten(stranger)}».")
        if remark := entry.text(self._headings, Role.REMARK):
            entry.doubt(f"Cột ghi chú in: «{shorten(remark, 300)}».")

    def _better_is_open(self, targets: Sequence[Data]) -> bool:
        signs = {target["comparator"] for target in targets}
        return "qualitative" not in signs and self._better("", targets) == "none"

    def _targets(self, entry: Entry, themes: tuple[Entry, ...]) -> Iterator[Data]:
        for at, heading in enumerate(self._headings):
            cell = entry.cells[at]
            if heading.role is not Role.TARGET or cell.merged == "left" or not cell.text:
                continue
            reading = read_target(cell.text)
            if reading is None:
                continue
            if cell.merged:
                entry.doubt(f"Ô «{shorten(cell.text)}» gộp với dòng trên; ghi lại cho dòng này.")
            period = self._period(entry, at, reading, themes)
            yield self._figures(entry, cell.text, reading, period)

    def _period(
        self, entry: Entry, at: int, reading: TargetReading, themes: tuple[Entry, ...]
    ) -> Period:
        """Period of a target: of the cell, else of the columns that it spans, else of its group."""
        heading = self._headings[at]
        of_columns = heading.period
        last = at + 1
        while last < len(self._headings) and entry.cells[last].merged == "left":
            following = self._headings[last].period
            if of_columns and following and self._headings[last].role is Role.TARGET:
                of_columns = Period(of_columns.start, max(of_columns.end, following.end))
            last += 1
        if reading.period is not None:
            if of_columns is not None and reading.period != of_columns:
                entry.doubt(f"Ô ở cột {of_columns} tự nêu thời gian {reading.period}; lấy theo ô.")
            return reading.period
        of_themes = (period_in(theme.title) for theme in reversed(themes))
        found = of_columns or next((period for period in of_themes if period), None)
        return found or self._assumed(entry, "mục tiêu", last=True)

    def _assumed(self, entry: Entry, what: str, *, last: bool) -> Period:
        periods = [h.period for h in self._headings if h.period]
        whole = self._plan_period or (periods[0] if periods else Period(_ANY_YEAR, _ANY_YEAR))
        year = whole.end if last else whole.start
        entry.doubt(f"Nguồn không ghi năm của {what}; tạm ghi {year}.")
        return Period(year, year)

    def _figures(self, entry: Entry, text: str, reading: TargetReading, period: Period) -> Data:
        if reading.doubt:
            entry.doubt(reading.doubt)
        return without_blanks(
            {
                "period": period_value(period),
                "comparator": reading.comparator,
                "value": reading.value,
                "value_max": reading.value_max,
                "text": text,
            }
        )

    def _baselines(self, entry: Entry) -> Iterator[Data]:
        for at, heading in enumerate(self._headings):
            cell = entry.cells[at]
            if heading.role is not Role.BASELINE or cell.merged or not cell.text:
                continue
            for seen in baselines_in(cell, self._formers):
                period = seen.period or heading.period
                period = period or self._assumed(entry, "hiện trạng", last=False)
                yield self._baseline(entry, seen, period)

    def _baseline(self, entry: Entry, seen: Seen, period: Period) -> Data:
        data = dict(self._figures(entry, seen.text, seen.reading, period))
        if seen.reading.comparator == "=":
            del data["comparator"]
        extra = {"area": seen.area, "rank": seen.reading.rank, "rank_of": seen.reading.rank_of}
        if seen.area:
            entry.doubt(f"Tách ô hiện trạng theo tên tỉnh cũ: «{shorten(seen.text)}».")
        return without_blanks(data | extra)
