"""Table `tasks`: one row a task of an annex, with agencies and schedule read from its cells."""

from collections.abc import Iterator

from generator.model import Plan, Task
from generator.model.anchors import AnnexRow, annex_rows
from generator.model.derived import task_reading
from generator.tables.common import (
    ADDRESS,
    ANNEX_ID,
    NOTE,
    PLACE,
    PLAN_ID,
    ROW,
    TO_ANNEX,
    TO_PLAN,
    address,
)
from generator.tables.spec import (
    ColumnSpec,
    Table,
    TableInput,
    TableRow,
    join,
    slugs,
    text,
    year,
)

COLUMNS = (
    PLAN_ID,
    ANNEX_ID,
    text("code", "Số thứ tự của nhiệm vụ như in.", required=True),
    text("group_code", "Ký hiệu của nhóm gần nhất chứa nhiệm vụ, như in."),
    text("title", "Tên nhiệm vụ, nguyên văn cả ô.", required=True),
    slugs("lead_ids", "Mã các cơ quan chủ trì, đọc từ ô in trong văn bản, xem bảng agencies."),
    slugs("coordinator_ids", "Mã các cơ quan phối hợp, đọc từ ô in, xem bảng agencies."),
    text("lead_text", "Ô cơ quan chủ trì, nguyên văn."),
    text("coordinator_text", "Ô cơ quan phối hợp, nguyên văn."),
    text("schedule_text", "Thời gian thực hiện, nguyên văn."),
    year("start", "Năm bắt đầu, đọc từ schedule_text; có schedule_note thì là ghi tay."),
    year("end", "Năm kết thúc, đọc từ schedule_text; có schedule_note thì là ghi tay."),
    ColumnSpec("due", "date", "Hạn hoàn thành, khi văn bản cho phép xác định đến ngày."),
    text("recurrence", "Chu kỳ lặp lại, khi nhiệm vụ làm định kỳ."),
    text("condition", "Điều kiện mà thời hạn phụ thuộc."),
    text("remark", "Ô ghi chú, nguyên văn."),
    ROW,
    ColumnSpec("group_path", "list", "Ký hiệu mọi nhóm chứa nhiệm vụ, từ ngoài vào trong."),
    text("result", "Ô sản phẩm, kết quả, nguyên văn."),
    text("agency_remark", "Lời trong ngoặc ở ô cơ quan chủ trì, phối hợp."),
    text("schedule_note", "Vì sao thời gian được ghi tay, khi câu chữ không đủ rõ."),
    PLACE,
    ADDRESS,
    NOTE,
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for annex_id, annex in plan.annexes.items():
            for row in annex_rows(annex_id, annex):
                if isinstance(row.item, Task):
                    yield _row(data, plan, annex_id, row, row.item)


def _row(data: TableInput, plan: Plan, annex_id: str, row: AnnexRow, task: Task) -> TableRow:
    annex = plan.annexes[annex_id]
    reading = task_reading(data.reader, annex, row.groups, task)
    when = reading.schedule
    codes = tuple(group.group for group in row.groups)
    return (
        plan.id,
        annex_id,
        task.task,
        codes[-1] if codes else None,
        task.title,
        join(reading.leads),
        join(reading.coordinators),
        task.lead,
        task.coordinators,
        reading.schedule_text,
        when.start if when else None,
        when.end if when else None,
        when.due if when else None,
        when.recurrence if when else None,
        when.condition if when else None,
        task.remark,
        row.number,
        join(codes),
        task.result,
        reading.remark or None,
        task.schedule_as.note if task.schedule_as else None,
        annex.place,
        address(plan, "nhiem-vu/", row.anchor),
        task.note,
    )


TABLE = Table(
    name="tasks",
    title="Nhiệm vụ",
    description="Mỗi dòng là một nhiệm vụ trong một phụ lục, đúng thứ tự in. Ô nguyên văn nằm "
    "cạnh phần đọc được từ ô đó.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "annex_id", "row"),
    foreign_keys=(TO_PLAN, TO_ANNEX),
)
