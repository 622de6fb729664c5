"""The table of contents of a page, read from its own headings so that the two cannot differ."""

import re
from html import unescape

from generator.pages.page import Heading

# Enough for our own pages, where every attribute is quoted and ">" in a value is escaped; a
# parser takes as long as all the rest of making a page.
_HEADING = re.compile(r"<h([1-3])([^>]*)>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r' id="([^"]+)"')
_TAG = re.compile(r"<[^>]*>")


def headings_of(body: str) -> tuple[Heading, ...]:
    """List the headings of levels 1 to 3 that can be linked to.

    Args:
        body: Finished HTML of our own templates.

    Returns:
        The headings in page order, their titles as plain text.
    """
    return tuple(
        Heading(int(level), unescape(anchor[1]), _text(title))
        for level, attributes, title in _HEADING.findall(body)
        if (anchor := _ID.search(attributes))
    )


def _text(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
