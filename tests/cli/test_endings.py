"""Every way a command can end."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]

FAILING = """
import sys
from generator import pipeline
from generator.cli import main
def fail(*args, **kwargs):
    raise {error}
pipeline.check = fail
sys.exit(main(['check']))
"""


def test_our_bug_gives_three_and_a_file_with_details(python: Run, tmp_path: Path) -> None:
    """A failure of our own is one Vietnamese sentence that names a file with the traceback."""
    done = python(FAILING.format(error="RuntimeError('hỏng')"), TMPDIR=str(tmp_path))
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    name = re.search(r"«(.+?)»", done.stderr)
    assert name
    details = Path(name[1]).read_text(encoding="utf-8")
    assert "Traceback" in details
    assert "RuntimeError: hỏng" in details


def test_our_bug_shows_its_traceback_when_asked(python: Run) -> None:
    """With KEHOACH_DEBUG=1 the traceback is shown and no file is written."""
    done = python(FAILING.format(error="RuntimeError('hỏng')"), KEHOACH_DEBUG="1")
    assert done.returncode == 3
    assert "RuntimeError: hỏng" in done.stderr


def test_interruption_gives_130(python: Run) -> None:
    """Ctrl-C ends with 130 and without a traceback."""
    done = python(FAILING.format(error="KeyboardInterrupt"))
    assert done.returncode == 130
    assert "Traceback" not in done.stderr


def test_told_failure_gives_one(python: Run) -> None:
    """A failure that is neither wrong use nor a bug is told in its sentence and ends with 1."""
    done = python(
        "from generator.errors import KehoachError\n"
        + FAILING.format(error="KehoachError('Trang chưa xong.')")
    )
    assert (done.returncode, done.stderr) == (1, "Lỗi: Trang chưa xong.\n")


def test_reader_that_goes_away_is_no_failure(project: Path, environment: dict[str, str]) -> None:
    """When the reader closes the pipe, the command is quiet and keeps its verdict."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--format", "sarif"],
        cwd=project,
        env=environment,
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def _on_a_terminal(project: Path, environment: dict[str, str], stream: str) -> tuple[str, str]:
    """Run a check with one of its streams a terminal; what it wrote there, and elsewhere."""
    master, slave = pty.openpty()
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: slave}
    done = subprocess.run(  # type: ignore[call-overload]
        [sys.executable, "-m", "generator", "check"],
        cwd=project,
        env=environment | {"TERM": "xterm", "NO_COLOR": ""},
        encoding="utf-8",
        check=False,
        **streams,
    )
    os.close(slave)
    shown = os.read(master, 65536).decode()
    os.close(master)
    return shown, done.stdout if stream == "stderr" else done.stderr


def test_progress_is_shown_on_a_terminal_only(project: Path, environment: dict[str, str]) -> None:
    """Steps are written to standard error when it is a terminal, and wiped at the end."""
    shown, output = _on_a_terminal(project, environment, "stderr")
    assert "Kiểm tra vi-du/01-kh-2025 (1/1)" in shown
    assert shown.endswith("\r\x1b[2K")
    assert output.count("\n") == 1


def test_colour_is_for_terminals(project: Path, environment: dict[str, str]) -> None:
    """The verdict is coloured on a terminal, and not when NO_COLOR is set."""
    coloured, _ = _on_a_terminal(project, environment, "stdout")
    assert "\x1b[32m" in coloured
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"],
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "\x1b" not in done.stdout
