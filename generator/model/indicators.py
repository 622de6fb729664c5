"""`indicators.yaml`: indicators with baselines and targets."""

from pydantic import Field

from generator.model.base import (
    Better,
    Code,
    Comparator,
    Items,
    Number,
    PeriodField,
    Record,
    Slug,
    Text,
)


class Observation(Record):
    """A baseline: what was measured before the plan."""

    period: PeriodField = Field(description="Năm hoặc giai đoạn đo.")
    area: Slug | None = Field(
        default=None,
        description="Mã tỉnh mà số liệu nói tới, khi không phải tỉnh của kế hoạch (tỉnh trước sáp nhập).",
    )
    comparator: Comparator = Field(default="=", description="Kiểu so sánh.")
    value: Number | None = Field(
        default=None, description="Giá trị đo được, viết bằng dấu chấm thập phân: 42.05."
    )
    value_max: Number | None = Field(default=None, description="Số trên của khoảng.")
    rank: int | None = Field(
        default=None, ge=1, description="Thứ hạng, khi ô in cả giá trị và thứ hạng."
    )
    rank_of: int | None = Field(default=None, ge=1, description="Số đơn vị được xếp hạng: 63.")
    text: Text = Field(description="Nguyên văn trong ô.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


class Target(Record):
    """What is to be reached in a year or over a span."""

    period: PeriodField = Field(description="Năm hoặc giai đoạn của mục tiêu.")
    comparator: Comparator = Field(
        description="Kiểu so sánh: =, >=, >, <=, <, range, rank-within, qualitative."
    )
    value: Number | None = Field(
        default=None, description="Giá trị mục tiêu. Không ghi khóa này khi mục tiêu định tính."
    )
    value_max: Number | None = Field(
        default=None, description="Số trên của khoảng, khi comparator là range."
    )
    per_year: bool = Field(
        default=False, description="Đúng khi mục tiêu phải đạt trong từng năm của giai đoạn."
    )
    text: Text = Field(description="Nguyên văn trong ô hoặc trong câu.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


class Indicator(Record):
    """A measure with its path from baseline to target."""

    id: Slug = Field(description="Mã cố định, dùng làm địa chỉ.")
    code: Code = Field(description="Số thứ tự như in.")
    name: Text = Field(description="Tên chỉ tiêu, nguyên văn.")
    place: Text = Field(description="Chỗ trong văn bản.")
    unit: Slug = Field(description="Mã đơn vị tính trong plans/registry/units.yaml.")
    theme: Text | None = Field(default=None, description="Nhóm chỉ tiêu.")
    owner: Text | None = Field(default=None, description="Ô cơ quan theo dõi, nguyên văn.")
    better: Better = Field(
        description="higher: càng cao càng tốt; lower: càng thấp càng tốt; none: không có chiều."
    )
    concept: Slug | None = Field(
        default=None,
        description="Mã khái niệm trong plans/registry/concepts.yaml, để so sánh giữa các tỉnh.",
    )
    not_comparable: Text | None = Field(
        default=None, description="Vì sao không so sánh được với khái niệm cùng tên của tỉnh khác."
    )
    baselines: Items[Observation] = Field(default=(), description="Hiện trạng.")
    targets: Items[Target] = Field(description="Các mục tiêu, từ sớm đến muộn.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


class Indicators(Record):
    """The indicators of a plan, in the order of the document."""

    indicators: Items[Indicator] = Field(description="Các chỉ tiêu, đúng thứ tự trong văn bản.")
