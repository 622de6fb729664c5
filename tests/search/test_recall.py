"""Recall: every row is found by its own words, however they are typed."""

import unicodedata

import pytest

from generator.pages.search.record import GUIDE, PAGE, Record
from generator.vietnamese import fold
from tests.search.node import Node, ask

MOST = 5000


def rows(records: tuple[Record, ...]) -> list[Record]:
    """Records of plans, agencies and rules."""
    return [record for record in records if record.kind not in {PAGE, GUIDE}]


def missed(node: Node, queries: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Queries that do not find the address that belongs to them."""
    answers = ask(node, *({"query": query, "most": MOST} for query, _ in queries))
    return [
        asked for asked, answer in zip(queries, answers, strict=True)
        if asked[1] not in answer["found"]
    ]  # fmt: skip


@pytest.mark.parametrize("marks", [True, False], ids=["with marks", "without marks"])
@pytest.mark.parametrize("index", ["searched", "cut_small"])
def test_every_row_is_found_by_the_words_of_its_title(
    index: str, marks: bool, records: tuple[Record, ...], request: pytest.FixtureRequest
) -> None:
    """No row of any plan is missed, in an index of whole lists and in one of many blocks."""
    every = rows(records)[:: 1 if index == "searched" else 5]
    queries = [(r.title if marks else fold(r.title), r.address) for r in every]
    assert len(queries) > 250
    assert missed(request.getfixturevalue(index), queries) == []


def test_every_row_is_found_by_what_else_it_says(
    searched: Node, records: tuple[Record, ...]
) -> None:
    """Amounts, agencies, deadlines and remarks lead to their row too, next to a title's first words."""
    queries = [
        (f"{' '.join(record.title.split()[:4])} {' '.join(part.text.split()[:5])}", record.address)
        for record in rows(records)[::3]
        for part in record.parts[-1:]
    ]
    assert len(queries) > 300
    assert missed(searched, queries) == []


def test_decomposed_and_upper_case_typing_finds_the_same(
    searched: Node, records: tuple[Record, ...]
) -> None:
    """NFD, capitals and đ typed as d change nothing."""
    sample = rows(records)[::40]
    for change in (
        lambda text: unicodedata.normalize("NFD", text),
        str.upper,
        lambda text: fold(text).upper(),
    ):
        assert missed(searched, [(change(r.title), r.address) for r in sample]) == []


def test_blocks_and_whole_lists_give_the_same_results(searched: Node, cut_small: Node) -> None:
    """Cut up or not, a query has the same results; only their order may differ."""
    queries = [
        {"query": text, "most": 3000, "filters": filters}
        for text in ("ngân sách", "cong nghe", "57-NQ/TW", "80%", '"chuyển đổi số"', "Sở Tài chính")
        for filters in ([], ["tinh:tay-ninh"], ["loai:nhiem-vu", "co-quan:so-noi-vu"])
    ]
    whole, cut = ask(searched, *queries), ask(cut_small, *queries)
    assert sum(answer["count"] for answer in whole) > 1000
    for query, one, other in zip(queries, whole, cut, strict=True):
        assert sorted(one["found"]) == sorted(other["found"]), query
