"""Tables `duties` and `reports`: who does what, and who reports when."""

from collections.abc import Iterator

from generator.model import Duty, Plan
from generator.tables.common import NOTE, PLAN_ID, TO_PLAN
from generator.tables.spec import (
    ColumnSpec,
    Constraints,
    Table,
    TableInput,
    TableRow,
    count,
    join,
    slug,
    slugs,
    text,
)

COLUMNS = (
    PLAN_ID,
    slug("duty_id", "Mã mục trách nhiệm trong kế hoạch.", required=True),
    count("item", "Thứ tự của việc trong mục, đếm từ 1.", required=True, minimum=1),
    text("code", "Số thứ tự của mục như in."),
    slugs("agency_ids", "Mã các cơ quan được giao, đọc từ agency_text, xem bảng agencies."),
    text("agency_text", "Tên cơ quan như in.", required=True),
    text("text", "Việc được giao, tóm tắt bằng lời người biên tập.", required=True),
    ColumnSpec(
        "requested",
        "boolean",
        "true khi văn bản «đề nghị» chứ không giao.",
        Constraints(required=True),
    ),
    text("place", "Chỗ trong văn bản.", required=True),
    NOTE,
)

REPORT_COLUMNS = (
    PLAN_ID,
    count("item", "Thứ tự trong văn bản, đếm từ 1.", required=True, minimum=1),
    text("cycle", "Chu kỳ báo cáo như in.", required=True),
    text("from_text", "Ai báo cáo, nguyên văn."),
    text("to_text", "Báo cáo cho ai, nguyên văn."),
    ColumnSpec("days", "list", "Ngày báo cáo như in."),
    ColumnSpec("due", "list", "Ngày báo cáo cụ thể, năm-tháng-ngày, khi văn bản nêu đủ năm."),
    text("text", "Tóm tắt bằng lời người biên tập.", required=True),
    text("place", "Chỗ trong văn bản.", required=True),
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for duty in plan.organisation.duties:
            yield from _duty(data, plan, duty)


def _duty(data: TableInput, plan: Plan, duty: Duty) -> Iterator[TableRow]:
    named = data.reader.read(duty.agency)
    agency_ids = join(named.leads + named.coordinators)
    for number, work in enumerate(duty.summary, start=1):
        yield (
            plan.id,
            duty.id,
            number,
            duty.code,
            agency_ids,
            duty.agency,
            work,
            duty.requested,
            duty.place,
            duty.note,
        )


def _report_rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for number, report in enumerate(plan.organisation.reporting, start=1):
            yield (
                plan.id,
                number,
                report.cycle,
                report.from_,
                report.to,
                join(report.days),
                join(tuple(day.isoformat() for day in report.due)),
                report.text,
                report.place,
            )


TABLE = Table(
    name="duties",
    title="Trách nhiệm của từng cơ quan",
    description="Mỗi dòng là một việc mà văn bản giao hoặc đề nghị một hay nhiều cơ quan làm.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "duty_id", "item"),
    foreign_keys=(TO_PLAN,),
)

REPORT_TABLE = Table(
    name="reports",
    title="Chế độ báo cáo",
    description="Mỗi dòng là một chế độ báo cáo mà văn bản đặt ra.",
    columns=REPORT_COLUMNS,
    build=_report_rows,
    primary_key=("plan_id", "item"),
    foreign_keys=(TO_PLAN,),
)
