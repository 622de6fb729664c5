"""Whatever strangers send ends in findings, in success, or in a sentence."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.authoring.correction import corrected
from generator.authoring.importing import ImportRefusedError, read_source
from generator.errors import KehoachError
from generator.vietnamese import FigureError, parse_integer, read_schedule
from tests.hostile import targets
from tests.hostile.fuzz import NAMES, beginnings

FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
PIECES = st.sampled_from(
    [b"", b"\0", b"\xff", b"1" * 5000, b"[" * 40, b"&a *a", b": ", b"- ", b"\n", b"\xe2\x80\xae", b"e\xcc\x81",
     b'<?xml version="1.0" encoding="utf-4"?>', b"<!DOCTYPE a>", b"<w:p/>", b'r="XFD1048576"', b"<f>1+1</f>",
     b"2025", b"0", b"-1", b"{", b"}", b'"', b"=cmd|x", b"{{ 7 }}", b"~", b"null", b"1e999", b".nan"]
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_beginnings_keep_every_promise(name: str) -> None:
    """The files that spoiling begins from are taken as they are."""
    for content in beginnings(name):
        targets.TARGETS[name](content)


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_any_spoilt_input_keeps_every_promise(name: str, data: st.DataObject) -> None:
    """A real input with pieces put in, taken out or cut off, and bytes without any sense."""
    whole = sorted(beginnings(name))
    content = data.draw(st.sampled_from(whole) if whole else st.binary(max_size=300))
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(content)))
        gone = data.draw(st.sampled_from([0, 1, 7, 200]))
        content = content[:at] + data.draw(PIECES) + content[at + gone :]
    targets.TARGETS[name](content)


def test_a_coding_that_nobody_knows_is_refused() -> None:
    """XML that names a coding of its own invention is a damaged file and no traceback."""
    xml = b'<?xml version="1.0" encoding="UTF-4"?><a/>'
    spoilt = targets.repacked(targets.word(), "word/document.xml", xml)
    with pytest.raises(ImportRefusedError, match="tệp hỏng"):
        read_source("a.docx", spoilt)


def test_figures_of_thousands_of_digits_are_refused() -> None:
    """Python turns no text of more than 4,300 digits into a number; the reader says so first."""
    digits = "1" * 5000
    with pytest.raises(FigureError):
        parse_integer(digits)
    with pytest.raises(KehoachError):
        corrected("x", "a: 1\n", ("a",), digits)


def test_a_time_longer_than_any_is_not_read() -> None:
    """Words without end in the cell of a time cost nothing."""
    assert read_schedule("Năm 2026") is not None
    assert read_schedule("Năm 2026 " + "sau khi " * 600) is None
