"""Open data: what can be downloaded, under which licence, and what every column means."""

from collections.abc import Iterator

from generator.pages.addresses import DATA, FILES
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import HOME_CRUMB, Crumb
from generator.tables import TABLES
from generator.tables.releases import RELEASES

TYPES = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số thập phân",
    "boolean": "đúng hoặc sai",
    "date": "ngày (năm-tháng-ngày)",
    "year": "năm",
    "list": "danh sách, ngăn bằng dấu chấm phẩy",
}
"""Types of columns in words."""


def pages(data: SiteData) -> Iterator[Page]:
    """The page of open data."""
    yield make_page(
        DATA,
        "open_data.html",
        "Dữ liệu mở",
        "Tải toàn bộ dữ liệu kế hoạch của các tỉnh: CSV, JSON, Excel, kèm mô tả từng cột.",
        crumbs=(HOME_CRUMB, Crumb("Dữ liệu mở")),
        tables=TABLES,
        types=TYPES,
        files=FILES,
        releases=RELEASES,
        plans=data.library.plans,
    )
