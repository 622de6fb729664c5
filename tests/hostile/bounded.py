"""Measures one input in a process of its own, under limits that the system keeps."""

import os
import resource
import sys
from dataclasses import dataclass

from tests.hostile.targets import TARGETS

SECONDS = 60
"""Of the processor's time for any one input up to the limits of size; see the page."""

MIB = 1024
"""Of memory beyond what the program takes before it has read anything."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What an input cost.

    Attributes:
        kept: Whether the program kept its promise.
        seconds: Processor time.
        mib: Memory beyond that of the idle program.
    """

    kept: bool
    seconds: float
    mib: float


def cost_of(name: str, content: bytes) -> Cost:
    """Try an input in a forked process.

    Args:
        name: The way in.
        content: The input.

    Returns:
        Its cost; not kept when the process was ended by a limit or an exception.
    """
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = os.fork()
    if not child:
        _try_and_leave(name, content)
    _, status, usage = os.wait4(child, 0)
    grown = max(0, usage.ru_maxrss - before) / 1024
    return Cost(status == 0, usage.ru_utime + usage.ru_stime, grown)


def _try_and_leave(name: str, content: bytes) -> None:
    size = _address_space()
    resource.setrlimit(resource.RLIMIT_AS, (size + MIB * 2**20, size + MIB * 2**20))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    code = 1
    try:
        TARGETS[name](content)
        code = 0
    except BaseException as error:  # noqa: BLE001, RUF100 - whatever it is, the parent must hear of it
        sys.stderr.write(f"{name}: {error!r}\n"[:500])
    finally:
        os._exit(code)


def _address_space() -> int:
    with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123 - a file of the system
        return int(pages.read().split()[0]) * resource.getpagesize()
