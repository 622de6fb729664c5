"""Puts a finished folder in the place of an older one: readers meet one or the other, never a mix.

The new folder is made in a workshop beside its place, and the system exchanges the two in one step.
The workshop has one fixed name and a lock that dies with its process: so a second build is refused
while one is at work, and what a killed build left behind is cleared away by the next.
"""

import ctypes
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import UsageError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NEW, _OLD, _DRAFTS, _LOCK = "new", "old", "tmp", "lock"
_EXCHANGE = 2
_HERE = -100


class OccupiedError(UsageError):
    """Something else is at work in the place, or stands there and would be lost."""


@contextmanager
def replacing(out: Path, sign: Path | None = None) -> Iterator[Path]:
    """Make a folder anew, whole or not at all.

    Args:
        out: The folder's place; its parent is made when it is not there.
        sign: A file below `out` by which a folder is known to be an older one of its kind. A
            folder with other contents is not replaced. Without a sign, every file in `out` that
            is not made anew stays.

    Yields:
        An empty folder to fill. It takes its place when the block ends, unless by an exception.

    Raises:
        OccupiedError: Another process is replacing the folder, or it holds something else.
        OSError: It cannot be written there; what was there stays.
    """
    out = out.resolve()
    with _workshop(out) as bench:
        if sign and _is_strange(out, sign):
            raise OccupiedError(
                f"«{out}» đang chứa thứ khác, thay vào thì sẽ mất. Hãy chọn thư mục trống hoặc "
                "thư mục chưa có, hoặc tự dọn thư mục này."
            )
        fresh = bench / _NEW
        fresh.mkdir()
        yield fresh
        if out.exists():
            shutil.copymode(out, fresh)
            if not sign:
                _keep_others(out, fresh)
        _swap(fresh, out)


def _is_strange(out: Path, sign: Path) -> bool:
    holds_something = out.is_dir() and any(out.iterdir())
    return holds_something and (not (out / sign).is_file() or (out / ".git").exists())


@contextmanager
def _workshop(out: Path) -> Iterator[Path]:
    """A folder that no other process works in, cleared before and after."""
    bench = out.with_name(f".{out.name}.kehoach")
    lock = _locked(bench, out)
    try:
        _put_back(bench, out)
        _clear(bench)
        with temporary_files_in(bench / _DRAFTS):
            yield bench
    finally:
        try:
            _put_back(bench, out)
            _clear(bench)
            with suppress(OSError):  # somebody else may have come in
                (bench / _LOCK).unlink()
                bench.rmdir()
        finally:
            os.close(lock)


@contextmanager
def temporary_files_in(folder: Path) -> Iterator[None]:
    """Let everything that is only needed meanwhile lie in a new folder, which is cleared away."""
    folder.mkdir()
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


def _locked(bench: Path, out: Path) -> int:
    """Take the lock of a workshop; forked workers do not inherit it, unlike one by `flock`."""
    while True:
        _make_own(bench)
        try:
            handle = os.open(bench / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:  # its last user has just removed the workshop
            continue
        try:
            _lock(handle)
            if _is_still(bench / _LOCK, handle):
                return handle
        except (BlockingIOError, PermissionError) as error:
            os.close(handle)
            raise OccupiedError(
                f"Đang có một lệnh khác ghi vào «{out}». Hãy đợi lệnh đó xong rồi chạy lại."
            ) from error
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _make_own(bench: Path) -> None:
    """Make the workshop; one that somebody else has laid there could lead anywhere."""
    with suppress(FileExistsError):
        bench.mkdir(parents=True)
    with suppress(FileNotFoundError):
        found = bench.lstat()
        theirs = sys.platform != "win32" and found.st_uid != os.geteuid()
        if theirs or not stat.S_ISDIR(found.st_mode):
            raise OccupiedError(f"Lệnh cần thư mục «{bench}» nhưng tên đó đã có chủ: hãy xóa nó.")


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_still(file: Path, handle: int) -> bool:
    """Whether an open file has kept its name: the user before may have removed it."""
    try:
        return os.path.samestat(file.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _put_back(bench: Path, out: Path) -> None:
    """Undo a swap that was cut off between its two steps."""
    retired = bench / _OLD
    if retired.exists() and not out.exists():
        retired.rename(out)


def _clear(bench: Path) -> None:
    for name in (_NEW, _OLD, _DRAFTS):
        shutil.rmtree(bench / name, ignore_errors=True)


def _keep_others(out: Path, fresh: Path) -> None:
    """Give the new folder the files of the old one that it has not."""
    for folder, names, files in os.walk(out):
        place = fresh / Path(folder).relative_to(out)
        links = [name for name in names if Path(folder, name).is_symlink()]
        for name in set(names).difference(links):
            if not (place / name).exists():
                (place / name).mkdir()
                shutil.copymode(Path(folder, name), place / name)
        for name in (*files, *links):
            if not os.path.lexists(place / name):
                _link(Path(folder, name), place / name)


def _link(file: Path, copy: Path) -> None:
    try:
        os.link(file, copy, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(file, copy, follow_symlinks=False)


def _swap(fresh: Path, out: Path) -> None:
    """Put the new folder in place; where the system cannot exchange two, in two steps."""
    if out.exists() and _exchange(fresh, out):
        return
    retired = fresh.with_name(_OLD)
    try:
        if out.exists():
            out.rename(retired)
        fresh.rename(out)
    except BaseException:
        _put_back(fresh.parent, out)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two folders; False where that is not offered, or refused."""
    if sys.platform == "win32":
        return False
    system = ctypes.CDLL(None)
    call = getattr(system, "renameat2", None) or getattr(system, "renameatx_np", None)
    if call is None:
        return False
    return bool(call(_HERE, bytes(one), _HERE, bytes(other), _EXCHANGE) == 0)
