"""Runs the checks that see every plan at once."""

from collections.abc import Iterator, Mapping, Sequence
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
    found: dict[str, list[Diagnostic]] = {"": [], **{plan.id: [] for plan in library.plans}}
    for finding in run_checks("check_library", library):
        plan_id, local = _split(finding)
        home = sources[plan_id].get("plan", REGISTRY_HOME)
        found[plan_id].append(diagnose(local, sources[plan_id], home, plan_id))
    judged = [d for plan in library.plans for d in _judge(plan, found[plan.id], sources)]
    return in_order([*found[""], *judged])


def _split(finding: Finding) -> tuple[str, Finding]:
    """Tell whose finding it is, and give it the path within that plan."""
    words = str(finding.path[0]).split("/", 2)
    if len(words) < 3:
        return "", finding
    province, plan, part = words
    return f"{province}/{plan}", replace(finding, path=(part, *finding.path[1:]), addends=())


def _judge(
    plan: Plan, found: Sequence[Diagnostic], sources: Mapping[str, Sources]
) -> Iterator[Diagnostic]:
    judged = judge(found, waivers_for(plan, across_plans=True))
    yield from judged.diagnostics
    for finding in judged.findings:
        yield diagnose(finding, sources[plan.id], sources[plan.id]["plan"], plan.id)
