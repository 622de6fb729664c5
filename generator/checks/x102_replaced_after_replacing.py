"""Kế hoạch thay thế ban hành trước kế hoạch bị thay thế.

Khi một kế hoạch trong kho này thay thế một kế hoạch khác cũng trong kho này, và cả hai đều ghi ngày
ban hành, thì kế hoạch thay thế không được ban hành sớm hơn. Chỗ nào sổ văn bản đã ghi đúng ngày ấy
thì quy tắc D106 báo, ở đây không báo lại.

Vì sao: văn bản ban hành trước không thể thay thế văn bản chưa có; trái thứ tự thường do nhập nhầm
ngày, hoặc ghi lẫn replaces với replaced_by.

Cách sửa: đối chiếu ngày ban hành của cả hai văn bản và xem văn bản nào thay văn bản nào. Nếu văn bản
in đúng như vậy thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks._plans import path_in, plan_name
from generator.checks._text import KEEP_AS_PRINTED
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Library, Registry
from generator.model.replacements import Replacement, replacements
from generator.vietnamese import format_date, format_integer

RULE = Rule("X102", "replaced-after-replacing", Severity.ERROR, doc=__doc__)


def check_library(library: Library) -> Iterator[Finding]:
    """Report each pair of plans once, where the first citation of one by the other stands."""
    pairs: dict[tuple[str, str], list[Replacement]] = {}
    for one in replacements(library):
        pairs.setdefault((one.replacing.id, one.replaced.id), []).append(one)
    for citations in pairs.values():
        first = citations[0]
        newer, older = first.replacing.meta.issued_on, first.replaced.meta.issued_on
        if newer is None or older is None or newer >= older:
            continue
        if not any(_is_told_by_d106(library, one) for one in citations):
            yield _finding(first, newer, older, library.registry)


def _is_told_by_d106(library: Library, one: Replacement) -> bool:
    document = library.registry.documents[one.document]
    return document.issued_on == one.cited.meta.issued_on


def _finding(one: Replacement, newer: date, older: date, registry: Registry) -> Finding:
    return Finding(
        RULE,
        path_in(one.citing, "plan", one.role, one.index, "document"),
        f"Kế hoạch thay thế {plan_name(one.replacing, registry)} ban hành ngày {format_date(newer)}, sớm hơn "
        f"{format_integer((older - newer).days)} ngày so với kế hoạch bị thay thế {plan_name(one.replaced, registry)}, ban "
        f"hành ngày {format_date(older)}.",
        KEEP_AS_PRINTED,
    )
