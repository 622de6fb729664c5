"""Tổng của một nhóm khác các dòng bên dưới cộng lại.

Trong từng cột, con số in ở dòng nhóm phải bằng tổng các dòng ngay bên dưới nó. Nhóm con không in
tổng thì tính bằng tổng các dòng của chính nó; nhiệm vụ để trống ô tổng thì tính bằng các cột
thành phần của nó. Khi cộng thẳng từ các nhiệm vụ ra một số khác thì thông báo nêu cả hai. Cột mà
không dòng nào bên dưới có số thì tổng là 0; nhưng khi các dòng bên dưới không chia tiền theo cột
nào cả thì không có gì để so nên được bỏ qua.

Vì sao: tổng của nhóm là con số hay được trích dẫn nhất; nếu nó không khớp với các nhiệm vụ thì có
nhiệm vụ bị sót, bị tính hai lần hoặc in sai.

Cách sửa: đối chiếu các dòng của nhóm với văn bản, nhất là dòng bị sót và ô bị lệch cột. Nếu văn
bản in đúng như vậy thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._rows import all_groups
from generator.checks._text import row_name, unit_name
from generator.checks._totals import compare_totals
from generator.checks.sums import columns_by_id
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("B102", "group-sum-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare every group's printed totals with the rows directly below it."""
    for row in all_groups(plan):
        yield from compare_totals(
            RULE,
            row_name(row.group),
            row.group.stated,
            row.group.rows,
            row.path,
            columns_by_id(row.annex),
            row.annex.unit,
            unit_name(registry, row.annex.unit),
        )
