"""JSON: the published shape of a plan, and the file of everything."""

import json
from functools import cache
from typing import Any

from generator.exports import ExportInput
from generator.exports.json_files import everything, plan_files
from tests.exports.sample import HOSTILE, sample_input

PLAN = "plans/vi-du/01-kh-2025.json"
HEAD = ["schema_version", "generated_from", "data_date", "license"]
KEYS = [
    "id",
    "address",
    "province",
    "number",
    "kind",
    "title",
    "short_title",
    "issuer",
    "signer",
    "issued_on",
    "effective_on",
    "period",
    "vision_year",
    "summary",
    "legal_bases",
    "implements",
    "replaces",
    "replaced_by",
    "source",
    "coverage",
    "notes",
    "previous_ids",
    "objectives",
    "indicators",
    "actions",
    "annexes",
    "budget",
    "organisation",
    "findings",
]


@cache
def files() -> dict[str, bytes]:
    """The sample's JSON files by path."""
    return written(sample_input())


def written(data: ExportInput) -> dict[str, bytes]:
    """Every JSON file by path."""
    return dict((*plan_files(data), *everything(data)))


def plan() -> dict[str, Any]:
    """The sample plan as published."""
    published: dict[str, Any] = json.loads(files()[PLAN])
    return published


def test_there_is_one_file_a_plan_and_one_of_everything() -> None:
    """Plans lie at their own addresses."""
    assert list(files()) == [PLAN, "plans/vi-du/02-xau-2025.json", "all.json"]


def test_a_file_is_indented_utf8_text() -> None:
    """Files are readable: Vietnamese letters as such, two spaces, LF, a last line end."""
    text = files()[PLAN].decode("utf-8")
    assert text.startswith('{\n  "schema_version": "1",\n  "generated_from": "0123')
    assert "Sở Tài chính" in text
    assert text.endswith("}\n")
    assert "\r" not in text


def test_keys_are_in_their_documented_order() -> None:
    """The head comes first, then the keys of a plan in the order of its documentation."""
    assert list(plan()) == HEAD + KEYS
    assert list(json.loads(files()["plans/vi-du/02-xau-2025.json"])) == HEAD + KEYS


def test_ids_come_with_names() -> None:
    """Province, issuer, units and documents are resolved."""
    published = plan()
    assert published["province"] == {"id": "vi-du", "name": "Ví Dụ", "kind": "tỉnh"}
    assert published["issuer"] == {"id": "ubnd-tinh", "name": "Ủy ban nhân dân tỉnh"}
    assert published["replaces"][0]["document"]["number"] == "05/KH-UBND"
    assert published["indicators"][0]["unit"]["name"] == "%"
    assert published["indicators"][0]["owners"] == [
        {"id": "so-y-te", "name": "Sở Y tế"},
        {"id": "so-tai-chinh", "name": "Sở Tài chính"},
    ]


def test_figures_are_numbers_with_the_digits_that_were_written() -> None:
    """Decimals are neither rounded nor lengthened, whole figures have no point."""
    text = files()[PLAN].decode()
    indicator = plan()["indicators"][0]
    assert '"value": 42.05,' in text
    assert '"value": 0.1,' in text
    assert '"value": 60,' in text
    assert indicator["targets"][1]["per_year"] is True
    assert indicator["baselines"][0]["area"]["name"] == "Ví Dụ Cũ"


def test_tasks_have_agencies_time_and_dong() -> None:
    """A task tells who leads, when, and how much in đồng; a blank cell has no key."""
    group = plan()["annexes"][0]["rows"][0]
    first, second = group["rows"][0]["rows"]
    assert (group["type"], group["code"], first["type"], first["code"]) == (
        "group", "A", "task", "1",
    )  # fmt: skip
    assert [lead["id"] for lead in first["leads"]] == ["so-y-te"]
    assert first["schedule"]["start"] == 2025
    assert list(first["amounts"]) == ["y2025", "y2026-2030", "total"]
    assert first["amounts"]["y2025"] == {"amount": 0, "amount_vnd": 0}
    assert first["amounts"]["total"] == {"amount": 100, "amount_vnd": 100_000_000}
    assert second["amounts"] == {}
    assert second["schedule"]["due"] == "2026-06-30"


def test_findings_stand_with_their_plan() -> None:
    """Findings of a plan are in its file, those of the registry in the file of everything."""
    everything = json.loads(files()["all.json"])
    assert [item["status"] for item in plan()["findings"]] == ["open", "accepted", "open"]
    assert plan()["findings"][1]["difference"] == -80
    assert plan()["findings"][2]["difference"] == 0.1
    assert [item["code"] for item in everything["findings"]] == ["D104"]


def test_everything_holds_each_plan_as_in_its_own_file() -> None:
    """The file of everything repeats the plans without their heads, and the registry."""
    everything = json.loads(files()["all.json"])
    own = plan()
    assert everything["plans"][0] == {key: own[key] for key in KEYS}
    assert list(everything) == [*HEAD, "title", "plans", "registry", "findings"]
    assert [item["id"] for item in everything["registry"]["provinces"]] == [
        "vi-du", "vi-du-cu", "mau-cu",
    ]  # fmt: skip
    assert everything["registry"]["agencies"][0]["aliases"][1] == "Uỷ ban; nhân dân \\ tỉnh"


def test_hostile_text_comes_back_exactly() -> None:
    """Text that means harm is carried as it is."""
    published = json.loads(files()["plans/vi-du/02-xau-2025.json"])
    tasks = published["annexes"][0]["rows"][0]["rows"]
    assert tuple(task["title"] for task in tasks) == HOSTILE


def test_without_a_commit_the_head_says_so() -> None:
    """Outside git there is no commit and no day, and none is made up."""
    data = sample_input()
    bare = type(data)(data.library, data.diagnostics)
    head = json.loads(written(bare)["all.json"])
    assert (head["generated_from"], head["data_date"]) == (None, None)
