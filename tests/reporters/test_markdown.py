"""Tables for a job summary, and what hostile text does to them: nothing."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.reporters import report
from generator.reporters.escape import markdown, visible
from tests.reporters.reading import HOSTILE, read

Make = Callable[..., Any]


def test_error_is_a_row_of_a_table(result: Make, error: Make) -> None:
    """An error is a row with code, place, sentence and figures, under a heading that counts."""
    page = read(report("markdown", result(error())))
    assert "Kiểm tra kế hoạch: chưa đạt, 1 lỗi" in page.text
    for text in ("B101 row-sum-mismatch", "plans/a/b/annexes/x.yaml:12", "5.000", "4.900", "+100"):
        assert text in page.text
    assert page.tags.count("tr") == 2


def test_clean_run_is_a_heading_and_the_counts(result: Make) -> None:
    """Without findings there is no table."""
    text = report("markdown", result())
    assert text.startswith("## Kiểm tra kế hoạch: đạt\n")
    assert "|" not in text


def test_notes_and_accepted_are_folded(
    result: Make, note: Diagnostic, accepted: Diagnostic
) -> None:
    """Notes and accepted discrepancies are in folded tables with their counts and reasons."""
    page = read(report("markdown", result(note, accepted)))
    assert page.tags.count("details") == 2
    assert page.tags.count("table") == 2
    assert "Đã chấp nhận: Văn bản in như vậy." in page.text


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("field", ["message", "hint", "place", "file"])
def test_plan_text_is_only_ever_text(result: Make, error: Make, field: str, hostile: str) -> None:
    """Markup in plan text changes no tag of the page, and is read as it was written."""
    plain = read(report("markdown", result(error(**{field: "chữ"}))))
    page = read(report("markdown", result(error(**{field: hostile}))))
    assert page.tags == plain.tags
    assert visible(hostile) in page.text


@given(st.text())
def test_escaped_text_renders_to_itself(text: str) -> None:
    """For any text, what Markdown makes of the escaped form is that text and no tag."""
    page = read(f"x{markdown(text)}x")
    assert page.text.strip("\n") == f"x{visible(text)}x"
    assert page.tags == ["p"]


@given(st.text(alphabet="`|*_[]()<>!&#;\\ ~-+.:/@a1"))
def test_escaped_marks_render_to_themselves(text: str) -> None:
    """The same for text made of nothing but marks."""
    page = read(f"x{markdown(text)}x")
    assert page.text.strip("\n") == f"x{text}x"
    assert page.tags == ["p"]


def test_people_and_issues_are_not_linked() -> None:
    """GitHub finds no name or number after a sign that could call someone."""
    assert "@a" not in markdown("@a").replace("&#64;", "@")
    assert "#1" not in markdown("#1").replace("&#35;", "#")


def test_long_reports_stay_below_the_limit(
    result: Make, error: Make, note: Diagnostic, accepted: Diagnostic
) -> None:
    """Thousands of long findings fit into a job summary, and what is left out is counted."""
    many = [error(message="&" * 5000, place="|" * 5000)] * 2000
    text = report("markdown", result(*many, *[note] * 2000, *[accepted] * 2000))
    page = read(text)
    assert len(text.encode()) < 2**20
    left = sum(int(n.replace(".", "")) for n in re.findall(r"Còn ([\d.]+) mục nữa", page.text))
    heads = 3
    assert left > 0
    assert page.tags.count("tr") - heads + left == 6000
