"""What is written about the project is true of the project."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
import pytest
import yaml

from generator import __version__
from generator.cli.app import app
from generator.diagnostics import Severity, Status
from generator.located.refusals import DEEPEST, LARGEST, MOST_VALUES
from generator.model import PART_MODELS, REGISTRY_MODELS, Comparator, Record, Target, Unit
from generator.pages.addresses import PLAN_SECTIONS
from generator.pipeline import Checked, check
from generator.project import Project
from generator.reporters import report
from generator.site.macros import macros
from generator.words import COVERAGE_STATES, short_target, target_words
from tests.second_reading.compare import COMPARISONS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
READINGS = ROOT / "tests" / "second_reading"
PAGES = sorted(DOCS.rglob("*.md"))
TOP = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")]
WRITTEN = [*TOP, ROOT / "LICENSE-DATA.md", *PAGES]
GUIDE = DOCS / "huong-dan" / "ma-hoa-ke-hoach.md"
GUIDE_PLAN = Path("plans") / "vi-du" / "02-kh-ubnd-2026"

GENERATED = re.compile(r"(\.\./)+(kiem-tra|du-lieu|co-quan)/")
"""Pages that the build makes; `mkdocs build --strict` resolves links to them."""

_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+?)(?: \{ ?#([\w-]+) ?\})?$", re.MULTILINE)
_FENCE = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)


def name_of(file: Path) -> str:
    """Path from the root, as the id of a test."""
    return file.relative_to(ROOT).as_posix()


def records(models: list[type[Record]]) -> Iterator[type[Record]]:
    """Every record that the models are made of, each once."""
    seen: set[type[Record]] = set()
    waiting = list(models)
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            yield model
            for field in model.model_fields.values():
                waiting += records_in(field.annotation)


def records_in(annotation: Any) -> list[type[Record]]:
    """Records that an annotation names, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    return [record for part in get_args(annotation) for record in records_in(part)]


def literals_in(annotation: Any) -> list[str]:
    """Fixed values that an annotation allows, however deep."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return [value for part in get_args(annotation) for value in literals_in(part)]


def vocabulary() -> set[str]:
    """Every key and fixed value that a plan or the registry may hold."""
    words = {str(value) for value in (*Severity, *Status)}
    for model in records([*PART_MODELS.values(), *REGISTRY_MODELS.values()]):
        for name, field in model.model_fields.items():
            words.add(field.alias or name)
            words.update(literals_in(field.annotation))
    return words


def anchors_of(page: Path) -> set[str]:
    """Anchors that headings give: the explicit one, else that of the hosting site."""
    return {
        explicit or re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        for title, explicit in _HEADING.findall(page.read_text("utf-8"))
    }


def test_the_glossary_explains_every_key_and_fixed_value() -> None:
    """Each field name and literal of the models stands in tu-vung.md, as code or as a term."""
    text = (DOCS / "huong-dan" / "tu-vung.md").read_text("utf-8")
    explained = set(re.findall(r"`([^`\n]+)`", text)) | set(re.findall(r"\| (\w+) (?=\|)", text))
    words = vocabulary()
    assert len(words) > 100
    assert sorted(words - explained) == []


@pytest.mark.parametrize("file", WRITTEN, ids=name_of)
def test_relative_links_lead_somewhere(file: Path) -> None:
    """Each relative link names a file that is there and a heading that it has."""
    broken = []
    for link in _LINK.findall(_CODE.sub("", file.read_text("utf-8"))):
        if re.match(r"https?://", link) or (file in PAGES and GENERATED.match(link)):
            continue
        path, _, anchor = link.partition("#")
        target = (file.parent / path).resolve() if path else file
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("file", PAGES, ids=name_of)
def test_links_of_a_page_stay_among_the_pages(file: Path) -> None:
    """A page of the site links to no file of the repository that the site does not have."""
    links = _LINK.findall(_CODE.sub("", file.read_text("utf-8")))
    paths = [link.partition("#")[0] for link in links if not link.startswith("http")]
    outside = [
        path
        for path in paths
        if path and not GENERATED.match(path) and (file.parent / path).resolve() not in PAGES
    ]
    assert outside == []


def test_every_page_is_in_the_navigation() -> None:
    """The navigation of mkdocs.yml lists each hand-written page, and only pages that are there."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = set(re.findall(r"((?:huong-dan|dev)/[\w-]+\.md)", text))
    assert listed == {page.relative_to(DOCS).as_posix() for page in PAGES}


