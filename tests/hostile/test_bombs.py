"""The known bombs: each ends within the stated bounds of time and memory."""

import io
import zipfile
from collections.abc import Callable

import pytest

from tests.hostile import targets
from tests.hostile.bounded import MIB, cost_of
from tests.hostile.test_growth import ANNEX, FULL_OF

MOST = 2 * 2**20
WHERE = bytes([ANNEX])
INDICATORS = bytes([targets.FILES.index(f"{targets.PLAN}/indicators.yaml")])


def laughs() -> bytes:
    """A billion times the same, by names of names."""
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    for one, two in zip("abcdefghij", "bcdefghijk", strict=True):
        lines.append(f"{two}: &{two} [{','.join([f'*{one}'] * 9)}]")
    return "\n".join(lines).encode()


def full_of(unit: bytes) -> bytes:
    """As much of one thing as a file may hold."""
    return WHERE + unit * (MOST // len(unit))


def stairs() -> bytes:
    """Each line one step deeper than the one above."""
    return b"".join(b" " * at + b"a:\n" for at in range(2000))


def digits(key: str) -> bytes:
    """A figure of a million digits."""
    return INDICATORS + f"indicators:\n  - id: a\n    {key}: {'1' * 10**6}\n".encode()


YAML: dict[str, Callable[[], bytes]] = {
    "billion laughs": lambda: WHERE + laughs(),
    "a million digits": lambda: digits("value"),
    "a million digits in a key": lambda: digits("1" * 10**6),
    "open brackets": lambda: full_of(b"["),
    "open braces": lambda: full_of(b"{a: "),
    "dashes": lambda: full_of(b"- "),
    "stairs": lambda: WHERE + stairs(),
    "spaces": lambda: full_of(b" "),
    "line feeds": lambda: full_of(b"\n"),
    "quotes": lambda: full_of(b'"'),
    "one letter": lambda: full_of(b"a"),
    "loose marks": lambda: full_of("e\u0301".encode()),
    "bytes that are no text": lambda: full_of(b"\xff"),
    "one key": lambda: full_of(b"a: 1\n"),
    "many keys": lambda: WHERE + "".join(f"k{n}: 1\n" for n in range(60_000)).encode(),
    "many values": lambda: WHERE + b"rows: [" + b"1," * 900_000 + b"]",
    "faulty rows": lambda: FULL_OF["wrong totals"](1500),
    "strange agencies": lambda: FULL_OF["strange agencies"](1500),
}


@pytest.mark.parametrize("bomb", YAML)
def test_a_bomb_in_a_plan_file_is_bounded(bomb: str) -> None:
    """Checking ends in findings, within bounds."""
    cost = cost_of("check", YAML[bomb]())
    assert cost.kept
    assert cost.mib < MIB


@pytest.mark.parametrize("bomb", ["spaces", "stairs", "line feeds", "one letter", "one key"])
def test_a_bomb_in_a_file_to_format_is_bounded(bomb: str) -> None:
    """So does formatting."""
    assert cost_of("fmt", YAML[bomb]()).kept


def packed(*parts: tuple[str, bytes]) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def office(kind: str, part: str, old: bytes, new: bytes) -> bytes:
    """A sound office file with something put into one part."""
    content = targets.part_of_office(kind, part)
    assert old in content
    archive = targets.word() if kind == "docx" else targets.excel()
    return targets.repacked(archive, part, content.replace(old, new, 1))


SHEET = "xl/worksheets/sheet1.xml"
BODY = "word/document.xml"
WORD, EXCEL = b"\1", b"\0"
ARCHIVES: dict[str, Callable[[], bytes]] = {
    "an archive in an archive": lambda: WORD + packed(("a.zip", packed(("a", bytes(10**6))))),
    "a high ratio": lambda: EXCEL + packed(("xl/a.xml", bytes(60 * 2**20))),
    "many entries": lambda: EXCEL + packed(*((f"x/{n}", b"") for n in range(5000))),
    "names that lead out": lambda: WORD + packed(("../../a", b"a"), ("/etc/a", b"a")),
    "cut off": lambda: EXCEL + targets.excel()[:900],
    "a password": lambda: EXCEL + b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000),
    "the other kind": lambda: EXCEL + targets.word(),
    "claimed dimensions": lambda: (
        EXCEL + office("xlsx", SHEET, b'ref="A1:G3"', b'ref="A1:XFD1048576"')
    ),
    "a cell at the far end": lambda: EXCEL + office("xlsx", SHEET, b'r="G3"', b'r="XFD1048576"'),
    "a text that is not there": lambda: EXCEL + office("xlsx", SHEET, b"<v>0<", b"<v>99999999<"),
    "a formula": lambda: (
        EXCEL + office("xlsx", SHEET, b"<v>100</v>", b'<f>HYPERLINK("x")</f><v>1</v>')
    ),
    "a document type": lambda: (
        WORD + office("docx", BODY, b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document')
    ),
    "elements in elements": lambda: (
        WORD + office("docx", BODY, b"<w:body>", b"<w:body>" + b"<w:p>" * 10**5)
    ),
    "a cell over a billion columns": lambda: (
        WORD + office("docx", BODY, b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="999999999"/>')
    ),
    "macros": lambda: WORD + packed(("word/vbaProject.bin", bytes(1000))),
}


@pytest.mark.parametrize("bomb", ARCHIVES)
def test_a_bomb_in_an_office_file_is_bounded(bomb: str) -> None:
    """Importing ends in a draft or one sentence, within bounds."""
    cost = cost_of("archive", ARCHIVES[bomb]())
    assert cost.kept
    assert cost.mib < MIB


def test_a_process_that_does_not_end_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits are real: memory without end is refused and told."""

    def greedy(_content: bytes) -> None:
        bytearray(2 * MIB * 2**20)

    monkeypatch.setitem(targets.TARGETS, "greedy", greedy)
    assert not cost_of("greedy", b"").kept
