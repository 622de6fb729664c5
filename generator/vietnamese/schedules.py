"""Reading of the time of a task: the cell of a task table, or the words within a title.

The printed text is the record; what is read here is derived from it. The reader is strict: a
text with a figure of a date or year, or with words beside it, that it cannot account for, a day that is not in the
calendar or a span that runs backwards is not read at all, so that someone looks at it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from generator.vietnamese.moments import Moment, find_moments, find_part_of_year
from generator.vietnamese.recurrences import take_recurrences
from generator.vietnamese.schedule_words import OFFICIAL_ACT, stray_words
from generator.vietnamese.text import normalise_spaces


@dataclass(frozen=True, slots=True)
class ScheduleReading:
    """What the printed time of a task says.

    Attributes:
        start: First year; None when the text gives none.
        end: Last year; None when the text gives none or leaves the end open.
        due: Day by which it is done: the day printed, or the last day of the month, quarter or
            half-year printed; the last of several.
        recurrence: The cycle, `hằng năm`, or as printed where no short form says the same.
        condition: What the time hangs on, as printed: "sau khi có hướng dẫn của Bộ Nội vụ".
    """

    start: int | None = None
    end: int | None = None
    due: date | None = None
    recurrence: str | None = None
    condition: str | None = None


_DASH: Final = r"[-\u2010-\u2015\u2212]+"
_TIME_AHEAD: Final = (
    r"(?:hoàn\s+thành|dự\s+kiến|phấn\s+đấu|chậm\s+nhất|trong|trước|từ|đến|giai\s+đoạn|năm|quý"
    r"|tháng|ngày|định\s+kỳ|hằng|hàng|mỗi|thường\s+xuyên)\b|(?:19|20)[0-9]{2}"
)
_CONDITION: Final = re.compile(
    rf"""(?<!\w)(?P<also>và\s+)?(?P<phrase>(?:
    (?:(?:ngay\s+)?sau\s+|trước\s+|kể\s+từ\s+|(?:cho\s+)?đến\s+)?khi\s(?=[^;]*{OFFICIAL_ACT})
    |sau\s+[0-9]+\s+(?:ngày|tháng|năm|tuần)\b|trong\s+(?:vòng|thời\s+hạn)\s
    |kể\s+từ\s+ngày\s+(?![0-9])
    |(?<!tiếp\s)(?:tùy\s+|căn\s+cứ\s+)?theo\s+(?!(?:từng\s+)?(?:năm|quý|tháng|tuần|định\s+kỳ)\b)
    |(?:tùy\s+thuộc|phụ\s+thuộc|căn\s+cứ)\s
    ).*?)\s*(?=;|,\s*(?:{_TIME_AHEAD})|[.,]?$)""",
    re.IGNORECASE | re.VERBOSE,
)
_CITATION: Final = re.compile(
    r"\b(?:(?i:số)\s+)?[0-9]+(?:/[0-9]{4})?[-/][A-ZĐ]\S*"
    r"(?:\s+(?i:ngày\s+[0-9]{1,2}(?:/|\s+tháng\s+)[0-9]{1,2}(?:/|\s+năm\s+)[0-9]{4}))?"
)
_OPEN: Final = re.compile(
    r"\btrở (?:đi|về sau)\b|\bvà (?:các|những) (?:năm )?(?:tiếp theo|kế tiếp|tiếp|sau|về sau)\b",
    re.IGNORECASE,
)
_TO: Final = rf"\s*(?:{_DASH}|(?:cho )?(?:đến|tới)(?: hết| cuối)?)\s*"
_RANGE: Final = re.compile(_TO, re.IGNORECASE)
_VISION: Final = re.compile(r"(?:tầm nhìn|định hướng)(?: đến| tới)?(?: hết)?\s*$", re.IGNORECASE)
_LEAD: Final = re.compile(
    r"(?<!\w)(?P<lead>từ|trước|sau|đến|tới)(?: (?:hết|cuối|đầu|giữa|giai đoạn))*\s*$",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(rf"\|+{_TO}\|+|\|+", re.IGNORECASE)
_UNREAD: Final = re.compile(
    rf"[0-9]{{4}}|[0-9]\s*/\s*[0-9]|(?:{_DASH}|\|)\s*[0-9]|[0-9]\s*(?:{_DASH}\s*)?\|"
    rf"|\|\s*(?:{_DASH}|đến)\s*(?:$|[;,)|]|nay\b)"
)
"""What is left of a year, a day or a range when everything understood is a bar."""


def _take_conditions(text: str) -> tuple[str | None, bool, str]:
    """Conditions, whether one goes on after a year ("2025 và theo …"), and the rest."""
    matches = list(_CONDITION.finditer(text))
    phrases = (match["phrase"] for match in matches)
    joined = "; ".join(phrase[:1].lower() + phrase[1:] for phrase in phrases)
    return joined or None, any(match["also"] for match in matches), _CONDITION.sub(" ; ", text)


@dataclass(frozen=True, slots=True)
class _Facts:
    """Years and days that one stretch of the text gives."""

    start: int | None = None
    end: int | None = None
    due: date | None = None


def _facts_of_range(first: Moment, last: Moment) -> _Facts:
    if first.last > last.last:
        raise ValueError(f"{first.first} - {last.last}")
    if last.fine:
        return _Facts(start=first.first.year, due=last.last)
    return _Facts(start=first.first.year, end=last.last.year)


def _facts_of_one(moment: Moment, before: str) -> _Facts:
    """Facts of a moment that is no range, after the words that stand before it."""
    if _VISION.search(before):
        return _Facts()
    match = _LEAD.search(before)
    lead = match["lead"].lower() if match else ""
    if lead == "từ":
        return _Facts(start=moment.first.year)
    if lead == "sau":
        return _Facts(start=(moment.last + timedelta(days=1)).year)
    if lead == "trước" and not moment.whole_day:
        day = moment.first - timedelta(days=1)
        return _Facts(due=day) if moment.fine else _Facts(end=day.year)
    if moment.fine:
        return _Facts(due=moment.last)
    return _Facts(start=None if lead else moment.first.year, end=moment.last.year)


def _facts(text: str, moments: Sequence[Moment]) -> list[_Facts]:
    """Facts of all moments, joining those that are two ends of a range."""
    facts: list[_Facts] = []
    done, i = 0, 0
    while i < len(moments):
        first = last = moments[i]
        if i + 1 < len(moments) and _RANGE.fullmatch(text[first.stop : moments[i + 1].begin]):
            i, last = i + 1, moments[i + 1]
        before = text[done : first.begin]
        facts.append(
            _facts_of_one(first, before) if first is last else _facts_of_range(first, last)
        )
        done, i = last.stop, i + 1
    return facts


def _without(text: str, moments: Sequence[Moment]) -> str:
    """The text with a bar in the place of each moment, as long as before."""
    for moment in moments:
        width = moment.stop - moment.begin
        text = text[: moment.begin] + "|" * width + text[moment.stop :]
    return text


def _read_times(text: str) -> tuple[_Facts, bool]:
    """Facts of a text without its conditions and cycles, and whether its end is open.

    Raises:
        ValueError: A figure cannot be accounted for.
    """
    text = _CITATION.sub(" ", text)
    moments = list(find_moments(text))
    facts = _facts(text, moments)
    years = {moment.first.year for moment in moments if not moment.fine}
    rest = _without(text, moments)
    parts = list(find_part_of_year(rest, years.pop() if len(years) == 1 else None))
    left = _JOINED.sub("|", _without(rest, parts))
    if unread := _UNREAD.search(left):
        raise ValueError(unread[0])
    if stray := stray_words(left):
        raise ValueError(stray)
    facts += _facts(rest, parts)
    starts = [fact.start for fact in facts if fact.start]
    ends = [fact.end for fact in facts if fact.end]
    dues = [fact.due for fact in facts if fact.due]
    merged = _Facts(min(starts, default=None), max(ends, default=None), max(dues, default=None))
    return merged, bool(_OPEN.search(text))


LONGEST: Final = 500
"""Characters of a time; the longest of the printed ones has 133, and reading takes their square."""


@lru_cache(maxsize=4096)
def read_schedule(text: str) -> ScheduleReading | None:
    """Read the printed time of a task.

    Spans and years in any dash and spacing, quarters, months, days, half-years, "từ … trở đi",
    "đến …", "trước …", cycles, conditions and their combinations. A vision year and the number and
    date of a cited document are no time of the task. "Trước ngày 30/6" is due on that day;
    "trước năm 2030" ends with 2029. A due day gives the last year when no span is printed.

    Args:
        text: The cell, or the words that `schedule_in_title` found.

    Returns:
        The reading; None when nothing can be read, or not all of it for certain, or the text is
        longer than any time.
    """
    if len(text) > LONGEST:
        return None
    line = normalise_spaces(unicodedata.normalize("NFC", text))
    condition, goes_on, rest = _take_conditions(line)
    recurrence, rest = take_recurrences(rest)
    try:
        facts, is_open = _read_times(rest)
    except ValueError:
        return None
    end = facts.end or (facts.due.year if facts.due else None)
    if is_open or (goes_on and not facts.due):
        end = None
    reading = ScheduleReading(facts.start, end, facts.due, recurrence, condition)
    return None if reading == ScheduleReading() else reading
