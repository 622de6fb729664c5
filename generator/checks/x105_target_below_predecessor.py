"""Mục tiêu thấp hơn mục tiêu của kế hoạch trước.

Mục tiêu bằng số của một kế hoạch được đặt cạnh mục tiêu cùng khái niệm (concept), cùng đơn vị, cùng
kỳ của kế hoạch mà nó thay thế và của các tỉnh trước sáp nhập. Quy tắc báo khi mục tiêu mới kém hơn:
thấp hơn khi càng cao càng tốt, cao hơn khi càng thấp càng tốt như thứ hạng. Với khoảng giá trị thì
so đầu kém hơn. Chỉ tiêu khai not_comparable thì không so. Đây là ghi chú cho người đọc, không chặn
việc công bố.

Vì sao: hạ mục tiêu so với điều đã cam kết là việc người dân cần biết, dù có thể có lý do, như phạm
vi của tỉnh đã khác sau khi sáp nhập hoặc số tỉnh được xếp hạng đã giảm.

Cách sửa: đối chiếu con số ở cả hai kế hoạch với văn bản. Nếu văn bản đặt như vậy thì không cần làm
gì.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks._concepts import PlacedIndicator, indicators_of
from generator.checks._plans import plan_name
from generator.checks._targets import period_text
from generator.checks._text import gap_text, measured, number_text, quoted, unit_name
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import Library, Plan, Registry, Target
from generator.model.replacements import replacements, stands_before
from generator.model.target_succession import is_worse, worse_end

RULE = Rule("X105", "target-below-predecessor", Severity.NOTE, doc=__doc__)

Key = tuple[str, str, str, bool]
"""Concept, unit, period, and whether each year of the period is meant."""


def check_library(library: Library) -> Iterator[Finding]:
    """Compare each plan with those that it follows."""
    kept: dict[str, dict[Key, Decimal]] = {}
    for old, new in _pairs(library):
        promised = kept.get(old.id) or kept.setdefault(old.id, _promised(old, library))
        for one, index, target in _comparable(new, library):
            before = promised.get(_key(one, target))
            after = worse_end(target, one.concept.better)
            if before is None or after is None:
                continue
            if is_worse(after, before, one.concept.better):
                yield _finding(one, index, after, before, old, library)


def _pairs(library: Library) -> Iterator[tuple[Plan, Plan]]:
    """Each plan with those that it replaces and those of the provinces merged into its own."""
    positions = {plan.id: at for at, plan in enumerate(library.plans)}
    replaced: dict[str, set[int]] = {}
    for one in replacements(library):
        replaced.setdefault(one.replacing.id, set()).add(positions[one.replaced.id])
    for new in library.plans:
        merged = (
            positions[old.id]
            for province_id, plans in library.plans_of.items()
            if province_id != new.province_id
            and stands_before(library.registry, province_id, new.province_id)
            for old in plans
        )
        for position in sorted({*merged, *replaced.get(new.id, ())}):
            yield library.plans[position], new


def _comparable(plan: Plan, library: Library) -> Iterator[tuple[PlacedIndicator, int, Target]]:
    for one in indicators_of(plan, library):
        if one.indicator.not_comparable is None and one.concept.better != "none":
            for index, target in enumerate(one.indicator.targets):
                yield one, index, target


def _promised(plan: Plan, library: Library) -> dict[Key, Decimal]:
    """What a plan promised; where it contradicts itself, the least of it."""
    promised: dict[Key, Decimal] = {}
    for one, _, target in _comparable(plan, library):
        value = worse_end(target, one.concept.better)
        known = promised.get(_key(one, target))
        better = one.concept.better
        if value is not None and (known is None or is_worse(value, known, better)):
            promised[_key(one, target)] = value
    return promised


def _key(one: PlacedIndicator, target: Target) -> Key:
    indicator = one.indicator
    return indicator.concept or "", indicator.unit, str(target.period), target.per_year


def _finding(
    one: PlacedIndicator, index: int, after: Decimal, before: Decimal, old: Plan, library: Library
) -> Finding:
    target, unit = one.indicator.targets[index], one.indicator.unit
    figures = Figures(after, before, unit)
    return Finding(
        RULE,
        (*one.path, "targets", index, "value"),
        f"{quoted(one.indicator.name)}: mục tiêu {period_text(target.period)} là "
        f"{_told(after, unit, library.registry)}, kém "
        f"{gap_text(figures, unit_name(library.registry, unit))} so với mục tiêu "
        f"{_told(before, unit, library.registry)} của kế hoạch {plan_name(old, library.registry)}.",
        f"{_to_know(one)}Đối chiếu con số ở cả hai kế hoạch; nếu nhập đúng thì không cần làm gì.",
        figures,
    )


def _told(value: Decimal, unit_id: str, registry: Registry) -> str:
    """A figure with its unit; a rank is called by its number: hạng 10."""
    name, unit = unit_name(registry, unit_id), registry.units.get(unit_id)
    is_rank = unit is not None and unit.kind == "rank"
    return f"{name} {number_text(value)}" if is_rank else measured(value, name)


def _to_know(one: PlacedIndicator) -> str:
    note = one.concept.note
    return f"Khi so sánh: {note.rstrip('.')}. " if note else ""
