"""Measures commands and functions: interleaved, medians, what they cost in time and memory."""

import gc
import math
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.memory import peak_while_alive

PYTHON: Final = sys.executable
Measure = Callable[[], "Cost"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took.

    Attributes:
        wall: Seconds on the clock.
        cpu: Seconds of all processors together, child processes included.
        memory: Bytes at the highest, child processes included; 0 where nobody looked.
    """

    wall: float
    cpu: float
    memory: int = 0


class FailedError(Exception):
    """What was measured ended badly, so that its time means nothing."""

    def __init__(self, what: str, output: str) -> None:
        """Tell what it was, and the end of what it said."""
        super().__init__(f"{what}\n{output[-2000:]}")


def interleaved(
    measures: Mapping[str, Measure], repeats: int, progress: Callable[[str], None]
) -> dict[str, Cost]:
    """Run measures in turn, so that a busy minute of the machine hits all of them.

    Args:
        measures: What to run, by name.
        repeats: How often each.
        progress: Told what runs.

    Returns:
        The medians by name.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in measures}
    for number in range(1, repeats + 1):
        for name, measure in measures.items():
            progress(f"{name} ({number}/{repeats})")
            costs[name].append(measure())
    return {name: middle(found) for name, found in costs.items()}


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        wall=median(cost.wall for cost in costs),
        cpu=median(cost.cpu for cost in costs),
        memory=int(median(cost.memory for cost in costs)),
    )


def exponent(small: float, large: float, factor: float) -> float:
    """How a cost grows: 1 when it grows as the size does, 2 when with its square.

    Args:
        small: Cost of the small size.
        large: Cost of the large size.
        factor: How many times larger the large size is.
    """
    return math.log(large / small) / math.log(factor)


def command(
    words: Sequence[str | Path],
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    *,
    expected: Sequence[int] = (0,),
) -> Cost:
    """Run a command and measure it.

    Args:
        words: Program and arguments.
        cwd: Where.
        environment: Variables beside those that are set.
        expected: Exit codes that are no failure.

    Returns:
        What it cost.

    Raises:
        FailedError: It ended with another exit code.
    """
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own commands
        [str(word) for word in words],
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with peak_while_alive(process.pid) as peak:
        assert process.stdout  # noqa: S101 - it was asked for
        output = process.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        raise FailedError(" ".join(map(str, words)), output)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, peak.bytes)


def forked(work: Callable[[], object], environment: Mapping[str, str] | None = None) -> Cost:
    """Run a function in a fork, so that nothing it keeps is there the next time.

    Args:
        work: What to measure, without the fork itself.
        environment: Variables to set for it.

    Returns:
        What it cost; without memory, of which the fork shares most with this process.

    Raises:
        FailedError: It raised an error.
    """
    gc.collect()
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        _measure_and_exit(work, environment or {}, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        told = answer.read()
    os.waitpid(child, 0)
    result = pickle.loads(told) if told else "no answer"  # noqa: S301 - our own child
    if not isinstance(result, Cost):
        raise FailedError(getattr(work, "__name__", "function"), str(result))
    return result


def _measure_and_exit(
    work: Callable[[], object], environment: Mapping[str, str], writing: int
) -> None:
    os.environ.update(environment)
    result: Cost | str
    try:
        started, before = time.perf_counter(), os.times()
        work()
        wall, after = time.perf_counter() - started, os.times()
        result = Cost(wall, sum(after[:4]) - sum(before[:4]))
    except BaseException as error:  # the parent tells it
        result = f"{type(error).__name__}: {error}"
    with os.fdopen(writing, "wb") as answer:
        pickle.dump(result, answer)
    os._exit(0)
