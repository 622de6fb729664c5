"""Numerals in words: pairs written by hand, refusals, changed words."""

# ruff: noqa: S311 -- seeded on purpose: samples must be the same in every run

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import KehoachError
from generator.vietnamese import NumeralError, Spelling, read_amount, read_number, spell_number
from generator.vietnamese.groups import VOCABULARY

SYNONYMS = (
    {"tỷ", "tỉ"},
    {"nghìn", "ngàn"},
    {"linh", "lẻ"},
    {"một", "mốt"},
    {"bốn", "tư"},
    {"năm", "lăm", "nhăm"},
    {"bảy", "bẩy"},
)
"""Words of one meaning: to change one for the other changes nothing."""

STANDARD = [
    (0, "không"),
    (1, "một"),
    (4, "bốn"),
    (5, "năm"),
    (10, "mười"),
    (11, "mười một"),
    (14, "mười bốn"),
    (15, "mười lăm"),
    (20, "hai mươi"),
    (21, "hai mươi mốt"),
    (24, "hai mươi tư"),
    (25, "hai mươi lăm"),
    (31, "ba mươi mốt"),
    (44, "bốn mươi tư"),
    (55, "năm mươi lăm"),
    (91, "chín mươi mốt"),
    (100, "một trăm"),
    (101, "một trăm linh một"),
    (104, "một trăm linh bốn"),
    (105, "một trăm linh năm"),
    (110, "một trăm mười"),
    (111, "một trăm mười một"),
    (115, "một trăm mười lăm"),
    (120, "một trăm hai mươi"),
    (121, "một trăm hai mươi mốt"),
    (555, "năm trăm năm mươi lăm"),
    (999, "chín trăm chín mươi chín"),
    (1000, "một nghìn"),
    (1001, "một nghìn không trăm linh một"),
    (1010, "một nghìn không trăm mười"),
    (1015, "một nghìn không trăm mười lăm"),
    (1024, "một nghìn không trăm hai mươi tư"),
    (1100, "một nghìn một trăm"),
    (2025, "hai nghìn không trăm hai mươi lăm"),
    (10_000, "mười nghìn"),
    (15_000, "mười lăm nghìn"),
    (21_021, "hai mươi mốt nghìn không trăm hai mươi mốt"),
    (100_000, "một trăm nghìn"),
    (105_005, "một trăm linh năm nghìn không trăm linh năm"),
    (1_000_000, "một triệu"),
    (1_000_001, "một triệu không trăm linh một"),
    (1_005_000, "một triệu không trăm linh năm nghìn"),
    (
        1_184_374,
        "một triệu một trăm tám mươi tư nghìn ba trăm bảy mươi tư",
    ),
    (277_430_000_000, "hai trăm bảy mươi bảy tỷ bốn trăm ba mươi triệu"),
    (300_430_000_000, "ba trăm tỷ bốn trăm ba mươi triệu"),
    (390_000_000_000, "ba trăm chín mươi tỷ"),
    (1_000_000_000, "một tỷ"),
    (1_000_000_005, "một tỷ không trăm linh năm"),
    (1_000_005_000, "một tỷ không trăm linh năm nghìn"),
    (1_000_000_000_000, "một nghìn tỷ"),
    (1_005_000_000_000, "một nghìn không trăm linh năm tỷ"),
    (6_139_164_000_000, "sáu nghìn một trăm ba mươi chín tỷ một trăm sáu mươi tư triệu"),
    (6_529_164_000_000, "sáu nghìn năm trăm hai mươi chín tỷ một trăm sáu mươi tư triệu"),
    (6_856_988_000_000, "sáu nghìn tám trăm năm mươi sáu tỷ chín trăm tám mươi tám triệu"),
    (10**15, "một triệu tỷ"),
    (10**15 + 10**12, "một triệu không trăm linh một nghìn tỷ"),
    (10**15 + 1, "một triệu tỷ không trăm linh một"),
    (3_000_200 * 10**9, "ba triệu hai trăm tỷ"),
    (500 * 10**15, "năm trăm triệu tỷ"),
    (11_511_900 * 10**9, "mười một triệu năm trăm mười một nghìn chín trăm tỷ"),
]

VARIANTS = [
    (105, "một trăm lẻ năm"),
    (104, "một trăm linh tư"),
    (14, "mười tư"),
    (15, "mười nhăm"),
    (15, "mười năm"),
    (21, "hai mươi một"),
    (24, "hai mươi bốn"),
    (25, "hai mươi nhăm"),
    (25, "hai mươi năm"),
    (77, "bẩy mươi bẩy"),
    (1001, "một nghìn không trăm lẻ một"),
    (1001, "một ngàn lẻ một"),
    (1005, "một nghìn linh năm"),
    (1050, "một nghìn năm mươi"),
    (1_050_000, "một triệu năm mươi ngàn"),
    (2_005_000_000, "hai tỉ năm triệu"),
    (1_020_000_000_000, "một nghìn hai mươi tỷ"),
    (6_856_988_000_000, "Sáu ngàn, tám trăm năm mươi sáu tỉ, chín trăm tám mươi tám triệu"),
    (6_856_988_000_000, "sáu nghìn tám trăm năm mươi sáu tỷ , chín trăm tám mươi tám triệu"),
    (1_000_200, "MỘT TRIỆU HAI TRĂM"),
    (25, "hai-mươi-lăm"),
    (1200, "  một \t nghìn\u00a0hai\n trăm "),
]

