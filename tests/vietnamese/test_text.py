"""Folding, slugs, alphabetical order and hints."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese import fold, nearest, normalise_spaces, slugify, sort_key

VIETNAMESE = st.text(alphabet="aàảãáạăằâấbdđeêếghiklmnoôơợpqrstuưứvxy ADĐÊ-", max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ủy ban nhân dân tỉnh", "uy ban nhan dan tinh"),
        ("ĐỀ ÁN", "de an"),
        ("\u00d0ầu tư", "dau tu"),
        ("  Quảng\u00a0Ngãi\t\n", "quang ngai"),
        ("2026 \u2013 2030", "2026 - 2030"),
        ("357\u2011KH/TU", "357-kh/tu"),
        ("nghỉ\u200b ngơi", "nghi ngoi"),
    ],
)
def test_folding_gives_what_is_typed_without_marks(text: str, folded: str) -> None:
    """Marks, case, đ, dashes and odd spaces make no difference."""
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(VIETNAMESE)
def test_folding_is_final_and_ascii(text: str) -> None:
    """Vietnamese text folds to ASCII, and folding again changes nothing."""
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("1330/ĐA-UBND 2025", "1330-da-ubnd-2025"),
        ("Phụ lục I.1", "phu-luc-i-1"),
        ("  — Sở Y tế —  ", "so-y-te"),
        ("…", ""),
        ("日本", ""),
    ],
)
def test_slugs_are_lower_case_ascii_words(text: str, slug: str) -> None:
    """A slug has only ASCII letters, digits and single hyphens between them."""
    assert slugify(text) == slug


def test_the_alphabet_is_vietnamese() -> None:
    """Letters with their own place in the alphabet come after their base letter."""
    letters = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    backwards = list(reversed(letters))
    assert sorted(backwards, key=sort_key) == letters


def test_tones_come_after_letters() -> None:
    """Words alike in letters stand in the order of the tones; letters weigh more than tones."""
    tones = ["ma", "mà", "mả", "mã", "má", "mạ", "mạn", "măn"]
    backwards = list(reversed(tones))
    assert sorted(backwards, key=sort_key) == tones


def test_names_of_places_are_sorted_as_readers_expect() -> None:
    """Provinces stand in Vietnamese order, digits before letters, spaces first of all."""
    names = ["2 tỉnh", "An Giang", "Bà Rịa", "Bạc Liêu", "Bắc Giang", "Bến Tre", "Cà Mau",
             "Đà Nẵng", "Đắk Lắk", "Hà Nội", "Hải Phòng", "Ninh Bình", "Ninh Thuận", "Quảng Ngãi",
             "Tây Ninh", "Tiền Giang"]  # fmt: skip
    backwards = list(reversed(names))
    assert sorted(backwards, key=sort_key) == names


@given(st.lists(VIETNAMESE, max_size=8))
def test_the_order_does_not_depend_on_composition_or_input_order(texts: list[str]) -> None:
    """NFC and NFD of a text have one key, and any input order gives the same result."""
    assert [sort_key(t) for t in texts] == [
        sort_key(unicodedata.normalize("NFD", t)) for t in texts
    ]
    backwards = list(reversed(texts))
    forth, back = sorted(texts, key=sort_key), sorted(backwards, key=sort_key)
    assert [sort_key(t) for t in forth] == [sort_key(t) for t in back]


def test_spaces_are_collapsed_and_invisible_signs_dropped() -> None:
    """Tabs, no-break spaces, line ends and zero-width characters do not survive."""
    assert normalise_spaces(" a\t\u00a0b\n\ufeffc\u200bd ") == "a b cd"


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("shedule", ["schedule", "title"], "schedule"),
        ("coordinator", ["coordinators", "lead"], "coordinators"),
        ("So Khoa hoc va Cong nghe", ["Sở Y tế", "Sở Khoa học và Công nghệ"],
         "Sở Khoa học và Công nghệ"),
        ("xyz", ["schedule", "title"], None),
        ("schedule", [], None),
    ],
)  # fmt: skip
def test_the_nearest_word_is_the_hint(word: str, known: list[str], guess: str | None) -> None:
    """A slip of the pen finds its word, with or without marks; nonsense finds none."""
    assert nearest(word, known) == guess
    assert nearest(word, set(known)) == guess
