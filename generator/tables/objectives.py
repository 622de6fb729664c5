"""Tables `objectives` and `stated_targets`: objectives, and the figures that their prose gives."""

from collections.abc import Iterator
from typing import get_args

from generator.model import Comparator
from generator.model.objectives import ObjectiveKind
from generator.tables.common import ADDRESS, NOTE, PLAN_ID, TO_INDICATOR, TO_PLAN, address
from generator.tables.spec import (
    ColumnSpec,
    ForeignKey,
    Table,
    TableInput,
    TableRow,
    choice,
    join,
    slug,
    slugs,
    text,
    year,
)

OBJECTIVE_ID = slug("objective_id", "Mã mục tiêu trong kế hoạch.", required=True)

COLUMNS = (
    PLAN_ID,
    OBJECTIVE_ID,
    choice(
        "kind",
        "viewpoint: quan điểm; general: mục tiêu chung; specific: mục tiêu, chỉ tiêu cụ thể.",
        get_args(ObjectiveKind),
    ),
    text("place", "Chỗ trong văn bản: phần, mục, điểm.", required=True),
    text("text", "Nội dung; cột wording cho biết là nguyên văn hay tóm tắt.", required=True),
    text("code", "Số thứ tự như in."),
    choice(
        "wording",
        "printed: nguyên văn; summary: tóm tắt bằng lời người biên tập.",
        ("printed", "summary"),
    ),
    slugs("indicator_ids", "Mã các chỉ tiêu mà mục tiêu này nêu, xem bảng indicators."),
    ADDRESS,
    NOTE,
)

STATED_COLUMNS = (
    PLAN_ID,
    OBJECTIVE_ID,
    slug("indicator_id", "Mã chỉ tiêu mà lời văn nhắc lại.", required=True),
    year("period_start", "Năm đầu mà con số trong lời văn nói tới.", required=True),
    year("period_end", "Năm cuối mà con số trong lời văn nói tới.", required=True),
    choice("comparator", "Kiểu so sánh, như trong bảng targets.", get_args(Comparator)),
    ColumnSpec("value", "number", "Con số trong lời văn, theo đơn vị của chỉ tiêu."),
    ColumnSpec("value_max", "number", "Số trên của khoảng, khi comparator là range."),
    text("text", "Nguyên văn cụm từ chứa con số.", required=True),
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for item in plan.objectives.objectives:
            yield (
                plan.id,
                item.id,
                item.kind,
                item.place,
                item.text,
                item.code,
                item.wording,
                join(item.indicators),
                address(plan, "muc-tieu/", item.id),
                item.note,
            )


def _stated_rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for item in plan.objectives.objectives:
            for stated in item.states:
                yield (
                    plan.id,
                    item.id,
                    stated.indicator,
                    stated.period.start,
                    stated.period.end,
                    stated.comparator,
                    stated.value,
                    stated.value_max,
                    stated.text,
                )


TABLE = Table(
    name="objectives",
    title="Quan điểm, mục tiêu",
    description="Mỗi dòng là một quan điểm, mục tiêu chung hoặc mục tiêu cụ thể trong lời văn.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "objective_id"),
    foreign_keys=(TO_PLAN,),
)

STATED_TABLE = Table(
    name="stated_targets",
    title="Con số trong lời văn mục tiêu",
    description="Mỗi dòng là một con số mà lời văn của mục tiêu nhắc lại cho một chỉ tiêu, "
    "để đối chiếu với bảng chỉ tiêu.",
    columns=STATED_COLUMNS,
    build=_stated_rows,
    foreign_keys=(
        TO_PLAN,
        ForeignKey(("plan_id", "objective_id"), "objectives", ("plan_id", "objective_id")),
        TO_INDICATOR,
    ),
)
