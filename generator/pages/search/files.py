"""The files of the index, as the page of search loads them.

The manifest stands in the page itself and names the folder of the files, which is called by what
they hold: a browser that keeps old files never mixes them with new ones.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from generator.pages.search.parts import SIZES, Sizes, cut
from generator.pages.search.postings import Array, Frequencies, Postings, frequencies, joined
from generator.pages.search.record import KINDS, Record

CHUNK = 16
"""Records in a file of what is shown."""

_HASH = 12


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An index ready to be served.

    Attributes:
        manifest: JSON for the page of search: where which term is, how many records of each kind.
        files: Path below the page's address to content.
    """

    manifest: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """Records of one part of a site, made ready for the index.

    Attributes:
        kinds: Position of each record's kind in `KINDS`.
        shown: JSON of each record, as the page of search shows it.
        frequencies: Their terms.
    """

    kinds: tuple[int, ...]
    shown: tuple[str, ...]
    frequencies: Frequencies


_RANK = {kind.id: position for position, kind in enumerate(KINDS)}


def indexed(records: Sequence[Record]) -> Indexed:
    """Make records ready for the index.

    Args:
        records: Records of one part of a site, in its order.

    Returns:
        What the index needs of them.
    """
    return Indexed(
        tuple(_RANK[record.kind.id] for record in records),
        tuple(_json(_shown(record)) for record in records),
        frequencies(records),
    )


def index_of(parts: Sequence[Indexed], sizes: Sizes = SIZES) -> SearchIndex:
    """Make the index of a site.

    Args:
        parts: Its parts in order.
        sizes: How large the pieces of the index may grow.

    Returns:
        The index. Records are numbered by the importance of their kind, and within a kind as
        they come.
    """
    kinds = np.array([kind for part in parts for kind in part.kinds], np.int32)
    order = np.argsort(kinds, kind="stable")
    numbers = np.empty_like(order, np.int32)
    numbers[order] = np.arange(len(order))
    ends = np.cumsum([len(part.kinds) for part in parts])
    counted = joined([part.frequencies for part in parts], np.split(numbers, ends[:-1]))
    shown = [text for part in parts for text in part.shown]
    pieces = cut(Postings(counted), sizes)
    files = {
        **{f"terms/{number}.json": _json(part) for number, part in enumerate(pieces.parts)},
        **{f"blocks/{number}.json": _json(block) for number, block in enumerate(pieces.blocks)},
        **{
            f"records/{number}.json": chunk
            for number, chunk in enumerate(_chunks([shown[index] for index in order]))
        },
    }
    version = sha256("\n".join(files.values()).encode()).hexdigest()[:_HASH]
    manifest = {
        "version": version,
        "count": len(shown),
        "block": sizes.block,
        "chunk": CHUNK,
        "kinds": _kinds(kinds),
        "keys": pieces.keys,
    }
    return SearchIndex(
        _json(manifest), {f"{version}/{path}": content for path, content in files.items()}
    )


def _kinds(kinds: Array) -> list[Mapping[str, object]]:
    counts = np.bincount(kinds, minlength=len(KINDS)).tolist()
    return [
        {"label": kind.label, "boost": kind.boost, "count": count}
        for kind, count in zip(KINDS, counts, strict=True)
    ]


def _chunks(shown: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(shown), CHUNK):
        yield f"[{','.join(shown[start : start + CHUNK])}]"


def _shown(record: Record) -> list[object]:
    """A record as the page of search shows it; its number tells its kind."""
    return [
        record.title,
        record.address,
        record.where,
        record.place,
        [[part.label, part.text, part.unit] for part in record.parts],
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
