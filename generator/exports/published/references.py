"""Ids of the registry with the names that a reader needs beside them."""

from collections.abc import Iterable

from generator.exports.published.values import Json, JsonObject, day
from generator.model import Registry


def province(registry: Registry, province_id: str | None) -> JsonObject | None:
    """A province: `id`, `name`, `kind`."""
    if province_id is None:
        return None
    found = registry.provinces.get(province_id)
    return {
        "id": province_id,
        "name": found.name if found else None,
        "kind": found.kind if found else None,
    }


def agency(registry: Registry, agency_id: str) -> JsonObject:
    """An agency: `id`, `name`."""
    found = registry.agencies.get(agency_id)
    return {"id": agency_id, "name": found.name if found else None}


def agencies(registry: Registry, agency_ids: Iterable[str]) -> list[Json]:
    """Agencies in the order given."""
    return [agency(registry, agency_id) for agency_id in agency_ids]


def document(registry: Registry, document_id: str) -> JsonObject:
    """A legal document: `id`, `kind`, `number`, `title`, `issuer`, `issued_on`."""
    found = registry.documents.get(document_id)
    return {
        "id": document_id,
        "kind": found.kind if found else None,
        "number": found.number if found else None,
        "title": found.title if found else None,
        "issuer": found.issuer if found else None,
        "issued_on": day(found.issued_on) if found else None,
    }


def unit(registry: Registry, unit_id: str | None) -> JsonObject | None:
    """A unit: `id`, `name`, `kind`, `factor_vnd`."""
    if unit_id is None:
        return None
    found = registry.units.get(unit_id)
    return {
        "id": unit_id,
        "name": found.name if found else None,
        "kind": found.kind if found else None,
        "factor_vnd": found.factor_vnd if found else None,
    }


def concept(registry: Registry, concept_id: str | None) -> JsonObject | None:
    """A concept that indicators of several provinces share: `id`, `name`."""
    if concept_id is None:
        return None
    found = registry.concepts.get(concept_id)
    return {"id": concept_id, "name": found.name if found else None}
