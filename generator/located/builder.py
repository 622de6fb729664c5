"""Builds data from YAML events, noting every place and refusing what would be lost unseen."""

from array import array
from collections.abc import Callable
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
from generator.located.formulas import SIGNS, is_formula
from generator.located.plain import WORD_QUOTE_SIGNS, check_plain
from generator.located.refusals import DEEPEST, MOST_VALUES
from generator.located.scalars import (
    NUMBER_STARTS,
    OLD_BOOLEANS,
    WORDS,
    Unheld,
    resolve,
    spelled_as,
)
from generator.located.text import check_escapes

_FULL = MOST_VALUES * ENTRY
_TELLING = frozenset((*NUMBER_STARTS, *WORD_QUOTE_SIGNS, *SIGNS))
"""What a plain scalar begins with that may be no text, or no text as it is meant."""

NextEvent = Callable[[], Any]
"""Gives the events of the YAML library one by one, then None."""


class Stopped(Exception):  # noqa: N818 - no failure, only the end of building
    """Building ends early: what follows cannot be told or would take too long."""


@dataclass(slots=True)
class _Open:
    """A mapping or a sequence that is being filled."""

    data: Any
    is_mapping: bool
    key: str = ""
    keys: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)

    def last(self) -> PathKey:
        """Key of the value that was put in last."""
        return self.key if self.is_mapping else len(self.data) - 1


class Builder:
    """Data and places of one document.

    Attributes:
        root: The data.
        places: What `Spots` reads.
        respelled: See `Located.respelled`.
        nulls: See `Located.nulls`.
    """

    def __init__(self, collector: Collector) -> None:
        self.root: object = None
        self.places: array[int] = array("I")
        self.respelled: list[Path] = []
        self.nulls: list[Path] = []
        self._collector = collector
        self._text = collector.lines.text
        self._documents = 0
        self._stack: list[_Open] = []

    def build(self, next_event: NextEvent) -> None:
        """Take in events until they end or building stops.

        Args:
            next_event: Where they come from.

        Raises:
            YAMLError: From `next_event`, when the text is not YAML.
        """
        places: list[int] = []
        try:
            self._take_in(next_event, places)
        except Stopped:
            return
        finally:
            self.places.fromlist(places)
            for level in self._stack:
                self._tell_repeated(level)

    def _take_in(self, next_event: NextEvent, places: list[int]) -> None:
        """Put every value where it belongs and note its place.

        Reading a plan is this loop above all, gone through once for each key and value: what it
        needs of the innermost level it holds in variables, and for the usual it calls nothing.
        """
        stack, fine_keys = self._stack, set[str]()
        has_comments, has_escapes = " #" in self._text, "\\" in self._text
        top = _Open(None, is_mapping=False)
        data: Any = None
        wants_key, key, key_at = False, "", 0
        while (event := next_event()) is not None:
            kind = type(event)
            opened = odd = None
            end = 0
            if kind is ScalarEvent:
                value, style, start = event.value, event.style, event.start_mark.index
                if event.anchor or event.tag:
                    self._refuse_properties(event)
                if has_escapes and style == '"':
                    self._check_escapes(event)
                if wants_key:
                    if not style and value not in fine_keys and self._is_fine_key(value, start):
                        fine_keys.add(value)
                    if top.keys.setdefault(value, start) != start:
                        top.repeated.append((value, start))
                    key, key_at, wants_key = value, start + 1, False
                    continue
                if not style:
                    end = event.end_mark.index + 1
                    if has_comments or value[:1] in _TELLING or value in WORDS:
                        value, odd = self._plain(value, start, end)
                elif value[:1] in SIGNS and is_formula(value):
                    self._refuse(refusals.formula(value), start)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._tell_repeated(stack.pop())
                if stack:
                    top = stack[-1]
                    data, wants_key = top.data, top.is_mapping
                continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                if event.anchor or event.tag:
                    self._refuse_properties(event)
                if wants_key:
                    self._stop(refusals.complex_key(), start)
                if len(stack) == DEEPEST:
                    self._stop(refusals.too_deep(), start)
                value = {} if kind is MappingStartEvent else []
                opened = _Open(value, kind is MappingStartEvent)
            elif kind is AliasEvent:
                start, value = event.start_mark.index, None
                self._refuse(refusals.alias(event.anchor or ""), start)
                if wants_key:
                    key, key_at, wants_key = f"*{event.anchor}", start + 1, False
                    continue
            else:
                if kind is DocumentStartEvent:
                    self._document(event)
                continue
            if len(places) >= _FULL:
                self._stop(refusals.too_many(), start)
            if not stack:
                self.root = value
                places += (0, start, end)
            elif top.is_mapping:
                data[key] = value
                places += (key_at, start, end)
                wants_key = True
            else:
                data.append(value)
                places += (0, start, end)
            if odd is not None:
                top.key = key
                odd.append(self._path())
            elif opened:
                top.key = key
                stack.append(opened)
                top, data, wants_key = opened, value, opened.is_mapping

    def _path(self) -> Path:
        """Path of the value that was put in last."""
        return tuple(level.last() for level in self._stack)

    def _plain(self, text: str, start: int, end: int) -> tuple[object, list[Path] | None]:
        """The value of a plain scalar, and the list that its path belongs in, if any."""
        value = resolve(text)
        if isinstance(value, str):
            if value == "=":
                self._refuse(refusals.equals_sign(), start)
            elif refusal := check_plain(value, self._rest_of_line(end)):
                self._refuse(refusal, start)
            elif is_formula(value):
                self._refuse(refusals.formula(value), start)
        elif value is None:
            return value, self.nulls
        elif isinstance(value, Unheld):
            self._refuse(refusals.number_lost(text, value.reason), start)
        elif not spelled_as(value, text):
            return value, self.respelled
        return value, None

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

    def _rest_of_line(self, end: int) -> str:
        if self._text[end - 1 : end] != " ":  # nearly always the end of the line
            return ""
        return self._text[end - 1 :].partition("\n")[0]

    def _is_fine_key(self, key: str, index: int) -> bool:
        if key not in OLD_BOOLEANS and isinstance(resolve(key), str):
            return True
        after_comma = self._text[index - 1 : index] == ","
        self._refuse(refusals.key_not_text(key, after_comma), index)
        return False

    def _tell_repeated(self, level: _Open) -> None:
        """Tell the first key that stands twice; the others most likely come with it."""
        if level.repeated:
            key, index = level.repeated[0]
            first, again = (self._collector.lines.mark(at).line for at in (level.keys[key], index))
            others = [other for other, _ in level.repeated[1:] if other != key]
            self._refuse(refusals.duplicate_key(key, first, again, tuple(others)), index)

    def _refuse_properties(
        self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent
    ) -> None:
        if event.anchor:
            self._refuse(refusals.anchor(event.anchor), _start(event))
        if event.tag:
            self._refuse(refusals.tag(event.tag), _start(event))

    def _check_escapes(self, event: ScalarEvent) -> None:
        start = _start(event)
        written = self._text[start : event.end_mark.index]  # type: ignore[union-attr]
        if "\\" in written and (refusal := check_escapes(event.value, written)):
            self._refuse(refusal, start)


def _start(event: Event) -> int:
    return event.start_mark.index  # type: ignore[union-attr]
