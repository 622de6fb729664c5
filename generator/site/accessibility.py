"""Mends what hand-written pages lack for people who use a keyboard or a screen reader."""

import re
from itertools import count

_BARE_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_ALIGNED = re.compile(r" style=\"text-align: (left|center|right);\"")
_FRAME = (
    '<div class="kh-scroll" role="region" tabindex="0" aria-label="{name} {number}">'
    '<table class="kh-table">{rows}</table></div>'
)


def reachable_tables(html: str, name: str = "Bảng") -> str:
    """Put each table of a hand-written page into a frame that scrolls by keyboard.

    Columns that Markdown aligns by a style, which the policy forbids, are aligned by a class.

    Args:
        html: The rendered body of a hand-written page.
        name: The word for a table in the page's language; a number follows it.

    Returns:
        The body with its bare tables framed.
    """
    numbers = count(1)

    def framed(table: re.Match[str]) -> str:
        return _FRAME.format(name=name, number=next(numbers), rows=table[1])

    return _ALIGNED.sub(_alignment, _BARE_TABLE.sub(framed, html))


def _alignment(style: re.Match[str]) -> str:
    return ' class="kh-num"' if style[1] == "right" else ""
