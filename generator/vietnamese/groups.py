"""Reading of a group of three digits in words, the building block of every Vietnamese numeral.

Beside the standard words the variants in official use are read: linh/lẻ, tư/bốn, mốt/một,
lăm/nhăm/năm, bảy/bẩy, and "không trăm" left out where nothing else can be meant. What a reader
would have to guess is refused: *một trăm hai* (102 or 120?), *hai nghìn năm* (2.005 or 2.500?);
so are words that official documents do not write in an amount: *hăm*, *chục*, *vạn*, *rưỡi*.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NoReturn

from generator.errors import KehoachError
from generator.vietnamese.text import nearest


class NumeralError(KehoachError):
    """A number that cannot be spelled, or words that cannot be read as one.

    Attributes:
        word: The word that cannot be read; empty when there is none.
        reason: What is wrong with the word, a clause that goes on from it; empty without a word.
        advice: What to do about it, a clause; empty when there is nothing to add.
    """

    def __init__(self, message: str, word: str = "", reason: str = "") -> None:
        """Keep the word, and what is wrong with it, beside the message."""
        super().__init__(message)
        self.word = word
        self.reason, _, self.advice = reason.partition("; ")


class Place(IntEnum):
    """Where a group stands, which decides how short it may be."""

    HEAD = 0
    """First of the number: no "không trăm", and no "linh" without hundreds."""
    CLASSED = 1
    """Inside, with its own class after it."""
    BARE = 2
    """Inside, the units: many would take a lone digit for hundreds."""
    SKIPPING = 3
    """The units of a section of tỷ right after triệu: the classes may be the wrong way round."""


_DIGITS: Mapping[str, int] = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_NONZERO = {word: digit for word, digit in _DIGITS.items() if digit}
_AFTER_LINH = _NONZERO | {"tư": 4}
_AFTER_TEN = _AFTER_LINH | {"lăm": 5, "nhăm": 5}
_AFTER_TENS = _AFTER_TEN | {"mốt": 1}
_LINH = frozenset({"linh", "lẻ"})

CLASSES: Mapping[str, int] = {
    "tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3,
}  # fmt: skip
VOCABULARY = frozenset({*_AFTER_TENS, *_DIGITS, *CLASSES, *_LINH, "trăm", "mươi", "mười"})
"""Every word that a numeral may have, in NFC and lower case."""

_NOT_OFFICIAL: Mapping[str, str] = {
    "hăm": "là cách nói tắt của «hai mươi»; hãy viết đủ",
    "băm": "là cách nói tắt của «ba mươi»; hãy viết đủ",
    "chục": "không dùng trong số tiền bằng chữ; hãy viết «mươi» hoặc «mười»",
    "vạn": "không dùng trong số tiền bằng chữ; hãy viết «mười nghìn»",
    "rưỡi": "không nói rõ là bao nhiêu; hãy viết đủ các lớp",
    "rưởi": "không nói rõ là bao nhiêu; hãy viết đủ các lớp",
    "phẩy": "mở đầu phần thập phân, có nhiều cách đọc; hãy viết đủ các lớp tỷ, triệu, nghìn",
    "đồng": "chỉ đứng một lần, ở cuối số tiền",
    "chẵn": "chỉ đứng ở cuối số tiền, sau «đồng»",
}


def refuse(word: str, reason: str) -> NoReturn:
    """Refuse a word.

    Args:
        word: The word as read.
        reason: Why, in Vietnamese; the sentence goes on from "từ này".

    Raises:
        NumeralError: Always.
    """
    raise NumeralError(f"Không đọc được «{word}»: từ này {reason}.", word, reason)


def _check_word(word: str) -> None:
    if word in VOCABULARY:
        return
    if word in _NOT_OFFICIAL:
        refuse(word, _NOT_OFFICIAL[word])
    if "," in word:
        refuse(word, "có dấu phẩy, mà dấu phẩy chỉ đứng sau tỷ, triệu, nghìn")
    if any(character.isdigit() for character in word):
        refuse(word, "có chữ số; số tiền bằng chữ không được lẫn chữ số")
    guess = nearest(word, VOCABULARY)
    refuse(word, "không phải từ chỉ số" + (f"; hãy xem có phải «{guess}»" if guess else ""))


def _read_unit(words: Sequence[str], allowed: Mapping[str, int], before: str) -> int:
    """Read the one word that may end a group, after `before`."""
    if words[0] not in allowed:
        refuse(words[0], f"không đứng sau «{before}»")
    if len(words) > 1:
        refuse(words[1], f"không đứng sau «{before} {words[0]}»")
    return allowed[words[0]]


def _read_digit(word: str, place: Place, after_hundreds: bool) -> int:
    """Read a lone digit, where nothing says whether it is tens or units."""
    if after_hundreds or place is Place.BARE:
        refuse(word, "không rõ là trăm, chục hay đơn vị; hãy viết thêm «trăm», «mươi» hoặc «linh»")
    if not _DIGITS[word]:
        refuse(word, "là một lớp bằng không; lớp bằng không thì không đọc")
    return _DIGITS[word]


def _read_tens(words: Sequence[str], place: Place, after_hundreds: bool) -> int:
    """Read what follows the hundreds: at least one word."""
    first, rest = words[0], words[1:]
    if first in _LINH:
        if place is Place.HEAD and not after_hundreds:
            refuse(first, "chỉ đứng sau hàng trăm hoặc sau một lớp lớn hơn")
        return _read_unit(rest, _AFTER_LINH, first) if rest else refuse(first, "thiếu số theo sau")
    if first == "mười":
        return 10 + (_read_unit(rest, _AFTER_TEN, first) if rest else 0)
    if first not in _DIGITS:
        refuse(first, "thiếu một chữ số đứng trước" if first in {"mươi", "trăm"} else
               "không mở đầu một nhóm số")  # fmt: skip
    if not rest:
        return _read_digit(first, place, after_hundreds)
    if rest[0] != "mươi":
        refuse(rest[0], f"không đứng sau «{first}»")
    if _DIGITS[first] < 2:
        refuse(first, "không đứng trước «mươi»; hàng chục bằng một đọc là «mười»")
    return 10 * _DIGITS[first] + (_read_unit(rest[1:], _AFTER_TENS, "mươi") if rest[1:] else 0)


@lru_cache(maxsize=1 << 15)
def read_group(phrase: str, place: Place) -> int:
    """Read a group of three digits.

    Args:
        phrase: Words in NFC and lower case, one space between them.
        place: Where the group stands in the number.

    Returns:
        1 to 999: a group of zero is not told.

    Raises:
        NumeralError: The words are no such group, or could mean more than one.
    """
    words = phrase.split(" ")
    for word in words:
        _check_word(word)
    if len(words) == 1 or words[1] != "trăm":
        if place is Place.SKIPPING:
            refuse(words[0], "đứng giữa «triệu» và «tỷ» mà không có nghìn hay trăm; "
                   "nếu các lớp bị đảo, hãy viết tỷ trước triệu")  # fmt: skip
        return _read_tens(words, place, after_hundreds=False)
    if words[0] not in _DIGITS:
        refuse(words[0], "không đứng trước «trăm»")
    hundreds = 100 * _DIGITS[words[0]]
    if not hundreds and (place is Place.HEAD or len(words) == 2):
        refuse(words[0], "chỉ đứng trước «trăm» ở giữa số, khi sau đó còn chục hoặc đơn vị")
    tail = words[2:]
    return hundreds + (_read_tens(tail, place, after_hundreds=True) if tail else 0)
