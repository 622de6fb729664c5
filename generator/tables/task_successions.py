"""Table `task_successions`: what became of each task in the plan that took the old one's place."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from generator.model import Plan
from generator.model.likeness import MatchedBy
from generator.model.succession import (
    ComparedTask,
    TaskStatus,
    TaskSuccession,
    compare_tasks,
    successions,
)
from generator.tables.common import PLAN_ID
from generator.tables.spec import (
    Cell,
    ColumnSpec,
    Constraints,
    ForeignKey,
    Table,
    TableInput,
    TableRow,
    choice,
    count,
    slug,
    text,
)

COLUMNS = (
    replace(PLAN_ID, name="old_plan_id", description="Mã kế hoạch bị thay thế, xem bảng plans."),
    slug("old_annex_id", "Mã phụ lục trong kế hoạch cũ; trống khi nhiệm vụ là mới."),
    text("old_code", "Số thứ tự của nhiệm vụ trong kế hoạch cũ, như in."),
    text("old_title", "Tên nhiệm vụ trong kế hoạch cũ, nguyên văn cả ô."),
    replace(PLAN_ID, name="new_plan_id", description="Mã kế hoạch thay thế, xem bảng plans."),
    slug("new_annex_id", "Mã phụ lục trong kế hoạch mới; trống khi nhiệm vụ không còn."),
    text("new_code", "Số thứ tự của nhiệm vụ trong kế hoạch mới, như in."),
    text("new_title", "Tên nhiệm vụ trong kế hoạch mới, nguyên văn cả ô."),
    choice(
        "status",
        "kept: vẫn còn, cùng tổng số tiền; changed-money: vẫn còn, tổng số tiền khác; dropped: "
        "không tìm thấy trong kế hoạch mới; added: không tìm thấy trong kế hoạch cũ. Văn bản không "
        "nói nhiệm vụ nào nối tiếp nhiệm vụ nào; đây là kết quả so tên, xem matched_by.",
        get_args(TaskStatus),
    ),
    count(
        "old_amount_vnd",
        "Tổng số tiền của nhiệm vụ trong kế hoạch cũ, quy ra đồng, gồm mọi nguồn vốn mà phụ lục "
        "in; trống khi văn bản không in số tiền.",
    ),
    count(
        "new_amount_vnd",
        "Tổng số tiền của nhiệm vụ trong kế hoạch mới, quy ra đồng, gồm mọi nguồn vốn mà phụ lục "
        "in; phụ lục chỉ in ngân sách nhà nước thì chỉ có phần đó. Trống khi văn bản không in số "
        "tiền.",
    ),
    ColumnSpec(
        "difference_vnd",
        "integer",
        "Số tiền mới trừ số tiền cũ, bằng đồng; trống khi một bên không có số tiền.",
    ),
    ColumnSpec(
        "similarity",
        "number",
        "Hai tên giống nhau tới mức nào, từ 0 đến 1, chữ càng hiếm càng nặng; 1 khi cùng tên. "
        "Trống khi không có cặp.",
        Constraints(minimum=0, maximum=1),
    ),
    choice(
        "matched_by",
        "same-title: hai tên giống hệt nhau sau khi bỏ dấu, chữ hoa, dấu câu, thời gian và tên "
        "tỉnh; close-title: hai tên gần giống. Trống khi không có cặp.",
        get_args(MatchedBy),
        required=False,
    ),
    count(
        "item",
        "Thứ tự trong hai kế hoạch ấy, đếm từ 1: theo kế hoạch cũ, rồi tới nhiệm vụ mới.",
        required=True,
        minimum=1,
    ),
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    plans = {plan.id: plan for plan in data.library.plans}
    for pair in successions(data.library):
        old, new = plans[pair.predecessor], plans[pair.successor]
        compared = compare_tasks(old, new, data.library.registry)
        for item, one in enumerate(compared, start=1):
            yield _row(old, new, item, one)


def _row(old: Plan, new: Plan, item: int, one: TaskSuccession) -> TableRow:
    return (
        old.id,
        *_task(one.old),
        new.id,
        *_task(one.new),
        one.status,
        one.old.amount_vnd if one.old else None,
        one.new.amount_vnd if one.new else None,
        one.difference_vnd,
        one.similarity,
        one.matched_by,
        item,
    )


def _task(task: ComparedTask | None) -> tuple[Cell, Cell, Cell]:
    return (task.annex_id, task.code, task.title) if task else (None, None, None)


TABLE = Table(
    name="task_successions",
    title="Nhiệm vụ nối tiếp giữa hai kế hoạch",
    description="Mỗi dòng là một nhiệm vụ của một kế hoạch bị thay thế và nhiệm vụ nối tiếp nó "
    "trong kế hoạch thay thế, ghép theo tên; hoặc một nhiệm vụ chỉ có ở một bên.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("old_plan_id", "new_plan_id", "item"),
    foreign_keys=(
        ForeignKey(("old_plan_id",), "plans", ("plan_id",)),
        ForeignKey(("new_plan_id",), "plans", ("plan_id",)),
    ),
)
