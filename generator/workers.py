"""Work shared out over the processor's cores, with the results in the order of the tasks."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

VARIABLE = "KEHOACH_JOBS"
"""Environment variable: how many processes work at once; the number of cores if not set."""


def jobs() -> int:
    """How many processes may work at once."""
    named = os.environ.get(VARIABLE, "")
    if named.isdecimal() and int(named) > 0:
        return int(named)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share_out(
    work: Callable[[Task], Result], tasks: Iterable[Task], least: int = 2
) -> Iterator[Result]:
    """Do the same work for many tasks.

    Processes are forked, so that what was read before need not be sent to them; where forking
    is not offered, and for few tasks, this process does the work alone.

    Args:
        work: Any function: processes are born with it.
        tasks: What it is called with; sent to the processes one by one, so numbers are best.
        least: Fewer tasks than this are not worth a second process.

    Yields:
        What it gave for each task, in their order.
    """
    tasks = tuple(tasks)
    if len(tasks) < least or jobs() == 1 or not hasattr(os, "fork"):
        return map(work, tasks)
    return _in_a_pool(work, tasks)


def _in_a_pool(work: Callable[[Task], Result], tasks: tuple[Task, ...]) -> Iterator[Result]:
    # A check of few plans starts sooner without what only a pool needs.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("fork")
    gc.freeze()  # a collector that walks through what was there before makes a copy of all of it
    try:
        with ProcessPoolExecutor(min(jobs(), len(tasks)), context, _begin, (work,)) as pool:
            yield from pool.map(_do, tasks)
    finally:
        gc.unfreeze()


_work: Callable[[Any], Any] | None = None


def is_worker() -> bool:
    """Whether this process works for another one, which its results have to be sent to."""
    return _work is not None


def _begin(work: Callable[[Any], Any]) -> None:
    """Take up the work, and end when whoever gave it is killed; a worker would wait for ever."""
    from multiprocessing import parent_process
    from threading import Thread

    global _work
    _work = work
    if parent := parent_process():
        Thread(target=_outlive, args=(parent.sentinel,), daemon=True).start()


def _do(task: object) -> Any:
    assert _work  # noqa: S101 - a worker begins with it
    return _work(task)


def _outlive(parent: int) -> None:
    from multiprocessing.connection import wait

    wait([parent])
    os._exit(1)
