"""Writes a tree as YAML: two spaces a level, a value on one line, comments where they belong."""

from collections.abc import Iterator, Sequence

from generator.authoring.formatting.quoting import written
from generator.authoring.formatting.tree import (
    Collection,
    Document,
    Entry,
    Node,
    Scalar,
    has_comments,
)

LONGEST_LINE = 240
"""Characters of the longest line in brackets; longer ones are written out. A text is never
folded: one value, one line, so that a changed word changes one line."""

_INDENT = "  "
_BESIDE = "  "


def write(document: Document) -> str:
    """Write a file.

    Args:
        document: The file, arranged.

    Returns:
        Its text, ending in one line feed.
    """
    root = document.root
    body = (
        list(_lines(root, ""))
        if isinstance(root, Collection) and root.entries and not _fits(root, "")
        else [_inline(root, in_brackets=False)]
    )
    footer = _remarks(_without_last_blanks(document.footer), "")
    return "\n".join([*_trimmed(document.header), *body, *footer]) + "\n"


def _trimmed(remarks: Sequence[str]) -> list[str]:
    """Comments with at most one blank line between two, and none before the first."""
    kept: list[str] = []
    for remark in remarks:
        if remark or (kept and kept[-1]):
            kept.append(remark)
    return kept


def _lines(node: Collection, indent: str) -> Iterator[str]:
    """Lines of a collection that is written out."""
    for number, entry in enumerate(node.entries):
        above = list(_remarks(entry.above, indent))
        yield from above if number else _trimmed(above)
        yield from _entry(entry, indent)
    yield from _remarks(_without_last_blanks(node.below), indent)


def _remarks(remarks: Sequence[str], indent: str) -> Iterator[str]:
    previous = "#"
    for remark in remarks:
        if remark or previous:
            yield f"{indent}{remark}" if remark else ""
        previous = remark


def _without_last_blanks(remarks: Sequence[str]) -> Sequence[str]:
    end = len(remarks)
    while end and not remarks[end - 1]:
        end -= 1
    return remarks[:end]


def _entry(entry: Entry, indent: str) -> Iterator[str]:
    head = f"{indent}-" if entry.key is None else f"{indent}{_key(entry.key, in_brackets=False)}:"
    beside = f"{_BESIDE}{entry.beside}" if entry.beside else ""
    value = entry.value
    if isinstance(value, Scalar) or not value.entries or _fits(value, head):
        yield f"{head} {_inline(value, in_brackets=False)}".rstrip() + beside
    elif entry.key is None:
        yield from _written_out_item(entry, value, indent)
    else:
        yield head + beside
        yield from _lines(value, indent + _INDENT)


def _written_out_item(entry: Entry, value: Collection, indent: str) -> Iterator[str]:
    """The dash stands before the first key, so what is remarked on that stands above both."""
    lines = list(_lines(value, indent + _INDENT))
    first = next(at for at, line in enumerate(lines) if line and line.lstrip()[0] != "#")
    if entry.beside:
        yield f"{indent}{entry.beside}"
    yield from (f"{indent}{line.lstrip()}".rstrip() for line in lines[:first])
    yield f"{indent}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]


def _fits(node: Collection, head: str) -> bool:
    return (
        _can_be_inline(node)
        and len(head) + 1 + len(_inline(node, in_brackets=False)) <= LONGEST_LINE
    )


def _can_be_inline(node: Node) -> bool:
    """Whether a value may stand on one line: bare values, and lists of them."""
    if isinstance(node, Scalar):
        return bool(node.text) or node.is_text
    return (
        node.on_one_line
        and not has_comments(node)
        and all(_can_be_inline(entry.value) for entry in node.entries)
    )


def _inline(node: Node, *, in_brackets: bool) -> str:
    if isinstance(node, Scalar):
        if not node.is_text:
            return node.text
        return written(node.text, in_brackets=in_brackets, in_quotes=node.in_quotes)
    inside = ", ".join(map(_pair, node.entries))
    return f"{{{inside}}}" if node.is_mapping else f"[{inside}]"


def _pair(entry: Entry) -> str:
    value = _inline(entry.value, in_brackets=True)
    return value if entry.key is None else f"{_key(entry.key, in_brackets=True)}: {value}"


def _key(key: str, *, in_brackets: bool) -> str:
    return written(key, in_brackets=in_brackets)
