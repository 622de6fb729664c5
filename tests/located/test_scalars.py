"""Plain scalars: YAML 1.2's core schema, and numbers that no exact figure can stand for."""

import pytest

from generator.located import read
from generator.located.scalars import Unheld, resolve, spelled_as


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("nULL", "nULL"),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("0", 0),
        ("-7", -7),
        ("+7", 7),
        ("01", 1),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("0o8", "0o8"),
        ("-0x1F", "-0x1F"),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        ("1.", 1.0),
        (".5", 0.5),
        ("-1.5e3", -1500.0),
        ("1e3", 1000.0),
        ("0e0", 0.0),
        ("1.000", 1.0),
        ("1.10", 1.1),
        ("1.184.374", "1.184.374"),
        ("42,05", "42,05"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("2025-09-22", "2025-09-22"),
        ("-", "-"),
        (".", "."),
        ("+", "+"),
        ("e3", "e3"),
        ("Tây Ninh", "Tây Ninh"),
    ],
)
def test_plain_scalar_has_the_value_of_the_core_schema(text: str, value: object) -> None:
    """A plain scalar is what the core schema of YAML 1.2 makes of it, in value and type."""
    resolved = resolve(text)
    assert resolved == value
    assert type(resolved) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 41,
        "-" + "1" * 40,
        "0x" + "F" * 39,
        "0." + "1" * 39,
        "1" * 10**6,
        "1e999",
        "-1e999",
        "1e-999",
        "1e-99999999999999999999",
        "1e99999999999999999999",
        "0.1234567890123456789",
        ".inf",
        "-.INF",
        ".nan",
    ],
)
def test_number_that_cannot_be_kept_exactly_is_refused(text: str) -> None:
    """A number too long, too large, too small or too fine gives a finding, never a wrong value."""
    assert isinstance(resolve(text), Unheld)
    reading = read(f"a: {text}\n".encode())
    assert reading.located is None
    assert [problem.rule.code for problem in reading.problems] == ["Y401"]
    assert text[:20] in reading.problems[0].message


@pytest.mark.parametrize("text", ["1" * 40, "0e99999999999999999999", "0.1", "42.05", "1e22"])
def test_number_that_can_be_kept_is_kept(text: str) -> None:
    """Numbers at the limit of what is kept are kept."""
    assert not isinstance(resolve(text), Unheld)


@pytest.mark.parametrize("text", ["5", "-5", "0", "1.1", "42.05", "true"])
def test_shortest_spelling_is_no_respelling(text: str) -> None:
    """A number written the way the number is does not count as respelled."""
    value = resolve(text)
    assert isinstance(value, int | float)
    assert spelled_as(value, text)


@pytest.mark.parametrize("text", ["01", "+5", "-0", "0x1F", "1.10", "1.000", "1e3", "5."])
def test_other_spelling_is_noted_with_its_path(text: str) -> None:
    """A number not written the shortest way is listed with its path, for the model to judge."""
    reading = read(f"a:\n  - x\n  - b: {{c: 1, d: {text}}}\n".encode())
    assert reading.located is not None
    assert reading.located.respelled == (("a", 1, "b", "d"),)
    assert reading.located.spots[("a", 1, "b", "d")].raw == text
