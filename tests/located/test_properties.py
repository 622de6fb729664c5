"""Properties that hold for every input: no exception, no loss, true places."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.located import Reading, read, reader
from generator.located.refusals import MOST_VALUES

BASE = Path(__file__).parents[2] / "generator/checks/examples/base/plans/vi-du/01-kh-2025"
REAL = (BASE / "annexes/phu-luc-1.yaml").read_bytes()

PIECES = [
    b"\t", b"\r", b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xc2\x85",
    b"&a ", b"*a", b"!!str ", b"!", b"---\n", b"...\n", b"? ", b": ", b"- ", b"[", b"]", b"{", b"}",
    b",", b'"', b"'", b"|", b">", b"#", b" #", b"%", b"@", b"`", b"\\", b"\n", b"\n  ", b"<<: ",
    b"1" * 50, b"1e999", b".nan", b"0x", b"~", b"no: ", b"2025: ", b"e\xcc\x81",
]  # fmt: skip


def assert_whole(reading: Reading, content: bytes) -> None:
    """What holds of every reading."""
    assert (reading.located is not None) or reading.problems
    lines = content.count(b"\n") + 1
    assert all(1 <= p.line <= lines and p.column >= 1 for p in reading.problems)
    assert all(p.message.endswith(".") and p.hint for p in reading.problems)
    if reading.located is not None:
        spots = dict(reading.located.spots)
        assert 1 <= len(spots) <= MOST_VALUES
        assert all(spot.value.line <= lines for spot in spots.values())


@given(st.binary(max_size=400))
@settings(deadline=None)
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
def test_any_bytes_give_a_reading(content: bytes) -> None:
    """Whatever the bytes, reading gives data or says why not; it never raises."""
    assert_whole(read(content), content)


@given(st.lists(st.sampled_from([*PIECES, b"a", b"b: 1\n", b"  "]), max_size=40))
@settings(deadline=None)
def test_any_mixture_of_signs_gives_a_reading(pieces: list[bytes]) -> None:
    """Signs of YAML in any order give a reading, with either parser."""
    content = b"".join(pieces)
    assert_whole(read(content), content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "PARSER", yaml.BaseLoader)
        assert_whole(read(content), content)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_any_spoilt_copy_of_a_real_file_gives_a_reading(data: st.DataObject) -> None:
    """A real file with pieces put in, taken out or cut off gives a reading."""
    content = REAL
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        gone = data.draw(st.sampled_from([0, 0, 1, 3, 50, len(content)]))
        content = content[:at] + data.draw(st.sampled_from([b"", *PIECES])) + content[at + gone :]
    assert_whole(read(content), content)


class _Dumper(yaml.SafeDumper):
    """The library's writer without aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


SEEN = (
    st.text(
        st.one_of(
            st.characters(
                codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Mn")
            ),
            st.sampled_from("0123456789.+-~:#,eE_xo \n"),
        ),
        max_size=12,
    )
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: "\ufffd" not in text and yaml.safe_load(yaml.safe_dump(text)) == text)
)
WORDS = st.sampled_from(
    ["no", "Yes", "null", "12:30", "2025-09-22", "1_000", "1e3", "0o17", "01", "="]
)
TEXTS = st.one_of(SEEN, WORDS)
NUMBERS = st.one_of(
    st.integers(-(10**18), 10**18), st.floats(allow_nan=False, allow_infinity=False)
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.from_regex(r"k[a-z]{1,5}", fullmatch=True), inner, max_size=4),
    ),
    max_leaves=15,
)
DOCUMENTS = st.dictionaries(
    st.from_regex(r"k[a-z]{1,5}", fullmatch=True), VALUES, min_size=1, max_size=5
)

# Written anew from the table of YAML 1.2.2, section 10.3.2.
CORE: list[tuple[str, Any]] = [
    (r"null|Null|NULL|~|", lambda _: None),
    (r"true|True|TRUE", lambda _: True),
    (r"false|False|FALSE", lambda _: False),
    (r"[-+]?[0-9]+", int),
    (r"0o[0-7]+", lambda text: int(text[2:], 8)),
    (r"0x[0-9a-fA-F]+", lambda text: int(text[2:], 16)),
    (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float),
]


def as_core(value: Any) -> Any:
    """What YAML 1.2 makes of a value written by the library, which follows YAML 1.1."""
    if isinstance(value, dict):
        return {key: as_core(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_core(item) for item in value]
    if isinstance(value, str) and yaml.safe_dump(value, allow_unicode=True) == f"{value}\n...\n":
        return next((make(value) for form, make in CORE if re.fullmatch(form, value)), value)
    return value


def same(one: Any, other: Any) -> bool:
    """Equality that tells 1 from 1.0 and from true."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


def written(data: Any, flow: bool | None, width: int) -> str:
    """Data as the library writes them."""
    return yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=flow,
        width=width,
        sort_keys=False,
    )


@given(DOCUMENTS, st.sampled_from([True, False, None]), st.sampled_from([20, 1000]))
@settings(max_examples=300, deadline=None)
def test_what_was_written_is_read(data: Any, flow: bool | None, width: int) -> None:
    """Data written by the library, in any style, come back as YAML 1.2 has them."""
    text = written(data, flow, width)
    reading = read(text.encode())
    # A plain `=`, a text that is a figure too fine for floats, and a folded line that begins with
    # an odd space are told, not lost; so is what a spreadsheet would carry out.
    told = ("dấu =", "dấu cách lạ")
    assume(
        not any(
            p.rule.code in {"Y401", "Y402"} or any(words in p.message for words in told)
            for p in reading.problems
        )
    )
    assert reading.problems == ()
    assert reading.located is not None
    assert same(reading.located.data, as_core(data)), text


@given(DOCUMENTS, st.sampled_from([True, False, None]), st.sampled_from([20, 1000]))
@settings(deadline=None)
def test_marks_point_at_what_they_name(data: Any, flow: bool | None, width: int) -> None:
    """At a mark stands the raw text of a plain value, the quote of a quoted one, the key."""
    text = written(data, flow, width)
    located = read(text.encode()).located
    assume(located is not None)
    assert located is not None
    lines = text.split("\n")
    for path, spot in located.spots.items():
        rest = "\n".join(
            [lines[spot.value.line - 1][spot.value.column - 1 :], *lines[spot.value.line :]]
        )
        if spot.raw is not None:
            assert rest.startswith(spot.raw)
        elif isinstance(value_at(located.data, path), str):
            assert rest[0] in "\"'|>"
        if spot.key:
            key_rest = lines[spot.key.line - 1][spot.key.column - 1 :]
            assert key_rest.startswith((str(path[-1]), f"? {path[-1]}"))


def value_at(data: Any, path: tuple[str | int, ...]) -> Any:
    """Value at a path."""
    for key in path:
        data = data[key]
    return data


@given(DOCUMENTS)
@settings(deadline=None)
def test_every_value_has_exactly_one_spot(data: Any) -> None:
    """Spots and values correspond one to one."""
    located = read(written(data, None, 1000).encode()).located
    assume(located is not None)
    assert located is not None
    for path in located.spots:
        value_at(located.data, path)
    assert len(set(located.spots)) == count(located.data)


def count(data: Any) -> int:
    """Number of values, collections included."""
    if isinstance(data, dict):
        return 1 + sum(map(count, data.values()))
    return 1 + sum(map(count, data)) if isinstance(data, list) else 1
