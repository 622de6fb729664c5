"""A folder is replaced whole or not at all, at whatever line its process dies."""

import os
import signal
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from generator.site import swap
from generator.site.swap import OccupiedError, replacing

SIGN = Path("data.json")
OLD = {"data.json": "cũ", "a/b.html": "cũ", "chi-cu.html": "cũ"}
NEW = {"data.json": "mới", "a/b.html": "mới", "c/d.html": "mới"}


def contents(folder: Path) -> dict[str, str]:
    """What is in the files below a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def fill(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def replace(out: Path, sign: Path | None = SIGN) -> None:
    """Put the new files in place."""
    with replacing(out, sign) as fresh:
        fill(fresh, NEW)


def in_child(work: Callable[[], Any]) -> int:
    """Do something in a process of its own; its exit code, or minus the signal it died of."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def dying_at(line: int, work: Callable[[], Any], by: signal.Signals) -> Callable[[], Any]:
    """The same work by a process that sends itself a signal at the n-th line run in the swap."""
    left = line

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename not in (swap.__file__, os.__file__):
            return None
        if event == "line" and frame.f_code.co_filename == swap.__file__:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), by)
        return trace

    def run() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.settrace(trace)
        work()

    return run


@pytest.fixture(params=["exchanged", "in two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to swap: the system's exchange, and what is done where there is none."""
    if request.param == "in two steps":
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    return str(request.param)


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_death_at_any_line_leaves_the_old_or_the_new(
    tmp_path: Path, way: str, by: signal.Signals
) -> None:
    """After each death the folder is one or the other, the next run works, and nothing is left.

    Without an exchange the folder may be away for a moment; then it comes back untouched before
    the next run does anything else.
    """
    seen = set()
    for line in range(1, 1000):
        home = tmp_path / str(line)
        out = home / "site"
        fill(out, OLD)
        ended = in_child(dying_at(line, partial(replace, out), by))
        if ended == 0:
            break
        found = contents(out)
        if way == "in two steps" and not found:
            assert contents(home / ".site.kehoach" / "old") == OLD
            assert in_child(partial(_look_in, out)) == 0
            found = contents(out)
        assert found in (OLD, NEW), f"line {line}"
        seen.add(found["data.json"])
        assert in_child(partial(replace, out)) == 0
        assert contents(out) == NEW
        assert [path.name for path in home.iterdir()] == ["site"]
    assert line > 40
    assert seen == {"cũ", "mới"}


def _look_in(out: Path) -> None:
    """Begin a replacement and give it up."""
    with pytest.raises(ZeroDivisionError), replacing(out, SIGN):
        raise ZeroDivisionError


def test_an_exchange_is_offered_here(tmp_path: Path) -> None:
    """On Linux two folders change names in one step, so the folder is never away."""
    fill(tmp_path / "a", OLD)
    fill(tmp_path / "b", NEW)
    assert swap._exchange(tmp_path / "a", tmp_path / "b") is (sys.platform != "win32")
    assert (contents(tmp_path / "a"), contents(tmp_path / "b")) == (NEW, OLD)
    assert not swap._exchange(tmp_path / "a", tmp_path / "not there")


def test_what_fails_inside_changes_nothing(tmp_path: Path) -> None:
    """An exception in the block leaves the folder as it was, and no workshop."""
    out = tmp_path / "site"
    fill(out, OLD)
    _look_in(out)
    assert contents(out) == OLD
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("failing", ["rename", "both"])
def test_a_refused_swap_puts_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """When the new folder cannot be named, the old one gets its name back, or waits for the next run."""
    out = tmp_path / "site"
    fill(out, OLD)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "new" or (failing == "both" and self.name == "old"):
            raise PermissionError(13, "refused")
        return rename(self, target)

    monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        replace(out)
    monkeypatch.undo()
    if failing == "both":
        assert contents(tmp_path / ".site.kehoach" / "old") == OLD
        _look_in(out)
    assert contents(out) == OLD
    assert list(tmp_path.iterdir()) == [out]


def test_temporary_files_lie_in_the_workshop(tmp_path: Path) -> None:
    """So that a killed run leaves nothing elsewhere; afterwards they lie where they did before."""
    before = tempfile.gettempdir()
    with replacing(tmp_path / "site", SIGN):
        assert Path(tempfile.mkdtemp()).is_relative_to(tmp_path / ".site.kehoach")
    assert tempfile.gettempdir() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_second_one_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    """The second says so and touches nothing; when the first has ended, it may."""
    out = tmp_path / "site"

    def try_it() -> None:
        with pytest.raises(OccupiedError, match="Đang có một lệnh khác"):
            replace(out)

    with replacing(out, SIGN) as fresh:
        fill(fresh, OLD)
        assert in_child(try_it) == 0
        assert contents(fresh) == OLD
    assert contents(out) == OLD
    assert in_child(partial(replace, out)) == 0
    assert contents(out) == NEW


def test_a_lock_that_has_lost_its_name_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that the user before removed, between our opening and our locking, is taken anew."""
    out, lock = tmp_path / "site", swap._lock
    removed: list[int] = []

    def late(handle: int) -> None:
        if not removed:
            (tmp_path / ".site.kehoach" / "lock").unlink()
            removed.append(handle)
        lock(handle)

    def try_it() -> None:
        with pytest.raises(OccupiedError):
            replace(out)

    monkeypatch.setattr(swap, "_lock", late)
    with replacing(out, SIGN):
        assert in_child(try_it) == 0
    assert removed


def test_a_forked_worker_does_not_hold_the_lock(tmp_path: Path) -> None:
    """A worker that outlives its killed parent keeps nobody out."""
    out = tmp_path / "site"
    read, write = os.pipe()

    def parent() -> None:
        with replacing(out, SIGN):
            worker = os.fork()
            if worker == 0:
                time.sleep(60)
                os._exit(0)
            os.write(write, str(worker).encode())
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(parent) == -signal.SIGKILL
    worker = int(os.read(read, 20))
    try:
        replace(out)
    finally:
        os.kill(worker, signal.SIGKILL)
    assert contents(out) == NEW


def test_many_at_once_never_mix(tmp_path: Path) -> None:
    """Of many that start at once each replaces the folder whole or is refused, and none waits for ever."""
    out = tmp_path / "site"
    fill(out, {"data.json": "0"})

    def work(name: str) -> None:
        for _ in range(20):
            try:
                with replacing(out, SIGN) as fresh:
                    fill(fresh, {f"{part}.html": name for part in range(5)} | {"data.json": name})
            except OccupiedError:
                time.sleep(0.001)

    children = []
    for name in "abcd":
        child = os.fork()
        if child == 0:
            try:
                work(name)
            except BaseException:
                os._exit(1)
            os._exit(0)
        children.append(child)
    ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert ends == [0] * 4
    assert len(contents(out)) == 6
    assert len(set(contents(out).values())) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("strange", [{"thu.docx": "x"}, OLD | {".git/config": "x"}])
def test_a_folder_of_something_else_is_not_replaced(
    tmp_path: Path, strange: dict[str, str]
) -> None:
    """Documents, and a repository, stay: the caller is told before any work is done."""
    fill(tmp_path / "out", strange)
    with pytest.raises(OccupiedError, match="đang chứa thứ khác"):
        replace(tmp_path / "out")
    assert contents(tmp_path / "out") == strange


def test_an_empty_folder_is_replaced(tmp_path: Path) -> None:
    """A folder made beforehand keeps its permissions."""
    out = tmp_path / "out"
    out.mkdir(mode=0o700)
    replace(out)
    assert contents(out) == NEW
    assert stat.S_IMODE(out.stat().st_mode) == 0o700


def test_without_a_sign_other_files_stay(tmp_path: Path) -> None:
    """What is not made anew is in the new folder too: files, links, empty folders."""
    out = tmp_path / "out"
    fill(out, OLD | {".git/config": "x", "a/khac.txt": "y"})
    (out / "trong").mkdir()
    (out / "link").symlink_to("a")
    (out / "c").symlink_to("nowhere")
    replace(out, sign=None)
    assert (out / "trong").is_dir()
    assert (out / "link").readlink() == Path("a")
    (out / "link").unlink()
    assert contents(out) == OLD | NEW | {".git/config": "x", "a/khac.txt": "y"}


def test_a_link_is_followed(tmp_path: Path) -> None:
    """Where the place is a link to a folder, that folder is replaced and the link stays."""
    fill(tmp_path / "that", OLD)
    (tmp_path / "out").symlink_to("that")
    replace(tmp_path / "out")
    assert (tmp_path / "out").is_symlink()
    assert contents(tmp_path / "that") == NEW


def test_a_workshop_laid_by_somebody_else_is_refused(tmp_path: Path) -> None:
    """A link in the workshop's place is not followed: what it leads to would be cleared."""
    fill(tmp_path / "victim", {"new/thu.txt": "x"})
    (tmp_path / ".out.kehoach").symlink_to("victim")
    with pytest.raises(OccupiedError, match="đã có chủ"):
        replace(tmp_path / "out")
    assert contents(tmp_path / "victim") == {"new/thu.txt": "x"}
