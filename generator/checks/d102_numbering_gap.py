"""Số thứ tự bị nhảy.

Số thứ tự in trước mục tiêu, chỉ tiêu, nhiệm vụ, nhóm, căn cứ pháp lý, nội dung công việc và mục
trách nhiệm phải liên tục: 1, 2, 3; 1.1, 1.2; I, II, III; A, B; a, b. Mục tiêu và mục trách nhiệm
không có số có thể đứng thay cho các số còn thiếu ngay trước mục sau. Nhiệm vụ có thể đánh số xuyên
suốt qua các nhóm hoặc đánh lại từ 1 trong mỗi nhóm. Nhóm chỉ tiêu không bắt đầu từ 1 và không nối
tiếp nhóm trước thì coi là nhặt từ nhiều chỗ, và phần mà plan.yaml khai mới mã hóa một phần, thì
không kiểm tra. Số bị thiếu vì một dòng mang nhầm số của dòng khác thì chỉ quy tắc D103 báo.

Vì sao: số bị nhảy thường là một mục bị bỏ sót khi nhập, hoặc văn bản đã xóa một mục mà không đánh
số lại.

Cách sửa: tìm mục còn thiếu trong văn bản và bổ sung. Nếu văn bản in nhảy số thì giữ nguyên và khai
trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._codes import numbered_lists
from generator.checks._numbering import Gap, codes_text, find_gaps
from generator.checks._text import KEEP_AS_PRINTED
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("D102", "numbering-gap", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report numbers that are missing in lists that the record holds whole."""
    del registry
    for one in numbered_lists(plan):
        for gap in find_gaps(one.items) if one.whole else ():
            yield Finding(RULE, gap.item.path, _message(one.kind, gap), KEEP_AS_PRINTED)


def _message(kind: str, gap: Gap) -> str:
    after = f"sau «{gap.previous}»" if gap.previous else "ở đầu danh sách"
    fault = "đứng sai thứ tự, ở phía dưới" if gap.later else "không có"
    return (
        f"Số thứ tự của {kind}: {after} đến ngay «{gap.item.code}», {codes_text(gap.missing, gap.count)} "
        f"{fault}."
    )
