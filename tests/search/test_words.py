"""Words: what is one word, and that both halves of the search agree on it."""

import unicodedata

import pytest

from generator.pages.search.parts import sort_key
from generator.pages.search.record import Record
from generator.pages.search.words import key_of, words_of
from tests.search.node import Node

WORDS = """
const { wordsOf, fold } = await import("./words.js");
const { sortKey } = await import("./store.js");
const terms = (text) => [...wordsOf(text.normalize("NFC"))].map((word) => [word.term, word.percent]);
say({ words: given.texts.map(terms), keys: given.terms.map(sortKey) });
"""


def terms(text: str) -> list[str]:
    """Terms of a text's words."""
    return [word.term for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết số 57-NQ/TW", ["nghị", "quyết", "số", "57", "nq", "tw"]),
        ("1330/ĐA-UBND", ["1330", "đa", "ubnd"]),
        ("1.184.374 triệu đồng", ["1184374", "triệu", "đồng"]),
        ("1,184,374", ["1184374"]),
        ("1.184,5", ["1184,5"]),
        ("42,05 và 42.05", ["42,05", "và", "42,05"]),
        ("0,125", ["0,125"]),
        ("nhiệm vụ 1.10", ["nhiệm", "vụ", "1,10"]),
        ("03/NQ-CP ngày 09/01/2025", ["3", "nq", "cp", "ngày", "9", "1", "2025"]),
        ("22.12.2024", ["22", "12", "2024"]),
        ("giai đoạn 2025-2030", ["giai", "đoạn", "2025", "2030"]),
        ("năm 2025.Theo", ["năm", "2025", "theo"]),
        ("phủ sóng 5G, B102", ["phủ", "sóng", "5g", "b102"]),
        ("(PII) “Bình dân học vụ số”", ["pii", "bình", "dân", "học", "vụ", "số"]),
        ("BÁN DẪN", ["bán", "dẫn"]),
        ("Ðồng Tháp", ["đồng", "tháp"]),
    ],
)
def test_a_text_is_taken_apart(text: str, expected: list[str]) -> None:
    """Codes give their pieces, numbers one word whatever separates their thousands."""
    assert terms(text) == expected
    assert terms(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("uỷ ban", "ủy ban"),
        ("kĩ năng", "kỹ năng"),
        ("tỉ lệ", "tỷ lệ"),
        ("quí", "quý"),
        ("quản lí", "quản lý"),
    ],
)
def test_two_spellings_of_a_word_are_one(one: str, other: str) -> None:
    """Where the tone mark stands, and y or i at the end, does not matter."""
    assert terms(one) == terms(other)


@pytest.mark.parametrize("word", ["hoàn", "quý", "tuý", "toán", "nghĩ", "nghi", "bi", "tin", "đi"])
def test_other_words_keep_their_spelling(word: str) -> None:
    """Only open syllables in oa, oe, uy and a lone i change, and no word becomes another one."""
    (changed,) = terms(word)
    assert changed == {"tuý": "túy"}.get(word, word)


def test_a_percentage_is_found_with_and_without_its_sign() -> None:
    """`80 %` gives `80` and `80%`; a bare number gives itself only."""
    assert [word.terms for word in words_of("từ 80 % đến 90%")] == [
        ("từ",), ("80", "80%"), ("đến",), ("90", "90%"),
    ]  # fmt: skip
    assert [word.terms for word in words_of("80")] == [("80",)]


def test_a_key_has_no_marks() -> None:
    """All words that look alike without marks share a key."""
    assert {key_of(word) for word in ("dẫn", "dân", "đàn", "đan")} == {"dan"}


def test_browser_and_build_agree_on_every_word(node: Node, records: tuple[Record, ...]) -> None:
    """Each text of the site gives the same words, and each word the same key, in both halves."""
    texts = [
        text
        for record in records
        for text in (record.title, *record.where, *(part.text for part in record.parts))
    ]
    words = [[[word.term, word.percent] for word in words_of(text)] for text in texts]
    terms = sorted({word.term for text in texts for word in words_of(text)})
    terms += ["ngân sách", "sở tài chính=", "80%", "co-quan:so-tai-chinh"]
    answer = node.run(WORDS, {"texts": texts, "terms": terms})
    assert len(terms) > 1500
    assert answer["words"] == words
    assert answer["keys"] == [sort_key(term) for term in terms]
