"""Which term stands in which record, and how much it says there.

The same index that MiniSearch would make of the same records, field by field, with one thing
done beforehand: its formula (BM25) weighs the frequency of a term by the length of the field,
so that each list would need the lengths of its records. The weighed frequency is kept instead, on
a scale of eight, and the browser scores with it as with a frequency in fields of equal length.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log2

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

Postings = Mapping[str, Mapping[int, Mapping[int, int]]]
"""Term to field to record to a frequency, or to a level."""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """What MiniSearch counts.

    Attributes:
        terms: Term to field to record to how often it stands there; records in order.
        lengths: Record to the number of different terms in each field; 0 for an empty one.
    """

    terms: Postings
    lengths: Sequence[tuple[int, ...]]


def frequencies(records: Sequence[Record]) -> Frequencies:
    """Count the terms of records.

    Args:
        records: The records by number.

    Returns:
        Frequencies and lengths.
    """
    terms: dict[str, dict[int, dict[int, int]]] = defaultdict(dict)
    lengths = []
    for number, record in enumerate(records):
        counted = [Counter(field) for field in terms_of(record)]
        lengths.append(tuple(len(counter) for counter in counted))
        for field, counter in enumerate(counted):
            for term, count in counter.items():
                terms[term].setdefault(field, {})[number] = count
    return Frequencies(terms, lengths)


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


def levels(counted: Frequencies) -> Postings:
    """Weigh every frequency by the length of its field.

    Args:
        counted: Frequencies and lengths.

    Returns:
        Term to field to record to a level from 0 to 7; two levels more are twice as much.
    """
    averages = [
        sum(lengths) / max(len(lengths), 1) or 1 for lengths in zip(*counted.lengths, strict=True)
    ]
    return {
        term: {
            field: {
                number: level_of(count, counted.lengths[number][field] / averages[field])
                for number, count in numbers.items()
            }
            for field, numbers in fields.items()
        }
        for term, fields in counted.terms.items()
    }


@lru_cache(maxsize=100_000)
def level_of(count: int, length: float) -> int:
    """The level of a frequency in a field of some length, 1.0 being the average."""
    weighed = count / (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length)
    return min(max(round(_MIDDLE + _STEPS * log2(weighed)), 0), LEVELS - 1)


def _of_text(text: str) -> Iterator[str]:
    words = list(words_of(text))
    for word in words:
        yield from word.terms
    yield from (pair(first.term, second.term) for first, second in pairwise(words))


def _name(text: str) -> str:
    """The term of a whole name without its joining words; empty for one too long to be typed."""
    terms = [word.term for word in words_of(text) if key_of(word.term) not in JOINING]
    return " ".join(terms) + NAME_END if 0 < len(terms) <= LONGEST_NAME else ""


def _filed(record: Record) -> Iterator[str]:
    yield f"loai:{record.kind.id}"
    if record.province_id:
        yield f"tinh:{record.province_id}"
    yield from dict.fromkeys(f"co-quan:{agency}" for agency in record.agencies)
