"""What readers call the things that change."""

from collections.abc import Callable, Mapping

from generator.changes.kinds import Item
from generator.changes.spoken import spoken
from generator.model import (
    ActionGroup,
    ActionItem,
    Agency,
    Annex,
    BudgetStatement,
    Citation,
    Column,
    Concept,
    Duty,
    FundingSource,
    Group,
    Indicator,
    LegalDocument,
    Note,
    Objective,
    Observation,
    Plan,
    Province,
    Record,
    Registry,
    Report,
    StatedTarget,
    Target,
    Task,
    Unit,
    Waiver,
)
from generator.model.annexes import Schedule
from generator.vietnamese import shorten
from generator.words import document_name, period_title, province_name

LONGEST_NAME = 80
"""Characters of a title in a name; a longer one is cut at a word."""

PLURALS: Mapping[Item, str] = {
    Item.ANNEX: "bảng",
    Item.COLUMN: "cột",
    Item.GROUP: "nhóm",
    Item.TASK: "nhiệm vụ",
    Item.INDICATOR: "chỉ tiêu",
    Item.TARGET: "mục tiêu của chỉ tiêu",
    Item.BASELINE: "hiện trạng",
    Item.OBJECTIVE: "mục tiêu",
    Item.STATED_TARGET: "con số trong lời văn",
    Item.ACTION_GROUP: "mục trong lời văn",
    Item.ACTION_ITEM: "nội dung công việc",
    Item.ANNOUNCED: "số lượng báo trước",
    Item.STATEMENT: "khoản kinh phí",
    Item.ADDEND: "tổng được cộng",
    Item.SOURCE: "nguồn kinh phí",
    Item.DUTY: "trách nhiệm",
    Item.REPORT: "báo cáo",
    Item.WAIVER: "sai lệch giữ nguyên",
    Item.CITATION: "văn bản được dẫn",
    Item.NOTE: "ghi chú",
}
"""What several of a kind are called."""

_OBJECTIVES = {"viewpoint": "quan điểm", "general": "mục tiêu chung", "specific": "mục tiêu"}


def quoted(text: str, most: int = LONGEST_NAME) -> str:
    """A text as a sentence quotes it, cut at a word where it is long."""
    return f"«{shorten(text, most)}»"


def plan_name(plan: Plan) -> str:
    """`Đề án 1330/ĐA-UBND «Chuyển đổi số tỉnh Tây Ninh»`."""
    return f"{document_name(plan)} {quoted(plan.meta.short_title)}"


def name_of(record: Record, parent: str, registry: Registry) -> str:
    """Name a record in the middle of a sentence.

    Args:
        record: The record.
        parent: Name of what holds it, for things that have no name of their own; for a cited
            document, what it is cited as. May be empty.
        registry: The registry, for the numbers of documents.

    Returns:
        `nhiệm vụ 2 «Số hóa hồ sơ»`, `mục tiêu năm 2030 của chỉ tiêu 1 «…»`; the parent's name for
        a record that is a part of it and nothing more.
    """
    if isinstance(record, Citation):
        document = registry.documents.get(record.document)
        return f"{parent} {quoted(_document(document) if document else record.document)}"
    if (own := _NAMES.get(type(record))) is not None:
        return own(record)
    dependent = _DEPENDENT.get(type(record))
    if dependent is None:
        return parent
    return " của ".join(filter(None, (dependent(record), parent)))


def _numbered(what: str, code: str | None, title: str | None) -> str:
    return " ".join(filter(None, (what, code, quoted(title) if title else "")))


def _document(one: LegalDocument) -> str:
    if not one.number and one.title.startswith(one.kind):
        return one.title
    return " ".join(filter(None, (one.kind, one.number or one.title)))


_NAMES: Mapping[type[Record], Callable[..., str]] = {
    Task: lambda one: _numbered("nhiệm vụ", one.task, one.title),
    Group: lambda one: _numbered("nhóm", one.group, one.title),
    Annex: lambda one: f"bảng {quoted(one.title)}",
    Indicator: lambda one: _numbered("chỉ tiêu", one.code, one.name),
    Objective: lambda one: _numbered(_OBJECTIVES[one.kind], one.code, one.text),
    ActionGroup: lambda one: _numbered("mục", one.code, one.title or one.place),
    ActionItem: lambda one: _numbered("nội dung", one.code, one.title),
    BudgetStatement: lambda one: f"khoản {quoted(one.title)}",
    FundingSource: lambda one: f"nguồn {quoted(one.title)}",
    Duty: lambda one: f"trách nhiệm của {quoted(one.agency)}",
    Report: lambda one: f"báo cáo {quoted(one.cycle)}",
    Waiver: lambda one: f"sai lệch giữ nguyên {one.code} ở {spoken(one.path)}",
    Note: lambda one: f"ghi chú về {quoted(one.place)}",
    Province: lambda one: province_name(one),
    Agency: lambda one: f"cơ quan {quoted(one.name)}",
    LegalDocument: lambda one: f"văn bản {quoted(_document(one))}",
    Unit: lambda one: f"đơn vị {quoted(one.name)}",
    Concept: lambda one: f"khái niệm {quoted(one.name)}",
}
_DEPENDENT: Mapping[type[Record], Callable[..., str]] = {
    Target: lambda one: f"mục tiêu {period_title(one.period)}",
    Observation: lambda one: f"hiện trạng {period_title(one.period)}",
    StatedTarget: lambda one: f"con số {quoted(one.text)} trong lời văn",
    Column: lambda one: f"cột {quoted(one.label)}",
    Schedule: lambda _: "thời gian ghi tay",
}
