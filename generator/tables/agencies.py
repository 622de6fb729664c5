"""Table `agencies`: the registry of bodies that lead, coordinate, follow or issue."""

from collections.abc import Iterator

from generator.model import Agency
from generator.tables.common import NOTE
from generator.tables.spec import (
    ColumnSpec,
    Constraints,
    Table,
    TableInput,
    TableRow,
    choice,
    join,
    key,
    slugs,
    text,
    words_of,
)

COLUMNS = (
    key("id", "Mã cơ quan, dùng chung cho mọi tỉnh."),
    text("name", "Tên chuẩn.", required=True),
    choice(
        "kind",
        "government: cơ quan nhà nước; party: cơ quan Đảng; mass-organisation: Mặt trận, đoàn "
        "thể; armed-forces: lực lượng vũ trang; media: báo chí; commune: cấp xã; collective: "
        "tên gọi chung nhiều cơ quan; other: khác.",
        words_of(Agency, "kind"),
    ),
    ColumnSpec(
        "collective",
        "boolean",
        "true khi tên chỉ chung nhiều cơ quan: các sở, ngành.",
        Constraints(required=True),
    ),
    ColumnSpec("aliases", "list", "Các cách viết khác gặp trong văn bản."),
    slugs("predecessors", "Mã các cơ quan tiền thân."),
    NOTE,
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for agency_id, agency in data.library.registry.agencies.items():
        yield (
            agency_id,
            agency.name,
            agency.kind,
            agency.collective,
            join(agency.aliases),
            join(agency.predecessors),
            agency.note,
        )


TABLE = Table(
    name="agencies",
    title="Cơ quan",
    description="Mỗi dòng là một cơ quan hoặc một tên gọi chung nhiều cơ quan.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("id",),
)
