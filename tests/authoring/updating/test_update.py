"""What is changed in an exported workbook, and nothing else, gets into the plan."""

import io
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator import located
from generator.authoring.formatting import format_part
from generator.authoring.updating import Exported, State, Verdict, apply_edits, compare
from generator.authoring.updating.rules import RULES
from generator.authoring.updating.sheets import SheetRow
from generator.project import Project
from generator.tables import Cell
from tests.authoring.updating.books import book_of, changed, exported, state_of, values_of

EXAMPLE = "vi-du/01-kh-2025"
ROOT = Path(__file__).parents[3]
ANNEX = "annexes/phu-luc-1"


def part_text(project: Project, part: str) -> str:
    """Text of a part of the example."""
    file = project.root / "plans" / EXAMPLE / f"{part}.yaml"
    return format_part(part, file.read_text(encoding="utf-8"))


def verdict_of(
    state: State, sheet: str, row: dict[str, object], column: str, value: object
) -> Verdict:
    """What is said of one changed cell."""
    content = changed(book_of(state), sheet, row, column, value)
    return compare(exported(content), state, state)


@pytest.mark.parametrize(
    "plan_id",
    [
        p.relative_to(ROOT / "plans").parent.as_posix()
        for p in sorted(ROOT.glob("plans/*/*/plan.yaml"))
    ],
)
def test_an_untouched_workbook_changes_nothing(plan_id: str) -> None:
    """Every value of every plan goes out and comes back the same."""
    state = state_of(Project(ROOT), plan_id)
    assert compare(exported(book_of(state)), state, state) == Verdict((), ())


ROW_2: dict[str, object] = {"annex_id": "phu-luc-1", "row": 3}
TARGET: dict[str, object] = {"indicator_id": "dich-vu-cong", "period_start": 2030}


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "path", "new"),
    [
        ("budget", ROW_2 | {"column_id": "y2025"}, "amount", 55, (ANNEX, "rows", 0, "rows", 1, "amounts", "y2025"), 55),
        ("budget", ROW_2 | {"column_id": "y2025"}, "amount", "1.055", (ANNEX, "rows", 0, "rows", 1, "amounts", "y2025"), 1055),
        ("budget", {"role": "total", "column_id": "total"}, "amount", 1, (ANNEX, "stated", "total"), 1),
        ("tasks", ROW_2, "lead_text", "Sở Y tế", (ANNEX, "rows", 0, "rows", 1, "lead"), "Sở Y tế"),
        ("tasks", ROW_2, "remark", "a: b # c", (ANNEX, "rows", 0, "rows", 1, "remark"), "a: b # c"),
        ("tasks", ROW_2, "schedule_text", "2026", (ANNEX, "rows", 0, "rows", 1, "schedule"), "2026"),
        ("groups", {"code": "II"}, "title", "Mới", (ANNEX, "rows", 1, "title"), "Mới"),
        ("annexes", {"annex_id": "phu-luc-1"}, "unit", "vnd", (ANNEX, "unit"), "vnd"),
        ("annex_columns", {"column_id": "y2025"}, "label", "Mới", (ANNEX, "columns", 0, "label"), "Mới"),
        ("indicators", {"indicator_id": "xep-hang"}, "owner_text", "Sở Y tế", ("indicators", "indicators", 1, "owner"), "Sở Y tế"),
        ("targets", TARGET, "value", 95.5, ("indicators", "indicators", 0, "targets", 1, "value"), Decimal("95.5")),
        ("targets", TARGET, "comparator", ">", ("indicators", "indicators", 0, "targets", 1, "comparator"), ">"),
        ("targets", TARGET, "per_year", True, ("indicators", "indicators", 0, "targets", 1, "per_year"), True),
        ("objectives", {"kind": "general"}, "place", "Mục X", ("objectives", "objectives", 0, "place"), "Mục X"),
    ],
)  # fmt: skip
def test_one_changed_cell_is_one_edit(
    example: Project,
    sheet: str,
    row: dict[str, object],
    column: str,
    value: object,
    path: Any,
    new: object,
) -> None:
    """A cell of each kind is found again by ids, and becomes one edit at its place."""
    state = state_of(example, EXAMPLE)
    verdict = verdict_of(state, sheet, row, column, value)
    assert verdict.refusals == ()
    (edit,) = verdict.edits
    assert (edit.path, edit.new) == (path, new)
    assert edit.place.startswith(f"trang {sheet}, ô ")
    before = located.read(part_text(example, path[0]).encode()).located
    after = located.read(apply_edits(path[0], part_text(example, path[0]), [edit]).encode()).located
    assert before is not None
    assert after is not None
    assert value_at(after.data, path[1:]) == (float(new) if isinstance(new, Decimal) else new)
    assert value_at(before.data, path[1:]) != value_at(after.data, path[1:])


