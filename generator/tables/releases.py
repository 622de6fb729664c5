"""What changed in the open data, version by version: the one place where it is told.

The first number of a version is that of the folder, `data/v1/`. Within it tables, columns and
keys are only added, so a reader of an older version reads every newer one: the second number
counts additions, the third one corrections of descriptions. A change that would break a reader
gets a folder of its own, and the old one is kept for a year.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the open data.

    Attributes:
        version: `1.1.0`.
        day: Day from which it is published.
        changes: What was added, a Vietnamese sentence each.
    """

    version: str
    day: date
    changes: tuple[str, ...]


RELEASES: tuple[Release, ...] = (
    Release(
        "1.2.0",
        date(2026, 11, 24),
        ("Thêm parquet/<bảng>/province_id=<tỉnh>/data.parquet: mỗi bảng chia theo tỉnh.",),
    ),
    Release(
        "1.1.0",
        date(2026, 11, 24),
        (
            "Thêm index.json: danh mục các kế hoạch, bảng và tệp.",
            "Thêm tables/<bảng>.json: mỗi bảng CSV nay có bản JSON, danh sách là mảng, ô trống là null.",
            "Thêm stratml/<tỉnh>/<kế hoạch>.xml theo StratML Part 2.",
            "Thêm openapi.json: mô tả máy đọc được của mọi địa chỉ; changelog.json: các thay đổi này.",
        ),
    ),
    Release(
        "1.0.0",
        date(2026, 11, 24),
        (
            "Bản đầu: các bảng CSV, kehoach.xlsx, datapackage.json, all.json và một tệp JSON cho mỗi "
            "kế hoạch.",
        ),
    ),
)
"""Newest first."""
