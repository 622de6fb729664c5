"""The published registry: provinces, agencies, documents, units and concepts as lists."""

from collections.abc import Mapping

from generator.exports.published.values import Json, JsonObject, day, words
from generator.model import (
    Agency,
    Concept,
    LegalDocument,
    Province,
    Registry,
    Unit,
)


def published_registry(registry: Registry) -> JsonObject:
    """Make the published form of the registry.

    Args:
        registry: The registry.

    Returns:
        Five lists; every item has its `id`.
    """
    return {
        "provinces": [_province(key, item) for key, item in registry.provinces.items()],
        "agencies": [_agency(key, item) for key, item in registry.agencies.items()],
        "documents": [_document(key, item) for key, item in registry.documents.items()],
        "units": _units(registry.units),
        "concepts": [_concept(key, item) for key, item in registry.concepts.items()],
    }


def _province(province_id: str, item: Province) -> JsonObject:
    return {
        "id": province_id,
        "name": item.name,
        "kind": item.kind,
        "code": item.code,
        "valid_from": day(item.valid_from),
        "valid_to": day(item.valid_to),
        "predecessors": words(item.predecessors),
        "document": item.document,
        "note": item.note,
    }


def _agency(agency_id: str, item: Agency) -> JsonObject:
    return {
        "id": agency_id,
        "name": item.name,
        "kind": item.kind,
        "collective": item.collective,
        "aliases": words(item.aliases),
        "predecessors": words(item.predecessors),
        "note": item.note,
    }


def _document(document_id: str, item: LegalDocument) -> JsonObject:
    return {
        "id": document_id,
        "kind": item.kind,
        "number": item.number,
        "title": item.title,
        "issuer": item.issuer,
        "issued_on": day(item.issued_on),
        "aliases": words(item.aliases),
        "note": item.note,
    }


def _units(units: Mapping[str, Unit]) -> list[Json]:
    return [
        {"id": key, "name": item.name, "kind": item.kind, "factor_vnd": item.factor_vnd}
        for key, item in units.items()
    ]


def _concept(concept_id: str, item: Concept) -> JsonObject:
    return {
        "id": concept_id,
        "name": item.name,
        "definition": item.definition,
        "unit": item.unit,
        "better": item.better,
        "note": item.note,
    }
