"""What a column is, from the words of its heading."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.model.base import FIRST_YEAR, LAST_YEAR, Period
from generator.vietnamese import fold


class Role(StrEnum):
    """What stands in a column."""

    CODE = "code"
    TITLE = "title"
    LEAD = "lead"
    COORDINATORS = "coordinators"
    SCHEDULE = "schedule"
    RESULT = "result"
    MONEY = "money"
    REMARK = "remark"
    UNIT = "unit"
    BASELINE = "baseline"
    TARGET = "target"
    UNKNOWN = "unknown"


NAMES: Final[dict[Role, str]] = {
    Role.CODE: "số thứ tự",
    Role.TITLE: "tên",
    Role.LEAD: "cơ quan chủ trì",
    Role.COORDINATORS: "cơ quan phối hợp",
    Role.SCHEDULE: "thời gian",
    Role.RESULT: "sản phẩm, kết quả",
    Role.MONEY: "kinh phí",
    Role.REMARK: "ghi chú",
    Role.UNIT: "đơn vị tính",
    Role.BASELINE: "hiện trạng",
    Role.TARGET: "mục tiêu",
    Role.UNKNOWN: "không rõ",
}
"""How a role is told to the user."""

LONGEST_HEADING: Final = 160
"""Characters; what is longer is a text and no heading."""

_YEAR: Final = r"(?:19[4-9][0-9]|20[0-9]{2}|2100)"
_SPAN: Final = re.compile(rf"({_YEAR})\s*(?:-|den)\s*(?:nam\s*)?({_YEAR})")
_ONE_YEAR: Final = re.compile(rf"(?<![0-9/.])({_YEAR})(?![0-9/])")
_CODE: Final = re.compile(r"s?\.?\s?t\.?\s?t\.?|so ?tt|so thu tu|stt?|ma so|no\.?|#")

_WORDS: Final = (
    (Role.REMARK, re.compile(r"ghi chu|luu y")),
    (
        Role.LEAD,
        re.compile(
            r"chu tri|chu dau tu|chiu trach nhiem|(co quan|don vi|noi) (thuc hien|tham muu|dau moi|phu trach)"
            r"|phan cong|dau moi|theo doi|^(co quan|don vi)(, don vi)?$"
        ),
    ),
    (Role.COORDINATORS, re.compile(r"phoi hop|phoi thuoc")),
    (
        Role.SCHEDULE,
        re.compile(
            r"thoi gian|thoi han|tien do|thoi diem|\bhan\b|hoan thanh|lo trinh|giai doan thuc hien|khoi cong"
        ),
    ),
    (
        Role.TITLE,
        re.compile(
            r"^(ten|noi dung|nhiem vu|danh muc|chi tieu|cong viec|hang muc|du an|hoat dong|muc tieu"
            r"|giai phap|cac (nhiem vu|chi tieu|noi dung))\b"
        ),
    ),
    (
        Role.MONEY,
        re.compile(
            r"kinh phi|khai toan|du toan|so tien|\bvon\b|ngan sach|\bns(nn|tw|dp|t|h|x)\b|\bnguon\b"
            r"|muc dau tu|nhu cau|^tong( cong| so)?\b|thanh tien"
        ),
    ),
    (Role.RESULT, re.compile(r"san pham|ket qua|dau ra")),
)
"""Tried in this order: "Thời gian hoàn thành nhiệm vụ" is a time, "Đơn vị chủ trì" no unit."""

_UNIT: Final = re.compile(r"^(don vi( tinh)?|dvt|d\.v\.t)\.?$")
_BASELINE: Final = re.compile(
    r"hien trang|thuc trang|nam goc|co so|uoc (thuc hien|dat)|thuc hien (nam|den|giai doan)|da dat"
    r"|ket qua (thuc hien )?nam"
)
_TARGET: Final = re.compile(r"muc tieu|chi tieu|ke hoach|den nam|phan dau|ket qua|gia tri|muc dat")
_NAME_OF_INDICATOR: Final = re.compile(r"^(ten |cac |noi dung )?(chi tieu|chi so)\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column, read.

    Attributes:
        label: As printed, all of its lines.
        role: What stands in the column of a table of tasks.
        period: Year or span that it names.
    """

    label: str
    role: Role
    period: Period | None


def period_in(label: str) -> Period | None:
    """The year or span that a heading names, the last of several years; None for none."""
    plain = fold(label)
    if span := _SPAN.search(plain):
        start, end = int(span[1]), int(span[2])
        return Period(start, end) if FIRST_YEAR <= start <= end <= LAST_YEAR else None
    years = _ONE_YEAR.findall(plain)
    return Period(int(years[-1]), int(years[-1])) if years else None


def read_heading(label: str) -> Heading:
    """Read the heading of a column in a table of tasks.

    Args:
        label: Its text on one line.

    Returns:
        Its role and period.
    """
    plain = fold(label)
    period = period_in(label)
    if len(label) > LONGEST_HEADING or not plain:
        return Heading(label, Role.UNKNOWN, None)
    if _CODE.fullmatch(plain):
        return Heading(label, Role.CODE, None)
    if _UNIT.match(plain):
        return Heading(label, Role.UNIT, None)
    role = next((role for role, words in _WORDS if words.search(plain)), Role.UNKNOWN)
    if role is Role.TITLE and period:
        role = Role.MONEY  # "Nội dung chi năm 2025" holds amounts
    if role is Role.UNKNOWN and period:
        role = Role.MONEY
    return Heading(label, role, period)


def as_indicator_heading(heading: Heading) -> Heading:
    """The same heading in a table of indicators.

    Args:
        heading: As `read_heading` gives it.

    Returns:
        The heading with the role that its words have beside indicators.
    """
    plain = fold(heading.label)
    if heading.role in {Role.CODE, Role.UNIT, Role.REMARK}:
        return heading
    role = heading.role
    if _BASELINE.search(plain):
        role = Role.BASELINE
    elif heading.period is None and _NAME_OF_INDICATOR.match(plain):
        role = Role.TITLE
    elif role in {Role.LEAD, Role.COORDINATORS}:
        role = Role.LEAD
    elif heading.period is not None or _TARGET.search(plain):
        role = Role.TARGET
    return Heading(heading.label, role, heading.period)


def names_indicators(label: str) -> bool:
    """Whether a heading of names says that the rows are indicators."""
    return bool(_NAME_OF_INDICATOR.match(fold(label)))
