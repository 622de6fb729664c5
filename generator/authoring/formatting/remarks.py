"""Finds the comments and blank lines of a YAML file: what a parser passes over."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yaml import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

Span = tuple[int, int]
"""Start and end of a stretch of text."""


class Remark(NamedTuple):
    """A comment or a blank line.

    Attributes:
        at: Position in the text.
        indent: Spaces at the start of its line.
        text: The comment with its `#`; empty for a blank line.
        is_beside: Whether a value or a key stands before it on its line.
    """

    at: int
    indent: int
    text: str
    is_beside: bool


def remarks_in(text: str, events: Sequence[Event]) -> Iterator[Remark]:
    """Find what stands between the values.

    Args:
        text: The file.
        events: Its parser events.

    Yields:
        Comments and blank lines, in order.
    """
    end = 0
    for event in events:
        if span := span_of(text, event):
            yield from _in_gap(text, end, span[0])
            yield from _in_header(text, event, span)
            end = span[1]
    yield from _in_gap(text, end, len(text))


def span_of(text: str, event: Event) -> Span | None:
    """Find the stretch of text that an event takes up.

    Args:
        text: The file.
        event: One of its parser events.

    Returns:
        The stretch; None when the event takes up none.
    """
    start, end = place_of(event)
    match event:
        case ScalarEvent(style="|" | ">"):
            # Its end is the start of the next value's line.
            return start, start + len(text[start:end].rstrip())
        case ScalarEvent() | MappingEndEvent() | SequenceEndEvent() if end > start:
            return start, end
        case MappingStartEvent(flow_style=True) | SequenceStartEvent(flow_style=True):
            return start, start + 1
        case _:
            return None


def place_of(event: Event) -> Span:
    """Start and end of an event as the parser marks them."""
    return event.start_mark.index, event.end_mark.index  # type: ignore[union-attr]


def indent_at(text: str, at: int) -> int:
    """Spaces at the start of the line that a position lies on."""
    start = text.rfind("\n", 0, at) + 1
    after = start
    while text[after : after + 1] == " ":
        after += 1
    return after - start


def _in_gap(text: str, start: int, end: int) -> Iterator[Remark]:
    """Comments and blank lines in a stretch that holds no value."""
    at = start
    lines = text[start:end].split("\n")
    for number, line in enumerate(lines):
        found = line.find("#")
        if found >= 0:
            yield _remark(text, at + found, line[found:], is_beside=number == 0 and start > 0)
        elif 0 < number < len(lines) - 1 and not line.strip():
            yield Remark(at, 0, "", is_beside=False)
        at += len(line) + 1


def _in_header(text: str, event: Event, span: Span) -> Iterator[Remark]:
    """The comment after `|` or `>`."""
    if isinstance(event, ScalarEvent) and event.style in {"|", ">"}:
        header = text[slice(*span)].split("\n", 1)[0]
        if (found := header.find("#")) >= 0:
            yield _remark(text, span[0] + found, header[found:], is_beside=True)


def _remark(text: str, at: int, comment: str, *, is_beside: bool) -> Remark:
    return Remark(at, indent_at(text, at), comment.rstrip(), is_beside)
