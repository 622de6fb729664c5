"""The static API: what there is, each table as JSON, and a description of all of it.

Everything is a file below `data/v1/`, so any static server answers. `index.json` is the way in;
`openapi.json` describes every address; `changelog.json` tells what was added when.
"""

from collections.abc import Iterator

from generator.exports.api.index import index
from generator.exports.api.openapi import description
from generator.exports.api.table_files import table_file
from generator.exports.data import ExportInput, File
from generator.exports.json_files import json_bytes
from generator.exports.published.values import Json, words
from generator.tables import TABLES
from generator.tables.releases import RELEASES


def render(data: ExportInput) -> Iterator[File]:
    """Render the files of the API that no other format writes.

    Args:
        data: Checked plans.

    Yields:
        `index.json`, `tables/<table>.json`, `openapi.json` and `changelog.json`.
    """
    yield "index.json", json_bytes(index(data))
    for table in TABLES:
        yield f"tables/{table.name}.json", json_bytes(table_file(data, table))
    yield "openapi.json", json_bytes(description())
    yield "changelog.json", json_bytes(_changelog())


def _changelog() -> list[Json]:
    return [
        {"version": item.version, "date": item.day.isoformat(), "changes": words(item.changes)}
        for item in RELEASES
    ]
