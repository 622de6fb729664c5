"""`datapackage.json`: describes the CSV files as a Frictionless Data Package.

Profile: Tabular Data Package v1, which every Frictionless tool of today reads. Each column has
its type, its meaning and its constraints; keys are declared where the checks hold them true.
Size and hash let a reader see that a file is whole.
"""

import hashlib
from collections.abc import Iterator

from generator.exports.csv_files import csv_bytes
from generator.exports.data import (
    DATA_VERSION,
    DESCRIPTION,
    LICENCE_NAME,
    LICENCE_TITLE,
    LICENCE_URL,
    TITLE,
    ExportInput,
    File,
)
from generator.exports.json_files import json_bytes
from generator.exports.published.values import Json, JsonObject, words
from generator.model import Plan
from generator.tables import TABLES, ColumnSpec, Constraints, Table

FORMULA_NOTE = (
    "Tệp CSV giữ nguyên văn từng ô, kể cả ô bắt đầu bằng = + - @; muốn mở bằng phần mềm bảng "
    "tính thì dùng kehoach.xlsx, ở đó chữ luôn là chữ, không thành công thức."
)
LIST_NOTE = "Các mục nối bằng dấu «;»; dấu «;» hay «\\» trong một mục được ghi «\\;» hay «\\\\»."


def render(data: ExportInput) -> Iterator[File]:
    """Render the description of the CSV files.

    Args:
        data: Checked plans.

    Yields:
        `datapackage.json` with its bytes.
    """
    yield "datapackage.json", json_bytes(_package(data))


def _package(data: ExportInput) -> JsonObject:
    package: JsonObject = {
        "profile": "tabular-data-package",
        "name": "ke-hoach-mo",
        "title": TITLE,
        "description": f"{DESCRIPTION} {FORMULA_NOTE}",
        "version": DATA_VERSION,
        "licenses": [{"name": LICENCE_NAME, "title": LICENCE_TITLE, "path": LICENCE_URL}],
    }
    if data.data_date:
        package["created"] = f"{data.data_date.isoformat()}T00:00:00Z"
    if data.generated_from:
        package["generated_from"] = data.generated_from
    if data.library.plans:
        package["sources"] = [_source(plan) for plan in data.library.plans]
    package["resources"] = [_resource(data, table) for table in TABLES]
    return package


def _source(plan: Plan) -> JsonObject:
    meta = plan.meta
    source: JsonObject = {"title": f"{meta.number}, {meta.title}" if meta.number else meta.title}
    if meta.source.url:
        source["path"] = meta.source.url
    return source


def _resource(data: ExportInput, table: Table) -> JsonObject:
    content = csv_bytes(data.frames[table.name])
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "skipInitialSpace": False,
            "header": True,
        },
        "schema": _schema(table),
    }


def _schema(table: Table) -> JsonObject:
    schema: JsonObject = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.primary_key:
        schema["primaryKey"] = words(table.primary_key)
    if table.foreign_keys:
        links: list[Json] = [
            {
                "fields": words(link.fields),
                "reference": {"resource": link.table, "fields": words(link.references)},
            }
            for link in table.foreign_keys
        ]
        schema["foreignKeys"] = links
    return schema


def _field(column: ColumnSpec) -> JsonObject:
    listed = column.type == "list"
    field: JsonObject = {
        "name": column.name,
        "type": "string" if listed else column.type,
        "description": f"{column.description} {LIST_NOTE}" if listed else column.description,
    }
    if limits := _limits(column.constraints):
        field["constraints"] = limits
    return field


def _limits(constraints: Constraints) -> JsonObject:
    limits: JsonObject = {}
    if constraints.required:
        limits["required"] = True
    if constraints.unique:
        limits["unique"] = True
    if constraints.enum:
        limits["enum"] = words(constraints.enum)
    if constraints.pattern:
        limits["pattern"] = constraints.pattern
    if constraints.minimum is not None:
        limits["minimum"] = constraints.minimum
    if constraints.maximum is not None:
        limits["maximum"] = constraints.maximum
    return limits
