"""Rows of totals: how their labels begin, and which group a partial total is of."""

import re
from typing import Final

from generator.vietnamese import fold

LONGEST: Final = 80
"""Characters of a label; a task whose name begins with "Tổng" is longer."""

_LABEL: Final = re.compile(r"(tong cong|tong so|tong kinh phi|tong muc|cong|tong)\b")
_PART: Final = r"(?:[a-z]{1,4}|[0-9]{1,2})"
_ENDS: Final = re.compile(
    rf"[\s:.,;]*(?:\(?{_PART}(?:\s*[+=,]\s*{_PART})+\)?|chung|kinh phi|toan bang|ca bang)?[\s:.,;]*"
)
"""What may follow: a sum of groups such as `(I+II)`, or a few words."""

_OF_GROUP: Final = re.compile(
    r"(?:tong cong|tong so|tong|cong)(?: cua)?(?: kinh phi)? (?:muc|nhom|phan|chuong) ([ivxlca-z0-9.]+)\b[:.]?"
)


def is_total_label(text: str) -> bool:
    """Whether a text labels a row of totals: `Tổng`, `TỔNG CỘNG:`, `Cộng (I+II)`."""
    plain = fold(text)
    match = _LABEL.match(plain)
    if match is None or len(plain) > LONGEST:
        return False
    rest = plain[match.end() :]
    return bool(_ENDS.fullmatch(rest) or group_of_total(text))


def group_of_total(text: str) -> str | None:
    """Number of the group that a partial total is of, `II` in `Cộng mục II`; None for none."""
    match = _OF_GROUP.fullmatch(fold(text))
    return match[1].upper() if match else None
