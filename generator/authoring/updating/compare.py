"""Finds what was changed in a workbook, and lays it on the plan as it is now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.authoring.importing.excel import CELL_ERROR, NO_RESULT
from generator.authoring.importing.texts import clean, shorten
from generator.authoring.updating.rules import RULES, SheetRule, amounts_key
from generator.authoring.updating.sheets import Exported, SheetRow
from generator.authoring.updating.targets import numbered
from generator.diagnostics import Path
from generator.model import Library, Plan, Registry
from generator.model.anchors import annex_rows
from generator.project import ANNEXES
from generator.tables import Cell, TableInput
from generator.vietnamese import format_decimal, format_integer

Key = tuple[Cell, ...]

_PLAN: Final = "plan_id"


@dataclass(frozen=True, slots=True)
class Edit:
    """A value to be written into a plan.

    Attributes:
        path: Its path, the part first.
        old: The value now; None where there is none.
        new: The value to be; None to take it out.
        name: What it is, for people: `Nhiệm vụ 2, cột y2025`.
        place: Where it was changed: `trang budget, ô G12`.
        doubts: What a person should look at.
    """

    path: Path
    old: Cell
    new: Cell
    name: str
    place: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that has no place in the plan.

    Attributes:
        place: Where it was made.
        message: Why it is refused and what to do, a Vietnamese sentence.
    """

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a workbook changes.

    Attributes:
        edits: Changes that can be written.
        refusals: Changes that cannot; while there is one, none is written.
    """

    edits: tuple[Edit, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of a table as a plan gives it."""

    cells: Mapping[str, Cell]
    path: Path


@dataclass(frozen=True, slots=True)
class State:
    """A plan at some time, with the registry of that time.

    Attributes:
        plan: The plan.
        registry: The registry.
    """

    plan: Plan
    registry: Registry


def compare(exported: Exported, base: State, now: State, *, force: bool = False) -> Verdict:
    """Compare a workbook with the plan.

    Args:
        exported: The workbook.
        base: The plan as it was when the workbook was made; as it is now where that is not known.
        now: The plan as it is.
        force: Whether the workbook wins where both it and the plan were changed.

    Returns:
        What was changed, and what of it is refused.
    """
    found: list[Edit | Refusal] = [
        Refusal(
            f"trang {sheet}",
            f"Tên cột «{shorten('», «'.join(names))}» không phải của sổ đã xuất. Giữ nguyên dòng tên "
            "cột, hoặc xuất lại sổ.",
        )
        for sheet, names in exported.unknown.items()
    ]
    found += [
        Refusal(
            f"trang {sheet}",
            "Trang này chứa dòng của kế hoạch nhưng không mang tên của sổ đã xuất, nên không được "
            "đọc. Đặt lại tên cũ, hoặc xóa trang này nếu là bản chép.",
        )
        for sheet in exported.copies
    ]
    found += [
        one
        for rule in RULES
        if rule.table.name in exported.rows
        for one in _SheetComparison(rule, base, now, force).run(exported.rows[rule.table.name])
    ]
    return Verdict(
        tuple(one for one in found if isinstance(one, Edit)),
        tuple(one for one in found if isinstance(one, Refusal)),
    )


