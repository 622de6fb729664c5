"""Vietnamese text: folding for search, slugs, alphabetical order, typing hints.

Nothing depends on the machine's locale or on how the text is composed (NFC or NFD).
"""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

HOMOGLYPHS = str.maketrans(
    {
        "\u00d0": "Đ",  # Latin eth: typed for Đ in some published documents
        "\u00f0": "đ",
        "\u0189": "Đ",  # African D
        "\u0256": "đ",
        "\u2010": "-",
        "\u2011": "-",
    }
)
"""Characters that look like another one on paper and were typed in its stead."""

_DASHES = str.maketrans(dict.fromkeys("\u2012\u2013\u2014\u2015\u2212", "-"))
_INVISIBLE = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"))

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Grave, hook, tilde, acute, dot below: huyền, hỏi, ngã, sắc, nặng, after the level tone."""

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


def normalise_spaces(text: str) -> str:
    """Bring text to one line.

    Args:
        text: Any text.

    Returns:
        The text with every run of white space (line ends, tabs and no-break spaces too) as one
        space, none at its ends, and without invisible characters.
    """
    return " ".join(text.translate(_INVISIBLE).split())


def shorten(text: str, most: int = 60) -> str:
    """Cut a text at a word so that a sentence that quotes it stays readable.

    Args:
        text: Any text on one line.
        most: Length up to which it is left whole.

    Returns:
        The text, or its beginning without a trailing mark and with an ellipsis.
    """
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def fold(text: str) -> str:
    """Reduce text to what someone types without a Vietnamese keyboard.

    Args:
        text: Any text, NFC or NFD.

    Returns:
        Lower case without marks, đ as d, every dash as a hyphen, white space collapsed.
        Texts that differ only in these have the same result.
    """
    plain = normalise_spaces(text).translate(HOMOGLYPHS).translate(_DASHES).casefold()
    letters = (c for c in unicodedata.normalize("NFD", plain) if unicodedata.category(c) != "Mn")
    return "".join(letters).replace("đ", "d")


def slugify(text: str) -> str:
    """Make an id for addresses.

    Args:
        text: Any text.

    Returns:
        Lower-case ASCII words joined by hyphens; empty when the text has no letter or digit.
    """
    folded = fold(text)
    spaced = (c if c.isascii() and c.isalnum() else " " for c in folded)
    return "-".join("".join(spaced).split())


@lru_cache(maxsize=4096)
def _split_tone(character: str) -> tuple[str, int]:
    """Take the tone off a letter: ế gives ê and 4."""
    tone, rest = 0, ""
    for mark in unicodedata.normalize("NFD", character):
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            rest += mark
    return unicodedata.normalize("NFC", rest), tone


@lru_cache(maxsize=4096)
def _rank(letter: str) -> int:
    """Place of a character: space, other signs, digits, the alphabet, everything else."""
    if letter == " ":
        return 0
    place = _LETTERS.find(letter)
    if place >= 0:
        return 100 + place
    if letter.isascii() and letter.isdigit():
        return 10 + int(letter)
    return 1 if not letter.isalnum() else 1000 + ord(letter[0])


@lru_cache(maxsize=10_000)
def sort_key(text: str) -> SortKey:
    """Key for Vietnamese alphabetical order.

    Args:
        text: Any text, NFC or NFD.

    Returns:
        A key that orders by letters first (a ă â b c d đ e ê …), over the whole text; then by
        tones (level, huyền, hỏi, ngã, sắc, nặng) from the left; then by the text itself, so that
        the order is the same everywhere.
    """
    composed = unicodedata.normalize("NFC", normalise_spaces(text)).translate(HOMOGLYPHS)
    split = [_split_tone(character) for character in composed.lower()]
    return tuple(_rank(letter) for letter, _ in split), tuple(tone for _, tone in split), composed


_LONGEST_WORD = 200


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Guess what was meant by a word that is not known.

    Args:
        word: What was typed.
        known: What could have been meant.

    Returns:
        The most alike of the known words, marks aside where that is closer; None when none is
        alike enough, or when it is no word but a whole paragraph, which takes long to compare.
    """
    if len(word) > _LONGEST_WORD:
        return None
    words = sorted(set(known))
    exact = get_close_matches(word, words, n=1, cutoff=0.75)
    if exact:
        return exact[0]
    folded = {fold(candidate): candidate for candidate in reversed(words)}
    close = get_close_matches(fold(word), folded, n=1)
    return folded[close[0]] if close else None
