"""Checks before anything is written."""

from generator import pipeline
from generator.cli.console import tell
from generator.project import Project
from generator.reporters import report


def check_first(project: Project, step: pipeline.Progress) -> pipeline.Checked:
    """Check every plan, and go no further while an error stands.

    Args:
        project: The project.
        step: Told about each plan.

    Returns:
        The plans, without open errors.

    Raises:
        NotCleanError: Errors stand open; they have been told.
    """
    checked = pipeline.check(project, progress=step, wants_plans=True)
    try:
        pipeline.require_clean(checked)
    except pipeline.NotCleanError:
        step("")
        tell(report("text", checked).rstrip())
        raise
    return checked
