"""Table `budget`: one row an amount that an annex prints, at every level."""

from collections.abc import Iterator

from generator.model import Amounts, Annex, Plan, Task
from generator.model.anchors import AnnexRow, annex_rows
from generator.tables.common import (
    ADDRESS,
    AMOUNT_VND,
    ANNEX_ID,
    PLACE,
    PLAN_ID,
    ROW,
    TO_ANNEX,
    TO_PLAN,
    TO_UNIT,
    UNIT,
    address,
)
from generator.tables.spec import (
    ColumnSpec,
    Constraints,
    ForeignKey,
    Table,
    TableInput,
    TableRow,
    choice,
    count,
    slug,
    text,
    year,
)

COLUMNS = (
    PLAN_ID,
    ANNEX_ID,
    text("code", "Số thứ tự của nhóm hoặc nhiệm vụ như in; trống ở dòng tổng của phụ lục."),
    choice(
        "role",
        "total: tổng của phụ lục như in; group: tổng của nhóm như in; task: số tiền của nhiệm "
        "vụ. Không cộng các dòng khác role với nhau.",
        ("total", "group", "task"),
    ),
    text("title", "Tên nhóm, nhiệm vụ hoặc nhãn dòng tổng, nguyên văn.", required=True),
    slug(
        "column_id",
        "Mã cột tiền, xem bảng annex_columns. Cột tổng (is_sum là true) đã gồm các cột khác: đừng "
        "cộng cùng chúng.",
        required=True,
    ),
    count("amount", "Số tiền như in, theo đơn vị ở cột unit; 0 là văn bản in số 0.", required=True),
    UNIT,
    AMOUNT_VND,
    ROW,
    text("column_label", "Tiêu đề cột tiền, nguyên văn.", required=True),
    year("period_start", "Năm đầu mà cột tiền nói tới."),
    year("period_end", "Năm cuối mà cột tiền nói tới."),
    text("funding_source", "Nguồn vốn mà cột tiền nói tới."),
    PLACE,
    ADDRESS,
    ColumnSpec(
        "is_sum",
        "boolean",
        "true khi cột tiền là tổng của các cột khác trong cùng dòng.",
        Constraints(required=True),
    ),
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for annex_id, annex in plan.annexes.items():
            total = (None, "total", annex.total_label or annex.title)
            link = address(plan, "kinh-phi/", annex_id)
            yield from _amounts(data, plan, annex_id, total, annex.stated, 0, link)
            for row in annex_rows(annex_id, annex):
                yield from _of_row(data, plan, annex_id, row)


def _of_row(data: TableInput, plan: Plan, annex_id: str, row: AnnexRow) -> Iterator[TableRow]:
    if isinstance(row.item, Task):
        role, amounts = "task", row.item.amounts
        link = address(plan, "nhiem-vu/", row.anchor)
    else:
        role, amounts = "group", row.item.stated
        link = address(plan, "kinh-phi/", row.anchor)
    head = (row.code, role, row.item.title)
    yield from _amounts(data, plan, annex_id, head, amounts, row.number, link)


def _amounts(
    data: TableInput,
    plan: Plan,
    annex_id: str,
    head: tuple[str | None, str, str],
    amounts: Amounts,
    number: int,
    link: str,
) -> Iterator[TableRow]:
    """The printed amounts of one row, in the order of the annex's columns."""
    annex: Annex = plan.annexes[annex_id]
    for column in annex.columns:
        amount = amounts.get(column.id)
        if amount is None:
            continue
        yield (
            plan.id,
            annex_id,
            *head,
            column.id,
            amount,
            annex.unit,
            data.vnd(amount, annex.unit),
            number,
            column.label,
            column.period.start if column.period else None,
            column.period.end if column.period else None,
            column.source,
            annex.place,
            link,
            bool(column.adds),
        )


TABLE = Table(
    name="budget",
    title="Kinh phí",
    description="Mỗi dòng là một số tiền in trong phụ lục: của một nhiệm vụ, một nhóm hoặc cả "
    "phụ lục, ở một cột. Ô trống của văn bản không có dòng.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "annex_id", "row", "column_id"),
    foreign_keys=(
        TO_PLAN,
        TO_ANNEX,
        ForeignKey(
            ("plan_id", "annex_id", "column_id"),
            "annex_columns",
            ("plan_id", "annex_id", "column_id"),
        ),
        TO_UNIT,
    ),
)
