"""Asks git what a folder holds at a revision, without touching the working tree.

Names, links and sizes in a tree are anybody's: nothing is written outside the given folder, no
link is followed, and a tree that is too large is refused before its content is read.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from generator.errors import UsageError

MOST_FILES = 20_000
MOST_BYTES = 512 * 2**20
"""Files of a revision, and bytes of them together, that are written out."""

_MOST_LISTED = 64 * 2**20
_LINK, _FILES = "120000", frozenset({"100644", "100755", "100664"})
_NOT_FOLLOWED = ".khong-di-theo-lien-ket"
"""Where a link of a revision leads: to nothing, so that whoever reads it says so."""

_TIMEOUT = 120
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Variables by which a hook tells git of the repository that it runs in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or a link of a revision.

    Attributes:
        path: Where it lies below the folder that was asked for, with forward slashes.
        object_id: Git's id of its content.
        size: Bytes of its content.
        is_link: Whether it is a link.
    """

    path: str
    object_id: str
    size: int
    is_link: bool


def resolve(root: Path, name: str) -> str:
    """Find the commit that a revision names.

    Args:
        root: A folder in the working tree of a repository.
        name: A branch, tag, hash, `HEAD~2`, or anything else that names a commit.

    Returns:
        The commit's full id.

    Raises:
        UsageError: It names none, the folder is in no repository, or git is not there.
    """
    if name.startswith("-") or "\0" in name:
        raise UsageError(f"«{name}» không phải là tên của một phiên bản git.")
    done = _run(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if done.returncode == 0:
        return done.stdout.decode().strip()
    inside = _run(root, "rev-parse", "--git-dir")
    if inside.returncode:
        raise UsageError(f"Thư mục «{root}» không ở trong kho git nào{_said(inside)}.")
    raise UsageError(
        f"Không có phiên bản git nào tên «{name}». Hãy ghi tên nhánh, tên thẻ, mã commit hoặc một "
        "thư mục dự án; nếu kho chỉ được tải một phần thì chạy «git fetch --unshallow» trước."
    )


def merge_base(root: Path, one: str, other: str) -> str:
    """Find the commit where two commits parted.

    Args:
        root: A folder in the working tree.
        one: Id of a commit.
        other: Id of another one.

    Returns:
        Id of their best common ancestor.

    Raises:
        UsageError: They have none, as far as the repository knows.
    """
    done = _run(root, "merge-base", one, other)
    if done.returncode:
        raise UsageError(
            f"Hai phiên bản {one[:12]} và {other[:12]} không có gốc chung trong kho này; nếu kho "
            "chỉ được tải một phần thì chạy «git fetch --unshallow» trước."
        )
    return done.stdout.decode().split()[0]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touched a folder.

    Attributes:
        id: Its full id.
        moment: When it was made.
        subject: First line of its message: anybody's text.
    """

    id: str
    moment: datetime
    subject: str


def commits(root: Path, below: str, most: int) -> tuple[Commit, ...]:
    """List the commits that touched a folder, along the first parents.

    Args:
        root: A folder in the working tree.
        below: A folder below `root`.
        most: How many of them, the newest first.

    Returns:
        The commits, the newest first; none when there is no repository, or when it was fetched
        without its history.
    """
    if _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() != b"false":
        return ()
    form = "--format=%H%x00%ct%x00%s"
    done = _run(root, "log", f"-{most}", "--first-parent", form, "--", f"{below}/")
    if done.returncode:
        return ()
    # Not splitlines: a subject may hold characters that it takes for the end of a line.
    lines = done.stdout.decode("utf-8", errors="replace").split("\n")
    parts = (line.split("\0", 2) for line in lines if line)
    return tuple(Commit(one, _moment(seconds), said) for one, seconds, said in parts)


def _moment(seconds: str) -> datetime:
    """A moment of git; one that no calendar reaches is the beginning of its time."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (OverflowError, OSError, ValueError):
        return datetime.fromtimestamp(0, UTC)


def folders(root: Path, commit: str, below: str) -> Mapping[str, str]:
    """List the folders of a revision with the ids of what they hold.

    Args:
        root: A folder in the working tree.
        commit: Id of a commit.
        below: A folder below `root`, with forward slashes.

    Returns:
        Path below that folder to git's id of everything in it; two folders with one id are the
        same down to the last byte. Empty when the folder is not in the revision.
    """
    found = {}
    for line in _list_tree(root, "-d", "-r", "-z", commit, "--", f"{below}/"):
        about, _, name = line.partition(b"\t")
        found[_below(name, below)] = about.split()[2].decode()
    return found


def entries(root: Path, commit: str, below: str) -> tuple[Entry, ...]:
    """List the files and links of a revision.

    Args:
        root: A folder in the working tree.
        commit: Id of a commit.
        below: A folder below `root`, with forward slashes.

    Returns:
        What lies in that folder at any depth; empty when the folder is not in the revision.

    Raises:
        UsageError: There is too much of it.
    """
    found = []
    for line in _list_tree(root, "-r", "-z", "-l", commit, "--", f"{below}/"):
        about, _, name = line.partition(b"\t")
        mode, _, object_id, size = about.decode().split()
        if mode == _LINK or mode in _FILES:
            found.append(Entry(_below(name, below), object_id, int(size), mode == _LINK))
    if len(found) > MOST_FILES:
        raise UsageError(f"Phiên bản {commit[:12]} có quá nhiều tệp trong «{below}/».")
    return tuple(found)


def write_out(root: Path, listed: Sequence[Entry], folder: Path, largest: int) -> None:
    """Write files of a revision into a folder.

    A link becomes one that leads nowhere. A file of more than `largest` bytes becomes one of the
    same size without content, so that whoever reads it refuses it for its size.

    Args:
        root: A folder in the working tree.
        listed: The files and links.
        folder: An empty folder that nobody else writes to.
        largest: Bytes up to which content is fetched.

    Raises:
        UsageError: A name that leads out of the folder, a file that the system refuses, or more
            than `MOST_BYTES` in all.
    """
    if sum(one.size for one in listed if one.size <= largest) > MOST_BYTES:
        raise UsageError(f"Các tệp của phiên bản này dài hơn {MOST_BYTES // 2**20} MiB.")
    # Links last: a malformed tree may name one like a folder that files are written into.
    with _Contents(root) as contents:
        for one in sorted(listed, key=lambda entry: entry.is_link):
            try:
                _write(one, _inside(folder, one.path), largest, contents)
            except (OSError, ValueError) as error:
                raise UsageError(f"Không đọc được «{one.path}» từ git: {error}.") from error


def _write(one: Entry, file: Path, largest: int, contents: "_Contents") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if one.is_link:
        file.symlink_to(_NOT_FOLLOWED)
        return
    with file.open("xb") as stream:
        if one.size > largest:
            stream.truncate(min(one.size, MOST_BYTES))
        else:
            stream.write(contents.read(one.object_id))


def _inside(folder: Path, path: str) -> Path:
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts):
        raise ValueError("tên tệp dẫn ra ngoài thư mục")
    return folder.joinpath(*parts)


