"""The static API: described whole, and true to its description."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.exports import ExportInput, render
from generator.pipeline import check
from generator.project import Project
from generator.tables import TABLES, split
from generator.tables.releases import RELEASES
from generator.tables.spec import join
from tests.exports.sample import sample_input

CONTRACT = Path(__file__).with_name("v1.json")


@pytest.fixture(scope="module")
def real(project: Project) -> dict[str, bytes]:
    """Every file of the plans of this repository."""
    checked = check(project)
    return dict(render(ExportInput(library=checked.library, diagnostics=checked.diagnostics)))


@cache
def sample() -> dict[str, bytes]:
    """Every file of the sample."""
    return dict(render(sample_input()))


def described(files: dict[str, bytes]) -> dict[str, Any]:
    """The description among some files."""
    document: dict[str, Any] = json.loads(files["openapi.json"])
    return document


def shape_of(document: dict[str, Any], path: str) -> dict[str, Any]:
    """Schema of what an address answers, with the components that it refers to."""
    content = document["paths"][path]["get"]["responses"]["200"]["content"]
    return {**content["application/json"]["schema"], "components": document["components"]}


def template_of(path: str) -> str:
    """Address of a file as the description names it."""
    for folder in ("plans", "stratml"):
        if path.startswith(f"{folder}/"):
            return f"/{folder}/{{province}}/{{plan}}.{path.rsplit('.', 1)[1]}"
    if path.startswith("parquet/"):
        return re.sub(r"province_id=[^/]+", "province_id={province}", f"/{path}")
    return f"/{path}"


def test_the_description_is_valid_openapi(real: dict[str, bytes]) -> None:
    """An independent validator of OpenAPI 3.1 accepts it."""
    OpenAPIV31SpecValidator(described(real)).validate()


def test_every_file_is_described_and_every_description_has_a_file(real: dict[str, bytes]) -> None:
    """Addresses in the description are those of the files that are written."""
    assert {template_of(path) for path in real} == set(described(real)["paths"])


@pytest.mark.parametrize("source", ["real", "sample"])
def test_every_json_file_is_what_the_description_says(real: dict[str, bytes], source: str) -> None:
    """Each file holds exactly the keys, types and words of its shape."""
    files = real if source == "real" else sample()
    document = described(files)
    for path, content in files.items():
        if path.endswith(".json") and path not in {"openapi.json", "datapackage.json"}:
            validator = jsonschema.Draft202012Validator(shape_of(document, template_of(path)))
            assert [e.message for e in validator.iter_errors(json.loads(content))][:3] == [], path


def test_a_file_with_one_key_too_many_is_refused(real: dict[str, bytes]) -> None:
    """The shapes are closed: they would notice a key that nobody described."""
    document = described(real)
    index = json.loads(real["index.json"])
    index["plans"][0]["moi"] = 1
    validator = jsonschema.Draft202012Validator(shape_of(document, "/index.json"))
    assert len(list(validator.iter_errors(index))) == 1


def test_the_index_leads_to_files_that_exist(real: dict[str, bytes]) -> None:
    """Each path in the index is a file beside it, and the rows are counted."""
    index = json.loads(real["index.json"])
    paths = [*index["files"].values()]
    paths += [plan[kind] for plan in index["plans"] for kind in ("json", "stratml")]
    paths += [table[kind] for table in index["tables"] for kind in ("csv", "json")]
    assert set(paths) <= set(real)
    for table in index["tables"]:
        assert len(json.loads(real[table["json"]])["rows"]) == table["rows"]


def test_a_list_comes_back_as_it_was(real: dict[str, bytes]) -> None:
    """Semicolons and backslashes inside an item survive joining and splitting."""
    for items in ((), ("a",), ("a;b", "c\\", "\\;"), ("Uỷ ban; nhân dân \\ tỉnh", "b")):
        assert split(join(items)) == items


def contract(files: dict[str, bytes]) -> dict[str, Any]:
    """What readers depend on: addresses, columns and keys."""
    document = described(files)
    return {
        "paths": sorted(document["paths"]),
        "columns": {table.name: [c.name for c in table.columns] for table in TABLES},
        "keys": {
            name: list(shape["properties"])
            for name, shape in document["components"]["schemas"].items()
            if "properties" in shape and not name.startswith("table.")
        },
    }


def test_within_a_version_things_are_only_added(real: dict[str, bytes]) -> None:
    """Addresses, columns and keys of the last release are still there, columns in order."""
    released, now = json.loads(CONTRACT.read_text("utf-8")), contract(real)
    assert set(released["paths"]) <= set(now["paths"])
    for name, columns in released["columns"].items():
        assert now["columns"][name][: len(columns)] == columns, name
    for name, keys in released["keys"].items():
        assert set(keys) <= set(now["keys"][name]), name


def test_what_was_added_is_in_the_changelog(real: dict[str, bytes]) -> None:
    """An addition needs a new release: then the recorded contract is written anew.

    To record it: `python -m tests.exports.api.test_api`.
    """
    recorded = json.loads(CONTRACT.read_text("utf-8"))
    assert recorded["version"] == RELEASES[0].version
    assert {key: recorded[key] for key in ("paths", "columns", "keys")} == contract(real)


def test_releases_count_upwards_and_have_something_to_tell() -> None:
    """Newest first, days in order, every change a sentence."""
    versions = [tuple(map(int, item.version.split("."))) for item in RELEASES]
    assert versions == sorted(set(versions), reverse=True)
    assert [r.day for r in RELEASES] == sorted((r.day for r in RELEASES), reverse=True)
    assert all(change.endswith(".") for item in RELEASES for change in item.changes)


if __name__ == "__main__":
    written = {"version": RELEASES[0].version, **contract(sample())}
    CONTRACT.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", "utf-8")
