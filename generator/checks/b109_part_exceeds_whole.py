"""Một phần lớn hơn khoản chứa nó.

Khoản khai part_of thì không được lớn hơn khoản chứa nó, và các phần của cùng một khoản cộng lại
cũng không được lớn hơn khoản đó. Các phần có thể là những cách chia khác nhau của cùng số tiền
(theo năm, theo cơ quan): khi hai phần cùng lấy một cột của một phụ lục thì chúng chồng lên nhau
và không được cộng với nhau.

Vì sao: phần lớn hơn toàn bộ thì một trong hai con số chắc chắn sai.

Cách sửa: kiểm tra con số, đơn vị và khóa part_of của khoản. Nếu văn bản in đúng như vậy thì giữ
nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator
from itertools import combinations

from generator.checks._text import KEEP_AS_PRINTED, measured, off_by, quoted, unit_name
from generator.checks.money import factor_of, in_unit
from generator.checks.sums import Sum, add_up, columns_by_id
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import BudgetStatement, Plan, Registry

RULE = Rule("B109", "part-exceeds-whole", Severity.ERROR, doc=__doc__)

_Placed = tuple[int, BudgetStatement]


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare every part with its whole, and the parts of one whole together."""
    placed = list(enumerate(plan.budget.statements))
    for index, whole in placed:
        factor = factor_of(registry, whole.unit)
        if factor is None:
            continue
        parts = [one for one in placed if one[1].part_of == whole.id and one[0] != index]
        too_large = list(_too_large(parts, whole, whole.amount * factor, registry))
        yield from too_large
        if not too_large and not _overlap(plan, [part for _, part in parts]):
            yield from _together(index, whole, factor, parts, registry)


def _too_large(
    parts: list[_Placed], whole: BudgetStatement, dong: int, registry: Registry
) -> Iterator[Finding]:
    for index, part in parts:
        factor = factor_of(registry, part.unit)
        if factor is None or part.amount * factor <= dong:
            continue
        unit = unit_name(registry, part.unit)
        figures = Figures(part.amount, in_unit(dong, factor), part.unit)
        yield Finding(
            RULE,
            ("budget", "statements", index, "amount"),
            f"Khoản {quoted(part.title)} ghi {measured(part.amount, unit)}, lớn hơn khoản chứa nó "
            f"{quoted(whole.title)} là {measured(figures.computed, unit)}: "
            f"{off_by(figures, unit, 'vượt')}.",
            KEEP_AS_PRINTED,
            figures,
        )


def _together(
    index: int, whole: BudgetStatement, factor: int, parts: list[_Placed], registry: Registry
) -> Iterator[Finding]:
    added = add_up(
        Sum(part.amount * one, (("budget", "statements", at, "amount"),))
        for at, part in parts
        if (one := factor_of(registry, part.unit)) is not None
    )
    if added is None or added.total <= whole.amount * factor:
        return
    unit = unit_name(registry, whole.unit)
    figures = Figures(whole.amount, in_unit(added.total, factor), whole.unit)
    yield Finding(
        RULE,
        ("budget", "statements", index, "amount"),
        f"Khoản {quoted(whole.title)} ghi {measured(whole.amount, unit)}, các phần của nó cộng "
        f"lại được {measured(figures.computed, unit)}, "
        f"{off_by(figures, unit, too_little='vượt khoản này')}.",
        KEEP_AS_PRINTED,
        figures,
        added.addends,
    )


def _overlap(plan: Plan, parts: list[BudgetStatement]) -> bool:
    """Whether two of the parts take the same column of the same annex."""
    taken = [_cells(plan, part) for part in parts]
    return any(one & other for one, other in combinations(taken, 2))


def _cells(plan: Plan, part: BudgetStatement) -> frozenset[tuple[str, str]]:
    return frozenset(
        (one.annex, column)
        for one in part.adds
        for column in _columns_below(plan, one.annex, one.column)
    )


def _columns_below(plan: Plan, annex_id: str, column_id: str) -> tuple[str, ...]:
    annex = plan.annexes.get(annex_id)
    column = columns_by_id(annex).get(column_id) if annex else None
    return (column_id, *(column.adds if column else ()))
