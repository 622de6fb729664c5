"""Calls the checks of one kind, and tells whose waivers they answer to."""

from collections.abc import Iterator

from generator.checks import CHECKS
from generator.diagnostics import Finding
from generator.model import Plan
from generator.runner.waivers import Numbered


def run_checks(kind: str, *arguments: object) -> Iterator[Finding]:
    """Run every check that has a function of a name.

    Args:
        kind: `check_plan`, `check_registry` or `check_library`.
        arguments: What the function takes.

    Yields:
        The findings, check by check in the order of the registry.
    """
    for check in CHECKS:
        if function := getattr(check, kind, None):
            yield from function(*arguments)


def waivers_for(plan: Plan, *, across_plans: bool) -> Iterator[Numbered]:
    """Pick the waivers of a plan that answer to one kind of check.

    A rule whose module sees all plans is judged when all are there, and only then.

    Args:
        plan: The plan.
        across_plans: True for the checks that see all plans, False for all others.

    Yields:
        The waivers with their positions in `waivers.yaml`.
    """
    codes = {check.RULE.code for check in CHECKS if hasattr(check, "check_library")}
    for position, waiver in enumerate(plan.waivers.waivers):
        if (waiver.code in codes) is across_plans:
            yield position, waiver
