"""For programs: every change with its figures, every total that moved, every finding.

The keys are a promise, see `docs/dev/diff.md`: new ones may come, none is renamed or goes.
"""

import json
from collections.abc import Iterable

from generator.changes import Change, details, sentence
from generator.changes.comparison import Unread
from generator.changes.findings import FindingChanges
from generator.diagnostics import Diagnostic
from generator.reporters.as_json import finding_object
from generator.reporters.diff.objects import Json, JsonObject, facts, total_object
from generator.reporters.diff.view import DiffView, SideName


def render(view: DiffView) -> str:
    """Write all that changed as one JSON object.

    Args:
        view: What changed.

    Returns:
        JSON in UTF-8; figures are numbers, text is as it stands in the plans.
    """
    comparison = view.comparison
    data: JsonObject = {
        "base": _side(view.base),
        "head": _side(view.head),
        "summary": _summary(view),
        "changes": [_change(change) for change in comparison.changes],
        "totals": [total_object(move) for moves in comparison.totals.values() for move in moves],
        "findings": _findings(comparison.findings),
        "unread": [_unread(one) for one in comparison.unread],
    }
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _side(side: SideName) -> JsonObject:
    return {"name": side.name, "commit": side.commit}


def _summary(view: DiffView) -> JsonObject:
    found = view.comparison.findings
    return {
        "changes": len(view.comparison.changes),
        "by_kind": dict(view.kinds()),
        "new_errors": found.new_errors,
        "gone_errors": found.gone_errors,
        "unchanged_findings": found.same,
    }


def _change(change: Change) -> JsonObject:
    subject = change.subject
    return {
        "kind": str(change.kind),
        "level": change.kind.level.name.lower(),
        "item": str(subject.item),
        "plan_id": subject.plan_id,
        "path": subject.path,
        "name": subject.name,
        "place": subject.where,
        "sentence": sentence(change),
        "details": list(details(change)),
        **facts(change),
    }


def _findings(found: FindingChanges) -> JsonObject:
    return {
        "new": _several(found.new),
        "gone": _several(found.gone),
        "changed": [
            {"before": _finding(before), "after": _finding(after)}
            for before, after in found.changed
        ],
    }


def _several(found: Iterable[Diagnostic]) -> list[Json]:
    return [_finding(one) for one in found]


def _finding(one: Diagnostic) -> JsonObject:
    return {"plan_id": one.plan_id, **finding_object(one)}


def _unread(one: Unread) -> JsonObject:
    return {
        "plan_id": one.plan_id,
        "side": "base" if one.before else "head",
        "findings": _several(one.diagnostics),
    }