def code_of(file: Path) -> str:
    """Code of a page, spans and blocks together."""
    return "\n".join(_CODE.findall(file.read_text("utf-8")))


def test_every_make_target_named_exists() -> None:
    """`make …` in any page is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for file in WRITTEN for name in re.findall(r"\bmake ([a-z-]+)", code_of(file))}
    assert {"site", "test"} <= named
    assert named - targets == set()


def test_every_command_named_exists_with_its_options() -> None:
    """`kehoach …` in any page is a command, and the options after it are options of it."""
    used = {
        (name, option)
        for file in WRITTEN
        for name, rest in re.findall(r"\bkehoach ([a-z]+)([^`\n#|]*)", code_of(file))
        for option in ["", *re.findall(r"(?<=\s)(--?[a-z][a-z-]*)", rest)]
    }
    known = {
        (name, option)
        for name in app.list_commands(click.Context(app))
        for command in (app.get_command(click.Context(app), name),)
        if command
        for one in (command, *getattr(command, "commands", {}).values())
        for option in ["", "--help", *(o for p in one.params for o in p.opts)]
    }
    assert ("check", "") in used
    assert used - known == set()


@pytest.mark.parametrize("file", PAGES, ids=name_of)
def test_only_pages_that_opt_in_hold_templates(file: Path, library: Checked) -> None:
    """Braces of a template stand only where `render_macros: true` does, and name our macros."""
    text = file.read_text("utf-8")
    calls = re.findall(r"\{\{ (\w+)\(\) \}\}", text)
    if "\nrender_macros: true\n" in text.split("---")[1]:
        assert calls
    else:
        assert not re.search(r"\{\{|\{%|\{#", text)
    assert len(calls) == text.count("{{")
    assert set(calls) <= set(macros(library))


def test_the_changelog_begins_with_this_version() -> None:
    """The newest version of CHANGELOG.md is that of the package and of pyproject.toml."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)[0] == __version__
    assert project["version"] == __version__


@pytest.fixture(scope="module")
def library(project: Project) -> Checked:
    """The plans of this repository."""
    return check(project)


@pytest.fixture
def guide(example: Project) -> Project:
    """The example project with the plan that the guide builds up, file by file."""
    for language, block in _FENCE.findall(GUIDE.read_text("utf-8")):
        first = block.partition("\n")[0]
        if language == "yaml" and first.startswith(f"# {GUIDE_PLAN}/"):
            file = example.root / first.removeprefix("# ")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block, encoding="utf-8")
    return example


def test_the_plan_of_the_guide_is_valid(guide: Project) -> None:
    """The files shown in the guide make a whole plan with one accepted discrepancy."""
    checked = check(guide, [guide.root / GUIDE_PLAN])
    assert [d.finding.message for d in checked.diagnostics if d.blocks] == []
    shown = {file.stem for file in (guide.root / GUIDE_PLAN).rglob("*.yaml")}
    assert shown == {*PART_MODELS} - {"annex"} | {"phu-luc"}
    accepted = [d for d in checked.diagnostics if d.status is Status.ACCEPTED]
    assert [d.finding.rule.code for d in accepted] == ["B104"]


def test_the_guide_shows_what_the_check_says(guide: Project) -> None:
    """Without its waiver, the plan of the guide gives exactly the output that is shown."""
    (guide.root / GUIDE_PLAN / "waivers.yaml").unlink()
    checked = check(guide, [guide.root / GUIDE_PLAN])
    shown = [
        block for language, block in _FENCE.findall(GUIDE.read_text("utf-8")) if language == "text"
    ]
    assert shown == [report("text", checked)]


def spoilt_copy(project: Project, tmp_path: Path, edit: tuple[str, str, str]) -> Project:
    """A copy of the plans in which one line is changed."""
    shutil.copytree(project.root / "plans", tmp_path / "plans")
    (tmp_path / "schema").mkdir()
    name, before, after = edit
    file = tmp_path / name
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")
    return Project(tmp_path)


