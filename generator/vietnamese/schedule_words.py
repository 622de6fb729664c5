"""Words that stand beside a year in the time of a task, and acts that a condition waits for."""

import re
from typing import Final

OFFICIAL_ACT: Final = (
    r"\b(?:có|được|đủ|ban\s+hành|phê\s+duyệt|thông\s+qua|quyết\s+định|hoàn\s+thành|hoàn\s+thiện"
    r"|hướng\s+dẫn|quy\s+định|giao|bố\s+trí|cấp|thành\s+lập|triển\s+khai|thực\s+hiện|kết\s+thúc"
    r"|phát\s+sinh|yêu\s+cầu|đề\s+nghị|hết\s+hiệu\s+lực|ký|công\s+bố|sửa\s+đổi|thay\s+thế|trình"
    r"|phân\s+bổ|vận\s+hành|hoạt\s+động|xây\s+dựng|tổ\s+chức|báo\s+cáo|nghiệm\s+thu|tổng\s+kết"
    r"|sơ\s+kết|rà\s+soát|bắt\s+đầu|khởi\s+công|bàn\s+giao|đánh\s+giá|thí\s+điểm|đầu\s+tư)\b"
)
"""Verbs of official use."""

_SYLLABLES: Final = (
    "năm quý tháng ngày tuần giai đoạn thời kỳ gian hạn thành trong từ đến tới nay hết cuối đầu giữa trước "
    "sau vào và các những tiếp theo kế về trở đi cho của khoảng dự kiến phấn đấu chậm nhất tầm nhìn "
    "định hướng chính thức sáu hoặc cả riêng"
)
_TIME: Final = frozenset(_SYLLABLES.split())
"""Syllables of which the time itself is made up."""

_CLAUSE: Final = re.compile(r"[;,()\[\]]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_BESIDE: Final = re.compile(r"([^\W\d_]+)\W*$")
_ACT: Final = re.compile(OFFICIAL_ACT, re.IGNORECASE)
_ENDS_IN_ACT: Final = re.compile(rf"{OFFICIAL_ACT}\W*$", re.IGNORECASE)


def stray_words(text: str) -> str:
    """Find words beside a year that belong neither to the time nor to an official act.

    Args:
        text: A time in NFC with a bar in the place of each year, day, month or quarter.

    Returns:
        The first clause with a bar that has such words, like "Nằm |"; empty when there is none.
    """
    clauses = (clause.strip() for clause in _CLAUSE.split(text) if "|" in clause)
    return next((clause for clause in clauses if _is_stray(clause)), "")


def _is_stray(clause: str) -> bool:
    if all(word.lower() in _TIME for word in _WORD.findall(clause)):
        return False
    return not _ACT.search(clause) or any(map(_leads_astray, clause.split("|")[:-1]))


def _leads_astray(before: str) -> bool:
    """Whether the word right before a year is neither of time nor the end of an act."""
    word = _BESIDE.search(before)
    if word is None or word[1].lower() in _TIME:
        return False
    return not _ENDS_IN_ACT.search(before)
