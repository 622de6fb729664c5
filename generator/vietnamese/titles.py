"""Finding the time of a task within its title, in tables that have no column for it."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from generator.vietnamese.schedules import ScheduleReading, read_schedule
from generator.vietnamese.text import normalise_spaces

_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_YEAR: Final = r"(?:19[4-9][0-9]|20[0-9]{2}|2100)"
_SPAN_AT_END: Final = re.compile(
    rf"""(?<=\s)(?P<span>{_YEAR}\s*[-\u2010-\u2015]\s*{_YEAR}
    (?:\s*[;,]\s*(?:hoàn\s+thành|dự\s+kiến|phấn\s+đấu|định\s+kỳ|mỗi\s+năm|hằng\s+năm|hàng\s+năm)
       \b[^()]*?)?
    )\s*\.?$""",
    re.IGNORECASE | re.VERBOSE,
)
_PART_OF_NAME: Final = re.compile(
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|niên khóa|khóa|các năm|năm|từ|đến|trung hạn)\s*$",
    re.IGNORECASE,
)
"""Words after which a span belongs to the name of what is done, not to its time."""


def _tells_time(reading: ScheduleReading | None) -> bool:
    """Whether there is a year, a day or a cycle; a condition alone may be about anything."""
    return reading is not None and bool(reading.start or reading.end or reading.recurrence)


@lru_cache(maxsize=4096)
def schedule_in_title(title: str) -> str | None:
    """Find the words of a title that tell the time of the task.

    They are the last bracketed words that hold a year or a cycle, "(2025 - 2030, mỗi năm ít nhất
    2 lần)"; without such brackets, a bare span of years at the very end, "… của tỉnh 2026 - 2030",
    which "; hoàn thành …" may follow. Not a span that belongs to a name: "giai đoạn 2025 - 2030",
    "tầm nhìn đến năm 2040", "đến năm 2030".

    Args:
        title: Title of the task as printed.

    Returns:
        The words, without brackets, that `read_schedule` reads; None when there are none.
    """
    line = normalise_spaces(unicodedata.normalize("NFC", title))
    for match in reversed(list(_BRACKETS.finditer(line))):
        words = match[1].strip()
        if _tells_time(read_schedule(words)):
            return words
    match_at_end = _SPAN_AT_END.search(line)
    if match_at_end is None or _PART_OF_NAME.search(line[: match_at_end.start()]):
        return None
    return match_at_end["span"] if read_schedule(match_at_end["span"]) else None
