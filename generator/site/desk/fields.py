"""The desk's forms, made from the schemas: a key of a file becomes a field with its own words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.schema import expected_below

Schema = Mapping[str, Any]
Field = dict[str, Any]

ROW_KIND = "kind_of_row"
"""Key by which the desk tells groups from tasks; no file has it."""

_LABELS = {"group": "Nhóm", "task": "Nhiệm vụ"}
_ITEM = "item"
_LONG = 200
_FIRST_CLAUSE = re.compile(r"^[^,.:;(]+")


@dataclass(frozen=True, slots=True)
class Form:
    """What the fields of one file have in common.

    Attributes:
        kind: Kind of file.
        columns: Ids of the columns of an annex.
        depth: How many levels of groups below the first one get a form.
    """

    kind: str
    columns: tuple[str, ...] = ()
    depth: int = 2


def fields_of(form: Form, schema: Schema) -> list[Field]:
    """Make the fields of an object.

    Args:
        form: What the file is.
        schema: Schema of the object, as `expected_below` gives it.

    Returns:
        One field a key, in the order of the model.
    """
    if schema.get("properties"):
        names, required = list(schema["properties"]), schema.get("required", ())
    elif schema.get("propertyNames", {}).get("enum"):
        names, required = list(schema["propertyNames"]["enum"]), ()
    else:
        names, required = list(form.columns), ()
    below = ((name, expected_below(form.kind, schema, name, {})) for name in names)
    return [
        field
        for name, node in below
        if (field := _field(form, name, node, required=name in required)) is not None
    ]


def _field(form: Form, name: str, schema: Schema, *, required: bool) -> Field | None:
    told = str(schema.get("description", ""))
    label = _FIRST_CLAUSE.match(told)
    common = {"name": name, "label": label[0] if label else name, "required": required}
    widget = _widget(form, schema)
    if widget is None:
        return None
    return common | ({"hint": told} if told else {}) | widget


def _widget(form: Form, schema: Schema) -> Field | None:
    if "enum" in schema:
        return {"widget": "select", "options": list(schema["enum"])}
    match schema.get("type"):
        case "array":
            return _list(form, schema)
        case "object":
            inner = fields_of(form, schema)
            return {"widget": "object", "fields": inner, "collapsed": "auto"} if inner else None
        case "boolean":
            return {"widget": "boolean"}
        case "integer" | "number" as kind:
            value_type = "int" if kind == "integer" else "float"
            limits = {to: schema[by] for by, to in _LIMITS.items() if by in schema}
            return {"widget": "number", "value_type": value_type, **limits}
    return _text(schema)


_LIMITS = {"minimum": "min", "maximum": "max"}


def _text(schema: Schema) -> Field:
    """Periods, days, ids and texts are all typed; what they must look like is told at once."""
    branches = schema.get("anyOf", (schema,))
    pattern = next((branch["pattern"] for branch in branches if "pattern" in branch), None)
    widget = "text" if schema.get("maxLength", 0) > _LONG else "string"
    return {"widget": widget} | ({"pattern": [pattern, _told(schema)]} if pattern else {})


def _told(schema: Schema) -> str:
    return str(schema.get("description") or "Giá trị chưa đúng mẫu.")


def _list(form: Form, schema: Schema) -> Field | None:
    items = schema.get("items", {})
    if "oneOf" in items:
        return _rows(form, schema)
    item = expected_below(form.kind, schema, 0, {})
    if item.get("type") != "object":
        return {"widget": "list", "field": {"name": _ITEM, "label": "Mục", **_text(item)}}
    if _is_recursive(schema, item):
        if form.depth == 0:
            return None
        form = Form(form.kind, form.columns, form.depth - 1)
    return {"widget": "list", "fields": fields_of(form, item), "collapsed": True}


def _is_recursive(schema: Schema, item: Schema) -> bool:
    """Whether an item holds a list of its own kind."""
    own = schema["items"].get("$ref")
    inner = item.get("properties", {}).values()
    return own is not None and any(node.get("items", {}).get("$ref") == own for node in inner)


def _rows(form: Form, schema: Schema) -> Field:
    """Rows of an annex: groups, as deep as the annex has them, and tasks."""
    inner = Form(form.kind, form.columns, form.depth - 1)
    tags = ("group", "task") if form.depth > 0 else ("task",)
    return {
        "widget": "list",
        "collapsed": True,
        "typeKey": ROW_KIND,
        "types": [
            {
                "name": tag,
                "label": _LABELS[tag],
                "widget": "object",
                "summary": f"{{{{fields.{tag}}}}} {{{{fields.title}}}}",
                "fields": fields_of(inner, expected_below(form.kind, schema, 0, {tag: ""})),
            }
            for tag in tags
        ],
    }
