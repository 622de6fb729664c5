"""Whatever the bytes, there is a valid draft or one clear sentence."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import located
from generator.authoring.formatting import format_part
from generator.authoring.importing import (
    SUFFIXES,
    Kind,
    Options,
    draft_of,
    draft_text,
    find_tables,
    read_source,
)
from generator.errors import KehoachError
from generator.schema import validate
from tests.authoring.importing.files import PLAN, REGISTRY, excel, word, word_table

KINDS: tuple[Kind, ...] = ("annex", "indicators")

WORDS = st.sampled_from(
    [
        "TT", "STT", "Tên nhiệm vụ", "Chỉ tiêu", "Cơ quan chủ trì", "Cơ quan phối hợp", "Ghi chú",
        "Thời gian", "Kinh phí", "Năm 2025", "2026-2030", "Tổng cộng", "Hiện trạng", "Đơn vị", "Kết quả",
        "I", "II", "A", "1", "1.1", "2", "1.10", "a)", "-", "", "Tổng", "Cộng mục I", "5.000", "1.184.374",
        "12,5", "≥ 55", "1-2", "%", "Sở Y tế", "Việc một", "2025 - 2030", "Năm 2026", "(Bằng chữ)", "và",
        "PHỤ LỤC I", "ĐVT: Triệu đồng", "0", "x" * 6000, "\u202e\u200b", "a\u0301", "Ð", "{}", "# a: b",
    ]
)  # fmt: skip
ROWS = st.lists(st.lists(WORDS, min_size=1, max_size=7), min_size=1, max_size=14)


def import_all(name: str, content: bytes) -> None:
    """Import every table of a file; each draft is valid and canonical."""
    try:
        for table in find_tables(read_source(name, content)):
            for kind in KINDS:
                made = draft_of(table, kind, REGISTRY, Options(), PLAN)
                check_text(made.part, draft_text(made))
    except KehoachError as refusal:
        check_refusal(str(refusal))


def check_refusal(sentence: str) -> None:
    """A refusal is a Vietnamese sentence and no trace of a program."""
    assert sentence.endswith((".", ":")) or "." in sentence
    assert "Traceback" not in sentence


def check_text(part: str, text: str) -> None:
    """A draft can be read, validates, and `kehoach fmt` leaves it as it is."""
    reading = located.read(text.encode())
    assert reading.problems == ()
    assert reading.located is not None
    assert validate(part, reading.located).findings == ()
    assert format_part(part, text) == text


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SUFFIXES), st.binary(max_size=2000))
@example(".docx", b"PK\x03\x04")
@example(".csv", b'"')
@example(".txt", b"|")
@example(".txt", "| TT | Tên nhiệm vụ | Chủ trì |".encode())
def test_any_bytes_are_drafted_or_refused(suffix: str, content: bytes) -> None:
    """Bytes without any sense."""
    import_all(f"a{suffix}", content)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.sampled_from(["a.csv", "a.txt", "b.txt", "c.txt"]))
def test_any_table_of_text_is_drafted_or_refused(rows: list[list[str]], name: str) -> None:
    """Tables of the words that tables are made of, in every order."""
    lines = {
        "a.csv": [";".join(row) for row in rows],
        "a.txt": ["| " + " | ".join(row) + " |" for row in rows],
        "b.txt": [word_ for row in rows for word_ in row],
        "c.txt": [line for row in rows for line in (*(f"\t{word_}" for word_ in row), "")],
    }[name]
    import_all(name, "\n".join(lines).encode("utf-8", "surrogatepass"))


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_any_table_of_an_office_file_is_drafted_or_refused(rows: list[list[str]]) -> None:
    """The same in Word and Excel."""
    safe = [[w.replace("\u202e", "").replace("#", "") for w in row] for row in rows]
    import_all("a.docx", word(word_table(*safe)))
    import_all("a.xlsx", excel(safe))
