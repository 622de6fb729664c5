"""The input model: what a plan's YAML holds, strict and frozen.

`PART_MODELS` says which model reads which part of a plan, `REGISTRY_MODELS` the same for the
registry; the JSON Schema files are generated from the same two tables.
"""

from generator.model.actions import ActionGroup, ActionItem, Actions, Announced
from generator.model.annexes import (
    Amounts,
    Annex,
    Column,
    Group,
    Row,
    Schedule,
    Task,
    walk_tasks,
)
from generator.model.base import Better, Comparator, Period, Record, parse_period
from generator.model.budget import AnnexTotal, Budget, BudgetStatement, FundingSource
from generator.model.indicators import Indicator, Indicators, Observation, Target
from generator.model.library import Library, Plan
from generator.model.objectives import Objective, Objectives, StatedTarget
from generator.model.organisation import Duty, Organisation, Report
from generator.model.plan import Citation, Coverage, Note, PlanMeta, Section, Signer, Source
from generator.model.registry import (
    Agencies,
    Agency,
    Concept,
    Concepts,
    Documents,
    LegalDocument,
    Province,
    Provinces,
    Registry,
    Unit,
    Units,
)
from generator.model.waivers import Waiver, Waivers

PART_MODELS: dict[str, type[Record]] = {
    "plan": PlanMeta,
    "objectives": Objectives,
    "indicators": Indicators,
    "actions": Actions,
    "budget": Budget,
    "organisation": Organisation,
    "waivers": Waivers,
    "annex": Annex,
}

REGISTRY_MODELS: dict[str, type[Record]] = {
    "provinces": Provinces,
    "agencies": Agencies,
    "documents": Documents,
    "units": Units,
    "concepts": Concepts,
}

__all__ = [
    "PART_MODELS",
    "REGISTRY_MODELS",
    "ActionGroup",
    "ActionItem",
    "Actions",
    "Agencies",
    "Agency",
    "Amounts",
    "Annex",
    "AnnexTotal",
    "Announced",
    "Better",
    "Budget",
    "BudgetStatement",
    "Citation",
    "Column",
    "Comparator",
    "Concept",
    "Concepts",
    "Coverage",
    "Documents",
    "Duty",
    "FundingSource",
    "Group",
    "Indicator",
    "Indicators",
    "LegalDocument",
    "Library",
    "Note",
    "Objective",
    "Objectives",
    "Observation",
    "Organisation",
    "Period",
    "Plan",
    "PlanMeta",
    "Province",
    "Provinces",
    "Record",
    "Registry",
    "Report",
    "Row",
    "Schedule",
    "Section",
    "Signer",
    "Source",
    "StatedTarget",
    "Target",
    "Task",
    "Unit",
    "Units",
    "Waiver",
    "Waivers",
    "parse_period",
    "walk_tasks",
]
