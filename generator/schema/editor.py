"""Makes the schemas that editors use while one types: with the ids and names of the registry.

The committed schemas say what a file may hold in any project. These say besides which agencies,
documents, units, concepts and provinces this project knows, so they change with its registry.
"""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import get_args

from generator.model import Registry, base
from generator.model.registry import LegalDocument
from generator.schema.agency_cells import cell_pattern, names_of
from generator.schema.files import MODELS, schema_name
from generator.schema.generate import Node, schema_of

FOLDER = "editor"
"""Below `schema/`; made on each machine, never committed."""

_IDS: Mapping[tuple[str, str], str] = {
    ("PlanMeta", "issuer"): "agencies",
    ("PlanMeta", "implements"): "documents",
    ("Citation", "document"): "documents",
    ("Annex", "unit"): "money",
    ("BudgetStatement", "unit"): "money",
    ("FundingSource", "unit"): "money",
    ("Indicator", "unit"): "units",
    ("Indicator", "concept"): "concepts",
    ("Observation", "area"): "provinces",
    ("Agency", "predecessors"): "agencies",
    ("Concept", "unit"): "units",
    ("Province", "predecessors"): "provinces",
    ("Province", "document"): "documents",
}
"""Record and key to the registry whose ids belong there."""

_CELLS = frozenset(
    {("Task", "lead"), ("Task", "coordinators"), ("Indicator", "owner"), ("Duty", "agency")}
)
"""Texts that name agencies as printed."""

_CODE: str = get_args(base.Code)[1].pattern
_IN_QUOTES = "Số thứ tự luôn đặt trong dấu nháy."
_WHOLE = "Số nguyên viết liền, không dấu chấm, không dấu nháy: 1184374."
_DECIMAL = "Con số không dấu nháy; số lẻ viết bằng dấu chấm: 42.05."
_TEXT = "Cần một dòng chữ; con số hay câu có dấu hai chấm thì đặt trong dấu nháy."
_UNKNOWN_AGENCY = (
    "Có tên cơ quan chưa có trong plans/registry/agencies.yaml. Gõ nhầm thì sửa; văn bản viết như vậy "
    "thì thêm cách viết ấy vào aliases của cơ quan, rồi chạy kehoach schema --editor."
)


def editor_schemas(registry: Registry) -> dict[str, str]:
    """Make the schemas of every kind of file for the editors of a project.

    Args:
        registry: The project's registry; a registry that is empty limits nothing.

    Returns:
        File name to text, as `generate` makes the committed ones.
    """
    maker = _Maker(registry)
    return {
        schema_name(kind): json.dumps(maker.schema(kind), ensure_ascii=False, indent=1) + "\n"
        for kind in MODELS
    }


class _Maker:
    """The registry as the schemas need it."""

    def __init__(self, registry: Registry) -> None:
        self._choices = _choices(registry)
        names = names_of(registry.agencies)
        self._cell: Node | None = None
        if names:
            self._cell = {
                "pattern": cell_pattern(registry.agencies),
                "patternErrorMessage": _UNKNOWN_AGENCY,
                "defaultSnippets": [{"label": name, "body": name} for name in dict.fromkeys(names)],
            }

    def schema(self, kind: str) -> Node:
        """Schema of one kind of file."""
        schema = deepcopy(dict(schema_of(kind)))
        schema["$id"] = f"{schema['$id']}:{FOLDER}"
        self._adapt(MODELS[kind].__name__, schema)
        for name, definition in schema.get("$defs", {}).items():
            self._adapt(name, definition)
        return schema

    def _adapt(self, record: str, schema: Node) -> None:
        for key, node in schema.get("properties", {}).items():
            if (registry := _IDS.get((record, key))) and self._choices[registry]:
                _limit(node.get("items", node), registry, self._choices[registry])
            elif (record, key) in _CELLS and self._cell:
                node |= self._cell
            else:
                _explain(node)


def _limit(node: Node, registry: str, choices: Mapping[str, str]) -> None:
    file = "units" if registry == "money" else registry
    node.pop("pattern", None)
    node["enum"] = list(choices)
    node["enumDescriptions"] = list(choices.values())
    node["errorMessage"] = (
        f"Không có mã này trong plans/registry/{file}.yaml; bấm Ctrl+Space để chọn."
    )


def _explain(node: Node) -> None:
    """Say in Vietnamese what belongs in a place."""
    if "enum" in node:
        node["errorMessage"] = f"Chọn một trong: {', '.join(map(str, node['enum']))}."
    elif node.get("pattern") == _CODE:
        node["errorMessage"] = _IN_QUOTES
    elif told := _OF_TYPE.get(str(node.get("type"))):
        node["errorMessage"] = told
    for child in (node.get("items"), *node.get("patternProperties", {}).values()):
        if isinstance(child, dict):
            _explain(child)


_OF_TYPE = {"integer": _WHOLE, "number": _DECIMAL, "string": _TEXT}


def _choices(registry: Registry) -> dict[str, dict[str, str]]:
    """Registry to the ids in it, each with the name that a person knows it by."""
    units = {key: unit.name for key, unit in registry.units.items()}
    return {
        "agencies": {key: agency.name for key, agency in registry.agencies.items()},
        "documents": {key: _document(one) for key, one in registry.documents.items()},
        "provinces": {key: f"{p.kind} {p.name}" for key, p in registry.provinces.items()},
        "units": units,
        "money": {key: units[key] for key, unit in registry.units.items() if unit.factor_vnd},
        "concepts": {key: concept.name for key, concept in registry.concepts.items()},
    }


def _document(document: LegalDocument) -> str:
    return f"{' '.join(filter(None, (document.kind, document.number)))}: {document.title}"
