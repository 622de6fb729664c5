"""Gaps in printed numbers."""

import pytest

from generator.checks._numbering import (
    Numbered,
    begins,
    codes_text,
    find_gaps,
    goes_on,
    next_code,
    split_code,
)


def _gaps(*codes: str, level: int = 0) -> list[tuple[str | None, tuple[str, ...], str]]:
    items = [Numbered(code, ("x", at), level) for at, code in enumerate(codes)]
    return [(gap.previous, gap.missing, gap.item.code) for gap in find_gaps(items)]


@pytest.mark.parametrize(
    "codes",
    [
        ("1", "2", "3"),
        ("1", "2", "1", "2", "3"),
        ("0", "1"),
        ("1.1", "1.2", "2.1", "2.2"),
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"),
        ("A", "B", "C", "D", "E"),
        ("A", "B", "C", "D", "Đ", "E"),
        ("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"),
        ("1", "1a", "1b", "2"),
        ("1", "1.1", "1.2", "2", "2.1", "3"),
        ("II.1", "II.2", "II.3"),
        ("phụ", "?"),
    ],
)
def test_unbroken_numbering_has_no_gap(codes: tuple[str, ...]) -> None:
    """Numbers that follow each other, begin again or branch off are complete."""
    assert _gaps(*codes) == []


@pytest.mark.parametrize(
    ("codes", "gap"),
    [
        (("1", "3"), ("1", ("2",), "3")),
        (("2", "3"), (None, ("1",), "2")),
        (("1", "2", "6"), ("2", ("3", "4", "5"), "6")),
        (("I", "II", "IV"), ("II", ("III",), "IV")),
        (("I", "II", "III", "IV", "VI"), ("IV", ("V",), "VI")),
        (("i", "iii"), ("i", ("ii",), "iii")),
        (("A", "C"), ("A", ("B",), "C")),
        (("a", "b", "d"), ("b", ("c",), "d")),
        (("II.1", "II.3"), ("II.1", ("II.2",), "II.3")),
        (("1", "2", "1", "3"), ("1", ("2",), "3")),
        (("B", "C"), (None, ("A",), "B")),
        (("C", "D"), (None, ("A", "B"), "C")),
        (("V", "VI"), (None, ("I", "II", "III", "IV"), "V")),
        (("1", "2", "2a", "4"), ("2a", ("3",), "4")),
    ],
)
def test_gap_names_what_is_missing_and_after_what(
    codes: tuple[str, ...], gap: tuple[str | None, tuple[str, ...], str]
) -> None:
    """A gap tells the missing numbers, the number before and the one after."""
    assert _gaps(*codes) == [gap]


def test_dotted_codes_count_as_numbers_not_as_decimals() -> None:
    """`1.10` comes after `1.9`, not after `1.0`."""
    codes = [f"1.{number}" for number in range(1, 13)]
    assert _gaps(*codes) == []
    assert _gaps(*(code for code in codes if code != "1.10")) == [("1.9", ("1.10",), "1.11")]


def test_number_further_down_is_out_of_order_not_missing() -> None:
    """Numbers that only changed places are told as such, once."""
    items = [Numbered(code, ("x", at)) for at, code in enumerate(["1", "3", "2", "4"])]
    (gap,) = find_gaps(items)
    assert (gap.item.code, gap.missing, gap.later) == ("3", ("2",), True)


def test_number_of_another_kind_of_row_is_not_missing() -> None:
    """Where a task stands between groups, its number is not missing among the groups."""
    beside = frozenset({"1", "2", "3"})
    items = [Numbered("1", ("x", 0), beside=beside), Numbered("3", ("x", 2), beside=beside)]
    assert list(find_gaps(items)) == []


def test_levels_are_counted_apart() -> None:
    """Groups within groups have a numbering of their own."""
    items = [Numbered("1", ("x", 0), level=0), Numbered("3", ("x", 1), level=1)]
    assert [gap.missing for gap in find_gaps(items)] == [("1", "2")]


def test_many_missing_numbers_are_told_by_their_ends() -> None:
    """A long gap is told shortly."""
    assert codes_text(("2", "3", "4", "5", "6"), 5) == "«2», «3», «4», «5», «6»"
    assert codes_text(tuple(map(str, range(2, 40))), 38) == "«2» đến «39» (38 số)"


def test_code_is_split_at_its_last_separator() -> None:
    """The last piece counts, the rest says below what."""
    assert split_code("II.1.10") == ("II.1.", "10")
    assert split_code("7") == ("", "7")


def test_list_begins_and_goes_on() -> None:
    """A theme begins a list with 1, or goes on where the one before ended."""
    assert begins("1")
    assert begins("II.1")
    assert not begins("2")
    assert goes_on("6", "7")
    assert goes_on("1.9", "1.10")
    assert not goes_on("10", "1.2")
    assert not goes_on("?", "1")


@pytest.mark.parametrize(
    "codes",
    [
        ("1", "2", "2", "4"),
        ("1", "2", "2", "4", "5"),
        ("1", "2", "3", "2", "5", "6"),
        ("1", "4", "3", "4", "5"),
        ("1", "2", "4", "4", "5"),
        ("I", "II", "II", "IV"),
    ],
)
def test_a_number_typed_twice_leaves_no_gap(codes: tuple[str, ...]) -> None:
    """The number that a repeated one stands in for is not missing besides: D103 tells the row."""
    assert _gaps(*codes) == []


@pytest.mark.parametrize(
    ("codes", "gap"),
    [
        (("1", "2", "2", "5"), ("2", ("3", "4"), "5")),
        (("1", "1", "2", "4"), ("2", ("3",), "4")),
        (("1", "2", "1", "2", "4"), ("2", ("3",), "4")),
    ],
)
def test_a_repeated_number_hides_no_other_gap(
    codes: tuple[str, ...], gap: tuple[str | None, tuple[str, ...], str]
) -> None:
    """More numbers missing than repeated, or missing elsewhere, are told; so are lists begun anew."""
    assert _gaps(*codes) == [gap]


def test_items_under_one_printed_number_hide_no_gap() -> None:
    """Two indicators of one row of the document repeat nothing, so the next number may be missing."""
    items = [Numbered(code, ("x", at), place="dòng 1") for at, code in enumerate(("1", "1", "3"))]
    assert [gap.missing for gap in find_gaps(items)] == [("2",)]


@pytest.mark.parametrize(
    ("code", "following"),
    [("1", "2"), ("1.9", "1.10"), ("II.3", "II.4"), ("IX", "X"), ("c", "d"), ("Z", ""), ("?", "")],
)
def test_next_code_counts_as_the_list_does(code: str, following: str) -> None:
    """What comes after a code is spelled in the same kind of numbers."""
    assert next_code(code) == following


def test_a_number_beyond_any_list_is_one_gap_with_its_ends() -> None:
    """A row that says it is number 10^19 is told at once, with how many numbers that leaves out."""
    (gap,) = find_gaps([Numbered("1", ("a",)), Numbered("9" * 19, ("b",))])
    assert (gap.missing[0], gap.missing[-1]) == ("2", str(10**19 - 2))
    assert codes_text(gap.missing, gap.count) == f"«2» đến «{10**19 - 2}» ({10**19 - 3} số)"
