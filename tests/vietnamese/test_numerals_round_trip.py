"""Spelling and reading of numerals against each other, over millions of values.

2,000,000 values in the official spelling (eight seeds of 250,000), every value below 20,000, the
edges of all classes, and 211,200 values over all 384 combinations of the variants.
"""

# ruff: noqa: S311 -- seeded on purpose: samples must be the same in every run

import random
from collections.abc import Iterator
from itertools import product

import pytest

from generator.vietnamese import Spelling, read_amount, read_number, spell_number

PER_SEED = 250_000
PER_SPELLING = 550

SPELLINGS = [
    Spelling(billion, thousand, linh, one, four, five, seven, commas)  # type: ignore[arg-type]
    for linh, one, four, five, seven, billion, thousand, commas in product(
        ("linh", "lẻ"),
        ("mốt", "một"),
        ("tư", "bốn"),
        ("lăm", "nhăm", "năm"),
        ("bảy", "bẩy"),
        ("tỷ", "tỉ"),
        ("nghìn", "ngàn"),
        (False, True),
    )
]


def _sample(rng: random.Random, count: int) -> Iterator[int]:
    """Numbers of every length alike; a quarter of them have groups that are zero or telling."""
    telling = (0, 0, 1, 4, 5, 10, 11, 14, 15, 20, 21, 24, 25, 100, 101, 104, 105, 110, 115, 155)
    for i in range(count):
        if i % 4:
            yield rng.getrandbits(60) % 10 ** (1 + i % 18)
        else:
            number = 0
            for group in rng.choices(telling, k=6):
                number = number * 1000 + group
            yield number


def _edges() -> Iterator[int]:
    for power in range(19):
        for offset in (-101, -100, -11, -10, -1, 0, 1, 5, 10, 15, 21, 100, 105):
            for factor in (1, 2, 5, 9):
                number = factor * 10**power + offset
                if 0 <= number < 10**18:
                    yield number


@pytest.mark.parametrize("seed", range(8))
def test_every_number_comes_back_from_its_official_words(seed: int) -> None:
    """A quarter of a million numbers of all magnitudes are read back from their words."""
    for number in _sample(random.Random(seed), PER_SEED):
        if read_number(spell_number(number)) != number:
            pytest.fail(f"{number}: {spell_number(number)}")


def test_every_number_comes_back_from_every_variant_spelling() -> None:
    """In each combination of variants, hundreds of numbers are read back as amounts."""
    rng = random.Random(1330)
    for spelling in SPELLINGS:
        for number in _sample(rng, PER_SPELLING):
            words = spell_number(number, spelling)
            if read_amount(f"{words} đồng") != number:
                pytest.fail(f"{number}: {words}")


def test_small_numbers_and_edges_come_back() -> None:
    """All numbers below 20,000 and those about each power of ten are read back."""
    numbers = [*range(20_000), *_edges()]
    words = [spell_number(number) for number in numbers]
    assert [read_number(spelled) for spelled in words] == numbers
    assert len(set(words)) == len(set(numbers))


def test_hundreds_of_zero_may_be_left_out() -> None:
    """Without "không trăm" a number is read the same wherever nothing else can be meant."""
    rng = random.Random(69)
    left_out = 0
    for number in _sample(rng, 20_000):
        words = spell_number(number)
        short = words.replace(" không trăm", "")
        if short != words and "triệu" not in words.partition(" tỷ")[0]:
            left_out += 1
            if read_number(short) != number:
                pytest.fail(f"{number}: {short}")
    assert left_out > 1000
