"""Table `concepts`: what indicators of different provinces measure in common."""

from collections.abc import Iterator
from typing import get_args

from generator.model import Better
from generator.tables.common import NOTE, TO_UNIT, UNIT
from generator.tables.spec import Table, TableInput, TableRow, choice, key, text

COLUMNS = (
    key("id", "Mã khái niệm."),
    text("name", "Tên khái niệm.", required=True),
    text("definition", "Đo cái gì, bằng lời người biên tập.", required=True),
    UNIT,
    choice(
        "better",
        "higher: càng cao càng tốt; lower: càng thấp càng tốt; none: không có chiều.",
        get_args(Better),
    ),
    NOTE,
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for concept_id, concept in data.library.registry.concepts.items():
        yield (
            concept_id,
            concept.name,
            concept.definition,
            concept.unit,
            concept.better,
            concept.note,
        )


TABLE = Table(
    name="concepts",
    title="Khái niệm so sánh",
    description="Mỗi dòng là một khái niệm mà chỉ tiêu của nhiều tỉnh cùng đo.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("id",),
    foreign_keys=(TO_UNIT,),
)
