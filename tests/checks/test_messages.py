"""What the findings say: Vietnamese sentences that name both figures and the way out."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.checks._text import distance, listed, off_by
from generator.diagnostics import Diagnostic, Figures
from generator.pipeline import check
from generator.vietnamese import format_decimal, shorten
from tests.checks.examples import Example, all_examples
from tests.checks.test_catalogue import ENGLISH, NAMED_IN_PLANS, VIETNAMESE

OURS = [e for e in all_examples() if e.is_bad and e.code[0] in "RBTPDX"]


@cache
def _found(example: Example) -> tuple[Diagnostic, ...]:
    with TemporaryDirectory() as folder:
        diagnostics = check(example.project(Path(folder) / "p")).diagnostics
    return tuple(d for d in diagnostics if d.finding.rule.code == example.code)


@pytest.mark.parametrize("example", OURS, ids=str)
def test_message_and_hint_are_vietnamese_sentences(example: Example) -> None:
    """A finding is one sentence in Vietnamese, with a hint that says what to do."""
    for diagnostic in _found(example):
        for text in (diagnostic.finding.message, diagnostic.finding.hint):
            assert VIETNAMESE.search(text)
            assert re.search(r"[^.]\.$", text), text
            assert text == " ".join(text.split(" ")).strip()
            assert ENGLISH.findall(NAMED_IN_PLANS.sub("", re.sub(r"«[^»]*»", "", text))) == []


@pytest.mark.parametrize("example", OURS, ids=str)
def test_message_tells_both_figures_and_the_difference(example: Example) -> None:
    """Where figures disagree, the message has both and the difference, as Vietnamese write them."""
    for diagnostic in _found(example):
        figures = diagnostic.finding.figures
        if figures is None:
            continue
        for number in (figures.stated, figures.computed, distance(figures)):
            shown = rf"(?<![\d.,]){re.escape(format_decimal(number))}(?![.,]?\d)"
            assert re.search(shown, diagnostic.finding.message), (
                number,
                diagnostic.finding.message,
            )


@pytest.mark.parametrize("example", OURS, ids=str)
def test_message_quotes_no_whole_paragraph(example: Example) -> None:
    """A finding stays readable however long the titles of the plan are."""
    assert all(len(d.finding.message) <= 400 for d in _found(example))


@pytest.mark.parametrize("family", ["B1", "T103", "D101"])
def test_findings_about_sums_carry_figures(family: str) -> None:
    """Rules that compare figures hand them over, so that a waiver and a table can hold them."""
    textual = {"B107", "B108"}
    for example in OURS:
        if example.code.startswith(family) and example.code not in textual:
            with_period_only = example.folder.name == "bad-no-target"
            figures = [d.finding.figures for d in _found(example)]
            assert all(f is None for f in figures) if with_period_only else all(figures)


def test_sums_point_at_their_addends() -> None:
    """A sum that disagrees names the lines of what was added."""
    sums = ("B101", "B102", "B103", "B104", "B105")
    for example in OURS:
        if example.code in sums and example.folder.name != "bad-column-empty-below":
            for diagnostic in _found(example):
                assert diagnostic.finding.addends
                assert diagnostic.addend_lines or example.code == "B104"  # lines of other files


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (Figures(12, 10), "in thừa 2\u00a0cái"),
        (Figures(10, 1012), "in thiếu 1.002\u00a0cái"),
        (Figures(Decimal("1.5"), 1), "in thừa 0,5\u00a0cái"),
    ],
)
def test_difference_is_told_with_its_direction(figures: Figures, told: str) -> None:
    """Too much and too little are told apart, without a sign."""
    assert off_by(figures, "cái") == told


def test_long_texts_are_cut_at_a_word() -> None:
    """A text of sixty characters is whole, a longer one ends with a whole word and three dots."""
    whole = "chữ " * 14 + "chữa"
    assert len(whole) == 60
    assert shorten(whole) == whole
    assert shorten(whole + "a") == "chữ " * 13 + "chữ…"
    assert listed(["a", "b", "c"]) == "«a», «b» và «c»"
    assert listed(["a"]) == "«a»"
    assert listed([]) == ""
