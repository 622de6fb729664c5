"""Documents to try the schemas with: full ones, spoilt ones, and those that lie in the project."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Path as DataPath
from generator.located import Located, read
from generator.schema.generate import schema_of

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "generator" / "checks" / "examples"
BASE = EXAMPLES / "base"

_DUMPER: Any = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper

PART_OF_KIND = {
    **{kind: kind for kind in ("plan", "objectives", "indicators", "actions", "budget")},
    **{kind: kind for kind in ("organisation", "waivers")},
    **{
        kind: f"registry/{kind}"
        for kind in ("provinces", "agencies", "documents", "units", "concepts")
    },
    "annex": "annexes/phu-luc-1",
}

_TEXTS = {
    r"^\S(.*\S)?$": "Một dòng chữ",
    "^[a-z0-9]+(-[a-z0-9]+)*$": "mot-ma",
    "^[0-9A-Za-zĐđ]+([.)(/-]*[0-9A-Za-zĐđ]+)*$": "II.1",
    "^[A-Z][0-9]{3}$": "B101",
    r"^https?://\S+$": "https://example.vn/van-ban",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "2025-09-22",
}


def full(kind: str) -> Any:
    """A valid document of a kind in which every key that may stand somewhere stands once."""
    schema = schema_of(kind)
    return _sample(schema, schema, 2)


def _sample(schema: Mapping[str, Any], node: Mapping[str, Any], depth: int) -> Any:
    if "$ref" in node:
        return _sample(schema, schema["$defs"][node["$ref"].rpartition("/")[2]], depth - 1)
    if "anyOf" in node:
        return 2025
    if "enum" in node:
        return node["enum"][0]
    if node["type"] == "object":
        return _object(schema, node, depth)
    if node["type"] == "array":
        return _array(schema, node, depth)
    return _scalar(node)


def _scalar(node: Mapping[str, Any]) -> Any:
    if node["type"] == "integer":
        return node["minimum"] + 1
    return (
        _TEXTS[node["pattern"]]
        if node["type"] == "string"
        else {"number": 42.05}.get(node["type"], True)
    )


def _object(schema: Mapping[str, Any], node: Mapping[str, Any], depth: int) -> Any:
    children = dict(node.get("properties", {}))
    for child in node.get("patternProperties", {}).values():
        children["mot-ma"] = child
    for name in node.get("propertyNames", {}).get("enum", ()):
        children[name] = node["additionalProperties"]
    return {key: _sample(schema, child, depth) for key, child in children.items()}


def _array(schema: Mapping[str, Any], node: Mapping[str, Any], depth: int) -> Any:
    if depth <= 0:
        return []
    items = node["items"]
    return [_sample(schema, item, depth) for item in items.get("oneOf", [items])]


def places(data: Any, path: DataPath = ()) -> Iterator[DataPath]:
    """Paths of all values of a document, the document itself first."""
    yield path
    for key in list(data) if isinstance(data, dict) else _positions(data):
        yield from places(data[key], (*path, key))


def _positions(data: Any) -> range:
    return range(len(data)) if isinstance(data, list) else range(0)


def value_at(data: Any, path: DataPath) -> Any:
    """Value at a path."""
    for key in path:
        data = data[key]
    return data


def replaced(data: Any, path: DataPath, value: Any) -> Any:
    """A copy with another value at a path."""
    if not path:
        return value
    copy = deepcopy(data)
    value_at(copy, path[:-1])[path[-1]] = value
    return copy


def without(data: Any, path: DataPath) -> Any:
    """A copy without the value at a path."""
    copy = deepcopy(data)
    del value_at(copy, path[:-1])[path[-1]]
    return copy


def located(data: Any) -> Located:
    """Data as if read from a file."""
    text = yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10**6)
    reading = read(text.encode())
    assert reading.problems == (), text
    assert reading.located is not None
    assert reading.located.data == data, text
    return reading.located


def part_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Parts of every plan and registry below a project's root, with their files."""
    for file in sorted((root / "plans").rglob("*.yaml")):
        folders = file.relative_to(root / "plans").with_suffix("").parts
        yield "/".join(folders if folders[0] == "registry" else folders[2:]), file
