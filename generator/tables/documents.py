"""Table `documents`: the registry of legal documents that plans cite."""

from collections.abc import Iterator

from generator.tables.common import NOTE
from generator.tables.spec import ColumnSpec, Table, TableInput, TableRow, join, key, text

COLUMNS = (
    key("id", "Mã văn bản, dùng chung cho mọi kế hoạch."),
    text("kind", "Loại văn bản: Luật, Nghị quyết, Quyết định.", required=True),
    text("number", "Số, ký hiệu như in; luật có thể không ghi số."),
    text("title", "Trích yếu, nguyên văn.", required=True),
    text("issuer", "Cơ quan ban hành, như in."),
    ColumnSpec("issued_on", "date", "Ngày ban hành."),
    ColumnSpec("aliases", "list", "Các cách viết khác của số, ký hiệu gặp trong văn bản."),
    NOTE,
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for document_id, document in data.library.registry.documents.items():
        yield (
            document_id,
            document.kind,
            document.number,
            document.title,
            document.issuer,
            document.issued_on,
            join(document.aliases),
            document.note,
        )


TABLE = Table(
    name="documents",
    title="Văn bản được viện dẫn",
    description="Mỗi dòng là một văn bản mà các kế hoạch viện dẫn, thực hiện hoặc thay thế.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("id",),
)
