"""Hai mục dùng chung một mã (id).

Trong một kế hoạch, mã phải là duy nhất giữa các mục tiêu, giữa các chỉ tiêu, giữa các nhóm nhiệm
vụ, giải pháp, giữa các khoản tiền, giữa các mục trách nhiệm, và giữa các cột của một phụ lục.

Vì sao: mã là địa chỉ của mục trên trang và trong dữ liệu; hai mục chung mã thì một mục che mất mục
kia.

Cách sửa: đặt mã khác cho mục thêm sau. Không đổi mã của mục đã công bố.
"""

from collections.abc import Iterable, Iterator

from generator.checks._rows import part_of_annex
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import ActionGroup, Plan, Registry

RULE = Rule("R110", "duplicate-id", Severity.ERROR, doc=__doc__)

_Ids = Iterable[tuple[Path, str]]


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every id that an earlier item of the same kind already has."""
    del registry
    for kind, ids in _lists(plan):
        seen: set[str] = set()
        for path, one in ids:
            if one in seen:
                yield Finding(
                    RULE,
                    path,
                    f"Mã «{one}» đã dùng cho một {kind} ở phía trên.",
                    "Đặt một mã khác, chưa dùng trong danh sách này.",
                )
            seen.add(one)


def _lists(plan: Plan) -> Iterator[tuple[str, _Ids]]:
    yield "mục tiêu", _ids(("objectives", "objectives"), [o.id for o in plan.objectives.objectives])
    yield "chỉ tiêu", _ids(("indicators", "indicators"), [i.id for i in plan.indicators.indicators])
    yield "nhóm", _groups(("actions",), plan.actions.groups)
    yield "khoản", _ids(("budget", "statements"), [s.id for s in plan.budget.statements])
    yield (
        "mục trách nhiệm",
        _ids(("organisation", "duties"), [d.id for d in plan.organisation.duties]),
    )
    for annex_id, annex in plan.annexes.items():
        path = (part_of_annex(annex_id), "columns")
        yield "cột", _ids(path, [column.id for column in annex.columns])


def _ids(path: Path, ids: list[str]) -> _Ids:
    return [((*path, index, "id"), one) for index, one in enumerate(ids)]


def _groups(path: Path, groups: tuple[ActionGroup, ...]) -> Iterator[tuple[Path, str]]:
    for index, group in enumerate(groups):
        place = (*path, "groups", index)
        yield (*place, "id"), group.id
        yield from _groups(place, group.groups)
