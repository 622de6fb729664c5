"""Tổng của cả bảng khác các dòng cộng lại.

Trong từng cột, con số in ở dòng tổng cộng của phụ lục phải bằng tổng các dòng trên cùng của bảng.
Nhóm không in tổng thì tính bằng tổng các dòng của chính nó. Khi cộng thẳng từ các nhiệm vụ ra một
số khác thì thông báo nêu cả hai. Cột mà không dòng nào có số thì tổng là 0; nhưng khi các dòng
không chia tiền theo cột nào cả thì được bỏ qua.

Vì sao: tổng của bảng đi vào tổng kinh phí của cả kế hoạch; sai ở đây là sai số tiền mà tỉnh công
bố.

Cách sửa: đối chiếu dòng tổng cộng và các dòng trên cùng với văn bản. Nếu văn bản in đúng như vậy
thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._rows import part_of_annex
from generator.checks._text import unit_name
from generator.checks._totals import compare_totals
from generator.checks.sums import columns_by_id
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("B103", "annex-sum-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare every annex's printed totals with its top rows."""
    for annex_id, annex in plan.annexes.items():
        yield from compare_totals(
            RULE,
            f"Dòng «{annex.total_label or 'Tổng cộng'}» của bảng",
            annex.stated,
            annex.rows,
            (part_of_annex(annex_id),),
            columns_by_id(annex),
            annex.unit,
            unit_name(registry, annex.unit),
        )
