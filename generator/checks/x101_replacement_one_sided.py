"""Chỉ một trong hai kế hoạch ghi việc thay thế.

Khi một kế hoạch ghi là thay thế (replaces), hoặc bị thay thế bởi (replaced_by), một văn bản mà
chính văn bản ấy cũng là một kế hoạch trong kho này, thì kế hoạch kia phải ghi điều ngược lại. Hai
bên được nhận ra nhau bằng số, ký hiệu trong sổ văn bản, cùng năm ban hành, cùng tỉnh hoặc tỉnh
trước và sau sáp nhập. Kế hoạch không in số thì không nhận ra được; khi đó chỉ cần bên kia có ghi
một văn bản chưa rõ là kế hoạch nào.

Vì sao: người đọc kế hoạch cũ phải thấy ngay là nó đã bị thay thế, và bằng văn bản nào; đường dẫn
ngược bị thiếu là thiếu sót của người biên tập, không phải của văn bản.

Cách sửa: thêm văn bản kia vào replaced_by, hoặc replaces, ở kế hoạch được báo; chưa có trong sổ văn
bản thì thêm vào sổ với đúng số, ký hiệu và ngày. Nếu bên kia dẫn nhầm văn bản thì sửa ở bên kia.
"""

from collections.abc import Iterator

from generator.checks._plans import path_in, plan_name
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Library, Registry
from generator.model.replacements import (
    OPPOSITE,
    Replacement,
    Role,
    citations,
    plan_of,
    replacements,
)

RULE = Rule("X101", "replacement-one-sided", Severity.ERROR, doc=__doc__)

_SAYS: dict[Role, str] = {
    "replaces": "thay thế kế hoạch này",
    "replaced_by": "bị kế hoạch này thay thế",
}


def check_library(library: Library) -> Iterator[Finding]:
    """Report every plan that does not cite back a plan that it replaces or gives way to."""
    for one in replacements(library):
        if not _is_answered(library, one):
            yield _finding(one, library.registry)


def _is_answered(library: Library, one: Replacement) -> bool:
    role = OPPOSITE[one.role]
    meant = [plan_of(library, one.cited, role, c) for c in citations(one.cited, role)]
    unrecognised = one.citing.meta.number is None and None in meant
    return unrecognised or any(plan is not None and plan.id == one.citing.id for plan in meant)


def _finding(one: Replacement, registry: Registry) -> Finding:
    role = OPPOSITE[one.role]
    number = one.citing.meta.number
    wanted = f"có số «{number}»" if number else f"là kế hoạch {plan_name(one.citing, registry)}"
    return Finding(
        RULE,
        path_in(one.cited, "plan", role),
        f"Kế hoạch {plan_name(one.citing, registry)} ghi là {_SAYS[one.role]}, nhưng khóa {role} ở đây không "
        "ghi kế hoạch đó.",
        f"Thêm vào {role} văn bản {wanted}, mã lấy trong plans/registry/documents.yaml; nếu kế "
        f"hoạch kia dẫn nhầm văn bản «{one.document}» thì sửa khóa {one.role} ở kế hoạch kia.",
    )
