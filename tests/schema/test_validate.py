"""Validation: what is said about each kind of mistake, and that one mistake is said once."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from generator.diagnostics import Finding
from generator.located import read
from generator.model import Annex, PlanMeta
from generator.schema import model_for, validate
from generator.schema.files import MODELS
from generator.schema.outline import expected_at
from generator.schema.validate import MOST_FINDINGS
from generator.schema.wording import known_kinds
from tests.schema.samples import (
    BASE,
    PART_OF_KIND,
    full,
    located,
    places,
    replaced,
    value_at,
    without,
)

KINDS = list(MODELS)
FOLDER = BASE / "plans/vi-du/01-kh-2025"
ANNEX, PLAN, INDICATORS = "annexes/phu-luc-1", "plan", "indicators"

CASES = [
    # Keys.
    (ANNEX, 'task: "4"', 'tsak: "4"', "S101", "«tsak»", "«task»"),
    (ANNEX, "group: II", "grop: II", "S101", "«grop»", "«group»"),
    (ANNEX, "place: Phụ lục I", "plcae: Phụ lục I", "S101", "«plcae»", "«place»"),
    (ANNEX, "total_label:", "tong_cong:", "S101", "«tong_cong»", "title, place, unit"),
    (ANNEX, 'task: "4"', 'group: III\n        task: "4"', "S101", "«group» và «task»", "đứng đầu"),
    (ANNEX, "y2025: 30, total: 30}", "y2025:30, total: 30}", "S104", "«y2025:30»", "y2025: 30"),
    (ANNEX, "y2025: 30, total: 30}", "Năm 2025: 30}", "S104", "«Năm 2025»", "nam-2025"),
    (
        ANNEX,
        "lead: Sở Y tế",
        "lead: Sở Y tế\n        lead-agency:",
        "S101",
        "«lead-agency»",
        "dấu phẩy",
    ),
    (PLAN, "  budget: {state", "  budgets: {state", "S101", "«budgets»", "«budget»"),
    (PLAN, "issuer: ubnd-tinh\n", "", "S102", "«issuer»", "Mã cơ quan ban hành"),
    (
        INDICATORS,
        "unit: rank\n    ",
        "",
        "S102",
        "«unit» ở mục thứ 2 của «indicators»",
        "Mã đơn vị",
    ),
    # Types.
    (ANNEX, 'task: "4"', "task: 4", "S103", "con số 4", '"4"'),
    (ANNEX, 'task: "4"', "task: true", "S103", "đúng/sai true", '"true"'),
    (ANNEX, "y2025: 30", 'y2025: "30"', "S103", "chữ «30»", "Viết 30,"),
    (ANNEX, "y2025: 30", "y2025: 1.184.374", "S103", "chữ «1.184.374»", "Viết 1184374,"),
    (ANNEX, "y2025: 30", "y2025: ba mươi", "S103", "chữ «ba mươi»", "1184374"),
    (ANNEX, "y2025: 30", "y2025: 12.5", "S103", "con số 12.5", "số nguyên"),
    (ANNEX, "y2025: 30", "y2025: false", "S103", "đúng/sai false", "1184374"),
    (ANNEX, "y2025: 30", "y2025: [30]", "S103", "một danh sách", "1184374"),
    (ANNEX, "{y2025: 30, total: 30}", "30", "S103", "«amounts» cần các khóa con", "mã: giá trị"),
    (ANNEX, "lead: Sở Y tế", "lead: {Sở Y tế: a}", "S103", "một mục con", "dấu nháy kép"),
    (ANNEX, "lead: Sở Y tế", "lead: [Sở Y tế]", "S103", "một danh sách", "dấu nháy kép"),
    (INDICATORS, "value: 70", 'value: "42,05"', "S103", "chữ «42,05»", "Viết 42.05,"),
    (INDICATORS, "value: 70", "value: khoảng 70", "S103", "chữ «khoảng 70»", "42.05"),
    (
        PLAN,
        "implements: [nq-01-2024-tw]",
        "implements: nq-01-2024-tw",
        "S103",
        "một danh sách",
        "«- »",
    ),
    (PLAN, "objectives: {state: complete}", "objectives: đủ", "S103", "chữ «đủ»", "state, note"),
    # Values.
    (PLAN, "kind: ke-hoach", "kind: Kế hoạch", "S104", "chữ «Kế hoạch»", "muốn viết ke-hoach"),
    (PLAN, "kind: ke-hoach", "kind: 5", "S104", "con số 5", "de-an, ke-hoach"),
    (PLAN, "issuer: ubnd-tinh", "issuer: UBND tỉnh", "S104", "chữ «UBND tỉnh»", "ubnd-tinh"),
    (PLAN, "issuer: ubnd-tinh", f"issuer: {'a' * 81}", "S104", "81 ký tự", "1 ký tự"),
    (PLAN, "vision_year: 2035", "vision_year: 3035", "S104", "từ 1990 đến 2100", "Xem lại"),
    (PLAN, "period: 2025-2030", "period: 2025 - 2030", "S104", "«2025 - 2030»", "Viết 2025-2030,"),
    (PLAN, "period: 2025-2030", "period: 2030-2025", "S104", "«2030-2025»", "2026-2030"),
    (PLAN, "period: 2025-2030", "period: 1800", "S104", "con số 1800", "2026-2030"),
    (PLAN, "period: 2025-2030", "period: true", "S104", "đúng/sai true", "2026-2030"),
    (PLAN, "issued_on: 2025-03-10", "issued_on: 10/3/2025", "S104", "«10/3/2025»", "2025-03-10"),
    (
        PLAN,
        "issued_on: 2025-03-10",
        "issued_on: 2025-02-30",
        "S104",
        "2025-02-30",
        "Tháng 2 năm 2025 chỉ có 28 ngày",
    ),
    (PLAN, "issued_on: 2025-03-10", "issued_on: 31/02/2026", "S104", "31/02", "chỉ có 28 ngày"),
    (PLAN, "issued_on: 2025-03-10", "issued_on: 2025-13-01", "S104", "có thật", "tháng 13"),
    (PLAN, "issued_on: 2025-03-10", "issued_on: 1/7/2026", "S104", "1/7/2026", ": 2026-07-01"),
    (PLAN, "issuer: ubnd-tinh\n", "issuer: UBND\n", "S104", "«UBND»", "agencies.yaml"),
    (PLAN, "issuer: ubnd-tinh\n", 'issuer: "“ubnd-tinh”"\n', "S104", "“", ': "ubnd-tinh"'),
    (ANNEX, "unit: million-vnd", "unit: triệu đồng", "S104", "«triệu đồng»", "ví dụ million-vnd"),
    (ANNEX, 'task: "4"', 'task: "“4”"', "S104", "«“4”»", "Dấu nháy “ ” nằm trong giá trị"),
    (ANNEX, 'task: "4"', 'task: 4"', "S104", '«4"»', 'cả hai đầu: "4"'),
    (
        ANNEX,
        "y2025: 30",
        "y2025: 200000000000000000",
        "S104",
        "là 200.000.000.000.000.000, nằm",
        "đơn vị",
    ),
    (PLAN, "issued_on: 2025-03-10", "issued_on: 20250310", "S104", "con số 20250310", "2025-09-22"),
    (ANNEX, "lead: Sở Y tế", 'lead: ""', "S104", "chuỗi rỗng", "bỏ hẳn"),
    (ANNEX, "lead: Sở Y tế", 'lead: " Sở Y tế"', "S104", "dấu cách", "Bỏ dấu cách"),
    (ANNEX, "lead: Sở Y tế", "lead: |\n          Sở Y tế\n          Sở B", "S104", "⏎", "một dòng"),
    (ANNEX, 'task: "4"', 'task: "4."', "S104", "chữ «4.»", "ở cuối"),
    (ANNEX, "y2025: 30", "y2025: -30", "S104", "−30", "đơn vị của bảng"),
    (
        INDICATORS,
        'comparator: "=", value: 70',
        "comparator: about, value: 70",
        "S104",
        "«about»",
        '">="',
    ),
    (
        INDICATORS,
        'comparator: "=", value: 70',
        'comparator: "", value: 70',
        "S104",
        "chữ «»",
        "Dấu >",
    ),
    # Nothing.
    (PLAN, "vision_year: 2035", "vision_year:", "S105", "«vision_year»", "bỏ hẳn khóa này"),
    (PLAN, "issuer: ubnd-tinh", "issuer: ~", "S105", "«issuer»", "bắt buộc"),
    (
        PLAN,
        "[nq-01-2024-tw]",
        "[nq-01-2024-tw, null]",
        "S105",
        "Mục thứ 2 của «implements»",
        "mục này",
    ),
    # Numbers that YAML changes.
    (
        ANNEX,
        "y2025: 30",
        "y2025: 30.000",
        "Y401",
        "30.000 nhưng YAML hiểu là số 30.0",
        "liền 30000",
    ),
    (ANNEX, "y2025: 30", "y2025: 1.184", "Y401", "1.184", "liền 1184"),
    (ANNEX, "y2025: 30", "y2025: 30.0", "Y401", "30.0", "Viết 30."),
    (ANNEX, "y2025: 30", "y2025: 3e1", "Y401", "3e1 nhưng YAML hiểu là số 30.0", "Viết 30."),
    (ANNEX, "y2025: 30", "y2025: 030", "Y401", "030 nhưng YAML hiểu là số 30", "Viết 30."),
    (ANNEX, "y2025: 30", "y2025: 0x1E", "Y401", "0x1E nhưng YAML hiểu là số 30", "Viết 30."),
    (ANNEX, "y2025: 30", "y2025: +30", "Y401", "+30", "Viết 30."),
    (ANNEX, 'task: "4"', "task: 1.10", "Y401", "1.10 nhưng YAML hiểu là số 1.1", '"1.10"'),
    (ANNEX, 'task: "4"', "task: 1.1", "Y401", "1.1", '"1.1"'),
    (ANNEX, 'task: "4"', "task: 04", "Y401", "04 nhưng YAML hiểu là số 4", '"04"'),
    (ANNEX, "group: II", "group: 0x1F", "Y401", "0x1F nhưng YAML hiểu là số 31", '"0x1F"'),
    (PLAN, "period: 2025-2030", "period: 2025.0", "Y401", "2025.0", "Viết 2025."),
    (PLAN, "vision_year: 2035", "vision_year: 02035", "Y401", "02035", "Viết 2035."),
    (
        INDICATORS,
        "value: 1200,",
        "value: 1.200,",
        "Y401",
        "1.200 nhưng YAML hiểu là số 1.2",
        "liền 1200",
    ),
]


def findings_of(part: str, old: str, new: str) -> tuple[Finding, ...]:
    """What is found in a base file with one piece of text replaced."""
    text = (FOLDER / f"{part}.yaml").read_text(encoding="utf-8")
    assert old in text
    reading = read(text.replace(old, new, 1).encode())
    assert reading.located is not None, reading.problems
    return validate(part, reading.located).findings


@pytest.mark.parametrize(("part", "old", "new", "code", "words", "remedy"), CASES)
def test_mistake_is_told_once_with_its_value_and_its_remedy(
    part: str, old: str, new: str, code: str, words: str, remedy: str
) -> None:
    """A mistake in a file gives one finding that names what is written and what to write."""
    (finding,) = findings_of(part, old, new)
    assert finding.rule.code == code
    assert finding.path[0] == part
    assert words in finding.message
    assert remedy in finding.hint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 62.5,", "value: 62.50,"),
        ("value: 62.5,", "value: 62.125,"),
        ("value: 62.5,", "value: 62.0,"),
        ("value: 70,", "value: 7e1,"),
        ('code: "1"', "code: '01'"),
        ("period: 2025,", 'period: "2025",'),
    ],
)
def test_figure_that_loses_nothing_passes(old: str, new: str) -> None:
    """A decimal figure may have zeros at its end, and a code in quotes any digits."""
    assert findings_of(INDICATORS, old, new) == ()


@pytest.mark.parametrize("text", ["abc\n", "[1]\n", "12\n", "title:abc\nplace:d\n"])
def test_file_that_is_no_mapping_is_told_once(text: str) -> None:
    """A file of one text, number or list gives one finding for the file."""
    reading = read(text.encode())
    assert reading.located is not None
    (finding,) = validate(PLAN, reading.located).findings
    assert (finding.rule.code, finding.path) == ("S103", (PLAN,))


def test_valid_file_gives_the_record() -> None:
    """A valid file gives its record and no finding."""
    reading = read((FOLDER / f"{ANNEX}.yaml").read_bytes())
    assert reading.located is not None
    validated = validate(ANNEX, reading.located)
    assert validated.findings == ()
    assert isinstance(validated.record, Annex)
    assert validated.record.stated["total"] == 2130


def test_any_finding_takes_the_record_away() -> None:
    """Even a finding that the model itself does not see leaves no record."""
    text = (FOLDER / f"{ANNEX}.yaml").read_bytes().replace(b"y2025: 30,", b"y2025: 030,")
    reading = read(text)
    assert reading.located is not None
    assert validate(ANNEX, reading.located).record is None


def test_unknown_part_is_a_finding() -> None:
    """A part that does not exist is told as an unknown file."""
    (finding,) = validate("muc-tieu", located({"a": 1})).findings
    assert (finding.rule.code, finding.path) == ("S106", ("muc-tieu",))


@pytest.mark.parametrize(
    ("part", "model"),
    [
        ("plan", PlanMeta),
        ("annexes/phu-luc-1-1", Annex),
        ("registry/units", MODELS["units"]),
        ("annex", None),
        ("annexes", None),
        ("annexes/", None),
        ("annexes/Phu-luc", None),
        ("annexes/phu-luc-1\n", None),
        ("annexes/a/b", None),
        ("units", None),
        ("registry/plan", None),
        ("registry/a/units", None),
        ("", None),
    ],
)
def test_model_of_a_part(part: str, model: type | None) -> None:
    """Each part has its model; the name of an annex is an address and must be a slug."""
    assert model_for(part) is model


# One mistake, one finding: at every place of a document that has every key.

EVERYWHERE = [(kind, path) for kind in KINDS for path in places(full(kind)) if path]


def found(kind: str, data: Any) -> tuple[Finding, ...]:
    """What is found in a document."""
    return validate(PART_OF_KIND[kind], located(data)).findings


@pytest.mark.parametrize("kind", KINDS)
def test_one_empty_value_is_one_finding(kind: str) -> None:
    """A null anywhere is told once, as an empty value, at its place."""
    document = full(kind)
    for path in places(document):
        if path:
            (finding,) = found(kind, replaced(document, path, None))
            assert (finding.rule.code, finding.path[1:]) == ("S105", path)


@pytest.mark.parametrize("kind", KINDS)
def test_one_missing_key_is_one_finding(kind: str) -> None:
    """A required key that is left out is told once, an optional one not at all."""
    document = full(kind)
    for path in places(document):
        if not path or isinstance(path[-1], int):
            continue
        required = path[-1] in expected_at(kind, document, path[:-1]).get("required", ())
        told = [(f.rule.code, f.path[1:]) for f in found(kind, without(document, path))]
        assert told == ([("S102", path)] if required else [])


@pytest.mark.parametrize("kind", KINDS)
def test_one_misspelt_key_is_one_finding(kind: str) -> None:
    """A key with two letters swapped is told once, with the right key as a hint."""
    document = full(kind)
    for path in places(document):
        if not path or "properties" not in expected_at(kind, document, path[:-1]):
            continue
        key = str(path[-1])
        typo = key[:-2] + key[-1] + key[-2] if key[-1] != key[-2] else key + "x"
        parent = value_at(document, path[:-1])
        renamed = {typo if name == key else name: value for name, value in parent.items()}
        (finding,) = found(kind, replaced(document, path[:-1], renamed))
        assert (finding.rule.code, finding.path[1:]) == ("S101", (*path[:-1], typo))
        assert f"«{key}»" in finding.hint


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [True, 1e30, " ", [[]]])
def test_one_wrong_value_is_one_finding(kind: str, value: Any) -> None:
    """A value of the wrong type or form is told once, at its place or at what is within it."""
    document = full(kind)
    for path in places(document):
        if value is True and expected_at(kind, document, path).get("type") == "boolean":
            continue
        if value == 1e30 and expected_at(kind, document, path).get("type") == "number":
            continue
        told = found(kind, replaced(document, path, value))
        assert told
        inside = [f for f in told if f.path[1 : len(path) + 1] == path]
        missing = [f for f in inside if f.rule.code == "S102"]
        assert inside == list(told)
        assert len(told) - len(missing) == 1


def test_row_that_is_no_mapping_is_told_once() -> None:
    """A row that is a text, a number or a list is told as such, not as a crash."""
    document = full("annex")
    values: list[Any] = ["x", 5, [], True, 1.5]
    for value in values:
        (finding,) = found("annex", replaced(document, ("rows", 0), value))
        assert (finding.rule.code, finding.path[1:]) == ("S103", ("rows", 0))


def errors() -> Iterator[str]:
    """Error types of pydantic for full documents spoilt in every place."""
    values: list[Any] = [True, "", "x" * 6000, -1, 10**20, 1.5, [], {}, "Chữ ", {"Khóa": 1}]
    for kind, path in EVERYWHERE:
        document = full(kind)
        spoilt = [replaced(document, path, value) for value in values]
        for data in (*spoilt, without(document, path)):
            try:
                MODELS[kind].model_validate(data)
            except ValidationError as error:
                yield from (one["type"] for one in error.errors())


def test_every_error_of_the_models_has_words_of_its_own() -> None:
    """No error type that the models can give falls back on a general sentence."""
    assert set(errors()) <= known_kinds()


@pytest.mark.parametrize("kind", KINDS)
def test_findings_are_vietnamese_sentences(kind: str) -> None:
    """Messages end with a full stop, hints are there, and nothing of pydantic's shows."""
    document = full(kind)
    values: list[Any] = [True, "", "Chữ ", 10**20, 1.5, [[]], {"La": None}]
    for path in places(document):
        for value in values:
            for finding in found(kind, replaced(document, path, value)):
                assert finding.message.endswith(".")
                assert finding.hint
                english = r"\b(Input|should|valid|String|Field|required|None|dict|tuple|Extra)\b"
                assert not re.search(english, finding.message + finding.hint), finding


def test_endless_mistakes_are_bounded() -> None:
    """A file with very many mistakes gives a bounded number of findings."""
    many = {f"k{n}": None for n in range(3000)} | {f"l{n}": 1 for n in range(3000)}
    assert len(found("plan", many)) == MOST_FINDINGS
