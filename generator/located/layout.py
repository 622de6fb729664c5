"""Finds lines that another program left in a file and that YAML would misread somewhere else."""

import re
from collections.abc import Iterator

from generator.located import rules
from generator.located.collector import Collector, Refusal

_CONFLICT = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u25cf\uf0b7"
_DASH = re.compile(
    # Possessive: given back one by one, a long line of spaces would be tried in every division.
    rf"^ *+(?:- ++)*+([{_DASHES}])[ \u00a0]*+[a-z_]++:(?= |\r?$)",
    re.MULTILINE,
)
_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
_WIDE_INDENT = re.compile(rf"^ *([{_SPACES}])", re.MULTILINE)
_BEGINNINGS = {
    b"PK\x03\x04": "tệp nén hoặc tệp Word, Excel (.docx, .xlsx, .zip)",
    b"\xd0\xcf\x11\xe0": "tệp Word, Excel đời cũ (.doc, .xls)",
    b"%PDF": "tệp PDF",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"\x1f\x8b": "tệp nén (.gz)",
}
_MOST_ZEROS = 8


def check_binary(content: bytes) -> Refusal | None:
    """Tell a file that is no text at all.

    Args:
        content: The file.

    Returns:
        One refusal, in the place of one for every byte; None for text, good or bad.
    """
    kind = next((name for head, name in _BEGINNINGS.items() if content.startswith(head)), "")
    if not kind and not _is_binary(content):
        return None
    return Refusal(
        rules.NOT_UTF8,
        f"Đây không phải tệp chữ mà là {kind or 'tệp nhị phân'}.",
        "Bỏ tệp này đi và ghi dữ liệu vào một tệp chữ theo mẫu YAML, lưu với bảng mã UTF-8.",
    )


def _is_binary(content: bytes) -> bool:
    zeros = content.count(0)
    if not zeros or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return True
    return zeros > _MOST_ZEROS


def check_layout(collector: Collector) -> bool:
    """Find marks of a merge conflict, dashes of a word processor and indents of odd spaces.

    Args:
        collector: Holds the text and takes in what is found.

    Returns:
        Whether anything was found, so that the text cannot be read as it is meant.
    """
    text = collector.lines.text
    found = [
        *((_conflict(), match.start()) for match in _search(_CONFLICT, "<", text)),
        *((_dash(match[1]), match.start(1)) for match in _search(_DASH, _DASHES, text)),
        *((_indent(match[1]), match.start(1)) for match in _search(_WIDE_INDENT, _SPACES, text)),
    ]
    for refusal, index in found:
        collector.add(refusal, index)
    return bool(found)


def _search(pattern: re.Pattern[str], signs: str, text: str) -> Iterator[re.Match[str]]:
    """Search a text that holds one of some signs; most hold none, and that is seen much faster."""
    return pattern.finditer(text) if any(sign in text for sign in signs) else iter(())


def _conflict() -> Refusal:
    return Refusal(
        rules.YAML_SYNTAX,
        "Tệp còn dấu xung đột của Git: <<<<<<<, ======= và >>>>>>>.",
        "Giữ phần đúng trong hai phần giữa các dấu này, xóa phần kia và cả ba dòng dấu.",
    )


def _dash(dash: str) -> Refusal:
    return Refusal(
        rules.YAML_SYNTAX,
        f"Mục của danh sách bắt đầu bằng dấu «{dash}» (U+{ord(dash):04X}) của trình soạn văn bản.",
        "Thay bằng dấu gạch ngang thường kèm một dấu cách: «- ».",
    )


def _indent(space: str) -> Refusal:
    return Refusal(
        rules.CONTROL_CHARACTER,
        f"Đầu dòng thụt vào bằng dấu cách lạ U+{ord(space):04X}, thường do chép từ Word hoặc từ "
        "trang web.",
        "Xóa phần thụt vào ở đầu dòng này rồi gõ lại bằng dấu cách thường.",
    )
