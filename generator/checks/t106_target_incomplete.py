"""Kiểu so sánh và giá trị của mục tiêu không đi với nhau.

Khoảng (range) cần value nhỏ hơn value_max; định tính (qualitative) thì không có giá trị; mọi kiểu
khác cần value và không có value_max. Mục tiêu thứ hạng (rank-within) cần chỉ tiêu có đơn vị là thứ
hạng (kind: rank). Quy tắc áp dụng cho mục tiêu, hiện trạng và con số trong lời văn.

Vì sao: thiếu một trong hai thì không vẽ được, không so sánh được và không biết lúc nào là đạt.

Cách sửa: điền giá trị còn thiếu, hoặc đổi comparator cho đúng với nguyên văn.
"""

from collections.abc import Iterator

from generator.checks._targets import SIGNS, PlacedFigure, figures_of
from generator.checks._text import number_text, quoted
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("T106", "target-incomplete", Severity.ERROR, doc=__doc__)

_HINT = "Điền giá trị còn thiếu, bỏ giá trị thừa, hoặc đổi comparator cho đúng với nguyên văn."


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report figures whose comparator and values do not go together."""
    for one in figures_of(plan):
        for key, fault in _faults(one, registry):
            yield Finding(
                RULE, (*one.path, key), f"Với nguyên văn {quoted(one.figure.text)}: {fault}.", _HINT
            )


def _faults(one: PlacedFigure, registry: Registry) -> Iterator[tuple[str, str]]:
    figure = one.figure
    sign = f"kiểu so sánh «{figure.comparator}» ({SIGNS[figure.comparator]})"
    if figure.comparator == "qualitative":
        if figure.value is not None:
            yield "value", f"{sign} không có giá trị, nhưng đang ghi {number_text(figure.value)}"
    elif figure.value is None:
        yield "comparator", f"{sign} cần có value"
    if figure.comparator == "range":
        yield from _range_faults(one)
    elif figure.value_max is not None:
        yield "value_max", f"{sign} không dùng value_max, chỉ «range» mới dùng"
    if figure.comparator == "rank-within" and not _is_ranked(one, registry):
        yield "comparator", f"{sign} cần chỉ tiêu có đơn vị là thứ hạng"


def _range_faults(one: PlacedFigure) -> Iterator[tuple[str, str]]:
    low, high = one.figure.value, one.figure.value_max
    if high is None:
        yield "comparator", "kiểu so sánh «range» (trong khoảng) cần có value_max"
    elif low is not None and low >= high:
        yield (
            "value_max",
            f"số trên của khoảng là {number_text(high)}, không lớn hơn số dưới là "
            f"{number_text(low)}",
        )


def _is_ranked(one: PlacedFigure, registry: Registry) -> bool:
    """Whether the unit is a rank; true where the unit or the indicator is not known."""
    unit = registry.units.get(one.indicator.unit) if one.indicator else None
    return unit is None or unit.kind == "rank"
