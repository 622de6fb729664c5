"""Runs the registry, one plan, or all plans through reading, schema, checks and waivers.

What comes out are diagnostics with file, line and column. Nothing here raises because of what
stands in a file: whatever is wrong with it is a diagnostic.
"""

from generator.runner.files import why
from generator.runner.library import check_library
from generator.runner.outcome import Desk, Outcome, check_across
from generator.runner.parts import RawFolder, stray_files
from generator.runner.places import Source, Sources, in_order, path_at, place
from generator.runner.plan import CheckedPlan, check_files, check_plan, read_plan
from generator.runner.registry import CheckedRegistry, read_registry
from generator.runner.waivers import Judged, judge

__all__ = [
    "CheckedPlan",
    "CheckedRegistry",
    "Desk",
    "Judged",
    "Outcome",
    "RawFolder",
    "Source",
    "Sources",
    "check_across",
    "check_files",
    "check_library",
    "check_plan",
    "in_order",
    "judge",
    "path_at",
    "place",
    "read_plan",
    "read_registry",
    "stray_files",
    "why",
]
