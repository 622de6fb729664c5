"""The cache is never wrong: cut off, spoilt or written by several at once, it gives all or nothing."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from generator.cache import Cache, fingerprint

KEY = fingerprint((b"key",))
RESULT = {"title": "Kế hoạch", "rows": list(range(20)), "bytes": b"\x00" * 50}


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    """The file of a result that is kept."""
    Cache(tmp_path).put(KEY, RESULT)
    (file,) = (file for file in tmp_path.rglob("*") if file.is_file())
    return file


def test_an_entry_cut_off_anywhere_is_none(tmp_path: Path, entry: Path) -> None:
    """Of every beginning of its file, only the whole is a result."""
    whole = entry.read_bytes()
    for length in range(len(whole)):
        entry.write_bytes(whole[:length])
        assert Cache(tmp_path).get(KEY) is None
    entry.write_bytes(whole)
    assert Cache(tmp_path).get(KEY) == RESULT


def test_an_entry_with_a_wrong_byte_is_none(tmp_path: Path, entry: Path) -> None:
    """A byte that a disk has changed or lost, in a text too, makes it no result."""
    whole = entry.read_bytes()
    for at in range(len(whole)):
        spoilt = bytearray(whole)
        spoilt[at] ^= 1
        entry.write_bytes(spoilt)
        assert Cache(tmp_path).get(KEY) is None


def test_an_entry_under_another_name_is_none(tmp_path: Path, entry: Path) -> None:
    """A result is given only for the key that it was kept for."""
    other = fingerprint((b"other",))
    place = tmp_path / other[:2] / other[2:]
    place.parent.mkdir(exist_ok=True)
    entry.rename(place)
    assert Cache(tmp_path).get(other) is None


class _Killer:
    """Kills whoever writes it."""

    def __reduce__(self) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)
        return (dict, ())


def test_a_writer_that_is_killed_leaves_no_entry(tmp_path: Path) -> None:
    """What stood there before it stays, and nothing else can be taken for a result."""
    cache = Cache(tmp_path)
    cache.put(KEY, "before")
    child = os.fork()
    if child == 0:
        cache.put(KEY, ["x" * 200_000, _Killer()])
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert cache.get(KEY) == "before"


def test_several_writers_at_once_do_not_mix(tmp_path: Path) -> None:
    """Whatever a reader finds meanwhile is what one of them has written, whole."""
    cache = Cache(tmp_path)
    cache.put(KEY, ["0"] * 20_000)
    children = []
    for name in "abc":
        child = os.fork()
        if child == 0:
            for _ in range(30):
                cache.put(KEY, [name] * 20_000)
            os._exit(0)
        children.append(child)
    seen = [cache.get(KEY) for _ in range(100)]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 3
    assert all(len(found) == 20_000 and len(set(found)) == 1 for found in seen)
    assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == 1
