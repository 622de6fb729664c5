"""Makes the JSON Schema files from the models: what editors and other programs check with.

JSON Schema 2020-12. An absent key is no key at all, never null; objects are closed.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.model import Record
from generator.schema.files import MODELS, schema_name
from generator.schema.titles import TITLES

VERSION = "1.0.0"
"""Of the schemas; every change is told in schema/CHANGELOG.md.

Major: a file that was valid may no longer be. Minor: something new may be written. Patch: texts.
"""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Node = dict[str, Any]

_NAMED = ("$defs", "properties", "patternProperties")
_SINGLE = ("items", "propertyNames", "additionalProperties")
_SEVERAL = ("anyOf", "oneOf")
_NOISE: tuple[Any, ...] = (None, [], {})
_FIRST = ("$schema", "$id", "$comment", "title", "description", "type", "required")
_LAST = ("additionalProperties", "$defs")


def generate() -> dict[str, str]:
    """Make every JSON Schema file.

    Returns:
        File name to text, the same bytes for the same models: UTF-8, LF, two spaces.
    """
    return {
        schema_name(kind): json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"
        for kind in MODELS
    }


@cache
def schema_of(kind: str) -> Mapping[str, Any]:
    """JSON Schema of one kind of file.

    Args:
        kind: `plan`, `annex`, `agencies`.

    Returns:
        The schema; not to be changed.
    """
    model = MODELS[kind]
    body = _clean(model.model_json_schema(by_alias=True, mode="validation"))
    for name, definition in body.get("$defs", {}).items():
        body["$defs"][name] = _titled(definition, name)
    heading = {
        "$schema": DIALECT,
        "$id": f"urn:kehoach:schema:v{VERSION.split('.')[0]}:{kind}",
        "$comment": f"Kế hoạch mở, schema {VERSION}",
    }
    return _ordered(heading | _titled(body, _class_name(model)))


def _class_name(model: type[Record]) -> str:
    return model.__name__


def _titled(node: Node, name: str) -> Node:
    title = TITLES[name]
    return _ordered(node | {"title": title.title, "description": title.description})


def _clean(node: Node) -> Node:
    """Take out of a schema what pydantic says about Python: nulls, defaults, English titles."""
    node = _without_null(node)
    cleaned = {key: _clean_value(key, value) for key, value in node.items() if key != "title"}
    if cleaned.get("default") in _NOISE:
        cleaned.pop("default", None)
    if "patternProperties" in cleaned:
        cleaned["additionalProperties"] = False
    return _ordered(cleaned)


def _clean_value(key: str, value: Any) -> Any:
    if key in _NAMED:
        return {name: _clean(child) for name, child in value.items()}
    if key in _SEVERAL:
        return [_clean(child) for child in value]
    return _clean(value) if key in _SINGLE and isinstance(value, dict) else value


def _without_null(node: Node) -> Node:
    choices = node.get("anyOf")
    if not choices or {"type": "null"} not in choices:
        return node
    left = [choice for choice in choices if choice != {"type": "null"}]
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    return {**left[0], **rest} if len(left) == 1 else {"anyOf": left, **rest}


def _ordered(node: Node) -> Node:
    keys = [key for key in node if key not in _FIRST and key not in _LAST]
    order = (*_FIRST, *keys, *_LAST)
    return {key: node[key] for key in order if key in node}