class _SheetComparison:
    """Compares one sheet."""

    def __init__(self, rule: SheetRule, base: State, now: State, force: bool) -> None:
        self._rule = rule
        self._force = force
        self._now_plan = now.plan
        self._base = _entries(rule, base)
        self._now = _entries(rule, now)
        self._types = {column.name: column for column in rule.table.columns}

    def run(self, rows: Sequence[SheetRow]) -> Iterator[Edit | Refusal]:
        """Every change of the sheet, in its order."""
        own = [row for row in rows if row.cells.get(_PLAN) == self._now_plan.id]
        seen: dict[Key, SheetRow] = {}
        for key, row in self._keyed(own):
            if key in seen:
                yield self._refused(row, "Dòng này có hai lần trong trang tính.")
            elif key in self._base or key in self._now:
                yield from self._row(key, row)
            else:
                yield from self._new_row(key, row)
            seen[key] = row
        if own:
            yield from self._missing(seen)

    def _keyed(self, rows: Sequence[SheetRow]) -> Iterator[tuple[Key, SheetRow]]:
        """Rows with their keys; targets, which carry no number, get the one of their likes."""
        plan_rows = [entry.cells for entry in (self._base or self._now).values()]
        orders = numbered([row.cells for row in rows], plan_rows) if self._is_ordered() else []
        for at, row in enumerate(rows):
            cells = {**row.cells, **({"order": orders[at]} if orders else {})}
            yield tuple(cells.get(key) for key in self._rule.keys), row

    def _is_ordered(self) -> bool:
        return "order" in self._rule.keys

    def _missing(self, seen: Mapping[Key, SheetRow]) -> Iterator[Refusal]:
        for key in self._base:
            if key not in seen and key in self._now:
                yield Refusal(
                    f"trang {self._rule.table.name}",
                    f"Thiếu dòng {self._name(key)}. Lệnh này không xóa dòng: để dòng lại, hoặc xóa "
                    "trong tệp YAML.",
                )

    def _row(self, key: Key, row: SheetRow) -> Iterator[Edit | Refusal]:
        now = self._now.get(key)
        base = self._base.get(key) or self._now[key]
        for name, theirs in row.cells.items():
            if name in {_PLAN, *self._rule.keys} or _same(theirs, base.cells[name]):
                continue
            if now is None or now.cells.get("code") != base.cells.get("code"):
                yield self._refused(row, "Dòng này đã đổi trong kế hoạch từ khi xuất sổ.", name)
            elif not _same(now.cells[name], theirs):
                yield self._cell(key, row, name, base, now)

    def _cell(
        self, key: Key, row: SheetRow, name: str, base: _Entry, now: _Entry
    ) -> Edit | Refusal:
        theirs = row.cells[name]
        if name not in self._rule.editable:
            return self._refused(row, _not_editable(name), name)
        if not self._force and not _same(now.cells[name], base.cells[name]):
            return self._refused(
                row,
                f"Từ khi xuất sổ, ô này trong kế hoạch đã đổi thành «{told(now.cells[name])}». "
                "Thêm --force nếu đúng là muốn lấy ô trong sổ.",
                name,
            )
        if problem := _unknown_result(row, name) or self._problem(now, name, theirs):
            return self._refused(row, problem, name)
        return self._edit(key, row, name, now)

    def _problem(self, now: _Entry, name: str, theirs: Cell) -> str:
        """Why a value cannot stand in its place; empty when it can."""
        column = self._types[name]
        if theirs is None:
            required = column.constraints.required and self._rule.editable[name]
            return f"Cột «{name}» không được để trống." if required else ""
        if isinstance(theirs, str) and column.type not in {"string", "list"}:
            return f"«{shorten(theirs)}» không đọc được là một giá trị của cột «{name}»."
        if isinstance(theirs, int) and theirs < 0:
            return f"Cột «{name}» không nhận số âm."
        if name == "schedule_text" and self._told_in_title(now):
            return "Thời gian của nhiệm vụ này nằm trong tên nhiệm vụ; hãy sửa ở cột «title»."
        return ""

    def _told_in_title(self, now: _Entry) -> bool:
        annex = self._now_plan.annexes[str(now.cells["annex_id"])]
        row = next(r for r in annex_rows("", annex) if r.number == now.cells["row"])
        return annex.schedule_in == "title" and getattr(row.item, "schedule", None) is None

    def _edit(self, key: Key, row: SheetRow, name: str, now: _Entry) -> Edit:
        theirs = row.cells[name]
        inner = self._rule.editable[name]
        return Edit(
            (*now.path, inner) if inner else now.path,
            now.cells[name],
            clean(theirs) if isinstance(theirs, str) else theirs,
            f"{self._name(key)}, cột «{name}»",
            self._place(row, name),
            row.sources[name].doubts,
        )

    def _new_row(self, key: Key, row: SheetRow) -> Iterator[Edit | Refusal]:
        if self._rule.table.name == "budget" and row.cells.get("amount") is None:
            return
        path = self._free_place(key, row) if self._rule.table.name == "budget" else None
        amount = row.cells.get("amount")
        if path is None:
            yield self._refused(
                row, "Dòng này không có trong kế hoạch. Thêm dòng mới thì sửa trong tệp YAML."
            )
        elif not isinstance(amount, int) or amount < 0:
            yield self._refused(row, f"«{told(amount)}» không phải một số tiền.", "amount")
        else:
            name = f"{self._name(key)}, cột «amount»"
            doubts = row.sources["amount"].doubts
            yield Edit(path, None, amount, name, self._place(row, "amount"), doubts)

    def _free_place(self, key: Key, row: SheetRow) -> Path | None:
        """Where an amount goes that the plan does not have: a blank cell of a row it has."""
        annex = self._now_plan.annexes.get(str(key[0]))
        if annex is None or key[2] not in {column.id for column in annex.columns}:
            return None
        part, column = f"{ANNEXES}/{key[0]}", str(key[2])
        if key[1] == 0:
            return (part, "stated", column)
        for one in annex_rows(str(key[0]), annex):
            if one.number == key[1] and one.code == row.cells.get("code"):
                return (*one.path, amounts_key(one.item), column)
        return None

    def _name(self, key: Key) -> str:
        """A row for people: its annex or id, its number and how its title begins."""
        entry = self._base.get(key) or self._now.get(key)
        cells = entry.cells if entry else {}
        title = next((cells[n] for n in ("title", "name", "label") if cells.get(n)), None)
        number = f" số {cells['code']}" if cells.get("code") else ""
        words = [str(key[0]) + number]
        if self._is_ordered():
            role = {"baseline": "hiện trạng", "target": "mục tiêu"}.get(str(key[1]), "")
            words.append(f"{role} {cells.get('period_end', '')}".strip())
        else:
            words += [str(part) for part in key[2:] if part is not None]
        return ", ".join(words) + (f" ({shorten(str(title), 40)})" if title else "")

    def _place(self, row: SheetRow, name: str = "") -> str:
        cell = row.sources.get(name) or next(iter(row.sources.values()))
        return f"trang {self._rule.table.name}, {cell.place}"

    def _refused(self, row: SheetRow, message: str, name: str = "") -> Refusal:
        return Refusal(self._place(row, name), message)


