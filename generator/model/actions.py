"""`actions.yaml`: tasks and solutions that the prose tells, summarised with their work items."""

from typing import Literal

from pydantic import Field

from generator.model.base import Code, Items, Record, Slug, Text


class Announced(Record):
    """A number of items that the document announces, to be compared with what it lists."""

    text: Text = Field(description="Nguyên văn cụm từ: 07 nội dung.")
    count: int = Field(ge=0, le=10000, description="Con số đó.")
    of: Literal["groups", "items"] = Field(
        description="groups: số nhóm ngay bên dưới; items: số nội dung công việc ở mọi cấp bên dưới."
    )


class ActionItem(Record):
    """One piece of work named in the prose."""

    code: Code = Field(description="Số thứ tự như in, không kèm dấu ngoặc.")
    title: Text = Field(description="Tên nội dung công việc, nguyên văn.")
    summary: Text | None = Field(default=None, description="Tóm tắt bằng lời người biên tập.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


class ActionGroup(Record):
    """A group of tasks or solutions in the prose."""

    id: Slug = Field(description="Mã cố định, dùng làm địa chỉ.")
    code: Code | None = Field(default=None, description="Số thứ tự như in.")
    title: Text | None = Field(
        default=None, description="Tên nhóm, nguyên văn. Tên bị mất trong bản nguồn thì không ghi."
    )
    place: Text = Field(description="Chỗ trong văn bản.")
    summary: Text | None = Field(default=None, description="Tóm tắt bằng lời người biên tập.")
    announced: Items[Announced] = Field(default=(), description="Số nội dung mà văn bản báo trước.")
    groups: "Items[ActionGroup]" = Field(default=(), description="Các nhóm con.")
    items: Items[ActionItem] = Field(default=(), description="Các nội dung công việc.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")

    def leaf_items(self) -> tuple[ActionItem, ...]:
        """Every item at any depth below this group, in print order."""
        return self.items + tuple(item for group in self.groups for item in group.leaf_items())


class Actions(Record):
    """The prose tasks and solutions of a plan."""

    groups: Items[ActionGroup] = Field(
        description="Các phần nhiệm vụ, giải pháp, đúng thứ tự trong văn bản."
    )
