"""Plans as messages about several of them name them."""

from generator.diagnostics import Path
from generator.model import Plan, Registry


def plan_name(plan: Plan, registry: Registry) -> str:
    """A plan by number, province and id: 1330/ĐA-UBND của tỉnh Tây Ninh (tay-ninh/…)."""
    province = registry.provinces.get(plan.province_id)
    of = f" của {province.kind} {province.name}" if province else ""
    return f"{plan.meta.number or 'không in số'}{of} ({plan.id})"


def path_in(plan: Plan, part: str, *keys: str | int) -> Path:
    """Path of a value in one of several plans, as `check_library` gives it."""
    return (f"{plan.id}/{part}", *keys)
