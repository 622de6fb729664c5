"""Which term stands in which record, and how much it says there.

The same index that MiniSearch would make of the same records, field by field, with one thing
done beforehand: its formula (BM25) weighs the frequency of a term by the length of the field,
so that each list would need the lengths of its records. The weighed frequency is kept instead, on
a scale of eight, and the browser scores with it as with a frequency in fields of equal length.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.pages.search.record import Record
from generator.pages.search.words import JOINING, key_of, pair, words_of

FIELDS = ("title", "text", "where")
"""Title, what else the record says, and what it belongs to."""

NAME_END = "="
LONGEST_NAME = 10
"""Words of the longest title that can be asked for by its whole name."""

LENGTH_WEIGHT = 0.7
"""How much the length of a field counts: `b` of BM25, as MiniSearch has it."""

LEVELS = 8
_MIDDLE = 4
_STEPS = 2
"""Levels that double the weighed frequency."""

Array = NDArray[np.int32]

Lists = Mapping[int, Mapping[int, int]]
"""Of one term: field to record to level; records in order."""

_TERM, _FIELD, _RECORD, _COUNT = range(4)


@dataclass(frozen=True, slots=True, eq=False)
class Frequencies:
    """What MiniSearch counts.

    Attributes:
        terms: Every term that is in use, each once.
        entries: A row for each term in a field of a record: number of the term, field, record,
            how often it stands there.
        lengths: A row for each record: the number of different terms in each field.
    """

    terms: tuple[str, ...]
    entries: NDArray[np.integer[Any]]
    lengths: Array


def frequencies(records: Sequence[Record]) -> Frequencies:
    """Count the terms of records.

    Args:
        records: The records by number.

    Returns:
        Frequencies and lengths.
    """
    terms: dict[str, int] = defaultdict(count().__next__)
    numbers: list[int] = []
    sizes: list[int] = []
    for record in records:
        for field in terms_of(record):
            numbers += map(terms.__getitem__, field)
            sizes.append(len(field))
    places = np.repeat(np.arange(len(sizes)), sizes)
    found, counts = np.unique(places * len(terms) + np.array(numbers, int), return_counts=True)
    place, term = np.divmod(found, max(len(terms), 1))
    record_of, field_of = np.divmod(place, len(FIELDS))
    lengths = np.bincount(place, minlength=len(sizes)).reshape(-1, len(FIELDS))
    return Frequencies(
        tuple(terms),
        _small(np.column_stack((term, field_of, record_of, counts))),
        lengths.astype(np.int32),
    )


def _small(numbers: NDArray[np.integer[Any]]) -> NDArray[np.integer[Any]]:
    """The same numbers in as few bytes as hold them: a plan's are sent about and kept."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


def joined(parts: Sequence[Frequencies], numbers: Sequence[Array]) -> Frequencies:
    """Put what was counted apart together.

    Args:
        parts: Frequencies of some records each.
        numbers: For each part, the number that each of its records gets.

    Returns:
        Frequencies of all records.
    """
    terms: dict[str, int] = {}
    entries = [np.empty((0, 4), np.int32)]
    lengths = np.empty((sum(map(len, numbers)), len(FIELDS)), np.int32)
    for part, given in zip(parts, numbers, strict=True):
        names = np.array([terms.setdefault(term, len(terms)) for term in part.terms], np.int32)
        moved = part.entries.astype(np.int32)
        moved[:, _TERM] = names[moved[:, _TERM]]
        moved[:, _RECORD] = given[moved[:, _RECORD]]
        entries.append(moved)
        lengths[given] = part.lengths
    return Frequencies(tuple(terms), np.concatenate(entries), lengths)


def terms_of(record: Record) -> tuple[list[str], list[str], list[str]]:
    """The terms of a record's three fields: words, pairs of words, names, what it is filed under."""
    names = (record.title, *record.names)
    return (
        [*_of_text(record.title), *dict.fromkeys(filter(None, map(_name, names)))],
        [term for part in record.parts for term in _of_text(part.text)],
        [
            *(term for text in (*record.where, record.kind.label) for term in _of_text(text)),
            *_filed(record),
        ],
    )


class Postings(Mapping[str, Lists]):
    """Which term stands in which record, each frequency weighed by the length of its field.

    Term to field to record to a level from 0 to 7; two levels more are twice as much.

    Args:
        counted: Frequencies and lengths.
    """

    def __init__(self, counted: Frequencies) -> None:
        order = np.lexsort(counted.entries[:, [_RECORD, _FIELD, _TERM]].T)
        entries = counted.entries[order].astype(np.int32)
        self._fields, self._records = entries[:, _FIELD], entries[:, _RECORD]
        self._levels = _levels(entries, counted.lengths)
        ends = np.searchsorted(entries[:, _TERM], np.arange(len(counted.terms) + 1))
        self._span = dict(zip(counted.terms, pairwise(ends.tolist()), strict=True))

    def __getitem__(self, term: str) -> Lists:
        first, end = self._span[term]
        cuts = first + np.searchsorted(self._fields[first:end], np.arange(len(FIELDS) + 1))
        spans = enumerate(pairwise(cuts.tolist()))
        return {
            field: dict(zip(self._records[a:b].tolist(), self._levels[a:b].tolist(), strict=True))
            for field, (a, b) in spans
            if a < b
        }

    def __iter__(self) -> Iterator[str]:
        return iter(self._span)

    def __len__(self) -> int:
        return len(self._span)


def _levels(entries: Array, lengths: Array) -> Array:
    averages = np.maximum(lengths.sum(axis=0) / max(len(lengths), 1), 1e-9)
    own = lengths[entries[:, _RECORD], entries[:, _FIELD]] / averages[entries[:, _FIELD]]
    return level_of(entries[:, _COUNT], own)


def level_of(count: Array, length: NDArray[np.float64]) -> Array:
    """The level of each frequency in a field of some length, 1.0 being the average."""
    weighed = count / (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length)
    level = np.rint(_MIDDLE + _STEPS * np.log2(weighed))
    kept: Array = np.clip(level, 0, LEVELS - 1).astype(np.int32)
    return kept


@lru_cache(maxsize=20_000)
def _of_text(text: str) -> tuple[str, ...]:
    """Kept for a while: names of agencies, plans and groups stand in very many records."""
    words = tuple(words_of(text))
    return (
        *(term for word in words for term in word.terms),
        *(pair(first.term, second.term) for first, second in pairwise(words)),
    )


def _name(text: str) -> str:
    """The term of a whole name without its joining words; empty for one too long to be typed."""
    terms = [word.term for word in words_of(text) if key_of(word.term) not in JOINING]
    return " ".join(terms) + NAME_END if 0 < len(terms) <= LONGEST_NAME else ""


def _filed(record: Record) -> Iterator[str]:
    yield f"loai:{record.kind.id}"
    if record.province_id:
        yield f"tinh:{record.province_id}"
    yield from dict.fromkeys(f"co-quan:{agency}" for agency in record.agencies)
