"""Texts without straight quotes: what they lose to a comment, and quotes that hold nothing."""

import pytest

from generator.located import read


def codes(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each problem."""
    problems = read(text.encode()).problems
    return [(problem.rule.code, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize(
    "line",
    [
        "title: Tổ # 5",
        "title: Tổ #5",
        "title: Tổ   #5",
        "{title: Tổ #5\n}",
        "- Tổ # ghi chú",
        "a: b #",
    ],
)
def test_text_after_a_hash_is_told(line: str) -> None:
    """One space before the hash, or none after it: the rest of the text would be lost."""
    ((code, number, _),) = codes(f"{line}\n")
    assert (code, number) == ("Y207", 1)


@pytest.mark.parametrize(
    "line",
    [
        "title: Tổ  # ghi chú",
        'title: "Tổ #5"',
        "title: Tổ#5",
        'title: "Tổ" # ghi chú',
        "amount: 5 # triệu",
        "rows: # các dòng\n  - a",
        "# đầu tệp\ntitle: a",
        "stated: {a: 1} # trang 2",
    ],
)
def test_comments_and_quoted_texts_pass(line: str) -> None:
    """Two spaces make a comment, and what is no bare text can lose nothing."""
    assert codes(f"{line}\n") == []


def test_the_message_tells_what_is_left_and_what_is_lost() -> None:
    """Both halves are named, and the remedy has the whole text in quotes."""
    (problem,) = read("title: Tổ công nghệ #1 của xã\n".encode()).problems
    assert "«#1 của xã»" in problem.message
    assert "chỉ còn «Tổ công nghệ»" in problem.message
    assert '"Tổ công nghệ #1 của xã"' in problem.hint


@pytest.mark.parametrize("value", ["“3”", "‘3’", "„3“", "”a b”"])
def test_curly_quotes_around_a_bare_value_are_told(value: str) -> None:
    """A value that stands as a whole between curly quotes was meant to be quoted."""
    assert codes(f"task: {value}\n") == [("Y208", 1, 7)]


@pytest.mark.parametrize(
    "value", ["“a” và “b”", "Phong trào “Sáng tạo”", "“a” b", '"“a”"', "«a»", "“"]
)
def test_curly_quotes_of_the_document_pass(value: str) -> None:
    """Quotes inside a text, or inside straight quotes, are the document's."""
    assert codes(f"task: {value}\n") == []
