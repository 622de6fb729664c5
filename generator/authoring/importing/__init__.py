"""Makes a draft of an annex or of indicators from a table in Word, Excel, CSV or plain text.

    bytes → reader of the format → lines and grids, each cell with its place → tables with
    headings → rows as a tree → data of a plan file and doubts → text in the form of `kehoach fmt`

What is stored is what is printed. Agencies, schedules and figures are read only to tell what a
person should look at.
"""

from typing import Literal

from generator.authoring.importing.annex_draft import Options, draft_annex
from generator.authoring.importing.columns import described
from generator.authoring.importing.draft import REVIEW, Doubt, Draft
from generator.authoring.importing.emit import draft_text
from generator.authoring.importing.errors import ImportRefusedError
from generator.authoring.importing.indicator_draft import PlanFacts, draft_indicators
from generator.authoring.importing.reading import MOST_BYTES, SUFFIXES, read_source
from generator.authoring.importing.roles import Role, as_indicator_heading, names_indicators
from generator.authoring.importing.tables import SourceTable, find_tables
from generator.model import Registry

__all__ = [
    "MOST_BYTES",
    "REVIEW",
    "SUFFIXES",
    "Doubt",
    "Draft",
    "ImportRefusedError",
    "Kind",
    "Options",
    "PlanFacts",
    "SourceTable",
    "described",
    "draft_of",
    "draft_text",
    "find_tables",
    "kind_of_table",
    "read_source",
]

Kind = Literal["annex", "indicators"]


def kind_of_table(table: SourceTable) -> Kind:
    """Say whether a table holds tasks or indicators, by its headings."""
    names = any(names_indicators(heading.label) for heading in table.headings)
    roles = {as_indicator_heading(heading).role for heading in table.headings}
    figures = bool(roles & {Role.TARGET, Role.BASELINE})
    return "indicators" if figures and (names or Role.UNIT in roles) else "annex"


def draft_of(
    table: SourceTable, kind: Kind, registry: Registry, options: Options, plan: PlanFacts
) -> Draft:
    """Make a draft of one table.

    Args:
        table: The table.
        kind: What it holds.
        registry: For units, agencies and provinces.
        options: What the user says.
        plan: The plan.

    Returns:
        The draft.
    """
    if kind == "indicators":
        return draft_indicators(table, registry, plan)
    return draft_annex(table, registry, options)
