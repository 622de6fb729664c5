"""What an editor with the YAML language server shows while a plan is typed: the real server is run."""

import json
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.model import PART_MODELS, REGISTRY_MODELS
from generator.project import Project
from generator.schema import schema_name
from generator.schema.editor import FOLDER
from tests.conftest import ROOT
from tests.editing.language_server import SERVER, Json, LanguageServer

PLAN = "plans/tay-ninh/1330-da-ubnd-2025"
ANNEX = f"{PLAN}/annexes/phu-luc-1-2.yaml"
SETTINGS: Json = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def root(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the plans with the schemas that `kehoach schema --editor` makes."""
    root = tmp_path_factory.mktemp("soan-thao")
    shutil.copytree(project.root / "plans", root / "plans")
    (root / "schema").mkdir()
    assert main(["schema", "--editor", "--root", str(root)]) == 0
    return root


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[LanguageServer]:
    """The language server with the settings that this repository has for VS Code."""
    if not SERVER.is_file():
        pytest.fail("No yaml-language-server: run npm ci --ignore-scripts.")
    with LanguageServer(root, SETTINGS) as server:
        yield server


def changed(root: Path, file: str, before: str, after: str) -> tuple[str, int]:
    """A file with one text replaced, and the line, from 0, where it stands."""
    text = (root / file).read_text("utf-8")
    assert before in text
    at = text[: text.index(before)].count("\n")
    return text.replace(before, after, 1), at


def fresh(root: Path, file: str) -> Path:
    """A file of the same kind in a plan that is not open yet."""
    province, plan, name = file.removeprefix("plans/").split("/", 2)
    return root / "plans" / province / f"{plan}-{next(_numbers)}" / name


_numbers = count(1)


def test_every_plan_file_is_without_a_squiggle(root: Path, server: LanguageServer) -> None:
    """The schemas for editors accept every plan and registry that the check accepts."""
    files = sorted((root / "plans").rglob("*.yaml"))
    assert len(files) > 40
    found = {f.name: server.problems(f, f.read_text("utf-8")) for f in files}
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_keys_are_proposed_with_what_they_mean(root: Path, server: LanguageServer) -> None:
    """In a task, the keys that it lacks are proposed, each with its Vietnamese description."""
    before = "            lead: Sở Văn hóa, Thể thao và Du lịch\n"
    text, line = changed(root, ANNEX, before, "            \n")
    file = fresh(root, ANNEX)
    server.problems(file, text)
    proposed = server.completions(file, line, 12)
    assert proposed["lead"] == "Ô cơ quan chủ trì, nguyên văn."
    assert {"coordinators", "schedule", "result", "remark", "note"} <= set(proposed)
    assert not {"task", "title", "amounts", "stated"} & set(proposed)


def test_names_of_agencies_are_proposed(root: Path, server: LanguageServer) -> None:
    """After `lead:` every name and other spelling of the registry is proposed."""
    text, line = changed(root, ANNEX, "lead: Sở Nội vụ", "lead: ")
    file = fresh(root, ANNEX)
    server.problems(file, text)
    column = text.split("\n")[line].index("lead:") + len("lead: ")
    assert {"Sở Nội vụ", "UBND tỉnh", "Công an tỉnh"} <= set(server.completions(file, line, column))


def test_ids_are_proposed_with_their_names(root: Path, server: LanguageServer) -> None:
    """After `unit:` of a table the units of money are proposed, with their Vietnamese names."""
    text, line = changed(root, ANNEX, "unit: million-vnd", "unit: ")
    file = fresh(root, ANNEX)
    server.problems(file, text)
    proposed = server.completions(file, line, len("unit: "))
    assert proposed["million-vnd"] == "triệu đồng"
    assert "percent" not in proposed


def test_a_key_is_explained_under_the_pointer(root: Path, server: LanguageServer) -> None:
    """The pointer on a key shows in Vietnamese what belongs there, and little else."""
    text, line = changed(root, ANNEX, "lead: Sở Nội vụ", "lead: Sở Nội vụ")
    file = fresh(root, ANNEX)
    server.problems(file, text)
    told = server.hover(file, line, text.split("\n")[line].index("lead") + 1)
    assert "Nhiệm vụ" in told
    assert "Ô cơ quan chủ trì, nguyên văn." in told
    assert len(told) < 300


SQUIGGLES = (
    (ANNEX, "lead: Sở Nội vụ", "lead: Sở Nội vu", "tên cơ quan chưa có"),
    (ANNEX, "lead: Sở Nội vụ", "lead: Sở Nội vụ; Sở Vũ trụ", "tên cơ quan chưa có"),
    (f"{PLAN}/organisation.yaml", "agency: ", "agency: Sở Vũ trụ; ", "tên cơ quan chưa có"),
    (
        "plans/tien-giang/69-kh-ubnd-2025/indicators.yaml",
        "owner: ",
        "owner: Vụ ",
        "tên cơ quan chưa",
    ),
    (f"{PLAN}/plan.yaml", "issuer: ubnd-tinh", "issuer: ubnd-tin", "registry/agencies.yaml"),
    (f"{PLAN}/plan.yaml", "document: luat", "document: luot", "registry/documents.yaml"),
    (f"{PLAN}/indicators.yaml", "unit: percent", "unit: phan-tram", "registry/units.yaml"),
    (f"{PLAN}/indicators.yaml", "concept: pii", "concept: pi", "registry/concepts.yaml"),
    (ANNEX, 'task: "1"', "task: 1", "luôn đặt trong dấu nháy"),
    (ANNEX, "y2025: 450", "y2025: 4.50", "không dấu chấm"),
    (f"{PLAN}/plan.yaml", "kind: de-an", "kind: de", "Chọn một trong: de-an, ke-hoach"),
)


@pytest.mark.parametrize(("file", "before", "after", "words"), SQUIGGLES)
def test_what_is_not_known_is_underlined(
    root: Path, server: LanguageServer, file: str, before: str, after: str, words: str
) -> None:
    """An unknown agency, id or value is underlined where it stands, with a Vietnamese sentence."""
    text, line = changed(root, file, before, after)
    (problem,) = server.problems(fresh(root, file), text)
    assert words in problem["message"]
    start, end = problem["range"]["start"], problem["range"]["end"]
    assert start["line"] == end["line"] == line
    underlined = text.split("\n")[line][start["character"] : end["character"]]
    assert underlined.strip('" ') in text.split("\n")[line]
    assert after.split(": ", 1)[1].strip().split("; ")[0][:5] in underlined


def test_examples_of_rules_are_left_alone(root: Path, server: LanguageServer) -> None:
    """The bad examples of the rules are no plans: nothing in them is underlined."""
    text, _ = changed(root, ANNEX, "lead: Sở Nội vụ", "lead: Sở Vũ trụ")
    file = root / "generator/checks/examples/R101/bad/plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml"
    assert server.problems(file, text) == []


def test_settings_name_a_schema_for_every_kind_of_file() -> None:
    """Each kind of file has one line in the settings, whose schema the command makes."""
    associations = SETTINGS["yaml.schemas"]
    kinds = (*PART_MODELS, *REGISTRY_MODELS)
    assert set(associations) == {f"./schema/{FOLDER}/{schema_name(kind)}" for kind in kinds}
    for kind in kinds:
        pattern = associations[f"./schema/{FOLDER}/{schema_name(kind)}"][0]
        name = "annexes/*" if kind == "annex" else kind
        folder = "registry" if kind in REGISTRY_MODELS else "*/*"
        assert pattern == f"/plans/{folder}/{name}.yaml"
