"""The index: the same as MiniSearch would make, in pieces that lose nothing."""

import json
from itertools import pairwise

import numpy as np
import pytest

from generator.pages.search.files import index_of, indexed
from generator.pages.search.parts import Parts, Sizes, cut, sort_key
from generator.pages.search.postings import FIELDS, Postings, frequencies, level_of, terms_of
from generator.pages.search.record import KINDS, Record
from tests.search.conftest import SMALL
from tests.search.node import Node

BUILD = """
const index = new MiniSearch({
  fields: given.fields,
  stringifyField: (terms) => terms,
  tokenize: (terms) => terms,
  processTerm: (term) => term,
});
index.addAll(given.documents);
say(index);
"""

READ = """
const store = await openIndex();
const entries = await store.entries([...new Set(given.keys)]);
const lists = {};
for (const entry of [...entries.values()].flat()) {
  const fields = given.fields.map(() => []);
  for (const block of [...store.blocksOf(entry)].sort((a, b) => a - b)) {
    const found = await store.inBlock(entry, block);
    found.forEach((list, field) => fields[field].push(...list));
  }
  lists[entry.term] = fields;
}
say(lists);
"""

SCORES = """
const search = (js, b) => MiniSearch.loadJS(js, { fields: ["title"] })
  .search("chuyển", { bm25: { k: 1.2, b, d: 0.5 } })
  .map(({ id, score }) => [id, score]);
say([search(given.plain, 0.7), search(given.weighed, 0)]);
"""


@pytest.fixture(scope="session")
def parts(records: tuple[Record, ...]) -> Parts:
    """The index of all records in small pieces."""
    return cut(Postings(frequencies(records)), SMALL)


def test_our_index_is_what_minisearch_would_save(node: Node, records: tuple[Record, ...]) -> None:
    """Terms, fields, records, frequencies and lengths are those of MiniSearch's own JSON."""
    documents = [
        {"id": number, **dict(zip(FIELDS, terms_of(record), strict=True))}
        for number, record in enumerate(records)
    ]
    saved = node.run(BUILD, {"fields": FIELDS, "documents": documents})
    counted = frequencies(records)
    ours: dict[str, dict[str, dict[str, int]]] = {}
    for term, field, number, count in counted.entries.tolist():
        ours.setdefault(counted.terms[term], {}).setdefault(str(field), {})[str(number)] = count
    assert saved["serializationVersion"] == 2
    assert saved["fieldIds"] == {name: field for field, name in enumerate(FIELDS)}
    assert dict(saved["index"]) == ours
    assert saved["fieldLength"] == {
        str(number): lengths for number, lengths in enumerate(counted.lengths.tolist())
    }


def test_a_frequency_weighed_beforehand_scores_as_minisearch_would(node: Node) -> None:
    """With the length of fields weighed in and `b` 0, each score is what `b` 0.7 gives."""
    counts, lengths = [1, 2, 1, 3], [3, 10, 20, 7]
    average = sum(lengths) / len(lengths)
    numbers = [str(number) for number in range(4)]

    def saved(frequencies: list[float], lengths: list[int], average: float) -> dict[str, object]:
        return {
            "documentCount": 10,
            "nextId": 10,
            "documentIds": {number: int(number) for number in numbers},
            "fieldIds": {"title": 0},
            "fieldLength": {n: [length] for n, length in zip(numbers, lengths, strict=True)},
            "averageFieldLength": [average],
            "storedFields": {},
            "dirtCount": 0,
            "index": [["chuyển", {"0": dict(zip(numbers, frequencies, strict=True))}]],
            "serializationVersion": 2,
        }

    weighed = [
        count / (0.3 + 0.7 * length / average)
        for count, length in zip(counts, lengths, strict=True)
    ]
    plain, ours = node.run(
        SCORES,
        {
            "plain": saved([float(c) for c in counts], lengths, average),
            "weighed": saved(weighed, [1] * 4, 1),
        },
    )
    assert [number for number, _ in ours] == [number for number, _ in plain]
    assert [score for _, score in ours] == pytest.approx([score for _, score in plain])


