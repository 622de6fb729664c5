"""Syntax errors: one Vietnamese sentence at the place to change, with the likely cause."""

import re

import pytest
import yaml

from generator.located import read, reader

CASES = [
    ("title: Kế hoạch: chuyển đổi số\nplace: a\n", (1, 16), "dấu hai chấm"),
    ("rows:\n  - abc: d: e\n", (2, 11), "dấu hai chấm"),
    ("title: abc\n   place: x\n", (2, 4), "thụt vào sâu hơn"),
    ("a: 1\nb:\n  c: 1\n   d: 2\n", (4, 4), "thụt vào sâu hơn"),
    ("a:\n    b: 1\n  c: 2\n", (3, 3), "không thẳng hàng"),
    ("a:\n  - x: 1\n - x: 2\n", (3, 2), "không thẳng hàng"),
    ("a:\n  - x: 1\n  b: 2\n", (3, 3), "không bắt đầu bằng «- »"),
    ("title:abc\nplace: x\n", (1, 1), "thiếu dấu cách"),
    ("a: 1\ntitle:abc\nplace: x\n", (2, 1), "thiếu dấu cách"),
    ("title: abc\nplace\nx: 1\n", (2, 1), "không có khóa"),
    ("title abc\n\nplace: 1\n", (1, 1), "không có khóa"),
    ("title abc\n# x\nplace: 1\n", (3, 1), "tài liệu đã hết"),
    ('title: "abc\nplace: x\n', (1, 8), "không có dấu nháy đóng"),
    ("title: 'abc\nplace: x\n", (1, 8), "không có dấu nháy đóng"),
    ('title: "abc\nplace: "x"\nfoo: "z"\n', (1, 8), "thiếu dấu nháy đóng"),
    ("title: 'abc\nplace: 'x'\n", (1, 8), "thiếu dấu nháy đóng"),
    ('a: "x\n---\nb"\n', (1, 4), "không có dấu nháy đóng"),
    ('title: "A" B\nplace: x\n', (1, 12), "vẫn còn chữ"),
    ("title: 'Người dân's'\n", (1, 19), "vẫn còn chữ"),
    ("title: @abc\n", (1, 8), "«@»"),
    ("title: `abc`\n", (1, 8), "«`»"),
    ("title: %abc\n", (1, 8), "«%»"),
    ("title: * Ghi chú\n", (1, 8), "«*»"),
    ("title: **a\n", (1, 8), "«*»"),
    ("title: & b\n", (1, 8), "«&»"),
    ("title: !a!b x\n", (1, 8), "«!»"),
    ("a: !<x 1\n", (1, 4), "«!»"),
    ("comparator: >=\nvalue: 1\n", (1, 13), "«>»"),
    ("a: |b\n", (1, 4), "«|»"),
    ("a: ? b\n", (1, 4), "«?»"),
    ("a: , b\n", (1, 4), "«,»"),
    ("a: ] b\n", (1, 4), "«]»"),
    ("remark: - abc\n", (1, 9), "«- »"),
    ("a: [1, 2\nb: 3\n", (1, 4), "không có dấu ] đóng"),
    ("a: {x: 1, y: 2\nb: 3\n", (1, 4), "không có dấu } đóng"),
    ("a: {x: 1 y: 2}\n", (1, 11), "thiếu dấu phẩy"),
    ('a: [ "x" "y" ]\n', (1, 10), "thiếu dấu phẩy"),
    ("title: [Dự thảo] Kế hoạch\n", (1, 18), "vẫn còn chữ"),
    ('t: "a\\q"\n', (1, 6), "gạch chéo ngược"),
    ('t: "C:\\Users"\n', (1, 9), "gạch chéo ngược"),
    ("a: 1\n...\nb: 2\n", (3, 1), "tài liệu đã hết"),
    ("%YAML 3.0\n---\na: 1\n", (1, 1), "chỉ thị"),
]


@pytest.mark.parametrize(("text", "place", "words"), CASES)
def test_syntax_error_names_the_likely_cause_at_its_place(
    text: str, place: tuple[int, int], words: str
) -> None:
    """A syntax error is one finding whose sentence and place lead to the mistake."""
    reading = read(text.encode())
    assert reading.located is None
    (problem,) = reading.problems
    assert problem.rule.code == "Y201"
    assert (problem.line, problem.column) == place
    assert words in problem.message
    assert problem.hint


@pytest.mark.parametrize(("text", "place", "words"), CASES)
def test_no_english_reaches_the_reader(text: str, place: tuple[int, int], words: str) -> None:
    """Not a word of the library's message is passed on."""
    (problem,) = read(text.encode()).problems
    english = r"\b(while|found|expected|scanning|parsing|could|character|mapping|block|token)\b"
    assert not re.search(english, problem.message + problem.hint)


@pytest.mark.parametrize(("text", "place", "words"), CASES)
def test_python_parser_leads_to_the_same_cause(
    text: str, place: tuple[int, int], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The parser written in Python words its errors otherwise; the causes are told alike."""
    monkeypatch.setattr(reader, "PARSER", yaml.BaseLoader)
    (problem,) = read(text.encode()).problems
    assert (problem.rule.code, problem.line) == ("Y201", place[0])
    assert words in problem.message


def test_what_was_found_before_the_syntax_error_is_told_too() -> None:
    """A repeated key above a syntax error is reported beside it."""
    found = read(b"a: 1\na: 2\nb: @c\n").problems
    assert [(p.rule.code, p.line) for p in found] == [("Y202", 2), ("Y201", 3)]
