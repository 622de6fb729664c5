"""Con số trong lời văn khác con số trong bảng chỉ tiêu.

Con số mà một mục tiêu nhắc lại (khóa states trong objectives.yaml) phải bằng mục tiêu cùng kỳ của
chỉ tiêu đó. Không có mục tiêu đúng kỳ thì lấy mục tiêu có cùng năm cuối; không có cả hai thì báo
là chỉ tiêu thiếu mục tiêu. Chỉ khác kiểu so sánh («tối thiểu 55%» và «55%») thì thuộc quy tắc
T107.

Vì sao: lời văn và bảng của cùng một văn bản phải nói cùng một cam kết.

Cách sửa: đối chiếu cả hai chỗ với văn bản. Nếu văn bản tự mâu thuẫn thì giữ nguyên và khai trong
waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._prose import StatedFigure, stated_figures
from generator.checks._targets import period_text, values_text
from generator.checks._text import KEEP_AS_PRINTED, off_by, quoted, unit_name
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import Plan, Registry, Target

RULE = Rule("T103", "prose-table-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare every figure in the prose with the indicator's targets of that period."""
    for one in stated_figures(plan):
        if not one.of_period:
            yield _no_target(one)
        elif one.comparable and not one.agreeing:
            yield _mismatch(one, one.comparable[0].target, unit_name(registry, one.indicator.unit))


def _no_target(one: StatedFigure) -> Finding:
    return Finding(
        RULE,
        (*one.path, "period"),
        f"Lời văn nêu {quoted(one.stated.text)} cho {period_text(one.stated.period)}, nhưng chỉ "
        f"tiêu {quoted(one.indicator.name)} không có mục tiêu nào cho kỳ đó.",
        "Sửa kỳ cho đúng, hoặc thêm mục tiêu này vào chỉ tiêu trong indicators.yaml.",
    )


def _mismatch(one: StatedFigure, target: Target, unit: str) -> Finding:
    figures = _figures(one, target)
    gap = off_by(figures, unit, "lời văn cao hơn", "lời văn thấp hơn") if figures else "khác nhau"
    return Finding(
        RULE,
        (*one.path, "value"),
        f"{quoted(one.indicator.name)}, {period_text(one.stated.period)}: lời văn ghi "
        f"{values_text(one.stated, unit)}, bảng chỉ tiêu ghi {values_text(target, unit)}, {gap}.",
        KEEP_AS_PRINTED,
        figures,
        tuple((*placed.path, "value") for placed in one.comparable),
    )


def _figures(one: StatedFigure, target: Target) -> Figures | None:
    """The first pair of values that differs; None where one of the two has none."""
    pairs = ((one.stated.value, target.value), (one.stated.value_max, target.value_max))
    for stated, printed in pairs:
        if stated is not None and printed is not None and stated != printed:
            return Figures(stated, printed, one.indicator.unit)
    return None
