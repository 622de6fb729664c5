"""Structure that is refused: repeated keys, anchors, tags, documents, keys, and bounds."""

import pytest
import yaml

from generator.located import Problem, read, reader
from generator.located.refusals import DEEPEST, LARGEST, MOST_VALUES


def told(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of every problem of a text."""
    return [(p.rule.code, p.line, p.column) for p in read(text.encode()).problems]


def only(text: str) -> Problem:
    """The one problem of a text."""
    reading = read(text.encode())
    assert reading.located is None
    (problem,) = reading.problems
    return problem


def test_repeated_key_names_both_lines() -> None:
    """A key that stands twice gives one finding at the second, naming both lines."""
    problem = only("a:\n  tên: 1\n  b: 2\n  tên: 3\n")
    assert (problem.rule.code, problem.line, problem.column) == ("Y202", 4, 3)
    assert "«tên»" in problem.message
    assert "dòng 2" in problem.message
    assert "dòng 4" in problem.message


def test_key_may_return_in_another_mapping() -> None:
    """The same key in siblings, parents and children is no repetition."""
    assert told("a: {a: {a: 1}}\nb:\n  - {a: 1}\n  - {a: 2}\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n'a': 2\n", [("Y202", 2, 1)]),
        ("{a: 1, a: 2, a: 3}\n", [("Y202", 1, 8)]),
        ('"\\u0061": 1\na: 2\n', [("Y202", 2, 1)]),
        ("<<: 1\n<<: 2\n", [("Y202", 2, 1)]),
    ],
)
def test_repeated_key_is_found_however_it_is_written(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    """Quotes and escapes do not hide that a key is repeated."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", [("Y203", 1, 4)]),
        ("a: &x {b: 1}\n", [("Y203", 1, 4)]),
        ("a: &x\n  b: 1\n", [("Y203", 1, 4)]),
        ("a: &x [b]\nc: *x\n", [("Y203", 1, 4), ("Y203", 2, 4)]),
        ("a: *nowhere\n", [("Y203", 1, 4)]),
        ("&x a: 1\n*x : 2\n", [("Y203", 1, 1), ("Y203", 2, 1)]),
        ("- &x a\n- {b: *x, <<: *x}\n", [("Y203", 1, 3), ("Y203", 2, 7), ("Y203", 2, 15)]),
        ("&x {a: 1}\n", [("Y203", 1, 1)]),
        ("*x\n", [("Y203", 1, 1)]),
    ],
)
def test_anchor_and_alias_are_refused(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Anchors and aliases are refused wherever they stand, on scalars, mappings and keys."""
    assert told(text) == expected


def test_bomb_of_aliases_is_refused_in_few_words() -> None:
    """Aliases that would blow up are never expanded."""
    levels = "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert {code for code, _, _ in told(f"b0: &b0 x\n{levels}")} == {"Y203"}


def test_merge_key_is_a_plain_key() -> None:
    """`<<` merges nothing: it is a key like any other, for the schema to refuse."""
    reading = read(b"a: {<<: {b: 1}, c: 2}\n")
    assert reading.located is not None
    assert reading.located.data == {"a": {"<<": {"b": 1}, "c": 2}}


@pytest.mark.parametrize(
    "tag",
    ["!!str", "!!int", "!", "!own", "!<tag:yaml.org,2002:str>", "!!python/object/apply:os.system"],
)
@pytest.mark.parametrize("value", ["5", '"5"', "[5]", "{b: 5}", ""])
def test_tag_is_refused(tag: str, value: str) -> None:
    """Every tag is refused, standard ones included, on every kind of value."""
    assert only(f"a: {tag} {value}\n").rule.code == "Y204"


def test_directive_is_refused() -> None:
    """A %YAML line would change how the file is read; a %TAG line too."""
    assert told("%YAML 1.1\n---\na: 1\n") == [("Y204", 1, 1)]
    assert told("%TAG !e! tag:x,2000:\n---\na: 1\n") == [("Y204", 1, 1)]


@pytest.mark.parametrize("text", ["", "\n\n", "# chú thích\n", "---\n", "--- ~\n", "null\n"])
def test_file_without_data_is_refused(text: str) -> None:
    """An empty file, one of comments only and a null are no document."""
    assert told(text) == [("Y205", 1, 1)]


def test_second_document_is_refused() -> None:
    """A second document would be dropped in silence: it is refused where it begins."""
    assert told("a: 1\n---\nb: 2\n") == [("Y205", 2, 1)]
    assert told("---\na: 1\n...\n---\nb: 2\n") == [("Y205", 4, 1)]


def test_marks_around_one_document_are_no_problem() -> None:
    """`---` before and `...` after a single document are allowed."""
    assert told("---\na: 1\n...\n") == []


@pytest.mark.parametrize(
    "key",
    ["2025", "1.10", "01", "true", "null", "~", "no", "NO", "yes", "On", "off", ".inf", "1e3"],
)
def test_key_that_some_program_takes_for_no_text_must_be_quoted(key: str) -> None:
    """A plain number, null or boolean, of YAML 1.1 too, is no key; the hint quotes it."""
    problem = only(f"a:\n  {key}: 1\n")
    assert (problem.rule.code, problem.line, problem.column) == ("Y206", 2, 3)
    assert f'"{key}":' in problem.hint
    assert told(f'a:\n  "{key}": 1\n') == []


def test_decimal_comma_in_braces_is_told_as_such() -> None:
    """`{value: 42,05}` makes a key of 05; the hint speaks of the comma."""
    problem = only("a: {value: 42,05}\n")
    assert (problem.rule.code, problem.column) == ("Y206", 15)
    assert "42.05" in problem.hint


@pytest.mark.parametrize(
    "text", ["? [a, b]\n: 1\n", "? {a: b}\n: 1\n", "{[a]: 1}\n", "a: {{b}: 1}\n"]
)
def test_key_that_is_a_collection_is_refused(text: str) -> None:
    """A list or a mapping is no key."""
    assert only(text).rule.code == "Y206"


def test_key_without_text_is_refused() -> None:
    """A colon without a key before it is refused."""
    assert "không có khóa" in only("?\n: 1\n").message


def test_plain_equals_sign_must_be_quoted() -> None:
    """A plain `=` stops most other readers, so it is refused here too; quoted it is a text."""
    assert told("a: =\n") == [("Y201", 1, 4)]
    assert told('a: "="\nb: ==\n') == []


def test_file_of_the_largest_size_is_read_and_a_larger_one_is_not() -> None:
    """Two mebibytes are read; one byte more is refused without being looked at."""
    content = b"a: 1\n" + b"#" * (LARGEST - 6) + b"\n"
    assert read(content).problems == ()
    (problem,) = read(content + b"\xff").problems
    assert problem.rule.code == "Y301"
    assert "2.097.153" in problem.message


@pytest.mark.parametrize(
    ("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", ""), ("[{a: ", "}]")]
)
def test_depth_is_bounded(opening: str, closing: str) -> None:
    """As many levels as allowed are read; one more is refused, however the levels are written."""
    levels = opening.count("[") + opening.count("{") + opening.count("-")
    times = DEEPEST // levels
    assert told(opening * times + "x" + closing * times + "\n") == []
    deeper = opening * (times + 1) + "x" + closing * (times + 1) + "\n"
    assert [code for code, _, _ in told(deeper)] == ["Y302"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "{? "])
def test_endless_depth_does_no_harm(opening: str) -> None:
    """A hundred thousand levels give a finding at once, not a crash."""
    assert {code for code, _, _ in told(opening * 100_000)} <= {"Y302", "Y206"}


def test_number_of_values_is_bounded() -> None:
    """As many values as allowed are read; one more is refused."""
    most = ",".join(["1"] * (MOST_VALUES - 1))
    assert told(f"[{most}]\n") == []
    assert [code for code, _, _ in told(f"[{most},1]\n")] == ["Y303"]


def test_python_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without libyaml the parser written in Python gives the same data, places and problems."""
    texts = [
        "a: 1\nb:\n  - {c: d, e: [f, 'g']}\n  - |\n    h\n    i\nk: \"l\\u1ec7\" # m\n",
        "é: ê\n'ệ': 😀 x\n",
        "a: 1\r\nb:\r\n- c\r\n",
        "a: &x 1\nb: *x\na: !!str 2\n",
        "a: 1\n---\nb: 2\n",
        "2025: 1\n",
        "\ufeffa: \t1\n",
        "[" * 40,
    ]
    with_c = [read(text.encode()) for text in texts]
    monkeypatch.setattr(reader, "PARSER", yaml.BaseLoader)
    for text, expected in zip(texts, with_c, strict=True):
        reading = read(text.encode())
        assert reading.problems == expected.problems
        assert (reading.located is None) == (expected.located is None)
        if reading.located and expected.located:
            assert reading.located.data == expected.located.data
            assert dict(reading.located.spots) == dict(expected.located.spots)
