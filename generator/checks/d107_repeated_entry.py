"""Một mục được ghi hai lần, giống nhau hoàn toàn.

Trong một danh sách không có mã riêng cho từng mục (hiện trạng và mục tiêu của một chỉ tiêu, con số
mà lời văn nhắc lại, căn cứ pháp lý, văn bản thay thế, chế độ báo cáo, ghi chú), hai mục không được
giống nhau mọi chữ mọi số. Căn cứ có số thứ tự thì đã có quy tắc D103.

Vì sao: chép một dòng hai lần là lỗi hay gặp khi nhập, và trang sẽ kể điều ấy hai lần. Đôi khi dòng
thứ hai lẽ ra là một dòng khác mà người nhập quên sửa, nên một con số đã bị mất.

Cách sửa: đối chiếu với văn bản. Nếu chép thừa thì xóa một mục; nếu lẽ ra là mục khác thì sửa lại
cho đúng. Nếu văn bản in lặp thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterable, Iterator

from generator.checks._text import quoted
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import (
    Citation,
    Note,
    Observation,
    Plan,
    Registry,
    Report,
    StatedTarget,
    Target,
)

RULE = Rule("D107", "repeated-entry", Severity.ERROR, doc=__doc__)

_Entry = Observation | Target | StatedTarget | Citation | Report | Note


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every entry that is the same as an earlier one of its list."""
    del registry
    for kind, path, entries in _lists(plan):
        seen: dict[_Entry, int] = {}
        for at, entry in enumerate(entries):
            first = seen.setdefault(entry, at)
            if first != at and not (isinstance(entry, Citation) and entry.code):
                yield Finding(
                    RULE,
                    (*path, at),
                    f"{kind} {quoted(_words(entry))} giống hệt mục thứ {first + 1} của danh sách này.",
                    "Xóa nếu chép thừa; nếu lẽ ra là mục khác thì sửa theo văn bản. Nếu văn bản in lặp "
                    "thì giữ nguyên và khai trong waivers.yaml.",
                    addends=((*path, first),),
                )


def _lists(plan: Plan) -> Iterator[tuple[str, Path, Iterable[_Entry]]]:
    """Every list whose entries are told apart by nothing but what they say."""
    for index, indicator in enumerate(plan.indicators.indicators):
        path = ("indicators", "indicators", index)
        yield "Hiện trạng", (*path, "baselines"), indicator.baselines
        yield "Mục tiêu", (*path, "targets"), indicator.targets
    for index, objective in enumerate(plan.objectives.objectives):
        yield "Con số", ("objectives", "objectives", index, "states"), objective.states
    meta = plan.meta
    yield "Căn cứ", ("plan", "legal_bases"), meta.legal_bases
    yield "Văn bản", ("plan", "replaces"), meta.replaces
    yield "Văn bản", ("plan", "replaced_by"), meta.replaced_by
    yield "Ghi chú", ("plan", "notes"), meta.notes
    yield "Chế độ báo cáo", ("organisation", "reporting"), plan.organisation.reporting


def _words(entry: _Entry) -> str:
    return entry.document if isinstance(entry, Citation) else entry.text