REFUSED = [
    ("", ""),
    ("   ", ""),
    ("một trăm hai", "hai"),
    ("hai nghìn năm", "năm"),
    ("ba tỷ hai", "hai"),
    ("sáu nghìn năm tỷ", "năm"),
    ("ba triệu hai tỷ", "hai"),
    ("ba triệu hai mươi tỷ", "hai"),
    ("ba nghìn hai triệu", "triệu"),
    ("một nghìn triệu", "triệu"),
    ("ba triệu hai triệu", "triệu"),
    ("ba nghìn hai trăm nghìn", "nghìn"),
    ("năm tỷ tám trăm sáu mươi mốt tỷ bảy trăm ba mươi bốn tỷ", "tỷ"),
    ("một tỷ tỷ", "tỷ"),
    ("mươi", "mươi"),
    ("mươi hai", "mươi"),
    ("một mươi", "một"),
    ("không mươi hai", "không"),
    ("hai mươi mười", "mười"),
    ("hai mươi không", "không"),
    ("mười không", "không"),
    ("mười mốt", "mốt"),
    ("mốt", "mốt"),
    ("lăm", "lăm"),
    ("tư trăm", "tư"),
    ("trăm", "trăm"),
    ("trăm hai mươi", "trăm"),
    ("mười trăm", "mười"),
    ("hai mươi trăm", "trăm"),
    ("linh năm", "linh"),
    ("một trăm linh", "linh"),
    ("một trăm linh mười", "mười"),
    ("một trăm linh lăm", "lăm"),
    ("một trăm linh không", "không"),
    ("không trăm linh năm", "không"),
    ("không một", "một"),
    ("một không năm", "không"),
    ("hai ba", "ba"),
    ("một tỷ không triệu năm trăm nghìn", "không"),
    ("một triệu không trăm nghìn", "không"),
    ("một nghìn không trăm", "không"),
    ("không tỷ", "không"),
    ("tỷ", "tỷ"),
    ("triệu hai trăm", "triệu"),
    ("nghìn tỷ", "nghìn"),
    ("một triệu nghìn", "nghìn"),
    ("hăm ba", "hăm"),
    ("băm mốt", "băm"),
    ("hai chục triệu", "chục"),
    ("ba vạn", "vạn"),
    ("một tỷ rưỡi", "rưỡi"),
    ("ba phẩy năm tỷ", "phẩy"),
    ("một trăm lẽ năm", "lẽ"),
    ("năm trăm triẹu", "triẹu"),
    ("6 nghìn tỷ", "6"),
    ("hai, mươi", "hai,"),
    ("hai mươi đồng", "đồng"),
    ("trừ năm", "trừ"),
]


@pytest.mark.parametrize(("number", "words"), STANDARD)
def test_standard_words_are_written_and_read(number: int, words: str) -> None:
    """The official reading of a number is written so, and read back."""
    assert spell_number(number) == words
    assert read_number(words) == number


@pytest.mark.parametrize(("number", "words"), VARIANTS)
def test_variants_in_official_use_are_read(number: int, words: str) -> None:
    """Variants, commas after classes, capitals, hyphens and odd spaces change nothing."""
    assert read_number(words) == number
    assert read_number(unicodedata.normalize("NFD", words)) == number


@pytest.mark.parametrize(("words", "culprit"), REFUSED)
def test_words_that_leave_a_doubt_are_refused_by_name(words: str, culprit: str) -> None:
    """Words that are no numeral, out of order or open to doubt are refused, naming the word."""
    with pytest.raises(NumeralError) as caught:
        read_number(words)
    assert caught.value.word == culprit
    assert f"«{culprit}»" in str(caught.value) or not culprit or culprit == "tỷ"
    assert isinstance(caught.value, KehoachError)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "(Sáu nghìn, tám trăm năm mươi sáu tỷ, chín trăm tám mươi tám triệu đồng)",
            6_856_988_000_000,
        ),
        ("Ba trăm tỷ, bốn trăm ba mươi triệu đồng", 300_430_000_000),
        ("Hai trăm bảy mươi bảy tỷ, bốn trăm ba mươi triệu đồng", 277_430_000_000),
        ("Bằng chữ: Ba trăm chín mươi tỷ đồng chẵn./.", 390_000_000_000),
        ("(Bằng chữ: Ba trăm chín mươi tỷ đồng chẵn./.)", 390_000_000_000),
        ("(Ba trăm chín mươi tỷ đồng)./.", 390_000_000_000),
        ("Số tiền bằng chữ: một triệu đồng.", 1_000_000),
        ("Số tiền (bằng chữ): một triệu đồng.", 1_000_000),
        ("Năm triệu đồng Việt Nam", 5_000_000),
        ("Năm triệu Việt Nam đồng", 5_000_000),
        ("một triệu tỷ đồng", 10**15),
        ("không đồng", 0),
        ("Mười lăm nghìn", 15_000),
    ],
)
def test_amounts_are_read_in_the_frame_of_a_document(words: str, expected: int) -> None:
    """Brackets, "Bằng chữ:", "đồng chẵn" and closing marks around an amount are understood."""
    assert read_amount(words) == expected
    assert read_amount(unicodedata.normalize("NFD", words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "đồng",
        "()",
        "ba đồng triệu",
        "ba triệu đồng năm nghìn",
        "ba triệu chẵn",
        "ba triệu đô la",
        "(ba triệu đồng",
        "Năm tỷ tám trăm sáu mươi mốt tỷ, bảy trăm ba mươi bốn tỷ đồng",
        "6.856.988.000.000 đồng",
    ],
)
def test_amounts_with_anything_else_are_refused(words: str) -> None:
    """What is not an amount in đồng, whole and in order, is refused."""
    with pytest.raises(NumeralError):
        read_amount(words)


