"""Plans as they stood at any commit, each state of a plan read only once.

Git gives everything in a folder one id, so two commits in which a plan's folder has the same id
hold the same plan. Walking through a long history costs as much as its changes, not as much as
its commits times its plans.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.changes import Change, compare
from generator.errors import UsageError
from generator.located.refusals import LARGEST
from generator.model import Library, Plan, Registry
from generator.project import PLANS, REGISTRY, PlanFolder, Project
from generator.revisions import Commit, Entry, commits, entries, folders, write_out
from generator.runner import check_plan, read_registry


@contextmanager
def project_at(root: Path, commit: str) -> Iterator[Project]:
    """Lay out the plans of a commit in a folder of their own, for as long as they are needed.

    Args:
        root: Root of the project, in the working tree of a repository.
        commit: Id of a commit, as `revisions.resolve` gives it.

    Yields:
        A project that holds `plans/` of that commit, in a folder that is gone afterwards.

    Raises:
        UsageError: Git cannot give the files, or there are too many.
    """
    with _laid_out(root, entries(root, commit, PLANS)) as project:
        yield project


@dataclass(frozen=True, slots=True)
class PastLibrary:
    """The plans of a commit.

    Attributes:
        library: The plans that can be read, and the registry. An unchanged plan is the same
            object as in the commits before.
        unread: Ids of the plans that cannot be read, as with an older form of the files.
    """

    library: Library
    unread: tuple[str, ...]


class PastLibraries:
    """Gives the plans of one commit after the other."""

    def __init__(self, root: Path) -> None:
        """Start with nothing read.

        Args:
            root: Root of the project, in the working tree of a repository.
        """
        self._root = root
        self._plans: dict[tuple[str, str], Plan | None] = {}
        self._registries: dict[str, Registry] = {}

    def at(self, commit: str) -> PastLibrary:
        """Read the plans of a commit.

        The checks are not run; a plan that does not validate is named as unread.

        Args:
            commit: Id of a commit, as `revisions.resolve` gives it.

        Returns:
            The plans and the registry.

        Raises:
            UsageError: Git cannot give the files, or there are too many.
        """
        trees = folders(self._root, commit, PLANS)
        ids = {
            path: tree
            for path, tree in trees.items()
            if path.count("/") == 1
            and not path.startswith((f"{REGISTRY}/", "."))
            and "/." not in path
        }
        self._read(commit, ids, trees.get(REGISTRY, ""))
        plans = {plan_id: self._plans[plan_id, ids[plan_id]] for plan_id in sorted(ids)}
        return PastLibrary(
            Library(
                tuple(plan for plan in plans.values() if plan is not None),
                self._registries[trees.get(REGISTRY, "")],
            ),
            tuple(plan_id for plan_id, plan in plans.items() if plan is None),
        )

    def _read(self, commit: str, ids: Mapping[str, str], registry: str) -> None:
        """Read what no commit before had in this state."""
        unread = [plan_id for plan_id, tree in ids.items() if (plan_id, tree) not in self._plans]
        wanted = [f"{plan_id}/" for plan_id in unread]
        if registry not in self._registries:
            wanted.append(f"{REGISTRY}/")
        if not wanted:
            return
        listed = [e for e in entries(self._root, commit, PLANS) if e.path.startswith(tuple(wanted))]
        with _laid_out(self._root, listed) as project:
            if registry not in self._registries:
                self._registries[registry] = read_registry(project).registry
            for plan_id in unread:
                folder = PlanFolder(project.root, *plan_id.split("/"))
                read = check_plan(folder, Registry(), in_depth=False)
                self._plans[plan_id, ids[plan_id]] = read.plan


@contextmanager
def _laid_out(root: Path, listed: "tuple[Entry, ...] | list[Entry]") -> Iterator[Project]:
    with TemporaryDirectory(prefix="kehoach-") as name:
        folder = Path(name).resolve()
        (folder / PLANS).mkdir()
        write_out(root, listed, folder / PLANS, LARGEST)
        yield Project(folder)


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit and what it changed in the plans.

    Attributes:
        commit: The commit.
        changes: What it changed, the most important first.
        unread: Ids of plans that this version of the program cannot read, before or after.
    """

    commit: Commit
    changes: tuple[Change, ...]
    unread: tuple[str, ...] = ()


def timeline(root: Path, most: int) -> tuple[Revision, ...]:
    """Tell what the last commits changed in the plans.

    Args:
        root: Root of the project.
        most: How many commits are looked at.

    Returns:
        Commits that changed something, the newest first. None where git knows no history.
    """
    listed = commits(root, PLANS, most + 1)
    past, before = PastLibraries(root), PastLibrary(Library((), Registry()), ())
    told: list[Revision] = []
    for number, commit in enumerate(reversed(listed)):
        try:
            after = past.at(commit.id)
        except UsageError:
            continue
        if number or len(listed) <= most:  # the oldest of a cut list only shows where the next began
            changes = compare(before.library, after.library)
            unread = tuple(sorted({*before.unread, *after.unread}))
            if changes or unread:
                told.append(Revision(commit, changes, unread))
        before = after
    return tuple(reversed(told))
