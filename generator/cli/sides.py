"""The two states that `kehoach diff` compares: revisions of git, or folders."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import pipeline
from generator.errors import UsageError
from generator.history import project_at
from generator.project import PLANS, Project
from generator.reporters.diff import SideName
from generator.revisions import merge_base, resolve

_SINCE_PARTING, _FROM_TO = "...", ".."
_TIP = "HEAD"
WORKING_TREE = "thư mục làm việc"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states.

    Attributes:
        name: How it is called.
        folder: Where it lies; None for a commit.
    """

    name: SideName
    folder: Path | None = None


def find_sides(project: Project, base: str, head: str | None) -> tuple[Side, Side]:
    """Find what two words name.

    Args:
        project: The project.
        base: A folder, a revision, `main...topic` for what `topic` did since it left `main`, or
            `main..topic` for both as they are.
        head: A folder or a revision; the working tree when left out.

    Returns:
        The state before and the state now.

    Raises:
        UsageError: A word names nothing, or there is one word too many.
    """
    for sign in (_SINCE_PARTING, _FROM_TO):
        if sign in base and not _is_folder(base):
            if head is not None:
                raise UsageError(f"«{base}» đã nêu cả hai phía; bỏ «{head}».")
            return _parted(project, base, sign)
    now = Side(SideName(WORKING_TREE), project.root) if head is None else _find(project, head)
    return _find(project, base), now


def _parted(project: Project, words: str, sign: str) -> tuple[Side, Side]:
    before, _, after = words.partition(sign)
    now = resolve(project.root, after or _TIP)
    then = resolve(project.root, before or _TIP)
    if sign == _SINCE_PARTING:
        then = merge_base(project.root, then, now)
    return Side(SideName(before or _TIP, then)), Side(SideName(after or _TIP, now))


def _find(project: Project, word: str) -> Side:
    """A path is a folder, another word is a revision where there is one, else a folder."""
    if not word.strip():  # of a script whose variable is not set
        raise UsageError("Tên phiên bản hay thư mục cần so để trống.")
    if _is_path(word):
        return _folder(word)
    try:
        return Side(SideName(word, resolve(project.root, word)))
    except UsageError:
        if _is_folder(word):
            return _folder(word)
        raise


def _is_path(word: str) -> bool:
    return word in {".", ".."} or word.startswith(("./", "../")) or Path(word).is_absolute()


def _is_folder(word: str) -> bool:
    return _is_path(word) or ("\0" not in word and (Path(word) / PLANS).is_dir())


def _folder(word: str) -> Side:
    folder = Path(word)
    if "\0" in word or not (folder / PLANS).is_dir():
        raise UsageError(f"«{word}» không phải thư mục dự án: bên trong không có «{PLANS}/».")
    return Side(SideName(word), folder.resolve())


def check_side(project: Project, side: Side, step: pipeline.Progress) -> pipeline.Checked:
    """Read and check one of the two states.

    Args:
        project: The project, in whose repository commits are looked up.
        side: The state.
        step: Told what is being done.

    Returns:
        What was checked and found.

    Raises:
        UsageError: It cannot be read as a whole.
    """
    with _laid_out(project, side) as there:
        return pipeline.check(
            there,
            progress=lambda what: step(f"{side.name.words}: {what}"),
            wants_plans=True,
        )


@contextmanager
def _laid_out(project: Project, side: Side) -> Iterator[Project]:
    if side.folder is not None:
        yield Project(side.folder)
    else:
        with project_at(project.root, side.name.commit or _TIP) as there:
            yield there
