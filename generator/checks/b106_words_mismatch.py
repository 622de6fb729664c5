"""Số tiền bằng chữ khác số tiền bằng số.

Số tiền bằng chữ của một khoản hoặc một nguồn kinh phí, đọc thành số, phải đúng bằng số tiền bằng
số của nó, quy về đồng.

Vì sao: khi hai cách ghi khác nhau thì không biết số nào được phê duyệt; lỗi hay gặp là bỏ sót một
lớp (tỷ, triệu) hoặc chép lại câu chữ của bản trước.

Cách sửa: đối chiếu cả số và chữ với văn bản. Nếu văn bản in đúng như vậy thì giữ nguyên và khai
trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._text import KEEP_AS_PRINTED, measured, off_by, quoted, unit_name
from generator.checks._words import Spoken, spoken_amounts
from generator.checks.money import in_unit
from generator.diagnostics import Figures, Finding, Rule, Severity
from generator.model import Plan, Registry
from generator.vietnamese import NumeralError, read_amount

RULE = Rule("B106", "words-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare amounts in words with the digits beside them."""
    for one in spoken_amounts(plan, registry):
        if one.amount is None or one.factor is None:
            continue
        try:
            dong = read_amount(one.words)
        except NumeralError:  # rule B107 tells it
            continue
        if dong != one.amount * one.factor:
            figures = Figures(one.amount, in_unit(dong, one.factor), one.unit)
            yield _finding(one, figures, unit_name(registry, one.unit))


def _finding(one: Spoken, figures: Figures, unit: str) -> Finding:
    return Finding(
        RULE,
        (*one.path, "words"),
        f"{quoted(one.title)}: ghi bằng số {measured(figures.stated, unit)}, bằng chữ "
        f"{quoted(one.words)} là {measured(figures.computed, unit)}, "
        f"{off_by(figures, unit, 'số nhiều hơn chữ', 'số ít hơn chữ')}.",
        KEEP_AS_PRINTED,
        figures,
        ((*one.path, "amount"),),
    )
