"""Vietnamese text as words to search for: one word a syllable, a number or a piece of a code.

`assets/search/words.js` does the same in the browser; the tests hold the two together.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.vietnamese import fold
from generator.vietnamese.text import HOMOGLYPHS

PERCENT = "%"

JOINING = frozenset({"va", "cua", "cac"})
"""Words without marks that people leave out of names: `Sở Khoa học Công nghệ`."""

_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:[.,][0-9]+)*)(?![^\W_])(?P<percent>\s?%)?|(?P<word>[^\W_]+)"
)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)(?:[.,][0-9]{1,2})?")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_SEPARATORS = re.compile(r"[.,]")
_OPEN_ENDS = {
    new: old
    for plain, news, olds in (
        ("oa", "oà oả oã oá oạ", "òa ỏa õa óa ọa"),
        ("oe", "oè oẻ oẽ oé oẹ", "òe ỏe õe óe ọe"),
        ("uy", "uỳ uỷ uỹ uý uỵ", "ùy ủy ũy úy ụy"),
    )
    for new, old in zip(news.split(), olds.split(), strict=True)
}
_Y_FOR_I = str.maketrans("iìỉĩíị", "yỳỷỹýỵ")
_LONE_I = re.compile(r"(?:[hklmst]|qu)[iìỉĩíị]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes:
        term: Its form in the index: lower case, composed, of one spelling.
        percent: Whether a percent sign follows.
    """

    term: str
    percent: bool = False

    @property
    def terms(self) -> tuple[str, ...]:
        """What it can be found by: a percentage as `80` and as `80%`."""
        return (self.term, self.term + PERCENT) if self.percent else (self.term,)


def words_of(text: str) -> Iterator[Word]:
    """Take a text apart.

    Args:
        text: Any text, NFC or NFD.

    Yields:
        Its words in order. `57-NQ/TW` is three; a number is one, whatever separates its
        thousands: `1.184.374` gives `1184374`, `42,05` and `42.05` give `42,05`.
    """
    plain = unicodedata.normalize("NFC", text).translate(HOMOGLYPHS).lower()
    for found in _TOKEN.finditer(plain):
        if number := found["number"]:
            pieces = _number(number)
            yield from (Word(piece) for piece in pieces[:-1])
            yield Word(pieces[-1], found["percent"] is not None)
        else:
            yield _word(found["word"])


@lru_cache(maxsize=100_000)
def key_of(term: str) -> str:
    """The form without marks, by which terms are ordered: one key for all that look alike."""
    return fold(term)


def pair(first: str, second: str) -> str:
    """The term of two words that stand side by side."""
    return f"{first} {second}"


def _number(number: str) -> list[str]:
    if _THOUSANDS.fullmatch(number):
        whole, _, rest = re.sub(r"[.,](?=[0-9]{3})", "", number).replace(".", ",").partition(",")
        return [f"{whole},{rest}" if rest else whole]
    if _DECIMAL.fullmatch(number):
        whole, rest = _SEPARATORS.split(number)
        return [f"{_integer(whole)},{rest}"]
    return [_integer(piece) for piece in _SEPARATORS.split(number)]


def _integer(digits: str) -> str:
    return digits.lstrip("0") or "0"


@lru_cache(maxsize=100_000)
def _word(letters: str) -> Word:
    """A word in its one spelling: `hoà` as `hòa`, `kĩ` as `kỹ`."""
    end = letters[-2:]
    if end in _OPEN_ENDS and letters[-3:-2] != "q":
        return Word(letters[:-2] + _OPEN_ENDS[end])
    return Word(letters.translate(_Y_FOR_I) if _LONE_I.fullmatch(letters) else letters)
