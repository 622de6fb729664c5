"""Con số đã nhập không có trong nguyên văn.

Giá trị (value, value_max) và thứ hạng (rank) của hiện trạng, của mục tiêu và của con số trong lời
văn phải xuất hiện trong nguyên văn (text) đi kèm, đọc theo cách viết số của Việt Nam: 1.200 là một
nghìn hai trăm, 42,05 có phần thập phân.

Vì sao: nguyên văn là cái văn bản in; con số là cái máy dùng để so sánh và vẽ. Hai bên lệch nhau
thì có một bên nhập sai.

Cách sửa: sửa con số hoặc nguyên văn theo đúng văn bản.
"""

import re
from collections.abc import Iterator

from generator.checks._targets import PlacedFigure, figures_of
from generator.checks._text import number_text, quoted
from generator.diagnostics import Finding, Number, Rule, Severity
from generator.model import Observation, Plan, Registry
from generator.vietnamese import numbers_in

RULE = Rule("T105", "value-not-in-text", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Look every figure up in the text that stands beside it."""
    del registry
    for one in figures_of(plan):
        printed = tuple(numbers_in(one.figure.text))
        for key, value in _values(one):
            if value in printed:
                continue
            yield Finding(
                RULE,
                (*one.path, key),
                f"Con số {number_text(value)} không có trong nguyên văn "
                f"{quoted(one.figure.text)}{_read(printed, one.figure.text)}.",
                "Sửa con số hoặc nguyên văn theo đúng văn bản.",
            )


def _values(one: PlacedFigure) -> Iterator[tuple[str, Number]]:
    figure = one.figure
    rank = figure.rank if isinstance(figure, Observation) else None
    for key, value in (("value", figure.value), ("value_max", figure.value_max), ("rank", rank)):
        if value is not None:
            yield key, value


def _read(printed: tuple[Number, ...], text: str) -> str:
    if not printed:
        return " (nguyên văn không có con số nào)"
    return f" (nguyên văn có {', '.join(_as_printed(value, text) for value in printed)})"


def _as_printed(value: Number, text: str) -> str:
    """A figure with its thousands parted only where the text does so: a year stays 2016."""
    is_bare = re.search(rf"(?<![\d.,]){re.escape(str(value))}(?![\d]|[.,]\d)", text)
    return str(value) if is_bare else number_text(value)
