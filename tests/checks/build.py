"""Builds small annexes and registries for the checks, without files."""

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from generator.diagnostics import Finding, PathKey
from generator.model import Annex, Budget, Indicator, Plan, PlanMeta, Registry, Unit

UNITS = {
    "vnd": Unit(name="đồng", kind="money", factor_vnd=1),
    "million-vnd": Unit(name="triệu đồng", kind="money", factor_vnd=10**6),
    "percent": Unit(name="%", kind="percent"),
    "rank": Unit(name="hạng", kind="rank"),
    "count": Unit(name="cái", kind="count"),
}

REGISTRY = Registry(units=UNITS)

META: dict[str, Any] = {
    "kind": "ke-hoach",
    "title": "Kế hoạch thử",
    "short_title": "Thử",
    "issuer": "ubnd-tinh",
    "period": "2025-2030",
    "summary": "Kế hoạch dùng để thử.",
    "source": {"description": "Không có thật."},
    "coverage": {},
}


def make_annex(rows: list[Any], stated: Mapping[str, int] | None = None, **keys: Any) -> Annex:
    """An annex with the columns a and b, and total, which adds them."""
    columns = [
        {"id": "a", "label": "Cột A"},
        {"id": "b", "label": "Cột B"},
        {"id": "total", "label": "Tổng", "adds": ["a", "b"]},
    ]
    data = {"title": "Bảng", "place": "Phụ lục", "unit": "million-vnd", "columns": columns}
    return Annex.model_validate({**data, "stated": stated or {}, "rows": rows, **keys})


def make_plan(**parts: Any) -> Plan:
    """A plan of the given parts; `meta` changes keys of its card."""
    meta = PlanMeta.model_validate({**META, **parts.pop("meta", {})})
    return Plan("vi-du", "thu", meta, **parts)


def make_budget(*statements: Mapping[str, Any], **keys: Any) -> Budget:
    """A budget of statements in million đồng unless they say otherwise."""
    common = {"title": "Khoản", "place": "Mục", "unit": "million-vnd"}
    return Budget.model_validate({"statements": [{**common, **s} for s in statements], **keys})


def task(code: str, title: str = "Việc", **amounts: int) -> dict[str, Any]:
    """A task with amounts by column."""
    return {"task": code, "title": title, "amounts": amounts}


def group(code: str, *rows: Any, **stated: int) -> dict[str, Any]:
    """A group with rows and printed totals."""
    return {"group": code, "title": "Nhóm", "stated": stated, "rows": list(rows)}


def make_indicator(*targets: Mapping[str, Any], **keys: Any) -> Indicator:
    """An indicator of which higher is better; targets are `=` unless they say otherwise."""
    common = {"id": "i", "code": "1", "name": "Chỉ tiêu", "place": "Bảng", "unit": "count"}
    filled = [{"comparator": "=", "text": "Số", **target} for target in targets]
    return Indicator.model_validate({**common, "better": "higher", "targets": filled, **keys})


def found(module: ModuleType, plan: Plan, registry: Registry = REGISTRY) -> list[Finding]:
    """What a check finds in a plan."""
    return list(module.check_plan(plan, registry))


def keys(findings: list[Finding]) -> list[PathKey]:
    """Last keys of the places of findings."""
    return [finding.path[-1] for finding in findings]