def test_a_likely_slip_of_the_pen_gets_a_hint() -> None:
    """A misspelt numeral word is answered with the word that was probably meant."""
    with pytest.raises(NumeralError, match="hãy xem có phải «lẻ»"):
        read_number("một trăm lẽ năm")


@pytest.mark.parametrize("number", [-1, 10**18, -(10**20)])
def test_numbers_out_of_reach_are_not_spelled(number: int) -> None:
    """Negative numbers and numbers from 10^18 on have no spelling here."""
    with pytest.raises(NumeralError, match="10\\^18"):
        spell_number(number)


def test_commas_stand_between_classes_only() -> None:
    """The comma variant puts a comma after each class and none before a closing tỷ."""
    commas = Spelling(commas=True)
    assert spell_number(6_000_000_005_000, commas) == ("sáu nghìn tỷ, không trăm linh năm nghìn")
    assert spell_number(6_856_988_000_000, commas) == (
        "sáu nghìn, tám trăm năm mươi sáu tỷ, chín trăm tám mươi tám triệu"
    )


@given(st.integers(0, 10**18 - 1))
def test_reading_undoes_spelling(number: int) -> None:
    """Any number in reach comes back from its words."""
    assert read_number(spell_number(number)) == number


@given(st.integers(0, 10**18 - 1), st.integers(0, 10**18 - 1))
def test_different_numbers_have_different_words(first: int, second: int) -> None:
    """No two numbers share a spelling."""
    assert (spell_number(first) == spell_number(second)) == (first == second)


@given(st.lists(st.sampled_from(sorted(VOCABULARY)), min_size=1, max_size=8).map(" ".join))
def test_what_is_read_can_be_written_again(words: str) -> None:
    """A sequence of numeral words is refused or has a value whose spelling reads the same."""
    try:
        number = read_number(words)
    except NumeralError:
        return
    assert read_number(spell_number(number)) == number


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Arbitrary text ends in a value or a NumeralError, never in another failure."""
    try:
        value = read_amount(text)
    except NumeralError:
        value = 0
    assert 0 <= value < 10**18


def _amounts() -> list[int]:
    rng = random.Random(359)
    telling = (0, 1, 4, 5, 7, 10, 11, 14, 15, 20, 21, 24, 25, 100, 101, 105, 110, 115, 120, 555)
    sparse = [
        sum(rng.choice(telling) * 1000**k for k in range(rng.randint(1, 6))) for _ in range(150)
    ]
    return sparse + [rng.randrange(10 ** rng.randint(1, 18)) for _ in range(150)]


def _means_the_same(first: str, second: str) -> bool:
    return first == second or any({first, second} <= group for group in SYNONYMS)


def _reads_as(words: list[str], number: int) -> bool:
    try:
        return read_amount(" ".join(words)) == number
    except NumeralError:
        return False


def test_no_word_can_be_changed_unseen() -> None:
    """One word changed for any numeral word of another meaning: refused, or another value."""
    for number in _amounts():
        words = spell_number(number).split()
        for i, word in enumerate(words):
            for other in VOCABULARY:
                if not _means_the_same(word, other):
                    changed = [*words[:i], other, *words[i + 1 :]]
                    assert not _reads_as(changed, number), " ".join(changed)


def test_no_word_can_be_lost_or_moved_unseen() -> None:
    """One word left out, doubled or changed with its neighbour: refused, or another value."""
    for number in _amounts():
        words = spell_number(number).split()
        for i, word in enumerate(words):
            assert not _reads_as([*words[:i], *words[i + 1 :]], number)
            assert not _reads_as([*words[:i], word, *words[i:]], number)
        for i, (first, second) in enumerate(pairwise(words)):
            if first != second:
                assert not _reads_as([*words[:i], second, first, *words[i + 2 :]], number)
