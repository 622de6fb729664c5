"""The models and JSON Schema say the same, except for what JSON Schema cannot see.

What it cannot see, and `invisible` below names:
- `5.0` is an integer to JSON Schema; `01` and `1.000` are gone once YAML is read;
- a year span the wrong way round, and years out of reach written as text;
- a date of the right form that does not exist (readers need not check formats);
- a line end at the end of a text, where the reader's `$` stands before it (Python's does).
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.diagnostics import Finding
from generator.located import Located, read
from generator.schema import kind_of, validate
from generator.schema.files import MODELS
from generator.schema.generate import schema_of
from generator.schema.outline import expected_at
from tests.schema.samples import (
    BASE,
    EXAMPLES,
    PART_OF_KIND,
    ROOT,
    full,
    located,
    part_files,
    places,
    replaced,
    value_at,
    without,
)

KINDS = list(MODELS)
VALUES: list[Any] = [
    None, True, False, 0, -1, 2025, 1900, 10**18, 5.0, 1.5, 2025.0, "", " ", " x", "x ", "x", "x\n",
    "a\nb", "A b", "Chữ", "mot-ma", "mot--ma", "-a", "1", "1.", "II.1", "2025", "2025-2030",
    "2030-2025", "1900", "2025 - 2030", "2025-09-22", "2025-02-30", "22/9/2025", "B101", "1.184.374",
    "42,05", "no", "x" * 81, "x" * 5001, [], [None], ["mot-ma"], [5], {}, {"mot-ma": 5}, {"x": None},
    [{"group": "I"}], [{"task": "1", "title": "x"}], [{"group": "I", "task": "1"}], ["x", 5, []],
]  # fmt: skip


@cache
def reader_of(kind: str) -> Draft202012Validator:
    """The reference reader for a kind of file."""
    return Draft202012Validator(schema_of(kind))


def invisible(kind: str, finding: Finding, data: Any) -> bool:
    """Whether what is found is of a sort that JSON Schema cannot see, at a place where it may be."""
    path = finding.path[1:]
    try:
        value = value_at(data, path)
    except (LookupError, TypeError):
        return False
    years = r"\d{4}(-\d{4}|-\d\d-\d\d)?"
    is_text = isinstance(value, str) and (re.fullmatch(years, value) or value.endswith("\n"))
    of_such_a_sort = finding.rule.code == "Y401" or (finding.rule.code == "S104" and is_text)
    node = expected_at(kind, data, path)
    return bool(of_such_a_sort) and Draft202012Validator(node).is_valid(value)


def assert_agreement(kind: str, located_data: Located) -> None:
    """Model and reader accept the same, and reject the same but for what cannot be seen."""
    found = validate(PART_OF_KIND[kind], located_data).findings
    unseen = [finding for finding in found if invisible(kind, finding, located_data.data)]
    accepted = reader_of(kind).is_valid(located_data.data)
    assert accepted == (len(unseen) == len(found)), [finding.message for finding in found]


@pytest.mark.parametrize("kind", KINDS)
def test_full_document_is_accepted_by_both(kind: str) -> None:
    """A document with every key that the schema names is valid for the model too."""
    document = located(full(kind))
    assert validate(PART_OF_KIND[kind], document).findings == ()
    assert reader_of(kind).is_valid(document.data)


@pytest.mark.parametrize("kind", KINDS)
def test_every_place_spoilt_by_every_value(kind: str) -> None:
    """Both judge alike when any value of a full document is replaced by any other value."""
    document = full(kind)
    for path in places(document):
        for value in VALUES if path else VALUES[1:]:
            assert_agreement(kind, located(replaced(document, path, value)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_left_out_and_every_object_with_one_more(kind: str) -> None:
    """Both judge alike when a key or an item is taken away, or an unknown key put in."""
    document = full(kind)
    for path in places(document):
        if path:
            assert_agreement(kind, located(without(document, path)))
        if isinstance(value_at(document, path), dict):
            for key in ("la", "Khóa lạ", "mot-ma-khac", "task", "group", "rows"):
                assert_agreement(kind, located(replaced(document, (*path, key), "x")))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_document_spoilt_in_several_places(data: st.DataObject) -> None:
    """Both judge alike when several things are wrong at once."""
    kind = data.draw(st.sampled_from(KINDS))
    document = full(kind)
    for _ in range(data.draw(st.integers(2, 5))):
        path = data.draw(st.sampled_from(list(places(document))[1:] or [()]))
        document = replaced(document, path, data.draw(st.sampled_from(VALUES)))
    assert_agreement(kind, located(document))


ROOTS = (ROOT, BASE, *(case for case in EXAMPLES.glob("*/*") if case.parent != BASE))
FILES = [
    (part, file)
    for root in (
        ROOT,
        *(folder for folder in EXAMPLES.glob("*/*") if BASE not in folder.parents),
        BASE,
    )
    for part, file in part_files(root)
    if kind_of(part)
]


@pytest.mark.parametrize(("part", "file"), FILES, ids=lambda value: str(value)[-60:])
def test_files_of_the_project_and_of_the_examples(part: str, file: Path) -> None:
    """Both judge alike on every file of a plan, of the registry and of an example."""
    reading, kind = read(file.read_bytes()), kind_of(part)
    assert kind is not None
    if reading.located is None:
        assert reading.problems
    else:
        assert_agreement(kind, reading.located)
