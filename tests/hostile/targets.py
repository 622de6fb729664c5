"""What strangers can send, one function for each way in: bytes in, findings or a told refusal out.

The property tests and the coverage-guided fuzzer call the same functions. A function returns when
the program kept its promise and raises when it did not.
"""

import atexit
import io
import json
import re
import shutil
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from generator import located, vietnamese
from generator.authoring.correction import corrected
from generator.authoring.formatting import FormatRefusedError, UnreadableTextError, format_part
from generator.authoring.importing import (
    Kind,
    Options,
    PlanFacts,
    draft_of,
    draft_text,
    find_tables,
    read_source,
)
from generator.changes.comparison import compare_checked
from generator.errors import KehoachError
from generator.model import Period, Registry
from generator.model.agencies import AgencyReader
from generator.pipeline import Checked, check
from generator.project import Project
from generator.reporters import report
from generator.reporters.diff import FORMATS, DiffView, SideName, report_diff
from generator.runner import path_at, read_registry
from generator.schema import validate
from generator.vietnamese.stretches import stretch_until
from generator.vietnamese.yearly_days import read_yearly_days

ROOT = Path(__file__).parents[2]
BASE = ROOT / "generator/checks/examples/base"
PLAN = "plans/vi-du/01-kh-2025"

FILES = tuple(sorted(p.relative_to(BASE).as_posix() for p in BASE.rglob("*.yaml")))
"""Files of the smallest project; the first byte of an input says which one is replaced."""

KINDS: tuple[Kind, ...] = ("annex", "indicators")
WORD_PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "[Content_Types].xml")
EXCEL_PARTS = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "[Content_Types].xml",
)


