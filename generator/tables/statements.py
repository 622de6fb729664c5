"""Tables `budget_statements` and `funding_sources`: money in the prose."""

from collections.abc import Iterator

from generator.tables.common import AMOUNT_VND, NOTE, PLACE, PLAN_ID, TO_PLAN, TO_UNIT, UNIT
from generator.tables.spec import (
    ColumnSpec,
    Table,
    TableInput,
    TableRow,
    count,
    join,
    slug,
    text,
)

COLUMNS = (
    PLAN_ID,
    slug("statement_id", "Mã khoản tiền trong kế hoạch.", required=True),
    text("title", "Khoản này là gì.", required=True),
    text("place", "Chỗ trong văn bản.", required=True),
    count("amount", "Con số như in, theo đơn vị ở cột unit.", required=True),
    UNIT,
    AMOUNT_VND,
    text("words", "Số tiền bằng chữ, nguyên văn."),
    ColumnSpec(
        "adds", "list", "Các tổng của phụ lục cộng thành con số này, mỗi tổng ghi phụ lục/cột."
    ),
    slug("part_of", "Mã khoản lớn hơn chứa khoản này."),
    NOTE,
)

SOURCE_COLUMNS = (
    PLAN_ID,
    count("item", "Thứ tự trong văn bản, đếm từ 1.", required=True, minimum=1),
    text("code", "Số thứ tự như in."),
    text("title", "Tên nguồn kinh phí, nguyên văn.", required=True),
    count("amount", "Số tiền của nguồn, theo đơn vị ở cột unit; trống khi văn bản không nêu."),
    slug("unit", "Mã đơn vị tính, xem bảng units."),
    AMOUNT_VND,
    text("words", "Số tiền bằng chữ, nguyên văn."),
    slug("part_of", "Mã khoản tiền mà các nguồn cộng lại thành, xem bảng budget_statements."),
    PLACE,
    NOTE,
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for item in plan.budget.statements:
            yield (
                plan.id,
                item.id,
                item.title,
                item.place,
                item.amount,
                item.unit,
                data.vnd(item.amount, item.unit),
                item.words,
                join(tuple(f"{total.annex}/{total.column}" for total in item.adds)),
                item.part_of,
                item.note,
            )


def _source_rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for number, item in enumerate(plan.budget.sources, start=1):
            yield (
                plan.id,
                number,
                item.code,
                item.title,
                item.amount,
                item.unit,
                data.vnd(item.amount, item.unit),
                item.words,
                plan.budget.sources_of,
                plan.budget.place,
                item.note,
            )


TABLE = Table(
    name="budget_statements",
    title="Tổng kinh phí trong lời văn",
    description="Mỗi dòng là một khoản tiền mà lời văn nêu, bằng số và bằng chữ.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "statement_id"),
    foreign_keys=(TO_PLAN, TO_UNIT),
)

SOURCE_TABLE = Table(
    name="funding_sources",
    title="Nguồn kinh phí",
    description="Mỗi dòng là một nguồn kinh phí mà lời văn nêu.",
    columns=SOURCE_COLUMNS,
    build=_source_rows,
    primary_key=("plan_id", "item"),
    foreign_keys=(TO_PLAN, TO_UNIT),
)
