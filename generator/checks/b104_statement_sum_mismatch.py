"""Tổng kinh phí trong lời văn khác tổng của các phụ lục.

Một khoản trong budget.yaml có thể khai nó gồm những tổng nào của phụ lục (khóa adds). Con số của
khoản đó, quy về đồng, phải đúng bằng các tổng ấy cộng lại. Phụ lục không in tổng ở cột được nêu
thì lấy tổng các dòng của nó. Nếu có một tổng không tìm được thì không so.

Vì sao: lời văn là con số mà cấp có thẩm quyền phê duyệt, phụ lục là con số mà các cơ quan chi
theo; hai bên phải là một.

Cách sửa: kiểm tra con số, đơn vị (đồng hay triệu đồng) và danh sách phụ lục trong adds. Nếu văn
bản in đúng như vậy thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._text import KEEP_AS_PRINTED, measured, off_by, quoted, unit_name
from generator.checks.money import factor_of, in_unit
from generator.checks.statement_sums import sum_of_annexes
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import BudgetStatement, Plan, Registry

RULE = Rule("B104", "statement-sum-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare every statement with the annex totals that it adds."""
    for index, statement in enumerate(plan.budget.statements):
        factor = factor_of(registry, statement.unit)
        added = sum_of_annexes(plan, registry, statement)
        if factor is None or added is None or added.total == statement.amount * factor:
            continue
        unit = unit_name(registry, statement.unit)
        figures = Figures(statement.amount, in_unit(added.total, factor), statement.unit)
        yield Finding(
            RULE,
            ("budget", "statements", index, "amount"),
            f"Khoản {quoted(statement.title)} ghi {measured(figures.stated, unit)}, cộng các "
            f"tổng của phụ lục ({_names(statement)}) được {measured(figures.computed, unit)}, "
            f"{off_by(figures, unit)}.",
            KEEP_AS_PRINTED,
            figures,
            added.addends,
        )


def _names(statement: BudgetStatement) -> str:
    return ", ".join(f"{one.annex}/{one.column}" for one in statement.adds)
