"""Characters that must not be in a file, each named with its line and column."""

import sys
import unicodedata

import pytest

from generator.located import Problem, read, text

HEAD = "a: 1\nb: xyz"
"""The character under test comes after this: line 2, column 7."""


def problems(content: str | bytes) -> tuple[Problem, ...]:
    """What is wrong with a file."""
    return read(content.encode() if isinstance(content, str) else content).problems


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\t", "Y103"),
        ("\x00", "Y104"),
        ("\x07", "Y104"),
        ("\x0c", "Y104"),
        ("\x1b", "Y104"),
        ("\x7f", "Y104"),
        ("\x85", "Y104"),
        ("\r", "Y104"),
        ("\u00ad", "Y104"),
        ("\u200b", "Y104"),
        ("\u200d", "Y104"),
        ("\u2028", "Y104"),
        ("\u2029", "Y104"),
        ("\u2060", "Y104"),
        ("\ufeff", "Y104"),
        ("\ufffd", "Y104"),
        ("\uffff", "Y104"),
        ("\U0001fffe", "Y104"),
        ("\U000e0041", "Y104"),
        ("\u061c", "Y105"),
        ("\u200e", "Y105"),
        ("\u202a", "Y105"),
        ("\u202e", "Y105"),
        ("\u2066", "Y105"),
        ("\u2069", "Y105"),
    ],
)
def test_hidden_character_is_named_at_its_place(character: str, code: str) -> None:
    """A character that cannot be seen is refused by its rule, with code point, line and column."""
    found = problems(f"{HEAD}{character}z\nc: 2\n")
    assert [(p.rule.code, p.line, p.column) for p in found] == [(code, 2, 7)]
    if character != "\r":
        assert f"U+{ord(character):04X}" in found[0].message
    assert read(f"{HEAD}{character}z\n".encode()).located is None


def test_every_character_that_cannot_be_seen_is_refused() -> None:
    """Controls, format characters, odd line ends and noncharacters are all refused."""
    unseen = {"Cc", "Cf", "Zl", "Zp"}
    characters = [chr(point) for point in range(sys.maxunicode + 1)]
    hidden = [c for c in characters if unicodedata.category(c) in unseen and c not in "\t\n\r"]
    # One at a time: a reading names no more than twenty of a kind.
    missed = [c for c in hidden if not problems(f"a: x{c}y\n")]
    assert missed == []


@pytest.mark.parametrize("character", ["\u00a0", "\u2011", "\u00d0", "đ", "ệ", "→", "😀", "\ue000"])
def test_visible_character_is_kept(character: str) -> None:
    """What can be seen is kept as printed: no-break space, odd hyphen, Đ from another alphabet."""
    reading = read(f"a: x{character}y\n".encode())
    assert reading.problems == ()
    assert reading.located is not None
    assert reading.located.data == {"a": f"x{character}y"}


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        (r"\t", "Y103"),
        (r"\0", "Y104"),
        (r"\N", "Y104"),
        (r"\L", "Y104"),
        (r"\u200b", "Y104"),
        (r"\x1b", "Y104"),
        (r"\ufeff", "Y104"),
        (r"\u202e", "Y105"),
        (r"e\u0301", "Y106"),
    ],
)
def test_escape_brings_in_no_hidden_character(escape: str, code: str) -> None:
    """A character that is refused as itself is refused as an escape, in values and keys."""
    assert [(p.rule.code, p.line, p.column) for p in problems(f'a: "x{escape}y"\n')] == [
        (code, 1, 4)
    ]
    assert [p.rule.code for p in problems(f'"x{escape}y": 1\n')] == [code]


@pytest.mark.parametrize("escape", [r"\"", r"\\", r"\u1ec7", r"\xe0", r"\_", r"\/"])
def test_escape_of_a_visible_character_is_kept(escape: str) -> None:
    """Escapes for characters that can be seen are no problem."""
    assert problems(f'a: "x{escape}y"\n') == ()


def test_windows_line_ends_are_line_ends() -> None:
    """A file with CRLF reads the same as one with LF, and lines are counted the same."""
    reading = read(b"a: 1\r\nb:\r\n  - c\r\n")
    assert reading.problems == ()
    assert reading.located is not None
    assert reading.located.data == {"a": 1, "b": ["c"]}
    assert reading.located.mark(("b", 0)) == (3, 5)


def test_byte_order_mark_is_told_and_the_rest_is_read() -> None:
    """A BOM is a problem, but the data below it are whole and columns ignore it."""
    reading = read(b"\xef\xbb\xbfa: [1]\n")
    assert [(p.rule.code, p.line, p.column) for p in reading.problems] == [("Y102", 1, 1)]
    assert reading.located is not None
    assert reading.located.data == {"a": [1]}
    assert reading.located.mark(("a", 0)) == (1, 5)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_told_as_such(encoding: str) -> None:
    """A UTF-16 file gives one problem that says so, not one for every zero byte."""
    mark = b"" if encoding == "utf-16" else "\ufeff".encode(encoding)
    found = problems(mark + "a: Sở\n".encode(encoding))
    assert [(p.rule.code, p.line) for p in found] == [("Y101", 1)]
    assert "UTF-16" in found[0].message


