"""Tables `coverage` and `notes`: how much of a document is encoded, and what to know about it."""

from collections.abc import Iterator
from typing import get_args

from generator.model import Section
from generator.model.plan import CoverageState
from generator.tables.common import PLAN_ID, TO_PLAN
from generator.tables.spec import Table, TableInput, TableRow, choice, count, text

COLUMNS = (
    PLAN_ID,
    choice(
        "section",
        "Phần của văn bản: context (bối cảnh), objectives (mục tiêu), indicators (chỉ tiêu), "
        "actions (nhiệm vụ trong lời văn), tasks (phụ lục nhiệm vụ), budget (kinh phí), "
        "organisation (tổ chức thực hiện).",
        get_args(Section),
    ),
    choice(
        "state",
        "complete: đủ; partial: một phần; not-in-source: văn bản không có; not-encoded: văn bản "
        "có nhưng chưa mã hóa.",
        get_args(CoverageState),
    ),
    text("note", "Thiếu gì, vì sao."),
)

NOTE_COLUMNS = (
    PLAN_ID,
    count("item", "Thứ tự, đếm từ 1.", required=True, minimum=1),
    text("place", "Chỗ trong văn bản mà ghi chú nói tới.", required=True),
    text("text", "Nội dung ghi chú, bằng lời của người biên tập.", required=True),
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    sections: tuple[Section, ...] = get_args(Section)
    for plan in data.library.plans:
        for section in sections:
            if covered := plan.meta.coverage.get(section):
                yield plan.id, section, covered.state, covered.note


def _note_rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for number, note in enumerate(plan.meta.notes, start=1):
            yield plan.id, number, note.place, note.text


TABLE = Table(
    name="coverage",
    title="Mức độ mã hóa",
    description="Mỗi dòng cho biết một phần của một văn bản đã được mã hóa tới đâu.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "section"),
    foreign_keys=(TO_PLAN,),
)

NOTE_TABLE = Table(
    name="notes",
    title="Ghi chú về văn bản",
    description="Mỗi dòng là một điều người đọc cần biết về bản văn bản đã mã hóa.",
    columns=NOTE_COLUMNS,
    build=_note_rows,
    primary_key=("plan_id", "item"),
    foreign_keys=(TO_PLAN,),
)
