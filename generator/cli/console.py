"""Writing to the terminal: UTF-8 whatever the locale, quiet when the reader has gone."""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from generator.pipeline import Progress
from generator.reporters.escape import visible


def speak_utf8() -> None:
    """Write UTF-8 in every locale, and never fail on a file name that is not Unicode."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Write a result to standard output.

    A reader that has gone, as in `kehoach check | head`, is no failure: the command goes on to
    its exit code.

    Args:
        text: The result, ending in a line feed.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        stop_writing()


def stop_writing() -> None:
    """Point standard output at nothing, so that Python does not complain when it ends."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def tell(text: str) -> None:
    """Tell the user something beside the result, on standard error."""
    lines = (visible(line) for line in text.split("\n"))
    with suppress(OSError):  # nobody may be left to be told
        print(*lines, sep="\n", file=sys.stderr, flush=True)


def uses_color() -> bool:
    """Whether standard output is a terminal whose user has not asked for plain text."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


@contextmanager
def progress() -> Iterator[Progress]:
    """Show what is being done, on one line of a terminal; nothing anywhere else.

    Yields:
        A function that takes what is being done.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    try:
        yield _show
    finally:
        _overwrite("")


def _show(step: str) -> None:
    _overwrite(visible(step)[: shutil.get_terminal_size().columns - 1])


def _overwrite(line: str) -> None:
    sys.stderr.write(f"\r\x1b[2K{line}")
    sys.stderr.flush()
