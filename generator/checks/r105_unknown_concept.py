"""Khái niệm của chỉ tiêu không có trong sổ khái niệm.

Mã khái niệm (concept) của một chỉ tiêu phải có trong plans/registry/concepts.yaml.

Vì sao: khái niệm là cái nối các chỉ tiêu cùng loại của các tỉnh để so sánh; mã sai thì chỉ tiêu
biến mất khỏi trang so sánh mà không ai biết.

Cách sửa: sửa mã cho đúng; nếu chưa có khái niệm phù hợp thì thêm vào sổ, hoặc bỏ khóa concept.
"""

from collections.abc import Iterator

from generator.checks._near import suggestion
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("R105", "unknown-concept", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every concept id that the registry does not hold."""
    for index, indicator in enumerate(plan.indicators.indicators):
        if indicator.concept is None or indicator.concept in registry.concepts:
            continue
        yield Finding(
            RULE,
            ("indicators", "indicators", index, "concept"),
            f"Không có khái niệm nào mang mã «{indicator.concept}» trong sổ khái niệm.",
            suggestion(
                indicator.concept,
                registry.concepts,
                "Dùng mã có trong plans/registry/concepts.yaml, hoặc thêm khái niệm vào đó.",
            ),
        )
