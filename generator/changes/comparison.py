"""Two checked states set against each other: changes, totals, findings, and what cannot be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from generator.changes.compare import compare_libraries
from generator.changes.findings import FindingChanges, compare_findings, each
from generator.changes.names import plan_name
from generator.changes.values import Change, TotalMove
from generator.diagnostics import Diagnostic
from generator.model import REGISTRY_MODELS, Library, Registry
from generator.project import PLANS, REGISTRY

_READING = frozenset("YS")
"""Families of the findings that are made while a file is read, before any other check runs."""
_ACROSS = "X"
"""Family of the findings that are made only when every plan can be read."""


class CheckResult(Protocol):
    """A checked state; the pipeline's `Checked` is one."""

    @property
    def library(self) -> Library:
        """The plans that can be read, and the registry."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found, in order."""

    @property
    def sources(self) -> Mapping[str, Any]:
        """Id of every plan, readable or not, to anything; an empty id for the registry."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that cannot be compared, because it cannot be read on one side.

    Attributes:
        plan_id: The plan; empty for the registry.
        before: Whether it is the old side.
        diagnostics: Why: the findings that keep it from being read.
    """

    plan_id: str
    before: bool
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is to be told of two checked states.

    Attributes:
        changes: The changes, the most important first.
        totals: Plan id to the printed totals that moved, or whose parts did.
        findings: What became of the findings of the checks.
        unread: What could not be compared.
        names: Plan id to what readers call the plan.
        units: Unit id to its Vietnamese name.
    """

    changes: tuple[Change, ...]
    totals: Mapping[str, tuple[TotalMove, ...]]
    findings: FindingChanges
    unread: tuple[Unread, ...]
    names: Mapping[str, str]
    units: Mapping[str, str]


def compare_checked(old: CheckResult, new: CheckResult) -> Comparison:
    """Set two checked states against each other.

    A plan that cannot be read on one side is left out and named; the others are compared.

    Args:
        old: The state before.
        new: The state now.

    Returns:
        The comparison.
    """
    unread = (*_unread(old, before=True), *_unread(new, before=False))
    left_out = {one.plan_id for one in unread}
    then, now = ({one.plan_id for one in unread if one.before is side} for side in (True, False))
    libraries = _readable(old.library, new.library, left_out, _broken(old) | _broken(new))
    told = compare_libraries(*libraries)
    findings = compare_findings(
        [one for one in each(old.diagnostics) if _could_be_made(one, now)],
        [one for one in each(new.diagnostics) if one.blocks or _could_be_made(one, then)],
        told.moved,
        {plan_id: one.addresses for plan_id, one in told.plans.items()},
    )
    totals = {
        plan_id: moves
        for plan_id, one in told.plans.items()
        if (moves := tuple(move for move in one.moves if move.moved))
    }
    return Comparison(
        told.changes,
        totals,
        findings,
        unread,
        {plan.id: plan_name(plan) for library in libraries for plan in library.plans},
        {i: u.name for library in libraries for i, u in library.registry.units.items()},
    )


def _unread(side: CheckResult, *, before: bool) -> tuple[Unread, ...]:
    """Plans and registries that cannot be read on a side, each with the findings that say why."""
    readable = {plan.id for plan in side.library.plans}
    ids = [plan_id for plan_id in side.sources if plan_id and plan_id not in readable]
    if _broken(side):
        ids.insert(0, "")
    return tuple(
        Unread(
            plan_id,
            before,
            tuple(
                one
                for one in side.diagnostics
                if one.plan_id == plan_id and one.blocks and _is_of_reading(one)
            ),
        )
        for plan_id in ids
    )


def _broken(side: CheckResult) -> frozenset[str]:
    """Registries that cannot be read."""
    folder = f"{PLANS}/{REGISTRY}/"
    return frozenset(
        one.file.removeprefix(folder).partition(".")[0]
        for one in side.diagnostics
        if one.blocks and _is_of_reading(one) and one.file.startswith(folder)
    )


def _is_of_reading(one: Diagnostic) -> bool:
    return one.finding.rule.code[0] in _READING


def _could_be_made(one: Diagnostic, unread: set[str]) -> bool:
    """Whether the checks went far enough on the other side to make a finding, were it there."""
    if _is_of_reading(one):
        return True
    if "" in unread or one.plan_id in unread:
        return False
    return not unread or one.finding.rule.code[0] != _ACROSS


def _readable(
    old: Library, new: Library, left_out: set[str], broken: frozenset[str]
) -> tuple[Library, Library]:
    """Both without the plans that one side cannot read; a broken registry is that of the other."""
    registries = (
        _with_registries(old.registry, new.registry, broken),
        _with_registries(new.registry, old.registry, broken),
    )
    return (
        Library(tuple(p for p in old.plans if p.id not in left_out), registries[0]),
        Library(tuple(p for p in new.plans if p.id not in left_out), registries[1]),
    )


def _with_registries(own: Registry, other: Registry, broken: frozenset[str]) -> Registry:
    names = [name for name in REGISTRY_MODELS if name in broken]
    filled = {name: getattr(own, name) or getattr(other, name) for name in names}
    return own.model_copy(update=filled) if filled else own
