"""`plans/registry/`: provinces, agencies, legal documents, units and indicator concepts."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.model.base import Better, IsoDate, Items, Record, Slug, Text


class Province(Record):
    """A province as it stood over a span of time."""

    name: Text = Field(description="Tên, không kèm chữ tỉnh hay thành phố.")
    kind: Literal["tỉnh", "thành phố"] = Field(
        description="Tỉnh hay thành phố trực thuộc trung ương."
    )
    code: Text | None = Field(default=None, description="Mã đơn vị hành chính chính thức.")
    valid_from: IsoDate | None = Field(default=None, description="Ngày đơn vị này hình thành.")
    valid_to: IsoDate | None = Field(default=None, description="Ngày cuối cùng đơn vị này tồn tại.")
    predecessors: Items[Slug] = Field(default=(), description="Mã các đơn vị trước sáp nhập.")
    document: Slug | None = Field(
        default=None, description="Mã văn bản quy định việc thành lập, sáp nhập."
    )
    note: Text | None = Field(default=None, description="Ghi chú.")


class Agency(Record):
    """A body that leads, coordinates or issues; the same id in every province."""

    name: Text = Field(description="Tên chuẩn.")
    kind: Literal[
        "government",
        "party",
        "mass-organisation",
        "armed-forces",
        "media",
        "commune",
        "collective",
        "other",
    ] = Field(description="Loại cơ quan.")
    aliases: Items[Text] = Field(default=(), description="Mọi cách viết khác gặp trong văn bản.")
    collective: bool = Field(
        default=False, description="Đúng khi tên chỉ chung nhiều cơ quan: các sở, ngành."
    )
    predecessors: Items[Slug] = Field(default=(), description="Mã cơ quan tiền thân.")
    note: Text | None = Field(default=None, description="Ghi chú.")


class LegalDocument(Record):
    """A document that plans cite, once for all of them."""

    kind: Text = Field(description="Loại văn bản: Luật, Nghị quyết, Quyết định.")
    number: Text | None = Field(
        default=None, description="Số, ký hiệu như in; luật có thể không ghi số."
    )
    title: Text = Field(description="Trích yếu, nguyên văn.")
    issuer: Text | None = Field(default=None, description="Cơ quan ban hành, như in.")
    issued_on: IsoDate | None = Field(default=None, description="Ngày ban hành.")
    aliases: Items[Text] = Field(
        default=(), description="Các cách viết khác của số, ký hiệu gặp trong văn bản."
    )
    note: Text | None = Field(default=None, description="Ghi chú.")


class Unit(Record):
    """A unit of measure or of money."""

    name: Text = Field(description="Tên đơn vị, viết sau con số: %, điểm, triệu đồng.")
    kind: Literal["money", "percent", "rank", "count", "score", "rate", "text"] = Field(
        description="Loại đơn vị."
    )
    factor_vnd: int | None = Field(
        default=None, ge=1, description="Đơn vị tiền: bằng bao nhiêu đồng."
    )


class Concept(Record):
    """What indicators of different provinces measure in common."""

    name: Text = Field(description="Tên khái niệm.")
    definition: Text = Field(description="Đo cái gì, bằng lời người biên tập.")
    unit: Slug = Field(description="Đơn vị chuẩn để so sánh.")
    better: Better = Field(description="Chiều tốt.")
    note: Text | None = Field(default=None, description="Điều cần biết khi so sánh.")


class Provinces(Record):
    """Registry of provinces by id."""

    provinces: Mapping[Slug, Province] = Field(description="Mã tỉnh và thông tin.")


class Agencies(Record):
    """Registry of agencies by id."""

    agencies: Mapping[Slug, Agency] = Field(description="Mã cơ quan và thông tin.")


class Documents(Record):
    """Registry of legal documents by id."""

    documents: Mapping[Slug, LegalDocument] = Field(description="Mã văn bản và thông tin.")


class Units(Record):
    """Registry of units by id."""

    units: Mapping[Slug, Unit] = Field(description="Mã đơn vị tính và thông tin.")


class Concepts(Record):
    """Registry of indicator concepts by id."""

    concepts: Mapping[Slug, Concept] = Field(description="Mã khái niệm và thông tin.")


class Registry(Record):
    """The five registries together."""

    provinces: Mapping[Slug, Province] = {}
    agencies: Mapping[Slug, Agency] = {}
    documents: Mapping[Slug, LegalDocument] = {}
    units: Mapping[Slug, Unit] = {}
    concepts: Mapping[Slug, Concept] = {}
