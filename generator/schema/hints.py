"""Says what to write instead of a text that is no id, no code or no day."""

import re
from calendar import monthrange

from generator.diagnostics import Path
from generator.vietnamese import slugify

_REGISTRIES = {
    "unit": ("units", "million-vnd (triệu đồng), percent (%)"),
    "concept": ("concepts", "pii"),
    "document": ("documents", "57-nq-tw-2024"),
    "implements": ("documents", "57-nq-tw-2024"),
    "issuer": ("agencies", "ubnd-tinh"),
    "area": ("provinces", "tay-ninh"),
}
"""Key whose value is an id of a registry, to the registry's file and an id in it."""

_QUOTES = "\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2032\u2033\u00b4`"
_DAY_LAST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"\s*([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\s*")
_DAY_IN_TEXT = re.compile(r"(?<![0-9/])([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?![0-9/])")
_EXAMPLE = "Viết năm-tháng-ngày: 2025-09-22"


def id_hint(path: Path) -> str:
    """Tell where an id is to be looked up.

    An id made from the name that was written would most likely not be in the registry.

    Args:
        path: Path of the value.

    Returns:
        The registry and an id in it; empty for a value that is no id of a registry.
    """
    key = next((key for key in reversed(path) if isinstance(key, str)), "")
    if key not in _REGISTRIES:
        return ""
    name, example = _REGISTRIES[key]
    return f"Dùng mã trong plans/registry/{name}.yaml, ví dụ {example}."


def slug_hint(text: str) -> str:
    """Propose an id made from a text."""
    slug = slugify(text)[:80].strip("-")
    return f"Viết: {slug}" if slug and slug != text else "Ví dụ: so-khoa-hoc-va-cong-nghe"


def quotes_in(text: str) -> str:
    """Quotes of any kind that a text holds, each once."""
    return "".join(dict.fromkeys(c for c in text if c in _QUOTES))


def without_quotes(text: str) -> str:
    """A text without the quotes of any kind."""
    return "".join(c for c in text if c not in _QUOTES).strip()


def quote_hint(text: str) -> str:
    """Name the quotes that an id, a number or a day holds; empty when it holds none."""
    quotes = quotes_in(text)
    if not quotes:
        return ""
    bare = without_quotes(text)
    wanted = f': "{bare}"' if bare else ""
    return (
        f"Dấu nháy {' '.join(quotes)} nằm trong giá trị: YAML chỉ hiểu dấu nháy thẳng đặt ở cả "
        f"hai đầu{wanted}."
    )


def date_hint(text: str) -> str:
    """Tell how to write a day, or why there is no such day.

    Args:
        text: What stands in the place of a day.

    Returns:
        The day as it has to be written; for an impossible one, what the calendar says.
    """
    if found := _DAY_LAST.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        return quote_hint(text) or _EXAMPLE
    return _no_such_day(year, month, day) or f"Viết năm-tháng-ngày: {year}-{month:02}-{day:02}"


def impossible_day(text: str) -> str:
    """Say why a day that a text names, `31/02/2026`, is in no calendar; empty when all are."""
    days = (tuple(map(int, found.groups())) for found in _DAY_IN_TEXT.finditer(text))
    return next((why for d, m, y in days if (why := _no_such_day(y, m, d))), "")


def _no_such_day(year: int, month: int, day: int) -> str:
    if not year:
        return "Không có năm 0; xem lại văn bản."
    if not 1 <= month <= 12:
        return f"Không có tháng {month}; xem lại văn bản."
    days = monthrange(year, month)[1]
    if not day:
        return "Không có ngày 0; xem lại văn bản."
    if day <= days:
        return ""
    return f"Tháng {month} năm {year} chỉ có {days} ngày; xem lại văn bản."
