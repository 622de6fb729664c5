"""Không đọc được số tiền bằng chữ.

Số tiền bằng chữ của một khoản hoặc một nguồn kinh phí phải đọc được thành số theo cách đọc số tiếng
Việt: đúng chính tả, các lớp tỷ, triệu, nghìn theo thứ tự, không lớp nào lặp lại.

Vì sao: chữ sai chính tả hoặc sai lớp («năm tỷ tám trăm … tỷ») thì không xác định được số tiền, và
không đối chiếu được với số.

Cách sửa: nếu nhập sai thì sửa theo văn bản. Nếu văn bản in đúng như vậy thì giữ nguyên và khai
trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._text import KEEP_AS_PRINTED, measured, quoted, unit_name
from generator.checks._words import Spoken, spoken_amounts
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry
from generator.vietnamese import NumeralError, read_amount

RULE = Rule("B107", "words-unreadable", Severity.ERROR, doc=__doc__)


_LONGEST = 160
"""Characters of words that are quoted whole, so that the wrong word is among them."""


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report amounts in words that cannot be read."""
    for one in spoken_amounts(plan, registry):
        try:
            read_amount(one.words)
        except NumeralError as error:
            yield _finding(one, error, registry)


def _finding(one: Spoken, error: NumeralError, registry: Registry) -> Finding:
    advice = f"{error.advice[:1].upper()}{error.advice[1:]}. " if error.advice else ""
    return Finding(
        RULE,
        (*one.path, "words"),
        f"{quoted(one.title)}: văn bản in bằng chữ là {_words(one.words)}{_digits(one, registry)}; "
        f"số bằng chữ không đọc được vì {_reason(error)}.",
        advice + KEEP_AS_PRINTED,
    )


def _words(words: str) -> str:
    return f"«{words}»" if len(words) <= _LONGEST else quoted(words)


def _digits(one: Spoken, registry: Registry) -> str:
    if one.amount is None:
        return ""
    return f", bằng số là {measured(one.amount, unit_name(registry, one.unit))}"


def _reason(error: NumeralError) -> str:
    if error.reason:
        return f"chữ «{error.word}» {error.reason}"
    message = str(error).rstrip(".")
    return f"{message[:1].lower()}{message[1:]}"
