"""Hai mục cùng một số thứ tự.

Trong một phụ lục, hai nhiệm vụ không được cùng số thứ tự, hai nhóm không được cùng ký hiệu; các căn
cứ pháp lý và các nội dung công việc của một nhóm cũng vậy. Các chỉ tiêu của một danh sách cũng
vậy, trừ khi chúng cùng một chỗ trong văn bản (place): một mục của văn bản có thể nêu nhiều chỉ
tiêu. Không phân biệt chữ hoa và chữ thường.

Vì sao: số thứ tự là địa chỉ của nhiệm vụ trên trang; hai nhiệm vụ cùng số thì liên kết chỉ dẫn tới
được một.

Cách sửa: đối chiếu số thứ tự với văn bản. Nếu văn bản in trùng thì giữ nguyên và khai trong
waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._codes import numbered_lists
from generator.checks._numbering import Numbered
from generator.checks._text import KEEP_AS_PRINTED
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("D103", "duplicate-code", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every code that an earlier item of the same list already has."""
    del registry
    for one in numbered_lists(plan):
        seen: dict[str, Numbered] = {}
        for item in one.items:
            first = seen.setdefault(item.code.lower(), item)
            if first is item or (item.place and item.place == first.place):
                continue
            yield Finding(
                RULE,
                item.path,
                f"Số thứ tự «{item.code}» của {one.kind} đã dùng ở phía trên.",
                KEEP_AS_PRINTED,
                addends=(first.path,),
            )