@pytest.mark.parametrize(
    ("count", "length", "level"),
    [(1, 1.0, 4), (2, 1.0, 6), (1, 0.1, 7), (1, 4.0, 1), (9, 0.1, 7), (1, 90.0, 0)],
)
def test_two_levels_more_are_twice_as_much(count: int, length: float, level: int) -> None:
    """Level 4 is once in a field of average length; the scale ends at 0 and 7."""
    assert level_of(np.array([count]), np.array([length])).tolist() == [level]


def test_the_browser_reads_every_list_as_it_was_written(
    cut_small: Node, records: tuple[Record, ...]
) -> None:
    """Each term has its records and levels in each field, however it was cut into blocks."""
    weighed = Postings(frequencies(records))
    asked = {"fields": FIELDS, "keys": [sort_key(term) for term in weighed]}
    read = cut_small.run(READ, asked)
    assert set(read) == set(weighed)
    for term, fields in weighed.items():
        coarse = sum(map(len, fields.values())) > SMALL.common
        for field, name in enumerate(FIELDS):
            expected = [
                [number, pytest.approx(_frequency(level, name, coarse))]
                for number, level in fields.get(field, {}).items()
            ]
            assert read[term][field] == expected, (term, name)


def _frequency(level: int, field: str, coarse: bool) -> float:
    """What a level stands for in the browser."""
    if field == "where":
        return 1
    return 2 ** ((2 * (level // 2) + 0.5 - 4) / 2 if coarse else (level - 4) / 2)


def test_parts_are_in_order_and_share_no_key(parts: Parts) -> None:
    """A key is looked for in one part: the last that begins with it or before it."""
    assert list(parts.keys) == sorted(parts.keys)
    assert len(parts.keys) == len(parts.parts) > 50
    for part, following in pairwise(parts.parts):
        assert sort_key(str(part[-1][0])) < sort_key(str(following[0][0]))


def test_a_term_of_many_records_goes_on_in_blocks(parts: Parts) -> None:
    """The commonest word names further files, and a rare one does not."""
    entries = {str(entry[0]): entry for part in parts.parts for entry in part}
    assert isinstance(entries["công"][-1], dict)
    assert not isinstance(entries["1330="][-1], dict)
    assert len(parts.blocks) > 20


def test_no_piece_grows_with_the_library(records: tuple[Record, ...]) -> None:
    """Four times the records make more files, and none of them longer than a first query allows."""
    many = tuple(record for record in records for _ in range(4))
    sizes = Sizes(block=1024, part=2000, common=200, longest=1000)
    for library in (records, many):
        parts = cut(Postings(frequencies(library)), sizes)
        single = [part for part, key in zip(parts.parts, parts.keys, strict=True) if key < "~"]
        longest = max(len(json.dumps(part, ensure_ascii=False)) for part in single)
        assert longest < 12_000


def test_the_same_records_give_the_same_files(records: tuple[Record, ...]) -> None:
    """Making an index twice gives the same bytes; another title gives another folder."""
    first, again = (index_of([indexed(records[:200])]) for _ in range(2))
    assert first == again
    assert (
        json.loads(first.manifest)["version"]
        != json.loads(index_of([indexed(records[:199])]).manifest)["version"]
    )


def test_the_manifest_tells_how_many_records_there_are_of_each_kind(
    records: tuple[Record, ...],
) -> None:
    """Records are numbered by kind in the order of `KINDS`, so that a number tells its kind."""
    manifest = json.loads(index_of([indexed(records)]).manifest)
    assert [kind["label"] for kind in manifest["kinds"]] == [kind.label for kind in KINDS]
    assert sum(kind["count"] for kind in manifest["kinds"]) == manifest["count"] == len(records)
    ranks = [KINDS.index(record.kind) for record in records]
    assert ranks == sorted(ranks)
