"""Lists and reads what lies in a folder of data without being led out of it or stopped by it."""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.cache import read_bytes
from generator.project import SUFFIX

MOST_BYTES = 64 * 2**20
"""Far above what a plan may hold: a file between the two is told by its exact size."""

YAML_SUFFIXES = frozenset({SUFFIX, ".yml"})

_REASONS = {
    errno.EACCES: "không có quyền truy cập",
    errno.EADDRINUSE: "đã có chương trình khác dùng",
    errno.EBUSY: "thư mục đang được hệ thống dùng làm điểm gắn ổ đĩa; hãy chọn thư mục bên trong nó",
    errno.EDQUOT: "đã dùng hết hạn mức ổ đĩa",
    errno.EFBIG: "tệp lớn hơn mức hệ thống cho phép",
    errno.EIO: "ổ đĩa báo lỗi",
    errno.ELOOP: "liên kết chạy vòng tròn",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOENT: "tệp hoặc thư mục được trỏ tới không có",
    errno.ENOLCK: "ổ đĩa không cho khóa tệp",
    errno.ENOSPC: "ổ đĩa hết chỗ",
    errno.ENOTDIR: "một phần đường dẫn là tệp chứ không phải thư mục",
    errno.EPERM: "không có quyền truy cập",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EXDEV: "không chuyển được thư mục sang ổ đĩa khác",
}


class UnreadableError(Exception):
    """A file cannot be read; the text is a Vietnamese clause that says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that lies in a folder of data.

    Attributes:
        name: Path below the folder, with forward slashes.
        path: Where it is. Text, for most entries are only read: a Path costs more than a read.
        fault: Why it cannot be read, as a Vietnamese clause; empty when nothing is known.
        real: Where it truly lies; empty for a link, which has to be followed first.
    """

    name: str
    path: str
    fault: str = ""
    real: str = ""

    @property
    def file(self) -> Path:
        """Where it is."""
        return Path(self.path)


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of a folder of data as it lies there.

    Attributes:
        entry: Where it lies, and why it cannot be read.
        content: Its bytes; empty when it cannot be read or is not a part of the data.
    """

    entry: Entry
    content: bytes


def list_entries(folder: Path) -> Iterator[Entry]:
    """List every file below a folder, hidden ones left out.

    Links to folders are not followed and a folder named like a YAML file is not entered: both
    come out as entries, so that what is in them is missed by nobody.

    Args:
        folder: A plan's folder or the registry's.

    Yields:
        Files in order of name, and folders that cannot be listed.
    """
    yield from _below(str(folder), "", real_place(folder))


def real_place(folder: Path) -> str:
    """Where a folder truly lies, all links followed; empty when that cannot be told."""
    try:
        return os.path.realpath(folder, strict=True)
    except (OSError, RuntimeError):
        return ""


def _below(folder: str, prefix: str, real: str) -> Iterator[Entry]:
    try:
        with os.scandir(folder) as found:
            children = sorted(found, key=lambda child: child.name)
    except OSError as error:
        yield Entry(prefix.rstrip("/"), folder, why(error))
        return
    for child in children:
        if child.name.startswith("."):
            continue
        place = f"{real}{os.sep}{child.name}" if real and not child.is_symlink() else ""
        if _is_plain_folder(child):
            yield from _below(child.path, f"{prefix}{child.name}/", place)
        else:
            yield Entry(f"{prefix}{child.name}", child.path, real=place)


def _is_plain_folder(child: "os.DirEntry[str]") -> bool:
    try:
        is_folder = child.is_dir(follow_symlinks=False)
    except OSError:
        return False
    return is_folder and Path(child.name).suffix not in YAML_SUFFIXES


def read_file(file: Path, home: Path) -> bytes:
    """Read a regular file that truly lies in a folder.

    Args:
        file: The file; it may be a link.
        home: Folder that the file must lie in when links are followed.

    Returns:
        All of its bytes.

    Raises:
        UnreadableError: A folder, a device, a link that leads out of `home`, no permission, or
            a file so long that it would fill the memory.
    """
    return read_entry(Entry(file.name, str(file)), home, real_place(home))


def read_entry(entry: Entry, home: Path, real_home: str) -> bytes:
    """Read what `list_entries` lists, as `read_file` does.

    Args:
        entry: The file.
        home: Folder that the file must lie in when links are followed.
        real_home: Where that folder truly lies; see `real_place`.

    Returns:
        All of its bytes.

    Raises:
        UnreadableError: As for `read_file`.
    """
    try:
        real = entry.real or os.path.realpath(entry.path, strict=True)
        if not real_home or not real.startswith(f"{real_home}{os.sep}"):
            raise UnreadableError(f"là liên kết ra ngoài thư mục {home.name}/")
        return _content_of(real)
    except (OSError, RuntimeError) as error:  # Python before 3.13 tells of link loops so
        raise UnreadableError(why(error)) from error


def _content_of(real: str) -> bytes:
    """All bytes of what lies at a place, looked at before it is opened: a pipe would wait."""
    found = os.stat(real)  # noqa: PTH116 - a Path for each of thousands of files costs more
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableError("là thư mục chứ không phải tệp")
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError("không phải tệp thường")
    if found.st_size > MOST_BYTES:
        raise UnreadableError(f"dài hơn {MOST_BYTES // 2**20} MiB")
    return read_bytes(real)


def why(error: OSError | RuntimeError) -> str:
    """Say in Vietnamese why the system refused.

    Args:
        error: The refusal; a RuntimeError is a loop of links.

    Returns:
        A clause without a full stop.
    """
    if isinstance(error, RuntimeError):
        return _REASONS[errno.ELOOP]
    return _REASONS.get(error.errno or 0, f"hệ điều hành báo {error.strerror or error}")
