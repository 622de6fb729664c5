"""`budget.yaml`: the totals that the prose gives, in digits and in words, and where money comes from."""

from pydantic import Field

from generator.model.base import Amount, Code, Items, Record, Slug, Text


class AnnexTotal(Record):
    """A printed total of an annex that a statement adds up."""

    annex: Slug = Field(description="Mã phụ lục: tên tệp trong annexes/.")
    column: Slug = Field(description="Mã cột của phụ lục đó.")


class BudgetStatement(Record):
    """A total in the prose."""

    id: Slug = Field(description="Mã cố định, dùng làm địa chỉ.")
    title: Text = Field(description="Khoản này là gì.")
    place: Text = Field(description="Chỗ trong văn bản.")
    unit: Slug = Field(description="Đơn vị của con số như in: vnd, million-vnd.")
    amount: Amount = Field(description="Con số như in, viết liền không dấu chấm.")
    words: Text | None = Field(default=None, description="Số tiền bằng chữ, nguyên văn.")
    adds: Items[AnnexTotal] = Field(
        default=(), description="Các tổng của phụ lục cộng thành con số này."
    )
    part_of: Slug | None = Field(default=None, description="Mã khoản lớn hơn chứa khoản này.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


class FundingSource(Record):
    """Where money is to come from."""

    code: Code | None = Field(default=None, description="Số thứ tự như in.")
    title: Text = Field(description="Tên nguồn kinh phí, nguyên văn.")
    unit: Slug | None = Field(default=None, description="Đơn vị của số tiền, nếu văn bản nêu.")
    amount: Amount | None = Field(
        default=None, description="Số tiền của nguồn này, nếu văn bản nêu."
    )
    words: Text | None = Field(default=None, description="Số tiền bằng chữ, nguyên văn.")
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


class Budget(Record):
    """What the document says about money outside its annexes."""

    statements: Items[BudgetStatement] = Field(description="Các tổng số tiền trong lời văn.")
    sources: Items[FundingSource] = Field(default=(), description="Các nguồn kinh phí.")
    sources_of: Slug | None = Field(
        default=None,
        description="Mã khoản mà các nguồn kinh phí cộng lại thành, nếu văn bản nêu số tiền.",
    )
    place: Text | None = Field(default=None, description="Chỗ nêu nguồn kinh phí trong văn bản.")
