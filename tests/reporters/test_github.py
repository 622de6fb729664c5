"""Workflow commands for GitHub Actions."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.reporters import report
from generator.reporters.escape import workflow_data, workflow_property

Make = Callable[..., Any]

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^:]*)::(?P<data>[^\r\n]*)")


def test_error_becomes_an_annotation(result: Make, error: Make) -> None:
    """An error is annotated at its file, line and column with title, sentence and figures."""
    first, counts = report("github", result(error())).splitlines()
    assert first == (
        "::error file=plans/a/b/annexes/x.yaml,line=12,col=7,title=B101 row-sum-mismatch::"
        "Dòng 1 in 5.000, cộng được 4.900.%0A"
        "in: 5.000 · tính được: 4.900 · chênh: +100 triệu đồng%0A"
        "Cách sửa: Xem lại văn bản.%0A"
        "chỗ: annexes/x/rows/1/amounts/total%0A"
        "xem: /kiem-tra/B101/"
    )
    assert counts.startswith("1 lỗi, 0 sai lệch đã chấp nhận, 0 ghi chú trong 1 kế hoạch")


def test_notes_are_annotated_only_when_asked(
    result: Make, note: Diagnostic, accepted: Diagnostic
) -> None:
    """Notes and accepted ones do not clutter a pull request unless the report is verbose."""
    assert "::" not in report("github", result(note, accepted))
    verbose = report("github", result(note, accepted), verbose=True)
    assert [line.split(" ")[0] for line in verbose.splitlines()[:2]] == ["::notice", "::notice"]
    assert "Đã chấp nhận: Văn bản in như vậy." in verbose


def test_hostile_text_stays_in_its_annotation(result: Make, error: Make) -> None:
    """Line feeds, percent signs, colons and commas cannot end or start a command."""
    hostile = "a%0A,title=x::b\r\n\x1b::error file=x::c"
    text = report("github", result(error(message=hostile, file=hostile, place=hostile)))
    lines = text.splitlines()
    assert len(lines) == 2
    assert "\x1b" not in text
    command = COMMAND.fullmatch(lines[0])
    assert command
    properties = dict(pair.split("=", 1) for pair in command["properties"].split(","))
    assert list(properties) == ["file", "line", "col", "title"]
    assert properties["file"].startswith("a%250A%2Ctitle=x%3A%3Ab\\x0d\\x0a")
    assert command["data"].startswith("a%250A,title=x::b")


def _unescape(text: str) -> str:
    for escaped, plain in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escaped, plain)
    return text


@given(st.text())
def test_escaping_can_be_undone(text: str) -> None:
    """The runner's own unescaping gives back the text, and no separator is left in it."""
    assert _unescape(workflow_property(text)) == text
    assert not set(workflow_property(text)) & set(":,\r\n")
    assert not set(workflow_data(text)) & set("\r\n")
