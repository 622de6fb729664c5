"""The common form of plan files: order, quotes, lines, comments."""

from pathlib import Path

import pytest

from generator.authoring.formatting import (
    FormatRefusedError,
    UnreadableTextError,
    format_part,
)
from generator.authoring.formatting import __name__ as package
from generator.authoring.formatting.arrange import LINES_OF_A_TABLE
from generator.project import Project, part_files
from generator.schema.generate import schema_of

ANNEX = "annexes/phu-luc-1"


def lines(text: str) -> str:
    """A text block without its first line break."""
    return text.removeprefix("\n")


def parts_of(project: Project) -> list[tuple[str, Path]]:
    """Every file of every plan and of the registry."""
    plans = [part for folder in project.plan_folders() for part in part_files(folder.path)]
    registry = part_files(project.registry_folder)
    return [*plans, *((f"registry/{part}", file) for part, file in registry)]


def test_every_plan_is_in_the_common_form(project: Project) -> None:
    """Formatting changes none of the plans and registries of this repository."""
    parts = parts_of(project)
    assert len(parts) > 40
    texts = {file: file.read_text("utf-8") for _, file in parts}
    assert [file for part, file in parts if format_part(part, texts[file]) != texts[file]] == []


def test_keys_stand_in_the_order_of_the_model() -> None:
    """Keys of records at every depth are sorted as the model has them, strange ones last."""
    before = lines("""
rows:
  - rows:
      - strange: x
        title: Việc
        task: "1"
    title: Nhóm
    group: "I"
place: Phụ lục I
title: Bảng
""")
    assert format_part(ANNEX, before) == lines("""
title: Bảng
place: Phụ lục I
rows:
  - group: "I"
    title: Nhóm
    rows:
      - task: "1"
        title: Việc
        strange: x
""")


def test_amounts_follow_the_columns() -> None:
    """The amounts of a row stand in the order in which the annex declares its columns."""
    before = lines("""
columns:
  - {id: y2025, label: A}
  - {id: khac, label: B}
  - {id: total, label: C, adds: [y2025, khac]}
rows:
  - task: "1"
    title: Việc
    amounts:
      total: 3
      khac: 2
      y2025: 1
""")
    assert "    amounts: {y2025: 1, khac: 2, total: 3}\n" in format_part(ANNEX, before)


def test_rows_keep_their_order() -> None:
    """Items of a list and entries of a registry stay in the order of the document."""
    rows = 'rows:\n  - task: "2"\n    title: B\n  - task: "1"\n    title: A\n'
    units = "units:\n  z:\n    name: z\n    kind: count\n  a:\n    name: a\n    kind: count\n"
    assert format_part(ANNEX, rows) == rows
    assert format_part("registry/units", units) == units


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('title: "Việc: một"', 'title: "Việc: một"'),
        ("title: 'Việc: một'", 'title: "Việc: một"'),
        ('title: "Việc một"', "title: Việc một"),
        ("title: 'nói \"thật\"'", 'title: nói "thật"'),
        ("title: >-\n  dài\n  thêm", "title: dài thêm"),
        ("title: dài\n  thêm", "title: dài thêm"),
        ("title:   Việc", "title: Việc"),
        ('title: "no"', 'title: "no"'),
        ('title: "1.10"', 'title: "1.10"'),
        ('title: "5 # 6"', 'title: "5 # 6"'),
        ("title: ''", 'title: ""'),
        ("unit: 1.000", "unit: 1.000"),
        ("unit: 0x1F", "unit: 0x1F"),
        ("unit: ~", "unit: ~"),
        ("unit:", "unit:"),
        ('"title": Việc', "title: Việc"),
        ("rows: [  ]", "rows: []"),
        ("--- \ntitle: Việc", "title: Việc"),
        ("title: Việc\r\nplace: I", "title: Việc\nplace: I"),
    ],
)
def test_a_value_is_written_one_way(before: str, after: str) -> None:
    """Quotes stand where a reader needs them; numbers and nothing keep their spelling."""
    assert format_part(ANNEX, before) == f"{after}\n"


def test_printed_codes_always_stand_in_quotes() -> None:
    """A code is quoted even where YAML would read it as text, so that the next one is too."""
    before = "rows:\n  - group: II.1\n    title: Nhóm\n    rows: []\n"
    assert '- group: "II.1"\n' in format_part(ANNEX, before)


