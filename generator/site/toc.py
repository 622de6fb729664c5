"""Headings of a page as the theme's table of contents."""

from collections.abc import Sequence
from typing import Any

from generator.pages import Heading
from generator.site.inert import inert


def toc_tokens(headings: Sequence[Heading]) -> list[Any]:
    """Nest flat headings by level, as MkDocs wants them.

    Args:
        headings: Headings in page order.

    Returns:
        Tokens of `mkdocs.structure.toc.get_toc`: level, id, name as HTML, children.
    """
    top: list[Any] = []
    open_tokens: list[Any] = []
    for heading in headings:
        token = {
            "level": heading.level,
            "id": heading.id,
            "name": inert(heading.title),
            "children": [],
        }
        while open_tokens and open_tokens[-1]["level"] >= heading.level:
            open_tokens.pop()
        (open_tokens[-1]["children"] if open_tokens else top).append(token)
        open_tokens.append(token)
    return top
