"""Puts a text into a file so that a reader finds the old one or the new one, never half of it."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

_NEW_FILE_MODE = 0o666


def replace_file(file: Path, text: str) -> None:
    """Write a file whole or not at all, keeping its permissions.

    Args:
        file: Where to write; the folder must be there. A link is followed.
        text: What to write, with LF.

    Raises:
        OSError: It cannot be written; what was there stays.
    """
    target = file.resolve()
    mode = target.stat().st_mode if target.exists() else _NEW_FILE_MODE & ~_umask()
    handle, name = mkstemp(prefix=".kehoach-", dir=target.parent)
    os.close(handle)
    draft = Path(name)
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.chmod(mode & 0o7777)
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
