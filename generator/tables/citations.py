"""Table `citations`: which documents a plan rests on, carries out, replaces, gives way to."""

from collections.abc import Iterator

from generator.model import Citation, PlanMeta
from generator.tables.common import PLAN_ID, TO_PLAN
from generator.tables.spec import (
    ForeignKey,
    Table,
    TableInput,
    TableRow,
    choice,
    count,
    slug,
    text,
)

ROLES = ("legal-basis", "implements", "replaces", "replaced-by")

COLUMNS = (
    PLAN_ID,
    choice(
        "role",
        "legal-basis: căn cứ pháp lý; implements: văn bản mà kế hoạch thực hiện; replaces: văn "
        "bản bị kế hoạch thay thế; replaced-by: văn bản thay thế kế hoạch.",
        ROLES,
    ),
    count("item", "Thứ tự trong văn bản, đếm từ 1 trong mỗi role.", required=True, minimum=1),
    slug("document_id", "Mã văn bản được viện dẫn, xem bảng documents.", required=True),
    text("code", "Số thứ tự in trước căn cứ này."),
    text("place", "Chỗ viện dẫn trong văn bản."),
    text("text", "Nguyên văn lời viện dẫn, khi khác với số, ngày và tên ở bảng documents."),
)


def citations(meta: PlanMeta) -> Iterator[tuple[str, int, Citation]]:
    """Every citation of a plan.

    Args:
        meta: The plan's card.

    Yields:
        Role, position from 1 within the role, and the citation.
    """
    implements = tuple(Citation(document=document) for document in meta.implements)
    lists = (meta.legal_bases, implements, meta.replaces, meta.replaced_by)
    for role, cited in zip(ROLES, lists, strict=True):
        for number, citation in enumerate(cited, start=1):
            yield role, number, citation


def _rows(data: TableInput) -> Iterator[TableRow]:
    for plan in data.library.plans:
        for role, number, cited in citations(plan.meta):
            yield plan.id, role, number, cited.document, cited.code, cited.place, cited.text


TABLE = Table(
    name="citations",
    title="Viện dẫn",
    description="Mỗi dòng là một lần một kế hoạch viện dẫn một văn bản.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("plan_id", "role", "item"),
    foreign_keys=(TO_PLAN, ForeignKey(("document_id",), "documents", ("id",))),
)
