"""A whole site being built in a process of its own, which gives way to everybody else."""

import multiprocessing
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path

from generator.project import Project
from generator.site.preview.whole import Built, Refused, build_whole

_SPAWN = multiprocessing.get_context("spawn")
"""The server answers on several threads, and a process with threads had better not be forked."""

_NICENESS = 10
_PATIENCE = 10

_CUT_OFF = Refused("Việc dựng trang dừng giữa chừng; các trang đang xem vẫn giữ nguyên.")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built.

    Attributes:
        project: The project.
        home: Folder that holds the site and whatever else is written; gone with the server.
        address: Address of the preview.
    """

    project: Project
    home: Path
    address: str

    @property
    def site(self) -> Path:
        """Folder of the site."""
        return self.home / "site"


class Background:
    """One build at work.

    Attributes:
        report: What came of it; None while it is at work.
    """

    report: Built | Refused | None = None

    def __init__(self, order: Order, ended: Callable[[], None], *, gives_way: bool = True) -> None:
        """Start it.

        Args:
            order: What is to be built.
            ended: Called from another thread when the report is there, unless it was stopped.
            gives_way: Whether other processes come first.
        """
        receiver, sender = _SPAWN.Pipe(duplex=False)
        self._process = _SPAWN.Process(target=_work, args=(sender, order, gives_way))
        self._process.start()
        sender.close()
        self._is_stopped = False
        self._listener = threading.Thread(target=self._listen, args=(receiver, ended), daemon=True)
        self._listener.start()

    def _listen(self, receiver: Connection, ended: Callable[[], None]) -> None:
        try:
            report: Built | Refused = receiver.recv()
        except (EOFError, OSError):
            report = _CUT_OFF
        if not self._is_stopped:
            self.report = report
            ended()

    def wait(self) -> Built | Refused:
        """Wait for what comes of it."""
        self._listener.join()
        return self.report or _CUT_OFF

    def stop(self) -> None:
        """End it, without waiting until it is gone; whatever works for it ends with it."""
        self._is_stopped = True
        self._process.kill()

    def is_gone(self) -> bool:
        """Wait a while for its process to be gone."""
        self._process.join(_PATIENCE)
        return not self._process.is_alive()


def _work(sender: Connection, order: Order, gives_way: bool) -> None:
    """Build in this process, which the keyboard of the server's terminal does not interrupt.

    When the server is killed, nobody else is left to clear its folder away.
    """
    if sys.platform != "win32":
        os.setsid()
        if gives_way:
            os.nice(_NICENESS)
    try:
        _end_with_parent()
        sender.send(build_whole(order.project, order.site, order.address))
        os._exit(0)  # to take a whole site out of memory piece by piece would take seconds
    except (KeyboardInterrupt, BrokenPipeError):
        shutil.rmtree(order.home, ignore_errors=True)


def _end_with_parent() -> None:
    """Interrupt this process once its parent is gone, so that it clears up behind itself."""
    parent = multiprocessing.parent_process()
    if parent and sys.platform != "win32":
        me = threading.get_ident()

        def interrupt() -> None:
            wait([parent.sentinel])
            signal.pthread_kill(me, signal.SIGINT)

        threading.Thread(target=interrupt, daemon=True).start()
