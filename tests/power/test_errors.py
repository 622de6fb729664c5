"""Errors are the slips that they say they are, and the same ones each time."""

from random import Random

import pytest

from benchmarks.power.cells import edited
from benchmarks.power.digits import other_digits, swapped_digits, thousandth
from benchmarks.power.errors import Error
from benchmarks.power.judge import Judge
from benchmarks.power.run import errors_of
from generator import located
from tests.hostile.targets import BASE

JUDGE = Judge(BASE)
(TEXT,) = JUDGE.texts.values()
ERRORS = tuple(errors_of(TEXT))


@pytest.mark.parametrize("figure", ["1184374", "7", "42.05", "100", "0"])
def test_another_digit_comes_at_each_place(figure: str) -> None:
    """One figure for each digit, different at that place alone, written as figures are."""
    others = list(other_digits(figure, Random(figure)))  # noqa: S311 - no secret
    places = [at for at, digit in enumerate(figure) if digit != "."]
    assert len(others) == len(places)
    for at, other in zip(places, others, strict=True):
        assert other[:at] + other[at + 1 :] == figure[:at] + figure[at + 1 :]
        assert other[at] != figure[at]
        assert str(float(other)) != str(float(figure))
    assert others == list(other_digits(figure, Random(figure)))  # noqa: S311


def test_neighbouring_digits_are_swapped_where_that_is_another_figure() -> None:
    """Equal digits, a leading zero and a point are left alone."""
    assert list(swapped_digits("1223")) == ["2123", "1232"]
    assert list(swapped_digits("102")) == ["120"]
    assert list(swapped_digits("42.05")) == ["24.05"]
    assert thousandth("5000") == "5"
    assert thousandth("12") == "0.012"


def before_and_after(error: Error) -> tuple[object, object]:
    """The data of the file, sound and with the error."""
    part = TEXT[error.path]
    reading = located.read(edited(part.text, error.edits).encode())
    return part.data, reading.located.data if reading.located else None


def test_every_error_changes_what_the_file_says() -> None:
    """No error is an empty one, and a row that is dropped or doubled is one row."""
    assert {error.kind for error in ERRORS} >= {"digit", "row-dropped", "agency-misspelt", "unit"}
    for error in ERRORS:
        before, after = before_and_after(error)
        assert before != after, error
        if error.kind in {"row-dropped", "row-doubled"} and after is not None:
            step = 1 if error.kind == "row-doubled" else -1
            assert _length(after, error) == _length(before, error) + step


def _length(data: object, error: Error) -> int:
    node = data
    for key in error.path[1:-1]:
        node = node[key]  # type: ignore[index]
    return len(node or ())  # type: ignore[arg-type]


def test_errors_are_the_same_each_time() -> None:
    """A second run makes the same errors in the same order."""
    assert tuple(errors_of(TEXT)) == ERRORS
