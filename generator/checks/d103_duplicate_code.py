"""Hai mục cùng một số thứ tự.

Trong một phụ lục, hai nhiệm vụ không được cùng số thứ tự, hai nhóm không được cùng ký hiệu; các căn
cứ pháp lý và các nội dung công việc của một nhóm cũng vậy. Các chỉ tiêu của một danh sách, các mục
tiêu cùng loại và các mục trách nhiệm cũng vậy, trừ khi chúng cùng một chỗ trong văn bản (place): một
mục của văn bản có thể nêu nhiều chỉ tiêu. Không phân biệt chữ hoa và chữ thường. Chỗ được báo là chỗ
không nối tiếp dãy số.

Vì sao: số thứ tự là địa chỉ của nhiệm vụ trên trang. Hai nhiệm vụ cùng số thì dòng in sau phải mang
địa chỉ thêm «-2», và địa chỉ ấy không còn khi số được sửa lại.

Cách sửa: đối chiếu số thứ tự với văn bản. Nếu văn bản in trùng thì giữ nguyên và khai trong
waivers.yaml.
"""

from collections.abc import Iterator, Sequence

from generator.checks._codes import NumberedList, numbered_lists
from generator.checks._numbering import Numbered, begins, goes_on, next_code
from generator.checks._text import KEEP_AS_PRINTED
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("D103", "duplicate-code", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every code that another item of the same list already has."""
    del registry
    for one in numbered_lists(plan):
        seen: dict[str, int] = {}
        for at, item in enumerate(one.items):
            first = one.items[seen.setdefault(item.code.lower(), at)]
            if first is item or (item.place and item.place == first.place):
                continue
            if _fits(one.items, at) and not _fits(one.items, seen[item.code.lower()]):
                yield _finding(one, seen[item.code.lower()], item, "phía dưới")
            else:
                yield _finding(one, at, first, "phía trên")


def _fits(items: Sequence[Numbered], at: int) -> bool:
    """Whether a code goes on from the one before or leads on to the one after it."""
    code = items[at].code
    after_previous = goes_on(items[at - 1].code, code) if at else begins(code)
    return after_previous or (at + 1 < len(items) and goes_on(code, items[at + 1].code))


def _finding(one: NumberedList, at: int, other: Numbered, where: str) -> Finding:
    item = one.items[at]
    expected = next_code(one.items[at - 1].code) if at else ""
    is_free = expected and expected not in {each.code for each in one.items}
    return Finding(
        RULE,
        item.path,
        f"Số thứ tự «{item.code}» của {one.kind} đã dùng ở {where}.",
        (f"Theo thứ tự thì ở đây là «{expected}». " if is_free else "") + KEEP_AS_PRINTED,
        addends=(other.path,),
    )
