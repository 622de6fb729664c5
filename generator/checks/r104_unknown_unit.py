"""Đơn vị không có trong sổ đơn vị.

Mã đơn vị của chỉ tiêu, của phụ lục, của các khoản tiền và nguồn kinh phí, và của khái niệm chỉ
tiêu trong sổ khái niệm đều phải có trong plans/registry/units.yaml. Phụ lục có cột tiền thì phải
ghi đơn vị; phụ lục không có cột tiền thì không cần.

Vì sao: một con số không rõ đơn vị thì không đọc được và không so sánh được.

Cách sửa: sửa mã cho đúng, hoặc thêm đơn vị vào sổ đơn vị.
"""

from collections.abc import Iterator

from generator.checks._near import suggestion
from generator.checks._units import money_units
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import Plan, Registry
from generator.vietnamese import slugify

RULE = Rule("R104", "unknown-unit", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every unit id of the plan that the registry does not hold."""
    for path, unit in _units(plan):
        if unit not in registry.units:
            yield _unknown(path, unit, registry)


def check_registry(registry: Registry) -> Iterator[Finding]:
    """Report units of concepts that the registry does not hold."""
    for concept_id, concept in registry.concepts.items():
        if concept.unit not in registry.units:
            path = ("registry/concepts", "concepts", concept_id, "unit")
            yield _unknown(path, concept.unit, registry)


def _units(plan: Plan) -> Iterator[tuple[Path, str]]:
    yield from money_units(plan)
    for index, indicator in enumerate(plan.indicators.indicators):
        yield ("indicators", "indicators", index, "unit"), indicator.unit


def _unknown(path: Path, unit: str, registry: Registry) -> Finding:
    if not unit:
        message = "Bảng có cột tiền nhưng không ghi đơn vị (unit)."
        return Finding(RULE, path, message, _missing_hint(registry))
    return Finding(
        RULE,
        path,
        f"Không có đơn vị nào mang mã «{unit}» trong sổ đơn vị.",
        suggestion(
            _named(unit, registry) or unit,
            registry.units,
            "Dùng mã có trong plans/registry/units.yaml, hoặc thêm đơn vị vào đó.",
        ),
    )


def _named(unit: str, registry: Registry) -> str | None:
    """The unit whose name was written without marks in the place of its id."""
    return next((key for key, one in registry.units.items() if slugify(one.name) == unit), None)


def _missing_hint(registry: Registry) -> str:
    """The units of money, the one that most tables are printed in first."""
    money = [key for key, unit in registry.units.items() if unit.factor_vnd is not None]
    money.sort(key=lambda key: key != "million-vnd")
    names = ", ".join(f"{key} ({registry.units[key].name})" for key in money[:3])
    return f"Ghi đơn vị in ở đầu bảng bằng mã trong plans/registry/units.yaml, ví dụ {names}."
