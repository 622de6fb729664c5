"""Results kept by content: what was worked out once from the same bytes is not worked out again.

A key is the fingerprint of everything that a result depends on: the files, the settings, and the
program itself. So nothing in the cache can be out of date, and all of it may be deleted at any time.

The cache lies outside the project, in the user's own cache folder: its entries are unpickled, and
a folder that came with somebody's branch must never be.
"""

import os
import pickle
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache as once
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

VARIABLE = "KEHOACH_CACHE"
"""Environment variable: another folder for the cache; empty for none."""

_KEPT_FOR = 14 * 24 * 3600
_PACKAGE = Path(__file__).parent
_SIZE = 32

_NO_PART_OF_CHECKS = (
    *("authoring", "changes", "cli", "exports", "history.py", "pages", "reporters", "site"),
    "checks/examples",
)
"""Below the package: what stands above the runner in the order of the layers, so that no check can
follow from it, and the examples on the rules' pages."""


def fingerprint(parts: Iterable[bytes]) -> str:
    """Name a content by its hash.

    Args:
        parts: What is to be told apart; where one part ends and the next begins counts.

    Returns:
        64 hexadecimal digits, of the hash that today's processors have instructions for.
    """
    parts = tuple(parts)
    digest = sha256(repr([len(part) for part in parts]).encode())
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


@once
def of_program() -> str:
    """Fingerprint of what does the work: this package, its dependencies and the interpreter."""
    return _name_of(_own_files(str(_PACKAGE)))


@once
def of_checker() -> str:
    """Fingerprint of what reads and checks plans: the program without what only shows them.

    A check is quick enough for the reading of several hundred templates to be felt.
    """
    left_out = frozenset(str(_PACKAGE / name) for name in _NO_PART_OF_CHECKS)
    return _name_of(_own_files(str(_PACKAGE), left_out))


def _name_of(files: Iterable[str]) -> str:
    return fingerprint(
        (
            sys.version.encode(),
            *(name.encode() for name in _installed()),
            *(part for file in files for part in (os.fsencode(file), read_bytes(file))),
        )
    )


def read_bytes(file: str) -> bytes:
    """All bytes of a file that is named by text: making a Path of it takes longer than reading."""
    with open(file, "rb", buffering=0) as stream:  # noqa: PTH123
        return stream.readall()


def _own_files(folder: str, left_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every file of this package that has a say in what it does, in a fixed order."""
    with os.scandir(folder) as found:
        children = sorted(found, key=lambda child: child.name)
    for child in children:
        if child.path in left_out or child.name.endswith((".pyc", ".md")):
            continue
        if child.is_dir():
            yield from _own_files(child.path, left_out)
        else:
            yield child.path


def _installed() -> list[str]:
    """Names of the installed packages, which hold their versions."""
    place = Path(sysconfig.get_path("purelib"))
    return sorted(path.name for path in place.glob("*.dist-info"))


class Cache:
    """A folder of results.

    Attributes:
        folder: Where they lie; None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, key: str) -> Any:
        """Look a result up.

        Args:
            key: Its fingerprint.

        Returns:
            The result; None when there is none, or when its file is not what was written.
        """
        if self.folder is None:
            return None
        file = _entry(self.folder, key)
        try:
            seal, content = _cut(read_bytes(str(file)))
            if seal != _seal(key, content):
                return None
            result = pickle.loads(content)  # noqa: S301 - our own folder
        except Exception:  # a broken entry is no entry, however it is broken
            return None
        with suppress(OSError):
            os.utime(file)
        return result

    def put(self, key: str, result: object) -> None:
        """Keep a result, whole or not at all; a full disk or a folder without rights keeps none.

        Args:
            key: Its fingerprint.
            result: Anything that can be pickled, but None.
        """
        if self.folder is None:
            return
        file = _entry(self.folder, key)
        content = pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with NamedTemporaryFile(dir=file.parent, delete=False) as draft:
                written = Path(draft.name)
                try:
                    draft.write(_seal(key, content))
                    draft.write(content)
                    draft.close()
                    written.replace(file)
                except BaseException:
                    written.unlink(missing_ok=True)
                    raise

    def prune(self, most: int = 4 * 2**30) -> None:
        """Drop what nobody asked for in two weeks, and what goes beyond a size, the oldest first.

        Args:
            most: Bytes that may stay: a commit gives every plan a new part, so they add up.
        """
        if self.folder is None:
            return
        oldest = time.time() - _KEPT_FOR
        for file, used in _by_use(self.folder):
            with suppress(OSError):
                most -= file.stat().st_size
                if used < oldest or most < 0:
                    file.unlink()


NO_CACHE = Cache(None)


def _by_use(folder: Path) -> list[tuple[Path, float]]:
    """Entries with the moment when each was last asked for, the latest first."""
    found = []
    for file in folder.glob("*/*"):
        with suppress(OSError):
            found.append((file, file.stat().st_mtime))
    return sorted(found, key=lambda entry: entry[1], reverse=True)


def _entry(folder: Path, key: str) -> Path:
    return folder / key[:2] / key[2:]


def _seal(key: str, content: bytes) -> bytes:
    """Tells an entry that a disk has spoilt, or that has got another one's name."""
    return fingerprint((key.encode(), content)).encode()


def _cut(entry: bytes) -> tuple[bytes, bytes]:
    return entry[: 2 * _SIZE], entry[2 * _SIZE :]


def users_cache() -> Cache:
    """The cache of whoever runs the program.

    Returns:
        The folder that `KEHOACH_CACHE` names, or `kehoach` in the user's cache folder.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Cache(Path(named) if named else None)
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return Cache((Path(base) if base else Path.home() / ".cache") / "kehoach")
    except RuntimeError:  # whoever runs this has no home
        return Cache(None)
