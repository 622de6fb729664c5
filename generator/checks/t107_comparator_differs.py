"""Lời văn và bảng chỉ tiêu cùng con số nhưng khác kiểu so sánh.

Con số mà một mục tiêu nhắc lại bằng mục tiêu cùng kỳ của chỉ tiêu, nhưng một bên ghi «tối thiểu»,
«trên» hay «không quá» còn bên kia thì không. Đây là ghi chú cho người đọc, không chặn việc công
bố.

Vì sao: «tối thiểu 55%» và «55%» là hai cam kết khác nhau khi đánh giá kết quả, dù con số giống
nhau.

Cách sửa: kiểm tra khóa comparator ở cả hai chỗ theo đúng văn bản. Nếu văn bản viết như vậy thì
không cần làm gì.
"""

from collections.abc import Iterator

from generator.checks._prose import stated_figures
from generator.checks._targets import SIGNS, period_text, values_text
from generator.checks._text import quoted, unit_name
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("T107", "comparator-differs", Severity.NOTE, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report figures that agree in value but not in comparator."""
    for one in stated_figures(plan):
        signs = {placed.target.comparator for placed in one.agreeing}
        if not signs or one.stated.comparator in signs:
            continue
        table = one.agreeing[0]
        yield Finding(
            RULE,
            (*one.path, "comparator"),
            f"{quoted(one.indicator.name)}, {period_text(one.stated.period)}: lời văn và bảng "
            f"cùng ghi {values_text(one.stated, unit_name(registry, one.indicator.unit))}, nhưng "
            f"lời văn là «{SIGNS[one.stated.comparator]}» còn bảng là "
            f"«{SIGNS[table.target.comparator]}».",
            "Kiểm tra kiểu so sánh ở cả hai chỗ theo đúng văn bản.",
            addends=((*table.path, "comparator"),),
        )
