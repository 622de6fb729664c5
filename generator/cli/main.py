"""The entry point: every way a command can end, and its exit code."""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from tempfile import NamedTemporaryFile

import click

from generator.cli.app import app
from generator.cli.console import speak_utf8, stop_writing, tell
from generator.cli.wording import explain
from generator.errors import KehoachError, UsageError

CLEAN, FINDINGS, WRONG_USE, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130
DEBUG = "KEHOACH_DEBUG"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Words after the command's name; those of the process when left out.

    Returns:
        0 clean, 1 findings, 2 wrong use, 3 a bug of ours, 130 interrupted.
    """
    speak_utf8()
    try:
        return _exit_code(lambda: app.main(arguments, prog_name="kehoach", standalone_mode=False))
    except BrokenPipeError:
        stop_writing()
        return FINDINGS
    except Exception as error:
        tell(_bug(error))
        return OUR_BUG


def _exit_code(run: Callable[[], object]) -> int:
    """Run a command and turn the ends that are not bugs into exit codes."""
    try:
        code = run()
        sys.stdout.flush()
        return code if isinstance(code, int) else CLEAN
    except click.UsageError as error:
        tell(explain(error))
        return WRONG_USE
    except click.ClickException as error:
        tell(error.format_message())
        return FINDINGS
    except UsageError as error:
        tell(f"Lỗi: {error}")
        return WRONG_USE
    except KehoachError as error:
        tell(f"Lỗi: {error}")
        return FINDINGS
    except (click.Abort, KeyboardInterrupt):
        tell("Đã dừng.")
        return INTERRUPTED


def _bug(error: Exception) -> str:
    details = "".join(traceback.format_exception(error))
    sentence = "Chương trình gặp lỗi của chính nó, không phải lỗi trong kế hoạch"
    if os.environ.get(DEBUG) == "1":
        return f"{details}\n{sentence}."
    return f"{sentence}. {_keep(details)}"


def _keep(details: str) -> str:
    try:
        with NamedTemporaryFile(
            "w",
            encoding="utf-8",
            errors="backslashreplace",
            prefix="kehoach-",
            suffix=".log",
            delete=False,
        ) as file:
            file.write(details)
    except OSError:
        return f"Chạy lại với {DEBUG}=1 để thấy chi tiết."
    return (
        f"Chi tiết đã ghi ở «{file.name}»; hãy gửi tệp này kèm lệnh vừa chạy cho nhóm phát triển."
    )
