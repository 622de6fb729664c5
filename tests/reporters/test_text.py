"""The report for people at a terminal."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, Status
from generator.reporters import report

Make = Callable[..., Any]


def test_error_says_where_what_and_what_to_do(result: Make, error: Make) -> None:
    """An error shows place, code, sentence, figures with unit, added lines, hint and page."""
    assert report("text", result(error())) == (
        "plans/a/b/annexes/x.yaml\n"
        "  plans/a/b/annexes/x.yaml:12:7 B101 row-sum-mismatch\n"
        "    Dòng 1 in 5.000, cộng được 4.900.\n"
        "    in: 5.000 · tính được: 4.900 · chênh: +100 triệu đồng\n"
        "    cộng từ dòng: 13-15, 20\n"
        "    Cách sửa: Xem lại văn bản.\n"
        "    chỗ: annexes/x/rows/1/amounts/total\n"
        "    xem: /kiem-tra/B101/\n"
        "\n"
        "Chưa đạt: 1 lỗi ở 1 tệp; 0 sai lệch đã chấp nhận, 0 ghi chú\n"
    )


def test_findings_are_grouped_by_file(result: Make, error: Make) -> None:
    """Each file is named once above its findings, and counted in the last line."""
    text = report("text", result(error(), error(line=14), error(file="plans/a/b/z.yaml")))
    heads = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert heads == [
        "plans/a/b/annexes/x.yaml",
        "plans/a/b/z.yaml",
        "Chưa đạt: 3 lỗi ở 2 tệp; 0 sai lệch đã chấp nhận, 0 ghi chú",
    ]


def test_nothing_wrong_is_one_line(result: Make, note: Diagnostic, accepted: Diagnostic) -> None:
    """Without errors there is one line with the counts, however many notes there are."""
    assert report("text", result(note, accepted)) == (
        "Đạt: 1 kế hoạch, 3 tệp, 0 nhiệm vụ, 0 chỉ tiêu; 1 sai lệch đã chấp nhận, 1 ghi chú "
        "(thêm -v để xem)\n"
    )


def test_verbose_lists_notes_and_accepted(
    result: Make, note: Diagnostic, accepted: Diagnostic
) -> None:
    """When asked for, notes and accepted discrepancies are listed, with the reason."""
    text = report("text", result(note, accepted), verbose=True)
    assert "D104 unclear-task (ghi chú)" in text
    assert "B101 row-sum-mismatch (đã chấp nhận)" in text
    assert "Đã chấp nhận: Văn bản in như vậy." in text
    assert "in: 42,05 · tính được: 42,5 · chênh: −0,45\n" in text
    assert text.rstrip().endswith("1 sai lệch đã chấp nhận, 1 ghi chú")


def test_errors_are_not_drowned_in_notes(result: Make, error: Make, note: Diagnostic) -> None:
    """With errors, notes are only counted unless asked for."""
    assert "D104" not in report("text", result(note, error()))


def test_colour_only_when_asked(result: Make, error: Make) -> None:
    """Colour codes are written for a terminal and never otherwise."""
    assert "\x1b[" not in report("text", result(error()))
    assert "\x1b[31mB101 row-sum-mismatch" in report("text", result(error()), color=True)


@pytest.mark.parametrize("field", ["message", "hint", "place", "file", "reason"])
def test_plan_text_cannot_steer_the_terminal(result: Make, error: Make, field: str) -> None:
    """Control and bidi characters from a plan or a file name are shown, not obeyed."""
    hostile = {field: "a\x1b]0;x\x07b\r\n\u202ec\udcff"}
    text = report("text", result(error(status=Status.ACCEPTED, **hostile)), verbose=True)
    assert not set(text) & set("\x1b\x07\r\u202e\udcff")
    assert r"a\x1b]0;x\x07b\x0d\x0a\u202ec\udcff" in text


def test_added_values_on_the_same_line_are_not_pointed_out(result: Make, error: Make) -> None:
    """When all that was added stands on the finding's own line, no list of lines repeats it."""
    assert "cộng từ dòng" not in report("text", result(error(addend_lines=(12,))))


def test_lines_that_were_not_added_are_only_to_be_read_too(result: Make, error: Make) -> None:
    """A finding without figures points to other lines without calling them a sum."""
    assert "    đọc cùng dòng: 3\n" in report(
        "text", result(error(figures=None, addend_lines=(3,)))
    )
