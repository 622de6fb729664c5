"""A small valid project, and the command run on it as a user would."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BASE = ROOT / "generator" / "checks" / "examples" / "base"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Root of a copy of the example project, which has no finding that stops a build."""
    root = tmp_path / "du-an"
    shutil.copytree(BASE, root)
    (root / "schema").mkdir(exist_ok=True)
    return root.resolve()


@pytest.fixture
def plan(project: Path) -> Path:
    """The folder of its only plan."""
    return project / "plans" / "vi-du" / "01-kh-2025"


@pytest.fixture
def broken(plan: Path) -> Path:
    """The plan with one row total printed one too high."""
    annex = plan / "annexes" / "phu-luc-1.yaml"
    text = annex.read_text(encoding="utf-8")
    annex.write_text(text.replace("total: 600}", "total: 601}", 1), encoding="utf-8")
    return plan


@pytest.fixture
def environment() -> dict[str, str]:
    """The variables of a plain shell, outside any CI."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "KEHOACH_"))}
    path = os.pathsep.join([str(ROOT), kept.get("PYTHONPATH", "")])
    return kept | {"PYTHONPATH": path, "KEHOACH_CACHE": ""}


@pytest.fixture
def kehoach(project: Path, environment: dict[str, str]) -> Run:
    """Runs the command in the project's root."""

    def run(*words: str, cwd: Path = project, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "generator", *words],
            cwd=cwd,
            env=environment | variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def python(project: Path, environment: dict[str, str]) -> Run:
    """Runs a few lines of Python in the project's root."""

    def run(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code],
            cwd=project,
            env=environment | variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run
