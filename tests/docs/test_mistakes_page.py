"""The page of typical mistakes shows what the check really says."""

import re
import shutil
import unicodedata
from difflib import ndiff
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.pipeline import Checked, check
from generator.project import Project
from generator.reporters import report
from tests.conftest import ROOT
from tests.editing.mistakes import KINDS, MISTAKES, TAB, Mistake

PAGE = ROOT / "docs" / "huong-dan" / "loi-thuong-gap.md"

_SECTION = re.compile(r"^## \d+\. .*? \{ #([\w-]+) \}\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
SECTIONS = dict(_SECTION.findall(PAGE.read_text("utf-8")))


def without_what_moves(text: str) -> list[str]:
    """Lines of a report without numbers of lines, which change when rows are added."""
    moved = re.sub(r"\.yaml:\d+:\d+", ".yaml", text.replace("\N{NO-BREAK SPACE}", " "))
    return re.sub(r"(dòng:?) \d+", r"\1 …", moved).strip().splitlines()


def shown(before: str, after: str) -> str:
    """A change as the page shows it."""
    lines = ndiff(before.splitlines(), after.splitlines())
    changed = [line.rstrip() for line in lines if line[:1] in {"-", "+"}]
    return unicodedata.normalize("NFC", "\n".join(changed)).replace("\t", TAB)


def findings_only(checked: Checked) -> str:
    """The report without its last line, which counts what was found elsewhere too."""
    errors: tuple[Diagnostic, ...] = tuple(d for d in checked.diagnostics if d.blocks)
    assert len(errors) == 1
    return report("text", checked).rpartition("\n\n")[0]


def test_the_page_has_the_twelve_mistakes_in_order() -> None:
    """One section for each kind, with the anchor that is its name."""
    assert tuple(SECTIONS) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_section_shows_the_mistake_and_the_answer(
    kind: str, project: Project, tmp_path: Path
) -> None:
    """The lines shown are the mistake, made in the real plan, and the answer is the real one."""
    mistake = next(m for m in MISTAKES if m.kind == kind)
    shutil.copytree(project.root / "plans", tmp_path / "plans")
    (tmp_path / "schema").mkdir()
    before = (tmp_path / mistake.file).read_text("utf-8")
    after = mistake.make(tmp_path)
    blocks = dict(_FENCE.findall(SECTIONS[kind]))
    assert blocks["diff"].strip() == shown(before, after)
    said = findings_only(check(Project(tmp_path)))
    assert without_what_moves(blocks["text"]) == without_what_moves(said)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: f"{m.kind}-{m.code}")
def test_a_section_leads_to_every_rule_that_finds_it(mistake: Mistake) -> None:
    """Each variant of a mistake has a link to the page of the rule that finds it."""
    assert f"[{mistake.code}](../kiem-tra/{mistake.code}/index.md)" in SECTIONS[mistake.kind]