def test_bad_byte_is_named_at_its_place() -> None:
    """A byte that is not UTF-8 is given in hexadecimal with line and column in characters."""
    found = problems("a: 1\nb: Sở ".encode() + b"\xf4\xe0 x\nc: \xff\n")
    assert [(p.rule.code, p.line, p.column) for p in found] == [("Y101", 2, 7), ("Y101", 3, 4)]
    assert "0xF4" in found[0].message
    assert "0xFF" in found[1].message


def test_surrogate_in_bytes_is_refused() -> None:
    """Half a character encoded in bytes is not UTF-8."""
    assert {p.rule.code for p in problems(b"a: \xed\xa0\x80\n")} == {"Y101"}


@pytest.mark.parametrize("word", ["Sở", "tiếng Việt", "ứng dụng", "Å"])
def test_loose_marks_are_told_with_both_spellings(word: str) -> None:
    """A line with decomposed letters is told once, by its first one and how many follow."""
    loose = unicodedata.normalize("NFD", word)
    (problem,) = problems(f"a: 1\nb: {loose}\n")
    assert (problem.rule.code, problem.line) == ("Y106", 2)
    changed = [c for c in word if unicodedata.normalize("NFD", c) != c]
    for character in changed[0] + unicodedata.normalize("NFD", changed[0]):
        assert f"U+{ord(character):04X}" in problem.message
    assert (f"và {len(changed) - 1} chữ nữa" in problem.message) == (len(changed) > 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\n" * 50, ".docx"),
        (b"%PDF-1.7\n\xff\x00", "PDF"),
        (bytes(range(256)) * 4, "nhị phân"),
    ],
)
def test_file_that_is_no_text_is_told_once(content: bytes, words: str) -> None:
    """A file of another kind gives one finding that says so, not one for every byte."""
    reading = read(content)
    assert reading.located is None
    (problem,) = reading.problems
    assert problem.rule.code == "Y101"
    assert "không phải tệp chữ" in problem.message
    assert words in problem.message


def test_loose_letter_has_its_column() -> None:
    """The column is that of the letter that carries the loose mark."""
    (problem,) = problems("a: 1\nb: 2\nc: Nghe\u0323\n")
    assert (problem.line, problem.column) == (3, 7)


@pytest.mark.parametrize(
    "text", ["\u1100\u1161", "a\u0334\u0301", "\u0340", "\u212b", "\u0301\u0323"]
)
def test_every_text_that_is_not_nfc_is_told(text: str) -> None:
    """Compositions without a combining mark, blocked and reordered ones are found too."""
    assert not unicodedata.is_normalized("NFC", text)
    assert {p.rule.code for p in problems(f"a: x {text}\n")} == {"Y106"}


def test_loose_marks_leave_the_data_as_they_are() -> None:
    """Text that is not NFC is told, not changed: the data keep what the file holds."""
    reading = read("a: So\u031b\u0309\n".encode())
    assert reading.located is not None
    assert reading.located.data == {"a": "So\u031b\u0309"}


def test_run_of_one_character_is_one_problem() -> None:
    """Tabs side by side are one problem that gives their number."""
    (problem,) = problems("a: x\t\t\ty\n")
    assert "2 ký tự" in problem.message


def test_no_more_than_twenty_of_a_kind_and_the_rest_is_counted() -> None:
    """Twenty problems of a rule are told, of each rule; the last says how many more there are."""
    found = problems("".join(f"k{n}: x\ty\u200bz\n" for n in range(50)))
    codes = [p.rule.code for p in found]
    assert codes.count("Y103") == codes.count("Y104") == 20
    assert sum("còn 30 chỗ nữa" in p.hint for p in found) == 2


def test_problems_of_several_kinds_come_together_in_order() -> None:
    """One reading tells of characters, repeated keys and anchors, from top to bottom."""
    found = problems("a: x\ty\na: \u202ez\nb: &n 1\n")
    assert [(p.rule.code, p.line) for p in found] == [
        ("Y103", 1),
        ("Y202", 2),
        ("Y105", 2),
        ("Y203", 3),
    ]


def test_tab_that_breaks_the_syntax_is_told_once() -> None:
    """A tab in the indentation is told as a tab; the syntax error that it causes is not added."""
    found = problems("a:\n\tb: 1\n\tc: 2\n")
    assert [(p.rule.code, p.line) for p in found] == [("Y103", 2), ("Y103", 3)]
    (problem,) = problems("a:\n  b: 1\n\tc: 2\n")
    assert (problem.rule.code, problem.line) == ("Y103", 3)


def test_every_forbidden_character_is_found_wherever_it_stands() -> None:
    """The quick look at a whole text misses no character that one of the rules forbids."""
    everything = "".join(map(chr, range(0x110000)))
    kinds = (pattern for _, pattern, _, _ in text._KINDS)
    matches = (match for pattern in kinds for match in pattern.finditer(everything))
    forbidden = {character for match in matches for character in match[0]}
    assert len(forbidden) > 4000
    missed = {c for c in forbidden if not text._is_suspicious(f"Sở {c}, ngành\n")}
    assert missed == set()
