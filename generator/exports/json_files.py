"""JSON: one file a plan, and one of everything, in a shape of our own.

`plans/<province>/<plan>.json` holds one plan (see `generator.exports.published.plan`), after
`schema_version`, `generated_from`, `data_date` and `license`. `all.json` holds the same four,
then `plans` (each as in its own file), `registry` and `findings` (those that belong to the
registry and to no plan). Every key of an object is always there; null means that the document
does not say. UTF-8, LF, two spaces of indentation, keys in a fixed order.
"""

from collections.abc import Iterator

from pydantic_core import to_json

from generator.exports.data import (
    DATA_VERSION,
    LICENCE_NAME,
    LICENCE_TITLE,
    LICENCE_URL,
    TITLE,
    ExportInput,
    File,
)
from generator.exports.published.findings import findings_of
from generator.exports.published.plan import published_plan
from generator.exports.published.registry import published_registry
from generator.exports.published.values import Json, JsonObject


def plan_files(data: ExportInput) -> Iterator[File]:
    """Render the file of each plan.

    Args:
        data: Checked plans.

    Yields:
        `plans/<province>/<plan>.json`, in the order of the library.
    """
    for plan in data.library.plans:
        published = published_plan(data.tables, plan)
        yield f"plans/{plan.id}.json", json_bytes({**head(data), **published})


def everything(data: ExportInput) -> Iterator[File]:
    """Render the file of everything.

    Args:
        data: Checked plans.

    Yields:
        `all.json`.
    """
    whole: JsonObject = {
        **head(data),
        "title": TITLE,
        "plans": [published_plan(data.tables, plan) for plan in data.library.plans],
        "registry": published_registry(data.library.registry),
        "findings": findings_of(data.diagnostics, ""),
    }
    yield "all.json", json_bytes(whole)


def json_bytes(value: Json) -> bytes:
    """Write a value as our JSON files are written.

    Args:
        value: The value.

    Returns:
        UTF-8 text with two spaces of indentation, keys as given, and a last line end.
    """
    return to_json(value, indent=2) + b"\n"


def head(data: ExportInput) -> JsonObject:
    """What every JSON file begins with: version of the shape, origin and licence.

    Args:
        data: Checked plans.

    Returns:
        `schema_version`, `generated_from`, `data_date`, `license`.
    """
    return {
        "schema_version": DATA_VERSION,
        "generated_from": data.generated_from,
        "data_date": data.data_date.isoformat() if data.data_date else None,
        "license": {"name": LICENCE_NAME, "title": LICENCE_TITLE, "url": LICENCE_URL},
    }
