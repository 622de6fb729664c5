"""Tỷ lệ phần trăm lớn hơn 100.

Chỉ tiêu có đơn vị là tỷ lệ phần trăm (kind: percent) thì hiện trạng và mục tiêu không được lớn hơn
100. Tốc độ tăng có thể vượt 100 thì phải dùng đơn vị loại khác (kind: rate).

Vì sao: một phần không thể lớn hơn toàn bộ; số lớn hơn 100 thường do mất dấu phẩy (42,05 thành
4205) hoặc chọn nhầm đơn vị.

Cách sửa: kiểm tra dấu thập phân (trong YAML viết 42.05) và đơn vị của chỉ tiêu.
"""

from collections.abc import Iterator

from generator.checks._targets import PlacedFigure, figures_of
from generator.checks._text import gap_text, measured, quoted
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import Plan, Registry, StatedTarget

RULE = Rule("T104", "percent-above-100", Severity.ERROR, doc=__doc__)

_WHOLE = 100


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report shares above 100 among targets and baselines."""
    for one in figures_of(plan):
        if one.indicator is None or isinstance(one.figure, StatedTarget):
            continue
        unit = registry.units.get(one.indicator.unit)
        if unit is not None and unit.kind == "percent":
            yield from _above(one)


def _above(one: PlacedFigure) -> Iterator[Finding]:
    for key, value in (("value", one.figure.value), ("value_max", one.figure.value_max)):
        if value is None or value <= _WHOLE or one.indicator is None:
            continue
        figures = Figures(value, _WHOLE, one.indicator.unit)
        yield Finding(
            RULE,
            (*one.path, key),
            f"{quoted(one.indicator.name)}: tỷ lệ {measured(value, '%')} lớn hơn "
            f"{measured(_WHOLE, '%')}, vượt {gap_text(figures, '%')}.",
            "Kiểm tra dấu thập phân và đơn vị; tốc độ tăng thì dùng đơn vị loại rate.",
            figures,
        )
