"""Diagnostics written for people and for programs.

One module a format, each with `render(view) -> str`. To add a format: one module and one line
in `FORMATS`.
"""

from collections.abc import Callable, Mapping

from generator.reporters import as_json, github, markdown, sarif, text
from generator.reporters.view import CheckResult, Summary, View, look_at

__all__ = ["FORMATS", "CheckResult", "Summary", "View", "look_at", "report"]

FORMATS: Mapping[str, Callable[[View], str]] = {
    "text": text.render,
    "json": as_json.render,
    "github": github.render,
    "markdown": markdown.render,
    "sarif": sarif.render,
}


def report(
    format_name: str, checked: CheckResult, *, verbose: bool = False, color: bool = False
) -> str:
    """Write what was found.

    Args:
        format_name: A key of `FORMATS`.
        checked: What was checked and found.
        verbose: Also tell of notes and accepted discrepancies, in formats that leave them out.
        color: Use the colours of a terminal, in formats for one.

    Returns:
        The report, ending in a line feed.
    """
    return FORMATS[format_name](look_at(checked, verbose=verbose, color=color))
