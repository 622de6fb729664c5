"""Formatting on made-up files: nothing lost, nothing changed, and once is enough."""

import re
from collections import Counter
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.authoring.formatting import format_part
from generator.located import read
from tests.authoring.format.strategies import (
    ODD_TEXTS,
    PARTS,
    with_remarks,
    written_by_pyyaml,
    written_by_ruamel,
)

Part = tuple[str, Any]

SLOW = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def data_of(text: str) -> object:
    """Data of a readable text; anything else is not what the tests are about."""
    reading = read(text.encode())
    if reading.problems:
        assume(False)
    assert reading.located
    return reading.located.data


def exact(value: object) -> object:
    """A value in which 1, 1.0 and true differ."""
    if isinstance(value, dict):
        return {key: exact(child) for key, child in value.items()}
    if isinstance(value, list):
        return [exact(child) for child in value]
    return type(value).__name__, value


def check_format(part: str, text: str) -> str:
    """What must hold for every readable text; gives the formatted one."""
    data = data_of(text)
    formatted = format_part(part, text)
    again = read(formatted.encode()).located
    assert again
    assert exact(again.data) == exact(data)
    assert format_part(part, formatted) == formatted
    assert formatted.endswith("\n")
    assert not formatted.endswith("\n\n")
    assert not re.search(r"[ \t]$|\r|\n\n\n", formatted, re.MULTILINE)
    return formatted


@SLOW
@given(
    PARTS,
    st.sampled_from([True, False, None]),
    st.sampled_from([20, 80, 5000]),
    st.sampled_from([None, '"', "'", "|", ">"]),
)
def test_what_pyyaml_writes(part: Part, flow: bool | None, width: int, style: str | None) -> None:
    """Data written by PyYAML in any style stays what it is, and formatting twice is once."""
    name, data = part
    text = written_by_pyyaml(data, flow=flow, width=width, style=style)
    check_format(name, text)


@SLOW
@given(PARTS, st.sampled_from([20, 5000]), st.sampled_from([2, 4]))
def test_what_ruamel_writes(part: Part, width: int, indent: int) -> None:
    """Data written by ruamel.yaml with any indent stays what it is."""
    name, data = part
    check_format(name, written_by_ruamel(data, width=width, indent=indent))


@SLOW
@given(PARTS, st.sampled_from([True, False, None]), st.integers(0, 10**6))
def test_comments_are_kept(part: Part, flow: bool | None, seed: int) -> None:
    """Comments strewn over a file are all there afterwards, each as often as before."""
    name, data = part
    plain = written_by_pyyaml(data, flow=flow, width=5000, style=None)
    assume("#" not in plain)
    text = with_remarks(plain, seed)
    expected = data_of(plain)
    assume(exact(data_of(text)) == exact(expected))
    formatted = check_format(name, text)
    assert Counter(re.findall(r"# .*", formatted)) == Counter(re.findall(r"# .*", text))


@SLOW
@given(PARTS, st.sampled_from([True, False, None]), st.sampled_from(['"', "'", None]))
def test_the_form_depends_on_the_data_alone(
    part: Part, flow: bool | None, style: str | None
) -> None:
    """However the same data are written, the formatted file is the same, byte for byte."""
    name, data = part
    one = written_by_pyyaml(data, flow=flow, width=80, style=None)
    other = written_by_pyyaml(data, flow=False, width=5000, style=style if style != '"' else None)
    assume(exact(data_of(one)) == exact(data_of(other)))
    assert format_part(name, one) == format_part(name, other)


@pytest.mark.parametrize("odd", ODD_TEXTS)
def test_odd_texts_read_the_same_in_old_and_new_yaml(odd: str) -> None:
    """A text that other readers may take for a number or a word comes back from YAML 1.1 too."""
    text = written_by_pyyaml(
        {"title": odd, "rows": [{"title": odd}]}, flow=None, width=80, style='"'
    )
    formatted = check_format("annexes/phu-luc-1", text)
    expected = {"title": odd, "rows": [{"title": odd}]}
    if odd != "2025-09-22":  # plain, because schemas and editors know days as texts
        assert yaml.safe_load(formatted) == expected
