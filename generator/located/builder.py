"""Builds data from YAML events, noting every place and refusing what would be lost unseen."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.diagnostics import Path, PathKey
from generator.located import refusals
from generator.located.collector import Collector, Refusal
from generator.located.document import ENTRY
from generator.located.formulas import is_formula
from generator.located.plain import check_plain
from generator.located.refusals import DEEPEST, MOST_VALUES
from generator.located.scalars import OLD_BOOLEANS, Unheld, resolve, spelled_as
from generator.located.text import check_escapes


class Stopped(Exception):  # noqa: N818 - no failure, only the end of building
    """Building ends early: what follows cannot be told or would take too long."""


@dataclass(slots=True)
class _Open:
    """A mapping or a sequence that is being filled."""

    data: Any
    is_mapping: bool
    waits_for_key: bool
    key: str = ""
    key_at: int = 0
    keys: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)

    def last(self) -> PathKey:
        """Key of the value that was put in last."""
        return self.key if self.is_mapping else len(self.data) - 1

    def take_key(self, key: str, index: int) -> None:
        """Name the value that comes next."""
        self.key, self.key_at, self.waits_for_key = key, index + 1, False


class Builder:
    """Data and places of one document.

    Attributes:
        root: The data.
        table: Places, as `Spots` reads them.
        respelled: See `Located.respelled`.
    """

    def __init__(self, collector: Collector) -> None:
        self.root: object = None
        self.table = array("I")
        self.respelled: list[Path] = []
        self._collector = collector
        self._documents = 0
        self._stack: list[_Open] = []
        self._handlers: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._mapping,
            SequenceStartEvent: self._sequence,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }

    def build(self, events: Iterable[Event]) -> None:
        """Take in events until they end or building stops.

        Args:
            events: Events of the YAML library.

        Raises:
            YAMLError: From `events`, when the text is not YAML.
        """
        try:
            for event in events:
                if handler := self._handlers.get(type(event)):
                    handler(event)
        except Stopped:
            return
        finally:
            for level in self._stack:
                self._tell_repeated(level)

    def _refuse(self, refusal: Refusal, index: int) -> None:
        self._collector.add(refusal, index)

    def _stop(self, refusal: Refusal, index: int) -> None:
        self._collector.add(refusal, index)
        raise Stopped

    def _document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._refuse(refusals.directive(), _start(event))
        if self._documents > 1:
            self._stop(refusals.second_document(), _start(event))

    def _scalar(self, event: ScalarEvent) -> None:
        start = _start(event)
        if event.anchor or event.tag:
            self._refuse_properties(event)
        if event.style == '"':
            self._check_escapes(event)
        if self._stack and self._stack[-1].waits_for_key:
            self._key(event.value, start, plain=not event.style)
        elif event.style:
            self._put(event.value, start, 0)
        else:
            self._plain(event.value, start, event.end_mark.index + 1)  # type: ignore[union-attr]

    def _plain(self, text: str, start: int, end: int) -> None:
        value = resolve(text)
        if isinstance(value, Unheld):
            self._refuse(refusals.number_lost(text, value.reason), start)
        elif value == "=":
            self._refuse(refusals.equals_sign(), start)
        elif isinstance(value, str) and (refusal := check_plain(value, self._rest_of_line(end))):
            self._refuse(refusal, start)
        self._put(value, start, end)
        if isinstance(value, int | float) and not spelled_as(value, text):
            self.respelled.append(tuple(level.last() for level in self._stack))

    def _rest_of_line(self, end: int) -> str:
        text = self._collector.lines.text
        if text[end - 1 : end] != " ":  # nearly always the end of the line
            return ""
        return text[end - 1 :].partition("\n")[0]

    def _put(self, value: object, start: int, end: int) -> None:
        """Put a value where it belongs and note its place."""
        if isinstance(value, str) and is_formula(value):
            self._refuse(refusals.formula(value), start)
        if len(self.table) >= MOST_VALUES * ENTRY:
            self._stop(refusals.too_many(), start)
        key_at = 0
        if not self._stack:
            self.root = value
        elif (top := self._stack[-1]).is_mapping:
            top.data[top.key] = value
            top.waits_for_key = True
            key_at = top.key_at
        else:
            top.data.append(value)
        self.table.extend((key_at, start, end))

    def _key(self, key: str, index: int, plain: bool) -> None:
        top = self._stack[-1]
        if plain and (key in OLD_BOOLEANS or not isinstance(resolve(key), str)):
            after_comma = self._collector.lines.text[index - 1 : index] == ","
            self._refuse(refusals.key_not_text(key, after_comma), index)
        if key in top.keys:
            top.repeated.append((key, index))
        else:
            top.keys[key] = index
        top.take_key(key, index)

    def _mapping(self, event: MappingStartEvent) -> None:
        self._open(event, _Open({}, is_mapping=True, waits_for_key=True))

    def _sequence(self, event: SequenceStartEvent) -> None:
        self._open(event, _Open([], is_mapping=False, waits_for_key=False))

    def _open(self, event: MappingStartEvent | SequenceStartEvent, level: _Open) -> None:
        start = _start(event)
        if event.anchor or event.tag:
            self._refuse_properties(event)
        if self._stack and self._stack[-1].waits_for_key:
            self._stop(refusals.complex_key(), start)
        if len(self._stack) == DEEPEST:
            self._stop(refusals.too_deep(), start)
        self._put(level.data, start, 0)
        self._stack.append(level)

    def _end(self, _event: Event) -> None:
        self._tell_repeated(self._stack.pop())

    def _tell_repeated(self, level: _Open) -> None:
        """Tell the first key that stands twice; the others most likely come with it."""
        if level.repeated:
            key, index = level.repeated[0]
            first, again = (self._collector.lines.mark(at).line for at in (level.keys[key], index))
            others = [other for other, _ in level.repeated[1:] if other != key]
            self._refuse(refusals.duplicate_key(key, first, again, tuple(others)), index)

    def _alias(self, event: AliasEvent) -> None:
        start = _start(event)
        self._refuse(refusals.alias(event.anchor or ""), start)
        if self._stack and self._stack[-1].waits_for_key:
            self._stack[-1].take_key(f"*{event.anchor}", start)
        else:
            self._put(None, start, 0)

    def _refuse_properties(
        self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent
    ) -> None:
        if event.anchor:
            self._refuse(refusals.anchor(event.anchor), _start(event))
        if event.tag:
            self._refuse(refusals.tag(event.tag), _start(event))

    def _check_escapes(self, event: ScalarEvent) -> None:
        start = _start(event)
        written = self._collector.lines.text[start : event.end_mark.index]  # type: ignore[union-attr]
        if "\\" in written and (refusal := check_escapes(event.value, written)):
            self._refuse(refusal, start)


def _start(event: Event) -> int:
    return event.start_mark.index  # type: ignore[union-attr]
