"""`annexes/<id>.yaml`: the document's own tables of groups and tasks, with printed totals."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Union

from pydantic import Discriminator, Field, Tag

from generator.model.base import (
    Amount,
    Code,
    IsoDate,
    Items,
    PeriodField,
    Record,
    Slug,
    Text,
    discriminate_row,
)

Amounts = Mapping[Slug, Amount]
"""Column id to amount. A printed 0 is 0; a blank cell is no key at all."""


class Column(Record):
    """A column of money."""

    id: Slug = Field(description="Mã cột, dùng trong amounts và stated: y2025, total.")
    label: Text = Field(description="Tiêu đề cột, nguyên văn.")
    period: PeriodField | None = Field(default=None, description="Năm hoặc giai đoạn của cột.")
    source: Text | None = Field(default=None, description="Nguồn vốn của cột.")
    adds: Items[Slug] = Field(default=(), description="Cột tổng: mã các cột được cộng lại.")


class Schedule(Record):
    """A schedule entered by hand, where the printed text cannot decide."""

    start: int | None = Field(default=None, ge=1945, le=2100, description="Năm bắt đầu.")
    end: int | None = Field(default=None, ge=1945, le=2100, description="Năm kết thúc.")
    due: IsoDate | None = Field(default=None, description="Hạn hoàn thành, năm-tháng-ngày.")
    recurrence: Text | None = Field(default=None, description="Chu kỳ lặp lại.")
    condition: Text | None = Field(default=None, description="Điều kiện mà thời hạn phụ thuộc.")
    note: Text = Field(description="Vì sao phải ghi tay, đọc từ đâu.")


class Task(Record):
    """A row that is work to be done."""

    task: Code = Field(description='Số thứ tự như in, luôn trong dấu nháy: "1", "1.10".')
    title: Text = Field(description="Tên nhiệm vụ, nguyên văn cả ô.")
    lead: Text | None = Field(default=None, description="Ô cơ quan chủ trì, nguyên văn.")
    coordinators: Text | None = Field(default=None, description="Ô cơ quan phối hợp, nguyên văn.")
    schedule: Text | None = Field(
        default=None,
        description="Thời gian thực hiện, nguyên văn cụm từ trong ô thời gian hoặc trong tên nhiệm vụ.",
    )
    schedule_as: Schedule | None = Field(
        default=None, description="Thời gian ghi tay khi câu chữ không đủ rõ."
    )
    result: Text | None = Field(default=None, description="Ô sản phẩm, kết quả, nguyên văn.")
    amounts: Amounts = Field(
        default={},
        description="Số tiền theo cột, số nguyên không dấu chấm. Ô trống thì không ghi cột đó.",
    )
    remark: Text | None = Field(default=None, description="Ô ghi chú, nguyên văn.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


class Group(Record):
    """A row that heads other rows."""

    group: Code = Field(description='Ký hiệu nhóm như in, luôn trong dấu nháy: "A", "II.1".')
    title: Text = Field(description="Tên nhóm, nguyên văn.")
    stated: Amounts = Field(default={}, description="Tổng của nhóm như in, theo cột.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")
    rows: "Items[Row]" = Field(description="Các nhóm con và nhiệm vụ trong nhóm.")


Row = Annotated[
    Union[Annotated[Group, Tag("group")], Annotated[Task, Tag("task")]],
    Discriminator(discriminate_row),
]


class Annex(Record):
    """One table of groups and tasks."""

    title: Text = Field(description="Tên bảng, nguyên văn.")
    place: Text = Field(description="Chỗ trong văn bản: Phụ lục I, mục II.")
    unit: Slug = Field(
        default="",
        description="Đơn vị tiền của bảng, mã trong plans/registry/units.yaml: million-vnd. "
        "Bảng không có cột tiền thì không ghi.",
    )
    columns: Items[Column] = Field(default=(), description="Các cột tiền, đúng thứ tự in.")
    group_by: Literal["theme", "agency"] = Field(
        default="theme",
        description="agency khi tên nhóm là cơ quan thực hiện các nhiệm vụ trong nhóm.",
    )
    schedule_in: Literal["column", "title"] = Field(
        default="column",
        description="title khi thời gian nằm trong tên nhiệm vụ thay vì có cột riêng.",
    )
    schedule_means: Literal["span", "deadline"] = Field(
        default="span",
        description="deadline khi cột thời gian là thời gian hoàn thành: một năm đứng một mình "
        "là hạn, không phải năm bắt đầu.",
    )
    total_label: Text | None = Field(default=None, description="Nhãn dòng tổng, nguyên văn.")
    stated: Amounts = Field(default={}, description="Tổng của bảng như in, theo cột.")
    rows: Items[Row] = Field(description="Các nhóm và nhiệm vụ, đúng thứ tự in.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


def walk_tasks(
    rows: tuple[Group | Task, ...], groups: tuple[Group, ...] = ()
) -> Iterator[tuple[Task, tuple[Group, ...]]]:
    """Every task below some rows, in print order.

    Args:
        rows: Rows of an annex or of a group.
        groups: The groups above these rows, outermost first.

    Yields:
        Each task with the groups that hold it, outermost first.
    """
    for row in rows:
        if isinstance(row, Task):
            yield row, groups
        else:
            yield from walk_tasks(row.rows, (*groups, row))
