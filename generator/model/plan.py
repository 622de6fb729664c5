"""`plan.yaml`: the document itself: number, title, issuer, dates, legal bases, coverage."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.model.base import IsoDate, Items, PeriodField, Record, Slug, Text

PlanKind = Literal["de-an", "ke-hoach", "nghi-quyet", "chuong-trinh"]

Section = Literal[
    "context", "objectives", "indicators", "actions", "tasks", "budget", "organisation"
]

CoverageState = Literal["complete", "partial", "not-in-source", "not-encoded"]


class Signer(Record):
    """Who signed."""

    name: Text = Field(description="Họ và tên người ký, như in trong văn bản.")
    role: Text | None = Field(default=None, description="Chức vụ khi ký, như in trong văn bản.")


class Citation(Record):
    """A legal document as this plan cites it."""

    document: Slug = Field(description="Mã của văn bản trong plans/registry/documents.yaml.")
    code: Text | None = Field(default=None, description="Số thứ tự in trước căn cứ này.")
    place: Text | None = Field(default=None, description="Chỗ trích dẫn trong văn bản.")
    text: Text | None = Field(
        default=None,
        description="Nguyên văn lời trích dẫn, chỉ ghi khi khác với số, ngày và tên trong sổ văn bản.",
    )


class Source(Record):
    """Where the text that was encoded comes from."""

    description: Text = Field(description="Bản nào của văn bản đã được mã hóa.")
    url: Text | None = Field(
        default=None, pattern=r"^https?://\S+$", description="Địa chỉ của văn bản, nếu có."
    )
    note: Text | None = Field(default=None, description="Điều người đọc cần biết về bản này.")


class Coverage(Record):
    """How much of one section of the document is in the data."""

    state: CoverageState = Field(
        description="complete: đủ; partial: một phần; not-in-source: văn bản không có; "
        "not-encoded: văn bản có nhưng chưa mã hóa."
    )
    note: Text | None = Field(default=None, description="Thiếu gì, vì sao.")


class Note(Record):
    """Something about the record that a reader should know, in our own words."""

    place: Text = Field(description="Chỗ trong văn bản mà ghi chú nói tới.")
    text: Text = Field(description="Nội dung ghi chú, bằng lời của người biên tập.")


class PlanMeta(Record):
    """The document card of a plan."""

    number: Text | None = Field(
        default=None,
        description="Số, ký hiệu văn bản như in: 1330/ĐA-UBND. Không ghi khóa này nếu văn bản để trống.",
    )
    kind: PlanKind = Field(description="Loại văn bản.")
    title: Text = Field(description="Tên đầy đủ của văn bản, nguyên văn.")
    short_title: Text = Field(
        description="Tên ngắn do người biên tập đặt, dùng ở menu và danh sách."
    )
    issuer: Slug = Field(description="Mã cơ quan ban hành trong plans/registry/agencies.yaml.")
    signer: Signer | None = Field(default=None, description="Người ký.")
    issued_on: IsoDate | None = Field(default=None, description="Ngày ban hành, năm-tháng-ngày.")
    effective_on: IsoDate | None = Field(default=None, description="Ngày có hiệu lực.")
    period: PeriodField = Field(description="Giai đoạn của kế hoạch: 2025-2030.")
    vision_year: int | None = Field(
        default=None, ge=1990, le=2100, description="Năm tầm nhìn, nếu văn bản nêu."
    )
    summary: Text = Field(
        description="Kế hoạch này là gì, tóm trong một hai câu của người biên tập."
    )
    legal_bases: Items[Citation] = Field(default=(), description="Căn cứ pháp lý, đúng thứ tự in.")
    implements: Items[Slug] = Field(
        default=(), description="Mã các văn bản mà kế hoạch này thực hiện."
    )
    replaces: Items[Citation] = Field(default=(), description="Văn bản bị kế hoạch này thay thế.")
    replaced_by: Items[Citation] = Field(default=(), description="Văn bản thay thế kế hoạch này.")
    source: Source = Field(description="Văn bản nguồn đã mã hóa.")
    coverage: Mapping[Section, Coverage] = Field(
        description="Mỗi phần của văn bản đã được mã hóa tới đâu."
    )
    notes: Items[Note] = Field(default=(), description="Ghi chú của người biên tập về văn bản.")
    previous_ids: Items[Text] = Field(
        default=(), description="Địa chỉ cũ (tỉnh/kế hoạch) để chuyển hướng tới địa chỉ này."
    )
