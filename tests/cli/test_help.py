"""Help that teaches, in Vietnamese."""

import subprocess
from collections.abc import Callable

import pytest

from generator import __version__

Run = Callable[..., subprocess.CompletedProcess[str]]

WITHOUT_WORDS = ["check", "build", "serve", "export", "schema", "fmt"]
"""Commands that need no word behind them, so the first example is the bare command."""

COMMANDS = [*WITHOUT_WORDS, "correct", "diff", "import", "new"]
ENGLISH = ("Usage", "Options", "Commands", "Show this message", "OPTIONS", "ARGS", "default:")


def test_help_lists_the_commands(kehoach: Run) -> None:
    """The help names every command, the usual work, and the exit codes."""
    done = kehoach("--help")
    assert done.returncode == 0
    for word in ("Cách dùng: kehoach", "Tùy chọn:", "Lệnh:", "Mã kết thúc"):
        assert word in done.stdout
    listed = done.stdout.partition("Lệnh:")[2].splitlines()
    assert {
        line.split()[0] for line in listed if line.startswith("  ") and line[2:3].isalpha()
    } >= {*COMMANDS}
    assert not any(word in done.stdout for word in ENGLISH)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_with_examples(kehoach: Run, command: str) -> None:
    """Each command's help is Vietnamese throughout and has examples to copy, a line each."""
    done = kehoach(command, "--help")
    assert done.returncode == 0
    assert f"Cách dùng: kehoach {command} [TÙY CHỌN]" in done.stdout
    assert f"Ví dụ:\n    kehoach {command}" in done.stdout
    if command in WITHOUT_WORDS:
        assert f"Ví dụ:\n    kehoach {command}\n    kehoach {command} " in done.stdout
    assert "--root THƯ_MỤC" in done.stdout
    assert "Hiện hướng dẫn này rồi thoát." in done.stdout
    assert not any(word in done.stdout for word in ENGLISH)


def test_version_is_printed(kehoach: Run) -> None:
    """The version is the package's."""
    done = kehoach("--version")
    assert (done.returncode, done.stdout) == (0, f"kehoach {__version__}\n")


def test_only_finished_commands_are_there(kehoach: Run) -> None:
    """A command that is not made yet is unknown rather than a stub."""
    assert kehoach("du-bao").returncode == 2
