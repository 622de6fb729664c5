"""The index as small files, of which a query loads those that hold its words.

Terms are ordered by their form without marks, so that all that look alike lie together, and cut
into parts. Records are numbered by importance and cut into blocks: a term that stands in very
many records keeps only its first block among the terms, the others in files of their own, which
are loaded when the first block gives too few results. So a first query costs the same however
large the library grows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.pages.search.postings import FIELDS, LEVELS, Lists
from generator.pages.search.words import key_of

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_BASE = 32
_WHERE = FIELDS.index("where")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How an index is cut.

    Attributes:
        block: Records in a block.
        part: Characters after which a part is full.
        common: Records of a term from which on every second of its levels is left out: it tells
            little anyway.
        longest: Characters of the lists of one term from which on they are cut into blocks.
    """

    block: int = 16_384
    part: int = 6_000
    common: int = 2_000
    longest: int = 6_000


SIZES = Sizes()

Entry = list[str | dict[int, int]]
"""A term, then its list for each field, then the files of its further blocks by number."""


@dataclass(frozen=True, slots=True)
class Parts:
    """An index in pieces.

    Attributes:
        keys: The key at which each part begins.
        parts: Entries of each part.
        blocks: Lists of a term that go on after its first block, by file number.
    """

    keys: tuple[str, ...]
    parts: tuple[tuple[Entry, ...], ...]
    blocks: tuple[tuple[str, ...], ...]


def cut(postings: Mapping[str, Lists], sizes: Sizes = SIZES) -> Parts:
    """Cut an index into parts.

    Args:
        postings: Term to field to record to level.
        sizes: How large its pieces may grow.

    Returns:
        The pieces. No key is spread over two parts.
    """
    blocks: list[tuple[str, ...]] = []
    keys: list[str] = []
    parts: list[list[Entry]] = []
    size, last = sizes.part, ""
    for key, term in sorted((sort_key(term), term) for term in postings):
        if size >= sizes.part and key != last:
            keys.append(key)
            parts.append([])
            size = 0
        entry = _entry(term, postings[term], blocks, sizes)
        parts[-1].append(entry)
        size += sum(len(str(piece)) + 3 for piece in entry)
        last = key
    return Parts(tuple(keys), tuple(map(tuple, parts)), tuple(blocks))


def sort_key(term: str) -> str:
    """Where a term stands: single words first, then what is made of several, then the filed."""
    prefix = "~~" if ":" in term else "~" if " " in term or term.endswith("=") else ""
    return prefix + key_of(term)


def _entry(term: str, lists: Lists, blocks: list[tuple[str, ...]], sizes: Sizes) -> Entry:
    common = sum(map(len, lists.values())) > sizes.common
    whole = _encoded(lists, common)
    if sum(map(len, whole)) <= sizes.longest:
        return [term, *whole]
    by_block = _by_block(lists, sizes.block)
    first = _encoded(by_block.pop(0, {}), common)
    further = {}
    for block, below in by_block.items():
        further[block] = len(blocks)
        blocks.append(tuple(_encoded(below, common)))
    return [term, *first, *[""] * (len(FIELDS) - len(first)), further]


def _by_block(lists: Lists, size: int) -> dict[int, dict[int, dict[int, int]]]:
    cut_up: dict[int, dict[int, dict[int, int]]] = {}
    for field, numbers in lists.items():
        for number, level in numbers.items():
            block = cut_up.setdefault(number // size, {})
            block.setdefault(field, {})[number] = level
    return dict(sorted(cut_up.items()))


def _encoded(lists: Lists, common: bool) -> list[str]:
    """The list of each field, without empty ones at the end."""
    made = [_list(field, lists.get(field, {}), common) for field in range(len(FIELDS))]
    while made and not made[-1]:
        made.pop()
    return made


def _list(field: int, numbers: Mapping[int, int], common: bool) -> str:
    if not numbers:
        return ""
    if field == _WHERE:
        return "r" + "".join(map(_number, _ranges(list(numbers))))
    sign, levels = ("c", LEVELS // 2) if common else ("l", LEVELS)
    steps = zip(_gaps(list(numbers)), numbers.values(), strict=True)
    return sign + "".join(_number(gap * levels + level * levels // LEVELS) for gap, level in steps)


def _gaps(numbers: Sequence[int]) -> Iterator[int]:
    """How many records lie between each record and the one before."""
    last = -1
    for number in numbers:
        yield number - last - 1
        last = number


def _ranges(numbers: Sequence[int]) -> Iterator[int]:
    """Runs of records: how many are left out, how many follow the first one of the run."""
    end = first = -1
    for number in numbers:
        if number == end:
            end += 1
            continue
        if end > first:
            yield end - first - 1
        yield number - max(end, 0)
        first, end = number, number + 1
    if end > first:
        yield end - first - 1


@lru_cache(maxsize=100_000)
def _number(value: int) -> str:
    """A number in digits of 32, the lowest first; a digit that others follow is one of the upper half."""
    digits = ""
    while value >= _BASE:
        digits += _DIGITS[_BASE + value % _BASE]
        value //= _BASE
    return digits + _DIGITS[value]
