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

from generator.checks._text import KEEP_AS_PRINTED, measured, off_by, quoted, unit_name
from generator.checks.money import factor_of, in_unit
from generator.checks.statement_sums import sum_of_sources
from generator.checks.sums import Sum
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import Budget, Plan, Registry

RULE = Rule("B105", "funding-sum-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare the funding sources with the statement that they make up."""
    budget = plan.budget
    for index, whole in enumerate(budget.statements):
        if whole.id != budget.sources_of:
            continue
        factor = factor_of(registry, whole.unit)
        funded = sum_of_sources(budget, whole, registry)
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


def _agree(budget: Budget, funded: Sum, whole: int) -> bool:
    if len(funded.addends) < len(budget.sources):
        return funded.total <= whole
    return funded.total == whole
