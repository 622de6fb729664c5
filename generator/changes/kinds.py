"""Kinds of changes in their order of importance."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How much a change asks of who reviews it.

    Attributes:
        PROMISE: What was promised becomes less, later, or somebody else's; money; accepted
            discrepancies.
        CONTENT: Any other change of what the plan says.
        FORM: Names, numbers, order, and totals that follow their parts.
        TEXT: Words of the editors, which stand beside the document.
    """

    PROMISE = 1
    CONTENT = 2
    FORM = 3
    TEXT = 4


class Kind(StrEnum):
    """What a change means. The members stand in order of importance, the most important first."""

    PLAN_DROPPED = "plan-dropped"
    TARGET_LOWERED = "target-lowered"
    TARGET_DROPPED = "target-dropped"
    TARGET_POSTPONED = "target-postponed"
    INDICATOR_DROPPED = "indicator-dropped"
    OBJECTIVE_DROPPED = "objective-dropped"
    ANNEX_DROPPED = "annex-dropped"
    GROUP_DROPPED = "group-dropped"
    TASK_DROPPED = "task-dropped"
    DEADLINE_POSTPONED = "deadline-postponed"
    DEADLINE_DROPPED = "deadline-dropped"
    WAIVER_ADDED = "waiver-added"
    WAIVER_CHANGED = "waiver-changed"
    STATEMENT_DROPPED = "statement-dropped"
    TOTAL_CHANGED = "total-changed"
    AMOUNT_CHANGED = "amount-changed"
    MEANING_CHANGED = "meaning-changed"
    LEAD_CHANGED = "lead-changed"
    PARTLY_CHANGED = "partly-changed"

    PLAN_ADDED = "plan-added"
    PLAN_MOVED = "plan-moved"
    TARGET_RAISED = "target-raised"
    TARGET_ADDED = "target-added"
    TARGET_ADVANCED = "target-advanced"
    COMPARATOR_CHANGED = "comparator-changed"
    TARGET_CHANGED = "target-changed"
    BASELINE_CHANGED = "baseline-changed"
    INDICATOR_ADDED = "indicator-added"
    OBJECTIVE_ADDED = "objective-added"
    ANNEX_ADDED = "annex-added"
    GROUP_ADDED = "group-added"
    TASK_ADDED = "task-added"
    DEADLINE_ADVANCED = "deadline-advanced"
    DEADLINE_ADDED = "deadline-added"
    DEADLINE_CHANGED = "deadline-changed"
    STATEMENT_ADDED = "statement-added"
    COORDINATORS_CHANGED = "coordinators-changed"
    OWNER_CHANGED = "owner-changed"
    WAIVER_DROPPED = "waiver-dropped"
    CARD_CHANGED = "card-changed"
    COVERAGE_CHANGED = "coverage-changed"
    REGISTRY_CHANGED = "registry-changed"
    READING_CHANGED = "reading-changed"
    ITEM_DROPPED = "item-dropped"
    ITEM_ADDED = "item-added"
    CONTENT_CHANGED = "content-changed"

    RENAMED = "renamed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    REORDERED = "reordered"
    TOTAL_FOLLOWED = "total-followed"

    TEXT_CHANGED = "text-changed"

    @property
    def rank(self) -> int:
        """Position in the order of importance, from 0."""
        return _RANKS[self]

    @property
    def level(self) -> Level:
        """How much it asks of who reviews it."""
        return next(level for level, last in _LAST.items() if self.rank <= _RANKS[last])


_RANKS = {kind: rank for rank, kind in enumerate(Kind)}
_LAST = {
    Level.PROMISE: Kind.PARTLY_CHANGED,
    Level.CONTENT: Kind.CONTENT_CHANGED,
    Level.FORM: Kind.TOTAL_FOLLOWED,
    Level.TEXT: Kind.TEXT_CHANGED,
}
"""The last kind of each level."""


class Item(StrEnum):
    """What a change is about."""

    PLAN = "plan"
    ANNEX = "annex"
    COLUMN = "column"
    GROUP = "group"
    TASK = "task"
    INDICATOR = "indicator"
    TARGET = "target"
    BASELINE = "baseline"
    OBJECTIVE = "objective"
    STATED_TARGET = "stated-target"
    ACTION_GROUP = "action-group"
    ACTION_ITEM = "action-item"
    ANNOUNCED = "announced"
    STATEMENT = "statement"
    ADDEND = "addend"
    SOURCE = "source"
    DUTY = "duty"
    REPORT = "report"
    WAIVER = "waiver"
    CITATION = "citation"
    COVERAGE = "coverage"
    NOTE = "note"
    PROVINCE = "province"
    AGENCY = "agency"
    DOCUMENT = "document"
    UNIT = "unit"
    CONCEPT = "concept"
