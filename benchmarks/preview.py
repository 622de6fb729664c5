"""`kehoach serve` in the background, and waiting for what it shows."""

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Final, Self

from benchmarks.harness import FailedError
from benchmarks.synthetic.project import REPOSITORY
from benchmarks.workspace import GENERATOR
from generator.project import Project

_PATIENCE: Final = 600
_PAUSE: Final = 0.02


class Preview:
    """A preview of a project, for as long as a `with` lasts."""

    def __init__(self, project: Project, environment: Mapping[str, str]) -> None:
        """Keep what to show.

        Args:
            project: The project.
            environment: Variables beside those that are set.
        """
        self._project = project
        self._environment = {**os.environ, **environment}

    def __enter__(self) -> Self:
        """Start it."""
        port = str(_free_port())
        words = (*GENERATOR, "serve", "--root", str(self._project.root), "--port", port)
        self._server = subprocess.Popen(  # noqa: S603 - our own command
            words,
            cwd=REPOSITORY,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._address = f"http://127.0.0.1:{port}/"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop it."""
        self._server.terminate()
        self._server.wait()

    def wait_for(self, page: str, words: str) -> float:
        """Ask for a page again and again until it holds some words.

        Args:
            page: Its address below the site's root.
            words: What it must hold.

        Returns:
            Seconds.

        Raises:
            FailedError: They do not come within ten minutes.
        """
        started = time.monotonic()
        while (waited := time.monotonic() - started) < _PATIENCE:
            with (
                suppress(OSError),
                urllib.request.urlopen(  # noqa: S310 - our own server
                    self._address + page, timeout=_PATIENCE
                ) as answer,
            ):
                if words in answer.read().decode():
                    return time.monotonic() - started
            if self._server.poll() is not None:
                break
            time.sleep(_PAUSE)
        raise FailedError("kehoach serve", f"«{words}» did not come within {waited:.0f} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
