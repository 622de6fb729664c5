"""What is kept of a plan once it is checked: little enough to be sent, and kept, for each of many."""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from generator.cache import Cache, fingerprint, of_checker
from generator.diagnostics import Diagnostic, Finding
from generator.model import Library, Plan, Registry, walk_tasks
from generator.project import PlanFolder
from generator.runner.across import seen_across
from generator.runner.library import findings_across, tell_across
from generator.runner.parts import RawFolder, SourcesAgain
from generator.runner.places import Sources, diagnose, in_order
from generator.runner.plan import CheckedPlan, check_files, read_plan
from generator.runner.registry import REGISTRY_HOME, CheckedRegistry
from generator.workers import is_worker

_ACROSS = frozenset({"plan.yaml", "indicators.yaml", "waivers.yaml"})
"""Files from which comes all that checks across plans see of a plan, and the lines of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of checking a plan.

    Attributes:
        fingerprint: Names the plan's files, the registry and what checks them.
        diagnostics: In order of file and line.
        is_readable: Whether every part could be read and validates.
        files: How many files lie in its folder.
        tasks: How many tasks its annexes hold.
        indicators: How many indicators it holds.
        across: What checks across plans see of it, pickled; empty when it is not readable.
        across_fingerprint: Names the files that this comes from.
        whole: The plan and its sources where somebody wants them, pickled where they had to be
            sent; otherwise None.
    """

    fingerprint: str
    diagnostics: tuple[Diagnostic, ...]
    is_readable: bool
    files: int
    tasks: int
    indicators: int
    across: bytes
    across_fingerprint: str
    whole: CheckedPlan | bytes | None


@dataclass(frozen=True)
class Desk:
    """What plans are checked with.

    Attributes:
        registry: The registry that they are checked against.
        cache: Where outcomes are kept.
        wants_plans: Whether somebody will ask for the plans and not only for the findings.
    """

    registry: CheckedRegistry
    cache: Cache
    wants_plans: bool

    @cached_property
    def shared(self) -> str:
        """Names what the outcome of every plan depends on."""
        return fingerprint((of_checker().encode(), self.registry.fingerprint.encode()))

    def fingerprint(self, files: RawFolder) -> str:
        """Name all that the outcome of a plan depends on."""
        return fingerprint((self.shared.encode(), files.fingerprint.encode()))

    def look_up(self, folder: PlanFolder) -> Outcome | None:
        """The outcome of the same files from another time, if it is kept."""
        if self.cache.folder is None:
            return None
        kept = self.cache.get(_key(self.fingerprint(read_plan(folder)), "outcome"))
        return kept if isinstance(kept, Outcome) else None

    def work_out(self, folder: PlanFolder, *, in_depth: bool) -> Outcome:
        """Read and check a plan, and keep what came of it.

        Args:
            folder: The plan's folder.
            in_depth: False for a plan that only stands beside those that are checked.
        """
        files = read_plan(folder)
        name = self.fingerprint(files)
        in_depth = in_depth and self.registry.sound
        checked = check_files(folder, files, self.registry.registry, in_depth=in_depth)
        outcome = _outcome(checked, files, name, self.registry.registry)
        if not in_depth and self.registry.sound:
            return outcome
        self.cache.put(_key(name, "outcome"), outcome)
        if not self.wants_plans:
            return outcome
        is_sent = is_worker()
        whole = (
            pickle.dumps(checked, pickle.HIGHEST_PROTOCOL) if is_sent or self.cache.folder else b""
        )
        self.cache.put(_key(name, "whole"), whole)
        return replace(outcome, whole=whole if is_sent else checked)

    def whole(self, folder: PlanFolder, outcome: Outcome) -> CheckedPlan:
        """The plan itself: as it was sent or is kept, and read again where it is neither."""
        whole = outcome.whole or self.cache.get(_key(outcome.fingerprint, "whole"))
        if isinstance(whole, bytes):
            whole = pickle.loads(whole)  # noqa: S301 - our own process, or our own folder
        if isinstance(whole, CheckedPlan):
            return whole
        return check_files(folder, read_plan(folder), self.registry.registry, in_depth=False)


def _key(name: str, kind: str) -> str:
    return fingerprint((kind.encode(), name.encode()))


def _outcome(checked: CheckedPlan, files: RawFolder, name: str, registry: Registry) -> Outcome:
    plan = checked.plan
    rows = [annex.rows for annex in plan.annexes.values()] if plan else []
    return Outcome(
        fingerprint=name,
        diagnostics=checked.diagnostics,
        is_readable=plan is not None,
        files=len(checked.sources),
        tasks=sum(1 for of_annex in rows for _ in walk_tasks(of_annex)),
        indicators=len(plan.indicators.indicators) if plan else 0,
        across=pickle.dumps(seen_across(plan, registry), pickle.HIGHEST_PROTOCOL) if plan else b"",
        across_fingerprint=fingerprint(
            part
            for file in files.files
            if file.entry.name in _ACROSS
            for part in (file.entry.name.encode(), file.content)
        ),
        whole=None,
    )


def check_across(desk: Desk, outcomes: Mapping[PlanFolder, Outcome]) -> tuple[Diagnostic, ...]:
    """Run the checks that see every plan at once; none when one of the plans is not readable.

    Args:
        desk: What the plans were checked with.
        outcomes: Every plan's.

    Returns:
        The diagnostics in order, with the verdict of each plan's waivers.
    """
    if not all(outcome.is_readable for outcome in outcomes.values()):
        return ()
    named = ((folder.plan_id, one.across_fingerprint) for folder, one in outcomes.items())
    key = fingerprint(part.encode() for part in ("across", desk.shared, *chain(*named)))
    kept = desk.cache.get(key)
    if isinstance(kept, tuple):
        return kept
    plans = tuple(pickle.loads(one.across) for one in outcomes.values())  # noqa: S301 - our own
    findings = findings_across(Library(plans, desk.registry.registry))
    sources = _SourcesByPlan(desk.registry.sources, outcomes)
    told = [diagnose(finding, sources[""], REGISTRY_HOME) for finding in findings[""]]
    for plan, one in zip(plans, outcomes.values(), strict=True):
        told += _tell(desk, one.across_fingerprint, plan, findings[plan.id], sources)
    found = in_order(told)
    desk.cache.put(key, found)
    return found


def _tell(
    desk: Desk, name: str, plan: Plan, findings: Sequence[Finding], sources: Mapping[str, Sources]
) -> tuple[Diagnostic, ...]:
    """What `tell_across` gives, without reading again a plan of which the same is to be told."""
    if not findings and not plan.waivers.waivers:
        return ()
    key = fingerprint(
        part.encode() for part in ("told", desk.shared, plan.id, name, repr(findings))
    )
    kept = desk.cache.get(key)
    if isinstance(kept, tuple):
        return kept
    told = tell_across(plan, findings, sources)
    desk.cache.put(key, told)
    return told


class _SourcesByPlan(Mapping[str, Sources]):
    """Sources of all plans, of which only those with a finding are read again."""

    def __init__(self, registry: Sources, folders: Iterable[PlanFolder]) -> None:
        self._folders = {folder.plan_id: folder for folder in folders}
        self._sources: dict[str, Sources] = {"": registry}

    def __getitem__(self, plan_id: str) -> Sources:
        if plan_id not in self._sources:
            self._sources[plan_id] = SourcesAgain(read_plan(self._folders[plan_id]))
        return self._sources[plan_id]

    def __iter__(self) -> Iterator[str]:
        return iter(("", *self._folders))

    def __len__(self) -> int:
        return 1 + len(self._folders)
