"""Chỉ tiêu cùng khái niệm nhưng khác đơn vị.

Các chỉ tiêu của những kế hoạch khác nhau mang cùng một khái niệm (concept) phải dùng cùng một đơn
vị, là đơn vị chuẩn của khái niệm trong plans/registry/concepts.yaml. Chỉ tiêu khai lý do ở
not_comparable thì được khác.

Vì sao: khái niệm là cái để đặt các tỉnh cạnh nhau; hai con số khác đơn vị đặt cạnh nhau thì người
đọc hiểu sai.

Cách sửa: kiểm tra khóa unit theo văn bản. Nếu văn bản đo bằng đơn vị khác thật thì ghi vì sao ở
not_comparable, hoặc dùng khái niệm khác, chẳng hạn điểm số và thứ hạng là hai khái niệm.
"""

from collections.abc import Iterator

from generator.checks._concepts import PlacedIndicator, another_plan, indicators_with_concept
from generator.checks._plans import plan_name
from generator.checks._text import quoted, unit_name
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Library

RULE = Rule("X103", "concept-units-differ", Severity.ERROR, doc=__doc__)


def check_library(library: Library) -> Iterator[Finding]:
    """Report comparable indicators whose unit is not their concept's."""
    comparable = [one for one in indicators_with_concept(library) if _is_judged(one, library)]
    usual = [one for one in comparable if one.indicator.unit == one.concept.unit]
    for one in comparable:
        if one.indicator.unit != one.concept.unit:
            yield _finding(one, usual, library)


def _is_judged(one: PlacedIndicator, library: Library) -> bool:
    """Whether both units are known; an unknown one is told by its own rule."""
    known = {one.indicator.unit, one.concept.unit} <= library.registry.units.keys()
    return known and one.indicator.not_comparable is None


def _finding(one: PlacedIndicator, usual: list[PlacedIndicator], library: Library) -> Finding:
    own, wanted = (
        quoted(unit_name(library.registry, unit)) for unit in (one.indicator.unit, one.concept.unit)
    )
    other = another_plan(one, usual)
    as_in = f", như ở kế hoạch {plan_name(other, library.registry)}" if other else ""
    return Finding(
        RULE,
        (*one.path, "unit"),
        f"{quoted(one.indicator.name)} đo bằng {own}, còn khái niệm {quoted(one.concept.name)} đo "
        f"bằng {wanted}{as_in}.",
        f"Sửa unit thành «{one.concept.unit}» nếu nhập nhầm; nếu văn bản đo khác thật thì ghi lý "
        "do ở not_comparable hoặc chọn khái niệm khác.",
    )
