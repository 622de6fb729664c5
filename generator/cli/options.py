"""Options that several commands share, and the project that they point to."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.errors import UsageError
from generator.project import PLANS, SCHEMA, Project, find_root
from generator.runner import why

Function = TypeVar("Function", bound=Callable[..., Any])

_ROOT_HELP = (
    "Thư mục dự án, có plans/ và schema/ bên trong. Không ghi thì tìm từ thư mục hiện tại trở lên."
)


_SOURCES = frozenset(
    {PLANS, SCHEMA, "docs", "generator", "tests", "benchmarks", "requirements", ".git", ".github"}
)
_REFUSALS = frozenset(
    {
        *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP),
        *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.EIO),
        *(errno.EBUSY, errno.EXDEV, errno.ENOLCK),
    }
)


def root_option(function: Function) -> Function:
    """Give a command the option `--root`, which may also stand before the command's name."""
    return click.option(
        "--root", type=click.Path(path_type=Path), metavar="THƯ_MỤC", help=_ROOT_HELP
    )(function)


def open_project(root: Path | None) -> Project:
    """Find the project that a command is about.

    Args:
        root: The command's `--root`; else the one before the command's name; else the nearest
            project at or above the current folder.

    Returns:
        The project.

    Raises:
        UsageError: There is none, or the folder that was named is not one.
    """
    named = root or click.get_current_context().find_root().obj
    try:
        start = Path.cwd() if named is None else named.resolve()
        if named is not None and not all((start / name).is_dir() for name in (PLANS, SCHEMA)):
            raise UsageError(
                f"«{named}» không phải thư mục dự án: bên trong phải có «{PLANS}/» và «{SCHEMA}/»."
            )
        return find_root(start)
    except (OSError, RuntimeError) as error:
        raise UsageError(f"Không mở được thư mục «{named or '.'}»: {why(error)}.") from error


def choose_out(project: Project, out: Path | None, default: str) -> Path:
    """Decide where a command writes, away from what people wrote.

    Args:
        project: The project.
        out: The command's `--out`, from the current folder.
        default: Folder below the root when the option is left out.

    Returns:
        Absolute path of the folder; it need not exist.

    Raises:
        UsageError: Writing there would overwrite the project or its sources.
    """
    try:
        folder = (out or project.root / default).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(f"Không ghi vào «{out}» được: {_why(error)}.") from error
    if project.root.is_relative_to(folder):
        raise UsageError(f"Không ghi vào «{folder}» được vì đó là nơi chứa dự án.")
    top = folder.relative_to(project.root).parts[0] if folder.is_relative_to(project.root) else ""
    if top in _SOURCES:
        raise UsageError(f"Không ghi vào «{folder}» được vì «{top}/» là dữ liệu nguồn của dự án.")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"Không ghi vào «{folder}» được vì đó là một tệp.")
    return folder


def _why(error: OSError | RuntimeError | ValueError) -> str:
    return "đường dẫn có ký tự không dùng được" if isinstance(error, ValueError) else why(error)


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turn a folder that cannot be written to into a mistake of the caller.

    Args:
        folder: Where is written.

    Raises:
        UsageError: No permission, no room, or no such place for a folder.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _REFUSALS:
            raise
        raise UsageError(f"Không ghi được vào «{folder}»: {why(error)}.") from error
