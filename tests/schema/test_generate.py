"""The JSON Schema files: committed as generated, valid, closed, and readable in Vietnamese."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.schema import VERSION, drift, generate, schema_name
from generator.schema.files import MODELS
from generator.schema.titles import TITLES
from generator.schema.wording import patterns
from tests.schema.samples import ROOT

FILES = generate()
VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema, itself included."""
    yield node
    for key in ("properties", "$defs", "patternProperties"):
        for child in node.get(key, {}).values():
            yield from nodes(child)
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(node.get(key), dict):
            yield from nodes(node[key])
    for key in ("anyOf", "oneOf"):
        for child in node.get(key, []):
            yield from nodes(child)


def all_nodes() -> list[dict[str, Any]]:
    """Every schema of every file."""
    return [node for text in FILES.values() for node in nodes(json.loads(text))]


def test_committed_files_are_what_the_models_give() -> None:
    """The files in schema/ are up to date, byte for byte, with none missing or left over."""
    assert drift(ROOT) == ()


def test_drift_tells_missing_changed_and_surplus_files(tmp_path: Path) -> None:
    """Each file that is missing, changed or not generated is told by name."""
    folder = tmp_path / "schema"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    assert drift(tmp_path) == ()
    (folder / "plan.schema.json").unlink()
    (folder / "annex.schema.json").write_text(FILES["annex.schema.json"] + "\n", encoding="utf-8")
    (folder / "task.schema.json").write_text("{}", encoding="utf-8")
    told = drift(tmp_path)
    assert [sentence.split()[0] for sentence in told] == [
        "schema/annex.schema.json",
        "schema/plan.schema.json",
        "schema/task.schema.json",
    ]
    assert "khác" in told[0]
    assert "chưa có" in told[1]
    assert "xóa" in told[2]


def test_there_is_one_file_for_each_kind() -> None:
    """Each kind of file has its schema file, named after it."""
    assert list(FILES) == [schema_name(kind) for kind in MODELS]


@pytest.mark.parametrize("name", FILES)
def test_file_is_valid_json_schema(name: str) -> None:
    """Each file is valid against the metaschema of JSON Schema 2020-12 and says so."""
    schema = json.loads(FILES[name])
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:kehoach:schema:v1:{name.removesuffix('.schema.json')}"
    assert VERSION in schema["$comment"]


@pytest.mark.parametrize("name", FILES)
def test_text_is_tidy(name: str) -> None:
    """Files are two-space JSON with Vietnamese letters as such and one line end at the end."""
    text = FILES[name]
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    assert "\\u" not in text


def test_generating_again_gives_the_same() -> None:
    """Generation is deterministic, in the order of keys too."""
    assert generate() == FILES


def test_every_object_is_closed() -> None:
    """No object admits a key that the schema does not name or whose form it does not give."""
    for node in all_nodes():
        if node.get("type") == "object":
            extra = node["additionalProperties"]
            assert extra is False or node["propertyNames"]["enum"], node


def test_nothing_may_be_null() -> None:
    """Null is no type and no default anywhere: what is absent is left out."""
    for node in all_nodes():
        assert node.get("type") != "null"
        assert node.get("default", "") is not None
        assert node.get("default", "") not in ([], {})


def test_every_key_and_object_is_described_in_vietnamese() -> None:
    """Each key, each object and each file has a Vietnamese description; titles too are ours."""
    for node in all_nodes():
        described = [*node.get("properties", {}).values(), *node.get("$defs", {}).values()]
        for child in described:
            assert VIETNAMESE.search(child["description"]), child
        if "title" in node:
            assert VIETNAMESE.search(node["title"]), node
    assert all(VIETNAMESE.search(json.loads(text)["description"]) for text in FILES.values())


def test_titles_are_those_of_the_models_that_exist() -> None:
    """Every object in the files has a title, and no title is left over."""
    names = {name for text in FILES.values() for name in json.loads(text).get("$defs", {})}
    assert names | {model.__name__ for model in MODELS.values()} == set(TITLES)


def test_every_pattern_is_explained() -> None:
    """A text that does not fit a pattern is told in words, so every pattern needs words."""
    used = {n["pattern"] for n in all_nodes() if n.get("type") == "string" and "pattern" in n}
    in_words_of_the_model = {"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "^[0-9]{4}(-[0-9]{4})?$"}
    assert used - in_words_of_the_model == set(patterns())


def test_changelog_begins_with_the_version_of_the_files() -> None:
    """The newest entry of the changelog is for the version that the files bear."""
    changelog = (ROOT / "schema" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changelog, re.MULTILINE)[0] == VERSION
