"""The guides for editors are tried step by step: what they tell to type gives what they show."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.authoring.formatting import format_part
from generator.cli.main import main
from generator.pipeline import check
from generator.project import Project
from generator.reporters import report
from generator.site.desk.config import PART_TITLES
from tests.conftest import ROOT

GUIDES = ROOT / "docs" / "huong-dan"
PLAN = Path("plans") / "vi-du" / "02-kh-ubnd-2026"

_FENCE = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)


def blocks(guide: str) -> list[tuple[str, str]]:
    """Blocks of code of a guide, in order: language and text."""
    return _FENCE.findall((GUIDES / f"{guide}.md").read_text("utf-8"))


def files_shown() -> Iterator[tuple[str, str]]:
    """Each file that the guide to encoding builds up: path and text."""
    for language, block in blocks("ma-hoa-ke-hoach"):
        first = block.partition("\n")[0]
        if language == "yaml" and first.startswith(f"# {PLAN.as_posix()}/"):
            yield first.removeprefix("# "), block


@pytest.fixture
def encoded(example: Project) -> Project:
    """The example project with the plan that the guide to encoding builds up."""
    for name, text in files_shown():
        file = example.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return example


def apply(block: str, folder: Path) -> None:
    """Make a change that a guide shows, in the one file where its old lines stand."""
    lines = block.rstrip("\n").split("\n")
    before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    (file,) = [f for f in folder.rglob("*.yaml") if before in f.read_text("utf-8")]
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


def said(project: Project) -> str:
    """What `kehoach check` says of the plan, with plain spaces."""
    checked = check(project, [project.root / PLAN])
    return report("text", checked).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def followed(tmp_path: Path) -> Project:
    """The plans of this repository and what a reader adds who follows the guide to encoding."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    (tmp_path / "schema").mkdir()
    for language, block in blocks("ma-hoa-ke-hoach"):
        first, _, rest = block.partition("\n")
        if language == "yaml" and first.startswith("# plans/registry/"):
            with (tmp_path / first.removeprefix("# ")).open("a", encoding="utf-8") as registry:
                registry.write(rest)
    return Project(tmp_path)


def test_the_guide_can_be_followed_in_this_repository(followed: Project) -> None:
    """Nothing is missing to the made-up plan: its province and what it cites are added first."""
    scripts = [block for language, block in blocks("ma-hoa-ke-hoach") if language == "sh"]
    (command,) = [line for script in scripts for line in script.splitlines() if " new plan" in line]
    assert main([*command.split()[1:], "--root", str(followed.root)]) == 0
    for name, text in files_shown():
        file = followed.root / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for words in (["check", str(followed.root / PLAN)], ["fmt", "--check"]):
        assert main([*words, "--root", str(followed.root)]) == 0


def test_files_of_the_guide_are_in_the_common_form() -> None:
    """Whoever copies a file from the guide has nothing to format."""
    shown = list(files_shown())
    assert len(shown) == 8
    for name, text in shown:
        assert format_part(name.split("/", 3)[3].removesuffix(".yaml"), text) == text


def test_a_task_is_added_as_the_guide_says(encoded: Project) -> None:
    """Each change of them-nhiem-vu.md leads to the next message, and the last to a clean plan."""
    folder = encoded.root / PLAN
    steps = [block for block in blocks("them-nhiem-vu") if block[0] in {"diff", "text"}]
    assert [language for language, _ in steps] == ["diff", "text"] * 4
    for language, block in steps[:-1]:
        if language == "diff":
            apply(block, folder)
        else:
            assert said(encoded) == block
    (folder / "waivers.yaml").unlink()
    commands = [block for language, block in blocks("them-nhiem-vu") if language == "sh"]
    for command in commands[-1].splitlines():
        program, *words = command.split()
        assert program == ".venv/bin/kehoach"
        assert main([*words[:1], "--root", str(encoded.root), str(encoded.root / words[1])]) == 0
    assert said(encoded) == steps[-1][1]


def test_the_form_of_the_guide_corrects_the_figure_that_it_names(tmp_path: Path) -> None:
    """Fields are called as in the form, and what is typed into them names one cell of the row."""
    guide = (GUIDES / "sua-so-lieu.md").read_text("utf-8")
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/sai-so-lieu.yml").read_text("utf-8"))
    labels = {item["attributes"].get("label") for item in form["body"]}
    typed = dict(re.findall(r"Ô «([^»]+)»: [^`]*`([^`]+)`", guide))
    assert set(typed) == {"Trang đang ghi", "Văn bản in là"} <= labels
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    (tmp_path / "schema").mkdir()
    file = tmp_path / "plans/tay-ninh/1330-da-ubnd-2025/annexes/phu-luc-1-2.yaml"
    row = "annexes/phu-luc-1-2/rows/A/rows/I/rows/2"
    shown, printed = typed["Trang đang ghi"], typed["Văn bản in là"]
    words = ["correct", str(file), row, printed, "--shown", shown, "--root", str(tmp_path)]
    assert main(words) == 0
    assert "{y2025: 4500, y2026-2030: 4000, total: 4450}" in file.read_text("utf-8")


def test_the_desk_is_called_as_the_guide_calls_it() -> None:
    """The part of a plan that the guide names stands on the desk under that name."""
    guide = (GUIDES / "sua-so-lieu.md").read_text("utf-8")
    (named,) = re.findall(r"phần cần sửa, ví dụ «([^»]+)»", guide)
    assert named in PART_TITLES.values()


def test_the_commands_for_a_new_plan_work(example: Project, tmp_path: Path) -> None:
    """The commands that begin a plan in ma-hoa-ke-hoach.md run, and the check then tells gaps."""
    scripts = [block for language, block in blocks("ma-hoa-ke-hoach") if language == "sh"]
    (command,) = [line for script in scripts for line in script.splitlines() if " new plan" in line]
    words = command.split()[1:]
    assert main([*words, "--root", str(example.root)]) == 0
    folder = example.root / "plans" / words[2]
    assert (folder / "plan.yaml").is_file()
    assert main(["fmt", "--check", "--root", str(example.root), str(folder)]) == 0
    assert main(["check", "--root", str(example.root), str(folder)]) == 1
    shutil.rmtree(folder)