def test_the_guide_to_corrections_shows_what_the_check_says(
    project: Project, tmp_path: Path
) -> None:
    """The typing mistake of sua-so-lieu.md gives the output that is shown, but for line numbers."""
    text = (DOCS / "huong-dan" / "sua-so-lieu.md").read_text("utf-8")
    blocks = dict(_FENCE.findall(text))
    removed, added = re.findall(r"^[-+] (.*)$", blocks["diff"], re.MULTILINE)
    file = re.search(r"plans/tay-ninh/\S+/annexes/[\w-]+\.yaml", text)
    assert file
    spoilt = spoilt_copy(project, tmp_path, (file[0], removed, added))
    said = report("text", check(spoilt))
    assert without_what_moves(blocks["text"]) == without_what_moves(said)


def without_what_moves(text: str) -> list[str]:
    """Lines of a report without line numbers and without the counts of what does not stop."""
    moved = re.sub(r"\.yaml:\d+:\d+", ".yaml", text)
    moved = re.sub(r"(cộng từ dòng: ).*", r"\1…", moved)
    return re.sub(r"; \d+ sai lệch .*", "", moved).splitlines()


def test_the_workflow_pins_actions_and_runs_no_foreign_text() -> None:
    """Actions carry a full commit hash, scripts no expression, and jobs only the rights they need."""
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    uses = re.findall(r"uses: (.+)$", text, re.MULTILINE)
    assert len(uses) == sum("uses" in step for step in steps) > 2
    assert [u for u in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", u)] == []
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in workflow["jobs"].items() if "permissions" in job] == ["deploy"]
    assert any(step.get("run") == ".ci/run" for step in steps)


def test_the_page_of_readings_counts_what_was_compared(library: Checked) -> None:
    """For each plan, rows, cells and differences are those that the comparison finds."""
    text = (DOCS / "huong-dan" / "doi-chieu.md").read_text("utf-8")
    sections = dict(re.findall(r"^## .*?\{ #([\w-]+) \}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.M))
    row = r"^\| (.+?) \| \**([\d.]+) dòng, ([\d.]+) ô\** \| \**([\d.]+)\** \|$"
    for plan in library.library.plans:
        results = {
            name: result
            for name, comparison in COMPARISONS.items()
            if (result := comparison(READINGS / plan.id, plan, library.library)) is not None
        }
        found = [(name, r.rows, r.cells, len(r.differences)) for name, r in results.items()]
        columns = zip(*(figures for _, *figures in found), strict=True)
        table = re.findall(row, sections[plan.province_id], re.MULTILINE)
        told = [(name, *(int(n.replace(".", "")) for n in numbers)) for name, *numbers in table]
        assert told == [*found, ("**Cộng**", *map(sum, columns))]


def test_the_reading_guide_uses_the_words_of_the_pages() -> None:
    """The guide explains each tab, state and comparator in the words that the pages use."""
    text = (DOCS / "huong-dan" / "doc-ke-hoach.md").read_text("utf-8")
    percent = Unit(name="%", kind="percent")
    words = [*COVERAGE_STATES.values(), *(title for _, title in PLAN_SECTIONS)]
    for comparator, low, high in FIGURES:
        target = Target.model_validate(
            {
                "period": 2030,
                "comparator": comparator,
                "value": low,
                "value_max": high,
                "text": "chữ",
            }
        )
        words += [target_words(target, percent), short_target(target)]
    assert [word for word in words if word.replace("\N{NO-BREAK SPACE}", " ") not in text] == []


FIGURES: tuple[tuple[Comparator, int | None, int | None], ...] = (
    ("=", 70, None),
    (">=", 90, None),
    (">", 80, None),
    ("<=", 5, None),
    ("<", 1, None),
    ("range", 60, 70),
    ("rank-within", 10, None),
    ("qualitative", None, None),
)
"""A target with every comparator, as the guide shows them."""


@pytest.mark.parametrize("file", PAGES, ids=name_of)
def test_tables_of_pages_set_no_alignment(file: Path) -> None:
    """An aligned column becomes a style attribute, which the pages' security policy blocks."""
    assert not re.search(r"^\|[-:| ]*(:-|-:)[-:| ]*\|$", file.read_text("utf-8"), re.MULTILINE)


def test_the_security_page_names_the_limits_of_the_reader() -> None:
    """Size, depth and number of values are those at which the reader stops."""
    text = (DOCS / "dev" / "security.md").read_text("utf-8")
    assert f"{LARGEST // 2**20} MiB, {DEEPEST} levels and {MOST_VALUES:,} values" in text
