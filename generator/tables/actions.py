"""Table `actions`: groups and items of work that the prose tells, in print order."""

from collections.abc import Iterator

from generator.model import ActionGroup, ActionItem
from generator.tables.common import NOTE, PLAN_ID, TO_PLAN
from generator.tables.spec import Table, TableInput, TableRow, choice, count, slug, text

COLUMNS = (
    PLAN_ID,
    count("row", "Thứ tự của dòng trong kế hoạch, đếm từ 1.", required=True, minimum=1),
    choice("role", "group: nhóm; item: một nội dung công việc.", ("group", "item")),
    count("level", "Bậc: 1 là nhóm ngoài cùng.", required=True, minimum=1),
    slug("group_id", "Mã nhóm; ở dòng nội dung là mã của nhóm chứa nó.", required=True),
    slug("parent_id", "Mã nhóm lớn hơn chứa nhóm này."),
    text("code", "Số thứ tự như in."),
    text("title", "Tên nhóm hoặc nội dung công việc, nguyên văn; trống khi bản nguồn mất tên."),
    text("summary", "Tóm tắt bằng lời người biên tập."),
    text("place", "Chỗ trong văn bản; ở dòng nội dung là chỗ của nhóm chứa nó.", required=True),
    NOTE,
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        lines = (line for group in plan.actions.groups for line in _group(group, None, 1))
        for number, line in enumerate(lines, start=1):
            yield plan.id, number, *line


def _group(group: ActionGroup, parent_id: str | None, level: int) -> Iterator[TableRow]:
    """A group, then what it holds, in print order: its own items before its groups."""
    yield (
        "group",
        level,
        group.id,
        parent_id,
        group.code,
        group.title,
        group.summary,
        group.place,
        group.note,
    )
    yield from (_item(item, group, parent_id, level + 1) for item in group.items)
    for child in group.groups:
        yield from _group(child, group.id, level + 1)


def _item(item: ActionItem, group: ActionGroup, parent_id: str | None, level: int) -> TableRow:
    return (
        "item",
        level,
        group.id,
        parent_id,
        item.code,
        item.title,
        item.summary,
        group.place,
        item.note,
    )


TABLE = Table(
    name="actions",
    title="Nhiệm vụ, giải pháp trong lời văn",
    description="Mỗi dòng là một nhóm nhiệm vụ, giải pháp hoặc một nội dung công việc mà lời văn nêu.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "row"),
    foreign_keys=(TO_PLAN,),
)
