"""Table `units`: the registry of units of measure and of money."""

from collections.abc import Iterator

from generator.model import Unit
from generator.tables.spec import (
    Table,
    TableInput,
    TableRow,
    choice,
    count,
    key,
    text,
    words_of,
)

COLUMNS = (
    key("id", "Mã đơn vị tính."),
    text("name", "Tên đơn vị, viết sau con số.", required=True),
    choice(
        "kind",
        "money: tiền; percent: phần trăm; rank: thứ hạng; count: số đếm; score: điểm; "
        "rate: tỷ suất; text: lời văn.",
        words_of(Unit, "kind"),
    ),
    count("factor_vnd", "Đơn vị tiền: bằng bao nhiêu đồng.", minimum=1),
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    for unit_id, unit in data.library.registry.units.items():
        yield unit_id, unit.name, unit.kind, unit.factor_vnd


TABLE = Table(
    name="units",
    title="Đơn vị tính",
    description="Mỗi dòng là một đơn vị đo hoặc đơn vị tiền.",
    columns=COLUMNS,
    build=_rows,
    primary_key=("id",),
)
