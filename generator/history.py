"""Plans as they stood at any commit, each state of a plan read only once.

Git gives everything in a folder one id, so two commits in which a plan's folder has the same id
hold the same plan. Walking through a long history costs as much as its changes, not as much as
its commits times its plans.
"""

from collections.abc import Iterator, Mapping, Sequence
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
from generator.runner import CheckedRegistry, check_plan, read_registry


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
        sound: Whether the registry can be read as a whole.
    """

    library: Library
    unread: tuple[str, ...] = ()
    sound: bool = True


class PastLibraries:
    """Gives the plans of one commit after the other."""

    def __init__(self, root: Path) -> None:
        """Start with nothing read.

        Args:
            root: Root of the project, in the working tree of a repository.
        """
        self._root = root
        self._plans: dict[tuple[str, str], Plan | None] = {}
        self._registries: dict[str, CheckedRegistry] = {}

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
        registry = self._registries[trees.get(REGISTRY, "")]
        return PastLibrary(
            Library(tuple(plan for plan in plans.values() if plan), registry.registry),
            tuple(plan_id for plan_id, plan in plans.items() if plan is None),
            registry.sound,
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
                self._registries[registry] = read_registry(project)
            for plan_id in unread:
                folder = PlanFolder(project.root, *plan_id.split("/"))
                read = check_plan(folder, Registry(), in_depth=False)
                self._plans[plan_id, ids[plan_id]] = read.plan


@contextmanager
def _laid_out(root: Path, listed: Sequence[Entry]) -> Iterator[Project]:
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
        unread: Ids of plans that this version of the program cannot read at this commit.
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
    past, before = PastLibraries(root), Library((), Registry())
    told: list[Revision] = []
    for number, commit in enumerate(reversed(listed)):
        try:
            there = past.at(commit.id)
        except UsageError:
            continue
        after = carried_on(before, there)
        if (
            number or len(listed) <= most
        ):  # the oldest of a cut list only shows where the next began
            changes = compare(before, after)
            if changes or there.unread:
                told.append(Revision(commit, changes, there.unread))
        before = after
    return tuple(reversed(told))


def carried_on(before: Library, after: PastLibrary) -> Library:
    """Put what was read last in the place of what cannot be read.

    So a plan that is unreadable at some commits is not told as dropped and added again, and what
    changed in the meantime is told when it can be read once more.

    Args:
        before: What was known before.
        after: The plans of the next commit.

    Returns:
        What is known then.
    """
    kept = (plan for plan in before.plans if plan.id in after.unread)
    plans = sorted((*after.library.plans, *kept), key=lambda plan: plan.id)
    return Library(tuple(plans), (after.library if after.sound else before).registry)
