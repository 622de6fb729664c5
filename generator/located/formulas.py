"""Texts that a spreadsheet would not show but carry out.

A program that opens a CSV file takes a cell that begins with one of a few signs for a formula. What
it can do then needs a function, or the name of another file or program. A text without either is at
worst shown wrongly, and lists in documents do begin with a dash.

Source: OWASP, CSV Injection: the signs, also in full width.
"""

import re

SIGNS = frozenset("=+-@＝＋－＠")
"""What a cell begins with that is taken for a formula."""

_CALL = re.compile(r"[^\W\d]\(")
_CALL_APART = re.compile(r"[\W\d]+[A-Za-z][\w.]*\s+\(")
"""The bracket stands apart from the function's name, before which there are no words."""
_OTHER_FILE = re.compile(r"\S!\S|'#")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could do something on account of a text.

    Args:
        text: The text of a cell.

    Returns:
        True when it begins like a formula and calls a function, a program or another file.
    """
    if text[:1] not in SIGNS:
        return False
    _, program, asked = text.partition("|")
    return bool(
        _CALL.search(text)
        or _CALL_APART.match(text)
        or _OTHER_FILE.search(text)
        or (program and "!" in asked)
    )
