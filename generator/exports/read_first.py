"""The workbook's first sheet: what is here, whose it is, what each column means."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.data import (
    DATA_VERSION,
    DESCRIPTION,
    LICENCE_TITLE,
    LICENCE_URL,
    TITLE,
    ExportInput,
)
from generator.tables import TABLES, TYPE_NAMES

SHEET = "Đọc trước"
WIDTHS = (22, 30, 16, 100)
"""Width of each column, in characters."""

_HOW_TO_READ = (
    "Chữ trong văn bản được chép nguyên văn; phần đọc ra từ lời văn nằm ở cột riêng bên cạnh.",
    "Ô trống: văn bản không nêu. Số 0: văn bản in số 0.",
    "Số tiền là số nguyên theo đơn vị ở cột unit; cột amount_vnd là số tiền quy ra đồng.",
    "Ở bảng budget, dòng total, group và task là các cấp khác nhau của cùng số tiền: không cộng "
    "lẫn với nhau.",
    "Mã, số thứ tự và ký hiệu là chữ, kể cả khi chỉ gồm chữ số.",
    "Danh sách nối bằng dấu «;». Dấu «;» nằm trong một mục được ghi «\\;».",
    "Số quá 15 chữ số và ngày trước tháng 3 năm 1900 được ghi bằng chữ, vì bảng tính làm sai "
    "các giá trị đó.",
    "Không ô nào là công thức. Dữ liệu dành cho lập trình nằm ở các tệp CSV, JSON và "
    "datapackage.json cùng thư mục.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet.

    Attributes:
        cells: Its texts, from the first column on.
        heading: Whether it heads the lines below it.
    """

    cells: tuple[str, ...]
    heading: bool = False


def lines(data: ExportInput) -> Iterator[Line]:
    """Write the sheet.

    Args:
        data: Checked plans.

    Yields:
        Its lines from top to bottom.
    """
    yield Line((TITLE,), heading=True)
    yield Line((DESCRIPTION,))
    yield Line(())
    yield from _provenance(data)
    yield Line(())
    yield Line(("Cách đọc",), heading=True)
    yield from (Line((sentence,)) for sentence in _HOW_TO_READ)
    yield Line(())
    yield from _sheets(data)
    yield Line(())
    yield from _dictionary()


def _provenance(data: ExportInput) -> Iterator[Line]:
    yield Line(("Giấy phép", f"{LICENCE_TITLE}: {LICENCE_URL}"))
    yield Line(("Phiên bản cấu trúc", DATA_VERSION))
    if data.data_date:
        yield Line(("Ngày của dữ liệu", data.data_date.isoformat()))
    if data.generated_from:
        yield Line(("Bản ghi trong git", data.generated_from))


def _sheets(data: ExportInput) -> Iterator[Line]:
    yield Line(("Trang tính", "Nội dung", "Số dòng", "Mỗi dòng là gì"), heading=True)
    for table in TABLES:
        count = str(len(data.frames[table.name]))
        yield Line((table.name, table.title, count, table.description))


def _dictionary() -> Iterator[Line]:
    yield Line(("Trang tính", "Cột", "Kiểu", "Ý nghĩa"), heading=True)
    for table in TABLES:
        for column in table.columns:
            kind = TYPE_NAMES[column.type]
            yield Line((table.name, column.name, kind, column.description))