def value_at(data: Any, path: tuple[Any, ...]) -> object:
    """A value of plain data; None where there is none."""
    for key in path:
        if isinstance(data, dict) and key not in data:
            return None
        data = data[key]
    return data


def test_an_amount_may_be_taken_out_or_put_into_a_blank_cell(example: Project) -> None:
    """A blank cell is no key; an amount in the row of a blank cell is a new key."""
    state = state_of(example, EXAMPLE)
    (gone,) = verdict_of(state, "budget", ROW_2 | {"column_id": "y2025"}, "amount", None).edits
    text = apply_edits(ANNEX, part_text(example, ANNEX), [gone])
    assert "amounts: {y2026-2030: 250, total: 300}" in text
    row = {"annex_id": "phu-luc-1", "row": 5, "column_id": "y2026-2030"}
    book = changed(book_of(state), "budget", row, "column_id", "y2025")
    verdict = compare(exported(book), state, state)
    assert [edit.path[-1] for edit in verdict.edits] == ["y2025"]
    assert "Thiếu dòng" in verdict.refusals[0].message


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "said"),
    [
        ("tasks", ROW_2, "lead_ids", "so-y-te", "không sửa được ở đây"),
        ("tasks", ROW_2, "title", None, "không được để trống"),
        ("tasks", ROW_2, "code", "9", "không sửa được ở đây"),
        ("tasks", ROW_2, "row", 99, "không có trong kế hoạch"),
        ("budget", ROW_2 | {"column_id": "y2025"}, "amount", "nhiều", "không đọc được"),
        ("budget", ROW_2 | {"column_id": "y2025"}, "amount", -5, "số âm"),
        ("budget", ROW_2 | {"column_id": "y2025"}, "amount_vnd", 5, "không sửa được ở đây"),
        ("budget", ROW_2 | {"column_id": "y2025"}, "amount", "=30+30", "Mở bằng Excel, lưu lại"),
        ("tasks", ROW_2, "title", "=A1", "Mở bằng Excel, lưu lại"),
        ("budget", ROW_2 | {"column_id": "y2025"}, "amount", "#REF!", "báo lỗi trong Excel"),
        ("targets", TARGET, "value", "chín mươi", "không đọc được"),
        ("targets", TARGET, "period_end", 2031, "không sửa được ở đây"),
    ],
)
def test_what_has_no_place_in_the_plan_is_refused(
    example: Project, sheet: str, row: dict[str, object], column: str, value: object, said: str
) -> None:
    """The refusal names the cell and says what to do."""
    verdict = verdict_of(state_of(example, EXAMPLE), sheet, row, column, value)
    assert said in " ".join(refusal.message for refusal in verdict.refusals)
    assert all(refusal.place.startswith(f"trang {sheet}") for refusal in verdict.refusals)


def test_a_time_within_a_title_is_changed_in_the_title() -> None:
    """Where the time stands in the name of a task there is no cell of its own."""
    state = state_of(Project(ROOT), "tay-ninh/1330-da-ubnd-2025")
    row: dict[str, object] = {"annex_id": "phu-luc-1-1", "code": "1"}
    (refusal,) = verdict_of(state, "tasks", row, "schedule_text", "2027").refusals
    assert "cột «title»" in refusal.message