@cache
def _project() -> Path:
    """A copy of the smallest project, one for each process, removed with it."""
    folder = Path(tempfile.mkdtemp(prefix="kehoach-hostile-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    (folder / "schema").mkdir(exist_ok=True)
    return folder


@cache
def registry() -> Registry:
    """The real registry."""
    return read_registry(Project(ROOT)).registry


def _checked(name: str, content: bytes) -> Checked:
    """The smallest project with one file replaced, checked as the command does it."""
    folder = _project()
    file = folder / name
    kept = file.read_bytes()
    file.write_bytes(content)
    try:
        return check(Project(folder))
    finally:
        file.write_bytes(kept)


def _split(content: bytes) -> tuple[int, bytes]:
    return (content[0], content[1:]) if content else (0, b"")


def told(sentence: str) -> None:
    """A refusal is text for people, without a trace of the program."""
    assert sentence.strip(), "an empty refusal"
    assert "Traceback" not in sentence
    assert " object at 0x" not in sentence


def check_file(content: bytes) -> None:
    """`kehoach check` of a project with one file of any bytes; every report can be written."""
    which, rest = _split(content)
    checked = _checked(FILES[which % len(FILES)], rest)
    for diagnostic in checked.diagnostics:
        told(diagnostic.finding.message)
        assert diagnostic.line >= 1
        assert diagnostic.column >= 1
    for form in ("text", "markdown", "github"):
        report(form, checked)
    json.loads(report("json", checked))
    json.loads(report("sarif", checked))


def read_yaml(content: bytes) -> None:
    """Reading and validating alone, which a fuzzer can try many times a second."""
    which, rest = _split(content)
    reading = located.read(rest)
    assert reading.located is not None or reading.problems
    for problem in reading.problems:
        told(problem.message)
    if reading.located is not None:
        part = FILES[which % len(FILES)].removeprefix(f"{PLAN}/").removeprefix("plans/")
        for finding in validate(part.removesuffix(".yaml"), reading.located).findings:
            told(finding.message)


def format_file(content: bytes) -> None:
    """`kehoach fmt`: canonical, the same data, and stable; or the faults are told."""
    which, rest = _split(content)
    part = FILES[which % len(FILES)].removeprefix(f"{PLAN}/").removesuffix(".yaml")
    try:
        text = rest.decode()
        once = format_part(part, text)
    except (UnicodeDecodeError, UnreadableTextError):
        return
    except FormatRefusedError as error:
        raise AssertionError("the form would change what the file says") from error
    assert format_part(part, once) == once


def correct_value(content: bytes) -> None:
    """`kehoach correct`: any place and any text change one value or are refused."""
    which, rest = _split(content)
    place, _, printed = rest.partition(b"\0")
    name = FILES[which % len(FILES)]
    part = name.removeprefix(f"{PLAN}/").removesuffix(".yaml")
    text = (BASE / name).read_text("utf-8")
    data = _data(text)
    path = path_at(data, part, place.decode("utf-8", "replace"))
    if path is None:
        return
    try:
        after = corrected(part, text, path[1:], printed.decode("utf-8", "replace"))
    except KehoachError as error:
        told(str(error))
        return
    reading = located.read(after.encode("utf-8", "surrogatepass"))
    if reading.located is not None and not reading.problems:
        assert _shape(reading.located.data) == _shape(data), "more than one value changed"


def _data(text: str) -> object:
    reading = located.read(text.encode())
    assert reading.located is not None
    return reading.located.data


def _shape(data: object) -> object:
    """Keys and lengths, without values."""
    if isinstance(data, dict):
        return {key: _shape(value) for key, value in data.items()}
    return [_shape(value) for value in data] if isinstance(data, list) else None


def compare_versions(content: bytes) -> None:
    """`kehoach diff` between two versions of a file, whatever they hold."""
    which, rest = _split(content)
    name = FILES[which % len(FILES)]
    one, _, other = rest.partition(b"\0")
    before = _checked(name, one or (BASE / name).read_bytes())
    after = _checked(name, other or (BASE / name).read_bytes())
    comparison = compare_checked(before, after)
    for form in FORMATS:
        report_diff(form, DiffView(comparison, SideName("a"), SideName("b"), "", False))


def _import(name: str, content: bytes) -> None:
    facts = PlanFacts("tay-ninh", Period(2025, 2030))
    try:
        for table in find_tables(read_source(name, content)):
            for kind in KINDS:
                with suppress(KehoachError):
                    made = draft_of(table, kind, registry(), Options(), facts)
                    text = draft_text(made)
                    assert not located.read(text.encode()).problems
    except KehoachError as refusal:
        told(str(refusal))


def import_csv(content: bytes) -> None:
    """`kehoach import` of a .csv."""
    _import("a.csv", content)


def import_text(content: bytes) -> None:
    """`kehoach import` of a .txt."""
    _import("a.txt", content)


def import_archive(content: bytes) -> None:
    """`kehoach import` of any bytes that claim to be Word or Excel."""
    which, rest = _split(content)
    _import("a.docx" if which % 2 else "a.xlsx", rest)


def import_word(content: bytes) -> None:
    """`kehoach import` of a sound .docx one part of which is any bytes."""
    which, rest = _split(content)
    _import("a.docx", repacked(word(), WORD_PARTS[which % len(WORD_PARTS)], rest))


def import_excel(content: bytes) -> None:
    """`kehoach import` of a sound .xlsx one part of which is any bytes."""
    which, rest = _split(content)
    _import("a.xlsx", repacked(excel(), EXCEL_PARTS[which % len(EXCEL_PARTS)], rest))


def repacked(archive: bytes, part: str, content: bytes) -> bytes:
    """An office file with one part replaced."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return packed.getvalue()


ROWS = (
    ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Năm 2025", "2026-2030", "Tổng cộng"),
    ("I", "Nhóm một", "", "", "100", "200", "300"),
    ("1", "Việc một", "Sở Y tế", "2025 - 2030", "100", "200", "300"),
)


@cache
def word() -> bytes:
    """A sound document."""
    from docx import Document

    document = Document()
    document.add_paragraph("Phụ lục I. ĐVT: triệu đồng", style="List Number")
    table = document.add_table(rows=len(ROWS), cols=len(ROWS[0]))
    for cells, row in zip(ROWS, table.rows, strict=True):
        for text, cell in zip(cells, row.cells, strict=True):
            cell.text = text
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


@cache
def excel() -> bytes:
    """A sound workbook."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append([int(text) if text.isdigit() else text for text in row])
    packed = io.BytesIO()
    book.save(packed)
    return _with_shared_strings(packed.getvalue())


SHARED = "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"


def _with_shared_strings(archive: bytes) -> bytes:
    """A workbook as Excel writes it: some texts in a table that the cells point to."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    types, relations = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    one = f'<Override PartName="/{SHARED}" ContentType="{_TYPE}"/></Types>'
    parts[types] = parts[types].replace("</Types>", one)
    two = f'<Relationship Id="rId99" Type="{_RELATION}" Target="/{SHARED}"/></Relationships>'
    parts[relations] = parts[relations].replace("</Relationships>", two)
    sheet = "xl/worksheets/sheet1.xml"
    inline = re.compile(r'(<c r="B3") t="inlineStr"><is><t>[^<]*</t></is>')
    parts[sheet] = inline.sub(r'\1 t="s"><v>0</v>', parts[sheet])
    parts[SHARED] = f'<sst xmlns="{_MAIN}" count="1"><si><t>Việc một</t></si></sst>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return packed.getvalue()


def part_of_office(kind: str, part: str) -> bytes:
    """A part of the sound file that is spoilt: a beginning for a fuzzer."""
    with zipfile.ZipFile(io.BytesIO(word() if kind == "docx" else excel())) as archive:
        return archive.read(part)


@cache
def _agency_reader() -> AgencyReader:
    return AgencyReader(registry().agencies)


@cache
def _agency_names() -> tuple[str, ...]:
    return tuple(a.name for a in registry().agencies.values())


READERS: Mapping[str, Callable[[str], object]] = {
    "parse_integer": vietnamese.parse_integer,
    "parse_decimal": vietnamese.parse_decimal,
    "numbers_in": vietnamese.numbers_in,
    "read_number": vietnamese.read_number,
    "read_amount": vietnamese.read_amount,
    "read_schedule": vietnamese.read_schedule,
    "schedule_in_title": vietnamese.schedule_in_title,
    "stretch_until": lambda text: stretch_until(text, date(2030, 12, 31)),
    "read_yearly_days": read_yearly_days,
    "fold": vietnamese.fold,
    "slugify": vietnamese.slugify,
    "sort_key": vietnamese.sort_key,
    "normalise_spaces": vietnamese.normalise_spaces,
    "shorten": vietnamese.shorten,
    "agencies": lambda text: _agency_reader().read(text),
    "nearest": lambda text: vietnamese.nearest(text, _agency_names()),
}
"""Every reader of printed text, by name."""


def read_words(content: bytes) -> None:
    """Every reader of printed text gives a value or a refusal in words."""
    text = unicodedata.normalize("NFC", content.decode("utf-8", "replace"))
    for read in READERS.values():
        try:
            read(text)
        except KehoachError as error:
            told(str(error))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "check": check_file,
    "yaml": read_yaml,
    "fmt": format_file,
    "correct": correct_value,
    "diff": compare_versions,
    "csv": import_csv,
    "txt": import_text,
    "archive": import_archive,
    "docx": import_word,
    "xlsx": import_excel,
    "words": read_words,
}
