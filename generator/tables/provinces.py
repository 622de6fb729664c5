"""Table `provinces`: the registry of provinces, each as it stood over a span of time."""

from collections.abc import Iterator

from generator.model import Province
from generator.tables.common import NOTE
from generator.tables.spec import (
    ColumnSpec,
    ForeignKey,
    Table,
    TableInput,
    TableRow,
    choice,
    join,
    key,
    slug,
    slugs,
    text,
    words_of,
)

COLUMNS = (
    key("id", "Mã tỉnh, thành phố."),
    text("name", "Tên, không kèm chữ tỉnh hay thành phố.", required=True),
    choice("kind", "Tỉnh hay thành phố trực thuộc trung ương.", words_of(Province, "kind")),
    text("code", "Mã đơn vị hành chính chính thức."),
    ColumnSpec("valid_from", "date", "Ngày đơn vị này hình thành."),
    ColumnSpec("valid_to", "date", "Ngày cuối cùng đơn vị này tồn tại; trống khi còn tồn tại."),
    slugs("predecessors", "Mã các đơn vị trước sáp nhập."),
    slug("document_id", "Mã văn bản quy định việc thành lập, sáp nhập, xem bảng documents."),
    NOTE,
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for province_id, province in data.library.registry.provinces.items():
        yield (
            province_id,
            province.name,
            province.kind,
            province.code,
            province.valid_from,
            province.valid_to,
            join(province.predecessors),
            province.document,
            province.note,
        )


TABLE = Table(
    name="provinces",
    title="Tỉnh, thành phố",
    description="Mỗi dòng là một tỉnh hoặc thành phố, kể cả đơn vị trước sáp nhập.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("id",),
    foreign_keys=(ForeignKey(("document_id",), "documents", ("id",)),),
)
