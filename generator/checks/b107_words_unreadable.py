"""Không đọc được số tiền bằng chữ.

Số tiền bằng chữ của một khoản hoặc một nguồn kinh phí phải đọc được thành số theo cách đọc số tiếng
Việt: đúng chính tả, các lớp tỷ, triệu, nghìn theo thứ tự, không lớp nào lặp lại.

Vì sao: chữ sai chính tả hoặc sai lớp («năm tỷ tám trăm … tỷ») thì không xác định được số tiền, và
không đối chiếu được với số.

Cách sửa: nếu nhập sai thì sửa theo văn bản. Nếu văn bản in đúng như vậy thì giữ nguyên và khai
trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._text import KEEP_AS_PRINTED, quoted
from generator.checks._words import Spoken, spoken_amounts
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry
from generator.vietnamese import NumeralError, read_amount

RULE = Rule("B107", "words-unreadable", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report amounts in words that cannot be read."""
    for one in spoken_amounts(plan, registry):
        try:
            read_amount(one.words)
        except NumeralError as error:
            yield _finding(one, str(error))


def _finding(one: Spoken, reason: str) -> Finding:
    return Finding(
        RULE,
        (*one.path, "words"),
        f"{quoted(one.title)}: số tiền bằng chữ {quoted(one.words)} sai cách đọc số: "
        f"{reason[:1].lower()}{reason[1:].rstrip('.')}.",
        KEEP_AS_PRINTED,
    )
