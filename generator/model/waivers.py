"""`waivers.yaml`: discrepancies of the published document that are accepted and stay visible."""

from pydantic import Field

from generator.model.base import Items, Number, Record, Text


class Waiver(Record):
    """Acceptance of one finding, as long as its figures stay what they are."""

    code: str = Field(pattern=r"^[A-Z][0-9]{3}$", description="Mã quy tắc: B101.")
    path: Text = Field(description="Chỗ của dữ liệu, chép từ dòng «chỗ» trong kết quả kiểm tra.")
    stated: Number | None = Field(default=None, description="Con số văn bản in.")
    computed: Number | None = Field(
        default=None, description="Con số tính được từ phần còn lại của văn bản."
    )
    reason: Text = Field(description="Vì sao giữ nguyên, bằng lời để người dân hiểu.")
    source: Text = Field(description="Chỗ trong văn bản cho thấy điều đó.")


class Waivers(Record):
    """Every accepted discrepancy of a plan."""

    waivers: Items[Waiver] = Field(description="Các sai lệch của văn bản gốc được giữ nguyên.")
