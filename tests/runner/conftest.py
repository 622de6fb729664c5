"""A small valid project to break."""

import shutil
from pathlib import Path

import pytest

from generator.project import Project

BASE = Path(__file__).parents[2] / "generator" / "checks" / "examples" / "base"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the example project, which has no finding that stops a build."""
    root = tmp_path / "du-an"
    shutil.copytree(BASE, root)
    (root / "schema").mkdir(exist_ok=True)
    return Project(root.resolve())


@pytest.fixture
def plan(project: Project) -> Path:
    """The folder of its only plan."""
    return project.root / "plans" / "vi-du" / "01-kh-2025"


@pytest.fixture
def annex(plan: Path) -> Path:
    """The plan's only annex."""
    return plan / "annexes" / "phu-luc-1.yaml"
