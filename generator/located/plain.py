"""Looks at texts without straight quotes: at what they lost, and at quotes that hold nothing."""

import re

from generator.located import refusals
from generator.located.collector import Refusal

_CUT_OFF = re.compile(r" (#.*?)\s*$| +(#[^\s#].*?)\s*$")
"""What is no comment for certain: one space before the `#`, or none after it."""

WORD_QUOTE_SIGNS = frozenset("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f")
"""The curly quotes, any of which may begin or end a text."""

WORD_QUOTES = r"[\u2018-\u201f][^\u2018-\u201f]+[\u2018-\u201f]"
"""A text that stands as a whole between curly quotes."""

_WORD_QUOTES = re.compile(WORD_QUOTES)


def is_in_word_quotes(text: str) -> bool:
    """Whether a text stands as a whole between curly quotes."""
    return bool(_WORD_QUOTES.fullmatch(text))


def check_plain(text: str, rest: str) -> Refusal | None:
    """Look at a plain text and at what follows it on its line.

    Args:
        text: The text as YAML reads it.
        rest: The line after it.

    Returns:
        What is wrong, if anything.
    """
    if is_in_word_quotes(text):
        return refusals.word_quotes(text)
    if found := _CUT_OFF.match(rest):
        return refusals.text_as_comment(text, found[1] or found[2])
    return None
