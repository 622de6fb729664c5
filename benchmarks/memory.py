"""The memory of a process and all that it started, at its highest."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PROCESSES: Final = Path("/proc")
_EVERY: Final = 0.2
_FIELD: Final = "Pss:"


@dataclass
class Peak:
    """The highest sum seen so far, in bytes."""

    bytes: int = 0


@contextmanager
def peak_while_alive(pid: int) -> Iterator[Peak]:
    """Look at a process five times a second.

    What several processes share is counted once, in parts (Linux's proportional set size), so
    that neither forks nor threads are held against anybody. What a process lived on for less than
    a moment is not seen; elsewhere than on Linux it stays 0.

    The kernel's own figure for a child cannot be used: it begins with that of the parent.

    Args:
        pid: The process.

    Yields:
        Its highest memory, together with its descendants'.
    """
    peak, done = Peak(), threading.Event()

    def watch() -> None:
        while not done.wait(_EVERY):
            peak.bytes = max(peak.bytes, sum(map(_memory, _family(pid))))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def _family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in (_PROCESSES / str(pid) / "task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _memory(pid: int) -> int:
    with suppress(OSError):
        for line in (_PROCESSES / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith(_FIELD):
                return int(line.split()[1]) * 1024
    return 0
