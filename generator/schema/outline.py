"""Finds what the JSON Schema says about a place in the data."""

from collections.abc import Mapping
from typing import Any

from generator.diagnostics import Path, PathKey
from generator.model.base import discriminate_row
from generator.schema.generate import schema_of

ROW_TAGS = frozenset({"group", "task"})


def expected_at(kind: str, data: object, path: Path) -> Mapping[str, Any]:
    """Find the schema of a value.

    Args:
        kind: Kind of file.
        data: All of its data.
        path: Keys from the top of the data, without the part.

    Returns:
        The schema there, references followed, the key's own description kept; empty where the
        schema knows no such place.
    """
    node = expected_at_top(kind, data)
    for key in path:
        data = _child(data, key)
        node = expected_below(kind, node, key, data)
    return node


def expected_at_top(kind: str, data: object) -> Mapping[str, Any]:
    """Find the schema of a whole file; `expected_below` goes on from there."""
    schema = schema_of(kind)
    return _settled(schema, schema, data)


def expected_below(
    kind: str, node: Mapping[str, Any], key: PathKey, data: object
) -> Mapping[str, Any]:
    """Find the schema of a value from that of the collection that holds it.

    Args:
        kind: Kind of file.
        node: Schema of the collection, as found here.
        key: The value's key or position.
        data: The value; of a row, its keys are enough.

    Returns:
        As for `expected_at`.
    """
    return _settled(schema_of(kind), _below(node, key), data)


def allowed_keys(node: Mapping[str, Any]) -> tuple[str, ...]:
    """Keys that an object may have, where they are a fixed list."""
    names = node.get("properties") or node.get("propertyNames", {}).get("enum", ())
    return tuple(names)


def _child(data: object, key: PathKey) -> object:
    try:
        return data[key]  # type: ignore[index]
    except (LookupError, TypeError):
        return None


def _below(node: Mapping[str, Any], key: PathKey) -> Mapping[str, Any]:
    if isinstance(key, int):
        return _node(node, "items")
    properties = _node(node, "properties")
    if key in properties:
        return _node(properties, key)
    patterned = tuple(_node(node, "patternProperties").values())
    return patterned[0] if patterned else _node(node, "additionalProperties")


def _node(node: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    child: Mapping[str, Any] = node.get(key) or {}
    return child


def _settled(schema: Mapping[str, Any], node: Mapping[str, Any], data: object) -> Mapping[str, Any]:
    """Follow a reference, and of several kinds of row take the one that this row means to be."""
    if "oneOf" in node:
        tag = discriminate_row(data)
        branches = (_settled(schema, branch, data) for branch in node["oneOf"])
        return next(branch for branch in branches if tag in branch["required"])
    if "$ref" in node:
        target = schema["$defs"][node["$ref"].rpartition("/")[2]]
        return {**target, **node}
    return node
