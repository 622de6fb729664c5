"""Cleans the text of a source into what a plan may hold, without changing what is read on paper."""

import re
import unicodedata

from generator.vietnamese import normalise_spaces
from generator.vietnamese.text import HOMOGLYPHS

MOST_CHARACTERS = 5000
"""Of one cell; the models take no longer text."""

_BOOKMARK = re.compile(r"\[bookmark: [^\]\n]*\]")
"""Left in the text by programs that turn a Word file into plain text."""

_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffd\ufffe\uffff\u00ad\U000e0000-\U000e0fff]"
)


def clean(text: str) -> str:
    """Bring a text to one line that a plan may hold.

    Args:
        text: Any text.

    Returns:
        The text in NFC, each run of white space as one space, without characters that nobody
        sees on paper, look-alikes (U+00D0, U+2011) as the letters they stand for. At most
        `MOST_CHARACTERS` long.
    """
    spaced = text.replace("\u2028", " ").replace("\u2029", " ").replace("\x85", " ")
    kept = "".join(c for c in spaced if unicodedata.category(c) not in {"Cs", "Cn", "Co"})
    seen = _UNPRINTED.sub("", _BOOKMARK.sub("", kept.translate(HOMOGLYPHS)).replace("\t", " "))
    return normalise_spaces(unicodedata.normalize("NFC", seen))[:MOST_CHARACTERS].strip()


def clean_lines(text: str) -> tuple[str, ...]:
    """Clean each line of a cell.

    Args:
        text: The cell with its line breaks.

    Returns:
        Its lines, the empty ones left out.
    """
    return tuple(filter(None, (clean(line) for line in text.splitlines())))


def shorten(text: str, most: int = 50) -> str:
    """A text cut at a word so that a message stays one readable sentence."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
