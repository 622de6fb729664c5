"""`objectives.yaml`: viewpoints, general objectives, specific objectives."""

from typing import Literal

from pydantic import Field

from generator.model.base import Code, Comparator, Items, Number, PeriodField, Record, Slug, Text

ObjectiveKind = Literal["viewpoint", "general", "specific"]


class StatedTarget(Record):
    """A figure that the prose gives for an indicator, kept so that it can be compared."""

    indicator: Slug = Field(description="Mã chỉ tiêu trong indicators.yaml.")
    period: PeriodField = Field(description="Năm hoặc giai đoạn mà lời văn nói tới.")
    comparator: Comparator = Field(
        description="Kiểu so sánh: =, >=, >, <=, <, range, rank-within, qualitative."
    )
    value: Number | None = Field(default=None, description="Con số trong lời văn.")
    value_max: Number | None = Field(
        default=None, description="Số trên của khoảng, khi comparator là range."
    )
    text: Text = Field(description="Nguyên văn cụm từ chứa con số.")


class Objective(Record):
    """A viewpoint, a general objective or a specific one."""

    id: Slug = Field(description="Mã cố định, dùng làm địa chỉ.")
    kind: ObjectiveKind = Field(
        description="viewpoint: quan điểm; general: mục tiêu chung; specific: mục tiêu, chỉ tiêu cụ thể."
    )
    code: Code | None = Field(default=None, description="Số thứ tự như in.")
    place: Text = Field(description="Chỗ trong văn bản: Phần III, mục II, điểm 1.")
    wording: Literal["printed", "summary"] = Field(
        description="printed: nguyên văn; summary: tóm tắt bằng lời người biên tập."
    )
    text: Text = Field(description="Nội dung.")
    indicators: Items[Slug] = Field(default=(), description="Các chỉ tiêu mà mục tiêu này nêu.")
    states: Items[StatedTarget] = Field(
        default=(), description="Các con số mà lời văn nhắc lại, để đối chiếu với bảng chỉ tiêu."
    )
    note: Text | None = Field(default=None, description="Ghi chú của người biên tập.")


class Objectives(Record):
    """The objectives of a plan, in the order of the document."""

    objectives: Items[Objective] = Field(
        description="Quan điểm và mục tiêu, đúng thứ tự trong văn bản."
    )
