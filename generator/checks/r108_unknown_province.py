"""Tỉnh không có trong sổ tỉnh.

Thư mục tỉnh của kế hoạch, mã tỉnh mà số liệu hiện trạng nói tới (area), và mã các tỉnh trước sáp
nhập trong sổ tỉnh đều phải có trong plans/registry/provinces.yaml.

Vì sao: tên tỉnh, ngày hình thành và các tỉnh trước sáp nhập chỉ được ghi một lần trong sổ.

Cách sửa: sửa mã hoặc tên thư mục cho đúng, hoặc thêm tỉnh vào sổ tỉnh.
"""

from collections.abc import Iterator

from generator.checks._near import suggestion
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("R108", "unknown-province", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report the plan's province and the areas of baselines that the registry lacks."""
    for path, province in _provinces(plan):
        if province not in registry.provinces:
            yield _unknown(path, province, registry)


def check_registry(registry: Registry) -> Iterator[Finding]:
    """Report predecessors that the registry lacks."""
    for province_id, province in registry.provinces.items():
        for index, former in enumerate(province.predecessors):
            if former not in registry.provinces:
                path = ("registry/provinces", "provinces", province_id, "predecessors", index)
                yield _unknown(path, former, registry)


def _provinces(plan: Plan) -> Iterator[tuple[Path, str]]:
    yield ("plan",), plan.province_id
    for index, indicator in enumerate(plan.indicators.indicators):
        for at, baseline in enumerate(indicator.baselines):
            if baseline.area is not None:
                yield ("indicators", "indicators", index, "baselines", at, "area"), baseline.area


def _unknown(path: Path, province: str, registry: Registry) -> Finding:
    return Finding(
        RULE,
        path,
        f"Không có tỉnh nào mang mã «{province}» trong sổ tỉnh.",
        suggestion(
            province,
            registry.provinces,
            "Dùng mã có trong plans/registry/provinces.yaml, hoặc thêm tỉnh vào đó.",
        ),
    )
