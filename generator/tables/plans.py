"""Table `plans`: one row a plan."""

from collections.abc import Iterator
from typing import get_args

from generator.model import Citation, Plan
from generator.model.plan import PlanKind
from generator.tables.common import ADDRESS, PLAN_ID, address
from generator.tables.spec import (
    ColumnSpec,
    Constraints,
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

COLUMNS = (
    ColumnSpec(
        "plan_id",
        "string",
        PLAN_ID.description,
        Constraints(required=True, unique=True, pattern=PLAN_ID.constraints.pattern),
    ),
    slug("province_id", "Mã tỉnh, thành phố, xem bảng provinces.", required=True),
    text("number", "Số, ký hiệu văn bản như in; trống khi văn bản để trống."),
    choice(
        "kind",
        "Loại văn bản: de-an (đề án), ke-hoach (kế hoạch), nghi-quyet (nghị quyết), "
        "chuong-trinh (chương trình).",
        get_args(PlanKind),
    ),
    text("title", "Tên đầy đủ của văn bản, nguyên văn.", required=True),
    slug("issuer", "Mã cơ quan ban hành, xem bảng agencies.", required=True),
    text("signer", "Họ và tên người ký như in."),
    ColumnSpec("issued_on", "date", "Ngày ban hành."),
    year("period_start", "Năm đầu của giai đoạn kế hoạch.", required=True),
    year("period_end", "Năm cuối của giai đoạn kế hoạch.", required=True),
    year("vision_year", "Năm tầm nhìn, nếu văn bản nêu."),
    slugs("replaces", "Mã các văn bản bị kế hoạch này thay thế, xem bảng documents."),
    text("short_title", "Tên ngắn do người biên tập đặt.", required=True),
    text("signer_role", "Chức vụ của người ký như in."),
    ColumnSpec("effective_on", "date", "Ngày có hiệu lực."),
    text("summary", "Tóm tắt kế hoạch bằng lời của người biên tập.", required=True),
    slugs("implements", "Mã các văn bản mà kế hoạch này thực hiện, xem bảng documents."),
    slugs("replaced_by", "Mã các văn bản thay thế kế hoạch này, xem bảng documents."),
    text("source", "Bản nào của văn bản đã được mã hóa.", required=True),
    text("source_url", "Địa chỉ của văn bản nguồn, nếu có."),
    ADDRESS,
    ColumnSpec("previous_ids", "list", "Các mã cũ của kế hoạch này."),
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    return (_row(plan) for plan in data.library.plans)


def _row(plan: Plan) -> TableRow:
    meta = plan.meta
    return (
        plan.id,
        plan.province_id,
        meta.number,
        meta.kind,
        meta.title,
        meta.issuer,
        meta.signer.name if meta.signer else None,
        meta.issued_on,
        meta.period.start,
        meta.period.end,
        meta.vision_year,
        _documents(meta.replaces),
        meta.short_title,
        meta.signer.role if meta.signer else None,
        meta.effective_on,
        meta.summary,
        join(meta.implements),
        _documents(meta.replaced_by),
        meta.source.description,
        meta.source.url,
        address(plan, ""),
        join(meta.previous_ids),
    )


def _documents(citations: tuple[Citation, ...]) -> str | None:
    return join(tuple(citation.document for citation in citations))


TABLE = Table(
    name="plans",
    title="Kế hoạch",
    description="Mỗi dòng là một kế hoạch, đề án, nghị quyết hoặc chương trình của một tỉnh.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id",),
    foreign_keys=(
        ForeignKey(("province_id",), "provinces", ("id",)),
        ForeignKey(("issuer",), "agencies", ("id",)),
    ),
)
