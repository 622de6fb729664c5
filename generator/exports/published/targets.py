"""Published objectives and indicators, with owners and units resolved."""

from generator.exports.published.references import agencies, concept, province, unit
from generator.exports.published.values import JsonObject, figure, span, words
from generator.model import (
    Indicator,
    Objective,
    Observation,
    Plan,
    Registry,
    StatedTarget,
    Target,
)
from generator.tables import TableInput
from generator.tables.common import address


def published_objective(plan: Plan, item: Objective) -> JsonObject:
    """Make the published form of an objective.

    Args:
        plan: The plan that holds it.
        item: The objective.

    Returns:
        The objective, the indicators that it names and the figures that its prose gives.
    """
    return {
        "id": item.id,
        "address": address(plan, "muc-tieu/", item.id),
        "kind": item.kind,
        "code": item.code,
        "place": item.place,
        "wording": item.wording,
        "text": item.text,
        "indicators": words(item.indicators),
        "states": [{"indicator": stated.indicator, **_value(stated)} for stated in item.states],
        "note": item.note,
    }


def published_indicator(data: TableInput, plan: Plan, item: Indicator) -> JsonObject:
    """Make the published form of an indicator.

    Args:
        data: The library.
        plan: The plan that holds it.
        item: The indicator.

    Returns:
        The indicator with its owners, baselines and targets.
    """
    registry = data.library.registry
    owner = data.reader.read(item.owner)
    return {
        "id": item.id,
        "address": address(plan, "chi-tieu/", item.id),
        "code": item.code,
        "name": item.name,
        "place": item.place,
        "unit": unit(registry, item.unit),
        "theme": item.theme,
        "owners": agencies(registry, owner.leads + owner.coordinators),
        "owner_text": item.owner,
        "better": item.better,
        "concept": concept(registry, item.concept),
        "not_comparable": item.not_comparable,
        "baselines": [_baseline(registry, seen) for seen in item.baselines],
        "targets": [_target(target) for target in item.targets],
        "note": item.note,
    }


def _value(item: Observation | Target | StatedTarget) -> JsonObject:
    return {
        "period": span(item.period),
        "comparator": item.comparator,
        "value": figure(item.value),
        "value_max": figure(item.value_max),
        "text": item.text,
    }


def _baseline(registry: Registry, seen: Observation) -> JsonObject:
    return {
        **_value(seen),
        "area": province(registry, seen.area),
        "rank": seen.rank,
        "rank_of": seen.rank_of,
        "note": seen.note,
    }


def _target(target: Target) -> JsonObject:
    return {**_value(target), "per_year": target.per_year, "note": target.note}
