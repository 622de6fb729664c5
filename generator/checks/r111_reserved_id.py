"""Mã trùng với một địa chỉ mà trang đã dùng.

Mã của tỉnh và mã của khái niệm so sánh là một phần địa chỉ trang. Vài từ ở chỗ đó đã là tên của các
trang chung, như lịch, cơ quan, so sánh.

Vì sao: tỉnh mang mã «lich» sẽ nằm đúng chỗ của trang lịch, và một trong hai trang mất.

Cách sửa: đặt mã khác, ví dụ thêm năm: «lich-2025».
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Rule, Severity
from generator.model import Registry

RULE = Rule("R111", "reserved-id", Severity.ERROR, doc=__doc__)

PROVINCES = frozenset(
    {
        *("assets", "co-quan", "data", "dev", "du-lieu", "huong-dan", "kiem-tra", "lich"),
        *("quan-tri", "so-sanh", "thay-doi", "tim-kiem", "tinh"),
    }
)
"""What stands at the top of a site, or beside the calendars of provinces."""

CONCEPTS = frozenset({"ke-hoach"})
"""What stands beside the comparisons of concepts."""


def check_registry(registry: Registry) -> Iterator[Finding]:
    """Report every id that is the address of a page about everything."""
    for part, ids, reserved in (
        ("provinces", registry.provinces, PROVINCES),
        ("concepts", registry.concepts, CONCEPTS),
    ):
        for one in ids:
            if one in reserved:
                yield Finding(
                    RULE,
                    (f"registry/{part}", part, one),
                    f"Mã «{one}» trùng với địa chỉ một trang chung của trang web.",
                    "Đặt một mã khác, ví dụ thêm năm ở cuối.",
                )
