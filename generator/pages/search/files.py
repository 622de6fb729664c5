"""The files of the index, as the page of search loads them.

The manifest stands in the page itself and names the folder of the files, which is called by what
they hold: a browser that keeps old files never mixes them with new ones.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from generator.pages.search.parts import SIZES, Sizes, cut
from generator.pages.search.postings import frequencies, levels
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


def index_of(records: tuple[Record, ...], sizes: Sizes = SIZES) -> SearchIndex:
    """Make the index of some records.

    Args:
        records: The records by number, kinds together in the order of `KINDS`.
        sizes: How large the pieces of the index may grow.

    Returns:
        The index.
    """
    parts = cut(levels(frequencies(records)), sizes)
    files = {
        **{f"terms/{number}.json": _json(part) for number, part in enumerate(parts.parts)},
        **{f"blocks/{number}.json": _json(block) for number, block in enumerate(parts.blocks)},
        **{f"records/{number}.json": chunk for number, chunk in enumerate(_chunks(records))},
    }
    version = sha256("\n".join(files.values()).encode()).hexdigest()[:_HASH]
    manifest = {
        "version": version,
        "count": len(records),
        "block": sizes.block,
        "chunk": CHUNK,
        "kinds": _kinds(records),
        "keys": parts.keys,
    }
    return SearchIndex(
        _json(manifest), {f"{version}/{path}": content for path, content in files.items()}
    )


def _kinds(records: tuple[Record, ...]) -> list[Mapping[str, object]]:
    kinds = [record.kind.id for record in records]
    return [
        {"label": kind.label, "boost": kind.boost, "count": kinds.count(kind.id)} for kind in KINDS
    ]


def _chunks(records: tuple[Record, ...]) -> Iterator[str]:
    for start in range(0, len(records), CHUNK):
        yield _json([_shown(record) for record in records[start : start + CHUNK]])


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
