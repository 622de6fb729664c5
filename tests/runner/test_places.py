"""Addresses of values: stable, readable, and never a reason to fail."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Finding, Path, Rule, Severity
from generator.located import read
from generator.runner.places import Source, diagnose, in_order, place

RULE = Rule("B101", "row-sum-mismatch", Severity.ERROR, "Sai")
UNKNOWN_KEY = Rule("S101", "unknown-key", Severity.ERROR, "Sai")

ANNEX = b"""\
columns:
  - {id: y2025, label: a}
rows:
  - group: V
    stated:
      y2025: 7
    rows:
      - task: "21"
        amounts: {y2025: 5}
      - task: "22"
        amounts: {y2025: 1}
"""


def _source(content: bytes = ANNEX) -> Source:
    return Source("plans/a/b/annexes/x.yaml", read(content).located)


def _place(content: bytes, path: Path) -> str:
    located = read(content).located
    assert located is not None
    return place(located.data, path)


def test_place_names_items_by_their_codes() -> None:
    """A place is written with the codes of the rows instead of their positions."""
    path = ("annexes/x", "rows", 0, "rows", 1, "amounts", "y2025")
    assert _place(ANNEX, path) == "annexes/x/rows/V/rows/22/amounts/y2025"


def test_place_stays_when_a_row_is_inserted_above() -> None:
    """The same value has the same place after a row is put in before it."""
    before = _place(ANNEX, ("x", "rows", 0, "rows", 1, "amounts", "y2025"))
    grown = ANNEX.replace(b'      - task: "21"\n', b'      - task: "20"\n      - task: "21"\n')
    after = _place(grown, ("x", "rows", 0, "rows", 2, "amounts", "y2025"))
    assert after == before


@pytest.mark.parametrize(
    ("item", "word"),
    [
        ({"id": "a", "code": "1"}, "a"),
        ({"group": "II.1"}, "II.1"),
        ({"task": "21", "title": "x"}, "21"),
        ({"code": "1.10", "title": "x"}, "1.10"),
        ({"document": "luat-a", "code": None}, "luat-a"),
        ({"indicator": "dti", "period": 2030}, "dti"),
        ({"period": 2025, "text": "x"}, "2025"),
        ({"period": "2026-2030"}, "2026-2030"),
        ({"title": "x"}, "2"),
        ({"id": ""}, "2"),
        ({"id": True}, "2"),
        ({"id": ["a"]}, "2"),
        ("chữ", "2"),
        (None, "2"),
    ],
)
def test_place_picks_the_first_key_that_names_an_item(item: object, word: str) -> None:
    """An item is named by id, group, task, code, document, indicator or period, else counted."""
    assert place({"items": [None, item]}, ("p", "items", 1)) == f"p/items/{word}"


def test_place_tells_namesakes_apart() -> None:
    """Two rows with one code have two places, so that a waiver accepts only one of them."""
    data = {"rows": [{"task": "1"}, {"task": "2"}, {"task": "1"}]}
    assert [place(data, ("p", "rows", i)) for i in range(3)] == [
        "p/rows/1",
        "p/rows/2",
        "p/rows/1~2",
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(data=JSON, path=st.lists(st.text() | st.integers(), max_size=6))
def test_place_never_fails(data: object, path: list[str | int]) -> None:
    """Whatever the data and the path, a place begins with the part and has a word a key."""
    words = place(data, ("part", *path))
    assert words.startswith("part")
    assert words.count("/") >= len(path)


def test_scalar_is_marked_where_it_stands() -> None:
    """A finding about a value points to the value itself."""
    path = ("annexes/x", "rows", 0, "rows", 0, "amounts", "y2025")
    found = diagnose(Finding(RULE, path, "Sai."), {"annexes/x": _source()}, _source())
    line = ANNEX.decode().splitlines()[found.line - 1]
    assert line[found.column - 1 :].startswith("5}")


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (RULE, ("annexes/x", "rows", 0, "stated"), "stated:"),
        (RULE, ("annexes/x", "rows", 0, "rows", 1), 'task: "22"'),
        (UNKNOWN_KEY, ("annexes/x", "columns", 0, "label"), "label: a"),
        (RULE, ("annexes/x", "rows", 0, "stated", "y2099"), "stated:\n"),
    ],
)
def test_mark_of_keys(rule: Rule, path: Path, text: str) -> None:
    """A finding about a block, an unknown key or a missing value points to the nearest key."""
    found = diagnose(Finding(rule, path, "Sai."), {"annexes/x": _source()}, _source())
    lines = ANNEX.decode().splitlines(keepends=True)
    assert "".join(lines[found.line - 1 :])[found.column - 1 :].startswith(text)


def test_part_without_a_file_points_to_the_plan() -> None:
    """A finding about a part that has no file is shown at the head of the plan's own file."""
    home = Source("plans/a/b/plan.yaml", None)
    found = diagnose(Finding(RULE, ("budget", "statements", 0), "Sai."), {}, home)
    assert (found.file, found.line, found.column) == ("plans/a/b/plan.yaml", 1, 1)
    assert found.place == "budget/statements/1"


def test_addends_are_lines_of_the_same_file() -> None:
    """Lines of added values are those of the finding's own file; other files have none."""
    sources = {"annexes/x": _source(), "annexes/y": _source()}
    finding = Finding(
        RULE,
        ("annexes/x", "rows", 0, "stated", "y2025"),
        "Sai.",
        addends=(
            ("annexes/x", "rows", 0, "rows", 0, "amounts", "y2025"),
            ("annexes/x", "rows", 0, "rows", 1, "amounts", "y2025"),
            ("annexes/y", "rows", 0, "stated", "y2025"),
        ),
    )
    found = diagnose(finding, sources, _source())
    assert [ANNEX.decode().splitlines()[n - 1].strip() for n in found.addend_lines] == [
        "amounts: {y2025: 5}",
        "amounts: {y2025: 1}",
    ]


def test_order_is_by_file_line_column_and_code() -> None:
    """Diagnostics come in the order in which a reader meets them, whatever found them first."""

    def at(line: int, column: int) -> Callable[[bytes], bytes]:
        return lambda text: b"\n" * (line - 1) + b" " * (column - 1) + text

    def found(rule: Rule, file: str, line: int) -> object:
        source = Source(file, read(at(line, 1)(b"a: 1\n")).located)
        return diagnose(Finding(rule, ("p", "a"), "Sai."), {"p": source}, source)

    expected = [
        found(RULE, "a.yaml", 1),
        found(UNKNOWN_KEY, "a.yaml", 2),
        found(RULE, "b.yaml", 1),
    ]
    assert list(in_order(list(reversed(expected)))) == expected  # type: ignore[arg-type]
