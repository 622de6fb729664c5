"""Lines that another program left in a file are named at their own place."""

import pytest

from generator.located import read


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "Y201", (2, 1), "<<<<<<<"),
        ('rows:\n  \u2013 task: "1"\n', "Y201", (2, 3), "U+2013"),
        ('rows:\n  - task: "1"\n  \u2014 task: "2"\n', "Y201", (3, 3), "U+2014"),
        ("rows:\n  - group: I\n    rows:\n    \u2022 task: x\n", "Y201", (4, 5), "U+2022"),
        ("a:\n  b: 1\n \u00a0c: 2\n", "Y104", (3, 2), "U+00A0"),
        ("a:\n\u00a0\u00a0b: 1\n", "Y104", (2, 1), "U+00A0"),
    ],
)
def test_foreign_line_is_the_only_finding(
    text: str, code: str, place: tuple[int, int], words: str
) -> None:
    """Conflict marks, dashes of a word processor and odd indents hide what they would cause."""
    reading = read(text.encode())
    assert reading.located is None
    (problem,) = reading.problems
    assert (problem.rule.code, (problem.line, problem.column)) == (code, place)
    assert words in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "a: x \u2013 y\n",
        "a: <<<<<<< x\n",
        "# \u2013 task: 1\na: 1\n",
        "a: x\u00a0y\n",
    ],
)
def test_same_signs_within_a_value_are_kept(text: str) -> None:
    """A dash, a no-break space or arrows inside a line are text like any other."""
    assert read(text.encode()).problems == ()