def test_lines_of_a_table_stand_on_one_line_each() -> None:
    """Targets, columns and ids are one line, unless a note or their length forbids it."""
    short = '{period: 2030, comparator: ">=", value: 5, text: 5 khu}'
    before = lines(f"""
indicators:
  - id: a
    targets:
      - text: 5 khu
        value: 5
        period: 2030
        comparator: ">="
      - {{period: 2031, comparator: "=", text: có, note: vì sao}}
      - {{period: 2032, comparator: "=", text: {"dài " * 60}}}
""")
    assert format_part("indicators", before) == lines(f"""
indicators:
  - id: a
    targets:
      - {short}
      - period: 2031
        comparator: "="
        text: có
        note: vì sao
      - period: 2032
        comparator: "="
        text: {("dài " * 60).strip()}
""")


def test_lists_of_ids_stand_on_one_line_and_lists_of_texts_do_not() -> None:
    """Ids are short and read as a row; texts are read one below the other."""
    before = "implements:\n- a\n- b\nprevious_ids: [c/d, e/f]\n"
    after = "implements: [a, b]\nprevious_ids:\n  - c/d\n  - e/f\n"
    assert format_part("plan", before) == after


def test_comments_go_with_their_keys() -> None:
    """A comment above a key or beside it moves with it; one at the end of a row stays there."""
    before = lines("""
# yaml-language-server: $schema=../../../schema/annex.schema.json

# xem trang 31
rows:   # các dòng
  # nhóm đầu
  - title: Nhóm   # tên
    # mã in nghiêng
    group: I
    rows:
      -   title: Việc
          task: "1"
          # còn thiếu ô ghi chú
    # hết nhóm

# theo trang bìa
title: Bảng
# hết
""")
    assert format_part(ANNEX, before) == lines("""
# yaml-language-server: $schema=../../../schema/annex.schema.json

# theo trang bìa
title: Bảng
# xem trang 31
rows:  # các dòng
  # nhóm đầu
  # mã in nghiêng
  - group: "I"
    title: Nhóm  # tên
    rows:
      - task: "1"
        title: Việc
        # còn thiếu ô ghi chú
    # hết nhóm
# hết
""")


def test_a_comment_inside_brackets_keeps_its_value() -> None:
    """Brackets that hold a comment are written out, so that it stays beside its value."""
    before = "stated: {a: 1, # trang 2\n  b: 2}\nrows: [ # chưa có\n ]\n"
    after = "stated:\n  a: 1  # trang 2\n  b: 2\nrows: []  # chưa có\n"
    assert format_part(ANNEX, before) == after


def test_single_blank_lines_are_kept() -> None:
    """Blank lines between values become one; those before the first and after the last go."""
    before = 'rows:\n\n  - task: "1"\n\n\n\n  - task: "2"\n\n\n'
    assert format_part(ANNEX, before) == 'rows:\n  - task: "1"\n\n  - task: "2"\n'


def test_a_fault_of_reading_is_told() -> None:
    """A text with a fault of family Y is refused with the fault."""
    with pytest.raises(UnreadableTextError) as caught:
        format_part(ANNEX, "title: a\ntitle: b\n")
    assert [problem.rule.code for problem in caught.value.problems] == ["Y202"]


def test_a_form_that_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the writer ever lose a value or a comment, nothing comes of it."""
    wrong = (
        "title: Bảng  # trang 1\n",
        'title: Bảng  # trang 1\nplace: "1"\n',
        "title: Bảng\nplace: 1\n",
    )
    for lost in wrong:
        monkeypatch.setattr(f"{package}.write", lambda _document, lost=lost: lost)
        with pytest.raises(FormatRefusedError, match="lỗi của chương trình"):
            format_part(ANNEX, "title: Bảng  # trang 1\nplace: 1\n")


def test_records_on_one_line_are_records_of_the_model() -> None:
    """Each record that is named as the line of a table is one of a plan file."""
    kinds = ("plan", "objectives", "indicators", "actions", "budget", "annex")
    known = {name for kind in kinds for name in schema_of(kind).get("$defs", {})}
    assert known >= LINES_OF_A_TABLE
