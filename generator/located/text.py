"""Looks at the characters of a file before YAML sees them.

Every check names the character as U+XXXX with its line and column: what is wrong here cannot
be seen on a screen.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from generator.diagnostics import Rule
from generator.located import rules
from generator.located.collector import Collector, Refusal

_TAB = "\t"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = (
    # C0 and C1 controls; a carriage return only where it does not end a line.
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    # Line and paragraph separators, which YAML takes for the end of a line.
    "\u2028\u2029"
    # Format characters without width, other than those that turn the writing.
    "\u00ad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200d\u2060-\u2065"
    "\u206a-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    # What a lost character leaves behind, halves of characters, and what never is one.
    "\ufffd\ud800-\udc7f\udd00-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(17))
)
_BAD_BYTE = "\udc80-\udcff"
"""Bytes that are not UTF-8, as `surrogateescape` leaves them."""

STAND_IN = "□"

_SAVE_AS_UTF8 = "Lưu lại tệp với bảng mã «UTF-8», không chọn «UTF-8 có BOM»."
_COMPOSE = "Gõ lại chữ này bằng bộ gõ đặt ở bảng mã «Unicode» (dựng sẵn)."

_PRINTABLE_SUSPECT = re.compile("[\ufffd\U000e0000-\U000e0fff]")
"""What is forbidden although Unicode calls it printable."""
_UNREADABLE = re.compile(rf"[{_CONTROL}{_BIDI}{_BAD_BYTE}]|\r(?!\n)")


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _byte(run: str) -> str:
    return f"Byte 0x{ord(run[0]) - 0xDC00:02X} không thuộc bảng mã UTF-8{_more(run)}"


def _tab(run: str) -> str:
    return f"Có ký tự tab U+0009{_more(run)}"


def _control(run: str) -> str:
    if run[0] == "\ufffd":
        return f"Có ký tự thay thế U+FFFD: chữ ở đây đã mất khi chuyển bảng mã{_more(run)}"
    return f"Có ký tự điều khiển hoặc vô hình {_code_point(run[0])}{_more(run)}"


def _bidi(run: str) -> str:
    return f"Có ký tự đổi chiều chữ {_code_point(run[0])}{_more(run)}"


def _more(run: str) -> str:
    return f" (và {len(run) - 1} ký tự như thế liền sau)" if len(run) > 1 else ""


_KINDS: tuple[tuple[Rule, re.Pattern[str], Callable[[str], str], str], ...] = (
    (
        rules.NOT_UTF8,
        re.compile(f"[{_BAD_BYTE}]+"),
        _byte,
        f"{_SAVE_AS_UTF8} Sau đó đọc lại các chữ có dấu.",
    ),
    (
        rules.TAB_CHARACTER,
        re.compile(f"{_TAB}+"),
        _tab,
        "Thay bằng dấu cách; ở đầu dòng thì mỗi cấp thụt vào hai dấu cách.",
    ),
    (
        rules.CONTROL_CHARACTER,
        re.compile(rf"([{_CONTROL}])\1*|(?:\r(?!\n))+"),
        _control,
        "Xóa ký tự này; gõ lại chữ ở chỗ đó nếu cần.",
    ),
    (
        rules.BIDI_CHARACTER,
        re.compile(rf"([{_BIDI}])\1*"),
        _bidi,
        "Xóa ký tự này: tiếng Việt không cần tới nó.",
    ),
)


def decode(content: bytes) -> tuple[str, Refusal | None]:
    """Turn bytes into text.

    Args:
        content: The file.

    Returns:
        The text without a byte order mark, bad bytes kept as lone surrogates (none at all
        for UTF-16); and what is wrong with the file's beginning.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "Tệp được lưu bằng bảng mã UTF-16, không phải UTF-8."
        return "", Refusal(rules.NOT_UTF8, message, _SAVE_AS_UTF8)
    text = content.decode("utf-8", "surrogateescape")
    if text.startswith("\ufeff"):
        message = "Tệp bắt đầu bằng dấu thứ tự byte (BOM) U+FEFF."
        return text[1:], Refusal(rules.BYTE_ORDER_MARK, message, _SAVE_AS_UTF8)
    return text, None


def check_text(collector: Collector) -> None:
    """Find every character that must not be in a file.

    Args:
        collector: Holds the text, as `decode` gives it, and takes in what is found.
    """
    text = collector.lines.text
    for rule, pattern, tell, hint in _KINDS if _is_suspicious(text) else ():
        for match in pattern.finditer(text):
            collector.add(Refusal(rule, f"{tell(match[0])}.", hint), match.start())
    for at, message in _not_composed(text):
        collector.add(Refusal(rules.NOT_NFC, f"{message}.", _COMPOSE), at)


def _is_suspicious(text: str) -> bool:
    """Whether any of them may be there. Most files hold none, and are told so without a regex."""
    invisible = not text.replace("\n", "").isprintable()
    return invisible or bool(_PRINTABLE_SUSPECT.search(text))


def check_escapes(value: str, written: str) -> Refusal | None:
    r"""Find a forbidden character that an escape such as `\u202e` put into a value.

    Args:
        value: A double-quoted scalar, its escapes resolved.
        written: Its source text, which `check_text` has looked at.

    Returns:
        What is wrong with the first one.
    """
    hint = "Xóa phần viết tắt bắt đầu bằng \\ trong dấu nháy kép."
    for rule, pattern, tell, _hint in _KINDS:
        if found := pattern.search(value):
            return Refusal(rule, f"{tell(found[0])}, viết tắt bằng dấu \\.", hint)
    composed = unicodedata.is_normalized("NFC", value)
    if composed or not unicodedata.is_normalized("NFC", written):
        return None
    message = "Chữ có dấu viết tắt bằng dấu \\ không ở dạng dựng sẵn (NFC)."
    return Refusal(rules.NOT_NFC, message, hint)


def readable(text: str) -> str:
    """Put stand-ins in place of forbidden characters, so that YAML can read around them.

    Args:
        text: The text as `decode` gives it.

    Returns:
        A text of the same length and lines.
    """
    return _UNREADABLE.sub(STAND_IN, text.replace(_TAB, " "))


def _not_composed(text: str) -> Iterator[tuple[int, str]]:
    if unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            at, message = _loose_letters(line)
            yield start + at, message
        start += len(line) + 1


def _loose_letters(line: str) -> tuple[int, str]:
    """The first one of a line, and how many more there are: a value is typed again as a whole."""
    letters = [
        (at, letter)
        for at, letter in _letters(line)
        if not unicodedata.is_normalized("NFC", letter)
    ]
    # Hangul composes letters none of which is a combining mark.
    at, letter = letters[0] if letters else _first_difference(line)
    rest = f" (và {len(letters) - 1} chữ nữa trên dòng này)" if len(letters) > 1 else ""
    return at, f"{_loose(letter)}{rest}"


def _letters(line: str) -> Iterator[tuple[int, str]]:
    """Each character with the combining marks that follow it."""
    start = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or not unicodedata.combining(line[at]):
            yield start, line[start:at]
            start = at


def _first_difference(line: str) -> tuple[int, str]:
    pairs = zip(line, unicodedata.normalize("NFC", line), strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), 0)
    return at, line[at : at + 2]


def _loose(letter: str) -> str:
    composed = unicodedata.normalize("NFC", letter)
    written, right = (" ".join(map(_code_point, text)) for text in (letter, composed))
    return f"Chữ «{composed}» viết với dấu rời ({written}) thay vì một chữ dựng sẵn ({right})"
