"""Tables `annexes`, `annex_columns` and `groups`: the frame that tasks and amounts stand in."""

from collections.abc import Iterator

from generator.model import Annex, Column, Group, Plan
from generator.model.anchors import annex_rows
from generator.tables.common import (
    ADDRESS,
    ANNEX_ID,
    NOTE,
    PLAN_ID,
    ROW,
    TO_ANNEX,
    TO_PLAN,
    TO_UNIT,
    address,
)
from generator.tables.spec import (
    ColumnSpec,
    Table,
    TableInput,
    TableRow,
    choice,
    count,
    join,
    slug,
    slugs,
    text,
    words_of,
    year,
)

COLUMNS = (
    PLAN_ID,
    ANNEX_ID,
    text("title", "Tên bảng, nguyên văn.", required=True),
    text("place", "Chỗ trong văn bản.", required=True),
    slug("unit", "Mã đơn vị tiền của bảng; trống khi bảng không có cột tiền."),
    choice(
        "group_by",
        "theme: nhóm theo nội dung; agency: tên nhóm là cơ quan thực hiện các nhiệm vụ trong nhóm.",
        words_of(Annex, "group_by"),
    ),
    text("total_label", "Nhãn dòng tổng, nguyên văn."),
    NOTE,
    choice(
        "schedule_means",
        "span: cột thời gian là khoảng thực hiện; deadline: là thời gian hoàn thành.",
        words_of(Annex, "schedule_means"),
    ),
)

COLUMN_COLUMNS = (
    PLAN_ID,
    ANNEX_ID,
    slug("column_id", "Mã cột tiền trong phụ lục.", required=True),
    text("label", "Tiêu đề cột, nguyên văn.", required=True),
    year("period_start", "Năm đầu mà cột nói tới."),
    year("period_end", "Năm cuối mà cột nói tới."),
    text("funding_source", "Nguồn vốn mà cột nói tới."),
    slugs("adds", "Cột tổng: mã các cột được cộng lại."),
)

GROUP_COLUMNS = (
    PLAN_ID,
    ANNEX_ID,
    ROW,
    text("code", "Ký hiệu nhóm như in.", required=True),
    text("title", "Tên nhóm, nguyên văn.", required=True),
    count("level", "Bậc của nhóm: 1 là nhóm ngoài cùng.", required=True, minimum=1),
    ColumnSpec("group_path", "list", "Ký hiệu các nhóm chứa nhóm này, từ ngoài vào trong."),
    ADDRESS,
    NOTE,
)


def _annexes(data: TableInput) -> Iterator[tuple[Plan, str, Annex]]:
    for plan in data.library.plans:
        for annex_id, annex in plan.annexes.items():
            yield plan, annex_id, annex


def _rows(data: TableInput) -> Iterator[TableRow]:
    for plan, annex_id, annex in _annexes(data):
        yield (
            plan.id,
            annex_id,
            annex.title,
            annex.place,
            annex.unit or None,
            annex.group_by,
            annex.total_label,
            annex.note,
            annex.schedule_means,
        )


def _column_rows(data: TableInput) -> Iterator[TableRow]:
    for plan, annex_id, annex in _annexes(data):
        for column in annex.columns:
            yield (plan.id, annex_id, *_column(column))


def _column(column: Column) -> TableRow:
    return (
        column.id,
        column.label,
        column.period.start if column.period else None,
        column.period.end if column.period else None,
        column.source,
        join(column.adds),
    )


def _group_rows(data: TableInput) -> Iterator[TableRow]:
    for plan, annex_id, annex in _annexes(data):
        for row in annex_rows(annex_id, annex):
            if isinstance(row.item, Group):
                yield (
                    plan.id,
                    annex_id,
                    row.number,
                    row.code,
                    row.item.title,
                    len(row.groups) + 1,
                    join(tuple(group.group for group in row.groups)),
                    address(plan, "nhiem-vu/", row.anchor),
                    row.item.note,
                )


TABLE = Table(
    name="annexes",
    title="Phụ lục",
    description="Mỗi dòng là một bảng nhiệm vụ hoặc kinh phí của văn bản.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "annex_id"),
    foreign_keys=(TO_PLAN, TO_UNIT),
)

COLUMN_TABLE = Table(
    name="annex_columns",
    title="Cột tiền của phụ lục",
    description="Mỗi dòng là một cột tiền của một phụ lục.",
    columns=COLUMN_COLUMNS,
    build=_column_rows,
    primary_key=("plan_id", "annex_id", "column_id"),
    foreign_keys=(TO_PLAN, TO_ANNEX),
)

GROUP_TABLE = Table(
    name="groups",
    title="Nhóm nhiệm vụ",
    description="Mỗi dòng là một dòng nhóm của một phụ lục, đúng thứ tự in.",
    columns=GROUP_COLUMNS,
    build=_group_rows,
    primary_key=("plan_id", "annex_id", "row"),
    foreign_keys=(TO_PLAN, TO_ANNEX),
)
