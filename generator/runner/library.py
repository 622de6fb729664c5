"""Runs the checks that see every plan at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Finding
from generator.model import Library, Plan
from generator.runner.examine import run_checks, waivers_for
from generator.runner.places import Sources, diagnose, in_order
from generator.runner.registry import REGISTRY_HOME
from generator.runner.waivers import judge


def check_library(library: Library, sources: Mapping[str, Sources]) -> tuple[Diagnostic, ...]:
    """Run the checks that see every plan at once.

    The path of such a finding begins with the plan's id and the part in one,
    `tay-ninh/1330-da-ubnd-2025/indicators`, or with a part of the registry.

    Args:
        library: Every plan; of each, what `seen_across` leaves is enough.
        sources: Plan id, or an empty text for the registry, to its sources.

    Returns:
        The diagnostics in order, with the verdict of each plan's waivers.
    """
    found = findings_across(library)
    told = [diagnose(finding, sources[""], REGISTRY_HOME) for finding in found[""]]
    for plan in library.plans:
        told += tell_across(plan, found[plan.id], sources)
    return in_order(told)


def findings_across(library: Library) -> dict[str, list[Finding]]:
    """Run the checks that see every plan at once.

    Args:
        library: Every plan; of each, what `seen_across` leaves is enough.

    Returns:
        Plan id, or an empty text for the registry, to its findings with paths in that plan.
    """
    found: dict[str, list[Finding]] = {"": [], **{plan.id: [] for plan in library.plans}}
    for finding in run_checks("check_library", library):
        plan_id, local = _split(finding)
        found[plan_id].append(local)
    return found


def tell_across(
    plan: Plan, findings: Sequence[Finding], sources: Mapping[str, Sources]
) -> tuple[Diagnostic, ...]:
    """Give a plan's findings their lines and the verdict of its waivers.

    Args:
        plan: The plan; its waivers are enough.
        findings: What the checks across plans found in it.
        sources: Plan id to sources; asked only where there is something to tell.

    Returns:
        The diagnostics.
    """
    found = [
        diagnose(one, sources[plan.id], sources[plan.id].get("plan", REGISTRY_HOME), plan.id)
        for one in findings
    ]
    judged = judge(found, waivers_for(plan, across_plans=True))
    faults = (
        diagnose(one, sources[plan.id], sources[plan.id]["plan"], plan.id)
        for one in judged.findings
    )
    return (*judged.diagnostics, *faults)


def _split(finding: Finding) -> tuple[str, Finding]:
    """Tell whose finding it is, and give it the path within that plan."""
    words = str(finding.path[0]).split("/", 2)
    if len(words) < 3:
        return "", finding
    province, plan, part = words
    return f"{province}/{plan}", replace(finding, path=(part, *finding.path[1:]), addends=())
