"""Files of strangers: bombs, entities, lies and damage end in one sentence, quickly."""

import io
import struct
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from openpyxl import Workbook

from generator.authoring.importing import (
    ImportRefusedError,
    Options,
    draft_of,
    draft_text,
    find_tables,
    read_source,
)
from generator.authoring.importing.archive import MOST_PARTS, MOST_UNPACKED
from tests.authoring.importing.files import (
    PLAN,
    REGISTRY,
    cell,
    csv,
    excel,
    part_of,
    repacked,
    word,
    word_table,
)

HEAD = ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì")
DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"
WORD = word(word_table(HEAD, ("1", "Việc", "Sở Y tế")))
EXCEL = excel([HEAD, (1, "Việc", "Sở Y tế")])
FILES = pytest.mark.parametrize(("name", "content"), [("a.docx", WORD), ("a.xlsx", EXCEL)])


def refused(name: str, content: bytes) -> str:
    """What is said of a file that is refused."""
    with pytest.raises(ImportRefusedError) as refusal:
        read_source(name, content)
    return str(refusal.value)


@FILES
def test_a_zip_bomb_is_refused_before_it_is_unpacked(name: str, content: bytes) -> None:
    """A part of 200 MB that is packed into 200 kB never reaches the memory."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb,
        bomb.open("word/media/image1.png", "w", force_zip64=True) as part,
    ):
        for _ in range(MOST_UNPACKED // 2**20 + 1):
            part.write(bytes(2**20))
    assert len(packed.getvalue()) < 2**20
    assert "quá mức" in refused(name, packed.getvalue())
    merged = repacked(content, {"big.bin": b""})
    assert read_source(name, merged).sections


@FILES
def test_a_bomb_that_lies_about_its_size_is_refused(name: str, content: bytes) -> None:
    """A directory that claims ten bytes for a large part is found out by the checksum."""
    bomb = repacked(content, {"xml.bin": bytes(3_000_000)})
    lying = bomb.replace(struct.pack("<L", 3_000_000), struct.pack("<L", 10))
    assert lying != bomb
    assert "tệp hỏng" in refused(name, lying)


@FILES
def test_an_archive_of_countless_parts_is_refused(name: str, content: bytes) -> None:
    """Many small parts cost as much as a large one."""
    many = repacked(content, {f"x/{n}": b"" for n in range(MOST_PARTS + 1)})
    assert "phần" in refused(name, many)


@pytest.mark.parametrize(
    ("name", "content", "part"), [("a.docx", WORD, DOCUMENT), ("a.xlsx", EXCEL, SHEET)]
)
@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_xml_with_a_document_type_is_refused(
    name: str, content: bytes, part: str, doctype: bytes
) -> None:
    """No entity is ever declared, so none can grow or reach for a file."""
    head, _, rest = part_of(content, part).partition(b"?>")
    body = rest if rest else head
    start = head + b"?>" if rest else b""
    for coding in (None, "utf-16"):
        xml = start + doctype + body
        if coding:
            xml = (doctype + body).decode().encode(coding)
        assert "kiểu tài liệu" in refused(name, repacked(content, {part: xml}))


@FILES
def test_xml_that_is_nested_without_end_is_refused(name: str, content: bytes) -> None:
    """A million elements within each other would exhaust the stack of a reader."""
    deep = b"<a>" * 5000 + b"</a>" * 5000
    assert "lồng quá sâu" in refused(name, repacked(content, {"word/deep.xml": deep}))


def test_a_cell_that_claims_a_billion_columns_is_refused() -> None:
    """A merged cell is not copied once for each column that it claims."""
    wide = cell("Việc", '<w:gridSpan w:val="999999999"/>')
    assert "ô" in refused("a.docx", word(word_table(HEAD, (cell("1"), wide))))
    before = '<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr></w:tr>'
    assert "ô" in refused("a.docx", word(f"<w:tbl><w:tblPr/><w:tblGrid/>{before}</w:tbl>"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="B2"', b'r="B1048576"'),
        (b'r="B2"', b'r="XFD2"'),
        (b'<row r="2"', b'<row r="999999999999"'),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:ZZ20000"/></mergeCells>'),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A:XFD"/></mergeCells>'),
    ],
)
def test_a_sheet_that_reaches_too_far_is_refused(old: bytes, new: bytes) -> None:
    """A cell in the last row or a merged range over everything is not walked."""
    xml = part_of(EXCEL, SHEET)
    assert old in xml
    spoilt = xml.replace(old, new)
    if b"999999999999" in new:
        spoilt = spoilt.replace(b'r="A2"', b"").replace(b'r="B2"', b"").replace(b'r="C2"', b"")
    assert refused("a.xlsx", repacked(EXCEL, {SHEET: spoilt}))


def test_a_merged_range_below_the_table_costs_nothing() -> None:
    """Formatted rows far below the values are usual, and do not stop an import."""
    merged = b'</sheetData><mergeCells><mergeCell ref="A1000:C1048576"/></mergeCells>'
    xml = part_of(EXCEL, SHEET).replace(b"</sheetData>", merged)
    (section,) = read_source("a.xlsx", repacked(EXCEL, {SHEET: xml})).sections
    assert len(section.items) == 1


def test_files_with_a_password_and_of_old_programs_say_so() -> None:
    """Both begin with the signature of compound files."""
    said = refused("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
    assert "mật khẩu" in said
    assert ".xlsx" in said


@FILES
def test_every_beginning_of_a_file_is_refused_or_read(name: str, content: bytes) -> None:
    """A file that was cut off, or lost some bytes, never ends in a traceback."""
    for cut in range(0, len(content), 501):
        assert refused(name, content[:cut])
    for at in range(0, len(content), 997):
        with suppress(ImportRefusedError):
            assert read_source(name, content[:at] + b"\xff\x00\xff" + content[at + 3 :])


def test_a_draft_larger_than_a_plan_file_is_refused() -> None:
    """The limits of plan files hold for drafts too."""
    rows = [(str(n), "Việc rất dài " * 300, "Sở Y tế") for n in range(1, 600)]
    table = find_tables(read_source("a.csv", csv([HEAD, *rows])))[0]
    made = draft_of(table, "annex", REGISTRY, Options(), PLAN)
    with pytest.raises(ImportRefusedError, match="2 MiB"):
        draft_text(made)


def test_too_many_lines_and_cells_are_refused() -> None:
    """Text has bounds as well."""
    assert "dòng" in refused("a.txt", b"x\n" * 60_000)
    assert "ô" in refused("a.csv", b"x;" * 200_000)


ENDLESS: dict[str, Callable[[int], str]] = {
    "nothing but headings": lambda n: "TT\n" * n,
    "many small tables": lambda n: "TT\nTên nhiệm vụ\nChủ trì\n1\nViệc\nSở Y tế\n" * n,
    "the same with tabs": lambda n: "\tTT\n\tTên\n\tChủ trì\n\n\t1\n\tViệc\n\tSở Y tế\n\n" * n,
    "nothing but numbers": lambda n: "TT\nTên nhiệm vụ\nChủ trì\n" + "1\n" * n,
    "empty bars": lambda n: "| TT | Tên nhiệm vụ | Chủ trì |\n" + "| |\n" * n,
    "rows that go on": lambda n: "| TT | Tên | Chủ trì |\n| 1 | a | b |\n" + "| | và | |\n" * n,
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_work_grows_with_a_text_and_not_with_its_square(kind: str) -> None:
    """Of a text twice as long the reader makes about twice as many calls."""
    calls_of(ENDLESS[kind](100))  # what is kept for later calls is kept now
    short, long = calls_of(ENDLESS[kind](300)), calls_of(ENDLESS[kind](600))
    assert short > 300
    assert long < 2.6 * short


def calls_of(text: str) -> int:
    """How many calls of functions it takes to import a text."""
    count = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(tick)
    try:
        for table in find_tables(read_source("a.txt", text.encode())):
            draft_of(table, "annex", REGISTRY, Options(), PLAN)
    finally:
        sys.setprofile(None)
    return count


def test_a_sparse_sheet_and_many_sheets_are_refused() -> None:
    """Two cells far apart would be millions of empty ones."""
    xml = part_of(EXCEL, SHEET).replace(b'r="C2"', b'r="GR19999"')
    assert "rộng" in refused("a.xlsx", repacked(EXCEL, {SHEET: xml}))

    def add(book: Workbook) -> None:
        for _ in range(70):
            book.create_sheet()

    assert "trang tính" in refused("a.xlsx", excel([HEAD], add))


def test_a_table_wider_than_any_is_refused() -> None:
    """No table of a plan has a hundred columns."""
    with pytest.raises(ImportRefusedError, match="cột"):
        find_tables(read_source("a.csv", csv([[*HEAD, *["Năm 2025"] * 100]])))


def test_hostile_words_stay_words() -> None:
    """What looks like a sum, YAML or HTML is kept letter for letter."""
    words = ["=1+1", "{{ 7*7 }}", "<script>alert(1)</script>", "a: b # c", "- x"]
    rows = [(n, word_, "*bí danh") for n, word_ in enumerate(words, start=1)]
    table = find_tables(read_source("a.csv", csv([HEAD, *rows])))[0]
    made = draft_of(table, "annex", REGISTRY, Options(), PLAN)
    assert [row["title"] for row in made.data["rows"]] == words
    assert draft_text(made)


def test_words_that_a_spreadsheet_would_carry_out_make_no_draft() -> None:
    """No plan file may hold them, so they are told and nothing is written."""
    rows = [(1, '=cmd|"/c calc"!A1', "Sở Y tế")]
    table = find_tables(read_source("a.csv", csv([HEAD, *rows])))[0]
    made = draft_of(table, "annex", REGISTRY, Options(), PLAN)
    with pytest.raises(ImportRefusedError, match="công thức"):
        draft_text(made)
