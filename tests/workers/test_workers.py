"""Work shared out over the cores."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import workers
from generator.workers import jobs, share_out


def _double(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


@pytest.mark.parametrize("count", ["1", "2", "3"])
def test_results_come_in_the_order_of_the_tasks(
    count: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many processes work, each result stands where its task stood."""
    monkeypatch.setenv(workers.VARIABLE, count)
    results = list(share_out(_double, range(20)))
    assert [result for result, _ in results] == list(range(0, 40, 2))
    assert (os.getpid() in {process for _, process in results}) == (count == "1")


def test_few_tasks_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer tasks than are worth it start no process."""
    monkeypatch.setenv(workers.VARIABLE, "2")
    assert {process for _, process in share_out(_double, range(3), least=4)} == {os.getpid()}
    assert list(share_out(_double, ())) == []


def test_work_may_be_a_function_that_cannot_be_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the work refers to is inherited, not pickled."""
    monkeypatch.setenv(workers.VARIABLE, "2")
    known: Iterator[int] = iter((5,))
    first = next(known)
    assert list(share_out(lambda number: number + first, range(4))) == [5, 6, 7, 8]


def _fail(number: int) -> int:
    if number == 2:
        raise ValueError("hai")
    return number


def test_a_failure_is_raised_where_its_result_would_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of a worker is the caller's, after the results before it."""
    monkeypatch.setenv(workers.VARIABLE, "2")
    results = share_out(_fail, range(4))
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(ValueError, match="hai"):
        next(results)


@pytest.mark.parametrize("named", ["", "0", "-1", "hai", "²"])
def test_a_number_that_is_none_leaves_it_to_the_cores(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`KEHOACH_JOBS` counts only when it is a number above zero."""
    monkeypatch.delenv(workers.VARIABLE, raising=False)
    cores = jobs()
    monkeypatch.setenv(workers.VARIABLE, named)
    assert jobs() == cores >= 1
    monkeypatch.setenv(workers.VARIABLE, "7")
    assert jobs() == 7


def test_workers_end_with_the_process_that_began_them() -> None:
    """A program that leaves results untaken ends all the same."""
    code = "from generator.workers import share_out\nnext(share_out(abs, range(-50, 0)))\n"
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=120)
    assert done.returncode == 0


_AT_WORK = """
import os, time
from generator.workers import share_out
def work(number):
    print(os.getpid(), flush=True)
    time.sleep(600)
list(share_out(work, range(2)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_workers_do_not_outlive_who_gave_the_work() -> None:
    """When the process that shares out is killed, those that work for it end in the midst of it."""
    environment = {**os.environ, workers.VARIABLE: "2"}
    command = [sys.executable, "-c", _AT_WORK]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as parent:
        assert parent.stdout
        at_work = [Path("/proc") / parent.stdout.readline().strip() for _ in range(2)]
        assert all(process.exists() for process in at_work)
        parent.kill()
        patience = time.monotonic() + 30
        while any(map(_is_alive, at_work)) and time.monotonic() < patience:
            time.sleep(0.05)
    assert not any(map(_is_alive, at_work))


def _is_alive(process: Path) -> bool:
    """Whether a process is there and is not only waiting to be taken notice of."""
    try:
        stat = (process / "stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"
