"""Writes rendered files into a folder: the only I/O of the exports."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.errors import UsageError
from generator.exports.data import File
from generator.runner import why


class ExportError(UsageError):
    """A file of the export could not be written."""


def write_files(files: Iterable[File], folder: Path) -> tuple[Path, ...]:
    """Write files, each whole or not at all.

    Everything is rendered before the first byte is written, and each file takes its name only
    when it is complete: what fails leaves the earlier version of a file as it was.

    Args:
        files: Paths below the folder, and contents.
        folder: Folder to write into; made when it is not there. Files that are not part of
            the export are left alone.

    Returns:
        The files written, in the order given.

    Raises:
        ExportError: The folder cannot be written to.
        ValueError: A path leaves the folder or is given twice: a bug of a format.
    """
    contents: dict[str, bytes] = {}
    for path, content in files:
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or path in contents:
            raise ValueError(f"bad path of an export: {path!r}")
        contents[path] = content
    return tuple(_write(folder / path, content) for path, content in contents.items())


def _write(file: Path, content: bytes) -> Path:
    draft = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(content)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(
            f"Không ghi được tệp «{file}»: {why(error)}. Hãy kiểm tra quyền ghi và "
            "chỗ trống của thư mục đích, hoặc chọn thư mục khác."
        ) from error
    return file
