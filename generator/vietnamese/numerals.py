"""Vietnamese numerals in words: reading and spelling of integers from 0 to 10^18 - 1.

A number is told in groups of three digits, each followed by its class, *tỷ*, *triệu*, *nghìn*,
in falling order. What stands before *tỷ* may itself have *triệu* and *nghìn* in it, the
thousand-billion forms: *sáu nghìn tám trăm năm mươi sáu tỷ*, *một triệu tỷ*. A second *tỷ*
(10^18) is out of reach.

Every word that the reader accepts changes the value; so no word of an amount can be replaced by
a numeral word of another meaning without a different value or a refusal. That is why a class
that counts nothing (*không nghìn*) is refused.
"""

import re
import unicodedata
from typing import Final, NoReturn

from generator.vietnamese.groups import CLASSES, NumeralError, Place, read_group, refuse
from generator.vietnamese.spelling import LIMIT, OFFICIAL, Spelling, spell_number

__all__ = [
    "LIMIT",
    "OFFICIAL",
    "NumeralError",
    "Spelling",
    "read_amount",
    "read_number",
    "spell_number",
]

_BILLION, _MILLION = 10**9, 10**6
_HYPHENS: Final = "-\u2010\u2011"
_COMMA: Final = re.compile(rf"(?<!\S)({'|'.join(CLASSES)})\s*,(?=\s*\w)")
_PREFIX: Final = re.compile(r"(?:số tiền )?(?:\((?:viết )?bằng chữ\)|(?:viết )?bằng chữ) ?:? ?")
_UNITS: Final = ("việt nam đồng", "đồng", "đồng chẵn", "đồng việt nam", "đồng việt nam chẵn")
_CLOSING: Final = " ./"


def _split_classes(text: str) -> list[str]:
    """Split words into group, class, group … group; a group may be empty.

    Hyphens count as spaces; a comma is dropped where it separates two classes.
    """
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, " ")
    if "," in text:
        text = _COMMA.sub(r"\1 ", text)
    parts: list[str] = []
    group: list[str] = []
    for word in text.split():
        if word in CLASSES:
            parts += (" ".join(group), word)
            group = []
        else:
            group.append(word)
    return [*parts, " ".join(group)]


def _refuse_class(word: str, last_word: str) -> NoReturn:
    """Explain a class that is not below the last one of its section."""
    same = CLASSES[word] == CLASSES[last_word]
    again = "bị lặp lại" if word == last_word else f"lặp lại lớp «{last_word}»"
    refuse(word, again if same else f"đứng sau lớp nhỏ hơn «{last_word}»")


def _read_section(parts: list[str], head: bool, closed: bool) -> int:
    """Read the groups and classes on one side of *tỷ*.

    Args:
        parts: Group, class, group … group; the last group may be empty.
        head: Whether the number begins here.
        closed: Whether *tỷ* follows.
    """
    total, last, last_word = 0, _BILLION, ""
    place = Place.HEAD if head else Place.CLASSED
    for i in range(1, len(parts), 2):
        word = parts[i]
        value = CLASSES[word]
        if value >= last:
            _refuse_class(word, last_word)
        if not parts[i - 1]:
            refuse(word, "thiếu số đứng trước")
        total += read_group(parts[i - 1], place) * value
        place, last, last_word = Place.CLASSED, value, word
    if not parts[-1]:
        return total
    if not (head and len(parts) == 1):
        place = Place.SKIPPING if closed and last == _MILLION else Place.BARE
    return total + read_group(parts[-1], place)


def _read_billions(parts: list[str], places: list[int]) -> int:
    """Read a number that has *tỷ* in it, at some places of its parts."""
    first, *others = places
    if others and others[0] == first + 2 and not parts[first + 1]:
        raise NumeralError(f"Số quá lớn: «tỷ {parts[others[0]]}» là từ 10^18 trở lên.", "tỷ")
    if others:
        refuse(parts[others[0]], "bị lặp lại; hãy xem có phải là «nghìn» hoặc «triệu» không")
    billions = _read_section(parts[:first], head=True, closed=True)
    if not billions:
        refuse(parts[first], "thiếu số đứng trước")
    return billions * _BILLION + _read_section(parts[first + 1 :], head=False, closed=False)


def _read(text: str) -> int:
    """Read words in NFC and lower case."""
    parts = _split_classes(text)
    if parts == ["không"]:
        return 0
    if parts == [""]:
        raise NumeralError("Không có chữ nào để đọc thành số.")
    places = [i for i in range(1, len(parts), 2) if CLASSES[parts[i]] == _BILLION]
    if places:
        return _read_billions(parts, places)
    return _read_section(parts, head=True, closed=False)


def read_number(words: str) -> int:
    """Read a number in words.

    Args:
        words: A numeral in official spelling; any case, NFC or NFD, with or without a comma after
            a class and hyphens between words.

    Returns:
        Integer from 0 to 10^18 - 1.

    Raises:
        NumeralError: A word is no numeral, stands where it cannot, or leaves open what is meant.
            The message names the word and says why.
    """
    return _read(unicodedata.normalize("NFC", words).lower())


def _strip_frame(text: str) -> str:
    """Take away closing marks and one pair of brackets, in whichever order they stand."""
    text = text.rstrip(_CLOSING)
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip().rstrip(_CLOSING)
    return text


def _strip_unit(text: str) -> str:
    unit = next((unit for unit in _UNITS if text.endswith(unit)), "")
    return text.removesuffix(unit).rstrip(" ,") if unit else text


def read_amount(words: str) -> int:
    """Read an amount of money in words, as it stands after the figure in a document.

    Args:
        words: As for `read_number`, with or without "Bằng chữ:" before it, "đồng", "đồng chẵn"
            or "đồng Việt Nam" after it, brackets around it and "./." at its end.

    Returns:
        The amount in đồng.

    Raises:
        NumeralError: As for `read_number`.
    """
    text = " ".join(unicodedata.normalize("NFC", words).lower().split())
    text = _strip_frame(text)
    prefix = _PREFIX.match(text)
    return _read(_strip_unit(_strip_frame(text[prefix.end() :] if prefix else text)))
