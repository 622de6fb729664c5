"""Measuring: what is compared runs in turn, and what a child process took is counted."""

import os
from pathlib import Path

import pytest

from benchmarks.harness import (
    PYTHON,
    Cost,
    FailedError,
    command,
    exponent,
    forked,
    interleaved,
    middle,
)

_HUNDRED_MEGABYTES = "import time; kept = b'x' * 10**8; time.sleep(1)"
_IN_A_CHILD = (
    f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_HUNDRED_MEGABYTES!r}])"
)
_kept: list[str] = []


def test_what_is_compared_runs_in_turn() -> None:
    """One after the other, again and again, and not all of one before the other."""
    order: list[str] = []

    def measure(name: str) -> Cost:
        order.append(name)
        return Cost(len(order), 0)

    found = interleaved({n: lambda n=n: measure(n) for n in "ab"}, 3, lambda _: None)  # type: ignore[misc]
    assert order == list("ababab")
    assert (found["a"].wall, found["b"].wall) == (3, 4)


def test_the_median_is_taken_of_each_figure() -> None:
    """One slow run does not count."""
    costs = [Cost(1, 30, 7), Cost(2, 10, 9), Cost(90, 20, 8)]
    assert middle(costs) == Cost(2, 20, 8)


def test_growth_is_told_as_a_power() -> None:
    """Four times the size in sixteen times the time is the square."""
    assert exponent(1, 16, 4) == pytest.approx(2)
    assert exponent(3, 12, 4) == pytest.approx(1)


def test_memory_and_processor_of_children_count() -> None:
    """What a command's own children need is the command's."""
    cost = command((PYTHON, "-c", _IN_A_CHILD))
    assert cost.memory > 10**8
    assert cost.wall > cost.cpu > 0


def test_a_command_that_fails_is_no_measure() -> None:
    """Its words are told instead of its time."""
    with pytest.raises(FailedError, match="told so"):
        command((PYTHON, "-c", "raise SystemExit('told so')"))


def test_a_fork_keeps_nothing() -> None:
    """What the measured function keeps is gone, and variables are set for it alone."""

    def work() -> None:
        assert not _kept
        assert os.environ["ONLY_THERE"] == "1"
        _kept.append("x")

    for _ in range(2):
        assert forked(work, {"ONLY_THERE": "1"}).wall > 0
    assert "ONLY_THERE" not in os.environ


def test_a_fork_that_fails_is_no_measure(tmp_path: Path) -> None:
    """The error is told."""
    with pytest.raises(FailedError, match="not there"):
        forked(lambda: (tmp_path / "not there").read_bytes())
