"""What each kind of change carries, as JSON."""

from collections.abc import Callable, Iterable, Mapping

from generator.changes import Change
from generator.changes.money import Money, difference, percent_change
from generator.changes.values import (
    Added,
    AgenciesChanged,
    AgencyName,
    AmountChanged,
    BaselineChanged,
    DeadlineChanged,
    Dropped,
    FieldChanged,
    Moved,
    PartlyChanged,
    ReadingChanged,
    Renamed,
    Renumbered,
    Reordered,
    TargetChanged,
    TotalChanged,
    TotalMove,
)
from generator.diagnostics import Number
from generator.model import Observation, Target, Unit
from generator.reporters.as_json import json_number
from generator.vietnamese import ScheduleReading

Json = object
JsonObject = dict[str, object]


def facts(change: Change) -> JsonObject:
    """What a change carries beside its kind, place and sentence.

    Args:
        change: The change.

    Returns:
        Keys that depend on the class of the change.
    """
    return _FACTS[type(change)](change)


def _arrival(change: Added | Dropped) -> JsonObject:
    return {"detail": change.detail, "money": _money(change.money)}


def _renamed(change: Renamed) -> JsonObject:
    return {"old": change.old, "new": change.new}


def _moved(change: Moved) -> JsonObject:
    return {
        "old": change.old,
        "new": change.new,
        "old_code": change.old_code,
        "new_code": change.new_code,
    }


def _renumbered(change: Renumbered) -> JsonObject:
    codes = [{"old": old, "new": new} for old, new in change.codes]
    return {"members": str(change.what), "codes": codes}


def _reordered(change: Reordered) -> JsonObject:
    return {"members_name": change.what}


def _target_changed(change: TargetChanged) -> JsonObject:
    return {
        "verdict": str(change.verdict),
        "indicator": change.indicator,
        "better": change.better,
        "old": _target(change.old, change.old_unit),
        "new": _target(change.new, change.new_unit),
        "difference": _number(change.difference),
        "percent": _number(change.percent),
    }


def _target(target: Target, unit: Unit) -> JsonObject:
    return {
        "period": str(target.period),
        "comparator": target.comparator,
        "value": _number(target.value),
        "value_max": _number(target.value_max),
        "per_year": target.per_year,
        "unit": unit.name,
        "text": target.text,
    }


def _baseline_changed(change: BaselineChanged) -> JsonObject:
    return {
        "old": _baseline(change.old, change.old_unit),
        "new": _baseline(change.new, change.new_unit),
    }


def _baseline(one: Observation, unit: Unit) -> JsonObject:
    return {
        "period": str(one.period),
        "area": one.area,
        "comparator": one.comparator,
        "value": _number(one.value),
        "value_max": _number(one.value_max),
        "rank": one.rank,
        "rank_of": one.rank_of,
        "unit": unit.name,
        "text": one.text,
    }


def _deadline_changed(change: DeadlineChanged) -> JsonObject:
    return {
        "verdict": str(change.verdict),
        "shift": change.shift,
        "old": _time(change.old, change.old_text),
        "new": _time(change.new, change.new_text),
    }


def _time(reading: ScheduleReading | None, text: str | None) -> JsonObject:
    due = reading.due if reading else None
    return {
        "text": text,
        "start": reading.start if reading else None,
        "end": reading.end if reading else None,
        "due": due.isoformat() if due else None,
        "recurrence": reading.recurrence if reading else None,
        "condition": reading.condition if reading else None,
    }


def _agencies_changed(change: AgenciesChanged) -> JsonObject:
    return {
        "role": str(change.role),
        "old": {"text": change.old_text, "agencies": _agencies(change.old)},
        "new": {"text": change.new_text, "agencies": _agencies(change.new)},
        "gained": _agencies(change.gained),
        "lost": _agencies(change.lost),
    }


def _reading_changed(change: ReadingChanged) -> JsonObject:
    return {
        "role": str(change.role),
        "rows": list(change.rows),
        "gained": _agencies(change.gained),
        "lost": _agencies(change.lost),
    }


def _agencies(agencies: Iterable[AgencyName]) -> list[JsonObject]:
    return [{"id": one.id or None, "name": one.name} for one in agencies]


def _amount_changed(change: AmountChanged) -> JsonObject:
    return {
        "column": change.column,
        **_exchange(change.old, change.new),
        "totals": [total_object(move) for move in change.carries],
    }


def _total_changed(change: TotalChanged) -> JsonObject:
    return {**_exchange(change.move.old, change.move.new), "total": total_object(change.move)}


def _exchange(old: Money | None, new: Money | None) -> JsonObject:
    percent = None
    if old and new and old.unit_id == new.unit_id:
        percent = percent_change(old.amount, new.amount)
    return {
        "old": _money(old),
        "new": _money(new),
        "difference": _money(difference(old, new)),
        "percent": _number(percent),
    }


def total_object(move: TotalMove) -> JsonObject:
    """A printed total before and after, with every way in which it is added up."""
    return {
        "plan_id": move.subject.plan_id,
        "path": move.subject.path,
        "name": move.subject.name,
        "verdict": str(move.verdict),
        "adds_up_before": move.added_up,
        "adds_up_now": move.adds_up,
        "printed_before": _money(move.old),
        "printed_now": _money(move.new),
        "computed": [
            {"parts": way.name, "before": _money(way.old), "now": _money(way.new)}
            for way in move.ways
        ],
    }


def _partly_changed(change: PartlyChanged) -> JsonObject:
    return {
        "what": change.what,
        "how": change.how,
        "members": str(change.members),
        "changed": list(change.changed),
        "unchanged": list(change.unchanged),
    }


def _field_changed(change: FieldChanged) -> JsonObject:
    return {
        "field": change.field,
        "label": change.label,
        "old": change.old,
        "new": change.new,
        "lost": list(change.lost),
        "gained": list(change.gained),
        "touches": list(change.touches),
    }


def _money(money: Money | None) -> JsonObject | None:
    if money is None:
        return None
    return {
        "amount": json_number(money.amount),
        "unit": money.unit_id,
        "unit_name": money.unit,
        "amount_vnd": _number(money.vnd),
    }


def _number(number: Number | None) -> int | float | None:
    return None if number is None else json_number(number)


_FACTS: Mapping[type[Change], Callable[..., JsonObject]] = {
    Added: _arrival,
    AgenciesChanged: _agencies_changed,
    AmountChanged: _amount_changed,
    BaselineChanged: _baseline_changed,
    DeadlineChanged: _deadline_changed,
    Dropped: _arrival,
    FieldChanged: _field_changed,
    Moved: _moved,
    PartlyChanged: _partly_changed,
    ReadingChanged: _reading_changed,
    Renamed: _renamed,
    Renumbered: _renumbered,
    Reordered: _reordered,
    TargetChanged: _target_changed,
    TotalChanged: _total_changed,
}
