"""The page of a rule: its text taken apart, its examples, its findings."""

from itertools import pairwise

import pytest

from generator.checks import RULES
from generator.pages.examples import examples_of
from generator.pages.rule import read_doc
from tests.pages.conftest import Pages
from tests.pages.html_tree import parse

DOC = """Tên của quy tắc.

Đoạn một,
viết hai dòng.

Đoạn hai.

Vì sao: vì thế.

Cách sửa: sửa đi.

Và sửa nữa.
"""


def test_a_doc_is_taken_apart_at_its_two_headings() -> None:
    """Title left out, lines joined, each paragraph under the heading before it."""
    doc = read_doc(DOC)
    assert doc.what == ("Đoạn một, viết hai dòng.", "Đoạn hai.")
    assert doc.why == ("Vì thế.",)
    assert doc.mend == ("Sửa đi.", "Và sửa nữa.")


def test_every_rule_page_tells_what_why_and_how_to_mend(base_pages: Pages) -> None:
    """No rule's page is half empty."""
    for rule in RULES:
        ids = {heading.id for heading in base_pages[f"kiem-tra/{rule.code}/"].toc}
        assert {"phan.kiem-tra", "phan.vi-sao", "phan.cach-sua"} <= ids, rule.code


def test_a_bad_example_marks_the_line_that_is_wrong() -> None:
    """The mark of the example file becomes a marked line, its comment is gone."""
    example = examples_of("B101", "bad")[0]
    marked = [line for line in example.lines if line.marked]
    assert marked
    assert all("B101" not in line.text for line in example.lines)
    assert all(line.text == line.text.rstrip() for line in marked)
    assert len(example.lines) < 60


def test_lines_of_an_example_are_in_order_with_gaps_shown() -> None:
    """Line numbers rise; where lines are left out there is a gap."""
    for rule in RULES:
        for kind in ("bad", "good"):
            for example in examples_of(rule.code, kind):
                numbers = [line.number for line in example.lines]
                given = [n for n in numbers if n is not None]
                assert given == sorted(set(given))
                for before, after in pairwise(numbers):
                    assert before is None or after is None or after == before + 1


@pytest.mark.parametrize("code", ["B101", "T103", "P102", "R101"])
def test_a_rule_page_shows_good_and_bad_as_code(base_pages: Pages, code: str) -> None:
    """Both kinds stand in code blocks that the keyboard can scroll, the wrong line marked."""
    tree = parse(base_pages[f"kiem-tra/{code}/"].body)
    bad, good = tree.classed("kh-example--bad"), tree.classed("kh-example--good")
    assert bad
    assert good
    assert bad[0].all("mark")
    assert not [mark for example in good for mark in example.all("mark")]
    for block in tree.all("pre"):
        assert block.attributes["tabindex"] == "0"


def test_a_rule_without_examples_has_no_such_heading() -> None:
    """An unknown rule has no examples, and asking is no error."""
    assert examples_of("Z999", "bad") == ()


def test_a_finding_is_listed_on_the_page_of_its_rule(real_pages: Pages) -> None:
    """Notes of the Tây Ninh plan stand on the page of the rule that made them."""
    tree = parse(real_pages["kiem-tra/D104/"].body)
    findings = tree.classed("kh-finding")
    assert findings
    assert all("D104" in finding.text for finding in findings)
    assert "Hiện không có chỗ nào" not in tree.text
