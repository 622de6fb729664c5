"""What changed between two states of the plans, written for people and for programs.

One module a format, each with `render(view) -> str`. To add a format: one module and one line in
`FORMATS`.
"""

from collections.abc import Callable, Mapping

from generator.reporters.diff import as_json, markdown, text
from generator.reporters.diff.view import DiffView, SideName

__all__ = ["FORMATS", "DiffView", "SideName", "report_diff"]

FORMATS: Mapping[str, Callable[[DiffView], str]] = {
    "text": text.render,
    "markdown": markdown.render,
    "json": as_json.render,
}


def report_diff(format_name: str, view: DiffView) -> str:
    """Write what changed.

    Args:
        format_name: A key of `FORMATS`.
        view: What changed, and how it is to be told.

    Returns:
        The report, ending in a line feed.
    """
    return FORMATS[format_name](view)
