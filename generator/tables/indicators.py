"""Table `indicators`: one row an indicator."""

from collections.abc import Iterator
from typing import get_args

from generator.model import Better, Indicator, Plan
from generator.tables.common import ADDRESS, NOTE, PLAN_ID, TO_PLAN, TO_UNIT, UNIT, address
from generator.tables.spec import (
    ForeignKey,
    Table,
    TableInput,
    TableRow,
    choice,
    join,
    slug,
    slugs,
    text,
)

COLUMNS = (
    PLAN_ID,
    slug("indicator_id", "Mã chỉ tiêu trong kế hoạch.", required=True),
    text("code", "Số thứ tự như in.", required=True),
    text("name", "Tên chỉ tiêu, nguyên văn.", required=True),
    UNIT,
    text("theme", "Nhóm chỉ tiêu như văn bản chia."),
    slugs("owner_ids", "Mã các cơ quan theo dõi, đọc từ ô in trong văn bản, xem bảng agencies."),
    choice(
        "better",
        "higher: càng cao càng tốt; lower: càng thấp càng tốt; none: không có chiều.",
        get_args(Better),
    ),
    slug("concept_id", "Mã khái niệm chung giữa các tỉnh, xem bảng concepts."),
    text("place", "Chỗ trong văn bản: phần, mục, bảng, dòng.", required=True),
    text("owner_text", "Ô cơ quan theo dõi, nguyên văn."),
    text("not_comparable", "Vì sao không so sánh được với khái niệm cùng tên của tỉnh khác."),
    ADDRESS,
    NOTE,
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    return (
        _row(data, plan, indicator)
        for plan in data.library.plans
        for indicator in plan.indicators.indicators
    )


def _row(data: TableInput, plan: Plan, indicator: Indicator) -> TableRow:
    owner = data.reader.read(indicator.owner)
    return (
        plan.id,
        indicator.id,
        indicator.code,
        indicator.name,
        indicator.unit,
        indicator.theme,
        join(owner.leads + owner.coordinators),
        indicator.better,
        indicator.concept,
        indicator.place,
        indicator.owner,
        indicator.not_comparable,
        address(plan, "chi-tieu/", indicator.id),
        indicator.note,
    )


TABLE = Table(
    name="indicators",
    title="Chỉ tiêu",
    description="Mỗi dòng là một chỉ tiêu; giá trị hiện trạng và mục tiêu nằm ở bảng targets.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "indicator_id"),
    foreign_keys=(
        TO_PLAN,
        TO_UNIT,
        ForeignKey(("concept_id",), "concepts", ("id",)),
    ),
)
