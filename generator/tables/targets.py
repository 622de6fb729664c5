"""Table `targets`: one row a baseline or a target of an indicator."""

from collections.abc import Iterator
from typing import get_args

from generator.model import Comparator, Indicator, Observation, Plan, Target
from generator.tables.common import NOTE, PLAN_ID, TO_INDICATOR, TO_PLAN, TO_UNIT, UNIT
from generator.tables.spec import (
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
    year,
)

COLUMNS = (
    PLAN_ID,
    slug("indicator_id", "Mã chỉ tiêu, xem bảng indicators.", required=True),
    choice(
        "role",
        "baseline: hiện trạng trước kế hoạch; target: mục tiêu phải đạt.",
        ("baseline", "target"),
    ),
    year("period_start", "Năm đầu của kỳ đo hoặc kỳ mục tiêu.", required=True),
    year("period_end", "Năm cuối của kỳ; bằng period_start khi kỳ là một năm.", required=True),
    choice(
        "comparator",
        "Kiểu so sánh: =, >=, >, <=, <; range: trong khoảng từ value đến value_max; "
        "rank-within: trong nhóm value đơn vị dẫn đầu; qualitative: mục tiêu định tính.",
        get_args(Comparator),
    ),
    ColumnSpec("value", "number", "Giá trị theo đơn vị ở cột unit; trống khi định tính."),
    ColumnSpec("value_max", "number", "Số trên của khoảng, khi comparator là range."),
    UNIT,
    ColumnSpec(
        "per_year",
        "boolean",
        "true khi mục tiêu phải đạt trong từng năm của giai đoạn.",
        Constraints(required=True),
    ),
    text("text", "Nguyên văn trong ô hoặc trong câu.", required=True),
    slug(
        "area_id",
        "Mã tỉnh mà số liệu hiện trạng nói tới, khi không phải tỉnh của kế hoạch "
        "(tỉnh trước sáp nhập), xem bảng provinces.",
    ),
    count("rank", "Thứ hạng, khi ô hiện trạng in cả giá trị và thứ hạng.", minimum=1),
    count("rank_of", "Số đơn vị được xếp hạng.", minimum=1),
    NOTE,
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for indicator in plan.indicators.indicators:
            yield from (_baseline(plan, indicator, seen) for seen in indicator.baselines)
            yield from (_target(plan, indicator, target) for target in indicator.targets)


def _baseline(plan: Plan, indicator: Indicator, seen: Observation) -> TableRow:
    own = (False, seen.text, seen.area, seen.rank, seen.rank_of, seen.note)
    return (*_shared(plan, indicator, "baseline", seen), *own)


def _target(plan: Plan, indicator: Indicator, target: Target) -> TableRow:
    own = (target.per_year, target.text, None, None, None, target.note)
    return (*_shared(plan, indicator, "target", target), *own)


def _shared(plan: Plan, indicator: Indicator, role: str, item: Observation | Target) -> TableRow:
    return (
        plan.id,
        indicator.id,
        role,
        item.period.start,
        item.period.end,
        item.comparator,
        item.value,
        item.value_max,
        indicator.unit,
    )


TABLE = Table(
    name="targets",
    title="Hiện trạng và mục tiêu của chỉ tiêu",
    description="Mỗi dòng là một giá trị hiện trạng hoặc một mục tiêu của một chỉ tiêu trong một kỳ.",
    columns=COLUMNS,
    build=_rows,
    foreign_keys=(
        TO_PLAN,
        TO_INDICATOR,
        TO_UNIT,
        ForeignKey(("area_id",), "provinces", ("id",)),
    ),
)
