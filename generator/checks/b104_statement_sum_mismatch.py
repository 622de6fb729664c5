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

from generator.checks._money import factor_of, in_unit
from generator.checks._rows import part_of_annex
from generator.checks._text import KEEP_AS_PRINTED, measured, off_by, quoted, unit_name
from generator.checks.sums import Sum, add_up, columns_by_id, sum_of_rows
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import AnnexTotal, BudgetStatement, Plan, Registry

RULE = Rule("B104", "statement-sum-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare every statement with the annex totals that it adds."""
    for index, statement in enumerate(plan.budget.statements):
        factor = factor_of(registry, statement.unit)
        added = _added(plan, registry, statement)
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


def _added(plan: Plan, registry: Registry, statement: BudgetStatement) -> Sum | None:
    """Sum in đồng of the annex totals, or None when one of them is not to be had."""
    totals = [_total(plan, registry, one) for one in statement.adds]
    return None if None in totals else add_up(totals)


def _total(plan: Plan, registry: Registry, one: AnnexTotal) -> Sum | None:
    annex = plan.annexes.get(one.annex)
    factor = factor_of(registry, annex.unit) if annex else None
    if annex is None or factor is None:
        return None
    path = (part_of_annex(one.annex),)
    if one.column in annex.stated:
        return Sum(annex.stated[one.column] * factor, ((*path, "stated", one.column),))
    rows = sum_of_rows(columns_by_id(annex), annex.rows, path, one.column)
    return Sum(rows.total * factor, rows.addends) if rows else None


def _names(statement: BudgetStatement) -> str:
    return ", ".join(f"{one.annex}/{one.column}" for one in statement.adds)
