"""Đơn vị của bảng hoặc của khoản tiền không phải đơn vị tiền.

Đơn vị của phụ lục, của các khoản và của các nguồn kinh phí phải là đơn vị tiền trong
plans/registry/units.yaml: kind là money và có factor_vnd (bằng bao nhiêu đồng).

Vì sao: không biết một đơn vị bằng bao nhiêu đồng thì không cộng và không so sánh được số tiền.

Cách sửa: chọn đúng mã đơn vị, ví dụ vnd hoặc million-vnd; nếu văn bản dùng một đơn vị tiền chưa
có thì thêm vào sổ đơn vị với factor_vnd.
"""

from collections.abc import Iterator

from generator.checks._units import money_units
from generator.checks.money import factor_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("B108", "unit-not-money", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report units of money columns and statements that are known but not money."""
    known = [i for i in registry.units if factor_of(registry, i) is not None]
    for path, unit_id in money_units(plan):
        unit = registry.units.get(unit_id)
        if unit is not None and factor_of(registry, unit_id) is None:
            yield Finding(
                RULE,
                path,
                f"«{unit_id}» ({unit.name}) không phải đơn vị tiền quy được ra đồng.",
                f"Dùng một trong các đơn vị tiền đã có: {', '.join(known) or 'chưa có'}.",
            )
