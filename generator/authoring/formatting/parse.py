"""Reads a YAML file into a tree that keeps every comment at the value that it belongs to.

A comment belongs to the value that stands before it on its line, else to the next value below
it; one that is indented deeper than what follows belongs to the end of the collection above it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from yaml import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.authoring.formatting.remarks import Remark, indent_at, place_of, remarks_in, span_of
from generator.authoring.formatting.tree import Collection, Document, Entry, Node, Scalar
from generator.located import events_of, resolve

MODELINE = "# yaml-language-server:"
"""Begins a comment that tells an editor which schema a file has."""


@dataclass(slots=True)
class _Open:
    """A collection that is being filled."""

    is_mapping: bool
    is_flow: bool
    column: int
    entries: list["_Draft"] = field(default_factory=list)
    key: "_Draft | None" = None
    below: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """An entry that is being read."""

    key: str | None
    above: list[str] = field(default_factory=list)
    beside: str = ""
    value: Node | None = None


def parse(text: str) -> Document:
    """Read a file.

    Args:
        text: A file in which `located.read` finds nothing wrong.

    Returns:
        Its values and comments.
    """
    events = list(events_of(text))
    reader = _Reader(text, list(remarks_in(text, events)))
    for event, (start, indent) in zip(events, _next_places(text, events), strict=True):
        reader.take(event, start, indent)
    return reader.document()


def _next_places(text: str, events: Sequence[Event]) -> list[tuple[int, int]]:
    """For each event, where the next value begins and how far its line is indented."""
    places: list[tuple[int, int]] = []
    place = (len(text), -1)
    for event in reversed(events):
        if span := span_of(text, event):
            place = (span[0], indent_at(text, span[0]))
        is_nothing = isinstance(event, ScalarEvent) and not span
        places.append((place_of(event)[0], place[1]) if is_nothing else place)
    return places[::-1]


class _Reader:
    """Takes in events and remarks side by side."""

    def __init__(self, text: str, remarks: list[Remark]) -> None:
        self._text = text
        self._remarks = remarks
        self._next = 0
        self._waiting: list[Remark] = []
        self._last: _Draft | None = None
        self._top = _Draft(None)
        self._stack: list[_Open] = []
        self._handlers: dict[type, Callable[[Any, int], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
        }

    def take(self, event: Event, start: int, indent: int) -> None:
        """Take in an event, after the remarks that stand before the next value."""
        self._pull(start)
        if handler := self._handlers.get(type(event)):
            handler(event, indent)

    def document(self) -> Document:
        """What was read, once all events are in."""
        self._pull(len(self._text))
        header: tuple[str, ...] = ()
        root = self._top.value or Scalar("", is_text=False)
        if isinstance(root, Collection) and root.entries:
            first = root.entries[0]
            cut = _end_of_header(first.above)
            header, rest = first.above[:cut], first.above[cut:]
            first = Entry(first.key, first.value, rest, first.beside)
            root = Collection((first, *root.entries[1:]), root.is_mapping, root.below)
        footer = (*filter(None, [self._top.beside]), *_texts(self._waiting))
        return Document((*self._top.above, *header), root, footer)

    def _pull(self, start: int) -> None:
        while self._next < len(self._remarks) and self._remarks[self._next].at < start:
            remark = self._remarks[self._next]
            self._next += 1
            if remark.is_beside and self._last and not self._last.beside:
                self._last.beside = remark.text
            else:
                self._waiting.append(remark)

    def _above(self) -> list[str]:
        """The remarks that waited for a value."""
        waiting, self._waiting = self._waiting, []
        inside_brackets = bool(self._stack) and self._stack[-1].is_flow
        return [remark.text for remark in waiting if remark.text or not inside_brackets]

    def _begin(self, *, is_block: bool) -> _Draft:
        """The entry that a value goes into."""
        top = self._stack[-1] if self._stack else None
        named = top.key if top else self._top
        if named:
            if not is_block:  # else they belong to what stands first in it
                named.above += [text for text in self._above() if text]
            return named
        assert top  # noqa: S101 - a value without a collection is the root
        draft = _Draft(None, self._above())
        top.entries.append(draft)
        return draft

    def _scalar(self, event: ScalarEvent, _indent: int) -> None:
        top = self._stack[-1] if self._stack else None
        if top and top.is_mapping and top.key is None:
            top.key = self._last = _Draft(event.value, self._above())
            top.entries.append(top.key)
            return
        draft = self._begin(is_block=False)
        draft.value = _scalar(event)
        self._finish(draft)

    def _start(self, event: MappingStartEvent | SequenceStartEvent, _indent: int) -> None:
        is_flow = bool(event.flow_style)
        self._last = self._begin(is_block=not is_flow)
        column = event.start_mark.column  # type: ignore[union-attr]
        self._stack.append(_Open(isinstance(event, MappingStartEvent), is_flow, column))

    def _end(self, _event: Event, indent: int) -> None:
        top = self._stack.pop()
        self._take_footers(top, indent)
        entries = tuple(map(_frozen, top.entries))
        node = Collection(entries, top.is_mapping, tuple(top.below))
        draft = self._parent_draft()
        draft.value = node
        self._finish(draft)

    def _parent_draft(self) -> _Draft:
        if not self._stack:
            return self._top
        top = self._stack[-1]
        return top.key or top.entries[-1]

    def _take_footers(self, top: _Open, indent: int) -> None:
        """Give a collection the comments that stand deeper than what follows it."""
        end = 0
        for number, remark in enumerate(self._waiting, 1):
            if remark.text and not top.is_flow and not (remark.indent >= top.column > indent):
                break
            end = number if remark.text else end
        top.below += [r.text for r in self._waiting[:end] if r.text or not top.is_flow]
        self._waiting = self._waiting[end:]

    def _finish(self, draft: _Draft) -> None:
        self._last = draft
        if self._stack:
            self._stack[-1].key = None


def _frozen(draft: _Draft) -> Entry:
    value = draft.value or Scalar("", is_text=False)
    return Entry(draft.key, value, tuple(draft.above), draft.beside)


def _texts(remarks: Sequence[Remark]) -> tuple[str, ...]:
    return tuple(remark.text for remark in remarks)


def _scalar(event: ScalarEvent) -> Scalar:
    is_text = bool(event.style) or isinstance(resolve(event.value), str)
    return Scalar(event.value, is_text)


def _end_of_header(above: Sequence[str]) -> int:
    """Comments up to the last blank line are about the file, and so is a line for editors."""
    marks = [
        number for number, text in enumerate(above, 1) if not text or text.startswith(MODELINE)
    ]
    return marks[-1] if marks else 0
