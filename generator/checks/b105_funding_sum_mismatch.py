"""Các nguồn kinh phí cộng lại khác tổng kinh phí.

Khi budget.yaml khai rằng các nguồn kinh phí hợp thành một khoản (khóa sources_of), số tiền của các
nguồn cộng lại phải bằng khoản đó. Nguồn không ghi đơn vị thì tính theo đơn vị của khoản. Khi có
nguồn không nêu số tiền thì phần còn thiếu có thể thuộc về nó, nên chỉ báo khi các nguồn đã nêu
vượt quá khoản.

Vì sao: nếu các nguồn không cộng thành tổng thì một phần kinh phí không có nguồn bảo đảm, hoặc một
nguồn được tính hai lần.

Cách sửa: đối chiếu số tiền và đơn vị của từng nguồn với văn bản. Nếu văn bản in đúng như vậy thì
giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._money import factor_of, in_unit
from generator.checks._text import KEEP_AS_PRINTED, measured, off_by, quoted, unit_name
from generator.checks.sums import Sum, add_up
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import Budget, BudgetStatement, Plan, Registry

RULE = Rule("B105", "funding-sum-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare the funding sources with the statement that they make up."""
    budget = plan.budget
    for index, whole in enumerate(budget.statements):
        if whole.id != budget.sources_of:
            continue
        factor = factor_of(registry, whole.unit)
        funded = _funded(budget, whole, registry)
        if factor is None or funded is None or _agree(budget, funded, whole.amount * factor):
            continue
        unit = unit_name(registry, whole.unit)
        figures = Figures(whole.amount, in_unit(funded.total, factor), whole.unit)
        yield Finding(
            RULE,
            ("budget", "statements", index, "amount"),
            f"Khoản {quoted(whole.title)} ghi {measured(figures.stated, unit)}, cộng các nguồn "
            f"kinh phí được {measured(figures.computed, unit)}, {off_by(figures, unit)}.",
            KEEP_AS_PRINTED,
            figures,
            funded.addends,
        )


def _funded(budget: Budget, whole: BudgetStatement, registry: Registry) -> Sum | None:
    """Sum in đồng of the sources that name an amount in a unit of money."""
    sums: list[Sum] = []
    for index, source in enumerate(budget.sources):
        factor = factor_of(registry, source.unit or whole.unit)
        if source.amount is not None and factor is not None:
            sums.append(Sum(source.amount * factor, (("budget", "sources", index, "amount"),)))
    return add_up(sums)


def _agree(budget: Budget, funded: Sum, whole: int) -> bool:
    if len(funded.addends) < len(budget.sources):
        return funded.total <= whole
    return funded.total == whole
