"""`organisation.yaml`: who does what, and who reports when."""

from pydantic import Field

from generator.model.base import Code, IsoDate, Items, Record, Slug, Text


class Duty(Record):
    """What the document gives one body, or several named together, to do."""

    id: Slug = Field(description="Mã cố định, dùng làm địa chỉ.")
    code: Code | None = Field(default=None, description="Số thứ tự như in.")
    agency: Text = Field(description="Tên cơ quan như in; nhiều cơ quan thì nguyên văn cả cụm.")
    place: Text = Field(description="Chỗ trong văn bản.")
    requested: bool = Field(default=False, description="Đúng khi văn bản «đề nghị» chứ không giao.")
    summary: Items[Text] = Field(description="Các việc được giao, tóm tắt bằng lời người biên tập.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


class Report(Record):
    """A report that is owed."""

    place: Text = Field(description="Chỗ trong văn bản.")
    cycle: Text = Field(description="Chu kỳ báo cáo như in: hằng quý, 6 tháng, năm.")
    from_: Text | None = Field(default=None, alias="from", description="Ai báo cáo, nguyên văn.")
    to: Text | None = Field(default=None, description="Báo cáo cho ai, nguyên văn.")
    days: Items[Text] = Field(default=(), description="Ngày báo cáo như in.")
    due: Items[IsoDate] = Field(
        default=(), description="Ngày báo cáo cụ thể, nếu văn bản nêu đủ năm."
    )
    text: Text = Field(description="Tóm tắt bằng lời người biên tập.")


class Organisation(Record):
    """How the document organises its own implementation."""

    duties: Items[Duty] = Field(description="Trách nhiệm của từng cơ quan.")
    reporting: Items[Report] = Field(default=(), description="Chế độ báo cáo.")
