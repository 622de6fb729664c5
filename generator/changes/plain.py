"""Values that have no meaning of their own, told in words."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from generator.changes.fields import label_of, weight_of
from generator.changes.sides import At, Sides, subject
from generator.changes.values import FieldChanged
from generator.model import Period, Record, Registry
from generator.vietnamese import format_date, format_decimal
from generator.words import (
    AGENCY_KINDS,
    BETTER,
    COVERAGE_STATES,
    PLAN_KINDS,
    period_words,
    province_name,
)

_YEARS = frozenset({"vision_year", "start", "end"})
_WORDS: Mapping[str, Mapping[str, str]] = {
    "better": BETTER,
    "state": COVERAGE_STATES,
    "group_by": {"theme": "theo chủ đề", "agency": "theo cơ quan"},
    "schedule_in": {"column": "trong cột riêng", "title": "trong tên nhiệm vụ"},
    "schedule_means": {"span": "khoảng thời gian", "deadline": "hạn hoàn thành"},
    "wording": {"printed": "nguyên văn", "summary": "tóm tắt"},
    "of": {"groups": "số nhóm", "items": "số nội dung"},
    "comparator": {"range": "khoảng", "rank-within": "thuộc nhóm", "qualitative": "định tính"},
    "kind": {
        **PLAN_KINDS,
        **AGENCY_KINDS,
        "viewpoint": "quan điểm",
        "general": "mục tiêu chung",
        "specific": "mục tiêu cụ thể",
        "money": "tiền",
        "percent": "phần trăm",
        "rank": "thứ hạng",
        "count": "số lượng",
        "score": "điểm",
        "rate": "tỷ suất",
        "text": "chữ",
    },
}
"""Key to words for the values that the model fixes."""


def field_changed(
    sides: Sides, at: At, key: str, old: Record, new: Record, holder: type[Record] | None = None
) -> FieldChanged:
    """Tell that one value of a record is another one.

    Args:
        sides: The two states.
        at: Where the record stands.
        key: The name of the value in the model.
        old: The record before.
        new: The record now.
        holder: Class by which the value is named and weighed; that of the record if left out.

    Returns:
        The change.
    """
    record = holder or type(new)
    name = record.model_fields[key].alias or key
    before, after = getattr(old, key), getattr(new, key)
    lists = isinstance(before, tuple) and isinstance(after, tuple)
    gone = tuple(one for one in before if one not in after) if lists else ()
    come = tuple(one for one in after if one not in before) if lists else ()
    return FieldChanged(
        subject(sides, at.below(name)),
        field=name,
        label=label_of(record, name),
        weight=weight_of(record, name),
        old=shown(before, key, sides.old),
        new=shown(after, key, sides.new),
        lost=tuple(shown(one, key, sides.old) or "" for one in gone),
        gained=tuple(shown(one, key, sides.new) or "" for one in come),
    )


def shown(value: object, key: str, registry: Registry) -> str | None:
    """Say a value.

    Args:
        value: A value of a record.
        key: Its name in the model.
        registry: The registry that its ids point into.

    Returns:
        The value as Vietnamese readers write it; None where there is none.
    """
    match value:
        case None | "" | ():
            return None
        case str():
            return _WORDS.get(key, {}).get(value) or _registered(value, key, registry) or value
        case bool():
            return "có" if value else "không"
        case int() if key in _YEARS:
            return str(value)
        case int() | Decimal():
            return format_decimal(value)
        case date():
            return format_date(value)
        case Period():
            return period_words(value)
        case tuple():
            return "; ".join(shown(one, key, registry) or "" for one in value)
        case Mapping():
            return "; ".join(f"{k}: {shown(v, str(k), registry)}" for k, v in value.items())
        case Record():
            return "; ".join(
                words
                for name in type(value).model_fields
                if (words := shown(getattr(value, name), name, registry))
            )
        case _:
            return str(value)


def _registered(value: str, key: str, registry: Registry) -> str | None:
    """Name of what an id of the registry stands for; None for anything else."""
    if key == "issuer" and value in registry.agencies:
        return registry.agencies[value].name
    if key in {"unit"} and value in registry.units:
        return registry.units[value].name
    if key in {"concept"} and value in registry.concepts:
        return registry.concepts[value].name
    if key in {"document", "implements"} and value in registry.documents:
        return registry.documents[value].number or registry.documents[value].title
    if key == "area" and value in registry.provinces:
        return registry.provinces[value].name
    if key == "predecessors" and value in registry.provinces:
        return province_name(registry.provinces[value])
    if key == "predecessors" and value in registry.agencies:
        return registry.agencies[value].name
    return None
