"""`index.json`: every plan and every file, for a program that knows nothing yet."""

from generator.exports.data import ExportInput
from generator.exports.json_files import head
from generator.exports.published.values import Json, JsonObject, day, span
from generator.model import Plan
from generator.tables import TABLES, Table
from generator.tables.common import address
from generator.tables.releases import RELEASES

WHOLE = {
    "openapi": "openapi.json",
    "changelog": "changelog.json",
    "everything": "all.json",
    "workbook": "kehoach.xlsx",
    "datapackage": "datapackage.json",
}
"""Files that hold or describe all of the data."""


def index(data: ExportInput) -> JsonObject:
    """Make the index.

    Args:
        data: Checked plans.

    Returns:
        Paths are relative to the index itself; `page` is relative to the site's root.
    """
    files: JsonObject = dict(WHOLE)
    return {
        **head(data),
        "version": RELEASES[0].version,
        "files": files,
        "plans": [_plan(plan) for plan in data.library.plans],
        "tables": [_table(data, table) for table in TABLES],
    }


def _plan(plan: Plan) -> Json:
    meta = plan.meta
    return {
        "id": plan.id,
        "province_id": plan.province_id,
        "number": meta.number,
        "kind": meta.kind,
        "short_title": meta.short_title,
        "issued_on": day(meta.issued_on),
        "period": span(meta.period),
        "page": address(plan, ""),
        "json": f"plans/{plan.id}.json",
        "stratml": f"stratml/{plan.id}.xml",
    }


def _table(data: ExportInput, table: Table) -> Json:
    return {
        "name": table.name,
        "title": table.title,
        "rows": len(data.frames[table.name]),
        "csv": f"{table.name}.csv",
        "json": f"tables/{table.name}.json",
    }
