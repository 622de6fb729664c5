"""The example library, the real one, and ways to change them."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.changes import Change, Kind, compare, sentence
from generator.model import Group, Library, Note, Plan, Schedule, Signer, Waivers
from generator.pipeline import Checked, check
from generator.project import Project

ROOT = Path(__file__).parents[2]
BASE = ROOT / "generator" / "checks" / "examples" / "base"
EXAMPLE = "plans/vi-du/01-kh-2025"

Edit = tuple[str, str, str]
"""A file below the root, what stands there, and what is to stand there."""


@pytest.fixture(scope="session")
def real() -> Checked:
    """The plans of this repository."""
    return check(Project(ROOT))


@pytest.fixture(scope="session")
def base() -> Library:
    """The example library."""
    return check(Project(BASE)).library


@pytest.fixture(scope="session")
def rich(base: Library) -> Library:
    """The example library with one of all that its plan leaves out."""
    (plan,) = base.plans
    waiver = {"code": "B102", "path": "annexes/phu-luc-1/rows/I/stated/total", "reason": "Như in."}
    figures = {"stated": 900, "computed": 890, "source": "Phụ lục I"}
    waivers = [{**waiver, **figures}, {**waiver, **figures, "code": "B103"}]
    meta = plan.meta.model_copy(
        update={
            "signer": Signer(name="Người Ký", role="Chủ tịch"),
            "notes": (Note(place="Mục I", text="Một."), Note(place="Mục II", text="Hai.")),
            "previous_ids": ("vi-du/cu",),
        }
    )
    annex = plan.annexes["phu-luc-1"]
    group = annex.rows[0]
    assert isinstance(group, Group)
    by_hand = Schedule(start=2026, end=2027, note="Đọc ở lời văn.")
    task = group.rows[0].model_copy(update={"schedule_as": by_hand, "remark": "Ưu tiên"})
    group = group.model_copy(update={"rows": (task, *group.rows[1:])})
    annex = annex.model_copy(update={"rows": (group, *annex.rows[1:])})
    full = replace(
        plan,
        meta=meta,
        annexes={**plan.annexes, "phu-luc-1": annex},
        waivers=Waivers.model_validate({"waivers": waivers}),
    )
    return with_plan(base, full)


def edited(root: Path, *edits: Edit) -> Project:
    """A project in which some texts are replaced, each of which stands there once."""
    for name, before, after in edits:
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, (name, before, text.count(before))
        file.write_text(text.replace(before, after), encoding="utf-8")
    return Project(root)


@pytest.fixture
def change(tmp_path: Path, base: Library) -> Callable[..., tuple[Change, ...]]:
    """Edits the example and tells what changed."""

    def run(*edits: Edit, reverse: bool = False) -> tuple[Change, ...]:
        root = tmp_path / "vi-du"
        shutil.copytree(BASE, root)
        now = check(edited(root, *((f"{EXAMPLE}/{n}", a, b) for n, a, b in edits))).library
        assert len(now.plans) == 1
        return compare(now, base) if reverse else compare(base, now)

    return run


@pytest.fixture
def remade(tmp_path: Path, base: Library) -> Callable[..., Checked]:
    """Rewrites a file of the example by a function of its data, and checks the whole again."""

    def run(file: str, make: Callable[[Any], object]) -> Checked:
        root = tmp_path / "vi-du"
        if not root.exists():
            shutil.copytree(BASE, root)
        path = root / (file if file.startswith("plans/") else f"{EXAMPLE}/{file}")
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        make(data)
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
        path.write_text(text, encoding="utf-8")
        checked = check(Project(root))
        assert len(checked.library.plans) == 1, checked.diagnostics
        return checked

    return run


def kinds(changes: Iterable[Change]) -> list[str]:
    """Kinds of changes, in their order."""
    return [str(change.kind) for change in changes]


def said(changes: Iterable[Change], kind: Kind) -> list[str]:
    """Sentences of the changes of a kind, with ordinary spaces."""
    return [
        sentence(change).replace("\N{NO-BREAK SPACE}", " ")
        for change in changes
        if change.kind is kind
    ]


def with_plan(library: Library, plan: Plan) -> Library:
    """A library in which a plan takes the place of the one with its id."""
    return replace(library, plans=tuple(plan if p.id == plan.id else p for p in library.plans))
