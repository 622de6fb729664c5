"""Puts rows into the tree that their numbers tell: A, then I, then II.1, then 1, then 1.1."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.authoring.importing.body import Entry
from generator.authoring.importing.body import Kind as RowKind
from generator.authoring.importing.codes import (
    Kind,
    as_letter,
    kind_of,
    letter_value,
    prefix_of,
)


@dataclass(slots=True)
class Node:
    """A row and the rows within it."""

    entry: Entry
    kind: Kind | str
    children: list["Node"] = field(default_factory=list)

    @property
    def heads(self) -> bool:
        """Whether its number is one that heads others: a letter, a Roman numeral, `II.1`."""
        code = self.entry.code
        return self.kind in {Kind.LETTER, Kind.ROMAN, _HEADING} or (
            self.kind is Kind.DOTTED and not code[0].isdigit()
        )


_HEADING = "heading"


def nest(entries: Iterable[Entry]) -> tuple[Node, ...]:
    """Build the tree.

    Args:
        entries: Rows in print order, without rows of totals.

    Returns:
        The outermost rows. A row is within the nearest row above whose number it goes on
        (`II.1` in `II`); else it stands beside the nearest row with a number of its kind; else it
        is within the row above it.
    """
    roots: list[Node] = []
    stack: list[Node] = []
    for entry in entries:
        node = Node(entry, _kind(entry, stack))
        depth = _depth(node, stack)
        del stack[depth:]
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return tuple(roots)


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node, in print order."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def _kind(entry: Entry, stack: Sequence[Node]) -> Kind | str:
    if entry.kind is RowKind.HEADING:
        return _HEADING
    kind = kind_of(entry.code)
    if kind is Kind.ROMAN and as_letter(entry.code) and _follows_letter(entry.code, stack):
        return Kind.LETTER
    return kind if kind is not None else Kind.NUMBER


def _follows_letter(code: str, stack: Sequence[Node]) -> bool:
    """Whether C comes after B: then it is a letter and not a hundred."""
    letters = [node.entry.code for node in stack if node.kind is Kind.LETTER]
    return bool(letters) and letter_value(code) - letter_value(letters[-1]) in {1, 2}


def _depth(node: Node, stack: Sequence[Node]) -> int:
    """How many of the rows that are open stay open above a row."""
    code = node.entry.code
    prefix = prefix_of(code)
    if prefix:
        for at in reversed(range(len(stack))):
            if stack[at].entry.code == prefix:
                return at + 1
    for at in reversed(range(len(stack))):
        if stack[at].kind == node.kind and (
            node.kind is not Kind.DOTTED or _alike(stack[at].entry.code, code)
        ):
            return at
    if _is_made_up(code) and stack:
        return len(stack) - 1 if not stack[-1].heads else len(stack)
    return len(stack)


def _alike(one: str, other: str) -> bool:
    """Whether two dotted numbers are of one level: II.1 and III.2, but not 1.1."""
    return one.count(".") == other.count(".") and one[0].isdigit() == other[0].isdigit()


def _is_made_up(code: str) -> bool:
    return code[:1] in {"k", "n"} and code[1:].isdigit()
