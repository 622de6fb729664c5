"""Chỉ tiêu cùng khái niệm nhưng khác chiều tốt.

Chiều tốt (better) của một chỉ tiêu phải giống chiều tốt của khái niệm (concept) mà nó mang, trong
plans/registry/concepts.yaml; vì vậy nó cũng giống ở mọi kế hoạch khác mang khái niệm đó. Điều này
đúng cả khi chỉ tiêu khai not_comparable, vì cách đo khác nhau không làm đổi chiều tốt.

Vì sao: chiều tốt quyết định mục tiêu nào là cao hơn, thấp hơn và lộ trình có đi lùi hay không; hai
tỉnh ngược chiều thì so sánh cho kết quả ngược.

Cách sửa: sửa khóa better theo khái niệm. Nếu chỉ tiêu thật sự có chiều khác thì đó là khái niệm
khác: đổi hoặc bỏ khóa concept.
"""

from collections.abc import Iterator

from generator.checks._concepts import (
    DIRECTIONS,
    PlacedIndicator,
    another_plan,
    indicators_with_concept,
)
from generator.checks._plans import plan_name
from generator.checks._text import quoted
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Library, Registry

RULE = Rule("X104", "concept-direction-differs", Severity.ERROR, doc=__doc__)


def check_library(library: Library) -> Iterator[Finding]:
    """Report indicators whose direction is not their concept's."""
    placed = list(indicators_with_concept(library))
    usual = [one for one in placed if one.indicator.better == one.concept.better]
    for one in placed:
        if one.indicator.better != one.concept.better:
            yield _finding(one, usual, library.registry)


def _finding(one: PlacedIndicator, usual: list[PlacedIndicator], registry: Registry) -> Finding:
    other = another_plan(one, usual)
    as_in = f", như ở kế hoạch {plan_name(other, registry)}" if other else ""
    return Finding(
        RULE,
        (*one.path, "better"),
        f"{quoted(one.indicator.name)} ghi «{DIRECTIONS[one.indicator.better]}», còn khái niệm "
        f"{quoted(one.concept.name)} là «{DIRECTIONS[one.concept.better]}»{as_in}.",
        f"Sửa better thành «{one.concept.better}», hoặc chọn khái niệm khác cho chỉ tiêu này.",
    )