def _entries(rule: SheetRule, state: State) -> dict[Key, _Entry]:
    names = [column.name for column in rule.table.columns]
    built = rule.table.build(TableInput(Library((state.plan,), state.registry)))
    entries: dict[Key, _Entry] = {}
    counts: dict[Key, int] = {}
    for values, path in zip(built, rule.paths(state.plan), strict=True):
        cells: dict[str, Cell] = dict(zip(names, values, strict=True))
        if "order" in rule.keys:
            group = tuple(cells[key] for key in rule.keys if key != "order")
            counts[group] = counts.get(group, 0) + 1
            cells["order"] = counts[group]
        entries[tuple(cells[key] for key in rule.keys)] = _Entry(cells, path)
    return entries


def _unknown_result(row: SheetRow, name: str) -> str:
    """Why a cell that looks blank is not; empty when it is blank or holds a value."""
    doubts = row.sources[name].doubts
    if CELL_ERROR in doubts:
        return "Ô này báo lỗi trong Excel. Sửa ô ấy rồi nhập lại."
    return NO_RESULT if NO_RESULT in doubts else ""


def _same(one: Cell, other: Cell) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return clean(one) == clean(other)
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def told(value: Cell) -> str:
    """A value as the user is told it."""
    match value:
        case None:
            return "trống"
        case bool():
            return "đúng" if value else "sai"
        case int():
            return format_integer(value)
        case Decimal():
            return format_decimal(value)
        case _:
            return shorten(str(value), 60)


def _not_editable(name: str) -> str:
    return (
        f"Cột «{name}» không sửa được ở đây: nó dùng để tìm dòng, hoặc do máy đọc, tính ra từ cột "
        "khác. Sửa ở cột gốc hoặc trong tệp YAML. Nếu không sửa ô này thì hãy xuất lại sổ."
    )
