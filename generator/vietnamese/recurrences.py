"""Cycles as Vietnamese documents print them: hằng năm, mỗi năm ít nhất 2 lần, 1 kỳ/tháng."""

import re
from typing import Final

_UNIT: Final = r"(?:năm|quý|tháng|tuần|ngày)"
_EVERY: Final = r"(?:hằng|hàng|mỗi|từng)"
_ONE: Final = r"(?:0?1|một)"
_COUNT: Final = r"(?:[0-9]+|một|hai|ba|bốn|năm|sáu)"
_TIMES: Final = r"(?:lần|kỳ|đợt|số|bài|tin|cuộc|buổi|lớp|khóa|phiên)"
_LEAST: Final = r"(?:ít nhất|tối thiểu|không quá|tối đa|khoảng|từ)"
_STOP: Final = r"(?=\s*(?:[;,.()]|$))"
_MORE: Final = rf"(?:(?:,|\s+và)\s+(?:{_COUNT}\s+)?{_UNIT}(?!\s*(?:[0-9]|IV\b|I{{1,3}}\b)))*"

_RECURRENCE: Final = re.compile(
    rf"""(?<!\w)(?:
    # trước ngày 15/12 hằng năm, tháng 12 hằng năm, quý IV hằng năm
    (?:định\s+kỳ\s+)?(?:(?:trước|vào|đến)\s+)?
        (?:(?:ngày\s+)?[0-3]?[0-9](?:\s*/\s*|\s+tháng\s+)[01]?[0-9]
           |tháng\s+[01]?[0-9]|quý\s+(?:IV|I{{1,3}}|[1-4])
           |ngày\s+[0-3]?[0-9]|(?:cuối|đầu|giữa))
        \s*,?\s+{_EVERY}\s+(?:năm|quý|tháng)
    # 6 tháng một lần, 6 tháng/lần
    |(?:định\s+kỳ\s+)?{_COUNT}\s+{_UNIT}\s*(?:/|(?:{_ONE}\s+))\s*{_TIMES}
    # định kỳ 3 tháng, 6 tháng, 1 năm
    |định\s+kỳ\s+{_COUNT}\s+{_UNIT}{_MORE}
    # 1 kỳ/tháng, ít nhất 2 lần mỗi năm
    |(?:định\s+kỳ\s+)?(?:{_LEAST}\s+)?{_COUNT}\s+{_TIMES}\s*
        (?:/|(?:mỗi|một|trong|trên)\s)\s*(?:{_COUNT}\s+)?{_UNIT}
    # mỗi năm ít nhất 2 lần, hằng năm tổ chức 1 đợt; hằng năm; hằng quý, 6 tháng và năm
    |(?:định\s+kỳ\s+)?(?:vào\s+)?{_EVERY}\s+{_UNIT}
        (?:\s+[^;,.()]*?{_COUNT}\s+{_TIMES}{_STOP}|{_MORE})
    # theo tháng, quý
    |(?:định\s+kỳ\s+)?theo\s+(?:từng\s+)?(?:{_UNIT}{_MORE}|định\s+kỳ){_STOP}
    |thường\s+xuyên(?:,?\s+liên\s+tục)?|liên\s+tục|định\s+kỳ
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_CANONICAL: Final = tuple(
    re.compile(rf"(?:định kỳ )?{form}", re.IGNORECASE)
    for form in (
        rf"(?:vào )?{_EVERY} (?P<unit>{_UNIT})(?: {_ONE} {_TIMES})?",
        rf"{_ONE} {_TIMES} ?(?:/|mỗi |một |trong )(?:{_ONE} )?(?P<unit>{_UNIT})",
        rf"{_ONE} (?P<unit>{_UNIT}) ?(?:/|{_ONE} ){_TIMES}",
        rf"(?:{_ONE} |theo (?:từng )?)(?P<unit>{_UNIT})",
    )
)


def _canonical(phrase: str) -> str:
    """`hằng năm` for every way to print once a year; else the phrase itself, lower case."""
    for form in _CANONICAL:
        match = form.fullmatch(phrase)
        if match:
            return f"hằng {match['unit'].lower()}"
    return phrase[:1].lower() + phrase[1:]


def take_recurrences(text: str) -> tuple[str | None, str]:
    """Take the cycles out of a text.

    Args:
        text: One line of text in NFC.

    Returns:
        The cycles, and the text with a semicolon where each was. A cycle is `hằng năm`, `hằng quý`,
        `hằng tháng`, `hằng tuần`, `hằng ngày` where it is told once a time, else as printed, lower
        case first. Different ones are joined by "; ". None when there is no cycle.
    """
    phrases = [_canonical(match[0]) for match in _RECURRENCE.finditer(text)]
    return "; ".join(dict.fromkeys(phrases)) or None, _RECURRENCE.sub(" ; ", text)