def test_a_sorted_sheet_is_the_same_sheet(example: Project) -> None:
    """Rows are found by their ids, not by where they stand."""
    state = state_of(example, EXAMPLE)
    whole = exported(book_of(state))
    turned = Exported(None, {name: tuple(reversed(rows)) for name, rows in whole.rows.items()})
    assert compare(turned, state, state) == Verdict((), ())


def test_a_renamed_column_is_refused(example: Project) -> None:
    """What stands under a name that nobody knows is not passed over."""
    state = state_of(example, EXAMPLE)
    book = load_workbook(io.BytesIO(book_of(state)))
    (heading,) = [cell for cell in book["budget"][1] if cell.value == "amount"]
    heading.value = "Số tiền"
    packed = io.BytesIO()
    book.save(packed)
    (refusal,) = compare(exported(packed.getvalue()), state, state).refusals
    assert refusal.place == "trang budget"
    assert "«Số tiền»" in refusal.message


def test_a_renamed_or_copied_sheet_is_refused(example: Project) -> None:
    """Rows of the plan on a sheet that nobody reads are not passed over; other sheets are."""
    state = state_of(example, EXAMPLE)
    book = load_workbook(io.BytesIO(book_of(state)))
    book["tasks"].title = "Nhiệm vụ"
    book.copy_worksheet(book["budget"])
    book.create_sheet("Ghi chú của tôi")["A1"] = "plan_id"
    packed = io.BytesIO()
    book.save(packed)
    refusals = compare(exported(packed.getvalue()), state, state).refusals
    assert [refusal.place for refusal in refusals] == ["trang Nhiệm vụ", "trang budget Copy"]
    assert "Đặt lại tên cũ" in refusals[0].message


def test_a_row_that_stands_twice_is_refused(example: Project) -> None:
    """Nobody can tell which of two equal rows is meant."""
    state = state_of(example, EXAMPLE)
    whole = exported(book_of(state))
    twice = Exported(None, {"tasks": (*whole.rows["tasks"], whole.rows["tasks"][0])})
    assert [r.message for r in compare(twice, state, state).refusals] == [
        "Dòng này có hai lần trong trang tính."
    ]


def test_other_plans_in_the_workbook_are_left_alone(example: Project) -> None:
    """Only rows of the plan that is named are looked at."""
    state = state_of(example, EXAMPLE)
    other = exported(book_of(state_of(Project(ROOT), "tien-giang/69-kh-ubnd-2025")))
    assert compare(other, state, state) == Verdict((), ())


def newer(project: Project, old: str, new: str) -> State:
    """The example after somebody has changed its annex."""
    file = project.root / "plans" / EXAMPLE / f"{ANNEX}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return state_of(project, EXAMPLE)


def test_changes_made_since_the_export_are_kept(example: Project) -> None:
    """The workbook is compared with the plan of its time, so later changes are not undone."""
    base = state_of(example, EXAMPLE)
    content = changed(book_of(base), "tasks", ROW_2, "lead_text", "Sở Y tế")
    now = newer(example, "title: Số hóa hồ sơ", "title: Số hóa toàn bộ hồ sơ")
    verdict = compare(exported(content), base, now)
    assert verdict.refusals == ()
    assert [edit.path[-1] for edit in verdict.edits] == ["lead"]


def test_a_cell_changed_on_both_sides_is_refused_until_forced(example: Project) -> None:
    """Neither side wins unseen."""
    base = state_of(example, EXAMPLE)
    content = changed(book_of(base), "tasks", ROW_2, "title", "Số hóa hồ sơ giấy")
    now = newer(example, "title: Số hóa hồ sơ", "title: Số hóa toàn bộ hồ sơ")
    (refusal,) = compare(exported(content), base, now).refusals
    assert "«Số hóa toàn bộ hồ sơ»" in refusal.message
    (edit,) = compare(exported(content), base, now, force=True).edits
    assert (edit.old, edit.new) == ("Số hóa toàn bộ hồ sơ", "Số hóa hồ sơ giấy")


