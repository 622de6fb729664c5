"""Khai báo mức độ mã hóa trái với dữ liệu.

Khóa coverage trong plan.yaml phải nói về đủ các phần của văn bản. Phần khai là đủ (complete) hoặc
một phần (partial) thì phải có dữ liệu; phần khai là văn bản không có (not-in-source) hoặc chưa mã
hóa (not-encoded) thì phải trống. Phần bối cảnh (context) không có tệp dữ liệu riêng nên chỉ cần
được khai.

Vì sao: người đọc dựa vào khai báo này để biết một trang trống là do văn bản không nói hay do chưa
nhập.

Cách sửa: đổi state cho đúng với dữ liệu, hoặc bổ sung phần còn thiếu.
"""

from collections.abc import Iterator
from typing import get_args

from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry, Section

RULE = Rule("D105", "coverage-contradicts-data", Severity.ERROR, doc=__doc__)

_NAMES: dict[Section, str] = {
    "context": "bối cảnh",
    "objectives": "mục tiêu",
    "indicators": "chỉ tiêu",
    "actions": "nhiệm vụ, giải pháp trong lời văn",
    "tasks": "danh mục nhiệm vụ trong phụ lục",
    "budget": "kinh phí trong lời văn",
    "organisation": "tổ chức thực hiện",
}


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare what is said of each section with what is there."""
    del registry
    for section in get_args(Section):
        coverage = plan.meta.coverage.get(section)
        if coverage is None:
            yield Finding(
                RULE,
                ("plan", "coverage"),
                f"Chưa khai mức độ mã hóa của phần {_NAMES[section]} ({section}).",
                "Thêm phần này vào coverage với state đúng thực tế.",
            )
        elif (filled := _is_filled(plan, section)) is not None:
            yield from _compare(section, coverage.state, filled)


def _compare(section: Section, state: str, filled: bool) -> Iterator[Finding]:
    if filled == (state in {"complete", "partial"}):
        return
    there = "có dữ liệu" if filled else "không có dữ liệu nào"
    yield Finding(
        RULE,
        ("plan", "coverage", section, "state"),
        f"Phần {_NAMES[section]} khai là «{state}» nhưng {there}.",
        "Đổi state cho đúng với dữ liệu, hoặc bổ sung phần còn thiếu.",
    )


def _is_filled(plan: Plan, section: Section) -> bool | None:
    """Whether the record holds something of a section; None where it has no place for it."""
    content: dict[Section, bool] = {
        "objectives": bool(plan.objectives.objectives),
        "indicators": bool(plan.indicators.indicators),
        "actions": bool(plan.actions.groups),
        "tasks": any(annex.rows for annex in plan.annexes.values()),
        "budget": bool(plan.budget.statements or plan.budget.sources),
        "organisation": bool(plan.organisation.duties or plan.organisation.reporting),
    }
    return content.get(section)