def _below(name: bytes, below: str) -> str:
    return os.fsdecode(name).removeprefix(f"{below}/")


class _Contents:
    """One git process that hands out contents by their ids."""

    def __init__(self, root: Path) -> None:
        self._process = _start(root, "cat-file", "--batch", stdin=subprocess.PIPE)

    def __enter__(self) -> "_Contents":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def read(self, object_id: str) -> bytes:
        """Content of a blob.

        Raises:
            ValueError: Git does not have it.
        """
        asks, answers = _pipe(self._process.stdin), _pipe(self._process.stdout)
        asks.write(f"{object_id}\n".encode())
        asks.flush()
        head = answers.readline().split()
        if len(head) != 3 or head[1] != b"blob":
            raise ValueError("git không có nội dung của tệp này")
        size = int(head[2])
        return answers.read(size + 1)[:size]


def _list_tree(root: Path, *words: str) -> Iterator[bytes]:
    """Lines of `git ls-tree -z`, that of the folder itself left out.

    Raises:
        UsageError: There are too many, or git fails.
    """
    process = _start(root, "ls-tree", *words)
    with process:
        listed = _pipe(process.stdout).read(_MOST_LISTED + 1)
        if len(listed) > _MOST_LISTED:
            process.kill()
            raise UsageError("Phiên bản này có quá nhiều tệp.")
    if process.returncode:
        raise UsageError("Git không liệt kê được các tệp của phiên bản này.")
    return iter(line for line in listed.split(b"\0") if line)


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 - asked for when the process was started
    return stream


def _start(root: Path, *words: str, stdin: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # noqa: S603 - fixed words, our own root, and ids that git gave
            _command(root, words),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError as error:
        raise UsageError("Cần có chương trình git để đọc một phiên bản.") from error


def _run(root: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603 - no shell; a name that begins with a dash is refused
            _command(root, words),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_environment(),
            timeout=_TIMEOUT,
            check=False,
        )
    except OSError as error:
        raise UsageError("Cần có chương trình git để đọc một phiên bản.") from error
    except subprocess.TimeoutExpired as error:
        raise UsageError("Git không trả lời.") from error


def _command(root: Path, words: Sequence[str]) -> list[str]:
    return ["git", "-C", str(root), *words]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    return kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _said(done: "subprocess.CompletedProcess[bytes]") -> str:
    """What git complained about, on one line."""
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return f" ({lines[0]})" if lines else ""