def test_a_row_that_has_moved_since_is_refused(example: Project) -> None:
    """A row is never written into another one that has taken its number."""
    base = state_of(example, EXAMPLE)
    content = changed(book_of(base), "tasks", ROW_2, "lead_text", "Sở Y tế")
    now = newer(example, '- task: "2"', '- task: "2a"')
    (refusal,) = compare(exported(content), base, now).refusals
    assert "đã đổi trong kế hoạch" in refusal.message


def test_comments_and_the_rest_of_the_file_stay(example: Project) -> None:
    """Only the line of the value differs."""
    text = part_text(example, ANNEX).replace("rows:\n", "# Đã đối chiếu hai lần.\nrows:\n", 1)
    state = state_of(example, EXAMPLE)
    row = ROW_2 | {"column_id": "y2025"}
    (edit,) = verdict_of(state, "budget", row, "amount", 55).edits
    before, after = text.splitlines(), apply_edits(ANNEX, text, [edit]).splitlines()
    assert len(before) == len(after)
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        (
            "        amounts: {y2025: 50, y2026-2030: 250, total: 300}",
            "        amounts: {y2025: 55, y2026-2030: 250, total: 300}",
        )
    ]


STATE = state_of(Project(ROOT), "long-an/nq-hdnd-2025")
WHOLE = exported(book_of(STATE))
CELLS = [
    (rule, number, column)
    for rule in RULES
    for number in range(len(WHOLE.rows[rule.table.name]))
    for column in rule.editable
]
NEW: dict[type, Cell] = {int: 987_654, Decimal: Decimal("98.75"), bool: True}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CELLS))
def test_any_one_cell_changes_that_one_value(place: Any) -> None:
    """Round trip: a changed cell of any row gives one changed value, or is refused."""
    rule, number, column = place
    name = rule.table.name
    row = WHOLE.rows[name][number]
    old = row.cells[column]
    text_columns = {c.name for c in rule.table.columns if c.type in {"string", "list"}}
    new = f"{old or ''} x".strip() if column in text_columns else NEW.get(type(old), 7)
    spoilt = SheetRow({**row.cells, column: new}, row.sources)
    rows = (*WHOLE.rows[name][:number], spoilt, *WHOLE.rows[name][number + 1 :])
    verdict = compare(replace(WHOLE, rows={**WHOLE.rows, name: rows}), STATE, STATE)
    assert len(verdict.edits) + len(verdict.refusals) == 1 or old == new
    for edit in verdict.edits:
        assert (edit.old, edit.new) == (old, new)


def test_the_files_of_a_plan_differ_in_the_one_value(tmp_path: Path) -> None:
    """Export, edit one cell, import: of all values of the plan's files one is another."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    (tmp_path / "schema").mkdir()
    project, plan_id = Project(tmp_path), "tay-ninh/1330-da-ubnd-2025"
    state, before = state_of(project, plan_id), values_of(project, plan_id)
    row: dict[str, object] = {
        "annex_id": "phu-luc-1-2",
        "code": "2",
        "role": "task",
        "column_id": "y2025",
    }
    verdict = verdict_of(state, "budget", row, "amount", 4500)
    (edit,) = verdict.edits
    part = str(edit.path[0])
    file = tmp_path / "plans" / plan_id / f"{part}.yaml"
    file.write_text(apply_edits(part, file.read_text(encoding="utf-8"), [edit]), encoding="utf-8")
    after = values_of(project, plan_id)
    assert {
        k: (before.get(k), after.get(k))
        for k in before.keys() | after.keys()
        if before.get(k) != after.get(k)
    } == {edit.path: (450, 4500)}
