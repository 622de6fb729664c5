"""`openapi.json`: the addresses below `data/v1/` and what each answers (OpenAPI 3.1)."""

from generator.exports.api.shapes import (
    BOOLEAN,
    COMPONENTS,
    DAY,
    HEAD,
    INTEGER,
    NUMBER,
    STRING,
    array,
    maybe,
    obj,
    one_of,
    ref,
)
from generator.exports.data import DESCRIPTION, LICENCE_NAME, LICENCE_URL, TITLE
from generator.exports.parquet import is_cut, path_of
from generator.exports.published.values import Json, JsonObject
from generator.tables import TABLES, ColumnSpec, ColumnType, Table
from generator.tables.releases import RELEASES

_TYPES: dict[ColumnType, JsonObject] = {
    "string": STRING,
    "integer": INTEGER,
    "year": INTEGER,
    "number": NUMBER,
    "boolean": BOOLEAN,
    "date": DAY,
    "list": array(STRING),
}

_JSON, _CSV, _XML = "application/json", "text/csv", "application/xml"
_PARQUET = "application/vnd.apache.parquet"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def description() -> JsonObject:
    """Describe the API.

    Returns:
        An OpenAPI 3.1 document. Its one server is the folder that it lies in.
    """
    schemas: JsonObject = {**COMPONENTS, **{_shape_name(t): _table_shape(t) for t in TABLES}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "description": DESCRIPTION,
            "version": RELEASES[0].version,
            "license": {"name": LICENCE_NAME, "url": LICENCE_URL},
        },
        "servers": [{"url": ".", "description": "Thư mục chứa tệp này, data/v1/"}],
        "paths": _paths(),
        "components": {"schemas": schemas},
    }


def _paths() -> JsonObject:
    plan: list[Json] = [_parameter("province", "Mã tỉnh."), _parameter("plan", "Mã kế hoạch.")]
    paths: JsonObject = {
        "/index.json": _get("Danh mục kế hoạch, bảng và tệp", _JSON, ref("Index")),
        "/all.json": _get("Mọi kế hoạch và sổ dùng chung", _JSON, ref("Everything")),
        "/plans/{province}/{plan}.json": _get("Một kế hoạch", _JSON, ref("PlanFile"), plan),
        "/stratml/{province}/{plan}.xml": _get("Một kế hoạch, StratML", _XML, STRING, plan),
        "/kehoach.xlsx": _get("Mọi bảng trong một tệp Excel", _XLSX, None),
        "/datapackage.json": _get("Mô tả Frictionless", _JSON, {"type": "object"}),
        "/changelog.json": _get("Các thay đổi của dữ liệu mở", _JSON, ref("Changelog")),
        "/openapi.json": _get("Mô tả này", _JSON, {"type": "object"}),
    }
    for table in TABLES:
        paths[f"/{table.name}.csv"] = _get(f"Bảng {table.title}, CSV", _CSV, STRING)
        paths[f"/tables/{table.name}.json"] = _get(
            f"Bảng {table.title}", _JSON, ref(_shape_name(table))
        )
        cut = is_cut(table)
        paths[f"/{path_of(table, '{province}' if cut else None)}"] = _get(
            f"Bảng {table.title}{' của một tỉnh' if cut else ''}, Parquet",
            _PARQUET,
            None,
            plan[:1] if cut else None,
            "Không có tỉnh này",
        )
    return paths


def _get(
    summary: str,
    media: str,
    shape: JsonObject | None,
    parameters: list[Json] | None = None,
    missing: str = "Không có kế hoạch này",
) -> JsonObject:
    media_type: JsonObject = {"schema": shape} if shape else {}
    responses: JsonObject = {"200": {"description": summary, "content": {media: media_type}}}
    operation: JsonObject = {"summary": summary, "responses": responses}
    if parameters:
        operation["parameters"] = parameters
        responses["404"] = {"description": missing}
    return {"get": operation}


def _parameter(name: str, text: str) -> JsonObject:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": text,
        "schema": STRING,
    }


def _shape_name(table: Table) -> str:
    return f"table.{table.name}"


def _table_shape(table: Table) -> JsonObject:
    row = obj(**{column.name: _column_shape(column) for column in table.columns})
    return {
        **obj(**HEAD, table={"const": table.name}, rows=array(row)),
        "description": table.description,
    }


def _column_shape(column: ColumnSpec) -> JsonObject:
    limits = column.constraints
    shape = one_of(limits.enum) if limits.enum else _TYPES[column.type]
    always = limits.required or column.type == "list"
    return {**(shape if always else maybe(shape)), "description": column.description}
